#pragma once

#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/server/service/principal.h"
#include "sync/server/service/syncservice.h"
#include "sync/server/store/connection.h"

#include <QTemporaryDir>

namespace turnus::bench {

/// A value, or the end of the benchmark with the reason.
template <class T>
T expect(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Writes the workload 'territory' as NDJSON: the rows, or what changes them on the server.
void writeWorkload(const QString &directory);
void writeServerChanges(const QString &directory);

/// A server with the workload in it, and one technician.
class SyncServer
{
public:
    SyncServer();
    /// Takes an NDJSON directory in.
    void import(const QString &directory);
    [[nodiscard]] server::Principal newDevice();
    [[nodiscard]] server::Connection &connection() { return *m_connection; }
    [[nodiscard]] const SystemClock &clock() const { return m_clock; }

private:
    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::unique_ptr<server::Database> m_database;
    std::unique_ptr<server::Connection> m_connection;
};

/// What one sync took.
struct SyncCost
{
    double milliseconds = 0;
    double serverMilliseconds = 0; ///< thereof in the service
    std::size_t up = 0;
    std::size_t down = 0;
    int trips = 0;
    std::size_t rowsIn = 0;
};

/// A handheld's database and engine, joined to the server's service without a network.
class SyncDevice
{
public:
    explicit SyncDevice(SyncServer &server);
    SyncCost sync();
    [[nodiscard]] storage::Connection &connection() { return *m_connection; }
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("turnus.db")); }

private:
    SyncServer &m_server;
    server::Principal m_principal;
    QTemporaryDir m_directory;
    std::unique_ptr<storage::Connection> m_connection;
};

/// W2's edits on a handheld: 100 appointments done, with a note. W4's: visits with five readings each.
void editDaily(storage::Connection &connection);
void recordVisits(storage::Connection &connection);

/// Milliseconds that bare SQLite takes to insert the rows of a device's database with integer keys into an empty file
/// (WAL, FULL, one commit), and to make their indexes after.
struct InsertFloor
{
    double inserts = 0;
    double indexes = 0;
};
InsertFloor bareInsert(const QString &devicePath);
/// Milliseconds to insert the rows that a device recorded itself (W4's) into its database with its indexes, one commit.
double bareInsertOfOwn(const QString &devicePath);
/// Milliseconds of one commit of one row.
double bareCommit();
/// Milliseconds of one request and answer on an open connection to a server on loopback.
double bareRoundTrip(int port);

} // namespace turnus::bench
