#include "qml/outbox/pages.h"
#include "tests/qml/outbox/fullday.h"
#include "tests/qml/support/appwindow.h"

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
    void workingOfflineSaysSoAndTryNowWaits();
    void anEmptyOutboxSaysSo();
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
    AppWindow app(database, {outbox::addPages}, size);
    app.session().setLanguage(language);
    app.setDark(dark);
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"outbox"_s);
    app.shoot(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
