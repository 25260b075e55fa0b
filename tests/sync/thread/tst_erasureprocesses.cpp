#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/sql.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace turnus;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
/// Stands in everything that names the customer.
const QByteArray mark("Zacharias");

QString program(const char *name)
{
    return qEnvironmentVariable("TURNUS_BIN") + u'/' + QLatin1StringView(name);
}

} // namespace

/// The real programs: after an erasure no byte of the customer is left in any file of server and devices.
class TestErasureProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsLeftInAnyFile();
    void backupThatIsPutBackIsErasedAgain();
    void commandsMakeNoDirectory();

private:
    struct Outcome
    {
        int status;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const char *what, const QStringList &words, const QByteArray &input = {}) const;
    Outcome device(const QString &data, const QStringList &words, const QByteArray &input = {}) const
    {
        return run("turnus-device", QStringList{u"--data"_s, path(data), u"--json"_s} + words, input);
    }
    Outcome server(const QStringList &words) const
    {
        return run("turnus-server", words + QStringList{u"--data"_s, path(u"server"_s)});
    }
    void serve();
    void stop();
    void recordDay(const QString &data) const;
    /// Files below the directory that hold the mark, in whatever case.
    [[nodiscard]] QStringList holding(const QString &directory) const;
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_directory;
    QProcess m_server;
    QString m_url;
    QString m_listen = u"127.0.0.1:0"_s;
};

TestErasureProcesses::Outcome TestErasureProcesses::run(const char *what, const QStringList &words,
                                                        const QByteArray &input) const
{
    QProcess process;
    process.start(program(what), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        qFatal("%s does not end", what);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestErasureProcesses::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write");
}

void TestErasureProcesses::serve()
{
    m_server.start(program("turnus-server"), {u"serve"_s, u"--quiet"_s, u"--forecast-at"_s, u"off"_s, u"--listen"_s,
                                              m_listen, u"--data"_s, path(u"server"_s)});
    QByteArray line;
    while (!line.contains("http")) {
        if (!m_server.canReadLine() && !m_server.waitForReadyRead(patienceMs))
            qFatal("no server: %s", m_server.readAllStandardError().constData());
        line = m_server.readLine();
    }
    m_url = QString::fromUtf8(line.mid(line.indexOf("http"))).trimmed();
    m_listen = QUrl(m_url).authority(); // devices know it by this one
}

void TestErasureProcesses::stop()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(patienceMs));
}

void TestErasureProcesses::initTestCase()
{
    QVERIFY(QDir(m_directory.path()).mkpath(u"csv"_s));
    const QByteArray today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate).toLatin1();
    write(u"csv/territory.csv"_s, "key,name\nN,Nord\n");
    write(u"csv/team.csv"_s, "key,name,territory\nTN,Team Nord,N\n");
    write(u"csv/staff.csv"_s, "key,name,role,team\njana,Jana Muster,technician,TN\n");
    write(u"csv/segment.csv"_s, "key,name\nG,Gastronomie\n");
    write(u"csv/product.csv"_s, "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,"
                                "usage_unit,hidden_failure\nP,GR60,GR 60,grinder,Berger,84,80,cups,0\n");
    write(u"csv/customer.csv"_s, "key,territory,name,segment,phone\nC,N,Hotel Zacharias,G,Zacharias1\n"
                                 "D,N,Hotel Musterhof,G,1\n");
    write(u"csv/site.csv"_s, "key,customer,name,street,postal_code,city,country\n"
                             "S,C,Bar Zacharias,Zachariasweg 1,20095,Hamburg,DE\n"
                             "T,D,Bar,Musterweg 1,20095,Hamburg,DE\n");
    write(u"csv/contact.csv"_s, "key,customer,name\nK,C,Erika Zacharias\n");
    write(u"csv/asset.csv"_s, "key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n"
                              "A,C,S,P,Zacharias-1,2020-01-01,0,2020-01-01,active\n");
    write(u"csv/appointment.csv"_s,
          "key,customer,site,asset,technician,kind,starts,ends,status,note\nX,C,S,A,jana,repair," + today +
              "T08:00:00Z," + today + "T09:00:00Z,planned,bei Zacharias klingeln\n");
    write(u"csv/account.csv"_s, "login,password,staff\njana,demo-turnus,jana\n");
    write(u"photo.jpg"_s, "\xff\xd8\xff\xe0 a photo of Zacharias \xff\xd9");
    for (const QStringList &words : {QStringList{u"init"_s}, QStringList{u"import"_s, path(u"csv"_s)}}) {
        const Outcome made = server(words);
        QVERIFY2(made.status == 0, made.err);
    }
    serve();
    for (const auto &data : {u"a"_s, u"b"_s}) {
        const Outcome signedIn = device(data, {u"login"_s, m_url, u"jana"_s}, "demo-turnus\n");
        QVERIFY2(signedIn.status == 0, signedIn.err);
        const Outcome synced = device(data, {u"sync"_s});
        QVERIFY2(synced.status == 0, synced.err);
    }
}

void TestErasureProcesses::cleanupTestCase()
{
    stop();
}

void TestErasureProcesses::recordDay(const QString &data) const
{
    const SystemClock clock;
    qint64 appointment = 0;
    {
        auto opened = storage::Connection::open({.path = path(data + u"/turnus.db"_s)}, clock);
        QVERIFY(opened);
        client::Sql row((*opened)->handle(), "SELECT id FROM appointment");
        QVERIFY(row.step());
        appointment = row.integer(0);
    }
    const Outcome started = device(data, {u"visit"_s, u"start"_s, QString::number(appointment)});
    QVERIFY2(started.status == 0, started.err);
    const auto visit = QJsonDocument::fromJson(started.out).object().value(u"visit"_s).toVariant().toString();
    QVERIFY2(!visit.isEmpty(), started.out);
    for (const QStringList &words : {QStringList{u"finding"_s, visit, u"Zacharias will es so"_s},
                                     QStringList{u"photo"_s, visit, path(u"photo.jpg"_s)},
                                     QStringList{u"reading"_s, visit, u"1000"_s, u"--confirmed"_s}}) {
        const Outcome recorded = device(data, QStringList{u"visit"_s} + words);
        QVERIFY2(recorded.status == 0, recorded.err);
    }
}

QStringList TestErasureProcesses::holding(const QString &directory) const
{
    QStringList found;
    QDirIterator files(path(directory), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(mark.toLower()))
            found.append(file.fileName());
    }
    return found;
}

void TestErasureProcesses::nothingIsLeftInAnyFile()
{
    recordDay(u"a"_s);
    QVERIFY(device(u"a"_s, {u"sync"_s}).status == 0);
    recordDay(u"b"_s); // stays unsent
    QVERIFY(!holding(u"server"_s).isEmpty());
    QVERIFY(server({u"backup"_s, path(u"backup"_s)}).status == 0);
    const Outcome listed = server({u"erase"_s, u"customer"_s, u"C"_s, u"--reason"_s, u"request"_s, u"--dry-run"_s});
    QVERIFY2(listed.status == 0, listed.err);
    QVERIFY2(listed.out.contains("contact: 1 would be removed"), listed.out);
    QVERIFY(!holding(u"server"_s).isEmpty());
    const Outcome erased = server({u"erase"_s, u"customer"_s, u"C"_s, u"--reason"_s, u"request"_s});
    QVERIFY2(erased.status == 0, erased.err);
    QVERIFY2(!erased.out.contains(mark), erased.out);
    for (const auto &data : {u"a"_s, u"b"_s}) {
        const Outcome synced = device(data, {u"sync"_s, u"--check"_s});
        QVERIFY2(synced.status == 0, synced.err);
        QCOMPARE(QJsonDocument::fromJson(synced.out).object().value(u"differing_channels"_s).toInt(-1), 0);
    }
    const Outcome told = device(u"b"_s, {u"outbox"_s});
    QVERIFY2(told.out.contains("erased: "), told.out);
    stop();
    QCOMPARE(server({u"erase"_s, u"again"_s}).status, 0);
    QCOMPARE(holding(u"server"_s), QStringList());
    QCOMPARE(holding(u"a"_s), QStringList());
    QCOMPARE(holding(u"b"_s), QStringList());
    const Outcome verified = server({u"verify"_s});
    QVERIFY2(verified.status == 0, verified.out);
    QVERIFY(server({u"erase"_s, u"list"_s}).out.contains("request"));
    serve();
}

void TestErasureProcesses::backupThatIsPutBackIsErasedAgain()
{
    stop();
    for (const char *ending : {"-wal", "-shm", ""})
        QFile::remove(path(u"server/turnus-server.db"_s + QLatin1StringView(ending)));
    QVERIFY(QFile::copy(path(u"backup"_s), path(u"server/turnus-server.db"_s)));
    for (const QString &name : QDir(path(u"backup.content"_s)).entryList(QDir::Files))
        QFile::copy(path(u"backup.content/"_s + name), path(u"server/content/"_s + name));
    QVERIFY(!holding(u"server"_s).isEmpty());
    const Outcome back = server({u"verify"_s});
    QCOMPARE(back.status, 1);
    QVERIFY2(back.out.contains("was erased and is there again"), back.out);
    serve();
    const Outcome synced = device(u"a"_s, {u"sync"_s});
    QVERIFY2(synced.status == 0, synced.err);
    stop();
    QCOMPARE(holding(u"server"_s), QStringList());
    QCOMPARE(holding(u"a"_s), QStringList());
    QCOMPARE(server({u"verify"_s}).status, 0);
    serve();
}

void TestErasureProcesses::commandsMakeNoDirectory()
{
    const QString none = path(u"none"_s);
    for (const QStringList &words :
         {QStringList{u"verify"_s}, QStringList{u"export"_s, path(u"out"_s)}, QStringList{u"show"_s, u"visits"_s},
          QStringList{u"backup"_s, path(u"b"_s)}, QStringList{u"user"_s, u"list"_s}, QStringList{u"doctor"_s},
          QStringList{u"erase"_s, u"list"_s}, QStringList{u"forecast"_s, u"run"_s}}) {
        const Outcome refused = run("turnus-server", words + QStringList{u"--data"_s, none});
        QVERIFY2(refused.status != 0, qPrintable(words.join(u' ')));
        QVERIFY2(!QFileInfo::exists(none), qPrintable(words.join(u' ')));
    }
    QVERIFY(run("turnus-server", {u"verify"_s, u"--data"_s, none}).err.contains("no such directory"));
}

QTEST_GUILESS_MAIN(TestErasureProcesses)
#include "tst_erasureprocesses.moc"
