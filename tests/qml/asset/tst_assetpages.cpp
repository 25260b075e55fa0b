#include "core/installedbase/assetforecasts.h"
#include "qml/asset/pages.h"
#include "tests/qml/support/appwindow.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_AssetPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_CarePlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestAssetPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theAssetShowsForecastReasonsAndHistory();
    void aReasonOpensItsFacts();
    void earlierForecastsAreATapAway();
    void aUnitThatIsGoneIsRecordedAndCorrected();
    void keepItOffersNoProposal();
    void searchingOpensTheUnitThatWasFound();
    void theCustomerLeadsToTheUnit();
    void theTabletShowsTheCustomerBesideTheList();
    void pictures_data();
    void pictures();

private:
    static void refresh(TestDatabase &database);
    static void addStatements(TestDatabase &database);
};

void TestAssetPages::refresh(TestDatabase &database)
{
    installedbase::AssetForecasts forecasts(database.connection());
    while (*forecasts.refreshSlice(database.clock.today()) > 0) {
    }
}

void TestAssetPages::theAssetShowsForecastReasonsAndHistory()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    QVERIFY(app.text(u"asset.headline"_s).startsWith(u"Replacement"));
    QVERIFY(app.find(u"asset.axis"_s));
    QVERIFY(app.find(u"asset.reason.0"_s));
    QCOMPARE(app.text(u"asset.actions.primary"_s), u"Proposal"_s);
    QVERIFY(app.tap(u"asset.history"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"history"_s);
    QVERIFY(app.property(u"history.list"_s, "count").toInt() > 15);
    app.session().setLanguage(u"de"_s);
    QVERIFY(app.tap(u"back"_s));
    QTRY_VERIFY(app.text(u"asset.headline"_s).startsWith(u"Austausch"));
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::aReasonOpensItsFacts()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    QVERIFY(app.tap(u"asset.reason.0"_s));
    QTRY_VERIFY(app.find(u"sheet.close"_s));
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QTRY_VERIFY(!app.find(u"sheet.close"_s));
    QCOMPARE(app.session().navigator()->page(), u"asset"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::addStatements(TestDatabase &database)
{
    database.execute("INSERT INTO forecast_statement VALUES (900, 10, 500, 20521, 'plan', 20600, 20900, 21200, 0, 0.31,"
                     " 'medium', 3, 'condition months=5.2 grade=4 count=2 value=4.00 usual=0.84')");
    database.execute("INSERT INTO forecast_statement VALUES (901, 10, 500, 20340, 'not_due', 20700, 21100, 21900, 0,"
                     " 0.08, 'medium', 2, 'usage months=2.1 value=88.0 usual=60.0')");
    database.execute("INSERT INTO calibration VALUES (902, 1, 400, 20600, 365, 212, 172, 20, 20)");
}

void TestAssetPages::earlierForecastsAreATapAway()
{
    TestDatabase database;
    SalesCompany company(database);
    addStatements(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    QVERIFY(!app.text(u"asset.worth"_s).isEmpty());
    QVERIFY(app.tap(u"asset.past"_s));
    QTRY_VERIFY(app.find(u"asset.past.0"_s));
    QVERIFY(app.find(u"asset.past.1"_s));
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QTRY_VERIFY(!app.find(u"asset.past.0"_s));
    QCOMPARE(app.session().navigator()->page(), u"asset"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::aUnitThatIsGoneIsRecordedAndCorrected()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    QVERIFY(app.tap(u"asset.remove"_s));
    QVERIFY(app.tap(u"removal.reason.2"_s));
    QVERIFY(app.type(u"removal.note"_s, u"Muster 9000"_s));
    QVERIFY(app.tap(u"removal.actions.primary"_s));
    QVERIFY(app.shows(u"removal.correct"_s));
    QVERIFY(app.hides(u"asset.forecast"_s));
    QVERIFY(app.hides(u"asset.remove"_s));
    QVERIFY(app.property(u"removal.fact"_s, "subtitle").toString().contains(u"Muster 9000"_s));
    QVERIFY(app.hides(u"removal.actions.primary"_s)); // the sheet takes taps until it is gone
    database.clock.advance(std::chrono::minutes{1});
    QVERIFY(app.tap(u"removal.correct"_s));
    QVERIFY(app.tap(u"removal.reason.4"_s));
    QVERIFY(app.tap(u"removal.actions.primary"_s));
    QVERIFY(app.shows(u"asset.forecast"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::keepItOffersNoProposal()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"asset"_s, SalesCompany::youngMachine.value);
    QCOMPARE(app.text(u"asset.headline"_s), u"Not due: keep it"_s);
    QCOMPARE(app.text(u"asset.actions.primary"_s), u"Show brochures"_s);
}

void TestAssetPages::searchingOpensTheUnitThatWasFound()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.open(u"customers"_s);
    QVERIFY(app.find(u"customer.0"_s));
    QVERIFY(app.type(u"customers.search"_s, u"bk4-2"_s));
    QTRY_VERIFY(app.find(u"hit.0"_s));
    QVERIFY(app.tap(u"hit.0"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"asset"_s);
    app.session().navigator()->back();
    QVERIFY(app.type(u"customers.search"_s, u"zzz"_s));
    QTRY_VERIFY(app.find(u"customers.nothing"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::theCustomerLeadsToTheUnit()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    AppWindow app(database, {asset::addPages});
    app.open(u"customers"_s);
    QVERIFY(app.tap(u"customer.2"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"customer"_s);
    QVERIFY(app.tap(u"customerAsset.0"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"asset"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::theTabletShowsTheCustomerBesideTheList()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    AppWindow app(database, {asset::addPages}, AppWindow::tablet);
    app.open(u"customers"_s);
    QVERIFY(app.tap(u"customer.2"_s));
    QTRY_VERIFY(app.find(u"customerAsset.0"_s));
    QCOMPARE(app.session().navigator()->page(), u"customers"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestAssetPages::pictures_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("wide");
    QTest::newRow("de-light") << u"de"_s << false << false;
    QTest::newRow("de-dark") << u"de"_s << true << false;
    QTest::newRow("en-light") << u"en"_s << false << false;
    QTest::newRow("de-light-tablet") << u"de"_s << false << true;
}

void TestAssetPages::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(bool, wide);
    TestDatabase database;
    SalesCompany company(database);
    company.addCustomers(20);
    addStatements(database);
    refresh(database);
    AppWindow app(database, {asset::addPages}, wide ? AppWindow::tablet : AppWindow::handheld);
    app.session().setLanguage(language);
    app.setDark(dark);
    const QString tag = u"-"_s + QString::fromLatin1(QTest::currentDataTag());
    app.open(u"asset"_s, SalesCompany::machine.value);
    app.shoot(u"asset"_s + tag);
    QVERIFY(app.tap(u"asset.reason.0"_s));
    app.shoot(u"asset-reason"_s + tag);
    QVERIFY(app.tap(u"sheet.close"_s));
    QTRY_VERIFY(!app.find(u"sheet.close"_s));
    QVERIFY(app.tap(u"asset.past"_s));
    QTRY_VERIFY(app.find(u"asset.past.0"_s));
    app.shoot(u"asset-past"_s + tag);
    QVERIFY(app.tap(u"sheet.close"_s));
    QTRY_VERIFY(!app.find(u"sheet.close"_s));
    app.open(u"history"_s, SalesCompany::machine.value);
    app.shoot(u"history"_s + tag);
    app.open(u"asset"_s, SalesCompany::canteenGrinder.value);
    QVERIFY(app.tap(u"asset.remove"_s));
    QVERIFY(app.tap(u"removal.reason.0"_s));
    app.shoot(u"asset-remove"_s + tag);
    QVERIFY(app.tap(u"removal.actions.primary"_s));
    QVERIFY(app.shows(u"removal.correct"_s));
    app.shoot(u"asset-gone"_s + tag);
    app.open(u"asset"_s, SalesCompany::youngMachine.value);
    app.shoot(u"asset-keep"_s + tag);
    app.open(u"customers"_s);
    if (wide)
        QVERIFY(app.tap(u"customer.2"_s));
    app.shoot(u"customers"_s + tag);
    app.open(u"customer"_s, TestDatabase::customer.value);
    app.shoot(u"customer"_s + tag);
    app.setTextScale(2);
    app.open(u"asset"_s, SalesCompany::machine.value);
    app.shoot(u"asset-large"_s + tag);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestAssetPages)
#include "tst_assetpages.moc"
