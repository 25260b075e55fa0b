#include "tests/sync/server/support/cluster.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;

struct Ended
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Ended run(const char *program, const QStringList &words, const QByteArray &input = {})
{
    QProcess process;
    process.start(qEnvironmentVariable("TURNUS_BIN") + u'/' + QLatin1StringView(program), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        qFatal("%s %s does not end", program, qPrintable(words.join(u' ')));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// A company in CSV files with one appointment today, served by real processes; a real handheld.
class Field
{
public:
    explicit Field(QString database = {}) : m_database(std::move(database))
    {
        QDir(path(u""_s)).mkpath(u"csv"_s);
        const QByteArray today =
            QDateTime::currentDateTime().date().startOfDay().toUTC().toString(Qt::ISODate).toLatin1();
        const QByteArray until =
            QDateTime::currentDateTime().date().endOfDay().toUTC().toString(Qt::ISODate).toLatin1();
        write("csv/territory.csv", "key,name\nN,Nord\n");
        write("csv/team.csv", "key,name,territory\nTN,Team Nord,N\n");
        write("csv/staff.csv", "key,name,role,team\njana,Jana Muster,technician,TN\n");
        write("csv/segment.csv", "key,name\nG,Gastronomie\n");
        write("csv/customer.csv", "key,territory,name,segment\nC,N,Hotel Musterhof,G\n");
        write("csv/site.csv", "key,customer,name,street,postal_code,city,country\nS,C,Bar,Weg 1,20095,Hamburg,DE\n");
        write("csv/product.csv",
              "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,"
              "hidden_failure\nP,P,BK 420,bean_to_cup,Berger,84,80,cups,0\n");
        write("csv/asset.csv", "key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n"
                               "A,C,S,P,BK4-1,2020-01-01,0,2020-01-01,active\n");
        write("csv/account.csv", "login,password,staff\njana,demo-turnus,jana\n");
        write("csv/appointment.csv",
              "key,customer,site,asset,technician,kind,starts,ends,status\nT,C,S,A,jana,repair," + today + ',' + until +
                  ",planned\n");
        must({u"init"_s});
        must({u"import"_s, path(u"csv"_s)});
    }
    ~Field() { stopServers(); }
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(name));
    }
    void write(const char *name, const QByteArray &bytes) const { write(QString::fromLatin1(name), bytes); }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(name));
        return file.readAll();
    }
    [[nodiscard]] Ended server(const QStringList &words) const
    {
        QStringList where{u"--data"_s, path(u"server"_s)};
        if (!m_database.isEmpty())
            where << u"--database"_s << m_database;
        return run("turnus-server", words + where);
    }
    void must(const QStringList &words) const
    {
        if (const Ended ended = server(words); ended.code != 0)
            qFatal("%s: %s", qPrintable(words.join(u' ')), ended.err.constData());
    }
    /// Starts one more server; where it listens.
    QString serve()
    {
        auto process = std::make_unique<QProcess>();
        QStringList words{u"serve"_s, u"--quiet"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, path(u"server"_s)};
        if (!m_database.isEmpty())
            words << u"--database"_s << m_database;
        process->start(qEnvironmentVariable("TURNUS_BIN") + u"/turnus-server"_s, words);
        if (!process->waitForReadyRead(patienceMs))
            qFatal("no server: %s", process->readAllStandardError().constData());
        const QByteArray line = process->readLine();
        m_servers.push_back(std::move(process));
        return QString::fromUtf8(line.mid(line.indexOf("http"))).trimmed();
    }
    void stopServers()
    {
        for (const auto &process : m_servers) {
            process->kill();
            process->waitForFinished(patienceMs);
        }
        m_servers.clear();
    }
    void signIn(const QString &url) const
    {
        const Ended ended =
            run("turnus-device", {u"--data"_s, path(u"handheld"_s), u"login"_s, url, u"jana"_s}, "demo-turnus\n");
        if (ended.code != 0)
            qFatal("%s", ended.err.constData());
    }
    [[nodiscard]] Ended tryDevice(const QStringList &words) const
    {
        return run("turnus-device", QStringList{u"--data"_s, path(u"handheld"_s), u"--json"_s} + words);
    }
    [[nodiscard]] QJsonObject device(const QStringList &words) const
    {
        const Ended ended = tryDevice(words);
        if (ended.code != 0)
            qFatal("%s: %s", qPrintable(words.join(u' ')), ended.err.constData());
        return QJsonDocument::fromJson(ended.out).object();
    }
    /// A visit with a photo, a part and a signature; not sent.
    void makeVisit() const
    {
        const QJsonArray stops = device({u"today"_s}).value(u"appointments"_s).toArray();
        if (stops.isEmpty())
            qFatal("no appointment today");
        const QString appointment = QString::number(stops.at(0)[u"appointment"_s].toInteger());
        const QString visit =
            QString::number(device({u"visit"_s, u"start"_s, appointment}).value(u"visit"_s).toInteger());
        write("photo.jpg", QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0", 11) + QByteArray(2'000, 'x'));
        std::ignore = device({u"visit"_s, u"photo"_s, visit, path(u"photo.jpg"_s)});
        std::ignore = device({u"visit"_s, u"reading"_s, visit, u"214380"_s});
        std::ignore = device({u"visit"_s, u"complete"_s, visit, u"Erika Mustermann"_s});
    }

private:
    QString m_database;
    QTemporaryDir m_directory;
    std::vector<std::unique_ptr<QProcess>> m_servers;
};

QString publicKey(const Field &field)
{
    return QString::fromLatin1(field.server({u"receipt"_s, u"key"_s}).out.split('\t').front());
}

} // namespace

/// Real programs over real TCP.
class TestReceiptProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsProvedAndCheckedWithoutTheCompany();
    void whatIsNotSentIsMissing();
    void theStoredReceiptIsShownWithoutANetwork();
    void aNewKeyIsAcceptedThroughTheOldOne();
    void twoServersOverPostgresSignAlike();
    void aBackupKeepsTheKey();
    void visitsAreReadyOrSayWhatIsMissing();
};

void TestReceiptProcesses::aDayIsProvedAndCheckedWithoutTheCompany()
{
    Field field;
    field.signIn(field.serve());
    std::ignore = field.device({u"sync"_s});
    field.makeVisit();
    std::ignore = field.device({u"sync"_s});
    const QString file = field.path(u"day.receipt"_s);
    const QJsonObject receipt = field.device({u"receipt"_s, u"--out"_s, file});
    QCOMPARE(receipt.value(u"signature"_s).toString(), u"good"_s);
    QVERIFY2(receipt.value(u"whole"_s).toBool(), QJsonDocument(receipt).toJson().constData());
    const QJsonObject visit = receipt.value(u"visits"_s).toArray().at(0).toObject();
    QCOMPARE(visit.value(u"customer"_s).toString(), u"Hotel Musterhof"_s);
    QVERIFY(visit.value(u"lines"_s).toInt() >= 4);
    QVERIFY(visit.value(u"files"_s).toInt() >= 1);
    QCOMPARE(visit.value(u"files_held"_s), visit.value(u"files"_s));
    // With the public key alone, where there is no company.
    const QString key = publicKey(field);
    QCOMPARE(key.size(), 64);
    const Ended alone =
        run("turnus-server", {u"receipt"_s, u"verify"_s, file, u"--key"_s, key, u"--data"_s, u"/nowhere"_s});
    QVERIFY2(alone.code == 0 && alone.out.contains("signature good"), alone.err.constData());
    const Ended beside = field.server({u"receipt"_s, u"verify"_s, file});
    QVERIFY2(beside.code == 0 && beside.out.contains("holds all of it"), beside.err.constData());
    // One figure changed, or another key.
    QByteArray tampered = field.read(u"day.receipt"_s);
    const qsizetype at = tampered.indexOf("\"rows\":1");
    QVERIFY(at > 0);
    field.write("tampered", tampered.replace(at, 8, "\"rows\":7"));
    const Ended forged = field.server({u"receipt"_s, u"verify"_s, field.path(u"tampered"_s)});
    QVERIFY2(forged.code == 1 && forged.err.contains("signature"), forged.err.constData());
    const Ended other = run("turnus-server", {u"receipt"_s, u"verify"_s, file, u"--key"_s, QString(64, u'a')});
    QVERIFY2(other.code == 1 && other.err.contains("other-key"), other.err.constData());
    // A photo that went missing since.
    QDir content(field.path(u"server/content"_s));
    for (const QString &name : content.entryList(QDir::Files))
        content.remove(name);
    const Ended lost = field.server({u"receipt"_s, u"verify"_s, file});
    QVERIFY2(lost.code == 1 && lost.out.contains("held then, not today"), lost.out.constData());
}

void TestReceiptProcesses::whatIsNotSentIsMissing()
{
    Field field;
    field.signIn(field.serve());
    std::ignore = field.device({u"sync"_s});
    field.makeVisit();
    const QJsonObject before = field.device({u"receipt"_s});
    QVERIFY(!before.value(u"whole"_s).toBool());
    QVERIFY(!before.value(u"visits"_s).toArray().at(0)[u"listed"_s].toBool());
    // Rows without their files: every line, and not every byte.
    std::ignore = field.device({u"sync"_s, u"--no-content"_s});
    const QJsonObject rows = field.device({u"receipt"_s});
    QVERIFY(!rows.value(u"whole"_s).toBool());
    QCOMPARE(rows.value(u"visits"_s).toArray().at(0)[u"missing"_s].toArray().size(), 0);
    QCOMPARE(rows.value(u"files_held"_s).toInt(), 0);
    QVERIFY(rows.value(u"files"_s).toInt() >= 1);
}

void TestReceiptProcesses::theStoredReceiptIsShownWithoutANetwork()
{
    Field field;
    field.signIn(field.serve());
    std::ignore = field.device({u"sync"_s});
    field.makeVisit();
    std::ignore = field.device({u"sync"_s});
    std::ignore = field.device({u"receipt"_s});
    field.stopServers();
    QVERIFY(field.tryDevice({u"receipt"_s}).code == 1);
    const QJsonObject stored = field.device({u"receipt"_s, u"--stored"_s});
    QCOMPARE(stored.value(u"signature"_s).toString(), u"good"_s);
    QVERIFY(stored.value(u"whole"_s).toBool());
}

void TestReceiptProcesses::aNewKeyIsAcceptedThroughTheOldOne()
{
    Field field;
    field.signIn(field.serve());
    std::ignore = field.device({u"sync"_s});
    field.makeVisit();
    std::ignore = field.device({u"sync"_s});
    std::ignore = field.device({u"receipt"_s});
    const QString before = publicKey(field);
    // A new key of the same company is endorsed by the old one.
    field.must({u"receipt"_s, u"rotate"_s});
    const QJsonObject rotated = field.device({u"receipt"_s});
    QCOMPARE(rotated.value(u"signature"_s).toString(), u"good"_s);
    QCOMPARE(field.server({u"receipt"_s, u"key"_s}).out.count('\n'), 2);
    QVERIFY(publicKey(field) != before);
}

void TestReceiptProcesses::twoServersOverPostgresSignAlike()
{
    Field field(Cluster::instance().freshLocation());
    const QString first = field.serve();
    const QString second = field.serve();
    field.signIn(first);
    std::ignore = field.device({u"sync"_s});
    field.makeVisit();
    std::ignore = field.device({u"sync"_s});
    const QJsonObject one = field.device({u"receipt"_s});
    QVERIFY2(one.value(u"whole"_s).toBool(), QJsonDocument(one).toJson().constData());
    const QString file = field.path(u"day.receipt"_s);
    std::ignore = field.device({u"receipt"_s, u"--out"_s, file});
    const Ended checked = field.server({u"receipt"_s, u"verify"_s, file});
    QVERIFY2(checked.code == 0, checked.err.constData());
    field.signIn(second);
    const QJsonObject two = field.device({u"receipt"_s});
    QCOMPARE(two.value(u"key"_s), one.value(u"key"_s));
    QCOMPARE(two.value(u"signature"_s).toString(), u"good"_s);
    QCOMPARE(field.server({u"receipt"_s, u"key"_s}).out.count('\n'), 1);
}

void TestReceiptProcesses::aBackupKeepsTheKey()
{
    const Field field;
    const QString key = publicKey(field);
    field.must({u"backup"_s, field.path(u"backup.db"_s)});
    QVERIFY(QDir().mkdir(field.path(u"elsewhere"_s)));
    const Ended restored = run("turnus-server", {u"receipt"_s, u"key"_s, u"--database"_s, field.path(u"backup.db"_s),
                                                 u"--data"_s, field.path(u"elsewhere"_s)});
    QVERIFY2(restored.out.startsWith(key.toLatin1()), restored.err.constData());
    const QString moved = field.path(u"moved.db"_s);
    field.must({u"migrate-store"_s, u"--to"_s, moved});
    const Ended there =
        run("turnus-server", {u"receipt"_s, u"key"_s, u"--database"_s, moved, u"--data"_s, field.path(u"server"_s)});
    QVERIFY2(there.out.startsWith(key.toLatin1()), there.err.constData());
}

void TestReceiptProcesses::visitsAreReadyOrSayWhatIsMissing()
{
    Field field;
    field.signIn(field.serve());
    const QJsonObject nothing = field.device({u"ready"_s});
    QCOMPARE(nothing.value(u"visits"_s).toArray().size(), 0);
    std::ignore = field.device({u"sync"_s, u"--check"_s});
    const QJsonObject ready = field.device({u"ready"_s});
    QCOMPARE(ready.value(u"visits_ready"_s).toInt(), 1);
    QCOMPARE(ready.value(u"visits_not_ready"_s).toInt(), 0);
    QVERIFY(!ready.value(u"compared"_s).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestReceiptProcesses)
#include "tst_receipt_processes.moc"
