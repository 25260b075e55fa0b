#include "sync/client/outboxbook.h"
#include "tests/sync/client/world.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using Choice = client::OutboxBook::Choice;

class TestOutboxBook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aVisitAndItsLinesAreOneSubject();
    void countsFollowAnOperationToItsConfirmation();
    void aRefusedOperationCanBeTriedAgain();
    void aRetriedEditDoesNotUndoANewerOne();
    void aDiscardedEditShowsTheServersValueAndIsExported();
    void aDiscardedEditLeavesALaterOneThatWasTaken();
    void aDiscardedRecordIsGoneWithItsRefusedLines();
    void aRecordWithUnsentLinesIsNotDiscarded();
    void aRetriedRecordTakesItsLinesAlong();
    void aConflictIsSettledWithMine();
    void aConflictIsSettledWithTheirs();
    void aConflictIsSettledWithBothInTheNote();
};

namespace {

/// A conflict on the phone number: "mine" against "theirs".
void makeConflict(World &world)
{
    if (!world.sync())
        qFatal("no sync");
    world.edit("customer", 200, {{"phone", u"mine"_s}});
    world.server.set("customer", 200, "phone", std::string("theirs"));
    if (!world.sync())
        qFatal("no sync");
}

/// With its finding, for the server has no such visit.
qint64 refuseVisit(World &world)
{
    const qint64 visit = world.addVisit();
    world.server.refuse.insert(visit);
    if (!world.sync())
        qFatal("no sync");
    return visit;
}

} // namespace

void TestOutboxBook::aVisitAndItsLinesAreOneSubject()
{
    World world;
    const VisitId visit{world.addVisit()};
    world.edit("site", 201, {{"name", u"Bar"_s}});
    world.addReading(3); // outside a visit: the asset's
    const auto subjects = client::OutboxBook(world.device.connection()).subjects();
    QVERIFY(subjects);
    QCOMPARE(subjects->size(), 3U);
    QCOMPARE(subjects->at(0).table, u"visit"_s);
    QCOMPARE(subjects->at(0).row, visit.value);
    QCOMPARE(subjects->at(0).customer, u"Hotel Musterhof"_s);
    QCOMPARE(subjects->at(0).here, 2);
    QCOMPARE(subjects->at(0).tables, (QStringList{u"visit"_s, u"finding"_s}));
    QCOMPARE(subjects->at(0).since, world.device.clock.now());
    QCOMPARE(subjects->at(1).table, u"site"_s);
    QCOMPARE(subjects->at(1).customer, u"Hotel Musterhof"_s);
    QCOMPARE(subjects->at(2).table, u"asset"_s);
}

void TestOutboxBook::countsFollowAnOperationToItsConfirmation()
{
    World world;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    world.addReading(1);
    QCOMPARE(book.counts()->here, 1);
    world.syncLost();
    QCOMPARE(book.counts()->here, 0);
    QCOMPARE(book.counts()->sent, 1);
    QVERIFY(world.sync());
    QCOMPARE(book.counts(), (client::OutboxCounts{.confirmedToday = 1}));
    world.device.clock.advance(days{1});
    QCOMPARE(book.counts()->confirmedToday, 0);
}

void TestOutboxBook::aRefusedOperationCanBeTriedAgain()
{
    World world;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    const qint64 row = world.addReading(1);
    world.server.refuse.insert(row);
    QVERIFY(world.sync());
    const auto refused = book.quarantined();
    QCOMPARE(refused->size(), 1U);
    QCOMPARE(refused->front().customer, u"Hotel Musterhof"_s);
    world.server.refuse.clear();
    QVERIFY(book.retry(refused->front().sequence));
    QVERIFY(!book.retry(refused->front().sequence));
    QVERIFY(world.sync());
    QVERIFY(world.server.find("meter_reading", row));
    QCOMPARE(book.counts()->quarantined, 0);
    QCOMPARE(world.difference(), QString());
}

void TestOutboxBook::aRetriedEditDoesNotUndoANewerOne()
{
    World world;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    world.server.refuse.insert(200);
    world.edit("customer", 200, {{"phone", u"1"_s}});
    QVERIFY(world.sync());
    world.server.refuse.clear();
    world.edit("customer", 200, {{"phone", u"2"_s}});
    QVERIFY(book.retry(book.quarantined()->front().sequence));
    QVERIFY(world.sync());
    QCOMPARE(world.text("SELECT phone FROM customer"), u"2"_s);
    QCOMPARE(world.difference(), QString());
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
}

void TestOutboxBook::aDiscardedEditShowsTheServersValueAndIsExported()
{
    World world;
    QTemporaryDir directory;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    world.edit("customer", 200, {{"phone", u"mine"_s}, {"note", u"a"_s}});
    world.server.refuse.insert(200);
    QVERIFY(world.sync());
    world.server.set("customer", 200, "phone", std::string("theirs"));
    QVERIFY(world.sync());
    QCOMPARE(world.text("SELECT phone FROM customer"), u"mine"_s);
    const auto file = book.discard(book.quarantined()->front().sequence, directory.path());
    QVERIFY2(file, file ? "" : qPrintable(file.error().toString()));
    QCOMPARE(world.text("SELECT phone FROM customer"), u"theirs"_s);
    QCOMPARE(world.difference(), QString());
    QFile exported(*file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QVERIFY(exported.readAll().contains("phone=\"0123 555-0100\"→\"mine\""));
    QCOMPARE(world.device.integer("SELECT count(*) FROM held_value"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
}

void TestOutboxBook::aDiscardedEditLeavesALaterOneThatWasTaken()
{
    World world;
    QTemporaryDir directory;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    world.edit("customer", 200, {{"phone", u"refused"_s}});
    world.server.refuse.insert(200);
    QVERIFY(world.sync());
    world.server.refuse.clear();
    world.server.set("customer", 200, "phone", std::string("refused"));
    world.edit("customer", 200, {{"phone", u"taken"_s}});
    QVERIFY(world.sync());
    QVERIFY(world.server.find("customer", 200)->fields.at("phone") == protocol::Value(std::string("taken")));
    QVERIFY(book.discard(book.quarantined()->front().sequence, directory.path()));
    QCOMPARE(world.text("SELECT phone FROM customer"), u"taken"_s);
    QCOMPARE(world.difference(), QString());
    QCOMPARE(world.device.integer("SELECT count(*) FROM held_value"), 0);
}

void TestOutboxBook::aDiscardedRecordIsGoneWithItsRefusedLines()
{
    World world;
    QTemporaryDir directory;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    refuseVisit(world);
    const auto refused = book.quarantined();
    QCOMPARE(refused->size(), 2U);
    const auto file = book.discard(refused->front().sequence, directory.path());
    QVERIFY2(file, file ? "" : qPrintable(file.error().toString()));
    QCOMPARE(world.device.integer("SELECT count(*) FROM visit"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM finding"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(world.difference(), QString());
    QFile exported(*file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const QByteArray text = exported.readAll();
    QVERIFY(text.contains("visit"));
    QVERIFY(text.contains("finding"));
}

void TestOutboxBook::aRecordWithUnsentLinesIsNotDiscarded()
{
    World world;
    QTemporaryDir directory;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    refuseVisit(world);
    world.device.execute("UPDATE outbox SET state = 0, reason = NULL WHERE tbl = 'finding'");
    const auto tooEarly = book.discard(book.quarantined()->front().sequence, directory.path());
    QVERIFY(!tooEarly);
    QCOMPARE(tooEarly.error().code, u"constraint"_s);
    QCOMPARE(world.device.integer("SELECT count(*) FROM visit"), 1);
    QVERIFY(QDir(directory.path()).isEmpty());
}

void TestOutboxBook::aRetriedRecordTakesItsLinesAlong()
{
    World world;
    client::OutboxBook book(world.device.connection());
    QVERIFY(world.sync());
    const qint64 visit = refuseVisit(world);
    world.server.refuse.clear();
    QVERIFY(book.retry(book.quarantined()->front().sequence));
    QCOMPARE(book.quarantined()->size(), 0U);
    QVERIFY(world.sync());
    QVERIFY(world.server.find("visit", visit));
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(world.difference(), QString());
}

void TestOutboxBook::aConflictIsSettledWithMine()
{
    World world;
    makeConflict(world);
    client::OutboxBook book(world.device.connection());
    const auto open = book.conflicts();
    QCOMPARE(open->size(), 1U);
    QCOMPARE(open->front().mine, u"mine"_s);
    QCOMPARE(open->front().theirs, u"theirs"_s);
    QCOMPARE(open->front().customer, u"Hotel Musterhof"_s);
    QVERIFY(book.resolve(open->front().id, Choice::Mine, u"Telefon"_s));
    QCOMPARE(book.counts()->conflicts, 0);
    QVERIFY(world.sync());
    QVERIFY(world.server.find("customer", 200)->fields.at("phone") == protocol::Value(std::string("mine")));
    QCOMPARE(world.server.settledSeen.size(), 1U);
    QCOMPARE(world.difference(), QString());
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
}

void TestOutboxBook::aConflictIsSettledWithTheirs()
{
    World world;
    makeConflict(world);
    client::OutboxBook book(world.device.connection());
    QVERIFY(book.resolve(book.conflicts()->front().id, Choice::Theirs, {}));
    QVERIFY(world.sync());
    QCOMPARE(world.server.lastOperations, 0U);
    QCOMPARE(world.server.settledSeen.size(), 1U);
    QCOMPARE(world.text("SELECT phone FROM customer"), u"theirs"_s);
}

void TestOutboxBook::aConflictIsSettledWithBothInTheNote()
{
    World world;
    makeConflict(world);
    client::OutboxBook book(world.device.connection());
    QVERIFY(book.resolve(book.conflicts()->front().id, Choice::Both, u"Telefon"_s));
    QVERIFY(world.sync());
    QCOMPARE(world.text("SELECT phone FROM customer"), u"theirs"_s);
    QCOMPARE(world.text("SELECT note FROM customer"), u"Telefon: mine"_s);
    QCOMPARE(world.difference(), QString());
}

QTEST_GUILESS_MAIN(TestOutboxBook)
#include "tst_outboxbook.moc"
