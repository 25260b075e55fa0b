#include "core/sales/offers.h"
#include "tests/support/salescompany.h"

#include <QTest>

using namespace turnus;
using namespace turnus::sales;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOffers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsTheSuccessorInTheMiddle();
    void recommendsTheNextLargerWhenTheSuccessorIsTooSmall();
    void offersNothingThatIsNoLongerSold();
    void judgesCapacityByMeasuredUse_data();
    void judgesCapacityByMeasuredUse();
    void takesThePriceThatHoldsToday();
    void aMissingPriceIsUnknownAndMakesTheSumUnknown();
    void namesAccessoriesWithTheirReason();
    void knowsAUsualRepairCostOnlyFromEnoughRepairs();
    void quotesALeaseAsARoundGuideValue();
};

namespace {

const UsageNeed measured{.perDay = 87, .peakPerDay = 130};

} // namespace

void TestOffers::putsTheSuccessorInTheMiddle()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto offer = Offers(database.connection()).forAsset(SalesCompany::machine, measured, company.today());
    QVERIFY(offer);
    QCOMPARE(offer->usageUnit, u"cups"_s);
    QCOMPARE(offer->options.size(), 3U);
    QCOMPARE(offer->options.at(0).product, SalesCompany::bk520);
    QCOMPARE(offer->options.at(0).fit, Fit::Tight);
    QCOMPARE(offer->options.at(1).product, SalesCompany::bk620);
    QCOMPARE(offer->options.at(1).fit, Fit::Fits);
    QCOMPARE(offer->options.at(1).rank, Rank::Better);
    QCOMPARE(offer->options.at(2).product, SalesCompany::bk820);
    QCOMPARE(offer->options.at(2).fit, Fit::Reserve);
    QCOMPARE(offer->recommended, std::optional<size_t>(1));
}

void TestOffers::recommendsTheNextLargerWhenTheSuccessorIsTooSmall()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto offer =
        Offers(database.connection()).forAsset(SalesCompany::machine, UsageNeed{190, 230}, company.today());
    QCOMPARE(offer->options.at(*offer->recommended).product, SalesCompany::bk820);
}

void TestOffers::offersNothingThatIsNoLongerSold()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("UPDATE product SET successor_id = 403 WHERE id = 402");
    const auto offer = Offers(database.connection()).forAsset(SalesCompany::machine, measured, company.today());
    QCOMPARE(offer->options.size(), 2U);
    QCOMPARE(offer->options.at(*offer->recommended).product, SalesCompany::bk820);
}

void TestOffers::judgesCapacityByMeasuredUse_data()
{
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("fit");
    QTest::newRow("far below the mean") << 70 << int(Fit::TooSmall);
    QTest::newRow("below the peak") << 129 << int(Fit::Tight);
    QTest::newRow("at the peak") << 130 << int(Fit::Fits);
    QTest::newRow("well above") << 195 << int(Fit::Reserve);
}

void TestOffers::judgesCapacityByMeasuredUse()
{
    QFETCH(int, capacity);
    QFETCH(int, fit);
    QCOMPARE(int(fitOf(capacity, measured)), fit);
    QCOMPARE(int(fitOf(capacity, std::nullopt)), int(Fit::Unknown));
    QCOMPARE(int(fitOf(std::nullopt, measured)), int(Fit::Unknown));
}

void TestOffers::takesThePriceThatHoldsToday()
{
    TestDatabase database;
    SalesCompany company(database);
    const Offers offers(database.connection());
    QCOMPARE((*offers.price(SalesCompany::bk620, company.today()))->amount, Money{1'190'000});
    QCOMPARE((*offers.price(SalesCompany::bk620, dayFrom(19'100)))->amount, Money{1'150'000});
    // The next price list has been sent already, and does not hold yet.
    QCOMPARE((*offers.price(SalesCompany::bk820, company.today()))->amount, Money{1'540'000});
}

void TestOffers::aMissingPriceIsUnknownAndMakesTheSumUnknown()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto accessories = Offers(database.connection()).accessories(SalesCompany::bk620, company.today());
    QCOMPARE(accessories->size(), 2U);
    QCOMPARE(accessories->at(0).price->amount, Money{64'000});
    QVERIFY(!accessories->at(1).price);
    const std::optional<Price> known = accessories->at(0).price;
    QCOMPARE(totalOf(std::array{known, known}), std::optional(Money{128'000}));
    QCOMPARE(totalOf(std::array{known, accessories->at(1).price}), std::nullopt);
}

void TestOffers::namesAccessoriesWithTheirReason()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto accessories = Offers(database.connection()).accessories(SalesCompany::bk620, company.today());
    QCOMPARE(accessories->front().name, u"Milchkühler 4 l"_s);
    QCOMPARE(accessories->front().reason, u"Nötig für Milchgetränke"_s);
}

void TestOffers::knowsAUsualRepairCostOnlyFromEnoughRepairs()
{
    TestDatabase database;
    SalesCompany company(database);
    const Offers offers(database.connection());
    QCOMPARE(*offers.usualRepairCost(SalesCompany::bk420), std::optional(Money{78'000}));
    QCOMPARE(*offers.usualRepairCost(TestDatabase::grinderProduct), std::nullopt);
}

void TestOffers::quotesALeaseAsARoundGuideValue()
{
    QCOMPARE(leaseRate(Money{1'254'000}), Money{23'500});
    QCOMPARE(leaseRate(Money{}), Money{});
}

QTEST_GUILESS_MAIN(TestOffers)
#include "tst_offers.moc"
