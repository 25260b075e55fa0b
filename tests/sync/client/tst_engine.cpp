#include "tests/sync/client/world.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using protocol::Value;

/// What passes between a device and its server, whatever is cut off.
class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFirstSyncBringsTheChannelsAndTheirIndexes();
    void aSyncWithoutNewsWritesNothing();
    void aFactGoesUpOnceAndIsReceipted();
    void anAnswerLostAfterTheApplyDoublesNothing();
    void anAnswerCutAnywhereLosesNothing();
    void aCutSnapshotGoesOnWhereItStopped();
    void rubbishInAnAnswerIsAnErrorAndLeavesTheDatabase();
    void aChangeOnTheServerArrives();
    void aChannelThatIsTakenAwayLeavesOnlyUnsentRows();
    void aRowThatMovesBetweenTwoOwnChannelsStays();
    void aRowRecordedWhileItsCustomerMovesFollowsHim();
    void aRowFollowsItsCustomerWhoComesInSeveralSlices();
    void aRequestSaysWhatTheDeviceWasToldLast();
    void aMissingRowMakesTheChannelComeAgain();
    void aRestoredDatabaseGetsANewNumberAndLosesNothing();
    void moreOperationsThanOneRequestCarriesGoInSeveral();
    void theDevicesTablesAreTheDescribedOnes();
};

namespace {

void addHistory(FakeServer &server, int readings)
{
    for (int i = 0; i < readings; ++i) {
        server.put("meter_reading", 10'000 + i, TestDatabase::territoryChannel,
                   {{"asset_id", TestDatabase::grinder.value},
                    {"at", qint64{1'700'000'000'000} + i * 104'729'001LL % 86'400'000'000},
                    {"value", i * 7'919 % 100'003 / 10.0},
                    {"meter_exchanged", qint64{0}},
                    {"implausible_confirmed", qint64{0}}});
    }
}

} // namespace

void TestEngine::aFirstSyncBringsTheChannelsAndTheirIndexes()
{
    World world;
    const qint64 indexes =
        world.device.integer("SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger')");
    for (const char *table :
         {"asset", "site", "customer", "product", "segment", "team", "staff", "territory", "channel"})
        world.device.execute((std::string("PRAGMA foreign_keys = OFF; DELETE FROM ") + table).c_str());
    world.server.rowsPerFrame = 700;
    addHistory(world.server, 5'000);
    const auto synced = world.sync();
    QVERIFY(synced);
    COMPARE_BOTH(world);
    QVERIFY(synced->rowsIn > 5'000);
    QCOMPARE(world.device.integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM sqlite_master WHERE type IN ('index', 'trigger')"), indexes);
    QCOMPARE(world.device.integer("SELECT count(*) FROM device WHERE key = 'deferred_schema'"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM search WHERE search MATCH 'muster*'"), 2);
    QCOMPARE(world.device.integer("SELECT count(*) FROM search WHERE search MATCH 'muhle AND gr6*'"), 2);
    QCOMPARE(world.device.integer("SELECT count(*) FROM channel WHERE cursor > 0"), 3);
}

void TestEngine::aSyncWithoutNewsWritesNothing()
{
    World world;
    VERIFY_SYNC(world);
    int commits = 0;
    connect(&world.device.notifier, &storage::ChangeNotifier::changed, this, [&] { ++commits; });
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->rowsIn, 0U);
    QCOMPARE(commits, 0);
}

void TestEngine::aFactGoesUpOnceAndIsReceipted()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 id = world.addReading(214'380);
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->operationsOut, 1U);
    QCOMPARE(synced->settled, 1);
    QCOMPARE(synced->rowsIn, 0U); // no echo
    QVERIFY(world.server.find("meter_reading", id));
    QCOMPARE(world.server.find("meter_reading", id)->channel, TestDatabase::territoryChannel);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(world.device.integer("SELECT row FROM receipt WHERE tbl = 'meter_reading'"), id);
    COMPARE_BOTH(world);
}

void TestEngine::anAnswerLostAfterTheApplyDoublesNothing()
{
    World world;
    VERIFY_SYNC(world);
    world.addReading(1);
    world.edit("customer", 200, {{"phone", u"1"_s}});
    world.syncLost();
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox WHERE state = 1"), 2);
    world.edit("customer", 200, {{"phone", u"2"_s}});
    world.addReading(2);
    world.syncLost();
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.server.count("meter_reading"), 2U);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
    QVERIFY(world.server.find("customer", 200)->fields.at("phone") == Value(std::string("2")));
}

void TestEngine::anAnswerCutAnywhereLosesNothing()
{
    for (std::size_t cut = 0;; cut += 41) {
        World world;
        VERIFY_SYNC(world);
        world.addReading(1);
        world.edit("customer", 200, {{"phone", u"1"_s}});
        world.server.set("customer", 200, "note", std::string("Hintereingang"));
        addHistory(world.server, 30);
        const bool whole = world.syncCut(cut);
        VERIFY_SYNC(world);
        COMPARE_BOTH(world);
        QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
        if (whole)
            break;
    }
}

void TestEngine::aCutSnapshotGoesOnWhereItStopped()
{
    World world;
    world.server.rowsPerFrame = 500;
    addHistory(world.server, 10'000);
    QVERIFY(!world.syncCut(30'000));
    const qint64 there = world.device.integer("SELECT count(*) FROM meter_reading");
    QVERIFY(there > 500);
    QVERIFY(there < 10'000);
    QVERIFY(!world.text("SELECT position FROM channel WHERE id = 10").isEmpty());
    const auto synced = world.sync();
    QVERIFY(synced);
    QVERIFY(synced->rowsIn <= 10'000 - static_cast<std::size_t>(there) + 2'000);
    COMPARE_BOTH(world);
}

void TestEngine::rubbishInAnAnswerIsAnErrorAndLeavesTheDatabase()
{
    World world;
    VERIFY_SYNC(world);
    world.addReading(1);
    client::Engine engine(world.device.connection());
    const auto request = engine.begin();
    QVERIFY(request);
    const Status fed = engine.feed("<html>Bitte anmelden</html>");
    QVERIFY(!fed);
    QCOMPARE(fed.error().domain, Domain::Protocol);
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
}

void TestEngine::aChangeOnTheServerArrives()
{
    World world;
    VERIFY_SYNC(world);
    world.server.set("customer", 200, "note", std::string("Hund"));
    world.server.put("contact", 900, 10, {{"customer_id", qint64{200}}, {"name", std::string("Frau Beispiel")}});
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    world.server.remove("contact", 900);
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
}

void TestEngine::aChannelThatIsTakenAwayLeavesOnlyUnsentRows()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 refused = world.addReading(1);
    world.server.refuse.insert(refused);
    world.server.subscribed.erase(10);
    VERIFY_SYNC(world);
    QCOMPARE(world.device.integer("SELECT count(*) FROM customer"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM meter_reading"), 1);
    QCOMPARE(world.device.integer("SELECT count(*) FROM channel"), 2);

    world.server.refuse.clear(); // the person tries again, and the server takes it
    world.device.execute("UPDATE outbox SET state = 0, reason = NULL");
    world.device.execute("INSERT INTO outbox (at, kind, tbl, row) SELECT at, kind, tbl, row FROM outbox");
    world.device.execute("DELETE FROM outbox WHERE seq = (SELECT min(seq) FROM outbox)");
    VERIFY_SYNC(world);
    QVERIFY(world.server.find("meter_reading", refused));
    QCOMPARE(world.device.integer("SELECT count(*) FROM meter_reading"), 0);
    COMPARE_BOTH(world);
}

void TestEngine::aRowThatMovesBetweenTwoOwnChannelsStays()
{
    World world;
    world.server.subscribed[11] = {11, protocol::ChannelKind::Territory, 51, "Mitte"};
    VERIFY_SYNC(world);
    const auto fields = world.server.find("customer", 200)->fields;
    world.server.put("customer", 200, 11, fields);
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.device.integer("SELECT channel FROM customer"), 11);
    world.server.put("customer", 200, 10, fields);
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
}

void TestEngine::aRowRecordedWhileItsCustomerMovesFollowsHim()
{
    World world;
    world.server.subscribed[11] = {11, protocol::ChannelKind::Territory, 51, "Mitte"};
    VERIFY_SYNC(world);
    for (const auto &[table, id] : {std::pair{"customer", 200}, std::pair{"site", 201}, std::pair{"asset", 202}}) {
        const auto fields = world.server.find(table, id)->fields;
        world.server.put(table, id, 11, fields);
    }
    QVERIFY(world.addReading(1)); // the handheld has not heard of it
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.device.integer("SELECT channel FROM meter_reading"), 11);
}

void TestEngine::aRowFollowsItsCustomerWhoComesInSeveralSlices()
{
    World world;
    world.server.subscribed[11] = {11, protocol::ChannelKind::Territory, 51, "Mitte"};
    VERIFY_SYNC(world);
    const auto move = [&](const char *table, qint64 id) {
        const auto fields = world.server.find(table, id)->fields;
        world.server.put(table, id, 11, fields);
    };
    move("customer", 200);
    VERIFY_SYNC(world);
    move("site", 201);
    move("asset", 202);
    QVERIFY(world.addReading(1)); // belongs to the asset, which comes without the customer
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.device.integer("SELECT channel FROM meter_reading"), 11);
}

void TestEngine::aRequestSaysWhatTheDeviceWasToldLast()
{
    World world;
    const auto said = [&] {
        const auto request = client::Engine(world.device.connection()).begin();
        const auto message = request ? protocol::decodeRequest(*request) : tl::unexpected(request.error());
        return message ? message->receipted.value_or(-1) : -2;
    };
    QCOMPARE(said(), 0);
    QVERIFY(world.addReading(1));
    world.syncLost();
    QCOMPARE(said(), 0);
    VERIFY_SYNC(world);
    QCOMPARE(said(), 1);
}

void TestEngine::aMissingRowMakesTheChannelComeAgain()
{
    World world;
    VERIFY_SYNC(world);
    world.device.execute("PRAGMA foreign_keys = OFF; DELETE FROM customer; PRAGMA foreign_keys = ON");
    world.server.set("customer", 200, "note", std::string("Hund"));
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->repaired, std::vector<qint64>{10});
    COMPARE_BOTH(world);
}

void TestEngine::aRestoredDatabaseGetsANewNumberAndLosesNothing()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 sentBefore = world.addReading(1);
    world.syncLost(); // the backup is of this moment: sent, and the answer not seen
    world.server.highest = 50;
    world.server.put("meter_reading", sentBefore + 1, 10, // made after the backup by the database that was lost
                     {{"asset_id", qint64{202}},
                      {"at", qint64{5}},
                      {"value", 7.0},
                      {"meter_exchanged", qint64{0}},
                      {"implausible_confirmed", qint64{0}}});
    const qint64 visit = world.addVisit();
    QCOMPARE(visit, sentBefore + 1); // the number that the server already knows as something else
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.server.count("visit"), 1U);
    QCOMPARE(world.server.count("meter_reading"), 2U);
    QVERIFY(world.device.integer("SELECT id FROM visit") > idRangeStart(90));
    QCOMPARE(world.device.integer("SELECT count(*) FROM finding f JOIN visit v ON v.id = f.visit_id"), 1);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QVERIFY(world.addReading(3) > idRangeStart(90));
}

void TestEngine::moreOperationsThanOneRequestCarriesGoInSeveral()
{
    World world;
    VERIFY_SYNC(world);
    world.device.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) "
                         "INSERT INTO meter_reading (id, channel, asset_id, at, value, meter_exchanged, "
                         "implausible_confirmed) SELECT (7 << 32) + 1000 + i, 10, 202, i, i, 0, 0 FROM n");
    world.device.execute(
        "INSERT INTO outbox (at, kind, tbl, row) SELECT at, 1, 'meter_reading', id FROM meter_reading");
    const int before = world.server.requests;
    VERIFY_SYNC(world);
    QCOMPARE(world.server.requests - before, 2);
    QCOMPARE(world.server.count("meter_reading"), 12'000U);
    QCOMPARE(world.device.integer("SELECT count(*) FROM receipt"), 12'000);
}

void TestEngine::theDevicesTablesAreTheDescribedOnes()
{
    World world;
    const auto sqlType = [](protocol::ColumnType type) {
        switch (protocol::ColumnData::storageOf(type)) {
        case protocol::ColumnData::Storage::Integers:
            return u"INTEGER"_s;
        case protocol::ColumnData::Storage::Reals:
            return u"REAL"_s;
        case protocol::ColumnData::Storage::Bytes:
            break;
        }
        return type == protocol::ColumnType::Blob ? u"BLOB"_s : u"TEXT"_s;
    };
    for (const protocol::Table &table : protocol::tables()) {
        const QString name = QString::fromStdString(std::string(table.name));
        QString described = u"id INTEGER 0, channel INTEGER 1"_s;
        for (const protocol::Column &column : table.columns) {
            described += u", %1 %2 %3"_s.arg(QString::fromStdString(std::string(column.name)), sqlType(column.type))
                             .arg(column.nullable ? 0 : 1);
        }
        const QByteArray query = u"SELECT group_concat(name || ' ' || type || ' ' || \"notnull\", ', ') "
                                 "FROM pragma_table_info('%1')"_s.arg(name)
                                     .toUtf8();
        QCOMPARE(name + u": "_s + world.text(query.constData()), name + u": "_s + described);
    }
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
