#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/sql.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace turnus;
using namespace Qt::StringLiterals;

/// The real programs over real TCP: turnus-server, and turnus-device that is killed while it pushes.
class TestProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aDeviceKilledWhileItPushesLosesAndDoublesNothing();
    void aSyncWithNothingNewIsOneSmallRoundTrip();
    void wrongUseAndWrongPasswordAreToldByExitStatusAndWords();

private:
    struct Outcome
    {
        int status;
        QByteArray out;
        QByteArray err;
    };
    static QString program(const char *name)
    {
        return qEnvironmentVariable("TURNUS_BIN") + u'/' + QLatin1StringView(name);
    }
    Outcome device(const QString &data, const QStringList &words, const QByteArray &input = {}) const;
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const char *name, const QByteArray &text) const;

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_url;
};

void TestProcesses::write(const char *name, const QByteArray &text) const
{
    QFile file(path(u"csv/"_s + QLatin1StringView(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", name);
}

TestProcesses::Outcome TestProcesses::device(const QString &data, const QStringList &words,
                                             const QByteArray &input) const
{
    QProcess process;
    process.start(program("turnus-device"), QStringList{u"--data"_s, path(data), u"--json"_s} + words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        qFatal("turnus-device does not end");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestProcesses::initTestCase()
{
    QVERIFY(QDir(m_directory.path()).mkpath(u"csv"_s));
    write("territory.csv", "key,name\nN,Nord\n");
    write("team.csv", "key,name,territory\nTN,Team Nord,N\n");
    write("staff.csv", "key,name,role,team\njana,Jana Muster,technician,TN\n");
    write("segment.csv", "key,name\nG,Gastronomie\n");
    write("product.csv", "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,"
                         "hidden_failure\nP,GR60,GR 60,grinder,Berger,84,80,cups,0\n");
    write("customer.csv", "key,territory,name,segment\nC,N,Hotel Musterhof,G\n");
    write("site.csv", "key,customer,name,street,postal_code,city,country\nS,C,Bar,Musterweg 1,20095,Hamburg,DE\n");
    write("asset.csv", "key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n"
                       "A,C,S,P,GR6-1,2020-01-01,0,2020-01-01,active\n");
    write("account.csv", "login,password,staff\njana,demo-turnus,jana\n");
    for (const QStringList &words : {QStringList{u"init"_s}, QStringList{u"import"_s, path(u"csv"_s)}}) {
        QProcess process;
        process.start(program("turnus-server"), words + QStringList{u"--data"_s, path(u"server"_s)});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
    }
    m_server.start(program("turnus-server"),
                   {u"serve"_s, u"--quiet"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, path(u"server"_s)});
    QVERIFY(m_server.waitForReadyRead(30'000));
    const QByteArray line = m_server.readLine();
    m_url = QString::fromUtf8(line.mid(line.indexOf("http"))).trimmed();
    QVERIFY2(m_url.startsWith("http://127.0.0.1:"_L1), line);
    const Outcome signedIn = device(u"a"_s, {u"login"_s, m_url, u"jana"_s}, "demo-turnus\n");
    QVERIFY2(signedIn.status == 0, signedIn.err);
    const Outcome synced = device(u"a"_s, {u"sync"_s});
    QVERIFY2(synced.status == 0, synced.err);
}

void TestProcesses::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(10'000));
}

void TestProcesses::aDeviceKilledWhileItPushesLosesAndDoublesNothing()
{
    constexpr int kills = 20;
    constexpr int readingsEach = 100;
    std::mt19937 random(3);
    const SystemClock clock;
    for (int round = 0; round < kills; ++round) {
        {
            auto opened = storage::Connection::open({.path = path(u"a/turnus.db"_s)}, clock);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
            QVERIFY((*opened)->write([&](storage::Writer &writer) -> Status {
                auto asset = (*opened)->query("SELECT id FROM asset");
                if (!asset.step())
                    return fail(Domain::Storage, u"no-asset");
                for (int i = 0; i < readingsEach; ++i) {
                    TURNUS_ASSIGN(id, writer.next());
                    writer.insertRow("meter_reading", id, writer.channelOf("asset", asset.integer(0)),
                                     {{"asset_id", asset.integer(0)},
                                      {"at", writer.now()},
                                      {"value", double(round * readingsEach + i)},
                                      {"meter_exchanged", false},
                                      {"implausible_confirmed", false}});
                }
                return {};
            }));
        }
        QProcess process;
        process.start(program("turnus-device"), {u"--data"_s, path(u"a"_s), u"sync"_s});
        QVERIFY(process.waitForStarted());
        process.waitForFinished(int(random() % 120)); // the moment of the kill, not a wait for a result
        process.kill();
        process.waitForFinished();
    }
    const Outcome last = device(u"a"_s, {u"sync"_s});
    QVERIFY2(last.status == 0, last.err);
    QVERIFY(device(u"b"_s, {u"login"_s, m_url, u"jana"_s}, "demo-turnus\n").status == 0);
    QVERIFY(device(u"b"_s, {u"sync"_s}).status == 0);
    for (const QString &data : {u"a/turnus.db"_s, u"b/turnus.db"_s}) {
        auto opened = storage::Connection::open({.path = path(data)}, clock);
        QVERIFY(opened);
        client::Sql rows((*opened)->handle(), "SELECT count(*), count(DISTINCT value), (SELECT count(*) FROM outbox), "
                                              "(SELECT count(*) FROM pragma_foreign_key_check) FROM meter_reading");
        QVERIFY(rows.step());
        QCOMPARE(rows.integer(0), kills * readingsEach);
        QCOMPARE(rows.integer(1), kills * readingsEach);
        QCOMPARE(rows.integer(2), 0);
        QCOMPARE(rows.integer(3), 0);
    }
}

void TestProcesses::aSyncWithNothingNewIsOneSmallRoundTrip()
{
    const Outcome synced = device(u"a"_s, {u"sync"_s, u"--repeat"_s, u"3"_s});
    QVERIFY2(synced.status == 0, synced.err);
    const QJsonObject report = QJsonDocument::fromJson(synced.out).object();
    QCOMPARE(report["round_trips"_L1].toInt(), 1);
    QCOMPARE(report["rows_in"_L1].toInt(), 0);
    QCOMPARE(report["rows_out"_L1].toInt(), 0);
    QVERIFY2(report["bytes_up"_L1].toInt() + report["bytes_down"_L1].toInt() <= 200, synced.out);
    for (const char *figure : {"wall_ms", "cpu_ms", "rss_kb"})
        QVERIFY2(report[QLatin1StringView(figure)].toDouble() > 0, synced.out);
}

void TestProcesses::wrongUseAndWrongPasswordAreToldByExitStatusAndWords()
{
    const Outcome refused = device(u"c"_s, {u"login"_s, m_url, u"jana"_s}, "falsch\n");
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("access/"), refused.err);
    QCOMPARE(device(u"c"_s, {u"sync"_s}).status, 1);
    const Outcome wrong = device(u"c"_s, {u"visit"_s, u"start"_s, u"zwölf"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY(wrong.err.contains("no whole number"));
    QCOMPARE(device(u"c"_s, {u"gibt-es-nicht"_s}).status, 2);
    QVERIFY(device(u"c"_s, {u"status"_s}).out.contains("\"signed_in\":false"));
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
