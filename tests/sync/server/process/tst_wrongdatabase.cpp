#include "sync/server/store/connection.h"
#include "sync/server/store/migrations.h"
#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus::tests;

/// Who names something else than the company's database is told what is wrong with it, in words for people.
class TestWrongDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsSayWhatIsWrongWithIt_data();
    void commandsSayWhatIsWrongWithIt();
    void aFileThatMayNotBeWrittenIsTold();
    void anOlderCompanyIsExaminedAndCopiedAsItIs();
    void oneDatabaseHasOneServer();
};

void TestWrongDatabase::commandsSayWhatIsWrongWithIt_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QByteArray>("said");
    const QString there = Cluster::instance().freshLocation();
    QTest::newRow("directory") << u"%1/directory"_s
                               << QByteArray("input/database-url: %1/directory: a directory, not a database file");
    QTest::newRow("text") << u"%1/text.db"_s
                          << QByteArray("storage/damaged: %1/text.db: no SQLite database, or a damaged one");
    QTest::newRow("nobody listens") << u"postgres://turnus@127.0.0.1:1/turnus"_s
                                    << QByteArray("storage/open: postgres://127.0.0.1:1/turnus: Connection refused");
    QTest::newRow("no such database") << QString(there).replace(u"/postgres?"_s, u"/nowhere?"_s)
                                      << QByteArray("/nowhere: database \"nowhere\" does not exist");
    QTest::newRow("no such user") << QString(there).replace(u"turnus@"_s, u"nobody@"_s)
                                  << QByteArray("/postgres: role \"nobody\" does not exist");
    const QString foreign = Cluster::instance().foreignLocation();
    QTest::newRow("no rights") << foreign
                               << "/postgres: no schema \"" + foreign.section(u'=', -1).toUtf8() +
                                      "\" that this user may use";
    QTest::newRow("no schema") << Cluster::instance().schemalessLocation()
                               << QByteArray("/postgres: no schema that this user may use");
}

void TestWrongDatabase::commandsSayWhatIsWrongWithIt()
{
    QFETCH(QString, database);
    QFETCH(QByteArray, said);
    const ProcessWorld world;
    QDir(world.path({})).mkdir(u"directory"_s);
    world.write(u"text.db"_s, "Some text that nobody would take for a database.");
    database.replace(u"%1"_s, world.path({}));
    said.replace("%1", world.path({}).toUtf8());
    const QStringList place{u"--data"_s, world.path(u"csv"_s), u"--database"_s, database};
    for (const QStringList &words : {QStringList{u"verify"_s},
                                     {u"user"_s, u"list"_s},
                                     {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                                     {u"doctor"_s, u"--listen"_s, u"127.0.0.1:0"_s}}) {
        const Ended ended = call("turnus-server", words + place);
        QCOMPARE(ended.code, 1);
        const QByteArray all = ended.out + ended.err;
        QVERIFY2(all.contains(said + '\n'), all.constData());
        for (const char *word : {"QPSQL", "QSQLITE", "PRAGMA", "CREATE", "FATAL", "ERROR"})
            QVERIFY2(!all.contains(word), all.constData());
    }
}

void TestWrongDatabase::aFileThatMayNotBeWrittenIsTold()
{
    const ProcessWorld world;
    world.makeCompany();
    QFile::setPermissions(world.location(), QFile::ReadOwner);
    if (QFileInfo(world.location()).isWritable())
        QSKIP("this user may write everything");
    const Ended ended = world.server({u"import"_s, world.path(u"csv"_s)});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains("storage/rights: " + world.location().toUtf8() + ": this user may not"),
             ended.err.constData());
}

/// Whoever looks at it with the new program, or makes the last copy of the old one's, can still go back.
void TestWrongDatabase::anOlderCompanyIsExaminedAndCopiedAsItIs()
{
    const ProcessWorld world;
    world.makeCompany();
    const auto schemaIn = [](const QString &file) {
        const auto database = *turnus::server::Database::at(file);
        const auto connection = *turnus::server::Connection::openAsItIs(*database);
        return turnus::server::migrations::schemaOf(*connection).value_or(-1);
    };
    const int older = turnus::server::migrations::current() - 1;
    {
        const auto database = *turnus::server::Database::at(world.location());
        const auto connection = *turnus::server::Connection::openAsItIs(*database);
        QVERIFY(connection->write([&]() -> turnus::Status {
            connection->execute(u"UPDATE meta SET value = %1 WHERE key = 'schema'"_s.arg(older));
            return {};
        }));
    }
    const Ended examined = world.server({u"doctor"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    QVERIFY2(examined.code == 0 && examined.out.contains("of an older version"), examined.out.constData());
    QCOMPARE(schemaIn(world.location()), older);
    const Ended copied = world.server({u"backup"_s, world.path(u"copy.db"_s)});
    QVERIFY2(copied.code == 0, copied.err.constData());
    QCOMPARE(schemaIn(world.location()), older);
    QCOMPARE(schemaIn(world.path(u"copy.db"_s)), older);
}

void TestWrongDatabase::oneDatabaseHasOneServer()
{
    ProcessWorld world;
    world.makeCompany();
    world.serve();
    QDir(world.path({})).mkdir(u"elsewhere"_s);
    const QString link = world.path(u"link.db"_s);
    QVERIFY(QFile::link(world.location(), link));
    for (const QString &database : {world.location(), link}) {
        const Ended second = call("turnus-server", {u"serve"_s, u"--data"_s, world.path(u"elsewhere"_s),
                                                    u"--database"_s, database, u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY2(second.code == 1 && second.err.contains("in-use"), second.err.constData());
    }
}

QTEST_GUILESS_MAIN(TestWrongDatabase)
#include "tst_wrongdatabase.moc"
