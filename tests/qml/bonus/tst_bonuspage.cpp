#include "qml/bonus/pages.h"
#include "tests/core/bonus/bonusbooks.h"
#include "tests/qml/support/appwindow.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_BonusPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestBonusPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSumsAndRowsShow();
    void aRowOpensAndIsRecalculated();
    void theFateOfAReferralIsTold();
    void withoutABookItSaysWhatComesNext();
    void pictures_data();
    void pictures();
};

void TestBonusPage::theSumsAndRowsShow()
{
    TestDatabase database;
    BonusBooks books(database);
    AppWindow app(database, {bonus::addPages});
    app.session().setLanguage(u"de"_s);
    app.open(u"bonus"_s);
    QCOMPARE(app.property(u"bonus.reserved"_s, "cents").toInt(), 14'300);
    QVERIFY(app.find(u"bonus.row.0"_s));
    QVERIFY(!app.find(u"bonus.empty"_s));
    books.post(BonusBooks::referred, "approved");
    QTRY_COMPARE(app.property(u"bonus.approved"_s, "cents").toInt(), 4'000);
    QCOMPARE(app.warnings, QStringList());
}

void TestBonusPage::aRowOpensAndIsRecalculated()
{
    TestDatabase database;
    BonusBooks books(database);
    AppWindow app(database, {bonus::addPages});
    app.session().setLanguage(u"de"_s);
    app.open(u"bonus"_s);
    QVERIFY(app.tap(u"bonus.row.2"_s));
    QVERIFY(app.property(u"bonus.row.2"_s, "expanded").toBool());
    QVERIFY(app.tap(u"bonus.row.2.recalculate"_s));
    QTRY_VERIFY(app.find(u"bonus.verdict"_s));
    QCOMPARE(app.property(u"bonus.verdict"_s, "text").toString(),
             u"Auf diesem Gerät nachgerechnet: stimmt auf den Cent."_s);
    QVERIFY(app.tap(u"sheet.close"_s));
    QTRY_VERIFY(!app.find(u"bonus.verdict"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestBonusPage::theFateOfAReferralIsTold()
{
    TestDatabase database;
    BonusBooks books(database);
    AppWindow app(database, {bonus::addPages});
    app.open(u"bonus"_s);
    QVERIFY(app.tap(u"bonus.row.2"_s));
    QVERIFY(app.tap(u"bonus.row.2.history"_s));
    QTRY_VERIFY(app.find(u"bonus.steps"_s));
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QTRY_VERIFY(!app.find(u"bonus.steps"_s));
    QCOMPARE(app.session().navigator()->page(), u"bonus"_s);
}

void TestBonusPage::withoutABookItSaysWhatComesNext()
{
    TestDatabase database;
    AppWindow app(database, {bonus::addPages});
    app.open(u"bonus"_s);
    QVERIFY(app.find(u"bonus.empty"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestBonusPage::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("bonus-de-light") << AppWindow::handheld << u"de"_s << false;
    QTest::newRow("bonus-en-light") << AppWindow::handheld << u"en"_s << false;
    QTest::newRow("bonus-de-dark") << AppWindow::handheld << u"de"_s << true;
    QTest::newRow("bonus-tablet-de-light") << AppWindow::tablet << u"de"_s << false;
}

void TestBonusPage::pictures()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    TestDatabase database;
    BonusBooks books(database);
    AppWindow app(database, {bonus::addPages}, size);
    app.session().setLanguage(language);
    app.setDark(dark);
    app.open(u"bonus"_s);
    QVERIFY(app.tap(u"bonus.row.2"_s));
    app.shoot(name);
    if (size == AppWindow::tablet) {
        QCOMPARE(app.text(u"bonus.shown"_s), u"Kauf BK 620"_s);
        return;
    }
    QVERIFY(app.tap(u"bonus.row.2.recalculate"_s));
    app.shoot(name + u"-calculation"_s);
    QVERIFY(app.tap(u"sheet.close"_s));
    QVERIFY(app.tap(u"bonus.row.2.history"_s));
    app.shoot(name + u"-history"_s);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestBonusPage)
#include "tst_bonuspage.moc"
