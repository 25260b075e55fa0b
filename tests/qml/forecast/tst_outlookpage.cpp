#include "qml/forecast/pages.h"
#include "tests/qml/forecast/outlookcompany.h"
#include "tests/qml/support/looks.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_ForecastPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOutlookPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsVolumeCalibrationAndEarlyFailures();
    void aProductNarrowsThePage();
    void withoutUnitsItSaysSo();
    void pictures_data() { addLooks(); }
    void pictures();
};

void TestOutlookPage::showsVolumeCalibrationAndEarlyFailures()
{
    OutlookCompany company;
    AppWindow app(company.database, {outlook::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"forecast"_s);
    QTRY_VERIFY(app.text(u"outlook.headline"_s).startsWith(u"About"));
    QVERIFY(app.find(u"outlook.chart"_s));
    QVERIFY(app.text(u"outlook.held"_s).contains(u"79"));
    QVERIFY(app.find(u"outlook.plot"_s));
    QVERIFY(app.find(u"outlook.early.0"_s));
    app.session().setLanguage(u"de"_s);
    QTRY_VERIFY(app.text(u"outlook.headline"_s).startsWith(u"Etwa"));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutlookPage::aProductNarrowsThePage()
{
    OutlookCompany company;
    AppWindow app(company.database, {outlook::addPages}, AppWindow::tablet);
    app.session().setLanguage(u"en"_s);
    app.open(u"forecast"_s);
    QTRY_VERIFY(app.find(u"outlook.product.0"_s));
    const QString before = app.text(u"outlook.headline"_s);
    QVERIFY(!app.find(u"outlook.all"_s));
    QVERIFY(app.tap(u"outlook.product.0"_s));
    QTRY_VERIFY(app.text(u"outlook.headline"_s) != before);
    QVERIFY(app.tap(u"outlook.all"_s));
    QTRY_COMPARE(app.text(u"outlook.headline"_s), before);
    QCOMPARE(app.warnings, QStringList());
}

void TestOutlookPage::withoutUnitsItSaysSo()
{
    TestDatabase database;
    database.execute("DELETE FROM asset");
    AppWindow app(database, {outlook::addPages});
    app.open(u"forecast"_s);
    QTRY_VERIFY(app.find(u"outlook.empty"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestOutlookPage::pictures()
{
    OutlookCompany company;
    AppWindow app(company.database, {outlook::addPages}, lookSize());
    const QString tag = applyLook(app);
    app.open(u"forecast"_s);
    QTRY_VERIFY(app.find(u"outlook.chart"_s));
    app.shoot(u"outlook"_s + tag);
    QVERIFY(app.tap(u"outlook.product.1"_s));
    app.shoot(u"outlook-product"_s + tag);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestOutlookPage)
#include "tst_outlookpage.moc"
