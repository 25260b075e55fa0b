#pragma once

#include "core/schedule/dayplan.h"
#include "core/visit/lines.h"

namespace turnus::visit {

struct Attachment
{
    LineId id;
    QString sha256;
    qint64 size = 0;
    QString mediaType;
    LineId finding;
    Instant at;
    schedule::Carried carried = schedule::Carried::Nothing;

    bool operator==(const Attachment &) const = default;
};

/// A file that lies in the content directory under its hash, whole and on the disk.
struct StoredFile
{
    QString sha256;
    qint64 size = 0;
};

/// Files of a visit. A file is copied, hashed and on the disk before a row names it; a kill leaves at most a copy that
/// no row names.
class Attachments
{
public:
    Attachments(storage::Connection &connection, QString contentDirectory)
        : m_connection(connection), m_directory(std::move(contentDirectory))
    {
    }

    /// Errors: "file-unreadable", "file-too-large", "not-a-picture", "disk".
    Result<LineId> addPhoto(VisitId visit, const QString &path, LineId finding = {});
    [[nodiscard]] Result<std::vector<Attachment>> photos(VisitId visit) const;
    /// What the customer signed last; nullopt before that.
    [[nodiscard]] Result<std::optional<Attachment>> report(VisitId visit) const;
    [[nodiscard]] QString pathOf(const QString &sha256) const;

    Result<StoredFile> storeFile(const QString &path) const;
    Result<StoredFile> storeBytes(const QByteArray &bytes) const;
    /// Inside Connection::write: names a stored file as part of the visit.
    Result<LineId> reference(storage::Writer &writer, VisitId visit, const StoredFile &file, const QString &mediaType,
                             const QString &kind, LineId finding = {});

private:
    [[nodiscard]] Result<std::vector<Attachment>> ofKind(VisitId visit, const QString &kind) const;

    storage::Connection &m_connection;
    QString m_directory;
};

} // namespace turnus::visit
