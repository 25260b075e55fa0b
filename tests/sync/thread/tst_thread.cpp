#include "sync/client/outboxbook.h"
#include "sync/client/sql.h"
#include "tests/sync/client/verifysync.h"
#include "tests/sync/thread/realdevice.h"

#include <QTest>
#include <random>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using Fault = DirectTransport::Fault;

/// The real engine and the real server's services together.
class TestThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFirstSyncBringsTheCompany();
    void theDailyComparisonIsARunOfItsOwn();
    void aVisitBecomesABonusThatTheSupervisorApproves();
    void theSameFieldEditedTwiceIsAConflictWithBothValues();
    void anOperationThatTheServerRefusesIsKeptAndHoldsUpNoOther();
    void aRestoredBackupLosesAndDoublesNothing();
    void historiesWithFaultsEndInAgreement();
};

namespace {

struct RecordedVisit
{
    qint64 visit;
    qint64 referral;
};

RecordedVisit recordVisit(RealDevice &jana)
{
    const Instant now = jana.connection->clock().now();
    const qint64 visit = jana.insert("visit", "customer", Company::customer,
                                     {{"customer_id", Company::customer},
                                      {"site_id", Company::site},
                                      {"asset_id", Company::grinder},
                                      {"appointment_id", Company::appointment},
                                      {"technician_id", Company::jana},
                                      {"kind", u"maintenance"_s},
                                      {"status", u"under_way"_s},
                                      {"started", now}});
    const qint64 note = jana.insert("due_note", "visit", visit,
                                    {{"asset_id", Company::grinder},
                                     {"visit_id", visit},
                                     {"verdict", u"replace"_s},
                                     {"customer_informed", true},
                                     {"forecast_status", u"due"_s},
                                     {"at", now}});
    const qint64 referral = jana.insert("referral", "visit", visit,
                                        {{"customer_id", Company::customer},
                                         {"site_id", Company::site},
                                         {"asset_id", Company::grinder},
                                         {"visit_id", visit},
                                         {"due_note_id", note},
                                         {"technician_id", Company::jana},
                                         {"product_id", qint64{301}},
                                         {"interest", u"hot"_s},
                                         {"repair_shown", true},
                                         {"stage", u"new"_s},
                                         {"created", now}});
    jana.edit("visit", visit, {{"status", u"completed"_s}, {"ended", now}});
    return {visit, referral};
}

} // namespace

void TestThread::aFirstSyncBringsTheCompany()
{
    Company company;
    RealDevice jana(company, u"jana"_s);
    VERIFY_SYNC(jana);
    QCOMPARE(jana.integer("SELECT count(*) FROM customer"), 1);
    QCOMPARE(jana.integer("SELECT count(*) FROM staff"), 7);
    QCOMPARE(jana.integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    QCOMPARE(jana.integer("SELECT count(*) FROM content_file"), 1);
    const auto again = jana.sync();
    QVERIFY(again);
    QCOMPARE(again->rowsIn, 0U);
    QCOMPARE(again->rounds, 1);
}

void TestThread::theDailyComparisonIsARunOfItsOwn()
{
    Company company;
    RealDevice jana(company, u"jana"_s);
    const auto compare = [&] { return client::SyncRun(*jana.connection, jana.account).compareIfDue(); };
    VERIFY_SYNC(jana);
    const auto synced = jana.sync();
    QVERIFY(synced && !synced->checked); // nobody waits for it
    auto compared = compare();
    QVERIFY(compared && *compared);
    QVERIFY((*compared)->checked && (*compared)->repaired.empty());
    compared = compare();
    QVERIFY(compared && !*compared);
    company.clock.advance(std::chrono::hours(24));
    compared = compare();
    QVERIFY(compared && *compared && (*compared)->checked);
}

void TestThread::aVisitBecomesABonusThatTheSupervisorApproves()
{
    Company company;
    RealDevice jana(company, u"jana"_s, 1);
    RealDevice rolf(company, u"rolf"_s, 2);
    VERIFY_SYNC(jana);
    VERIFY_SYNC(rolf);
    const RecordedVisit recorded = recordVisit(jana);
    VERIFY_SYNC(jana);
    QCOMPARE(jana.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(jana.text("SELECT kind FROM bonus_entry"), u"reserved"_s);
    QCOMPARE(jana.integer("SELECT amount_cents FROM bonus_entry"), 2'500);

    VERIFY_SYNC(rolf);
    QCOMPARE(rolf.integer("SELECT id FROM visit WHERE status = 'completed'"), recorded.visit);
    const qint64 entry = rolf.integer("SELECT id FROM bonus_entry WHERE kind = 'reserved'");
    QVERIFY(entry > 0);
    rolf.insert("bonus_decision", "bonus_entry", entry,
                {{"entry_id", entry},
                 {"decision", u"approve"_s},
                 {"staff_id", qint64{102}},
                 {"at", rolf.connection->clock().now()}});
    VERIFY_SYNC(rolf);
    QCOMPARE(rolf.integer("SELECT count(*) FROM outbox"), 0);

    VERIFY_SYNC(jana);
    QCOMPARE(jana.integer("SELECT count(*) FROM bonus_entry WHERE kind = 'approved'"), 1);
    QCOMPARE(jana.text("SELECT stage FROM referral"), u"accepted"_s);
    QVERIFY(jana.integer("SELECT count(*) FROM referral_event WHERE stage = 'accepted'") >= 1);
}

void TestThread::theSameFieldEditedTwiceIsAConflictWithBothValues()
{
    Company company;
    RealDevice jana(company, u"jana"_s, 1);
    RealDevice rolf(company, u"rolf"_s, 2);
    VERIFY_SYNC(jana);
    VERIFY_SYNC(rolf);
    rolf.edit("customer", Company::customer, {{"phone", u"von Rolf"_s}});
    jana.edit("customer", Company::customer, {{"phone", u"von Jana"_s}, {"note", u"Hintereingang"_s}});
    VERIFY_SYNC(rolf);
    VERIFY_SYNC(jana);
    VERIFY_SYNC(rolf);
    client::OutboxBook book(*jana.connection);
    const auto open = book.conflicts();
    QVERIFY(open);
    QCOMPARE(open->size(), 1U);
    QCOMPARE(open->front().mine, u"von Jana"_s);
    QCOMPARE(open->front().theirs, u"von Rolf"_s);
    QCOMPARE(rolf.text("SELECT note FROM customer WHERE id = 200"), u"Hintereingang"_s);
    QVERIFY(book.resolve(open->front().id, client::OutboxBook::Choice::Mine, u"Telefon"_s));
    VERIFY_SYNC(jana);
    VERIFY_SYNC(rolf);
    QCOMPARE(rolf.text("SELECT phone FROM customer WHERE id = 200"), u"von Jana"_s);
    QCOMPARE(jana.integer("SELECT count(*) FROM conflict"), 0);
}

void TestThread::anOperationThatTheServerRefusesIsKeptAndHoldsUpNoOther()
{
    Company company;
    RealDevice jana(company, u"jana"_s);
    VERIFY_SYNC(jana);
    // A technician may not decide on bonus lines; the interface would not offer it.
    recordVisit(jana);
    VERIFY_SYNC(jana);
    const qint64 entry = jana.integer("SELECT id FROM bonus_entry");
    jana.insert("bonus_decision", "bonus_entry", entry,
                {{"entry_id", entry},
                 {"decision", u"approve"_s},
                 {"staff_id", Company::jana},
                 {"at", jana.connection->clock().now()}});
    jana.addReading(5);
    VERIFY_SYNC(jana);
    QCOMPARE(jana.integer("SELECT count(*) FROM outbox WHERE state = 2"), 1);
    QVERIFY(!jana.text("SELECT reason FROM outbox").isEmpty());
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_decision"_s), 0);
}

void TestThread::aRestoredBackupLosesAndDoublesNothing()
{
    Company company;
    RealDevice jana(company, u"jana"_s);
    VERIFY_SYNC(jana);
    jana.addReading(1);
    jana.transport.fault = Fault::AnswerLost;
    QVERIFY(!jana.sync()); // sent, not confirmed: of this moment is the backup
    client::execute(jana.connection->handle(), "PRAGMA wal_checkpoint(TRUNCATE)");
    const QByteArray backup = jana.disk.content("turnus.db");
    QVERIFY(!backup.isEmpty());
    jana.addReading(2);
    jana.addReading(4);
    VERIFY_SYNC(jana);

    // Operations of one number are told apart by when they were recorded.
    company.clock.advance(std::chrono::minutes{1});
    simulation::SimulatedDisk disk(3);
    disk.setContent("turnus.db", backup);
    auto opened = storage::Connection::open({.path = u"turnus.db"_s, .vfs = disk.name()}, company.clock);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
    DirectTransport transport(company);
    client::Account account(**opened, transport, jana.tokens);
    QVERIFY((*opened)->write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        const storage::Field fields[] = {{"asset_id", Company::grinder},
                                         {"at", writer.now()},
                                         {"value", 3.0},
                                         {"meter_exchanged", false},
                                         {"implausible_confirmed", false}};
        writer.insertRow("meter_reading", id, Company::nord, fields);
        return {};
    }));
    const auto synced = client::SyncRun(**opened, account).run();
    QVERIFY2(synced, synced ? "" : qPrintable(synced.error().toString()));
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 4);
    QCOMPARE(company.integer(u"SELECT count(DISTINCT value) FROM meter_reading"_s), 4);
    client::Sql rows((*opened)->handle(), "SELECT count(*), count(DISTINCT value) FROM meter_reading");
    QVERIFY(rows.step());
    QCOMPARE(rows.integer(0), 4);
    QCOMPARE(rows.integer(1), 4);
}

void TestThread::historiesWithFaultsEndInAgreement()
{
    for (unsigned seed = 1; seed <= 25; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](unsigned limit) { return random() % limit; };
        Company company;
        RealDevice jana(company, u"jana"_s, seed);
        RealDevice rolf(company, u"rolf"_s, seed + 1000);
        RealDevice *devices[] = {&jana, &rolf};
        VERIFY_SYNC(jana);
        VERIFY_SYNC(rolf);
        int readings = 0;
        for (int step = 0; step < 40; ++step) {
            RealDevice &device = *devices[below(2)];
            company.clock.advance(std::chrono::seconds(1 + below(100)));
            switch (below(5)) {
            case 0:
                device.addReading(++readings);
                break;
            case 1:
                device.edit("customer", Company::customer, {{"phone", QString::number(below(4))}});
                break;
            case 2:
                device.edit("asset", Company::grinder,
                            {{"place", QString::number(below(3))}, {"serial", QString::number(below(3))}});
                break;
            default:
                device.transport.fault = static_cast<Fault>(below(5));
                device.transport.cutAfter = below(400);
                (void)device.sync();
                break;
            }
        }
        for (int round = 0; round < 3; ++round) {
            for (RealDevice *device : devices) {
                device->transport.fault = Fault::None;
                VERIFY_SYNC(*device);
            }
        }
        RealDevice fresh(company, u"jana"_s, seed + 2000);
        VERIFY_SYNC(fresh);
        const QByteArray where = u"seed %1"_s.arg(seed).toUtf8();
        QVERIFY2(jana.dump() == fresh.dump(), where);
        for (RealDevice *device : devices) {
            QCOMPARE(device->integer("SELECT count(*) FROM outbox"), 0);
            QCOMPARE(device->integer("SELECT count(*) FROM held_value"), 0);
            QCOMPARE(device->integer("SELECT count(*) FROM meter_reading"), readings);
            QCOMPARE(device->integer("SELECT count(DISTINCT value) FROM meter_reading"), readings);
        }
        for (const char *sql : {"SELECT phone FROM customer WHERE id = 200", "SELECT place FROM asset WHERE id = 202",
                                "SELECT serial FROM asset WHERE id = 202"}) {
            QVERIFY2(jana.text(sql) == rolf.text(sql), where);
            QVERIFY2(jana.text(sql) == fresh.text(sql), where);
        }
    }
}

QTEST_GUILESS_MAIN(TestThread)
#include "tst_thread.moc"
