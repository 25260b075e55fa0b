#include "qml/brochures/brochuresviewmodel.h"
#include "qml/brochures/presentationviewmodel.h"
#include "tests/support/salescompany.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::brochures;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestBrochuresViewModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void offersWhatFitsTheUnitFirst();
    void saysWhereEachDocumentIsAndWhetherItMayBeShown();
    void followsAFileThatArrives();
    void filtersByKindAndWords();
    void recordsEachLookWithItsTime();
    void timeInTheBackgroundDoesNotCount();
    void withoutAVisitNothingIsRecorded();
    void lockedAndMissingDocumentsStayShut();

private:
    static BrochuresViewModel::Context context(AssetId asset)
    {
        return {.contentDirectory = u"/content"_s,
                .language = u"de"_s,
                .asset = asset,
                .visit = SalesCompany::visit,
                .technician = TestDatabase::technician};
    }
};

void TestBrochuresViewModels::offersWhatFitsTheUnitFirst()
{
    TestDatabase database;
    SalesCompany company(database);
    BrochuresViewModel model(database.connection(), database.notifier, database.clock, context(SalesCompany::machine));
    const QAbstractItemModelTester tester(model.fitting());
    QCOMPARE(model.error(), QString());
    QCOMPARE(model.fittingTitle(), u"For BK 420, Hotel Musterhof"_s);
    QCOMPARE(model.fitting()->rowCount(), 2);
    QCOMPARE(model.fitting()->index(0).data(BrochureModel::Detail).toString(), u"12 page(s) · version 5"_s);
    QCOMPARE(model.fitting()->index(0).data(BrochureModel::File).toString(), u"/content/aa"_s);
    const BrochuresViewModel bare(database.connection(), database.notifier, database.clock, context({}));
    QVERIFY(!bare.isForUnit());
}

void TestBrochuresViewModels::saysWhereEachDocumentIsAndWhetherItMayBeShown()
{
    TestDatabase database;
    SalesCompany company(database);
    BrochuresViewModel model(database.connection(), database.notifier, database.clock, context({}));
    const QAbstractItemModelTester tester(model.all());
    QCOMPARE(model.all()->rowCount(), 5);
    QCOMPARE(model.totalCount(), 4);
    QCOMPARE(model.presentCount(), 3);
    QCOMPARE(model.loadingCount(), 1);
    const auto row = [&](BrochureId id) { return model.all()->rows().at(model.all()->rowOf(id.value)); };
    QCOMPARE(row(SalesCompany::expiredBrochure).look, BrochureRow::Locked);
    QVERIFY(!row(SalesCompany::expiredBrochure).showable);
    QCOMPARE(row(SalesCompany::expiredBrochure).detail, u"expired on 30/09/2026"_s);
    QCOMPARE(row(SalesCompany::contractBrochure).look, BrochureRow::Loading);
    QCOMPARE(row(SalesCompany::hotelBrochure).look, BrochureRow::Here);
}

void TestBrochuresViewModels::followsAFileThatArrives()
{
    TestDatabase database;
    SalesCompany company(database);
    BrochuresViewModel model(database.connection(), database.notifier, database.clock, context({}));
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute("UPDATE content_file SET present = 1 WHERE sha256 = 'ee'");
        database.connection().execute("UPDATE brochure SET title = 'Neu' WHERE id = 544");
        return {};
    }));
    QTRY_COMPARE(model.loadingCount(), 0);
    const BrochureRow row = model.all()->rows().at(model.all()->rowOf(SalesCompany::contractBrochure.value));
    QCOMPARE(row.look, BrochureRow::EndsSoon);
    QVERIFY(row.showable);
}

void TestBrochuresViewModels::filtersByKindAndWords()
{
    TestDatabase database;
    SalesCompany company(database);
    BrochuresViewModel model(database.connection(), database.notifier, database.clock, context({}));
    model.setFilter(3);
    QCOMPARE(model.all()->rowCount(), 1);
    model.setFilter(2);
    QCOMPARE(model.all()->rowCount(), 0);
    model.setFilter(0);
    model.setQuery(u"hotels"_s);
    QCOMPARE(model.all()->rowCount(), 2);
}

void TestBrochuresViewModels::recordsEachLookWithItsTime()
{
    TestDatabase database;
    SalesCompany company(database);
    {
        PresentationViewModel model(database.connection(), database.clock, u"/content"_s, SalesCompany::hotelBrochure,
                                    SalesCompany::visit);
        QCOMPARE(model.error(), QString());
        database.clock.advance(std::chrono::seconds{12});
        model.setPage(2);
        database.clock.advance(std::chrono::seconds{30});
        model.setPage(99); // there is no such page
        QCOMPARE(model.page(), 2);
    }
    const auto views = content::PageViews(database.connection()).ofVisit(SalesCompany::visit);
    QCOMPARE(views->size(), 2U);
    QCOMPARE(views->at(0).page, 1);
    QCOMPARE(views->at(0).shown, std::chrono::seconds{12});
    QCOMPARE(views->at(1).page, 2);
    QCOMPARE(views->at(1).shown, std::chrono::seconds{30});
}

void TestBrochuresViewModels::timeInTheBackgroundDoesNotCount()
{
    TestDatabase database;
    SalesCompany company(database);
    {
        PresentationViewModel model(database.connection(), database.clock, u"/content"_s, SalesCompany::hotelBrochure,
                                    SalesCompany::visit);
        database.clock.advance(std::chrono::seconds{5});
        model.pause();
        database.clock.advance(std::chrono::minutes{30});
        model.resume();
        database.clock.advance(std::chrono::seconds{2});
    }
    const auto views = content::PageViews(database.connection()).ofVisit(SalesCompany::visit);
    QCOMPARE(views->size(), 1U);
    QCOMPARE(views->at(0).shown, std::chrono::seconds{7});
}

void TestBrochuresViewModels::withoutAVisitNothingIsRecorded()
{
    TestDatabase database;
    SalesCompany company(database);
    {
        PresentationViewModel model(database.connection(), database.clock, u"/content"_s, SalesCompany::hotelBrochure,
                                    {});
        QVERIFY(!model.isRecorded());
        database.clock.advance(std::chrono::seconds{12});
    }
    QCOMPARE(database.integer("SELECT count(*) FROM page_view"), 0);
}

void TestBrochuresViewModels::lockedAndMissingDocumentsStayShut()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto errorOf = [&](BrochureId id) {
        return PresentationViewModel(database.connection(), database.clock, u"/content"_s, id, SalesCompany::visit)
            .error();
    };
    QCOMPARE(errorOf(SalesCompany::expiredBrochure), u"locked"_s);
    QCOMPARE(errorOf(SalesCompany::contractBrochure), u"not-here"_s);
    QCOMPARE(errorOf(BrochureId{1}), u"not-found"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM page_view"), 0);
}

QTEST_MAIN(TestBrochuresViewModels)
#include "tst_brochuresviewmodels.moc"
