#pragma once

#include "core/support/result.h"
#include "core/support/time.h"
#include "sync/server/service/verifier.h"
#include "sync/server/store/erasedlist.h"
#include "sync/server/store/replicakeystore.h"

#include <QStringList>

namespace turnus::server {

class Connection;
class DataDirectory;
class Database;

/// Puts a backup (store/backup.h) in the company's place. What was there stays until the backup has been found sound,
/// and beside the company afterwards. `generation`: a random number above 0, which tells handhelds that the company
/// went back, so that they bring what it lost.
class Restore
{
public:
    Restore(DataDirectory &directory, qint64 generation, Instant now)
        : m_directory(directory), m_generation(generation), m_now(now)
    {
    }

    struct Report
    {
        Verification verification;
        Instant to{};   ///< when the newest change of the backup was made
        QString before; ///< file with what was there before; empty when there was nothing
        QString moved;  ///< where the company had been moved to when the backup was made; empty: nowhere
    };
    /// Errors: "file-missing", "own-file", "in-use" (a server or another program has the company open), "no-company",
    /// "moved" (from here to another database), "other-company", "other-tables" (PostgreSQL's schema is not the
    /// company's alone), "not-sound" (what is wrong, a line each), "damaged", or the store's.
    [[nodiscard]] Result<Report> run(const QString &file);

private:
    [[nodiscard]] Result<Report> restoreFile(const QString &file);
    [[nodiscard]] Result<Report> restorePostgres(const QString &file);
    /// After a load that failed: whether PostgreSQL may have committed it all the same.
    [[nodiscard]] bool mayBeLoaded();
    /// Undoes a load, in which `why` was found wrong; `before` is what was there.
    [[nodiscard]] Error goBack(const Error &why, const QString &before);
    /// What the company that is there says of itself, as far as it can be read; "moved" when it is elsewhere.
    [[nodiscard]] Status look();
    /// Marks the restored company in `database`, checks it and takes its files.
    [[nodiscard]] Result<Report> settle(Database &database, const QString &file);
    [[nodiscard]] Status refuseOthers(Connection &connection, const QString &file) const;
    [[nodiscard]] Status takeContent(Connection &connection, const QString &file);
    [[nodiscard]] Status noteErased() const;
    void removeTaken();

    DataDirectory &m_directory;
    qint64 m_generation;
    Instant m_now;
    QString m_company; ///< its id; empty when there is none, or nothing that could be lost
    QList<ErasedList::Entry> m_erased;
    QList<ReplicaKeyStore::Key> m_replicaKeys; ///< by which the numbers were given out that the backup does not know
    QStringList m_taken;                       ///< files that were not there before
};

} // namespace turnus::server
