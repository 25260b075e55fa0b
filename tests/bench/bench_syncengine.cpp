// The sync engine of the handheld without a network: first sync of a territory, no-op, push of 1,000 visits with 5
// readings each; against SQLite's bare insert of the same rows with integer keys.
#include "core/storage/devicestate.h"
#include "sync/client/engine.h"
#include "sync/client/sql.h"
#include "tests/bench/measure.h"
#include "tests/bench/syncterritory.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <sqlite3.h>

using namespace turnus;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 5;
constexpr int pushedVisits = 1'000;
constexpr int readingsPerVisit = 5;

/// A handheld's database in a real file, signed in.
struct Device
{
    Device()
    {
        auto opened = storage::Connection::open({.path = directory.filePath(u"turnus.db"_s)}, clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        connection = std::move(*opened);
        check(connection->write([&](storage::Writer &) -> Status {
            storage::DeviceState(*connection).adoptReplica(7);
            return {};
        }));
    }
    static void check(const Status &status)
    {
        if (!status)
            qFatal("%s", qPrintable(status.error().toString()));
    }
    void round(const std::string &answer)
    {
        client::Engine engine(*connection);
        if (const auto request = engine.begin(); !request)
            qFatal("%s", qPrintable(request.error().toString()));
        check(engine.feed(answer));
        if (const auto done = engine.finish(); !done)
            qFatal("%s", qPrintable(done.error().toString()));
    }

    QTemporaryDir directory;
    tests::FakeClock clock;
    std::unique_ptr<storage::Connection> connection;
};

std::string firstAnswer(const bench::SyncTerritory &territory)
{
    protocol::AnswerWriter writer;
    writer.control({.serverTime = 1,
                    .channels = {{1, protocol::ChannelKind::Company, 0, "Firma"},
                                 {bench::SyncTerritory::channel, protocol::ChannelKind::Territory, 50, "Nord"}}});
    qint64 cursor = 0;
    for (const protocol::Batch &batch : territory.batches()) {
        writer.frame({&batch, 1});
        writer.position({batch.channels.front(), ++cursor, {}});
    }
    writer.end({});
    return writer.take();
}

std::string emptyAnswer(qint64 applied)
{
    protocol::AnswerWriter writer;
    protocol::AnswerControl control{.serverTime = 1};
    if (applied > 0)
        control.applied.push_back({1, applied});
    writer.control(control);
    writer.end({});
    return writer.take();
}

/// The same rows by one prepared INSERT for each table in one transaction; indexes are made at the end.
double bareInsert(const bench::SyncTerritory &territory)
{
    const Device shape;
    client::Sql tables(shape.connection->handle(),
                       "SELECT sql FROM sqlite_master WHERE type = 'table' AND name IN ('territory', 'team', 'staff', "
                       "'segment', 'product', 'customer', 'site', 'asset', 'visit', 'meter_reading')");
    std::string ddl;
    while (tables.step())
        ddl.append(tables.bytes(0)).append(";");
    client::Sql indexes(shape.connection->handle(),
                        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN "
                        "('customer', 'site', 'asset', 'visit', 'meter_reading')");
    std::string indexDdl;
    while (indexes.step())
        indexDdl.append(indexes.bytes(0)).append(";");
    const QTemporaryDir directory;
    sqlite3 *database = nullptr;
    sqlite3_open(directory.filePath(u"floor.db"_s).toUtf8().constData(), &database);
    client::execute(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;" + ddl);
    const double time = bench::millisecondsOf([&] {
        client::execute(database, "BEGIN");
        for (const protocol::Batch &batch : territory.batches()) {
            std::string marks = "?, ?";
            for (std::size_t i = 0; i < batch.values.size(); ++i)
                marks += ", ?";
            client::Sql insert(database, "INSERT INTO " + std::string(batch.table->name) + " VALUES (" + marks + ")");
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                insert.bind(1, batch.ids[row]);
                insert.bind(2, batch.channels[row]);
                for (std::size_t i = 0; i < batch.values.size(); ++i)
                    insert.bind(int(i) + 3, batch.values[i], row);
                insert.run();
            }
        }
        client::execute(database, indexDdl + "COMMIT");
    });
    sqlite3_close(database);
    return time;
}

void recordVisits(Device &device)
{
    Device::check(device.connection->write([&](storage::Writer &writer) -> Status {
        for (int i = 0; i < pushedVisits; ++i) {
            TURNUS_ASSIGN(visit, writer.next());
            const qint64 asset = bench::SyncTerritory::assetId(i * 7 % bench::SyncTerritory::assets);
            writer.insertRow(
                "visit", visit, bench::SyncTerritory::channel,
                {{"customer_id", qint64{10'000 + i}},
                 {"site_id", qint64{20'000 + i}},
                 {"asset_id", asset},
                 {"technician_id", qint64{100}},
                 {"kind", u"maintenance"_s},
                 {"status", u"completed"_s},
                 {"started", writer.now()},
                 {"ended", writer.now()},
                 {"summary", u"filter replaced, pressure checked, customer asked for an offer, valve %1"_s.arg(
                                 i * 7'919 % 100'003)}});
            for (int k = 0; k < readingsPerVisit; ++k) {
                TURNUS_ASSIGN(reading, writer.next());
                writer.insertRow("meter_reading", reading, bench::SyncTerritory::channel,
                                 {{"asset_id", asset},
                                  {"visit_id", visit},
                                  {"at", writer.now()},
                                  {"value", (i * 104'729 + k * 7'919) % 1'000'000 / 10.0},
                                  {"meter_exchanged", false},
                                  {"implausible_confirmed", false}});
            }
        }
        return {};
    }));
}

std::vector<double> samplesOf(const std::function<double()> &once)
{
    std::vector<double> samples;
    samples.reserve(static_cast<std::size_t>(runs));
    for (int i = 0; i < runs; ++i)
        samples.push_back(once());
    return samples;
}

} // namespace

int main()
{
    const bench::SyncTerritory territory;
    const std::string answer = firstAnswer(territory);
    std::fprintf(stderr, "%zu rows, answer of %zu bytes\n", territory.rows(), answer.size());

    const auto floor = samplesOf([&] { return bareInsert(territory); });
    const auto first = samplesOf([&] {
        Device device;
        return bench::millisecondsOf([&] { device.round(answer); });
    });
    const auto decoded = samplesOf([&] {
        return bench::millisecondsOf([&] {
            protocol::AnswerReader reader;
            reader.feed(answer);
            for (auto part = reader.next(); part && *part; part = reader.next())
                ;
        });
    });
    Device device;
    device.round(answer);
    const std::string nothing = emptyAnswer(0);
    const auto noop = bench::sample(50, [&] { device.round(nothing); });

    std::size_t pushBytes = 0;
    const auto push = samplesOf([&] {
        Device fresh;
        fresh.round(answer);
        recordVisits(fresh);
        client::Engine engine(*fresh.connection);
        return bench::millisecondsOf([&] {
            const auto request = engine.begin();
            pushBytes = request ? request->size() : 0;
            Device::check(engine.feed(emptyAnswer(pushedVisits * (1 + readingsPerVisit))));
            (void)engine.finish();
        });
    });
    const double bytes = static_cast<double>(answer.size()) / 1e6;
    bench::print({{u"sync engine: first sync of a territory"_s, u"ms"_s, first, bench::median(floor)},
                  {u"sync engine: decode a territory"_s, u"ms"_s, decoded},
                  {u"sync: body of a territory"_s, u"MB"_s, {bytes}},
                  {u"sync engine: no-op round"_s, u"ms"_s, noop},
                  {u"sync engine: push 1,000 visits with 5 readings, device's part"_s, u"ms"_s, push},
                  {u"sync: body of that push"_s, u"kB"_s, {static_cast<double>(pushBytes) / 1e3}}});
    return 0;
}
