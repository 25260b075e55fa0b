#include "core/forecast/recorded.h"
#include "core/installedbase/forecastwords.h"
#include "qml/asset/assetviewmodel.h"
#include "qml/asset/customersviewmodel.h"
#include "tests/support/salescompany.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace turnus;
using namespace turnus::asset;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestAssetViewModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsTheUnitInWords();
    void reasonsAddUpToTheForecast();
    void anAgeThatSpeaksForWhatIsSaidIsNamed();
    void whatIsAsUsualIsToldOfAUnitToKeep();
    void aUseThatNobodyMeasuredMovesNothing();
    void theAxisHoldsTheWindow();
    void aNewGradeChangesThePageAtOnce();
    void opensTheFactsBehindAReason();
    void saysThatAUnitIsGone();
    void notesACompetitorsProduct();
    void keepItIsSaidForAYoungUnit();
    void saysWhatWasSaidBefore();
    void comparesKeepingWithReplacing();
    void anUnknownUnitIsAnError();
    void listsCustomersAndReadsOnlyWhatShows();
    void aNewCustomerIsInsertedAndAGoneOneRemoved();
    void findsAsOneTypes();
    void aCustomerShowsContactsAndUnitsBySite();
    void useThatNobodyMeasuredIsNotToldAsMeasured();
    void measuredValuesKeepTheirDigits();
    void wordsForWindows_data();
    void wordsForWindows();

private:
    static AssetViewModel *viewModel(TestDatabase &database, AssetId asset, QObject *parent);
};

void TestAssetViewModels::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

AssetViewModel *TestAssetViewModels::viewModel(TestDatabase &database, AssetId asset, QObject *parent)
{
    return new AssetViewModel(database.connection(), database.notifier, database.clock, u"/nowhere"_s, asset,
                              SalesCompany::visit, parent);
}

void TestAssetViewModels::showsTheUnitInWords()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    const AssetViewModel *model = viewModel(database, SalesCompany::machine, &owner);
    QCOMPARE(model->error(), QString());
    QCOMPARE(model->title(), u"BK 420"_s);
    QCOMPARE(model->subtitle(), u"Hotel Musterhof · Küche · Theke"_s);
    QCOMPARE(model->serial(), u"No. BK4-20718"_s);
    QCOMPARE(model->installed(), u"Installed 03/2018"_s);
    QCOMPARE(model->reading(), u"273,360 cups"_s);
    QCOMPARE(model->usage(), u"about 88 a day"_s);
    QVERIFY(model->forecast().status >= int(forecast::DueStatus::Due));
    QVERIFY(model->forecast().headline.startsWith(u"Replacement"));
    QCOMPARE(model->contractTitle(), u"Vertrag Plus until 05/04/2027"_s);
    QCOMPARE(model->contractDetail(), u"Emergency 8 h · Warranty ended 03/2020"_s);
    QCOMPARE(model->historyDetail(), u"Last on 5 July: Mahlwerk ersetzt, €860"_s);
    QVERIFY(model->picture().isEmpty());
    QVERIFY(model->usedShare() > 0.8);
}

void TestAssetViewModels::reasonsAddUpToTheForecast()
{
    TestDatabase database;
    SalesCompany company(database);
    installedbase::AssetForecasts forecasts(database.connection());
    for (const AssetId asset : {SalesCompany::machine, SalesCompany::youngMachine, SalesCompany::canteenGrinder}) {
        const auto result = forecasts.compute(asset, company.today());
        double months = result->otherMonthsEarlier;
        for (const forecast::Reason &reason : result->reasons)
            months += reason.monthsEarlier;
        const double shift = installedbase::monthsUntil(result->usualP50, result->p50);
        QVERIFY2(std::abs(months - shift) < 0.6, qPrintable(u"%1 and %2"_s.arg(months).arg(shift)));
        for (const ReasonRow &row : reasonRows(*result, u"cups"_s)) {
            QVERIFY(!row.title.isEmpty() && !row.sentence.isEmpty());
            QVERIFY(row.assumed ? row.share == 0 : row.share > 0 && row.share <= 1);
            QVERIFY(row.shift != u"no change");
        }
    }
}

void TestAssetViewModels::anAgeThatSpeaksForWhatIsSaidIsNamed()
{
    const Day today{std::chrono::year{2026} / 3 / 2};
    const auto rowsAt = [&](int years) {
        forecast::AssetHistory unit;
        unit.installed = unit.observedFrom = today - std::chrono::days{365 * years};
        auto life = forecast::ProductLife::fromNominal(96, Money{240'000});
        life.pairs = {{3'000, 4, 1}};
        return reasonRows(forecast::forecast(unit, life, today), {});
    };
    const QList<ReasonRow> young = rowsAt(2);
    QCOMPARE(young.size(), 1);
    QVERIFY(young.first().later);
    QVERIFY2(young.first().sentence.startsWith(u"Its age speaks for keeping it: 2.0 years old"),
             qPrintable(young.first().sentence));
    const QList<ReasonRow> old = rowsAt(16);
    QCOMPARE(old.size(), 1);
    QCOMPARE(old.first().title, u"Age 16.0 years"_s);
    QVERIFY2(old.first().sentence.startsWith(u"Its age is a reason: 16.0 years old"), qPrintable(old.first().sentence));
    QCOMPARE(old.first().shift, u"by age"_s);
    // A young one that its condition makes due is not due by its age.
    forecast::AssetHistory spoilt;
    spoilt.installed = spoilt.observedFrom = today - std::chrono::days{365};
    auto life = forecast::ProductLife::fromNominal(96, Money{240'000});
    spoilt.grades = {{today - std::chrono::days{90}, 5, 0}, {today - std::chrono::days{5}, 5, 0}};
    const forecast::Forecast worn = forecast::forecast(spoilt, life, today);
    for (const ReasonRow &row : reasonRows(worn, {}))
        QVERIFY(row.kind != int(forecast::ReasonKind::Age));
}

void TestAssetViewModels::whatIsAsUsualIsToldOfAUnitToKeep()
{
    forecast::Forecast forecast;
    forecast::Reason condition;
    condition.kind = forecast::ReasonKind::Condition;
    condition.grade = 1;
    condition.monthsEarlier = -0.2;
    forecast::Reason use;
    use.kind = forecast::ReasonKind::Usage;
    use.assumed = true;
    forecast.reasons = {condition, use};
    const QList<ReasonRow> keep = reasonRows(forecast, u"cups"_s);
    QCOMPARE(keep.size(), 1);
    QCOMPARE(keep.first().title, u"Condition grade 1"_s);
    QCOMPARE(keep.first().shift, u"as usual"_s);
    forecast.status = forecast::DueStatus::Due;
    QVERIFY(reasonRows(forecast, u"cups"_s).isEmpty());
}

void TestAssetViewModels::aUseThatNobodyMeasuredMovesNothing()
{
    forecast::Forecast forecast;
    forecast.status = forecast::DueStatus::Due;
    forecast::Reason condition;
    condition.kind = forecast::ReasonKind::Condition;
    condition.grade = 4;
    condition.monthsEarlier = 5;
    forecast::Reason use;
    use.kind = forecast::ReasonKind::Usage;
    use.assumed = true;
    use.value = use.usual = 80;
    use.monthsEarlier = 3;
    forecast.reasons = {use, condition};
    forecast.otherMonthsEarlier = -1;
    const QList<ReasonRow> rows = reasonRows(forecast, u"cups"_s);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).shift, u"5 mo. earlier"_s);
    QCOMPARE(rows.at(1).title, u"All else"_s);
    QCOMPARE(rows.at(1).shift, u"2 mo. earlier"_s); // what is assumed and what is left out: the months add up
    QCOMPARE(rows.at(2).title, u"Use not measured"_s);
    QCOMPARE(rows.at(2).shift, u"assumed"_s);
    QVERIFY(rows.at(2).assumed && rows.at(2).share == 0);
    QVERIFY(rows.at(2).sentence.startsWith(u"No reading yet"));
}

void TestAssetViewModels::theAxisHoldsTheWindow()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    const ForecastFace face = viewModel(database, SalesCompany::machine, &owner)->forecast();
    QVERIFY(0 <= face.p10 && face.p10 <= face.p50 && face.p50 <= face.p90 && face.p90 <= face.span);
    QVERIFY(face.curve.size() > 20);
    QVERIFY(face.tickMonths.size() >= 3 && face.tickMonths.size() <= 8);
    QCOMPARE(face.tickMonths.size(), face.tickLabels.size());
    QVERIFY(face.sentence.contains(u"most likely"));
}

void TestAssetViewModels::aNewGradeChangesThePageAtOnce()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    AssetViewModel *model = viewModel(database, SalesCompany::youngMachine, &owner);
    const QAbstractItemModelTester tester(model->events());
    const QAbstractItemModelTester reasonsTester(model->reasons());
    QCOMPARE(model->forecast().status, 0);
    QSignalSpy changed(model, &AssetViewModel::changed);
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("condition_grade", Id<struct GradeTag>{id}, "asset", SalesCompany::youngMachine,
                      {{"asset_id", SalesCompany::youngMachine}, {"at", writer.now()}, {"grade", 5}});
        return {};
    }));
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(model->events()->rowCount(), 1);
    QVERIFY(model->forecast().status > 0);
}

void TestAssetViewModels::opensTheFactsBehindAReason()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    AssetViewModel *model = viewModel(database, SalesCompany::machine, &owner);
    int condition = -1;
    for (int i = 0; i < model->reasons()->rowCount(); ++i) {
        if (model->reasons()->rows().at(i).kind == int(forecast::ReasonKind::Condition))
            condition = i;
    }
    QVERIFY(condition >= 0);
    model->showEvidence(condition);
    QCOMPARE(model->evidence()->title(), u"Condition grade 5"_s);
    QVERIFY(model->evidence()->sentence().startsWith(u"Condition 5 of 5"));
    QCOMPARE(model->evidence()->events()->rowCount(), 9);
    model->showEvidence(99);
    QCOMPARE(model->evidence()->events()->rowCount(), 9);
    EvidenceViewModel evidence(database.connection());
    for (const auto kind : {forecast::ReasonKind::Age, forecast::ReasonKind::Customer, forecast::ReasonKind::Usage}) {
        evidence.show({.number = 0, .kind = int(kind), .title = {}, .shift = {}, .sentence = {}},
                      SalesCompany::machine);
        QVERIFY2(evidence.events()->rowCount() > 0, qPrintable(QString::number(int(kind))));
    }
}

void TestAssetViewModels::saysThatAUnitIsGone()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    AssetViewModel *model = viewModel(database, SalesCompany::machine, &owner);
    RemovalViewModel *removal = model->removal();
    QVERIFY(!removal->isGone());
    database.clock.advance(std::chrono::hours{3});
    removal->begin();
    QCOMPARE(removal->reasons().size(), 4);
    QVERIFY(!removal->missing().isEmpty());
    QVERIFY(!removal->save());
    removal->setReason(RemovalViewModel::Failed);
    removal->setGoodChoice(RemovalViewModel::Second);
    QVERIFY(!removal->lastSeen().isEmpty());
    QVERIFY(removal->successors().size() > 1);
    removal->setSuccessor(0);
    QVERIFY2(removal->save(), qPrintable(removal->error()));
    QVERIFY(removal->isGone());
    QTRY_VERIFY(!model->forecast().known);
    QCOMPARE(model->error(), QString());
    QCOMPARE(removal->headline(), u"Failed on 05/10/2026"_s);
    QVERIFY(removal->detail().contains(u"worked until"_s));
    QCOMPARE(removal->successorId(), double(SalesCompany::youngMachine.value));
    QCOMPARE(model->events()->rows().first().title, u"Gone: failed"_s);
    // A correction keeps what was said in the history.
    database.clock.advance(std::chrono::minutes{1});
    removal->begin();
    QCOMPARE(removal->reasons().size(), 5);
    QCOMPARE(removal->reason(), int(RemovalViewModel::Failed));
    QCOMPARE(removal->dayText(), u"05/10/2026"_s);
    removal->setDayText(u"32/10/2026"_s);
    QVERIFY(removal->missing().contains(u"05/10/2026"_s));
    removal->setDayText(u"05/10/2027"_s);
    QVERIFY(!removal->save());
    QCOMPARE(removal->error(), u"That day is still to come."_s);
    removal->setReason(RemovalViewModel::Kept);
    QVERIFY(removal->save());
    QVERIFY(!removal->isGone());
    QTRY_VERIFY(model->forecast().known);
    QCOMPARE(model->events()->rows().first().title, u"Corrected: still here"_s);
    QCOMPARE(model->events()->rows().at(1).title, u"Gone: failed"_s);
}

void TestAssetViewModels::notesACompetitorsProduct()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    AssetViewModel *model = viewModel(database, SalesCompany::machine, &owner);
    model->removal()->begin();
    model->removal()->setReason(RemovalViewModel::Competitor);
    model->removal()->setNote(u"Muster 9000"_s);
    model->removal()->setDayChoice(RemovalViewModel::Another);
    model->removal()->setDayText(u"01/09/2026"_s);
    QVERIFY2(model->removal()->save(), qPrintable(model->removal()->error()));
    QCOMPARE(model->removal()->headline(), u"Replaced by a competitor's unit, seen on 01/09/2026"_s);
    QVERIFY(model->removal()->detail().contains(u"Muster 9000"_s));
    QCOMPARE(model->removal()->successorId(), 0.0);
    QCOMPARE(database.integer("SELECT count(*) FROM asset_removal WHERE note = 'Muster 9000'"), 1);
}

void TestAssetViewModels::keepItIsSaidForAYoungUnit()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    const AssetViewModel *model = viewModel(database, SalesCompany::youngMachine, &owner);
    QCOMPARE(model->forecast().headline, u"Not due: keep it"_s);
    QCOMPARE(model->historyDetail(), u"No repair on record"_s);
    QVERIFY(model->forecast().confidence.contains(u"manufacturer"));
    QVERIFY(model->contractDetail().contains(u"Warranty until"));
}

void TestAssetViewModels::saysWhatWasSaidBefore()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    AssetViewModel *model = viewModel(database, SalesCompany::machine, &owner);
    const QAbstractItemModelTester tester(model->past());
    const int before = model->past()->rowCount();
    const qint64 march = toInteger(Day{std::chrono::year{2026} / 3 / 9});
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute(
            "INSERT INTO forecast_statement VALUES (900, 10, 500, ?, 'plan', ?, ?, ?, 0, 0.31,"
            " 'medium', 3, 'condition months=5.2 grade=4 count=2 value=4.00 usual=0.84')",
            march, march + 100, march + 400, march + 700);
        database.connection().execute(
            "INSERT INTO forecast_statement VALUES (902, 10, 500, ?, 'not_due', ?, ?, ?, 0, 0.05, 'medium', 3,"
            " 'age months=0.0 value=30.00 usual=96.00' || char(10) || 'repairs months=-3.0 value=0.00 usual=1.40')",
            march - 365, march + 500, march + 900, march + 1'500);
        database.connection().execute("INSERT INTO calibration VALUES (901, 1, 400, ?, 365, 212, 172, 20, 20)", march);
        return {};
    }));
    QTRY_COMPARE(model->past()->rowCount(), before + 2);
    const auto &rows = model->past()->rows();
    const auto said = std::ranges::find_if(rows, [](const auto &row) { return row.said.contains(u"March 2026"); });
    QVERIFY(said != rows.end());
    QCOMPARE(said->said, u"In March 2026 we said: plan"_s);
    QVERIFY(said->detail.startsWith(u"most likely April 2027"));
    QVERIFY(said->detail.contains(u"31% within a year"));
    QVERIFY(said->why.startsWith(u"Condition 4 of 5"));
    const auto kept = std::ranges::find_if(rows, [](const auto &row) { return row.said.contains(u"March 2025"); });
    QVERIFY(kept != rows.end());
    QCOMPARE(kept->said, u"In March 2025 we said: not due"_s);
    QCOMPARE(kept->why, u"2.5 years old; half of these units last 8.0 years. No repair since our records began; 1.4 "
                        "would be usual."_s);
    QVERIFY(!model->pastTitle().isEmpty());
    QVERIFY2(model->calibration().contains(u"212") && model->calibration().contains(u"81%"),
             qPrintable(model->calibration()));
    QVERIFY(model->forecast().confidence.contains(model->calibration()));
}

void TestAssetViewModels::comparesKeepingWithReplacing()
{
    TestDatabase database;
    SalesCompany company(database);
    QObject owner;
    const WorthFace young = viewModel(database, SalesCompany::youngMachine, &owner)->worth();
    QVERIFY(young.known && young.keep);
    QCOMPARE(young.headline, u"Keeping it costs less"_s);
    QVERIFY(young.keepShare < young.replaceShare && young.replaceShare == 1);
    QVERIFY(young.advantage.contains(u"month"));
    forecast::RepairOrReplace dear;
    dear.choice = forecast::Choice::Replace;
    dear.keepPerYear = Money{300'000};
    dear.replacePerYear = Money{150'000};
    dear.keepsMonths = 9.2;
    dear.advantage = Money{112'345};
    const WorthFace worn = worthOf(dear, Money{1'000'000});
    QCOMPARE(worn.headline, u"Replacing it costs less"_s);
    QCOMPARE(worn.replaceShare, 0.5);
    QVERIFY2(worn.advantage.contains(u"€1,120") && worn.advantage.contains(u"9 month"), qPrintable(worn.advantage));
    QVERIFY(!worthOf(dear, {}).known);
}

void TestAssetViewModels::anUnknownUnitIsAnError()
{
    TestDatabase database;
    QObject owner;
    const AssetViewModel *model = viewModel(database, AssetId{9}, &owner);
    QCOMPARE(model->error(), u"not-found"_s);
    QVERIFY(!model->forecast().known);
}

void TestAssetViewModels::listsCustomersAndReadsOnlyWhatShows()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addCustomers(300);
    CustomerListModel model(database.connection());
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.reload());
    QCOMPARE(model.rowCount(), 306);
    CustomerListModel fresh(database.connection());
    QVERIFY(fresh.reload());
    QVERIFY(!fresh.index(150).data(CustomerListModel::Name).toString().isEmpty());
    QVERIFY(fresh.cachedRows() <= 24);
    QCOMPARE(fresh.index(305).data(CustomerListModel::Assets).toInt(), 1);
}

void TestAssetViewModels::aNewCustomerIsInsertedAndAGoneOneRemoved()
{
    TestDatabase database;
    SalesCompany company(database);
    CustomersViewModel model(database.connection(), database.notifier, database.clock);
    const QAbstractItemModelTester tester(model.customers());
    QSignalSpy inserted(model.customers(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(model.customers(), &QAbstractItemModel::rowsRemoved);
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute(
            "INSERT INTO customer (id, channel, name, segment_id) VALUES (699, 10, 'Zoo', 70)");
        return {};
    }));
    QTRY_COMPARE(inserted.size(), 1);
    QCOMPARE(model.customers()->index(6).data(CustomerListModel::Name).toString(), u"Zoo"_s);
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute("DELETE FROM customer WHERE id = 699");
        return {};
    }));
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        writer.update("customer", SalesCompany::canteen, {{"name", u"Aula"_s}});
        return {};
    }));
    QTRY_COMPARE(model.customers()->index(0).data(CustomerListModel::Name).toString(), u"Aula"_s);
}

void TestAssetViewModels::findsAsOneTypes()
{
    TestDatabase database;
    SalesCompany company(database);
    CustomersViewModel model(database.connection(), database.notifier, database.clock);
    const QAbstractItemModelTester tester(model.hits());
    QVERIFY(!model.isSearching());
    for (const QString &typed : {u"b"_s, u"bk"_s, u"bk4"_s, u"bk4-2"_s})
        model.setQuery(typed);
    QVERIFY(model.isSearching());
    QCOMPARE(model.hits()->rowCount(), 1);
    QCOMPARE(model.hits()->index(0).data(HitModel::Page).toString(), u"asset"_s);
    QCOMPARE(model.hits()->index(0).data(HitModel::IdRole).toLongLong(), SalesCompany::machine.value);
    model.setQuery({});
    QCOMPARE(model.hits()->rowCount(), 0);
}

void TestAssetViewModels::aCustomerShowsContactsAndUnitsBySite()
{
    TestDatabase database;
    SalesCompany company(database);
    CustomersViewModel list(database.connection(), database.notifier, database.clock);
    list.select(TestDatabase::customer.value);
    CustomerViewModel *model = list.selected();
    QVERIFY(model);
    const QAbstractItemModelTester tester(model->assets());
    QCOMPARE(model->subtitle(), u"Gastronomie · Hamburg"_s);
    QCOMPARE(model->contacts()->rowCount(), 1);
    QCOMPARE(model->contacts()->index(0).data(ContactModel::Detail).toString(), u"Küchenleitung · 0123 555-0101"_s);
    QCOMPARE(model->assets()->rowCount(), 3);
    QCOMPARE(model->assets()->index(0).data(CustomerAssetModel::StatusRole).toInt(), -1);
    installedbase::AssetForecasts forecasts(database.connection());
    while (*forecasts.refreshSlice(company.today()) > 0) {
    }
    QTRY_VERIFY(model->assets()->index(0).data(CustomerAssetModel::StatusRole).toInt() > 0);
}

void TestAssetViewModels::useThatNobodyMeasuredIsNotToldAsMeasured()
{
    using installedbase::ForecastWords;
    forecast::Reason use{.kind = forecast::ReasonKind::Usage, .value = 92, .usual = 80};
    QCOMPARE(ForecastWords::sentence(use, u"cups"_s), u"92 cups a day lately; 80 is usual for this product."_s);
    use.assumed = true;
    QCOMPARE(ForecastWords::title(use, u"cups"_s), u"Use not measured"_s);
    QCOMPARE(ForecastWords::sentence(use, u"cups"_s),
             u"No reading yet: 92 cups a day are assumed, because this customer's other units are used so; 80 is usual "
             "for this product."_s);
    use.value = 80;
    QCOMPARE(ForecastWords::sentence(use, u"cups"_s),
             u"No reading yet: 80 cups a day are assumed, as is usual for this product."_s);
    QCOMPARE(forecast::reasonsFrom(forecast::reasonsText({use})).front().assumed, true);
}

void TestAssetViewModels::measuredValuesKeepTheirDigits()
{
    using installedbase::ForecastWords;
    const forecast::Reason value{.kind = forecast::ReasonKind::Measurement, .count = 2, .value = 0.125, .usual = 12.25};
    QCOMPARE(ForecastWords::title(value, {}), u"Measured 0.125, limit 12.3"_s);
    QCOMPARE(ForecastWords::measured(1'000'000), u"1,000,000"_s);
    QCOMPARE(ForecastWords::measured(-3.5), u"-3.5"_s);
}

void TestAssetViewModels::wordsForWindows_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::addColumn<QString>("words");
    QTest::newRow("months") << 4 << 15 << u"in 4–15 mo."_s;
    QTest::newRow("begun") << 0 << 9 << u"within 9 mo."_s;
    QTest::newRow("past") << -3 << 0 << u"within 1 mo."_s;
    QTest::newRow("one month") << 6 << 6 << u"in 6 mo."_s;
    QTest::newRow("years") << 40 << 84 << u"in 3–7 yrs"_s;
    QTest::newRow("from now, years") << 5 << 60 << u"within 5 yrs"_s;
}

void TestAssetViewModels::wordsForWindows()
{
    QFETCH(int, from);
    QFETCH(int, until);
    const Day today = dayFrom(20'731);
    QTEST(installedbase::ForecastWords::window(addMonths(today, from), addMonths(today, until), today), "words");
}

QTEST_MAIN(TestAssetViewModels)
#include "tst_assetviewmodels.moc"
