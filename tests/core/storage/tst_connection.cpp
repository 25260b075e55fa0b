#include "core/storage/devicestate.h"
#include "core/storage/migrations.h"
#include "core/storage/place.h"
#include "tests/support/testdatabase.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void createsAFileOfTheCurrentVersion();
    void refusesAFileOfANewerProgramUntouched();
    void refusesADamagedFileWithItsName();
    void refusesAnotherProgramsFile();
    void aFileFromBeforeComplaintsIsComparedAtTheNextSync();
    void anErrorRollsTheWholeTransactionBack();
    void tellsWhichRowsACommitChanged();
    void foldsItsLogWhenItHasGrown();
    void keepsItsPlaceFromOtherUsers();
    void findsCustomersSitesAndAssetsByWords();

private:
    FakeClock m_clock;
};

void TestConnection::createsAFileOfTheCurrentVersion()
{
    TestDatabase database;
    QCOMPARE(database.integer("PRAGMA user_version"), storage::migrations::current());
    QCOMPARE(database.integer("PRAGMA foreign_keys"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

void TestConnection::refusesAFileOfANewerProgramUntouched()
{
    TestDatabase database;
    database.execute("PRAGMA user_version = 99");
    const auto opened = storage::Connection::open({.path = database.path()}, m_clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"file-newer"_s);
    QVERIFY(opened.error().isPermanent());
    QCOMPARE(database.integer("SELECT count(*) FROM customer"), 1);
}

void TestConnection::refusesADamagedFileWithItsName()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"turnus.db"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'x'));
    file.close();
    const auto opened = storage::Connection::open({.path = path}, m_clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"damaged"_s);
    QVERIFY(opened.error().detail.contains(path));
}

void TestConnection::refusesAnotherProgramsFile()
{
    TestDatabase database;
    database.execute("PRAGMA application_id = 42");
    const auto opened = storage::Connection::open({.path = database.path()}, m_clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"not-turnus"_s);
}

void TestConnection::aFileFromBeforeComplaintsIsComparedAtTheNextSync()
{
    TestDatabase database;
    database.execute("DROP VIEW own_conflict; DROP TRIGGER open_conflict_settled; DROP TRIGGER open_conflict_followed; "
                     "ALTER TABLE conflict DROP COLUMN replica; DROP VIEW complaining_customer; "
                     "DROP TABLE complaint; PRAGMA user_version = 11");
    database.execute("INSERT OR REPLACE INTO device (key, value) VALUES ('checked', 1)");
    database.reopen();
    QCOMPARE(database.integer("SELECT count(*) FROM complaint"), 0);
    QCOMPARE(database.integer("PRAGMA user_version"), storage::migrations::current());
    QVERIFY(!storage::DeviceState(database.connection()).integer(storage::DeviceState::compared));
}

void TestConnection::anErrorRollsTheWholeTransactionBack()
{
    TestDatabase database;
    const Status written = database.connection().write([&](storage::Writer &writer) -> Status {
        writer.update("customer", TestDatabase::customer, {{"note", u"Schlüssel beim Nachbarn"_s}});
        return fail(Domain::Input, u"refused");
    });
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"refused"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(database.integer("SELECT count(*) FROM customer WHERE note IS NOT NULL"), 0);
}

void TestConnection::tellsWhichRowsACommitChanged()
{
    TestDatabase database;
    QList<storage::ChangeSet> seen;
    connect(&database.notifier, &storage::ChangeNotifier::changed, this, [&](const auto &set) { seen.append(set); });
    const Status written = database.connection().write([](storage::Writer &writer) -> Status {
        writer.update("customer", TestDatabase::customer, {{"phone", u"0123 555-0142"_s}});
        return {};
    });
    QVERIFY(written);
    QCOMPARE(seen.size(), 1);
    QVERIFY(seen.first().touches("customer"_L1, TestDatabase::customer.value));
    QVERIFY(!seen.first().touches("customer"_L1, 999));
    QVERIFY(!seen.first().touches("asset"_L1));
}

void TestConnection::foldsItsLogWhenItHasGrown()
{
    TestDatabase database;
    storage::Connection &connection = database.connection();
    const auto write = [&](int pages) {
        return connection.write([&](storage::Writer &) -> Status {
            for (int page = 0; page < pages; ++page)
                connection.execute("INSERT OR REPLACE INTO device (key, value) VALUES (?, ?)", u"page%1"_s.arg(page),
                                   QString(4096, u'x'));
            return {};
        });
    };
    QVERIFY(connection.foldLog(1));
    const qint64 empty = QFileInfo(connection.path()).size();
    QVERIFY(write(20));
    QVERIFY(connection.foldLog());
    QCOMPARE(QFileInfo(connection.path()).size(), empty); // not worth it yet
    QVERIFY(write(sqlite::logPagesToFold));
    QVERIFY(connection.foldLog());
    QVERIFY(QFileInfo(connection.path()).size() >= empty + sqlite::logPagesToFold * 4096);
}

void TestConnection::keepsItsPlaceFromOtherUsers()
{
    QTemporaryDir directory;
    const QString place = directory.filePath(u"new/handheld"_s);
    QVERIFY(storage::makePlace(place));
    const QString path = place + u"/turnus.db"_s;
    const auto opened = storage::Connection::open({.path = path}, m_clock);
    QVERIFY(opened);
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(place) & others));
    QVERIFY(!(QFile::permissions(path) & others));
    // One that an earlier version made.
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(storage::makePlace(place));
    QVERIFY(!(QFile::permissions(path) & others));
}

void TestConnection::findsCustomersSitesAndAssetsByWords()
{
    TestDatabase database;
    QCOMPARE(database.integer("SELECT count(*) FROM search WHERE search MATCH 'muster*'"), 2);
    QCOMPARE(database.integer("SELECT rowid FROM search WHERE search MATCH 'hamb*'"), TestDatabase::site.value);
    QCOMPARE(database.integer("SELECT rowid FROM search WHERE search MATCH 'muhle AND gr6*'"),
             TestDatabase::grinder.value);
    database.execute("UPDATE customer SET name = 'Pension Probe' WHERE id = 200");
    QCOMPARE(database.integer("SELECT rowid FROM search WHERE search MATCH 'pension'"), TestDatabase::customer.value);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
