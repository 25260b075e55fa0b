#include "sync/server/store/connection.h"
#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <tuple>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

/// What one of PostgreSQL's own programs says; as the one who may do everything.
QByteArray tool(const QString &program, const QString &location, const QStringList &arguments)
{
    const auto database = server::Database::at(location);
    QProcess process;
    process.start(program, (*database)->connectArguments() + QStringList{u"-U"_s, u"turnus"_s} + arguments);
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput().trimmed();
}

QByteArray psql(const QString &location, const QString &sql)
{
    return tool(u"psql"_s, location, {u"-qXAtc"_s, sql});
}

/// Changes what a backup of before knows nothing of.
void addKarl(const ProcessWorld &world)
{
    done(world.server(
        {u"user"_s, u"add"_s, u"karl"_s, u"--name"_s, u"Karl"_s, u"--role"_s, u"sales"_s, u"--generate"_s}));
}

bool hasKarl(const ProcessWorld &world)
{
    return done(world.server({u"user"_s, u"list"_s})).out.contains("karl");
}

} // namespace

/// A PostgreSQL that is not the company's alone, and what a restore leaves there. Real programs.
class TestPostgresRestore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCompanyComesBackBesideOthers_data();
    void aCompanyComesBackBesideOthers();
    void tablesOfOthersAreLeftAlone();
    void whatAKilledOneUnpackedGoes();
};

void TestPostgresRestore::aCompanyComesBackBesideOthers_data()
{
    QTest::addColumn<QString>("location");
    QTest::newRow("public") << Cluster::instance().publicLocation();
    QTest::newRow("the user's own") << Cluster::instance().ownSchemaLocation();
    QTest::newRow("named") << Cluster::instance().publicLocation() + u"&schema=Firma"_s;
}

void TestPostgresRestore::aCompanyComesBackBesideOthers()
{
    QFETCH(const QString, location);
    if (location.endsWith(u"Firma"_s))
        psql(location, u"CREATE SCHEMA \"Firma\""_s);
    psql(location,
         u"CREATE SCHEMA other; CREATE TABLE other.meta (note TEXT); INSERT INTO other.meta VALUES ('kept')"_s);
    const ProcessWorld world(location);
    world.makeCompany();
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    // As backups were made before, with all that the database holds.
    tool(u"pg_dump"_s, location, {u"-Fc"_s, u"-f"_s, world.path(u"whole"_s)});
    for (const auto &backup : {u"copy"_s, u"whole"_s}) {
        addKarl(world);
        QVERIFY(hasKarl(world));
        done(world.server({u"restore"_s, world.path(backup)}));
        QVERIFY(!hasKarl(world));
        done(world.server({u"verify"_s}));
        QCOMPARE(psql(location, u"SELECT note FROM other.meta"_s), QByteArray("kept"));
    }
}

void TestPostgresRestore::tablesOfOthersAreLeftAlone()
{
    const QString location = Cluster::instance().publicLocation();
    const ProcessWorld world(location);
    world.makeCompany();
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    addKarl(world);
    psql(location, u"CREATE TABLE \"Notes\" (note TEXT); INSERT INTO \"Notes\" VALUES ('kept')"_s);
    const Ended refused = world.server({u"restore"_s, world.path(u"copy"_s)});
    QVERIFY2(refused.code == 1 && refused.err.contains("other-tables") && refused.err.contains(": Notes;"),
             refused.err.constData());
    QCOMPARE(psql(location, u"SELECT note FROM \"Notes\""_s), QByteArray("kept"));
    QVERIFY(hasKarl(world));
    psql(location, u"DROP TABLE \"Notes\""_s);
    done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QVERIFY(!hasKarl(world));
}

void TestPostgresRestore::whatAKilledOneUnpackedGoes()
{
    ProcessWorld world(Cluster::instance().freshLocation());
    world.makeCompany();
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    // A psql that has the restore killed before it loads.
    QVERIFY(QDir().mkpath(world.path(u"bin"_s)) && QDir().mkpath(world.path(u"tmp"_s)));
    world.write(u"bin/psql"_s, "#!/bin/sh\nkill -9 $PPID\n");
    QVERIFY(QFile::setPermissions(world.path(u"bin/psql"_s), QFile::ReadOwner | QFile::ExeOwner));
    const Environment environment{{u"PATH"_s, world.path(u"bin"_s) + u':' + qEnvironmentVariable("PATH")},
                                  {u"TMPDIR"_s, world.path(u"tmp"_s)}};
    const QDir unpacked(world.path(u"server/unpacked"_s));
    const auto killed = [&] {
        std::ignore = world.server({u"restore"_s, world.path(u"copy"_s)}, {}, environment);
        return unpacked.entryList(QDir::Files).size() == 1;
    };
    QVERIFY(killed());
    QVERIFY(QDir(world.path(u"tmp"_s)).isEmpty());
    QCOMPARE(QFileInfo(unpacked.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QVERIFY(!unpacked.exists());
    QVERIFY(killed());
    world.serve();
    QVERIFY(!unpacked.exists());
}

QTEST_GUILESS_MAIN(TestPostgresRestore)
#include "tst_postgresrestore.moc"
