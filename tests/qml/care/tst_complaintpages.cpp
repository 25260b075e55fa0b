#include "core/care/complaints.h"
#include "core/installedbase/assetforecasts.h"
#include "qml/asset/pages.h"
#include "qml/care/complaintsviewmodel.h"
#include "qml/visit/pages.h"
#include "tests/qml/support/looks.h"
#include "tests/support/fieldday.h"
#include "tests/support/salescompany.h"

#include <QStandardPaths>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_AssetPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_CarePlugin)
Q_IMPORT_QML_PLUGIN(Turnus_VisitPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestComplaintPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aComplaintIsTakenAndSettledByTouch();
    void whatIsHalfTypedSurvivesAKill();
    void theChosenUnitStaysWhateverComesBeforeIt();
    void unitsAreToldApartAndFitTheSheet();
    void whatCannotBeReadIsSaid();
    void nothingIsKeptAboutACustomerWhoIsGone();
    void theUnitsPageSaysItAndRecommendsNothing();
    void theVisitLeadsToItAndRecommendsNothing();
    void pictures_data() { addLooks(); }
    void pictures();
    void narrowPictures();

private:
    static ComplaintId take(TestDatabase &database, AssetId unit, const QString &what)
    {
        const auto taken = care::Complaints(database.connection())
                               .open({.customer = TestDatabase::customer, .asset = unit, .what = what});
        return taken.value_or(ComplaintId{});
    }
};

void TestComplaintPages::aComplaintIsTakenAndSettledByTouch()
{
    TestDatabase database;
    const SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"customer"_s, TestDatabase::customer.value, SalesCompany::visit.value);
    QVERIFY(app.tap(u"complaint.take"_s));
    QVERIFY(app.shows(u"complaint.actions.primary"_s));
    QVERIFY(!app.property(u"complaint.actions"_s, "primaryBlockedReason").toString().isEmpty());
    QVERIFY(app.type(u"complaint.what"_s, u"Milk too cold"_s));
    QVERIFY(app.tap(u"complaint.unit.1"_s));
    QVERIFY(app.tap(u"complaint.actions.primary"_s));
    QVERIFY(app.shows(u"complaint.open.0"_s));
    QVERIFY(app.hides(u"complaint.actions.primary"_s));
    QCOMPARE(app.text(u"complaint.open.0"_s, "what"), u"Milk too cold"_s);
    QVERIFY(app.text(u"complaint.open.0"_s, "complaintDetail").startsWith(u"since 5 Oct"));
    QCOMPARE(database.integer("SELECT count(*) FROM complaint WHERE visit_id = 530 AND asset_id IS NOT NULL AND "
                              "settled IS NULL"),
             1);
    database.clock.advance(std::chrono::hours{25});
    QVERIFY(app.tap(u"complaint.open.0.settle"_s));
    QVERIFY(app.type(u"settlement.text"_s, u"Cooler exchanged"_s));
    QVERIFY(app.tap(u"settlement.actions.primary"_s));
    QVERIFY(app.shows(u"complaint.settled.0"_s));
    QVERIFY(app.hides(u"complaint.open.0"_s));
    QCOMPARE(app.text(u"complaint.settled.0"_s, "complaintDetail"), u"settled 6 Oct: Cooler exchanged"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM complaint WHERE settlement = 'Cooler exchanged'"), 1);
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::whatIsHalfTypedSurvivesAKill()
{
    TestDatabase database;
    const SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.open(u"customer"_s, TestDatabase::customer.value);
    QVERIFY(app.tap(u"complaint.take"_s));
    QVERIFY(app.type(u"complaint.what"_s, u"Milch zu"_s));
    app.killAndOpen();
    app.open(u"customer"_s, TestDatabase::customer.value);
    QVERIFY(app.tap(u"complaint.take"_s));
    QVERIFY(app.shows(u"complaint.what"_s));
    QCOMPARE(app.text(u"complaint.what"_s), u"Milch zu"_s);
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QVERIFY(app.hides(u"complaint.what"_s));
    QCOMPARE(app.session().navigator()->page(), u"customer"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::theChosenUnitStaysWhateverComesBeforeIt()
{
    TestDatabase database;
    const SalesCompany company(database);
    const auto open = [&] {
        return std::make_unique<carepage::ComplaintsViewModel>(database.connection(), database.notifier, database.clock,
                                                               TestDatabase::customer, VisitId{});
    };
    auto complaints = open();
    complaints->setWhat(u"Zu laut"_s);
    complaints->setUnit(1);
    const auto chosen = care::Complaints(database.connection()).units(TestDatabase::customer)->front();
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute(
            "INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, place, "
            "installed, installed_year_only, observed_from, status) SELECT 4712, channel, customer_id, site_id, "
            "product_id, "
            "'A-1', '', installed, 0, installed, 'active' FROM asset WHERE id = ?",
            chosen.id);
        return {};
    }));
    QTRY_COMPARE(complaints->unit(), 2);
    complaints = open();
    QCOMPARE(complaints->unit(), 2);
    QVERIFY(complaints->take());
    QCOMPARE(database.integer("SELECT asset_id FROM complaint"), chosen.id.value);
    QCOMPARE(complaints->unit(), 0);
    QCOMPARE(database.integer("SELECT count(*) FROM draft"), 0);
    complaints->setUnit(2);
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        writer.update("asset", chosen.id, {{"status", u"removed"_s}});
        return {};
    }));
    QTRY_COMPARE(complaints->unit(), 0); // not another one
    complaints->setWhat(u"Zu laut"_s);
    QVERIFY(complaints->take());
    QCOMPARE(database.integer("SELECT count(*) FROM complaint WHERE asset_id IS NULL"), 1);
}

void TestComplaintPages::unitsAreToldApartAndFitTheSheet()
{
    TestDatabase database;
    const SalesCompany company(database);
    database.execute("UPDATE asset SET product_id = 400, place = 'Frühstücksraum im ersten Obergeschoss neben dem "
                     "Aufzug' WHERE id IN (500, 501)");
    AppWindow app(database, {asset::addPages}, QSize(360, 800));
    app.session().setLanguage(u"en"_s);
    app.open(u"customer"_s, TestDatabase::customer.value);
    QVERIFY(app.tap(u"complaint.take"_s));
    QStringList names;
    for (int i = 1; app.find(u"complaint.unit.%1"_s.arg(i)); ++i) {
        const QQuickItem *chip = app.find(u"complaint.unit.%1"_s.arg(i));
        names.append(app.text(u"complaint.unit.%1"_s.arg(i)));
        QVERIFY(chip->mapToScene(QPointF(chip->width(), 0)).x() <= 360);
    }
    QVERIFY(names.filter(u", no. BK4-20718"_s).size() == 1);
    QVERIFY(names.filter(u", no. BK6-31001"_s).size() == 1);
    QVERIFY(names.filter(u", no. "_s).size() == 2);
    app.shoot(u"complaint-take-360"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::whatCannotBeReadIsSaid()
{
    TestDatabase database;
    const SalesCompany company(database);
    database.execute("ALTER TABLE complaint RENAME COLUMN what TO elsewhere");
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"customer"_s, TestDatabase::customer.value);
    QVERIFY(app.shows(u"complaint.error"_s));
    QVERIFY(app.text(u"complaint.error"_s).startsWith(u"This did not work."));
    app.shoot(u"complaint-error"_s);
    database.execute("ALTER TABLE complaint RENAME COLUMN elsewhere TO what");
    QVERIFY(app.tap(u"complaint.take"_s));
    QVERIFY(app.hides(u"complaint.error"_s));
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QVERIFY(app.hides(u"complaint.what"_s));
    QVERIFY(!app.find(u"complaint.error"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::nothingIsKeptAboutACustomerWhoIsGone()
{
    TestDatabase database;
    const SalesCompany company(database);
    constexpr CustomerId gone{4711};
    carepage::ComplaintsViewModel complaints(database.connection(), database.notifier, database.clock, gone, {});
    complaints.setWhat(u"Zu laut"_s);
    QCOMPARE(complaints.error(), QString());
    QCOMPARE(database.integer("SELECT count(*) FROM draft"), 0);
}

void TestComplaintPages::theUnitsPageSaysItAndRecommendsNothing()
{
    TestDatabase database;
    const SalesCompany company(database);
    AppWindow app(database, {asset::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    QCOMPARE(app.text(u"asset.actions.primary"_s), u"Proposal"_s);
    QVERIFY(!app.find(u"asset.complaint"_s));
    const ComplaintId complaint = take(database, SalesCompany::machine, u"Milk too cold"_s);
    QVERIFY(app.shows(u"asset.complaint"_s));
    QCOMPARE(app.text(u"asset.complaint"_s, "lead"),
             u"Open complaint since 5 Oct: settle it first, do not recommend anything now."_s);
    QVERIFY(app.text(u"asset.complaint"_s).endsWith(u": Milk too cold"_s));
    QTRY_COMPARE(app.text(u"asset.actions.primary"_s), u"To the complaint"_s);
    QVERIFY(app.hides(u"asset.actions.helper"_s));
    QVERIFY(app.tap(u"asset.actions.primary"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"customer"_s);
    QVERIFY(app.shows(u"complaint.open.0"_s));
    QVERIFY(care::Complaints(database.connection()).settle(complaint, u"Exchanged"_s));
    QVERIFY(app.tap(u"back"_s));
    QTRY_COMPARE(app.text(u"asset.actions.primary"_s), u"Proposal"_s);
    QVERIFY(app.hides(u"asset.complaint"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::theVisitLeadsToItAndRecommendsNothing()
{
    TestDatabase database;
    const FieldDay day(database);
    database.execute("INSERT INTO complaint (id, channel, customer_id, technician_id, what, opened) SELECT 7000, 10, "
                     "customer_id, 100, 'Zu laut', 1791000000000 FROM appointment WHERE id = 502");
    AppWindow app(database, {asset::addPages, visitpage::addPages});
    app.session().setLanguage(u"en"_s);
    app.open(u"visit"_s, FieldDay::hotel.value);
    QVERIFY(app.tap(u"arrive.actions.primary"_s));
    QVERIFY(app.tap(u"visit.complaints"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"customer"_s);
    QVERIFY(app.shows(u"complaint.open.0"_s));
    QVERIFY(app.tap(u"back"_s));
    QVERIFY(app.tap(u"visit.step.5"_s));
    QVERIFY(app.shows(u"recommendation.complaint"_s));
    QVERIFY(app.hides(u"due.verdict.2"_s)); // nobody is asked now
    QVERIFY(app.tap(u"recommendation.note"_s));
    QVERIFY(app.shows(u"due.complaint"_s));
    QVERIFY(app.tap(u"due.verdict.2"_s));
    QCOMPARE(app.text(u"due.actions.primary"_s), u"Save the note"_s);
    QVERIFY(app.hides(u"due.informed"_s)); // he is not to be told
    QVERIFY(app.tap(u"due.horizon.6"_s));
    QCOMPARE(app.property(u"due.actions"_s, "primaryBlockedReason").toString(), QString());
    app.shoot(u"visit-due-complaint"_s);
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QVERIFY(app.hides(u"due.verdict.2"_s));
    app.shoot(u"visit-recommendation-complaint"_s);
    QVERIFY(app.tap(u"recommendation.complaints"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"customer"_s);
    QVERIFY(app.hides(u"recommendation.complaint"_s)); // the page there covers the visit
    QVERIFY(care::Complaints(database.connection()).settle(ComplaintId{7000}, u"Gedämmt"_s));
    QVERIFY(app.shows(u"complaint.settled.0"_s));
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
    QVERIFY(!app.find(u"due.verdict.2"_s)); // not over another page
    QVERIFY(app.tap(u"back"_s));
    QVERIFY(app.hides(u"recommendation.complaint"_s));
    QVERIFY(app.shows(u"due.verdict.2"_s)); // now it is asked for
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::pictures()
{
    TestDatabase database;
    const SalesCompany company(database);
    care::Complaints complaints(database.connection());
    QVERIFY(complaints.settle(take(database, SalesCompany::machine, u"Milchschaum zu kalt"_s),
                              u"Kühler getauscht und Temperatur mit dem Kunden gemessen"_s));
    database.clock.advance(std::chrono::hours{24 * 30});
    take(database, SalesCompany::machine, u"Rechnung der letzten Reparatur nennt zwei Anfahrten, es war eine."_s);
    database.clock.advance(std::chrono::hours{24 * 9});
    AppWindow app(database, {asset::addPages, visitpage::addPages}, lookSize());
    const QString look = applyLook(app);
    app.open(u"customer"_s, TestDatabase::customer.value);
    app.shoot(u"complaints"_s + look);
    QVERIFY(app.tap(u"complaint.take"_s));
    QVERIFY(app.type(u"complaint.what"_s, u"Zu laut"_s));
    app.shoot(u"complaint-take"_s + look);
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QVERIFY(app.hides(u"complaint.what"_s));
    QVERIFY(app.tap(u"complaint.open.0.settle"_s));
    app.shoot(u"complaint-settle"_s + look);
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QVERIFY(app.hides(u"settlement.text"_s));
    app.open(u"asset"_s, SalesCompany::machine.value);
    app.shoot(u"asset-complaint"_s + look);
    app.open(u"visit"_s, SalesCompany::visit.value);
    app.shoot(u"visit-complaint"_s + look);
    app.setTextScale(2);
    app.open(u"customer"_s, TestDatabase::customer.value);
    app.shoot(u"complaints-large"_s + look);
    QCOMPARE(app.warnings, QStringList());
}

void TestComplaintPages::narrowPictures()
{
    TestDatabase database;
    const SalesCompany company(database);
    database.execute("DELETE FROM meter_reading WHERE asset_id = 500");
    AppWindow app(database, {asset::addPages}, QSize(360, 800));
    app.session().setLanguage(u"de"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    app.shoot(u"asset-unmeasured-360"_s);
    app.open(u"asset"_s, SalesCompany::canteenGrinder.value);
    app.shoot(u"asset-canteen-360"_s);
    app.open(u"asset"_s, SalesCompany::youngMachine.value);
    app.shoot(u"asset-young-360"_s);
    take(database, SalesCompany::machine, u"Zu laut"_s);
    app.open(u"customer"_s, TestDatabase::customer.value);
    app.shoot(u"complaints-360"_s);
    app.open(u"asset"_s, SalesCompany::machine.value);
    app.shoot(u"asset-complaint-360"_s);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestComplaintPages)
#include "tst_complaintpages.moc"
