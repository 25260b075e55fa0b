#include "core/storage/devicestate.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFactAndItsOperationCommitTogether();
    void anUpdateJournalsOnlyWhatChangedWithItsOldValue();
    void anUnchangedRecordMakesNoOperation();
    void idsGoOnAfterAReopenAndStayInTheReplicasRange();
    void aRolledBackTransactionReusesNoSequenceNumber();
    void refusesToMintBeforeSignIn();
};

namespace {

Status addReading(TestDatabase &database, double value)
{
    return database.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("meter_reading", Id<struct ReadingTag>{id}, "asset", TestDatabase::grinder,
                      {{"asset_id", TestDatabase::grinder},
                       {"at", writer.now()},
                       {"value", value},
                       {"meter_exchanged", false},
                       {"implausible_confirmed", false}});
        return {};
    });
}

} // namespace

void TestWriter::aFactAndItsOperationCommitTogether()
{
    TestDatabase database;
    QVERIFY(addReading(database, 214'380));
    database.reopen();
    QCOMPARE(database.integer("SELECT count(*) FROM outbox o JOIN meter_reading r ON r.id = o.row "
                              "WHERE o.tbl = 'meter_reading' AND o.kind = 1 AND o.state = 0 AND r.channel = 10"),
             1);
}

void TestWriter::anUpdateJournalsOnlyWhatChangedWithItsOldValue()
{
    TestDatabase database;
    QVERIFY(database.connection().write([](storage::Writer &writer) -> Status {
        writer.update("customer", TestDatabase::customer,
                      {{"name", u"Hotel Musterhof"_s}, {"phone", u"0123 555-0142"_s}});
        return {};
    }));
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE kind = 2"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox_field WHERE name = 'phone' "
                              "AND old = '0123 555-0100' AND new = '0123 555-0142'"),
             1);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox_field"), 1);
}

void TestWriter::anUnchangedRecordMakesNoOperation()
{
    TestDatabase database;
    QVERIFY(database.connection().write([](storage::Writer &writer) -> Status {
        writer.update("customer", TestDatabase::customer, {{"phone", u"0123 555-0100"_s}});
        return {};
    }));
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 0);
}

void TestWriter::idsGoOnAfterAReopenAndStayInTheReplicasRange()
{
    TestDatabase database;
    QVERIFY(addReading(database, 1));
    database.reopen();
    QVERIFY(addReading(database, 2));
    QCOMPARE(database.integer("SELECT min(id) FROM meter_reading"), idRangeStart(7) + 1);
    QCOMPARE(database.integer("SELECT max(id) FROM meter_reading"), idRangeStart(7) + 2);
}

void TestWriter::aRolledBackTransactionReusesNoSequenceNumber()
{
    TestDatabase database;
    QVERIFY(addReading(database, 1));
    const qint64 first = database.integer("SELECT max(seq) FROM outbox");
    database.execute("DELETE FROM outbox");
    QVERIFY(addReading(database, 2));
    QVERIFY(database.integer("SELECT max(seq) FROM outbox") > first);
}

void TestWriter::refusesToMintBeforeSignIn()
{
    TestDatabase database;
    database.execute("DELETE FROM device");
    const Status written = addReading(database, 1);
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"no-replica"_s);
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
