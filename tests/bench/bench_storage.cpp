// How long a saved edit takes, against one bare SQLite commit of the same row on the same disk.
#include "tests/bench/measure.h"
#include "tests/support/testdatabase.h"

#include <QTemporaryDir>
#include <sqlite3.h>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 200;

std::vector<double> bareCommits()
{
    const QTemporaryDir directory;
    sqlite3 *database = nullptr;
    sqlite3_open(directory.filePath(u"floor.db"_s).toUtf8().constData(), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                 "CREATE TABLE reading (id INTEGER PRIMARY KEY, asset INTEGER, at INTEGER, value REAL);"
                 "CREATE INDEX reading_asset ON reading (asset, at)",
                 nullptr, nullptr, nullptr);
    auto samples = bench::sample(runs, [&] {
        sqlite3_exec(database, "INSERT INTO reading (asset, at, value) VALUES (202, 1791187200000, 214380)", nullptr,
                     nullptr, nullptr);
    });
    sqlite3_close(database);
    return samples;
}

Status addReading(TestDatabase &database)
{
    return database.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("meter_reading", Id<struct ReadingTag>{id}, "asset", TestDatabase::grinder,
                      {{"asset_id", TestDatabase::grinder},
                       {"at", writer.now()},
                       {"value", 214'380.0},
                       {"meter_exchanged", false},
                       {"implausible_confirmed", false}});
        return {};
    });
}

} // namespace

int main()
{
    TestDatabase database;
    bool saved = true;
    const auto edits = bench::sample(runs, [&] { saved = saved && addReading(database).has_value(); });
    if (!saved)
        return 1;
    bench::print({{u"storage: save one reading"_s, u"ms"_s, edits, bench::median(bareCommits())}});
    return 0;
}
