#include "core/content/library.h"
#include "core/content/pageviews.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::content;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestContent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersTheSuccessorsBrochureFirstThenTheGeneralOnes();
    void offersOnlyTheLanguageAskedFor();
    void leavesExpiredAndFutureBrochuresOut();
    void offersTheNewestVersionOfATitleOnly();
    void tellsWhatIsValidAndWhatMayBeShown();
    void listsAllWithTheLanguageFirst();
    void recordsPageViewsAsFactsOfTheVisit();
    void dropsPagesThatWereOnlyLeafedOver();
};

void TestContent::offersTheSuccessorsBrochureFirstThenTheGeneralOnes()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto fitting = Library(database.connection()).fitting(SalesCompany::machine, u"de"_s, company.today());
    QVERIFY(fitting);
    QCOMPARE(fitting->size(), 2U);
    QCOMPARE(fitting->at(0).id, SalesCompany::hotelBrochure);
    QCOMPARE(fitting->at(1).id, SalesCompany::repairBrochure);
    QVERIFY(fitting->at(0).showable(company.today()));
}

void TestContent::offersOnlyTheLanguageAskedFor()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto fitting = Library(database.connection()).fitting(SalesCompany::machine, u"en"_s, company.today());
    QCOMPARE(fitting->size(), 1U);
    QCOMPARE(fitting->front().id, SalesCompany::englishBrochure);
}

void TestContent::leavesExpiredAndFutureBrochuresOut()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("UPDATE brochure SET valid_from = 30000 WHERE id = 540");
    const auto fitting = Library(database.connection()).fitting(SalesCompany::machine, u"de"_s, company.today());
    QCOMPARE(fitting->size(), 1U);
    QCOMPARE(fitting->front().id, SalesCompany::repairBrochure);
}

void TestContent::offersTheNewestVersionOfATitleOnly()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO brochure (id, channel, title, language, product_id, sha256, size, pages, version, "
                     "valid_from) VALUES (549, 1, 'BK 620 für Hotels', 'de', 402, 'ff', 1, 12, 6, 19500)");
    const auto fitting = Library(database.connection()).ofProduct(SalesCompany::bk620, u"de"_s, company.today());
    QCOMPARE(fitting->size(), 1U);
    QCOMPARE(fitting->front().version, 6);
    QVERIFY(!fitting->front().present);
}

void TestContent::tellsWhatIsValidAndWhatMayBeShown()
{
    TestDatabase database;
    SalesCompany company(database);
    const Library library(database.connection());
    const auto expired = library.brochure(SalesCompany::expiredBrochure);
    QCOMPARE(expired->validity(company.today()), Validity::Expired);
    QVERIFY(!expired->showable(company.today()));
    QCOMPARE(expired->validity(*expired->validUntil), Validity::EndsSoon);
    QCOMPARE(expired->validity(expired->validFrom - days{1}), Validity::NotYet);
    const auto soon = library.brochure(SalesCompany::contractBrochure);
    QCOMPARE(soon->validity(company.today()), Validity::EndsSoon);
    QVERIFY(!soon->showable(company.today())); // not on this device yet
    QCOMPARE(library.brochure(BrochureId{1}).error().code, u"not-found"_s);
}

void TestContent::listsAllWithTheLanguageFirst()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto all = Library(database.connection()).all(u"en"_s);
    QCOMPARE(all->size(), 5U);
    QCOMPARE(all->front().id, SalesCompany::englishBrochure);
}

void TestContent::recordsPageViewsAsFactsOfTheVisit()
{
    TestDatabase database;
    SalesCompany company(database);
    PageViews views(database.connection());
    QVERIFY(views.record({SalesCompany::hotelBrochure, SalesCompany::visit, 2, milliseconds{12'500}}));
    QVERIFY(views.record({SalesCompany::hotelBrochure, SalesCompany::visit, 3, std::chrono::hours{2}}));
    const auto recorded = views.ofVisit(SalesCompany::visit);
    QCOMPARE(recorded->size(), 2U);
    QCOMPARE(recorded->at(0).page, 2);
    QCOMPARE(recorded->at(0).shown, milliseconds{12'500});
    QCOMPARE(recorded->at(1).shown, milliseconds{600'000});
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE tbl = 'page_view'"), 2);
}

void TestContent::dropsPagesThatWereOnlyLeafedOver()
{
    TestDatabase database;
    SalesCompany company(database);
    QVERIFY(PageViews(database.connection())
                .record({SalesCompany::hotelBrochure, SalesCompany::visit, 1, milliseconds{399}}));
    QCOMPARE(database.integer("SELECT count(*) FROM page_view"), 0);
}

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
