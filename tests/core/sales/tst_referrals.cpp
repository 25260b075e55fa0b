#include "core/care/complaints.h"
#include "core/installedbase/assetforecasts.h"
#include "core/sales/opportunities.h"
#include "core/sales/referrals.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::sales;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestReferrals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handsOverConsentsAndReferralInOneTransaction();
    void refusesWithoutWhatTheGuardAsks_data();
    void refusesWithoutWhatTheGuardAsks();
    void refusesWhileAComplaintIsOpen();
    void aDueNoteThatSaysKeepIsNoEvidence();
    void refusesASecondReferralWhileOneIsOpen();
    void aFailedHandOverLeavesNothingBehind();
    void takesTheNewestWordingInTheLanguage();
    void tellsWhatBecameOfAReferral();
    void findsTheVisitThatTheReferralBelongsTo();
    void namesTheBonusRuleOfTheDay();
    void listsOpportunitiesSoonestDueFirst();
    void anOpportunityKnowsTodaysStopAndItsLead();
};

namespace {

ReferralDraft completeDraft()
{
    return {.asset = SalesCompany::machine,
            .visit = SalesCompany::visit,
            .technician = TestDatabase::technician,
            .product = SalesCompany::bk620,
            .contact = SalesCompany::contact,
            .consentGivenBy = u"Erika Mustermann"_s,
            .media = {u"phone"_s, u"email"_s},
            .wordingLanguage = u"de"_s,
            .interest = Interest::Hot,
            .note = u"Umbau im Frühjahr"_s,
            .repairShown = true};
}

} // namespace

void TestReferrals::handsOverConsentsAndReferralInOneTransaction()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addFinding();
    const auto id = Referrals(database.connection()).handOver(completeDraft());
    QVERIFY2(id, id ? "" : qPrintable(id.error().toString()));
    database.reopen();
    QCOMPARE(database.integer("SELECT count(*) FROM consent WHERE granted = 1 AND purpose = 'sales_contact' "
                              "AND wording_id = 431 AND visit_id = 530 AND contact_id = 520 AND valid_until = "
                              "(SELECT max(valid_until) FROM consent)"),
             2);
    QCOMPARE(database.integer("SELECT valid_until FROM consent LIMIT 1"), toInteger(addMonths(company.today(), 3)));
    QCOMPARE(database.integer("SELECT count(*) FROM referral WHERE stage = 'new' AND interest = 'hot' "
                              "AND repair_shown = 1 AND customer_id = 200 AND site_id = 201 AND product_id = 402 "
                              "AND channel = 10 AND technician_id = 100"),
             1);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 3);
    const auto referral = Referrals(database.connection()).referral(*id);
    QCOMPARE(referral->sync, SyncState::HereOnly);
    QCOMPARE(referral->proposedProduct, u"BK 620"_s);
}

void TestReferrals::refusesWithoutWhatTheGuardAsks_data()
{
    QTest::addColumn<bool>("finding");
    QTest::addColumn<bool>("repair");
    QTest::addColumn<bool>("consent");
    QTest::addColumn<QString>("code");
    QTest::newRow("no evidence") << false << true << true << u"guard-evidence"_s;
    QTest::newRow("repair not shown") << true << false << true << u"guard-repair"_s;
    QTest::newRow("no consent") << true << true << false << u"guard-consent"_s;
}

void TestReferrals::refusesWithoutWhatTheGuardAsks()
{
    QFETCH(bool, finding);
    QFETCH(bool, repair);
    QFETCH(bool, consent);
    QFETCH(QString, code);
    TestDatabase database;
    SalesCompany company(database);
    if (finding)
        company.addFinding();
    ReferralDraft draft = completeDraft();
    draft.repairShown = repair;
    if (!consent)
        draft.media.clear();
    const auto id = Referrals(database.connection()).handOver(draft);
    QVERIFY(!id);
    QCOMPARE(id.error().code, code);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 0);
}

void TestReferrals::refusesWhileAComplaintIsOpen()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addFinding();
    care::Complaints complaints(database.connection());
    const auto complaint = complaints.open({.customer = TestDatabase::customer, .what = u"Zu laut"_s});
    Referrals referrals(database.connection());
    const auto refused = referrals.handOver(completeDraft());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"guard-complaint"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE tbl <> 'complaint'"), 0);
    QVERIFY(complaints.settle(*complaint, u"Gedämmt"_s));
    QVERIFY(referrals.handOver(completeDraft()));
}

void TestReferrals::aDueNoteThatSaysKeepIsNoEvidence()
{
    TestDatabase database;
    SalesCompany company(database);
    const QString note = u"INSERT INTO due_note (id, channel, asset_id, visit_id, verdict, customer_informed, "
                         "forecast_status, at) VALUES (%1, 10, 500, 530, '%2', 1, '%3', %4)"_s;
    const qint64 now = toInteger(database.clock.now());
    database.execute(note.arg(1).arg(u"keep"_s, u"due"_s).arg(now - 2).toUtf8());
    const EvidenceStore store(database.connection());
    QVERIFY(!store.gather(SalesCompany::machine, SalesCompany::visit, database.clock.now())->isEnough());
    database.execute(note.arg(2).arg(u"replace"_s, u"due"_s).arg(now - 1).toUtf8());
    const auto evidence = store.gather(SalesCompany::machine, SalesCompany::visit, database.clock.now());
    QVERIFY(evidence->isEnough());
    QCOMPARE(evidence->dueNote, DueNoteId{2});
    QCOMPARE(evidence->repairs, 2);
    QCOMPARE(evidence->repairCost, Money{186'000});
}

void TestReferrals::refusesASecondReferralWhileOneIsOpen()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addFinding();
    Referrals referrals(database.connection());
    QVERIFY(referrals.handOver(completeDraft()));
    QCOMPARE(referrals.handOver(completeDraft()).error().code, u"already-referred"_s);
    database.execute("UPDATE referral SET stage = 'lost' WHERE asset_id = 500");
    QVERIFY(referrals.handOver(completeDraft()));
}

void TestReferrals::aFailedHandOverLeavesNothingBehind()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addFinding();
    database.execute("CREATE TRIGGER broken BEFORE INSERT ON referral BEGIN SELECT raise(ABORT, 'full'); END");
    QVERIFY(!Referrals(database.connection()).handOver(completeDraft()));
    QCOMPARE(database.integer("SELECT count(*) FROM consent"), 0);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 0);
}

void TestReferrals::takesTheNewestWordingInTheLanguage()
{
    TestDatabase database;
    SalesCompany company(database);
    const Referrals referrals(database.connection());
    QCOMPARE((*referrals.wording(u"de"_s))->version, 2);
    QVERIFY((*referrals.wording(u"de"_s))->body.startsWith(u"Der Vertrieb"));
    QVERIFY((*referrals.wording(u"fr"_s))->body.startsWith(u"Sales"));
    database.execute("DELETE FROM wording");
    QVERIFY(!*referrals.wording(u"de"_s));
}

void TestReferrals::tellsWhatBecameOfAReferral()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO referral_event (id, channel, referral_id, stage, staff_id, reason, at) VALUES "
                     "(660, 10, 650, 'accepted', 101, NULL, 1791100000000), "
                     "(661, 10, 650, 'lost', 101, 'Preis', 1791150000000)");
    const Referrals referrals(database.connection());
    const auto steps = referrals.timeline(ReferralId{650});
    QCOMPARE(steps->size(), 3U);
    QCOMPARE(steps->at(0).byName, u"Jana Muster"_s);
    QCOMPARE(steps->at(2).reason, u"Preis"_s);
    const auto mine = referrals.ofTechnician(TestDatabase::technician);
    QCOMPARE(mine->size(), 1U);
    QCOMPARE(mine->front().changed, instantFrom(1'791'150'000'000));
    QCOMPARE(referrals.referral(ReferralId{1}).error().code, u"not-found"_s);
}

void TestReferrals::findsTheVisitThatTheReferralBelongsTo()
{
    TestDatabase database;
    SalesCompany company(database);
    const EvidenceStore store(database.connection());
    QCOMPARE(*store.currentVisit(SalesCompany::machine, TestDatabase::technician, company.today()),
             SalesCompany::visit);
    QCOMPARE(*store.currentVisit(SalesCompany::canteenGrinder, TestDatabase::technician, company.today()), VisitId{});
    QCOMPARE(*store.currentVisit(SalesCompany::machine, StaffId{101}, company.today()), VisitId{});
}

void TestReferrals::namesTheBonusRuleOfTheDay()
{
    TestDatabase database;
    SalesCompany company(database);
    const Referrals referrals(database.connection());
    const auto rule = referrals.bonus(u"bean_to_cup"_s, company.today());
    QVERIFY(*rule);
    QCOMPARE((*rule)->flat, std::optional(Money{2500}));
    QVERIFY(!*referrals.bonus(u"bean_to_cup"_s, dayFrom(17'000)));
}

void TestReferrals::listsOpportunitiesSoonestDueFirst()
{
    TestDatabase database;
    SalesCompany company(database);
    installedbase::AssetForecasts forecasts(database.connection());
    while (*forecasts.refreshSlice(company.today()) > 0) {
    }
    const auto list = Opportunities(database.connection()).list(TestDatabase::technician, company.today());
    QVERIFY(list);
    QVERIFY(list->size() >= 4);
    // Today's stops, what is with sales, the rest; each the soonest due first.
    const auto part = [](const Opportunity &o) {
        return o.lead && !(o.today && o.today->underWay) ? 1 : o.today ? 0 : 2;
    };
    QVERIFY(std::ranges::is_sorted(*list, {}, [&](const Opportunity &o) { return std::pair(part(o), o.p50); }));
    QVERIFY(std::ranges::find(*list, SalesCompany::youngMachine, &Opportunity::asset) == list->end());
    company.addFinding();
    const auto again = Opportunities(database.connection()).list(TestDatabase::technician, company.today());
    QVERIFY(std::ranges::find(*again, SalesCompany::machine, &Opportunity::asset)->hasEvidence);
}

void TestReferrals::anOpportunityKnowsTodaysStopAndItsLead()
{
    TestDatabase database;
    SalesCompany company(database);
    installedbase::AssetForecasts forecasts(database.connection());
    while (*forecasts.refreshSlice(company.today()) > 0) {
    }
    const auto list = Opportunities(database.connection()).list(TestDatabase::technician, company.today());
    const auto here = std::ranges::find(*list, SalesCompany::machine, &Opportunity::asset);
    QVERIFY(here->today && here->today->underWay);
    QVERIFY(!here->lead);
    const auto canteen = std::ranges::find(*list, SalesCompany::canteenGrinder, &Opportunity::asset);
    QVERIFY(canteen->today && !canteen->today->underWay);
    const auto bakery = std::ranges::find(*list, AssetId{621}, &Opportunity::asset);
    QVERIFY(bakery->lead);
    QCOMPARE(bakery->lead->stage, u"new"_s);
    QCOMPARE(bakery->lead->sync, SyncState::Confirmed);
    QCOMPARE(bakery->lead->touched, bakery->lead->created);
}

QTEST_GUILESS_MAIN(TestReferrals)
#include "tst_referrals.moc"
