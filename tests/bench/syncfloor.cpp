#include "tests/bench/measure.h"
#include "tests/bench/syncworld.h"

#include "sync/client/sql.h"
#include "sync/protocol/tables.h"

#include <QFile>
#include <QTcpSocket>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace turnus::bench {

namespace {

struct Cells
{
    std::string insert;
    int columns = 0;
    std::vector<protocol::Value> values;
};

sqlite3 *openFile(const QString &path)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &database) != SQLITE_OK)
        qFatal("%s", sqlite3_errmsg(database));
    return database;
}

/// The rows of the tables that have any, and the text that makes the tables and their indexes.
void readAll(sqlite3 *from, std::vector<Cells> &tables, std::string &make, std::string &indexes)
{
    for (const protocol::Table &table : protocol::tables()) {
        const std::string name(table.name);
        Cells cells;
        cells.columns = static_cast<int>(table.columns.size()) + 2;
        client::Sql row(from, "SELECT * FROM " + name + " ORDER BY id");
        while (row.step()) {
            for (int i = 0; i < cells.columns; ++i)
                cells.values.push_back(row.value(i));
        }
        if (cells.values.empty())
            continue;
        cells.insert = "INSERT INTO " + name + " VALUES (?";
        for (int i = 1; i < cells.columns; ++i)
            cells.insert += ", ?";
        cells.insert += ")";
        tables.push_back(std::move(cells));
        client::Sql schema(from, "SELECT type, sql FROM sqlite_master WHERE tbl_name = '" + name +
                                     "' AND type IN ('table', 'index') AND sql IS NOT NULL");
        while (schema.step())
            (schema.bytes(0) == "table" ? make : indexes).append(schema.bytes(1)).append(";");
    }
}

} // namespace

InsertFloor bareInsert(const QString &devicePath)
{
    std::vector<Cells> tables;
    std::string make;
    std::string indexes;
    sqlite3 *from = openFile(devicePath);
    readAll(from, tables, make, indexes);
    sqlite3_close(from);
    const QTemporaryDir directory;
    sqlite3 *to = openFile(directory.filePath(u"floor.db"_s));
    client::execute(to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -8000;" + make);
    InsertFloor floor;
    floor.inserts = millisecondsOf([&] {
        client::execute(to, "BEGIN");
        for (const Cells &table : tables) {
            client::Sql insert(to, table.insert);
            for (std::size_t at = 0; at < table.values.size();) {
                for (int i = 1; i <= table.columns; ++i)
                    insert.bind(i, table.values[at++]);
                insert.run();
            }
        }
        client::execute(to, "COMMIT");
    });
    floor.indexes = millisecondsOf([&] { client::execute(to, "BEGIN;" + indexes + "COMMIT"); });
    sqlite3_close(to);
    return floor;
}

double bareCommit()
{
    const QTemporaryDir directory;
    sqlite3 *database = openFile(directory.filePath(u"commit.db"_s));
    client::execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                              "CREATE TABLE t (id INTEGER PRIMARY KEY, value INTEGER)");
    constexpr int commits = 50;
    const double all = median(sample(commits, [&] { client::execute(database, "INSERT INTO t (value) VALUES (1)"); }));
    sqlite3_close(database);
    return all;
}

double bareInsertOfOwn(const QString &devicePath)
{
    // Ids of a device begin with its replica's number.
    const std::string own = " WHERE id >= 4294967296";
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"own.db"_s);
    if (!QFile::copy(devicePath, path))
        qFatal("cannot copy %s", qPrintable(devicePath));
    sqlite3 *database = openFile(path);
    client::execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;");
    std::string drop;
    {
        client::Sql triggers(database, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
        while (triggers.step())
            drop.append("DROP TRIGGER ").append(triggers.bytes(0)).append(";");
    }
    for (const char *table : {"visit", "meter_reading"}) {
        const std::string name(table);
        drop.append("CREATE TEMP TABLE own_" + name + " AS SELECT * FROM " + name + own + ";");
        drop.append("DELETE FROM " + name + own + ";");
    }
    client::execute(database, drop);
    const double time = millisecondsOf([&] {
        client::execute(database, "BEGIN; INSERT INTO visit SELECT * FROM own_visit; "
                                  "INSERT INTO meter_reading SELECT * FROM own_meter_reading; COMMIT");
    });
    sqlite3_close(database);
    return time;
}

double bareRoundTrip(int port)
{
    constexpr int trips = 200;
    constexpr int patienceMs = 10'000;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    if (!socket.waitForConnected(patienceMs))
        qFatal("no server to measure the round trip to");
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return median(sample(trips, [&] {
        socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        socket.flush();
        QByteArray answer;
        while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(patienceMs))
            answer += socket.readAll();
    }));
}

} // namespace turnus::bench
