// The real programs over real TCP, ended by SIGKILL at random moments. "tst_synckills --kills 200" kills that often in
// first sync and as often in push.
#include "core/storage/connection.h"
#include "core/support/clock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sqlite3.h>

using namespace turnus;
using namespace Qt::StringLiterals;

namespace {

int kills = 8;
constexpr int customers = 600;
constexpr int readingsEach = 60;

QString program(const char *name)
{
    return qEnvironmentVariable("TURNUS_BIN") + u'/' + QLatin1StringView(name);
}

/// One number of a database that nobody has open, or that a server has.
qint64 number(const QString &file, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *row = nullptr;
    qint64 result = -1;
    if (sqlite3_open_v2(file.toUtf8(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(database, sql, -1, &row, nullptr) == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW)
        result = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(database);
    return result;
}

enum class Victim { Device, Server, Both };

} // namespace

class TestSyncKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void firstSyncEndsWhole();
    void pushLosesAndDoublesNothing();

private:
    void write(const char *name, const QByteArray &text) const;
    void startServer();
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    [[nodiscard]] QString databaseOf(const QString &device) const { return path(device + u"/turnus.db"_s); }
    [[nodiscard]] bool device(const QString &data, const QStringList &words, const QByteArray &input = {}) const;
    /// Starts a sync and kills at a random moment of its usual duration.
    void disturbedSync(const QString &data);
    void record(int from);

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_port = u"0"_s;
    QString m_url;
    std::mt19937 m_random{7};
    int m_usual = 1; ///< ms that a sync takes
    int m_cut = 0;   ///< syncs that were ended before they were done
};

void TestSyncKills::write(const char *name, const QByteArray &text) const
{
    QFile file(path(u"csv/"_s + QLatin1StringView(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", name);
}

bool TestSyncKills::device(const QString &data, const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    process.start(program("turnus-device"), QStringList{u"--data"_s, path(data)} + words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        qFatal("turnus-device does not end");
    if (process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.exitCode() == 0;
}

void TestSyncKills::startServer()
{
    m_server.start(program("turnus-server"),
                   {u"serve"_s, u"--quiet"_s, u"--listen"_s, u"127.0.0.1:"_s + m_port, u"--data"_s, path(u"server"_s)});
    QVERIFY2(m_server.waitForReadyRead(30'000), m_server.readAllStandardError());
    const QByteArray line = m_server.readLine();
    m_url = QString::fromUtf8(line.mid(line.indexOf("http"))).trimmed();
    QVERIFY2(m_url.startsWith("http://127.0.0.1:"_L1), line);
    m_port = m_url.section(u':', -1);
}

void TestSyncKills::initTestCase()
{
    QVERIFY(QDir(m_directory.path()).mkpath(u"csv"_s));
    write("territory.csv", "key,name\nN,Nord\n");
    write("team.csv", "key,name,territory\nTN,Team Nord,N\n");
    write("staff.csv", "key,name,role,team\njana,Jana Muster,technician,TN\n");
    write("segment.csv", "key,name\nG,Gastronomie\n");
    write("product.csv", "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,"
                         "hidden_failure\nP,GR60,GR 60,grinder,Berger,84,80,cups,0\n");
    QByteArray customer("key,territory,name,segment,note\n");
    QByteArray site("key,customer,name,street,postal_code,city,country\n");
    QByteArray asset("key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n");
    for (int i = 0; i < customers; ++i) {
        const QByteArray n = QByteArray::number(i);
        QByteArray note; // of little redundancy, so that the snapshot has several frames
        while (note.size() < 600)
            note += QByteArray::number(quint64(m_random()) << 20, 36);
        customer += "C" + n + ",N,Hotel " + n + ",G," + note + "\n";
        site += "S" + n + ",C" + n + ",Bar,Musterweg 1,20095,Hamburg,DE\n";
        asset += "A" + n + ",C" + n + ",S" + n + ",P,GR6-" + n + ",2020-01-01,0,2020-01-01,active\n";
    }
    write("customer.csv", customer);
    write("site.csv", site);
    write("asset.csv", asset);
    write("account.csv", "login,password,staff\njana,demo-turnus,jana\n");
    for (const QStringList &words : {QStringList{u"init"_s}, QStringList{u"import"_s, path(u"csv"_s)}}) {
        QProcess process;
        process.start(program("turnus-server"), words + QStringList{u"--data"_s, path(u"server"_s)});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    }
    startServer();
    QVERIFY(device(u"a"_s, {u"login"_s, m_url, u"jana"_s}, "demo-turnus\n"));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(device(u"a"_s, {u"sync"_s}));
    m_usual = static_cast<int>(timer.elapsed());
}

void TestSyncKills::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(10'000));
}

void TestSyncKills::disturbedSync(const QString &data)
{
    const auto victim = static_cast<Victim>(m_random() % 3);
    QProcess sync;
    sync.start(program("turnus-device"), {u"--data"_s, path(data), u"sync"_s});
    QVERIFY(sync.waitForStarted());
    const bool done = sync.waitForFinished(int(m_random() % unsigned(m_usual + 20))); // the moment of the kill
    m_cut += !done;
    if (victim != Victim::Device) {
        m_server.kill();
        QVERIFY(m_server.waitForFinished(10'000));
    }
    if (victim != Victim::Server)
        sync.kill();
    QVERIFY(sync.state() == QProcess::NotRunning || sync.waitForFinished(60'000));
    if (victim != Victim::Device)
        startServer();
}

void TestSyncKills::firstSyncEndsWhole()
{
    int killed = 0;
    for (int round = 0; killed < kills; ++round) {
        const QString data = u"f%1"_s.arg(round);
        QVERIFY(device(data, {u"login"_s, m_url, u"jana"_s}, "demo-turnus\n"));
        const int times = 1 + int(m_random() % 4);
        for (int i = 0; i < times && killed < kills; ++i, ++killed) {
            disturbedSync(data);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(device(data, {u"sync"_s}));
        for (const char *table : {"customer", "site", "asset", "meter_reading", "staff", "product"}) {
            const QByteArray count = QByteArray("SELECT count(*) FROM ") + table;
            QCOMPARE(number(databaseOf(data), count), number(path(u"server/turnus-server.db"_s), count));
        }
        QCOMPARE(number(databaseOf(data), "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        QCOMPARE(number(databaseOf(data), "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
                 0);
        QCOMPARE(number(databaseOf(data), "SELECT count(*) FROM sqlite_master"),
                 number(databaseOf(u"a"_s), "SELECT count(*) FROM sqlite_master"));
        QVERIFY(QDir(path(data)).removeRecursively());
    }
    qInfo("%d kills, %d while the sync ran", killed, m_cut);
}

void TestSyncKills::record(int from)
{
    const SystemClock clock;
    auto opened = storage::Connection::open({.path = databaseOf(u"a"_s)}, clock);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
    QVERIFY((*opened)->write([&](storage::Writer &writer) -> Status {
        auto asset = (*opened)->query("SELECT id FROM asset");
        if (!asset.step())
            return fail(Domain::Storage, u"no-asset");
        for (int i = from; i < from + readingsEach; ++i) {
            TURNUS_ASSIGN(id, writer.next());
            writer.insertRow("meter_reading", id, writer.channelOf("asset", asset.integer(0)),
                             {{"asset_id", asset.integer(0)},
                              {"at", writer.now()},
                              {"value", double(i)},
                              {"meter_exchanged", false},
                              {"implausible_confirmed", false}});
        }
        return {};
    }));
}

void TestSyncKills::pushLosesAndDoublesNothing()
{
    m_cut = 0;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(device(u"a"_s, {u"sync"_s}));
    m_usual = static_cast<int>(timer.elapsed());
    for (int round = 0; round < kills; ++round) {
        record(round * readingsEach);
        disturbedSync(u"a"_s);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(device(u"a"_s, {u"sync"_s}));
    QCOMPARE(number(databaseOf(u"a"_s), "SELECT count(*) FROM outbox"), 0);
    for (const QString &file : {databaseOf(u"a"_s), path(u"server/turnus-server.db"_s)}) {
        QCOMPARE(number(file, "SELECT count(*) FROM meter_reading"), kills * readingsEach);
        QCOMPARE(number(file, "SELECT count(DISTINCT value) FROM meter_reading"), kills * readingsEach);
    }
    QProcess verify;
    verify.start(program("turnus-server"), {u"verify"_s, u"--data"_s, path(u"server"_s)});
    QVERIFY(verify.waitForFinished(60'000));
    QVERIFY2(verify.exitCode() == 0, verify.readAllStandardOutput());
    qInfo("%d kills, %d while the sync ran", kills, m_cut);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList words = QCoreApplication::arguments();
    if (const auto at = words.indexOf(u"--kills"_s); at > 0 && at + 1 < words.size()) {
        kills = words.at(at + 1).toInt();
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); // ms; as long as it takes
        words.remove(at, 2);
    }
    TestSyncKills test;
    return QTest::qExec(&test, words);
}

#include "tst_synckills.moc"
