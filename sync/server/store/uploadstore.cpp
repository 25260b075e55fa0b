#include "sync/server/store/uploadstore.h"

#include "sync/server/store/contentstore.h"
#include "sync/server/store/limits.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

std::optional<Upload> uploadFrom(const QFileInfo &file)
{
    const QString name = file.fileName();
    bool ok = false;
    const Upload upload{name.section(u'-', 1).section(u'.', 0, 0), name.section(u'.', -1).toLongLong(&ok), file.size(),
                        instantFrom(file.lastModified().toMSecsSinceEpoch()) + limits::uploadLife,
                        name.section(u'-', 0, 0).toLongLong()};
    return ok && ContentStore::isName(upload.sha256) ? std::optional(upload) : std::nullopt;
}

tl::unexpected<Error> diskError(const QFile &file, int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return fail(Domain::Content, u"disk-full", u"the server's disk is full"_s);
    return fail(Domain::Storage, u"io", u"%1: %2"_s.arg(file.fileName(), qt_error_string(error)));
}

/// Writes all of it or as much as the disk takes.
Status writeAll(const QFile &file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.handle(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return diskError(file, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace

QString UploadStore::path(qint64 replica, const QString &sha256, qint64 length) const
{
    return m_directory.filePath(u"%1-%2.%3"_s.arg(replica).arg(sha256).arg(length));
}

std::optional<Upload> UploadStore::find(qint64 replica, const QString &sha256) const
{
    if (!ContentStore::isName(sha256))
        return {};
    const auto files = m_directory.entryInfoList({u"%1-%2.*"_s.arg(replica).arg(sha256)}, QDir::Files);
    return files.isEmpty() ? std::nullopt : uploadFrom(files.first());
}

Result<Upload> UploadStore::create(qint64 replica, const QString &sha256, qint64 length) const
{
    if (const auto known = find(replica, sha256)) {
        if (known->length == length)
            return *known;
        remove(replica, sha256);
    }
    if (!m_directory.mkpath(u"."_s))
        return fail(Domain::Storage, u"io", m_directory.path() + u": cannot be made"_s);
    QFile file(path(replica, sha256, length));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return diskError(file, errno);
    return uploadFrom(QFileInfo(file.fileName())).value();
}

Result<Upload> UploadStore::append(qint64 replica, const QString &sha256, qint64 offset, std::string_view bytes,
                                   const ContentStore &content) const
{
    auto upload = find(replica, sha256);
    if (!upload)
        return fail(Domain::Content, u"missing", u"no upload of "_s + sha256);
    QFile file(path(replica, sha256, upload->length));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered | QIODevice::ExistingOnly)) {
        const int error = errno;
        if (!file.exists())
            return fail(Domain::Content, u"missing", u"no upload of "_s + sha256);
        return diskError(file, error); // trouble that passes; "missing" a handheld would take for final
    }
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0)
        return fail(Domain::Content, u"locked", u"another request is writing to this upload"_s);
    // Meanwhile another request may have finished the upload: then this handle is the finished file's.
    struct stat here
    {
    };
    struct stat named
    {
    };
    if (::fstat(file.handle(), &here) != 0 || ::stat(QFile::encodeName(file.fileName()).constData(), &named) != 0 ||
        here.st_ino != named.st_ino)
        return fail(Domain::Content, u"offset", u"the upload has moved on"_s);
    const qint64 size = here.st_size;
    if (size != offset || offset + static_cast<qint64>(bytes.size()) > upload->length)
        return fail(Domain::Content, u"offset", u"the upload stands at %1 of %2"_s.arg(size).arg(upload->length));
    TURNUS_TRY(writeAll(file, bytes));
    upload->offset = offset + static_cast<qint64>(bytes.size());
    if (upload->offset < upload->length)
        return *upload;
    if (::fsync(file.handle()) != 0)
        return diskError(file, errno);
    const Status adopted = content.adopt(file.fileName(), sha256);
    if (!adopted)
        file.remove();
    TURNUS_TRY(adopted);
    return *upload;
}

void UploadStore::remove(qint64 replica, const QString &sha256) const
{
    if (const auto known = find(replica, sha256))
        QFile::remove(path(replica, sha256, known->length));
}

void UploadStore::removeAll(const QString &sha256) const
{
    for (const QFileInfo &file : m_directory.entryInfoList({u"*-%1.*"_s.arg(sha256)}, QDir::Files))
        QFile::remove(file.filePath());
}

void UploadStore::dropExpired(Instant now) const
{
    for (const QFileInfo &file : m_directory.entryInfoList(QDir::Files)) {
        const auto upload = uploadFrom(file);
        if (upload && upload->expires < now)
            QFile::remove(file.filePath());
    }
}

std::vector<Upload> UploadStore::all() const
{
    std::vector<Upload> uploads;
    for (const QFileInfo &file : m_directory.entryInfoList(QDir::Files)) {
        if (const auto upload = uploadFrom(file))
            uploads.push_back(*upload);
    }
    return uploads;
}

qint64 UploadStore::bytesAvailable() const
{
    QDir there = m_directory;
    while (!there.exists() && !there.isRoot())
        there.setPath(QFileInfo(there.absolutePath()).path());
    return QStorageInfo(there).bytesAvailable();
}

} // namespace turnus::server
