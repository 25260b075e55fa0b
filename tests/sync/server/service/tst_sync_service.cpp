#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::BatchKind;
using server::Value;

/// What comes back to a device, and to which database.
class TestSyncService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void firstSyncBringsTheSubscribedChannelsWhole();
    void syncWithoutNewsIsSmall();
    void changedColumnsComeAlone();
    void ownRowsAreNotEchoed();
    void ownRowsComeBackWhenAChannelStartsAgain();
    void longChannelComesInResumableSteps();
    void staleDatabaseGetsANewNumber();
    void databaseThatHasCaughtUpIsStaleToo();
    void rowsThatLeaveAndEnterAreTold();
    void lostSubscriptionIsTold();
    void channelThatIsNewBringsWhatWasJustApplied();
};

void TestSyncService::firstSyncBringsTheSubscribedChannelsWhole()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const auto answer = jana.sync();
    QVERIFY(!answer.more);
    QCOMPARE(answer.control.channels.size(), 3U);
    QCOMPARE(answer.control.channels[1].name, "Nord");
    QCOMPARE(answer.ids("customer", BatchKind::Rows), std::vector<qint64>{Company::customer});
    QCOMPARE(answer.ids("staff", BatchKind::Rows).size(), 7U);
    QCOMPARE(answer.ids("asset", BatchKind::Rows), std::vector<qint64>{Company::grinder});
    for (const protocol::Batch &batch : answer.batches) {
        if (batch.table->name == "site") {
            QCOMPARE(batch.values[5].bytes(0), "DE");
            QCOMPARE(batch.values[6].real(0), 53.55);
            QVERIFY(batch.values[8].isNull(0));
            QCOMPARE(batch.channels[0], Company::nord);
        }
    }
}

void TestSyncService::syncWithoutNewsIsSmall()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    QVERIFY(jana.sync().bytes > 500);
    const auto answer = jana.sync();
    QVERIFY(answer.batches.empty());
    QVERIFY(answer.control.channels.empty());
    QVERIFY2(answer.bytes < 100, qPrintable(QString::number(answer.bytes)));
}

void TestSyncService::changedColumnsComeAlone()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    company.update("customer", Company::customer, {{"note", text("Hund")}});
    company.update("customer", Company::southCustomer, {{"note", text("fremd")}});
    const auto answer = jana.sync();
    QCOMPARE(answer.batches.size(), 1U);
    QCOMPARE(answer.batches[0].kind, BatchKind::Fields);
    QCOMPARE(answer.batches[0].columns.size(), 1U);
    QCOMPARE(answer.batches[0].values[0].bytes(0), "Hund");
}

void TestSyncService::ownRowsAreNotEchoed()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    Handheld rolf(company, "rolf");
    jana.sync();
    rolf.sync();
    const qint64 id = jana.mint();
    const qint64 seq = jana.insert("meter_reading", id, reading(17));
    const auto answer = jana.sync();
    QVERIFY(answer.applied(seq));
    QVERIFY(answer.batches.empty());
    QCOMPARE(rolf.sync().ids("meter_reading", BatchKind::Rows), std::vector<qint64>{id});
}

void TestSyncService::ownRowsComeBackWhenAChannelStartsAgain()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    const qint64 id = jana.mint();
    jana.insert("meter_reading", id, reading(17));
    jana.sync();
    jana.resetCursors();
    QCOMPARE(jana.sync().ids("meter_reading", BatchKind::Rows), std::vector<qint64>{id});
    jana.insert("meter_reading", jana.mint(), reading(18));
    QVERIFY(jana.sync().batches.empty());
}

void TestSyncService::longChannelComesInResumableSteps()
{
    Company company(freshLocation());
    constexpr int count = 5'000;
    QVERIFY(company.connection().write([&]() -> Status {
        server::ChangeLog log(company.connection(), company.clock.now());
        QList<server::Row> rows;
        for (int i = 0; i < count; ++i)
            rows.append(
                {10'000 + i, Company::nord, {Company::grinder, Value(), qint64{i}, 0.5 * i, qint64{0}, qint64{0}}});
        server::RowStore(company.connection(), log).insert(*protocol::findTable("meter_reading"), rows);
        log.flush();
        return {};
    }));
    Handheld jana(company, "jana");
    const auto answer = jana.sync();
    QCOMPARE(answer.ids("meter_reading", BatchKind::Rows).size(), static_cast<std::size_t>(count));
    // A device that was cut off after a step goes on behind it.
    Handheld again(company, "jana");
    auto request = again.request();
    request.cursors = {{1, 1'000'000, {}}, {Company::nord, 4'000, {}}, {Company::janasChannel, 0, {}}};
    server::SyncService service(company.clock);
    const auto body = service.sync(company.connection(), again.principal, request);
    QVERIFY(body);
    protocol::AnswerReader reader;
    reader.feed(*body);
    std::size_t readings = 0;
    while (const auto part = *reader.next()) {
        if (const auto *frame = std::get_if<protocol::Frame>(&*part)) {
            for (const protocol::Batch &batch : *frame)
                readings += batch.table->name == "meter_reading" ? batch.rows() : 0;
        }
    }
    QVERIFY(readings >= 1'000 && readings < 1'100);
}

void TestSyncService::staleDatabaseGetsANewNumber()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const qint64 first = jana.mint();
    jana.insert("meter_reading", first, reading(1));
    jana.insert("meter_reading", jana.mint(), reading(2));
    jana.sync();
    const qint64 number = jana.principal.replica;
    // A backup from before the second reading: the number 2 is given out again, for something else.
    jana.setSequence(0);
    const qint64 same = jana.insert("meter_reading", first, reading(1));
    const auto answer = jana.sync(true);
    QVERIFY(answer.control.replica);
    QVERIFY(*answer.control.replica != number);
    QVERIFY(answer.more);
    QVERIFY(answer.batches.empty());
    QVERIFY(answer.applied(same));
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 2);
    // The device may never hear of the new number; it counts once the device speaks by it.
    QCOMPARE(company.integer(u"SELECT replica FROM session"_s), number);
    auto request = jana.request();
    request.replica = *answer.control.replica;
    request.operations.clear();
    auto principal = jana.principal;
    principal.replica = number;
    QVERIFY(server::SyncService(company.clock).sync(company.connection(), principal, request));
    QCOMPARE(company.integer(u"SELECT replica FROM session"_s), *answer.control.replica);
}

void TestSyncService::databaseThatHasCaughtUpIsStaleToo()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.insert("meter_reading", jana.mint(), reading(1));
    jana.insert("meter_reading", jana.mint(), reading(2));
    jana.sync();
    // Set back to before the first reading, and has recorded as many operations since.
    jana.setSequence(0);
    company.clock.advance(std::chrono::minutes{1});
    jana.insert("meter_reading", jana.mint(), reading(3));
    jana.insert("meter_reading", jana.mint(), reading(4));
    const auto answer = jana.sync();
    QVERIFY(answer.control.replica);
    QVERIFY(answer.control.applied.empty());
    // Its operations may be squeezed into a later one: then only what it was told is missing.
    Handheld karl(company, "karl");
    karl.insert("meter_reading", karl.mint(),
                {{"asset_id", Company::southGrinder},
                 {"at", 1LL},
                 {"value", 1.0},
                 {"meter_exchanged", 0LL},
                 {"implausible_confirmed", 0LL}});
    karl.sync();
    karl.setReceipted(0);
    karl.update("customer", Company::southCustomer, {{"email", server::Value()}}, {{"email", u"a@example.org"_s}});
    QVERIFY(karl.sync().control.replica);
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 3);
}

void TestSyncService::rowsThatLeaveAndEnterAreTold()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    Handheld karl(company, "karl");
    jana.sync();
    karl.sync();
    company.moveCustomer(Company::south);
    const auto left = jana.sync();
    QCOMPARE(left.ids("customer", BatchKind::Deletions), std::vector<qint64>{Company::customer});
    QCOMPARE(left.ids("asset", BatchKind::Deletions), std::vector<qint64>{Company::grinder});
    const auto entered = karl.sync();
    QCOMPARE(entered.ids("customer", BatchKind::Rows), std::vector<qint64>{Company::customer});
    QCOMPARE(entered.ids("appointment", BatchKind::Rows), std::vector<qint64>{Company::appointment});
}

void TestSyncService::lostSubscriptionIsTold()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    company.update("staff", Company::jana, {{"team_id", 61LL}});
    const auto answer = jana.sync();
    QCOMPARE(answer.control.removed, std::vector<qint64>{Company::nord});
    QCOMPARE(answer.control.channels.size(), 1U);
    QCOMPARE(answer.control.channels[0].id, Company::south);
    QCOMPARE(answer.ids("customer", BatchKind::Rows), std::vector<qint64>{Company::southCustomer});
}

void TestSyncService::channelThatIsNewBringsWhatWasJustApplied()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    // She works on at a customer who has moved with her to the south; her device still has him in the north.
    company.update("staff", Company::jana, {{"team_id", 61LL}});
    company.moveCustomer(Company::south);
    const qint64 mine = jana.mint();
    jana.insert("meter_reading", mine, reading(1));
    const auto answer = jana.sync();
    QCOMPARE(answer.control.removed, std::vector<qint64>{Company::nord});
    QCOMPARE(answer.ids("meter_reading", BatchKind::Rows), std::vector<qint64>{mine});
}

QTEST_GUILESS_MAIN(TestSyncService)
#include "tst_sync_service.moc"
