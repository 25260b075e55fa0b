#include "core/care/complaints.h"
#include "core/installedbase/assetforecasts.h"
#include "qml/opportunities/opportunitiesviewmodel.h"
#include "qml/opportunities/proposalviewmodel.h"
#include "qml/opportunities/referralsviewmodel.h"
#include "qml/opportunities/referralviewmodel.h"
#include "tests/support/fakeposition.h"
#include "tests/support/salescompany.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::opportunities;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOpportunitiesViewModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void sortsTodaysStopsFirstThenSalesThenTheRest();
    void measuresFromTheVisitWithoutAPosition();
    void filtersCombine();
    void followsAReferralAndItsWayToTheServer();
    void proposesWithSumsAndMeasuredUse();
    void aPriceThatNobodyKnowsMakesTheSumUnknown();
    void theRepairsPriceCanBeTyped_data();
    void theRepairsPriceCanBeTyped();
    void saysWhenKeepingIsBetter();
    void choicesSurviveAKill();
    void handingOverNeedsAVisit();
    void anOpenComplaintComesFirst();
    void theReferralOpensStepByStep();
    void theReferralsFormSurvivesAKill();
    void aNewNameWithdrawsNothingButItsContact();
    void tellsWhatBecameOfReferrals();

private:
    static void refresh(TestDatabase &database);
    static ProposalViewModel *proposal(TestDatabase &database, AssetId asset, VisitId visit, QObject *owner);
    static ReferralViewModel *referral(TestDatabase &database, QObject *owner);
    static QStringList names(const OpportunityModel *model);
};

void TestOpportunitiesViewModels::refresh(TestDatabase &database)
{
    installedbase::AssetForecasts forecasts(database.connection());
    while (*forecasts.refreshSlice(database.clock.today()) > 0) {
    }
}

ProposalViewModel *TestOpportunitiesViewModels::proposal(TestDatabase &database, AssetId asset, VisitId visit,
                                                         QObject *owner)
{
    return new ProposalViewModel(
        database.connection(), database.notifier, database.clock,
        {.contentDirectory = u"/content"_s, .language = u"de"_s, .asset = asset, .visit = visit}, owner);
}

ReferralViewModel *TestOpportunitiesViewModels::referral(TestDatabase &database, QObject *owner)
{
    return new ReferralViewModel(database.connection(), database.notifier, database.clock,
                                 {.language = u"de"_s,
                                  .asset = SalesCompany::machine,
                                  .visit = SalesCompany::visit,
                                  .technician = TestDatabase::technician},
                                 owner);
}

QStringList TestOpportunitiesViewModels::names(const OpportunityModel *model)
{
    QStringList found;
    for (const OpportunityRow &row : model->rows())
        found.append(row.title);
    return found;
}

void TestOpportunitiesViewModels::sortsTodaysStopsFirstThenSalesThenTheRest()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    FakePosition position;
    OpportunitiesViewModel model(database.connection(), database.notifier, database.clock, position,
                                 TestDatabase::technician);
    const QAbstractItemModelTester tester(model.rows());
    QStringList sections;
    for (const OpportunityRow &row : model.rows()->rows()) {
        if (sections.isEmpty() || sections.last() != row.section)
            sections.append(row.section);
    }
    QCOMPARE(sections, QStringList({u"On your route today"_s, u"With sales"_s, u"Coming up"_s}));
    QCOMPARE(names(model.rows()).count(u"Bäckerei Probe"_s), 1);
    const auto bakery = std::ranges::find(model.rows()->rows(), u"Bäckerei Probe"_s, &OpportunityRow::title);
    QCOMPARE(bakery->badge, u"untouched for 3 day(s)"_s);
    QVERIFY(bakery->lead > 0);
}

void TestOpportunitiesViewModels::measuresFromTheVisitWithoutAPosition()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    FakePosition position;
    OpportunitiesViewModel model(database.connection(), database.notifier, database.clock, position,
                                 TestDatabase::technician);
    const QAbstractItemModelTester tester(model.near());
    QVERIFY(model.isPlaced());
    const auto hotel = std::ranges::find(model.rows()->rows(), u"Hotel Musterhof"_s, &OpportunityRow::title);
    QCOMPARE(hotel->distance, u"here"_s);
    QVERIFY(model.near()->rowCount() >= 3);
    QVERIFY(std::ranges::is_sorted(model.near()->rows(), {}, &OpportunityRow::distanceKm));
    QVERIFY(std::ranges::find(model.near()->rows(), u"Hotel Musterhof"_s, &OpportunityRow::title) ==
            model.near()->rows().end());
    QVERIFY(!model.route().isEmpty());
    database.execute("UPDATE appointment SET status = 'done'");
    OpportunitiesViewModel nowhere(database.connection(), database.notifier, database.clock, position,
                                   TestDatabase::technician);
    QVERIFY(!nowhere.isPlaced());
    nowhere.setNearOnly(true); // nothing to measure from: hides nothing
    QCOMPARE(nowhere.rows()->rowCount(), nowhere.total());
}

void TestOpportunitiesViewModels::filtersCombine()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    company.addFinding();
    FakePosition position;
    OpportunitiesViewModel model(database.connection(), database.notifier, database.clock, position,
                                 TestDatabase::technician);
    const int all = model.rows()->rowCount();
    model.setEvidenceOnly(true);
    QCOMPARE(names(model.rows()), QStringList({u"Hotel Musterhof"_s, u"Bäckerei Probe"_s}));
    model.setEvidenceOnly(false);
    model.setSoonOnly(true);
    for (const OpportunityRow &row : model.rows()->rows())
        QVERIFY(row.p50 <= 12);
    QVERIFY(model.rows()->rowCount() < all);
    QCOMPARE(model.total(), all);
}

void TestOpportunitiesViewModels::followsAReferralAndItsWayToTheServer()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    company.addFinding();
    FakePosition position;
    OpportunitiesViewModel model(database.connection(), database.notifier, database.clock, position,
                                 TestDatabase::technician);
    const auto stateOfHotel = [&] {
        const auto row = std::ranges::find(model.rows()->rows(), u"Hotel Musterhof"_s, &OpportunityRow::title);
        return row->atSales ? row->syncState : -9;
    };
    QCOMPARE(stateOfHotel(), -9);
    QVERIFY(sales::Referrals(database.connection())
                .handOver({.asset = SalesCompany::machine,
                           .visit = SalesCompany::visit,
                           .technician = TestDatabase::technician,
                           .product = SalesCompany::bk620,
                           .contact = {},
                           .consentGivenBy = u"Erika"_s,
                           .media = {u"phone"_s},
                           .wordingLanguage = u"de"_s,
                           .note = {},
                           .repairShown = true}));
    QTRY_COMPARE(stateOfHotel(), 0);
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute("UPDATE outbox SET state = 1");
        return {};
    }));
    QTRY_COMPARE(stateOfHotel(), 1);
}

void TestOpportunitiesViewModels::proposesWithSumsAndMeasuredUse()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    ProposalViewModel *model = proposal(database, SalesCompany::machine, SalesCompany::visit, &owner);
    const QAbstractItemModelTester options(model->options());
    const QAbstractItemModelTester accessories(model->accessories());
    QCOMPARE(model->error(), QString());
    QVERIFY(model->usage().startsWith(u"Measured: 88 cups a day, peak"));
    QCOMPARE(model->options()->rowCount(), 3);
    QVERIFY(model->options()->rows().at(1).chosen);
    QCOMPARE(model->options()->rows().at(0).fit, u"tight"_s);
    QCOMPARE(model->total(), u"€11,900"_s);
    model->toggleAccessory(0);
    QCOMPARE(model->total(), u"€12,540"_s);
    QCOMPARE(model->leasePrice(), u"€235/mo."_s);
    QCOMPARE(model->priceList(), u"Price list of 5 September 2026, on this device"_s);
    QVERIFY(model->repairDetail().startsWith(u"€780"));
    QCOMPARE(model->contractDetail(), u"2 service visit(s) a year, emergency 8 h"_s);
    QCOMPARE(model->brochure(), double(SalesCompany::hotelBrochure.value));
    model->choose(2);
    QCOMPARE(model->total(), u"€15,400"_s);
    QCOMPARE(model->brochure(), 0.0);
    QCOMPARE(model->blocked(), QString());
}

void TestOpportunitiesViewModels::aPriceThatNobodyKnowsMakesTheSumUnknown()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    ProposalViewModel *model = proposal(database, SalesCompany::machine, SalesCompany::visit, &owner);
    QCOMPARE(model->accessories()->rows().at(1).price, u"Price unknown"_s);
    model->toggleAccessory(1);
    QCOMPARE(model->total(), u"unknown"_s);
    QCOMPARE(model->leasePrice(), u"unknown"_s);
    model->toggleAccessory(1);
    QCOMPARE(model->total(), u"€11,900"_s);
}

void TestOpportunitiesViewModels::theRepairsPriceCanBeTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::newRow("euros") << u"640"_s << true;
    QTest::newRow("cents, grouped") << u" 1,640.50 "_s << true;
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("zero") << u"0"_s << false;
    QTest::newRow("negative") << u"-5"_s << false;
    QTest::newRow("words") << u"about 500"_s << false;
    QTest::newRow("a slip") << u"9999999999"_s << false;
}

void TestOpportunitiesViewModels::theRepairsPriceCanBeTyped()
{
    QFETCH(QString, typed);
    QFETCH(bool, taken);
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    ProposalViewModel *model = proposal(database, TestDatabase::grinder, SalesCompany::visit, &owner);
    QVERIFY(!model->isRepairKnown());
    QCOMPARE(model->setRepairCost(typed), taken);
    QCOMPARE(model->isRepairKnown(), taken);
}

void TestOpportunitiesViewModels::saysWhenKeepingIsBetter()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    ProposalViewModel *model = proposal(database, SalesCompany::youngMachine, SalesCompany::visit, &owner);
    QVERIFY(model->setRepairCost(u"100"_s));
    QVERIFY2(model->advice().startsWith(u"Repairing is likely the better advice"), qPrintable(model->advice()));
}

void TestOpportunitiesViewModels::choicesSurviveAKill()
{
    TestDatabase database;
    SalesCompany company(database);
    {
        QObject owner;
        ProposalViewModel *model = proposal(database, SalesCompany::machine, SalesCompany::visit, &owner);
        model->choose(1);
        model->toggleAccessory(0);
        model->setLease(true);
        model->setWithContract(false);
        QVERIFY(model->setRepairCost(u"512"_s));
        model->markShown();
    }
    database.reopen();
    QObject owner;
    const ProposalViewModel *model = proposal(database, SalesCompany::machine, SalesCompany::visit, &owner);
    QCOMPARE(model->total(), u"€12,540"_s);
    QVERIFY(model->lease());
    QVERIFY(!model->withContract());
    QVERIFY(model->repairDetail().startsWith(u"€512"));
    const auto kept = sales::Proposals(database.connection()).load(SalesCompany::machine);
    QCOMPARE((*kept)->repairShown, std::optional(database.clock.now()));
}

void TestOpportunitiesViewModels::handingOverNeedsAVisit()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    QVERIFY(!proposal(database, SalesCompany::machine, {}, &owner)->blocked().isEmpty());
}

void TestOpportunitiesViewModels::anOpenComplaintComesFirst()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    QObject owner;
    FakePosition position;
    OpportunitiesViewModel chances(database.connection(), database.notifier, database.clock, position,
                                   TestDatabase::technician);
    const auto bakery = [&] {
        const auto &rows = chances.rows()->rows();
        const auto found = std::ranges::find(rows, u"Bäckerei Probe"_s, &OpportunityRow::title);
        return found == rows.end() ? OpportunityRow() : *found;
    };
    ReferralViewModel *model = referral(database, &owner);
    QVERIFY(!model->blocked().contains(u"complaint"));
    const ProposalViewModel *offered = proposal(database, SalesCompany::machine, SalesCompany::visit, &owner);
    QVERIFY(!offered->blocked().contains(u"complaint"));
    care::Complaints complaints(database.connection());
    const CustomerId customer{database.integer("SELECT customer_id FROM referral WHERE id = 650")};
    QVERIFY(complaints.open({.customer = customer, .what = u"Rechnung falsch"_s}));
    QTRY_COMPARE(bakery().badge, u"Complaint open"_s);
    QCOMPARE(bakery().note, u"untouched for 3 day(s)"_s);
    QVERIFY(names(chances.rows()).contains(u"Hotel Musterhof"_s));
    const auto complaint = complaints.open({.customer = TestDatabase::customer, .what = u"Zu laut"_s});
    QTRY_VERIFY(!names(chances.rows()).contains(u"Hotel Musterhof"_s));
    QTRY_VERIFY(model->blocked().contains(u"complaint"));
    QTRY_VERIFY(offered->blocked().contains(u"complaint"));
    QVERIFY(complaints.settle(*complaint, u"Gedämmt"_s));
    QTRY_VERIFY(names(chances.rows()).contains(u"Hotel Musterhof"_s));
    QTRY_VERIFY(!model->blocked().contains(u"complaint"));
    QTRY_VERIFY(!offered->blocked().contains(u"complaint"));
}

void TestOpportunitiesViewModels::theReferralOpensStepByStep()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    proposal(database, SalesCompany::machine, SalesCompany::visit, &owner)->markShown();
    ReferralViewModel *model = referral(database, &owner);
    QCOMPARE(model->error(), QString());
    QCOMPARE(model->subtitle(), u"Step 2 of 2 · BK 620"_s);
    QCOMPARE(model->doneCount(), 1); // the repair was shown
    QVERIFY(model->blocked().contains(u"finding"));
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("finding", Id<struct FindingTag>{id}, "visit", SalesCompany::visit,
                      {{"asset_id", SalesCompany::machine},
                       {"visit_id", SalesCompany::visit},
                       {"what", u"Brühgruppe undicht"_s},
                       {"grade", 4},
                       {"at", writer.now()}});
        return {};
    }));
    QTRY_COMPARE(model->findingText(), u"Finding: Brühgruppe undicht, grade 4"_s);
    QVERIFY(model->blocked().contains(u"consent"));
    QVERIFY(!model->handOver());
    QVERIFY(!model->error().isEmpty());
    QCOMPARE(model->contact(), 0);
    QCOMPARE(model->consentTitle(), u"Erika Mustermann agrees"_s);
    QVERIFY(model->consentText().contains(u"5 January 2027"));
    model->setAgreed(true);
    QVERIFY(!model->blocked().isEmpty()); // by no medium yet
    model->setByPhone(true);
    QCOMPARE(model->blocked(), QString());
    QCOMPARE(model->doneCount(), 3);
    QVERIFY(model->bonusText().contains(u"€25"));
    QVERIFY(model->handOver());
    QVERIFY(model->isHandedOver());
    QCOMPARE(database.integer("SELECT count(*) FROM referral WHERE asset_id = 500 AND contact_id = 520"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM consent WHERE medium = 'phone'"), 1);
    QVERIFY(!*sales::Proposals(database.connection()).load(SalesCompany::machine));
    QVERIFY(referral(database, &owner)->blocked().contains(u"already"));
}

void TestOpportunitiesViewModels::theReferralsFormSurvivesAKill()
{
    TestDatabase database;
    SalesCompany company(database);
    {
        QObject owner;
        ReferralViewModel *model = referral(database, &owner);
        model->setContact(-1);
        model->setGivenBy(u"Karl = Köhler"_s);
        model->setAgreed(true);
        model->setByEmail(true);
        model->setInterest(1);
        model->setNote(u"zwei\nZeilen \\ mehr"_s);
    }
    database.reopen();
    QObject owner;
    const ReferralViewModel *model = referral(database, &owner);
    QCOMPARE(model->contact(), -1);
    QCOMPARE(model->givenBy(), u"Karl = Köhler"_s);
    QVERIFY(model->hasAgreed() && model->byEmail() && !model->byPhone());
    QCOMPARE(model->interest(), 1);
    QCOMPARE(model->note(), u"zwei\nZeilen \\ mehr"_s);
}

void TestOpportunitiesViewModels::aNewNameWithdrawsNothingButItsContact()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    ReferralViewModel *model = referral(database, &owner);
    model->setAgreed(true);
    model->setByPhone(true);
    model->setContact(-1); // somebody else has not agreed
    QVERIFY(!model->hasAgreed());
    QCOMPARE(model->givenBy(), QString());
}

void TestOpportunitiesViewModels::tellsWhatBecameOfReferrals()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO referral_event (id, channel, referral_id, stage, staff_id, reason, at) VALUES "
                     "(660, 10, 650, 'accepted', 101, 'Termin vereinbart', 1791100000000)");
    ReferralsViewModel model(database.connection(), database.notifier, database.clock, TestDatabase::technician,
                             ReferralId{650});
    const QAbstractItemModelTester rows(model.referrals());
    const QAbstractItemModelTester steps(model.steps());
    QVERIFY(model.startsOpen());
    QCOMPARE(model.referrals()->rowCount(), 1);
    QCOMPARE(model.referrals()->rows().front().detail, u"BK 420 → BK 620"_s);
    QCOMPARE(model.steps()->rowCount(), 2);
    QCOMPARE(model.steps()->rows().last().detail, u"Rolf Vorlage · Termin vereinbart"_s);
    QVERIFY(model.steps()->rows().last().last);
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute("INSERT INTO referral_event (id, channel, referral_id, stage, staff_id, at) "
                                      "VALUES (661, 10, 650, 'won', 101, 1791150000000)");
        database.connection().execute("UPDATE referral SET stage = 'won' WHERE id = 650");
        return {};
    }));
    QTRY_COMPARE(model.steps()->rowCount(), 3);
    QCOMPARE(model.referrals()->rows().front().stage, u"bought"_s);
}

QTEST_MAIN(TestOpportunitiesViewModels)
#include "tst_opportunitiesviewmodels.moc"
