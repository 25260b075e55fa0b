#include "tests/sync/processes/processworld.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

/// Stands in everything that names the customer.
const QByteArray mark("Zacharias");

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
    void serve() { m_world.serve({u"--forecast-at"_s, u"off"_s}); }
    void recordDay(const QString &data) const;
    /// Files below the directory that hold the mark, in whatever case.
    [[nodiscard]] QStringList holding(const QString &directory) const;

    ProcessWorld m_world;
};

void TestErasureProcesses::initTestCase()
{
    const QByteArray today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate).toLatin1();
    m_world.write(u"csv/customer.csv"_s, "key,territory,name,segment,phone\nC,N,Hotel Zacharias,G,Zacharias1\n"
                                         "D,N,Hotel Musterhof,G,1\n");
    m_world.write(u"csv/site.csv"_s, "key,customer,name,street,postal_code,city,country\n"
                                     "S,C,Bar Zacharias,Zachariasweg 1,20095,Hamburg,DE\n"
                                     "T,D,Bar,Musterweg 1,20095,Hamburg,DE\n");
    m_world.write(u"csv/contact.csv"_s, "key,customer,name\nK,C,Erika Zacharias\n");
    m_world.write(u"csv/asset.csv"_s,
                  "key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n"
                  "A,C,S,P,Zacharias-1,2020-01-01,0,2020-01-01,active\n");
    m_world.write(u"csv/appointment.csv"_s,
                  "key,customer,site,asset,technician,kind,starts,ends,status,note\nX,C,S,A,jana,repair," + today +
                      "T08:00:00Z," + today + "T09:00:00Z,planned,bei Zacharias klingeln\n");
    m_world.write(u"photo.jpg"_s, "\xff\xd8\xff\xe0 a photo of Zacharias \xff\xd9");
    m_world.makeCompany();
    serve();
    for (const auto &data : {u"a"_s, u"b"_s}) {
        m_world.signIn(data);
        m_world.sync(data);
    }
}

void TestErasureProcesses::cleanupTestCase()
{
    QVERIFY(m_world.stop());
}

void TestErasureProcesses::recordDay(const QString &data) const
{
    const QString appointment = QString::number(m_world.number(data, "SELECT id FROM appointment"));
    const Ended started = done(m_world.device(data, {u"visit"_s, u"start"_s, appointment}));
    const auto visit = started.json().value(u"visit"_s).toVariant().toString();
    QVERIFY2(!visit.isEmpty(), started.out);
    for (const QStringList &words : {QStringList{u"finding"_s, visit, u"Zacharias will es so"_s},
                                     QStringList{u"photo"_s, visit, m_world.path(u"photo.jpg"_s)},
                                     QStringList{u"reading"_s, visit, u"1000"_s, u"--confirmed"_s}})
        done(m_world.device(data, QStringList{u"visit"_s} + words));
}

QStringList TestErasureProcesses::holding(const QString &directory) const
{
    QStringList found;
    QDirIterator files(m_world.path(directory), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
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
    m_world.sync(u"a"_s);
    recordDay(u"b"_s); // stays unsent
    QVERIFY(!holding(u"server"_s).isEmpty());
    done(m_world.server({u"backup"_s, m_world.path(u"backup"_s)}));
    const QStringList words{u"erase"_s, u"customer"_s, u"C"_s, u"--reason"_s, u"request"_s};
    const Ended listed = done(m_world.server(words + QStringList{u"--dry-run"_s}));
    QVERIFY2(listed.out.contains("contact: 1 would be removed"), listed.out);
    QVERIFY(!holding(u"server"_s).isEmpty());
    const Ended erased = done(m_world.server(words));
    QVERIFY2(!erased.out.contains(mark), erased.out);
    for (const auto &data : {u"a"_s, u"b"_s})
        QCOMPARE(m_world.sync(data, {u"--check"_s})[u"differing_channels"_s].toInt(-1), 0);
    const Ended told = m_world.device(u"b"_s, {u"outbox"_s});
    QVERIFY2(told.out.contains("erased: "), told.out);
    QVERIFY(m_world.stop());
    done(m_world.server({u"erase"_s, u"again"_s}));
    QCOMPARE(holding(u"server"_s), QStringList());
    QCOMPARE(holding(u"a"_s), QStringList());
    QCOMPARE(holding(u"b"_s), QStringList());
    done(m_world.server({u"verify"_s}));
    QVERIFY(m_world.server({u"erase"_s, u"list"_s}).out.contains("request"));
    serve();
}

void TestErasureProcesses::backupThatIsPutBackIsErasedAgain()
{
    QVERIFY(m_world.stop());
    for (const char *ending : {"-wal", "-shm", ""})
        QFile::remove(m_world.path(u"server/turnus-server.db"_s + QLatin1StringView(ending)));
    QVERIFY(QFile::copy(m_world.path(u"backup"_s), m_world.path(u"server/turnus-server.db"_s)));
    for (const QString &name : QDir(m_world.path(u"backup.content"_s)).entryList(QDir::Files))
        QFile::copy(m_world.path(u"backup.content/"_s + name), m_world.path(u"server/content/"_s + name));
    QVERIFY(!holding(u"server"_s).isEmpty());
    const Ended back = m_world.server({u"verify"_s});
    QCOMPARE(back.code, 1);
    QVERIFY2(back.out.contains("was erased and is there again"), back.out);
    serve();
    m_world.sync(u"a"_s);
    QVERIFY(m_world.stop());
    QCOMPARE(holding(u"server"_s), QStringList());
    QCOMPARE(holding(u"a"_s), QStringList());
    done(m_world.server({u"verify"_s}));
    serve();
}

void TestErasureProcesses::commandsMakeNoDirectory()
{
    const QString none = m_world.path(u"none"_s);
    for (const QStringList &words :
         {QStringList{u"verify"_s}, QStringList{u"export"_s, m_world.path(u"out"_s)},
          QStringList{u"show"_s, u"visits"_s}, QStringList{u"backup"_s, m_world.path(u"b"_s)},
          QStringList{u"user"_s, u"list"_s}, QStringList{u"doctor"_s}, QStringList{u"erase"_s, u"list"_s},
          QStringList{u"forecast"_s, u"run"_s}}) {
        const Ended refused = call("turnus-server", words + QStringList{u"--data"_s, none});
        QVERIFY2(refused.code != 0, qPrintable(words.join(u' ')));
        QVERIFY2(!QFileInfo::exists(none), qPrintable(words.join(u' ')));
    }
    QVERIFY(call("turnus-server", {u"verify"_s, u"--data"_s, none}).err.contains("no such directory"));
}

QTEST_GUILESS_MAIN(TestErasureProcesses)
#include "tst_erasureprocesses.moc"
