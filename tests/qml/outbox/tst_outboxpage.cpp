#include "core/storage/devicestate.h"
#include "qml/outbox/pages.h"
#include "sync/client/recovery.h"
#include "tests/qml/outbox/fullday.h"
#include "tests/qml/support/appwindow.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_OutboxPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOutboxPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOfficesValueIsTaken();
    void aRefusedEditIsDiscardedAfterAQuestion();
    void whatWaitsForAColleagueIsOnlySaved();
    void workingOfflineSaysSoAndTryNowWaits();
    void anEmptyOutboxSaysSo();
    void aServerThatWasSetBackIsTold_data();
    void aServerThatWasSetBackIsTold();
    void theReceiptIsOpenedAndSaved();
    void aReceiptWithGapsNamesThem();
    void anAlteredReceiptSaysSo();
    void withoutAReceiptTheServerIsAsked();
    void pictures_data();
    void pictures();
};

void TestOutboxPage::theOfficesValueIsTaken()
{
    TestDatabase database;
    layFullDay(database);
    AppWindow app(database, {outbox::addPages});
    app.open(u"outbox"_s);
    QCOMPARE(app.text(u"outbox.count.0.number"_s), u"3"_s);
    QCOMPARE(app.text(u"outbox.count.2.number"_s), u"3"_s);
    QVERIFY(app.tap(u"outbox.conflict.0.theirs"_s));
    QVERIFY(app.tap(u"outbox.conflict.0.take"_s));
    QTRY_VERIFY(!app.find(u"outbox.conflict.0"_s));
    QCOMPARE(database.integer("SELECT settled FROM conflict"), 1);
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::whatWaitsForAColleagueIsOnlySaved()
{
    TestDatabase database;
    layFullDay(database);
    database.execute("UPDATE outbox SET reason = 'maker:102' WHERE state = 2");
    AppWindow app(database, {outbox::addPages});
    for (const QString &language : {u"de"_s, u"en"_s}) {
        app.session().setLanguage(language);
        app.open(u"outbox"_s);
        QVERIFY(app.shows(u"outbox.save.0"_s));
        QVERIFY(!app.shows(u"outbox.discard.0"_s));
        QVERIFY(!app.shows(u"outbox.retry.0"_s));
        app.shoot(u"outbox-colleague-"_s + language);
        QVERIFY(app.tap(u"back"_s));
    }
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::aRefusedEditIsDiscardedAfterAQuestion()
{
    TestDatabase database;
    layFullDay(database);
    AppWindow app(database, {outbox::addPages});
    app.open(u"outbox"_s);
    QVERIFY(app.tap(u"outbox.discard.0"_s));
    QVERIFY(app.tap(u"dialog.reject"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE state = 2"), 1);
    QTRY_VERIFY(!app.find(u"dialog.accept"_s));
    QVERIFY(app.tap(u"outbox.discard.0"_s));
    QVERIFY(app.tap(u"dialog.accept"_s));
    QTRY_COMPARE(database.integer("SELECT count(*) FROM outbox WHERE state = 2"), 0);
    QTRY_VERIFY(!app.find(u"outbox.retry.0"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::workingOfflineSaysSoAndTryNowWaits()
{
    TestDatabase database;
    AppWindow app(database, {outbox::addPages});
    app.open(u"outbox"_s);
    QVERIFY(app.find(u"outbox.offline"_s));
    QVERIFY(!app.property(u"outbox.primary"_s, "enabled").toBool());
    QVERIFY(app.tap(u"outbox.offline.action"_s));
    QVERIFY(app.sync.isOnline());
    QTRY_VERIFY(!app.find(u"outbox.offline"_s));
    QVERIFY(app.tap(u"outbox.primary"_s));
    QCOMPARE(app.sync.asked, 1);
}

void TestOutboxPage::anEmptyOutboxSaysSo()
{
    TestDatabase database;
    AppWindow app(database, {outbox::addPages});
    app.open(u"outbox"_s);
    QVERIFY(app.find(u"outbox.empty"_s));
    QVERIFY(app.tap(u"back"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::aServerThatWasSetBackIsTold_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("records"); // that are sent again; -1: not known yet, nor the moment
    QTest::addColumn<QString>("words");
    QTest::newRow("de") << u"de"_s << 3
                        << u"Der Server wurde auf den Stand von 3. Okt., %1 Uhr zurückgesetzt. 3 Einträge, die dort "
                           "fehlen, werden samt Dateien erneut gesendet."_s;
    QTest::newRow("de, one") << u"de"_s << 1
                             << u"Der Server wurde auf den Stand von 3. Okt., %1 Uhr zurückgesetzt. 1 Eintrag, der "
                                "dort fehlt, wird samt Dateien erneut gesendet."_s;
    QTest::newRow("de, just heard") << u"de"_s << -1
                                    << u"Der Server wurde auf einen früheren Stand zurückgesetzt. Was dort fehlt, wird "
                                       "erneut gesendet."_s;
    QTest::newRow("en") << u"en"_s << 3
                        << u"The server was set back to 3 Oct, %1. 3 records that it lost are sent again, and their "
                           "files."_s;
    QTest::newRow("en, one") << u"en"_s << 1
                             << u"The server was set back to 3 Oct, %1. 1 record that it lost is sent again, and its "
                                "files."_s;
    QTest::newRow("en, just heard") << u"en"_s << -1
                                    << u"The server was set back to an earlier state. What it lost is sent again."_s;
}

void TestOutboxPage::aServerThatWasSetBackIsTold()
{
    QFETCH(const QString, language);
    QFETCH(const int, records);
    QFETCH(QString, words);
    TestDatabase database;
    AppWindow app(database, {outbox::addPages});
    app.session().setLanguage(language);
    app.open(u"outbox"_s);
    QVERIFY(!app.find(u"outbox.setback"_s));
    const qint64 to = toInteger(database.clock.now() - std::chrono::hours{48});
    const bool isKnown = records >= 0;
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        client::Recovery(database.connection().handle()).begin({7, 0, isKnown ? to : 0}, toInteger(writer.now()));
        if (isKnown)
            storage::DeviceState(database.connection()).set(client::Recovery::records, records);
        return {};
    }));
    QVERIFY(app.shows(u"outbox.setback"_s));
    if (isKnown)
        words = words.arg(QDateTime::fromMSecsSinceEpoch(to).toString(u"HH:mm"_s));
    QCOMPARE(app.text(u"outbox.setback"_s), words);
    app.shoot(u"outbox-setback-%1-%2"_s.arg(language).arg(records));
    // It is no news for ever.
    database.clock.advance(std::chrono::hours{24} * 7 + milliseconds{1});
    QVERIFY(app.tap(u"back"_s));
    app.open(u"outbox"_s);
    QVERIFY(!app.find(u"outbox.setback"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::theReceiptIsOpenedAndSaved()
{
    TestDatabase database;
    layFullDay(database);
    layReceipt(database, true);
    QStandardPaths::setTestModeEnabled(true);
    AppWindow app(database, {outbox::addPages});
    app.open(u"outbox"_s);
    QVERIFY(app.tap(u"outbox.receipt"_s));
    QVERIFY(app.shows(u"receipt.signature"_s));
    QVERIFY(app.text(u"receipt.signature"_s).contains(u"Signed by the server"_s));
    QVERIFY(app.text(u"receipt.summary"_s).contains(u"all confirmed"_s));
    const QString file = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/turnus-"_s +
                         toQDate(database.clock.today()).toString(Qt::ISODate) + u".receipt"_s;
    QFile::remove(file);
    QVERIFY(app.tap(u"receipt.helper"_s));
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY(QFile::remove(file));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::aReceiptWithGapsNamesThem()
{
    TestDatabase database;
    layFullDay(database);
    layReceipt(database, false);
    AppWindow app(database, {outbox::addPages});
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"receipt"_s);
    QVERIFY(app.text(u"receipt.summary"_s).contains(u"not all confirmed"_s));
    const QString detail = app.property(u"receipt.visit.0"_s, "detail").toString();
    QVERIFY2(detail.contains(u"missing: 1 × meter reading"_s), qPrintable(detail));
    QVERIFY2(detail.contains(u"1 of 2 photos and reports confirmed"_s), qPrintable(detail));
    QVERIFY(app.tap(u"receipt.primary"_s));
    QCOMPARE(app.sync.receiptAsked, toQDate(database.clock.today()));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutboxPage::anAlteredReceiptSaysSo()
{
    TestDatabase database;
    layFullDay(database);
    layReceipt(database, true);
    database.execute("UPDATE day_receipt SET file = CAST(replace(CAST(file AS TEXT), '\"rows\":1', '\"rows\":9') AS "
                     "BLOB)");
    AppWindow app(database, {outbox::addPages});
    app.open(u"receipt"_s);
    QVERIFY(app.text(u"receipt.signature"_s).contains(u"does not match"_s));
    QVERIFY(!app.property(u"receipt.visit.0"_s, "confirmed").toBool());
    app.shoot(u"receipt-altered"_s);
}

void TestOutboxPage::withoutAReceiptTheServerIsAsked()
{
    TestDatabase database;
    AppWindow app(database, {outbox::addPages});
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"outbox"_s);
    QVERIFY(app.tap(u"outbox.helper"_s));
    QVERIFY(app.shows(u"receipt.empty"_s));
    app.shoot(u"receipt-none"_s);
    QVERIFY(app.tap(u"receipt.primary"_s));
    QCOMPARE(app.sync.receiptAsked, toQDate(database.clock.today()));
}

void TestOutboxPage::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("outbox-de-light") << AppWindow::handheld << u"de"_s << false;
    QTest::newRow("outbox-en-light") << AppWindow::handheld << u"en"_s << false;
    QTest::newRow("outbox-de-dark") << AppWindow::handheld << u"de"_s << true;
    QTest::newRow("outbox-tablet-de-light") << AppWindow::tablet << u"de"_s << false;
}

void TestOutboxPage::pictures()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    TestDatabase database;
    layFullDay(database);
    layReceipt(database, !language.startsWith(u"en"_s));
    database.execute(
        "INSERT INTO content_file (sha256, size, present, held) VALUES ('ab', 90000, 1, 1), ('cd', 7400000, "
        "1, 0); INSERT INTO attachment (id, channel, visit_id, sha256, size, media_type, kind, at) SELECT 980 + "
        "c.rowid, 10, (SELECT max(id) FROM visit), c.sha256, c.size, 'image/jpeg', 'photo', 0 FROM "
        "content_file c");
    AppWindow app(database, {outbox::addPages}, size);
    app.session().setLanguage(language);
    app.setDark(dark);
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"outbox"_s);
    app.shoot(QString::fromLatin1(QTest::currentDataTag()));
    app.open(u"receipt"_s);
    app.shoot(QString::fromLatin1(QTest::currentDataTag()).replace(u"outbox"_s, u"receipt"_s));
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
