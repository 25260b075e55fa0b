#include "sync/server/jobs/csv.h"
#include "tests/sync/server/jobs/forecastrun.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::jobs;
using namespace turnus::tests;

/// The command `fit-life` and the file that it reads.
class TstFitLife final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutFailuresOnlyAPriorHelps();
    void livesWithoutAMaximumAreRefused_data();
    void livesWithoutAMaximumAreRefused();
    void whatHasNoNumberIsRefused();
    void wordsThatSayNothingAreRefused_data();
    void wordsThatSayNothingAreRefused();
    void everySpellingOfForEverIsAlive();
    void helpIsGivenWhereverItIsAsked();
    void onlyATimeOfDayFollowsADate();
    void wrongInputNamesFileAndLine_data();
    void wrongInputNamesFileAndLine();

private:
    QString write(const QByteArray &text)
    {
        const QString name = u"lives.csv"_s;
        return put(m_folder, name, text) ? m_folder.filePath(name) : QString();
    }
    QTemporaryDir m_folder;
};

void TstFitLife::withoutFailuresOnlyAPriorHelps()
{
    const QString file = write("lower,upper,entry,weight\n5,,0,100\n8,,2,40\n");
    const Run refused = runForecast({u"fit-life"_s, u"--data"_s, file});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains(u"prior"_s));
    const Run carried = runForecast({u"fit-life"_s, u"--data"_s, file, u"--prior"_s, u"2.7,0.3,-1.1,0.3"_s,
                                     u"--alive-at"_s, u"8"_s, u"--within"_s, u"1"_s, u"--json"_s});
    QCOMPARE(carried.code, 0);
    const QJsonObject o = QJsonDocument::fromJson(carried.out.toUtf8()).object();
    QVERIFY(o[u"refused"_s].toString().startsWith(u"input/no-failures"_s));
    QVERIFY(o[u"map"_s][u"log_median"_s].toDouble() > 2.7);
    QCOMPARE(runForecast({u"fit-life"_s, u"--data"_s, write("lower,upper\n4,4\n4,4\n")}).code, 1);
}

void TstFitLife::livesWithoutAMaximumAreRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("first seen on the day of failure") << QByteArray("10,10,10,1\n12,12,12,4\n");
    QTest::newRow("one of them a day before") << QByteArray("10,10,9,1\n12,12,12,4\n20,,20,3\n");
    QTest::newRow("no slope in either direction")
        << QByteArray("5,50,2.5,1\n5,50,2.5,0.1\n0,21.015,0,1\n0,5,0,0.1\n2,,0,5\n0,10,0,5\n");
    QTest::newRow("limits beyond numbers") << QByteArray("5,,2.5,0.1\n0,19.6,0,1\n5,,2.5,5\n5,5,2.5,1\n0,1,0,1\n");
    QTest::newRow("ages that differ by rounding") << QByteArray("606,606,0,1\n606,606.0000000001,0,1\n");
    QTest::newRow("found failed only") << QByteArray("0,5,0,5\n1,,1,0.1\n0,100000,0,1\n0,1.885,0,0.1\n");
}

void TstFitLife::livesWithoutAMaximumAreRefused()
{
    QFETCH(QByteArray, rows);
    const Run r = runForecast({u"fit-life"_s, u"--data"_s, write("lower,upper,entry,weight\n" + rows)});
    QCOMPARE(r.code, 1);
    QVERIFY2(r.err.contains(u"no-estimate"_s), qPrintable(r.err));
    QVERIFY(r.out.isEmpty());
}

void TstFitLife::whatHasNoNumberIsRefused()
{
    const QString file = write("lower,upper,entry,weight\n5,5,,10\n8,,2,40\n6,6,,4\n");
    for (const QStringList &beyond : {QStringList{u"2.7,0.3,-1.1,0.3"_s, u"1e300"_s}, {u"700,1,5,3"_s, u"8"_s}}) {
        const Run r = runForecast({u"fit-life"_s, u"--data"_s, file, u"--prior"_s, beyond[0], u"--alive-at"_s,
                                   beyond[1], u"--within"_s, u"1"_s, u"--json"_s});
        QVERIFY2(!r.out.contains(u"nfinity"_s) && !r.out.contains(u"nan"_s, Qt::CaseInsensitive), qPrintable(r.out));
        if (r.code == 0)
            QVERIFY(QJsonDocument::fromJson(r.out.toUtf8()).isObject());
        else
            QVERIFY2(r.err.contains(u"--prior"_s), qPrintable(r.err));
    }
}

void TstFitLife::wordsThatSayNothingAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("a word too many") << QStringList{u"more.csv"_s};
    QTest::newRow("an age without a prior") << QStringList{u"--alive-at"_s, u"3"_s};
    QTest::newRow("a time without a prior") << QStringList{u"--within"_s, u"3"_s};
}

void TstFitLife::wordsThatSayNothingAreRefused()
{
    QFETCH(QStringList, words);
    const QString file = write("lower,upper\n5,5\n8,8\n6,6\n");
    QCOMPARE(runForecast({u"fit-life"_s, u"--data"_s, file}).code, 0);
    const Run r = runForecast(QStringList{u"fit-life"_s, u"--data"_s, file} + words);
    QCOMPARE(r.code, 2);
    QVERIFY(r.err.contains(words.front()));
    QVERIFY(r.out.isEmpty());
}

void TstFitLife::everySpellingOfForEverIsAlive()
{
    const Run plain = runForecast({u"fit-life"_s, u"--data"_s, write("lower,upper\n5,5\n8,8\n9,\n")});
    QCOMPARE(plain.code, 0);
    for (const char *word : {"inf", "Inf", "INF", "Infinity", "infinity", "+inf", "NA", "NULL"}) {
        const Run r =
            runForecast({u"fit-life"_s, u"--data"_s, write(QByteArray("lower,upper\n5,5\n8,8\n9,") + word + "\n")});
        QVERIFY2(r.out == plain.out, qPrintable(r.err));
    }
}

void TstFitLife::helpIsGivenWhereverItIsAsked()
{
    for (const QStringList &args :
         {QStringList{u"--help"_s}, {u"fit-life"_s, u"--help"_s}, {u"fleet"_s, u"-h"_s}, {u"run"_s, u"--help"_s}}) {
        const Run r = runForecast(args);
        QCOMPARE(r.code, 0);
        QVERIFY(r.err.isEmpty());
        QVERIFY(r.out.contains(u"fit-life --data"_s) && r.out.contains(u"are of the failure"_s));
    }
}

void TstFitLife::onlyATimeOfDayFollowsADate()
{
    const auto day = parseIsoDay("2015-02-03");
    QVERIFY(day);
    for (const char *good : {"2015-02-03T08:30", "2015-02-03 08:30:15", "2015-02-03T08:30:15.250Z",
                             "2015-02-03T08:30:15+01:00", "2015-02-03 08:30:15.1-0500"})
        QVERIFY2(parseIsoDay(good) == day, good);
    for (const char *bad : {"2015-02-03Tjunk", "2015-02-03T", "2015-02-03T08:3", "2015-02-03T08:30Zulu",
                            "2015-02-03 08:30:15+", "2015-02-03x", "2015-02-30"})
        QVERIFY2(!parseIsoDay(bad), bad);
}

void TstFitLife::wrongInputNamesFileAndLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray() << u"lives.csv: line 1"_s;
    QTest::newRow("no rows") << QByteArray("lower,upper\n") << u"no rows with data"_s;
    QTest::newRow("column") << QByteArray("lower,entry\n1,2\n") << u"column \"upper\" is missing"_s;
    QTest::newRow("word") << QByteArray("lower,upper\n1,1\nold,3\n") << u"lives.csv: line 3: \"old\" is not a number"_s;
    QTest::newRow("fields") << QByteArray("lower,upper\n1,1,9\n") << u"lives.csv: line 2: 3 fields"_s;
    QTest::newRow("negative") << QByteArray("lower,upper\n-1,1\n") << u"lives.csv: line 2: an age is negative"_s;
    QTest::newRow("backwards") << QByteArray("lower,upper\n5,2\n") << u"upper 2 is before lower 5"_s;
    QTest::newRow("zero") << QByteArray("lower,upper\n0,0\n") << u"age 0"_s;
    QTest::newRow("entry") << QByteArray("lower,upper,entry\n5,,9\n") << u"observation began at 9"_s;
    QTest::newRow("nan") << QByteArray("lower,upper\nnan,2\n") << u"line 2"_s;
    QTest::newRow("endless weight") << QByteArray("lower,upper,weight\n1,2,Inf\n") << u"line 2"_s;
    QTest::newRow("twice") << QByteArray("lower,upper,lower\n1,2,3\n") << u"\"lower\" is there twice"_s;
    QTest::newRow("endless, spelt out") << QByteArray("lower,upper\nInfinity,2\n") << u"line 2: a number is missing"_s;
    QTest::newRow("semicolons") << QByteArray("lower;upper\n1;2\n") << u"line 1: semicolons part the columns"_s;
    QTest::newRow("tabs") << QByteArray("lower\tupper\n1\t2\n") << u"line 1: tabs part the columns"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfel\0o\0w\0", 8) << u"the file is UTF-16"_s;
    QTest::newRow("UTF-16 without a mark") << QByteArray("l\0o\0w\0", 6) << u"zero bytes"_s;
    QTest::newRow("huge") << QByteArray("lower,upper\n1e999,2\n") << u"line 2"_s;
}

void TstFitLife::wrongInputNamesFileAndLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const Run r = runForecast({u"fit-life"_s, u"--data"_s, write(text)});
    QCOMPARE(r.code, 1);
    QVERIFY2(r.err.contains(message), qPrintable(r.err));
    QVERIFY(r.out.isEmpty());
}

QTEST_APPLESS_MAIN(TstFitLife)
#include "tst_fitlife.moc"
