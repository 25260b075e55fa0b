#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/sql.h"
#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <memory>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

QString program(const char *name)
{
    return qEnvironmentVariable("TURNUS_BIN") + u'/' + QLatin1StringView(name);
}

/// A company in CSV files, served by one real process or, on PostgreSQL, by two.
class World
{
public:
    explicit World(const QString &database = {}) : m_database(database)
    {
        QDir(m_directory.path()).mkpath(u"csv"_s);
        write("territory.csv", "key,name\nN,Nord\n");
        write("team.csv", "key,name,territory\nTN,Team Nord,N\n");
        write("staff.csv", "key,name,role,team\njana,Jana Muster,technician,TN\n");
        write("segment.csv", "key,name\nG,Gastronomie\n");
        write("customer.csv", "key,territory,name,segment\nC,N,Hotel Musterhof,G\n");
        write("site.csv", "key,customer,name,street,postal_code,city,country\nS,C,Bar,Weg 1,20095,Hamburg,DE\n");
        write("account.csv", "login,password,staff\njana,demo-turnus,jana\n");
        std::ignore = server({u"init"_s});
        std::ignore = server({u"import"_s, path(u"csv"_s)});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(u"csv/"_s + QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s", name);
    }
    /// Runs a command beside the servers.
    QByteArray server(const QStringList &words) const
    {
        QProcess process;
        process.start(program("turnus-server"), words + where());
        if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(words.join(u' ')), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
    struct Ended
    {
        int code;
        QByteArray err;
    };
    [[nodiscard]] Ended device(const QStringList &words) const
    {
        QProcess process;
        process.start(program("turnus-device"), QStringList{u"--data"_s, path(u"handheld"_s)} + words);
        if (!process.waitForFinished(patienceMs))
            qFatal("turnus-device does not end");
        return {process.exitCode(), process.readAllStandardError()};
    }
    /// Starts a server; where it listens.
    [[nodiscard]] QString serve(QProcess &process, const QString &listen = u"127.0.0.1:0"_s) const
    {
        process.start(program("turnus-server"), QStringList{u"serve"_s, u"--quiet"_s, u"--listen"_s, listen} + where());
        if (!process.waitForReadyRead(patienceMs))
            qFatal("no server: %s", process.readAllStandardError().constData());
        const QByteArray line = process.readLine();
        url = QString::fromUtf8(line.mid(line.indexOf("http"))).trimmed();
        return url;
    }
    void signIn(const QString &address, const QString &handheld = u"handheld"_s) const
    {
        QProcess process;
        process.start(program("turnus-device"), {u"--data"_s, path(handheld), u"login"_s, address, u"jana"_s});
        process.write("demo-turnus\n");
        process.closeWriteChannel();
        if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
    }
    void follow(QProcess &process) const
    {
        process.start(program("turnus-device"), {u"--data"_s, path(u"handheld"_s), u"follow"_s});
        if (!process.waitForStarted(patienceMs))
            qFatal("no turnus-device");
    }
    [[nodiscard]] qint64 appointments() const { return number("SELECT count(*) FROM appointment"); }
    [[nodiscard]] qint64 number(const char *sql, const QString &handheld = u"handheld"_s) const
    {
        const SystemClock clock;
        auto opened = storage::Connection::open({.path = path(handheld + u"/turnus.db"_s)}, clock);
        if (!opened)
            return -1;
        client::Sql row((*opened)->handle(), sql);
        return row.step() ? row.integer(0) : -1;
    }
    void addAsset() const
    {
        write("product.csv", "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,"
                             "hidden_failure\nP,GR60,GR 60,grinder,Berger,84,80,cups,0\n");
        write("asset.csv", "key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n"
                           "A,C,S,P,GR6,2020-01-01,0,2020-01-01,active\n");
        std::ignore = server({u"import"_s, path(u"csv"_s)});
    }
    /// Readings of the asset with values from `first` on, in one commit.
    void record(const QString &handheld, int first, int count) const
    {
        const SystemClock clock;
        auto opened = storage::Connection::open({.path = path(handheld + u"/turnus.db"_s)}, clock);
        const Status written = (*opened)->write([&](storage::Writer &writer) -> Status {
            auto asset = (*opened)->query("SELECT id FROM asset");
            if (!asset.step())
                return fail(Domain::Storage, u"no-asset");
            for (int i = 0; i < count; ++i) {
                TURNUS_ASSIGN(id, writer.next());
                writer.insertRow("meter_reading", id, writer.channelOf("asset", asset.integer(0)),
                                 {{"asset_id", asset.integer(0)},
                                  {"at", writer.now()},
                                  {"value", double(first + i)},
                                  {"meter_exchanged", false},
                                  {"implausible_confirmed", false}});
            }
            return {};
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().toString()));
    }
    void emergency(int number) const
    {
        QByteArray text = "key,customer,site,technician,kind,starts,ends,status\n";
        for (int i = 1; i <= number; ++i)
            text +=
                "E" + QByteArray::number(i) + ",C,S,jana,emergency,2026-11-24T08:00:00Z,2026-11-24T10:00:00Z,planned\n";
        write("appointment.csv", text);
        std::ignore = server({u"import"_s, path(u"csv"_s)});
    }

    mutable QString url; ///< where the server listens

private:
    [[nodiscard]] QStringList where() const
    {
        QStringList words{u"--data"_s, path(u"server"_s)};
        if (!m_database.isEmpty())
            words << u"--database"_s << m_database;
        return words;
    }

    QString m_database;
    QTemporaryDir m_directory;
};

} // namespace

/// Real programs over real TCP.
class TestLiveProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmergencyReachesAConnectedHandheld();
    void aHandheldComesBackAfterTheServerWasAway();
    void twoServersOverOnePostgresqlBehaveAsOne();
    void handheldsOfTwoServersMissNothingOfEachOther();
    void aLostHandheldWipesItselfAtItsNextContact();
    void aConnectedLostHandheldWipesItselfAtOnce();
    void photosAndReportsArriveWholeWhateverIsKilled();
};

void TestLiveProcesses::anEmergencyReachesAConnectedHandheld()
{
    const World world;
    QProcess server;
    world.signIn(world.serve(server));
    QProcess handheld;
    world.follow(handheld);
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += handheld.readAllStandardOutput()).contains("\"live\""), patienceMs);
    QCOMPARE(world.appointments(), 0);
    world.emergency(1);
    QTRY_COMPARE_WITH_TIMEOUT(world.appointments(), 1, patienceMs);
    handheld.kill();
    handheld.waitForFinished(patienceMs);
    server.terminate();
    QVERIFY(server.waitForFinished(patienceMs));
}

void TestLiveProcesses::aHandheldComesBackAfterTheServerWasAway()
{
    const World world;
    QProcess server;
    const QString url = world.serve(server);
    world.signIn(url);
    QProcess handheld;
    world.follow(handheld);
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += handheld.readAllStandardOutput()).contains("\"live\""), patienceMs);
    server.kill();
    QVERIFY(server.waitForFinished(patienceMs));
    QTRY_VERIFY_WITH_TIMEOUT((told += handheld.readAllStandardOutput()).contains("\"polling\""), patienceMs);
    world.emergency(1);
    std::ignore = world.serve(server, u"127.0.0.1:"_s + url.section(u':', -1));
    QTRY_COMPARE_WITH_TIMEOUT(world.appointments(), 1, patienceMs);
    handheld.kill();
    handheld.waitForFinished(patienceMs);
    server.kill();
    server.waitForFinished(patienceMs);
}

void TestLiveProcesses::twoServersOverOnePostgresqlBehaveAsOne()
{
    const World world(Cluster::instance().freshLocation());
    QProcess first;
    QProcess second;
    world.signIn(world.serve(first));
    // The handheld hears from the first what was committed beside both; the second serves the same company.
    const QString other = world.serve(second);
    QVERIFY(other.startsWith("http://"_L1));
    QProcess handheld;
    world.follow(handheld);
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += handheld.readAllStandardOutput()).contains("\"live\""), patienceMs);
    world.emergency(1);
    QTRY_COMPARE_WITH_TIMEOUT(world.appointments(), 1, patienceMs);
    for (QProcess *process : {&handheld, &first, &second}) {
        process->kill();
        process->waitForFinished(patienceMs);
    }
}

void TestLiveProcesses::handheldsOfTwoServersMissNothingOfEachOther()
{
    const World world(Cluster::instance().freshLocation());
    world.addAsset();
    QProcess first;
    QProcess second;
    const QStringList urls{world.serve(first), world.serve(second)};
    const QStringList handhelds{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    for (qsizetype i = 0; i < handhelds.size(); ++i)
        world.signIn(urls.at(i % 2), handhelds.at(i));
    const auto syncAll = [&] {
        std::vector<std::unique_ptr<QProcess>> syncs;
        for (const QString &handheld : handhelds) {
            syncs.push_back(std::make_unique<QProcess>());
            syncs.back()->start(program("turnus-device"), {u"--data"_s, world.path(handheld), u"sync"_s});
        }
        return std::ranges::all_of(
            syncs, [](const auto &sync) { return sync->waitForFinished(patienceMs) && sync->exitCode() == 0; });
    };
    QVERIFY(syncAll());
    // All write to the channel that all read, at once and by different servers.
    constexpr int readings = 150;
    int recorded = 0;
    for (int round = 0; round < 5; ++round) {
        for (const QString &handheld : handhelds) {
            world.record(handheld, recorded, readings);
            recorded += readings;
        }
        QVERIFY(syncAll());
    }
    QVERIFY(syncAll()); // what was under way when the others read
    for (const QString &handheld : handhelds) {
        QCOMPARE(world.number("SELECT count(*) FROM meter_reading", handheld), recorded);
        QCOMPARE(world.number("SELECT count(DISTINCT value) FROM meter_reading", handheld), recorded);
        QCOMPARE(world.number("SELECT count(*) FROM outbox", handheld), 0);
    }
    QVERIFY(world.server({u"verify"_s}).contains("sound"));
    for (QProcess *process : {&first, &second}) {
        process->kill();
        process->waitForFinished(patienceMs);
    }
}

void TestLiveProcesses::aLostHandheldWipesItselfAtItsNextContact()
{
    const World world;
    QProcess server;
    world.signIn(world.serve(server));
    QCOMPARE(world.device({u"sync"_s}).code, 0);
    QVERIFY(QFile::exists(world.path(u"handheld/turnus.db"_s)));
    const QByteArray devices = world.server({u"user"_s, u"devices"_s});
    QVERIFY2(devices.contains("\tjana\tsigned in\t"), devices.constData());
    std::ignore = world.server({u"user"_s, u"revoke-device"_s, QString::fromLatin1(devices.split('\t').first())});
    QVERIFY(world.server({u"user"_s, u"devices"_s, u"jana"_s}).contains("\tlost\t"));
    const auto told = world.device({u"sync"_s});
    QCOMPARE(told.code, 1);
    QVERIFY2(told.err.contains("everything on this handheld has been removed"), told.err.constData());
    QCOMPARE(QDir(world.path(u"handheld"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    // Whoever has the password may begin anew on it.
    world.signIn(world.url);
    QCOMPARE(world.device({u"sync"_s}).code, 0);
    server.kill();
    server.waitForFinished(patienceMs);
}

void TestLiveProcesses::aConnectedLostHandheldWipesItselfAtOnce()
{
    const World world;
    QProcess server;
    world.signIn(world.serve(server));
    QProcess handheld;
    world.follow(handheld);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += handheld.readAllStandardOutput()).contains("\"live\""), patienceMs);
    std::ignore = world.server({u"user"_s, u"revoke-device"_s,
                                QString::fromLatin1(world.server({u"user"_s, u"devices"_s}).split('\t').first())});
    QVERIFY(handheld.waitForFinished(patienceMs));
    QCOMPARE(handheld.exitCode(), 1);
    QVERIFY(!QFile::exists(world.path(u"handheld/turnus.db"_s)));
    QVERIFY(!QFile::exists(world.path(u"handheld/tokens"_s)));
    server.kill();
    server.waitForFinished(patienceMs);
}

void TestLiveProcesses::photosAndReportsArriveWholeWhateverIsKilled()
{
    const World world;
    QProcess server;
    world.signIn(world.serve(server));
    const QString port = world.url.section(u':', -1);
    world.emergency(1);
    QCOMPARE(world.device({u"sync"_s}).code, 0);
    const auto made =
        world.device({u"visit"_s, u"start"_s, QString::number(world.number("SELECT id FROM appointment"))});
    QVERIFY2(made.code == 0, made.err.constData());
    const QString visit = QString::number(world.number("SELECT id FROM visit"));
    QRandomGenerator random(5);
    constexpr int photos = 3;
    for (int i = 0; i < photos; ++i) {
        QByteArray bytes("\xff\xd8\xff\xe0 JFIF");
        bytes.resize(3'000'000);
        std::generate(bytes.begin() + 10, bytes.end(), [&] { return static_cast<char>(random.generate()); });
        QFile file(world.path(u"photo.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto added = world.device({u"visit"_s, u"photo"_s, visit, file.fileName()});
        QVERIFY2(added.code == 0, added.err.constData());
    }
    const auto signedOff = world.device({u"visit"_s, u"complete"_s, visit, u"Herr Muster"_s});
    QVERIFY2(signedOff.code == 0, signedOff.err.constData());
    // Kills at random moments, of the device and of the server.
    for (int round = 0; round < 8; ++round) {
        QProcess device;
        device.start(program("turnus-device"), {u"--data"_s, world.path(u"handheld"_s), u"sync"_s});
        QVERIFY(device.waitForStarted(patienceMs));
        device.waitForFinished(static_cast<int>(random.bounded(120)));
        QProcess &victim = round % 2 == 0 ? device : server;
        victim.kill();
        device.kill();
        QVERIFY(device.state() == QProcess::NotRunning || device.waitForFinished(patienceMs));
        if (&victim == &server) {
            QVERIFY(server.waitForFinished(patienceMs));
            QCOMPARE(world.serve(server, u"127.0.0.1:"_s + port).section(u':', -1), port);
        }
    }
    const auto synced = world.device({u"sync"_s});
    QVERIFY2(synced.code == 0, synced.err.constData());
    QCOMPARE(world.number("SELECT count(*) FROM content_file WHERE held = 1"), photos + 1);
    QCOMPARE(world.number("SELECT count(*) FROM content_file WHERE held = 0"), 0);
    QCOMPARE(QDir(world.path(u"server/content"_s)).entryList(QDir::Files).size(), photos + 1);
    QVERIFY(world.server({u"verify"_s}).contains("sound"));
    server.kill();
    server.waitForFinished(patienceMs);
}

QTEST_GUILESS_MAIN(TestLiveProcesses)
#include "tst_live_processes.moc"
