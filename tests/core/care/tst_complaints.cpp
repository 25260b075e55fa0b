#include "core/care/complaints.h"
#include "core/care/limits.h"
#include "core/support/limits.h"
#include "tests/support/testdatabase.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::care;
using namespace Qt::StringLiterals;
using tests::TestDatabase;

class TestComplaints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenComplaintSurvivesAKillAndIsQueued();
    void settlingSaysHowAndIsQueuedAsOneEdit();
    void nothingIsSettledTwice();
    void wordsAreAskedFor_data();
    void wordsAreAskedFor();
    void aUnitOfAnotherCustomerIsRefused();
    void theOldestOpenAndTheNewestSettledComeFirst();
    void openOnesAreFoundByIndex();
    void aClockThatRanAheadDoesNotTurnTimeBack();

private:
    static ComplaintDraft draft() { return {.customer = TestDatabase::customer, .what = u" Zu laut. "_s}; }
};

void TestComplaints::anOpenComplaintSurvivesAKillAndIsQueued()
{
    TestDatabase database;
    ComplaintDraft taken = draft();
    taken.asset = TestDatabase::grinder;
    const auto id = Complaints(database.connection()).open(taken);
    QVERIFY2(id, id ? "" : qPrintable(id.error().toString()));
    database.reopen();
    const auto open = Complaints(database.connection()).openOf(TestDatabase::customer);
    QCOMPARE(open->size(), 1U);
    const Complaint &complaint = open->front();
    QCOMPARE(complaint.id, *id);
    QCOMPARE(complaint.asset, TestDatabase::grinder);
    QVERIFY(!complaint.product.isEmpty());
    QCOMPARE(complaint.what, u"Zu laut."_s);
    QCOMPARE(complaint.opened, database.clock.now());
    QVERIFY(!complaint.settled);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE tbl = 'complaint'"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM complaint WHERE channel = 10 AND technician_id = 100"), 1);
}

void TestComplaints::settlingSaysHowAndIsQueuedAsOneEdit()
{
    TestDatabase database;
    Complaints complaints(database.connection());
    const auto id = complaints.open(draft());
    QVERIFY(id);
    database.clock.advance(std::chrono::hours{50});
    QVERIFY(complaints.settle(*id, u"Dämmung eingebaut"_s));
    QVERIFY(complaints.openOf(TestDatabase::customer)->empty());
    const auto settled = complaints.settledOf(TestDatabase::customer);
    QCOMPARE(settled->size(), 1U);
    QCOMPARE(settled->front().settlement, u"Dämmung eingebaut"_s);
    QCOMPARE(settled->front().settled, std::optional(database.clock.now()));
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE tbl = 'complaint'"), 2);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE tbl = 'complaint' AND kind = 2"), 1);
    QCOMPARE(database.integer("SELECT group_concat(name, ' ') = 'settled settlement' FROM (SELECT f.name FROM "
                              "outbox_field f JOIN outbox o ON o.seq = f.seq WHERE o.tbl = 'complaint' AND o.kind = 2 "
                              "ORDER BY f.name)"),
             1);
}

void TestComplaints::nothingIsSettledTwice()
{
    TestDatabase database;
    Complaints complaints(database.connection());
    const auto id = complaints.open(draft());
    QVERIFY(complaints.settle(*id, u"Entschuldigt"_s));
    const Status again = complaints.settle(*id, u"Anders"_s);
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"complaint-settled"_s);
    QCOMPARE(complaints.settle(ComplaintId{4711}, u"Was?"_s).error().code, u"not-found"_s);
    QCOMPARE(complaints.settledOf(TestDatabase::customer)->front().settlement, u"Entschuldigt"_s);
}

void TestComplaints::wordsAreAskedFor_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("taking");
    QTest::addColumn<QString>("settling");
    QTest::newRow("nothing") << QString() << u"complaint-empty"_s << u"settlement-empty"_s;
    QTest::newRow("space") << u" \n "_s << u"complaint-empty"_s << u"settlement-empty"_s;
    QTest::newRow("a novel") << QString(turnus::limits::textLength + 1, u'x') << u"text-too-long"_s
                             << u"text-too-long"_s;
}

void TestComplaints::wordsAreAskedFor()
{
    QFETCH(QString, words);
    TestDatabase database;
    Complaints complaints(database.connection());
    const auto refused = complaints.open({.customer = TestDatabase::customer, .what = words});
    QVERIFY(!refused);
    QTEST(refused.error().code, "taking");
    const auto id = complaints.open(draft());
    const Status settled = complaints.settle(*id, words);
    QVERIFY(!settled);
    QTEST(settled.error().code, "settling");
    QCOMPARE(complaints.openOf(TestDatabase::customer)->size(), 1U);
}

void TestComplaints::aUnitOfAnotherCustomerIsRefused()
{
    TestDatabase database;
    database.execute("INSERT INTO customer (id, channel, name, segment_id) SELECT 290, channel, 'Andere', segment_id "
                     "FROM customer WHERE id = 200");
    const auto refused =
        Complaints(database.connection())
            .open({.customer = CustomerId{290}, .asset = TestDatabase::grinder, .what = u"Nicht seins"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"complaint-unit"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM complaint"), 0);
}

void TestComplaints::theOldestOpenAndTheNewestSettledComeFirst()
{
    TestDatabase database;
    Complaints complaints(database.connection());
    std::vector<ComplaintId> ids;
    for (int i = 0; i < care::limits::settledShown + 2; ++i) {
        ids.push_back(*complaints.open(draft()));
        database.clock.advance(std::chrono::hours{1});
    }
    QCOMPARE(complaints.openOf(TestDatabase::customer)->front().id, ids.front());
    for (const ComplaintId id : ids) {
        QVERIFY(complaints.settle(id, u"erledigt"_s));
        database.clock.advance(std::chrono::hours{1});
    }
    const auto settled = complaints.settledOf(TestDatabase::customer);
    QCOMPARE(settled->size(), size_t{care::limits::settledShown});
    QCOMPARE(settled->front().id, ids.back());
}

void TestComplaints::openOnesAreFoundByIndex()
{
    TestDatabase database;
    QStringList plan;
    QVERIFY(database.connection().read([&] {
        storage::Statement row =
            database.connection().query("EXPLAIN QUERY PLAN " + Complaints::openSql(), TestDatabase::customer);
        while (row.step())
            plan.append(row.text(3));
    }));
    const QString steps = plan.join(u'\n');
    QVERIFY2(plan.front().contains(u"USING INDEX complaint_open (customer_id=?)"_s), qPrintable(steps));
    QVERIFY2(plan.filter(u"SCAN"_s).isEmpty() && plan.filter(u"TEMP B-TREE"_s).isEmpty(), qPrintable(steps));
}

void TestComplaints::aClockThatRanAheadDoesNotTurnTimeBack()
{
    TestDatabase database;
    Complaints complaints(database.connection());
    const auto id = complaints.open(draft());
    const Instant opened = database.clock.now();
    database.clock.advance(-std::chrono::hours{3});
    QVERIFY(complaints.settle(*id, u"erledigt"_s));
    QCOMPARE(complaints.settledOf(TestDatabase::customer)->front().settled, std::optional(opened));
}

QTEST_GUILESS_MAIN(TestComplaints)
#include "tst_complaints.moc"
