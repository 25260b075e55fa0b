#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/cluster.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

/// The company with one appointment today, and a handheld.
class Field : public ProcessWorld
{
public:
    explicit Field(const QString &database = {}) : ProcessWorld(database)
    {
        const QDate day = QDateTime::currentDateTime().date();
        write(u"csv/product.csv"_s, "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,"
                                    "usage_unit,hidden_failure\nP,P,BK 420,bean_to_cup,Berger,84,80,cups,0\n");
        write(u"csv/appointment.csv"_s, "key,customer,site,asset,technician,kind,starts,ends,status\n"
                                        "T,C,S,A,jana,repair," +
                                            day.startOfDay().toUTC().toString(Qt::ISODate).toLatin1() + ',' +
                                            day.endOfDay().toUTC().toString(Qt::ISODate).toLatin1() + ",planned\n");
        makeCompany();
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(name));
        return file.readAll();
    }
    [[nodiscard]] Ended tryHandheld(const QStringList &words) const { return device(u"handheld"_s, words); }
    QJsonObject handheld(const QStringList &words) const { return done(tryHandheld(words)).json(); }
    /// Signs in and makes a visit with a photo, a reading and a signature; not sent.
    void makeVisit() const
    {
        signIn(u"handheld"_s);
        handheld({u"sync"_s});
        const QJsonArray stops = handheld({u"today"_s}).value(u"appointments"_s).toArray();
        if (stops.isEmpty())
            qFatal("no appointment today");
        const QString appointment = QString::number(stops.at(0)[u"appointment"_s].toInteger());
        const QString visit =
            QString::number(handheld({u"visit"_s, u"start"_s, appointment}).value(u"visit"_s).toInteger());
        write(u"photo.jpg"_s, QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0", 11) + QByteArray(2'000, 'x'));
        handheld({u"visit"_s, u"photo"_s, visit, path(u"photo.jpg"_s)});
        handheld({u"visit"_s, u"reading"_s, visit, u"214380"_s});
        handheld({u"visit"_s, u"complete"_s, visit, u"Erika Mustermann"_s});
    }
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
    field.serve();
    field.makeVisit();
    field.handheld({u"sync"_s});
    const QString file = field.path(u"day.receipt"_s);
    const QJsonObject receipt = field.handheld({u"receipt"_s, u"--out"_s, file});
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
        call("turnus-server", {u"receipt"_s, u"verify"_s, file, u"--key"_s, key, u"--data"_s, u"/nowhere"_s});
    QVERIFY2(alone.code == 0 && alone.out.contains("signature good"), alone.err.constData());
    const Ended beside = field.server({u"receipt"_s, u"verify"_s, file});
    QVERIFY2(beside.code == 0 && beside.out.contains("holds all of it"), beside.err.constData());
    // One figure changed, or another key.
    QByteArray tampered = field.read(u"day.receipt"_s);
    const qsizetype at = tampered.indexOf("\"rows\":1");
    QVERIFY(at > 0);
    field.write(u"tampered"_s, tampered.replace(at, 8, "\"rows\":7"));
    const Ended forged = field.server({u"receipt"_s, u"verify"_s, field.path(u"tampered"_s)});
    QVERIFY2(forged.code == 1 && forged.err.contains("signature"), forged.err.constData());
    const Ended other = call("turnus-server", {u"receipt"_s, u"verify"_s, file, u"--key"_s, QString(64, u'a')});
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
    field.serve();
    field.makeVisit();
    const QJsonObject before = field.handheld({u"receipt"_s});
    QVERIFY(!before.value(u"whole"_s).toBool());
    QVERIFY(!before.value(u"visits"_s).toArray().at(0)[u"listed"_s].toBool());
    // Rows without their files: every line, and not every byte.
    field.handheld({u"sync"_s, u"--no-content"_s});
    const QJsonObject rows = field.handheld({u"receipt"_s});
    QVERIFY(!rows.value(u"whole"_s).toBool());
    QCOMPARE(rows.value(u"visits"_s).toArray().at(0)[u"missing"_s].toArray().size(), 0);
    QCOMPARE(rows.value(u"files_held"_s).toInt(), 0);
    QVERIFY(rows.value(u"files"_s).toInt() >= 1);
}

void TestReceiptProcesses::theStoredReceiptIsShownWithoutANetwork()
{
    Field field;
    field.serve();
    field.makeVisit();
    field.handheld({u"sync"_s});
    field.handheld({u"receipt"_s});
    field.kill();
    QVERIFY(field.tryHandheld({u"receipt"_s}).code == 1);
    const QJsonObject stored = field.handheld({u"receipt"_s, u"--stored"_s});
    QCOMPARE(stored.value(u"signature"_s).toString(), u"good"_s);
    QVERIFY(stored.value(u"whole"_s).toBool());
}

void TestReceiptProcesses::aNewKeyIsAcceptedThroughTheOldOne()
{
    Field field;
    field.serve();
    field.makeVisit();
    field.handheld({u"sync"_s});
    field.handheld({u"receipt"_s});
    const QString before = publicKey(field);
    // A new key of the same company is endorsed by the old one.
    done(field.server({u"receipt"_s, u"rotate"_s}));
    const QJsonObject rotated = field.handheld({u"receipt"_s});
    QCOMPARE(rotated.value(u"signature"_s).toString(), u"good"_s);
    QCOMPARE(field.server({u"receipt"_s, u"key"_s}).out.count('\n'), 2);
    QVERIFY(publicKey(field) != before);
}

void TestReceiptProcesses::twoServersOverPostgresSignAlike()
{
    Field field(Cluster::instance().freshLocation());
    field.serve();
    const QString second = field.serveElsewhere();
    field.makeVisit();
    field.handheld({u"sync"_s});
    const QJsonObject one = field.handheld({u"receipt"_s});
    QVERIFY2(one.value(u"whole"_s).toBool(), QJsonDocument(one).toJson().constData());
    const QString file = field.path(u"day.receipt"_s);
    field.handheld({u"receipt"_s, u"--out"_s, file});
    const Ended checked = field.server({u"receipt"_s, u"verify"_s, file});
    QVERIFY2(checked.code == 0, checked.err.constData());
    field.signIn(u"handheld"_s, u"jana"_s, second);
    const QJsonObject two = field.handheld({u"receipt"_s});
    QCOMPARE(two.value(u"key"_s), one.value(u"key"_s));
    QCOMPARE(two.value(u"signature"_s).toString(), u"good"_s);
    QCOMPARE(field.server({u"receipt"_s, u"key"_s}).out.count('\n'), 1);
}

void TestReceiptProcesses::aBackupKeepsTheKey()
{
    const Field field;
    const QString key = publicKey(field);
    done(field.server({u"backup"_s, field.path(u"backup.db"_s)}));
    QVERIFY(QDir().mkdir(field.path(u"elsewhere"_s)));
    const Ended restored = call("turnus-server", {u"receipt"_s, u"key"_s, u"--database"_s, field.path(u"backup.db"_s),
                                                  u"--data"_s, field.path(u"elsewhere"_s)});
    QVERIFY2(restored.out.startsWith(key.toLatin1()), restored.err.constData());
    const QString moved = field.path(u"moved.db"_s);
    done(field.server({u"migrate-store"_s, u"--to"_s, moved}));
    const Ended there =
        call("turnus-server", {u"receipt"_s, u"key"_s, u"--database"_s, moved, u"--data"_s, field.path(u"server"_s)});
    QVERIFY2(there.out.startsWith(key.toLatin1()), there.err.constData());
}

void TestReceiptProcesses::visitsAreReadyOrSayWhatIsMissing()
{
    Field field;
    field.serve();
    field.signIn(u"handheld"_s);
    const QJsonObject nothing = field.handheld({u"ready"_s});
    QCOMPARE(nothing.value(u"visits"_s).toArray().size(), 0);
    field.handheld({u"sync"_s, u"--check"_s});
    const QJsonObject ready = field.handheld({u"ready"_s});
    QCOMPARE(ready.value(u"visits_ready"_s).toInt(), 1);
    QCOMPARE(ready.value(u"visits_not_ready"_s).toInt(), 0);
    QVERIFY(!ready.value(u"compared"_s).toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestReceiptProcesses)
#include "tst_receipt_processes.moc"
