#pragma once

#include "core/support/result.h"
#include "core/support/time.h"
#include "sync/server/service/verifier.h"

namespace turnus::server {

class DataDirectory;
class Database;

/// Puts a backup (store/backup.h) in the company's place. What was there stays until the backup has been found sound,
/// and beside the company afterwards. `generation`: a random number above 0, which tells handhelds that the company
/// went back, so that they bring what it lost.
class Restore
{
public:
    Restore(DataDirectory &directory, qint64 generation) : m_directory(directory), m_generation(generation) {}

    struct Report
    {
        Verification verification;
        Instant to{};   ///< when the newest change of the backup was made
        QString before; ///< file with what was there before; empty when there was nothing
    };
    /// Errors: "file-missing", "in-use" (a server or another program has the company open), "not-sound" (what is wrong,
    /// a line each), "damaged", or the store's.
    [[nodiscard]] Result<Report> run(const QString &file);

private:
    [[nodiscard]] Status takeContent(const QString &file) const;
    [[nodiscard]] Result<Report> restoreFile(const QString &file);
    [[nodiscard]] Result<Report> restorePostgres(const QString &file);
    /// Marks the restored company in `database` and checks it.
    [[nodiscard]] Result<Report> settle(Database &database);

    DataDirectory &m_directory;
    qint64 m_generation;
};

} // namespace turnus::server
