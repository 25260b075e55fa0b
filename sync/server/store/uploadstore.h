#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

#include <QDir>
#include <optional>
#include <vector>

namespace turnus::server {

class ContentStore;

/// A file on its way up. Which device it comes from, how long it is and where it stands, the part file itself says.
struct Upload
{
    QString sha256;
    qint64 length = 0;
    qint64 offset = 0;
    Instant expires;
    qint64 replica = 0;
};

/// Part files in one directory, `<replica>-<sha256>.<length>`. Only one request writes to one at a time, in whatever
/// process. Errors: "locked", "offset", "disk-full", "hash" (all content), or of the disk.
class UploadStore
{
public:
    explicit UploadStore(const QString &directory) : m_directory(directory) {}

    [[nodiscard]] std::optional<Upload> find(qint64 replica, const QString &sha256) const;
    /// Goes on with what is there of the same length, else begins.
    [[nodiscard]] Result<Upload> create(qint64 replica, const QString &sha256, qint64 length) const;
    /// Appends at `offset`; the last byte moves the file into `content`, when its hash is right.
    [[nodiscard]] Result<Upload> append(qint64 replica, const QString &sha256, qint64 offset, std::string_view bytes,
                                        const ContentStore &content) const;
    void remove(qint64 replica, const QString &sha256) const;
    /// Of whatever device.
    void removeAll(const QString &sha256) const;
    /// Forgets what nobody has gone on with.
    void dropExpired(Instant now) const;

    /// Of all devices; several may be sending one file.
    [[nodiscard]] std::vector<Upload> all() const;
    /// What the disk has left for this directory.
    [[nodiscard]] qint64 bytesAvailable() const;

private:
    [[nodiscard]] QString path(qint64 replica, const QString &sha256, qint64 length) const;

    QDir m_directory;
};

} // namespace turnus::server
