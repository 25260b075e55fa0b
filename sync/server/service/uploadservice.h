#pragma once

#include "core/support/clock.h"
#include "sync/server/service/principal.h"
#include "sync/server/store/contentstore.h"
#include "sync/server/store/uploadstore.h"

#include <QHash>
#include <QSet>
#include <mutex>

namespace turnus::server {

class Connection;

/// How much handhelds may send.
struct UploadLimits
{
    qint64 fileBytes = 64LL * 1024 * 1024;
    /// All files together that are here or on their way, each once; 0: as much as the disk holds.
    qint64 quotaBytes = 0;
    /// What the disk must keep for the database and its logs.
    qint64 reserveBytes = 256LL * 1024 * 1024;
    /// Less than this, and the server is not ready: pushes and their log would fail.
    qint64 leastBytes = 32LL * 1024 * 1024;
    int unfinishedPerDevice = 500;
};

/// Files that attachment rows name, on their way up. Who may write such a row may send its file, and nobody learns of
/// other files: one that is here but that the person may not read is sent like one that is not. A file counts once all
/// its bytes are here and their hash is right. Errors are content's: "missing",
/// "length", "too-large", "quota", "disk-full", "offset", "hash", "locked".
class UploadService
{
public:
    UploadService(const Clock &clock, const ContentStore &content, const QString &directory, UploadLimits limits)
        : m_clock(clock), m_content(content), m_uploads(directory), m_limits(limits)
    {
    }

    /// Begins, or goes on; the offset is the length when the server holds the file already.
    [[nodiscard]] Result<Upload> create(Connection &connection, const Principal &principal, const QString &sha256,
                                        qint64 length) const;
    /// The size that the row says; "missing" when there is no row of his channels or of his own visits.
    [[nodiscard]] static Result<qint64> sizeOf(Connection &connection, const Principal &principal,
                                               const QString &sha256);
    [[nodiscard]] Result<Upload> find(Connection &connection, const Principal &principal, const QString &sha256) const;
    [[nodiscard]] Result<Upload> append(Connection &connection, const Principal &principal, const QString &sha256,
                                        qint64 offset, std::string_view bytes) const;
    [[nodiscard]] Status remove(Connection &connection, const Principal &principal, const QString &sha256) const;
    /// Error storage/"full" once less is left on the disk than a push may need; handhelds keep what they have then.
    [[nodiscard]] Status refuseFullDisk() const;
    [[nodiscard]] const UploadLimits &limits() const { return m_limits; }

private:
    /// Whether the server has the file and the person had its bytes, too, or may read them.
    [[nodiscard]] Result<bool> holds(Connection &connection, const Principal &principal, const QString &sha256) const;
    /// A file that has come whole proves that the person has it.
    [[nodiscard]] static Result<Upload> proved(Connection &connection, const Principal &principal,
                                               const Upload &upload);
    /// A server that was killed at the last byte left a whole part file: it must be checked and taken in before the
    /// device hears that it is whole.
    [[nodiscard]] Result<Upload> settled(Connection &connection, const Principal &principal,
                                         const Upload &upload) const;
    [[nodiscard]] Status refuseTooMuch(Connection &connection, const Principal &principal, const QString &sha256,
                                       qint64 length) const;
    /// Whether the company's quota holds that many bytes beside the files that are here.
    [[nodiscard]] Result<bool> fitsQuota(Connection &connection, qint64 coming) const;
    /// What the files among these take that are here. The disk is asked once for each that is.
    [[nodiscard]] qint64 bytesHeld(const QHash<QString, qint64> &sizes) const;
    /// The file is not here, or not any more.
    void forgetHeld(const QString &sha256) const;

    const Clock &m_clock;
    const ContentStore &m_content;
    UploadStore m_uploads;
    UploadLimits m_limits;
    /// Files that were found here; a new process finds them anew. They go only with all rows that name them.
    mutable QSet<QString> m_held;
    mutable std::mutex m_heldMutex;
};

} // namespace turnus::server
