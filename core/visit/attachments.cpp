#include "core/visit/attachments.h"

#include "core/visit/limits.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QStorageInfo>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::visit {

using storage::Statement;
using storage::Writer;

namespace {

// Names are not trusted: what the file is, its first bytes say.
QString mediaTypeOf(const QString &path)
{
    return QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchContent).name();
}

/// Of the row and of its bytes; `column` is followed by whether the server holds them.
schedule::Carried carriedFrom(const Statement &row, int column)
{
    if (row.isNull(column))
        return row.flag(column + 1) ? schedule::Carried::Confirmed : schedule::Carried::Sent;
    constexpr std::array states{schedule::Carried::Local, schedule::Carried::Sent, schedule::Carried::Held};
    return states.at(static_cast<size_t>(row.number(column)));
}

} // namespace

QString Attachments::pathOf(const QString &sha256) const
{
    return QDir(m_directory).filePath(sha256);
}

Result<StoredFile> Attachments::storeBytes(const QByteArray &bytes) const
{
    const StoredFile stored{QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
                            bytes.size()};
    if (!QDir().mkpath(m_directory))
        return fail(Domain::Storage, u"disk", u"cannot make %1"_s.arg(m_directory));
    const QString path = pathOf(stored.sha256);
    if (QFile here(path); here.size() == stored.size && here.open(QIODevice::ReadWrite)) {
        // Until a row names it, only its age keeps it from being cleared away.
        here.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
        return stored;
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return stored;
    // Qt knows no words for a full disk that shows only at the last write.
    if (QStorageInfo(m_directory).bytesAvailable() < bytes.size())
        return fail(Domain::Storage, u"full", u"%1: no space left on the disk"_s.arg(path));
    return fail(Domain::Storage, u"disk", u"%1: %2"_s.arg(path, file.errorString()));
}

Result<StoredFile> Attachments::storeFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"file-unreadable", u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > limits::attachmentBytes)
        return fail(Domain::Input, u"file-too-large", path);
    return storeBytes(file.readAll());
}

Result<LineId> Attachments::reference(Writer &writer, VisitId visit, const StoredFile &file, const QString &mediaType,
                                      const QString &kind, LineId finding)
{
    m_connection.execute("INSERT INTO content_file (sha256, size, present) VALUES (?, ?, 1) "
                         "ON CONFLICT (sha256) DO UPDATE SET present = 1",
                         file.sha256, file.size);
    Statement row = m_connection.query("SELECT asset_id FROM visit WHERE id = ?", visit);
    const AssetId asset = row.step() ? row.id<AssetId>(0) : AssetId();
    TURNUS_ASSIGN(id, writer.mint<LineId>());
    writer.insert("attachment", id, "visit", visit,
                  {{"visit_id", visit},
                   {"asset_id", asset},
                   {"finding_id", finding},
                   {"sha256", file.sha256},
                   {"size", file.size},
                   {"media_type", mediaType},
                   {"kind", kind},
                   {"at", writer.now()}});
    return id;
}

Result<LineId> Attachments::addPhoto(VisitId visit, const QString &path, LineId finding)
{
    const QString type = mediaTypeOf(path);
    if (!type.startsWith("image/"_L1))
        return fail(Domain::Input, u"not-a-picture", u"%1 is %2"_s.arg(path, type));
    TURNUS_ASSIGN(stored, storeFile(path));
    return m_connection.write(
        [&](Writer &writer) -> Result<LineId> { return reference(writer, visit, stored, type, u"photo"_s, finding); });
}

Result<std::vector<Attachment>> Attachments::photos(VisitId visit) const
{
    return ofKind(visit, u"photo"_s);
}

Result<std::optional<Attachment>> Attachments::report(VisitId visit) const
{
    TURNUS_ASSIGN(reports, ofKind(visit, u"report"_s));
    return reports.empty() ? std::nullopt : std::optional(reports.back());
}

Result<std::vector<Attachment>> Attachments::ofKind(VisitId visit, const QString &kind) const
{
    return m_connection.read([&] {
        std::vector<Attachment> found;
        Statement row = m_connection.query("SELECT a.id, a.sha256, a.size, a.media_type, a.finding_id, a.at, "
                                           "(SELECT o.state FROM outbox o WHERE o.row = a.id), "
                                           "ifnull((SELECT f.held FROM content_file f WHERE f.sha256 = a.sha256), 1) "
                                           "FROM attachment a "
                                           "WHERE a.visit_id = ? AND a.kind = ? ORDER BY a.at, a.id",
                                           visit, kind);
        while (row.step()) {
            found.push_back({row.id<LineId>(0), row.text(1), row.integer(2), row.text(3), row.id<LineId>(4),
                             row.instant(5), carriedFrom(row, 6)});
        }
        return found;
    });
}

} // namespace turnus::visit
