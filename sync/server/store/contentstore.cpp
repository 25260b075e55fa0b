#include "sync/server/store/contentstore.h"

#include "sync/server/store/limits.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>
#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr qint64 blockBytes = 64LL * 1024;

Status copyHashed(QFile &from, QSaveFile *to, QCryptographicHash &hash)
{
    while (!from.atEnd()) {
        const QByteArray block = from.read(blockBytes);
        if (block.isEmpty())
            return fail(Domain::Content, u"read", from.fileName() + u": "_s + from.errorString());
        hash.addData(block);
        if (to && to->write(block) != block.size())
            return fail(Domain::Storage, u"full", to->fileName() + u": "_s + to->errorString());
    }
    return {};
}

} // namespace

bool ContentStore::isName(QStringView sha256)
{
    return sha256.size() == 64 &&
           std::ranges::all_of(sha256, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

Result<ContentStore::Stored> ContentStore::put(const QString &file) const
{
    QFile from(file);
    if (!from.open(QIODevice::ReadOnly))
        return fail(Domain::Content, u"read", file + u": "_s + from.errorString());
    if (from.size() > limits::contentFileBytes)
        return fail(Domain::Content, u"too-large", u"%1: %2 bytes"_s.arg(file).arg(from.size()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TURNUS_TRY(copyHashed(from, nullptr, hash));
    const QString name = QString::fromLatin1(hash.result().toHex());
    if (has(name) && QFile(path(name)).size() == from.size())
        return Stored{name, from.size()};
    if (!m_directory.mkpath(u"."_s))
        return fail(Domain::Storage, u"io", m_directory.path());
    QSaveFile to(path(name));
    if (!from.seek(0) || !to.open(QIODevice::WriteOnly))
        return fail(Domain::Storage, u"io", to.fileName() + u": "_s + to.errorString());
    QCryptographicHash again(QCryptographicHash::Sha256);
    TURNUS_TRY(copyHashed(from, &to, again));
    if (again.result() != hash.result())
        return fail(Domain::Content, u"changed", file + u": changed while it was read"_s);
    if (!to.commit())
        return fail(Domain::Storage, u"io", to.fileName() + u": "_s + to.errorString());
    return Stored{name, from.size()};
}

Status ContentStore::adopt(const QString &file, const QString &sha256) const
{
    QFile from(file);
    if (!from.open(QIODevice::ReadOnly))
        return fail(Domain::Storage, u"io", file + u": "_s + from.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TURNUS_TRY(copyHashed(from, nullptr, hash));
    if (QString::fromLatin1(hash.result().toHex()) != sha256)
        return fail(Domain::Content, u"hash", u"the bytes that arrived have another hash than "_s + sha256);
    // Another device may have brought the same file meanwhile: rename puts one in the other's place.
    if (!m_directory.mkpath(u"."_s) ||
        std::rename(QFile::encodeName(file).constData(), QFile::encodeName(path(sha256)).constData()) != 0)
        return fail(Domain::Storage, u"io", path(sha256) + u": cannot be written"_s);
    // The name must be on the disk, too, before the device is told that it may forget the file.
    const int directory = ::open(QFile::encodeName(m_directory.path()).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = directory >= 0 && ::fsync(directory) == 0;
    if (directory >= 0)
        ::close(directory);
    return synced ? Status() : fail(Domain::Storage, u"io", m_directory.path() + u": cannot be synced"_s);
}

bool ContentStore::has(const QString &sha256) const
{
    return isName(sha256) && QFile::exists(path(sha256));
}

Status ContentStore::remove(const QString &sha256) const
{
    if (has(sha256) && !QFile::remove(path(sha256)))
        return fail(Domain::Storage, u"io", path(sha256) + u": cannot be removed"_s);
    return {};
}

QStringList ContentStore::names() const
{
    QStringList names = m_directory.entryList(QDir::Files, QDir::Name);
    names.removeIf([](const QString &name) { return !isName(name); });
    return names;
}

Status ContentStore::check(const QString &sha256) const
{
    QFile file(path(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Content, u"file-missing", sha256);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    TURNUS_TRY(copyHashed(file, nullptr, hash));
    if (QString::fromLatin1(hash.result().toHex()) != sha256)
        return fail(Domain::Content, u"hash", sha256 + u": the file does not have this content"_s);
    return {};
}

} // namespace turnus::server
