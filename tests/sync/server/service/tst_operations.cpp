#include "sync/server/service/operationapplier.h"
#include "sync/server/service/verifier.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::Outcome;
using server::textOf;
using server::Value;

/// What becomes of a device's operations.
class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void fieldsMergeThreeWays_data();
    void fieldsMergeThreeWays();
    void bothValuesOfAConflictAreKept();
    void settledConflictIsClosed();
    void newerConflictTakesThePlaceOfTheOlder();
    void editThatCameToAgreeClosesItsConflict();
    void editThatItsInsertCarriesChangesNothing();
    void repeatedPushChangesNothing();
    void lostAnswerToAMergeIsGivenAgain();
    void badOperationHoldsUpNoOther();
    void refusedOperationIsTriedAgain();
    void refusedByTheDatabaseHoldsUpNoOther();
    void foreignAndUnknownReferencesAreRefused();
    void rowsOfAnotherReplicasRangeAreRefused();
    void aPushBeginsAnewWhenItsCustomerMovedMeanwhile();
    void oneAssetEarnsOnceWhenTwoReferItAtTheSameTime();
    void anAssetThatEarnedTwiceIsNamed();
};

void TestOperations::fieldsMergeThreeWays_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("server"); // what the office has made of "old" meanwhile
    QTest::addColumn<QString>("device"); // what the device makes of "old"
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("outcome");
    const int applied = static_cast<int>(Outcome::Applied);
    const int merged = static_cast<int>(Outcome::Merged);
    const int conflict = static_cast<int>(Outcome::Conflict);
    QTest::newRow("ask: untouched") << u"note"_s << u"jana"_s << u"old"_s << u"mine"_s << u"mine"_s << applied;
    QTest::newRow("ask: same edit") << u"note"_s << u"jana"_s << u"same"_s << u"same"_s << u"same"_s << applied;
    QTest::newRow("ask: both edited") << u"note"_s << u"jana"_s << u"theirs"_s << u"mine"_s << u"theirs"_s << conflict;
    QTest::newRow("device wins: untouched")
        << u"status"_s << u"jana"_s << u"planned"_s << u"done"_s << u"done"_s << applied;
    QTest::newRow("device wins: both edited")
        << u"status"_s << u"jana"_s << u"cancelled"_s << u"done"_s << u"done"_s << applied;
    QTest::newRow("server wins: untouched")
        << u"kind"_s << u"dispatch"_s << u"maintenance"_s << u"repair"_s << u"repair"_s << applied;
    QTest::newRow("server wins: both edited")
        << u"kind"_s << u"dispatch"_s << u"emergency"_s << u"repair"_s << u"emergency"_s << merged;
}

void TestOperations::fieldsMergeThreeWays()
{
    QFETCH(QString, column);
    QFETCH(QString, server);
    QFETCH(QString, device);
    QFETCH(QString, login);
    QFETCH(int, outcome);
    Company company(freshLocation());
    const std::string name = column.toStdString();
    if (column == "note"_L1)
        company.update("appointment", Company::appointment, {{"note", text("old")}});
    const QString old = textOf(company.value(u"SELECT %1 FROM appointment WHERE id = 203"_s.arg(column)));
    Handheld handheld(company, login.toStdString());
    handheld.sync();
    company.update("appointment", Company::appointment, {{name, server}, {"reason", text("Dichtung")}});
    const qint64 seq = handheld.update("appointment", Company::appointment, {{name, old}}, {{name, device}});
    const auto answer = handheld.sync();
    QTEST(textOf(company.value(u"SELECT %1 FROM appointment WHERE id = 203"_s.arg(column))), "result");
    // The other field of the same record is never touched.
    QCOMPARE(textOf(company.value(u"SELECT reason FROM appointment WHERE id = 203"_s)), u"Dichtung"_s);
    if (outcome == static_cast<int>(Outcome::Applied)) {
        QVERIFY(answer.applied(seq));
        return;
    }
    const protocol::Receipt *receipt = answer.receipt(seq);
    QVERIFY(receipt);
    QCOMPARE(static_cast<int>(receipt->outcome), outcome);
    QCOMPARE(receipt->fields.size(), 1U);
    QCOMPARE(receipt->fields[0].name, name);
    QCOMPARE(std::get<std::string>(receipt->fields[0].value), server.toStdString());
    QCOMPARE(receipt->fields[0].conflict, receipt->outcome == Outcome::Conflict);
}

void TestOperations::bothValuesOfAConflictAreKept()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    Handheld rolf(company, "rolf");
    jana.sync();
    rolf.sync();
    rolf.update("customer", Company::customer, {{"note", Value()}}, {{"note", text("Rolfs")}});
    rolf.sync();
    company.clock.advance(std::chrono::minutes(1));
    const qint64 seq = jana.update("customer", Company::customer, {{"note", Value()}, {"phone", text("0123 555-0100")}},
                                   {{"note", text("Janas")}, {"phone", text("0123 555-0199")}});
    const auto answer = jana.sync();
    QCOMPARE(textOf(company.value(u"SELECT note FROM customer WHERE id = 200"_s)), u"Rolfs"_s);
    QCOMPARE(textOf(company.value(u"SELECT phone FROM customer WHERE id = 200"_s)), u"0123 555-0199"_s);
    QCOMPARE(answer.receipt(seq)->fields[0].by, "supervisor");
    QVERIFY(answer.receipt(seq)->fields[0].at > 0);
    QList<server::ConflictRow> open;
    QVERIFY(company.connection().read([&]() -> Status {
        open = server::OperationStore(company.connection()).openConflicts(20, Company::customer);
        return {};
    }));
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0].mine, text("Janas"));
    QCOMPARE(open[0].theirs, text("Rolfs"));
    QVERIFY(server::isNull(open[0].base));
    QCOMPARE(open[0].mineBy, Company::jana);
    QCOMPARE(open[0].theirsBy, 102);
    QCOMPARE(open[0].mineAt - open[0].theirsAt, milliseconds(60'000));
}

void TestOperations::settledConflictIsClosed()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    company.update("customer", Company::customer, {{"note", text("Büro")}});
    const qint64 seq = jana.update("customer", Company::customer, {{"note", Value()}}, {{"note", text("Jana")}});
    jana.sync();
    jana.update("customer", Company::customer, {{"note", text("Büro")}}, {{"note", text("Jana")}});
    auto request = jana.request();
    request.settled.push_back({seq, "note"});
    QVERIFY(server::SyncService(company.clock).sync(company.connection(), jana.principal, request));
    QCOMPARE(textOf(company.value(u"SELECT note FROM customer WHERE id = 200"_s)), u"Jana"_s);
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict WHERE settled_at IS NULL"_s), 0);
    QCOMPARE(company.integer(u"SELECT settled_by FROM conflict"_s), Company::jana);
}

void TestOperations::newerConflictTakesThePlaceOfTheOlder()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    company.update("customer", Company::customer, {{"note", text("Büro")}, {"email", text("b@example.org")}});
    jana.update("customer", Company::customer, {{"note", Value()}, {"email", Value()}},
                {{"note", text("eins")}, {"email", text("j@example.org")}});
    jana.sync();
    company.update("customer", Company::customer, {{"note", text("Chef")}});
    const qint64 newer = jana.update("customer", Company::customer, {{"note", text("Büro")}}, {{"note", text("zwei")}});
    jana.sync();
    const QString open = u"SELECT %1 FROM conflict WHERE column_name = '%2' AND settled_at IS NULL"_s;
    QCOMPARE(company.integer(open.arg(u"count(*)"_s, u"note"_s)), 1);
    QCOMPARE(company.integer(open.arg(u"seq"_s, u"note"_s)), newer);
    QCOMPARE(company.integer(open.arg(u"count(*)"_s, u"email"_s)), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict"_s), 3);
}

void TestOperations::editThatCameToAgreeClosesItsConflict()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    company.update("customer", Company::customer, {{"note", text("Büro")}});
    jana.update("customer", Company::customer, {{"note", Value()}}, {{"note", text("eins")}});
    jana.update("customer", Company::customer, {{"note", text("eins")}}, {{"note", text("Büro")}});
    jana.sync();
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict WHERE settled_at IS NULL"_s), 0);
}

void TestOperations::editThatItsInsertCarriesChangesNothing()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const qint64 contact = jana.mint();
    const qint64 made =
        jana.insert("contact", contact, {{"customer_id", Company::customer}, {"name", text("Frau Beispiel")}});
    const qint64 edited =
        jana.update("contact", contact, {{"name", text("Frau Muster")}}, {{"name", text("Frau Beispiel")}});
    const qint64 other = jana.update("contact", contact, {{"phone", Value()}}, {{"phone", text("0123")}});
    const auto answer = jana.sync();
    QVERIFY(answer.applied(made) && answer.applied(edited) && answer.applied(other));
    QCOMPARE(textOf(company.value(u"SELECT name FROM contact"_s)), u"Frau Beispiel"_s);
    QCOMPARE(textOf(company.value(u"SELECT phone FROM contact"_s)), u"0123"_s);
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict"_s), 0);
}

void TestOperations::repeatedPushChangesNothing()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const auto visit = jana.visitWithReferral(u"due"_s, false);
    jana.update("customer", Company::customer, {{"note", Value()}}, {{"note", text("eins")}});
    const auto first = jana.sync(true);
    QVERIFY(first.applied(visit.referralSequence));
    const QString counts = u"SELECT (SELECT count(*) FROM change) * 1000 + (SELECT count(*) FROM bonus_entry) * 100 + "
                           "(SELECT count(*) FROM visit) * 10 + (SELECT count(*) FROM referral)"_s;
    const qint64 before = company.integer(counts);
    company.update("customer", Company::customer, {{"note", text("zwei")}});
    const auto second = jana.sync(true);
    QCOMPARE(second.control.applied, first.control.applied);
    QCOMPARE(company.integer(counts), before + 1'000); // the office's own edit
    QCOMPARE(textOf(company.value(u"SELECT note FROM customer WHERE id = 200"_s)), u"zwei"_s);
}

void TestOperations::lostAnswerToAMergeIsGivenAgain()
{
    Company company(freshLocation());
    Handheld dispatch(company, "dispatch");
    company.update("appointment", Company::appointment, {{"kind", text("emergency")}, {"note", text("Büro")}});
    const qint64 seq =
        dispatch.update("appointment", Company::appointment, {{"kind", text("maintenance")}, {"note", Value()}},
                        {{"kind", text("repair")}, {"note", text("mein")}});
    const auto lost = dispatch.sync(true);
    const auto again = dispatch.sync(true);
    QVERIFY(again.receipt(seq));
    QCOMPARE(*again.receipt(seq), *lost.receipt(seq));
    QCOMPARE(again.receipt(seq)->fields.size(), 2U);
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict"_s), 1);
}

void TestOperations::badOperationHoldsUpNoOther()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const qint64 good = jana.insert("meter_reading", jana.mint(), reading(1));
    const qint64 word =
        jana.insert("condition_grade", jana.mint(), {{"asset_id", Company::grinder}, {"at", 5LL}, {"grade", 6LL}});
    const qint64 unknown = jana.update("customer", 4711, {{"note", Value()}}, {{"note", text("x")}});
    const qint64 fact = jana.update("meter_reading", Company::grinder, {{"value", 1.0}}, {{"value", 2.0}});
    const qint64 reference = jana.insert("segment", jana.mint(), {{"name", text("x")}});
    const qint64 last = jana.insert("meter_reading", jana.mint(), reading(2));
    const auto answer = jana.sync();
    QVERIFY(answer.applied(good) && answer.applied(last));
    for (const qint64 bad : {word, unknown, fact, reference}) {
        QVERIFY(answer.receipt(bad));
        QCOMPARE(answer.receipt(bad)->outcome, Outcome::Refused);
    }
    QVERIFY(answer.receipt(word)->reason.starts_with("value-range: condition_grade.grade"));
    QVERIFY(answer.receipt(unknown)->reason.starts_with("row-missing"));
    QVERIFY(answer.receipt(reference)->reason.starts_with("role"));
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM outcome WHERE status = 4"_s), 4);
    QVERIFY(textOf(company.value(u"SELECT payload FROM outcome WHERE seq = %1"_s.arg(word))).contains("grade=i:6"_L1));
}

void TestOperations::refusedOperationIsTriedAgain()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const qint64 seq = jana.insert("contact", jana.mint(), {{"customer_id", 220LL}, {"name", text("Frau Neu")}});
    QVERIFY(jana.sync(true).receipt(seq));
    company.insert("customer", 220, Company::nord, {{"name", text("Neu")}, {"segment_id", 70LL}});
    const auto answer = jana.sync(true);
    QVERIFY(answer.applied(seq));
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM outcome"_s), 0);
}

void TestOperations::refusedByTheDatabaseHoldsUpNoOther()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    // Something that only the database knows to refuse.
    QVERIFY(company.connection().write([&]() -> Status {
        company.connection().execute(u"CREATE UNIQUE INDEX one_name ON contact (name)"_s);
        return {};
    }));
    const auto contact = [&](const char *name) {
        return jana.insert("contact", jana.mint(), {{"customer_id", Company::customer}, {"name", text(name)}});
    };
    const qint64 first = contact("A");
    const qint64 doubled = contact("A");
    const qint64 last = contact("B");
    const auto answer = jana.sync();
    QVERIFY(answer.applied(first) && answer.applied(last));
    QVERIFY(answer.receipt(doubled)->reason.starts_with("constraint"));
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM change WHERE tbl = 21"_s), 2);
}

void TestOperations::foreignAndUnknownReferencesAreRefused()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    Fields fields = reading(1);
    fields["asset_id"] = Company::southGrinder;
    const qint64 foreign = jana.insert("meter_reading", jana.mint(), fields);
    fields["asset_id"] = 999'999LL;
    const qint64 unknown = jana.insert("meter_reading", jana.mint(), fields);
    const qint64 update =
        jana.update("asset", Company::grinder, {{"site_id", Company::site}}, {{"site_id", Company::southSite}});
    const qint64 stranger =
        jana.update("customer", Company::southCustomer, {{"note", Value()}}, {{"note", text("hallo")}});
    const auto answer = jana.sync();
    QVERIFY(answer.receipt(foreign)->reason.starts_with("foreign-channel"));
    QVERIFY(answer.receipt(unknown)->reason.starts_with("reference"));
    QVERIFY(answer.receipt(update)->reason.starts_with("reference"));
    QVERIFY(answer.receipt(stranger)->reason.starts_with("row-missing"));
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE note IS NOT NULL"_s), 0);
}

void TestOperations::rowsOfAnotherReplicasRangeAreRefused()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    Handheld karl(company, "karl");
    const qint64 taken = jana.insert("meter_reading", Company::customer, reading(1));
    const qint64 theirs = jana.insert("meter_reading", karl.mint(), reading(1));
    const auto answer = jana.sync();
    QVERIFY(answer.receipt(taken)->reason.starts_with("foreign-id"));
    QVERIFY(answer.receipt(theirs)->reason.starts_with("foreign-id"));
    auto request = jana.request();
    request.replica = karl.principal.replica;
    const auto refused = server::SyncService(company.clock).sync(company.connection(), jana.principal, request);
    QCOMPARE(refused.error().code, u"foreign-replica"_s);
}

void TestOperations::aPushBeginsAnewWhenItsCustomerMovedMeanwhile()
{
    Company company(freshLocation());
    if (company.connection().engine() == server::Engine::Sqlite)
        QSKIP("SQLite has one writer at a time");
    Handheld jana(company, "jana");
    jana.sync();
    jana.insert("contact", jana.mint(), {{"customer_id", Company::customer}, {"name", text("Frau Muster")}});
    const auto connection = server::Connection::open(company.database());
    QVERIFY(connection);
    int turns = 0;
    QVERIFY((*connection)->write([&]() -> Status {
        const Instant now = company.clock.now();
        server::ChangeLog log(**connection, now);
        const auto access = server::Authorisation::of(**connection, jana.principal);
        server::OperationApplier applier(**connection, log, access, {}, false);
        const server::Operation insert{1, now, &jana.request().operations.front(), 0};
        applier.lookAhead({insert});
        if (++turns == 1)
            company.moveCustomer(Company::south);
        const auto refused = applier.apply(insert);
        if (refused.has_value() != (turns > 1))
            return fail(Domain::Input, u"test", u"turn %1"_s.arg(turns));
        applier.finish();
        log.flush();
        return {};
    }));
    QCOMPARE(turns, 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact WHERE name = 'Frau Muster'"_s), 0);
}

void TestOperations::oneAssetEarnsOnceWhenTwoReferItAtTheSameTime()
{
    Company company(freshLocation());
    if (company.connection().engine() == server::Engine::Sqlite)
        QSKIP("SQLite has one writer at a time");
    Handheld jana(company, "jana");
    Handheld second(company, "jana");
    jana.sync();
    second.sync();
    jana.visitWithReferral(u"due"_s, false);
    second.visitWithReferral(u"due"_s, false);
    std::atomic<bool> isDone = false;
    std::thread other;
    const auto pushSecond = [&] {
        const auto own = server::Connection::open(company.database());
        if (!own || !server::SyncService(company.clock).sync(**own, second.principal, second.request()))
            qFatal("no second push");
        isDone = true;
    };
    const auto connection = server::Connection::open(company.database());
    QVERIFY(connection);
    QVERIFY((*connection)->write([&]() -> Status {
        const Instant now = company.clock.now();
        server::ChangeLog log(**connection, now);
        const auto access = server::Authorisation::of(**connection, jana.principal);
        server::OperationApplier applier(**connection, log, access, {}, false);
        qint64 sequence = 0;
        for (const protocol::Batch &batch : jana.request().operations) {
            if (applier.apply({++sequence, now, &batch, 0}))
                return fail(Domain::Input, u"test", u"operation %1"_s.arg(sequence));
        }
        other = std::thread(pushSecond);
        while (!isDone &&
               company.integer(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"_s) == 0)
            std::this_thread::yield();
        applier.finish();
        log.flush();
        return {};
    }));
    other.join();
    QCOMPARE(company.integer(u"SELECT count(*) FROM referral"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_entry"_s), 1);
    QCOMPARE(textOf(company.value(u"SELECT reason FROM referral_event"_s)), u"already-referred"_s);
}

void TestOperations::anAssetThatEarnedTwiceIsNamed()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.visitWithReferral(u"due"_s, false);
    const auto again = jana.visitWithReferral(u"due"_s, false);
    jana.sync();
    const auto notes = [&] {
        return server::Verifier(company.connection(), server::ContentStore(company.directory())).run().value().notes;
    };
    QCOMPARE(notes(), QStringList());
    company.insert("bonus_entry", 980, Company::janasChannel,
                   {{"technician_id", Company::jana},
                    {"rule_id", 330LL},
                    {"referral_id", again.referral},
                    {"kind", text("reserved")},
                    {"amount_cents", 2'500LL},
                    {"at", 5LL}});
    QCOMPARE(notes(), QStringList(u"asset 202: 2 open referrals with a bonus reserved for each"_s));
    QCOMPARE(company.faults(), QStringList());
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
