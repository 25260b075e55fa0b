#include "core/installedbase/assetforecasts.h"
#include "qml/opportunities/pages.h"
#include "tests/qml/support/looks.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_OpportunitiesPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOpportunitiesPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theListFiltersAndTheRingPicks();
    void fromProposalToReferral();
    void theGuardKeepsAReferralLocked();
    void anUnknownRepairPriceIsTyped();
    void theFateOfAReferralIsTold();
    void pictures_data() { addLooks(); }
    void pictures();

private:
    static void refresh(TestDatabase &database);
};

void TestOpportunitiesPages::refresh(TestDatabase &database)
{
    installedbase::AssetForecasts forecasts(database.connection());
    while (*forecasts.refreshSlice(database.clock.today()) > 0) {
    }
}

void TestOpportunitiesPages::theListFiltersAndTheRingPicks()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    AppWindow app(database, {opportunities::addPages});
    app.session().setLanguage(u"de"_s);
    app.open(u"opportunities"_s);
    const int all = app.property(u"opportunities.list"_s, "count").toInt();
    QVERIFY(all >= 4);
    QVERIFY(app.tap(u"opportunities.evidence"_s));
    QTRY_COMPARE(app.property(u"opportunities.list"_s, "count").toInt(), 1);
    QVERIFY(app.tap(u"opportunities.evidence"_s));
    QTRY_COMPARE(app.property(u"opportunities.list"_s, "count").toInt(), all);
    QVERIFY(app.tap(u"opportunities.view.1"_s));
    QTRY_VERIFY(app.find(u"opportunities.ring"_s));
    QVERIFY(app.tap(u"near.1"_s));
    QCOMPARE(app.property(u"opportunities.ring"_s, "pickedIndex").toInt(), 1);
    QVERIFY(app.find(u"opportunities.picked"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestOpportunitiesPages::fromProposalToReferral()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addFinding();
    AppWindow app(database, {opportunities::addPages});
    app.session().setLanguage(u"de"_s);
    app.open(u"proposal"_s, SalesCompany::machine.value, SalesCompany::visit.value);
    QCOMPARE(app.text(u"proposal.total"_s), u"11.900\u00a0€"_s);
    QVERIFY(app.tap(u"proposal.accessory.0"_s));
    QTRY_COMPARE(app.text(u"proposal.total"_s), u"12.540\u00a0€"_s);
    QVERIFY(app.tap(u"proposal.option.2"_s));
    QTRY_COMPARE(app.text(u"proposal.total"_s), u"15.400\u00a0€"_s);
    QVERIFY(app.tap(u"proposal.option.1"_s));
    QVERIFY(app.tap(u"proposal.actions.primary"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"referral"_s);
    QCOMPARE(app.text(u"referral.proof"_s), u"Beleg vollständig"_s);
    QVERIFY(app.tap(u"referral.agreed"_s));
    QVERIFY(app.tap(u"referral.phone"_s));
    QVERIFY(app.tap(u"referral.interest.0"_s));
    QTRY_COMPARE(app.text(u"referral.count"_s), u"3 von 3"_s);
    QVERIFY(app.tap(u"referral.actions.primary"_s));
    QTRY_VERIFY(app.find(u"referral.done"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM referral WHERE asset_id = 500 AND product_id = 402"), 1);
    QVERIFY(app.tap(u"referral.actions.primary"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"opportunities"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestOpportunitiesPages::theGuardKeepsAReferralLocked()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {opportunities::addPages});
    app.session().setLanguage(u"de"_s);
    app.open(u"referral"_s, SalesCompany::machine.value, SalesCompany::visit.value);
    QCOMPARE(app.text(u"referral.count"_s), u"0 von 3"_s);
    QVERIFY(app.tap(u"referral.actions.primary"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM referral WHERE asset_id = 500"), 0);
    QVERIFY(!app.find(u"referral.done"_s));
}

void TestOpportunitiesPages::anUnknownRepairPriceIsTyped()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {opportunities::addPages});
    app.session().setLanguage(u"de"_s);
    app.open(u"proposal"_s, TestDatabase::grinder.value, SalesCompany::visit.value);
    QVERIFY(app.tap(u"proposal.repair"_s));
    QTRY_VERIFY(app.find(u"repair.price"_s));
    QVERIFY(app.type(u"repair.price"_s, u"abc"_s));
    QVERIFY(app.tap(u"repair.accept"_s));
    QVERIFY(!app.text(u"repair.price"_s, "error").isEmpty());
    app.find(u"repair.price"_s)->setProperty("text", u"640"_s);
    // The sheet grows by the error's line; a touch that comes before it has settled is repeated.
    QVERIFY(QTest::qWaitFor([&] { return !app.find(u"repair.price"_s) || !app.tap(u"repair.accept"_s); }, 10'000));
    QTRY_VERIFY(app.text(u"proposal.repair"_s, "subtitle").startsWith(u"640"));
    QCOMPARE(app.warnings, QStringList());
}

void TestOpportunitiesPages::theFateOfAReferralIsTold()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {opportunities::addPages});
    app.open(u"referrals"_s);
    QVERIFY(app.tap(u"referral.0"_s));
    QTRY_VERIFY(app.find(u"referral.step.0"_s));
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QTRY_VERIFY(!app.find(u"referral.step.0"_s));
    QCOMPARE(app.session().navigator()->page(), u"referrals"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestOpportunitiesPages::pictures()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    AppWindow app(database, {opportunities::addPages}, lookSize());
    const QString tag = applyLook(app);
    app.open(u"opportunities"_s);
    app.shoot(u"opportunities"_s + tag);
    if (lookSize() == AppWindow::handheld)
        QVERIFY(app.tap(u"opportunities.view.1"_s));
    app.shoot(u"nearness"_s + tag);
    app.open(u"referral"_s, SalesCompany::machine.value, SalesCompany::visit.value);
    app.shoot(u"referral-locked"_s + tag);
    company.addFinding();
    app.open(u"proposal"_s, SalesCompany::machine.value, SalesCompany::visit.value);
    QVERIFY(app.tap(u"proposal.accessory.0"_s));
    app.find(u"proposal.content"_s)->setProperty("contentY", 0);
    app.shoot(u"proposal"_s + tag);
    QVERIFY(app.tap(u"proposal.actions.primary"_s));
    QVERIFY(app.tap(u"referral.agreed"_s));
    QVERIFY(app.tap(u"referral.phone"_s));
    app.find(u"referral.content"_s)->setProperty("contentY", 0);
    app.shoot(u"referral"_s + tag);
    QVERIFY(app.tap(u"referral.actions.primary"_s));
    app.shoot(u"referral-done"_s + tag);
    app.open(u"referrals"_s, 650);
    app.shoot(u"referrals"_s + tag);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestOpportunitiesPages)
#include "tst_opportunitiespages.moc"
