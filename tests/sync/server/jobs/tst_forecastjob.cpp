#include "sync/server/jobs/companyforecast.h"
#include "sync/server/jobs/forecastjob.h"
#include "sync/server/jobs/publication.h"
#include "sync/server/store/forecaststore.h"
#include "tests/sync/server/support/companyhistory.h"
#include "tests/sync/server/support/engines.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::jobs;
using namespace turnus::tests;

class TestForecastJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void learnsAndTellsTheDevices();
    void doesNothingWhenNothingIsNew();
    void aNightGoesOnFromWhatIsPublished();
    void oneProcessAtATime();
    void keepsAForecastWhenItsStatusChanges();
    void toKeepAUnitHasItsReasonsToo();
    void scoresWhatWasForecastAgainstWhatHappened();
    void aReplayIsMadeOfWhatWasKnown();
    void rowsThatCannotBeTrueAreNamedAndLeftOut();
    void aCorrectedFactIsNoEvidence();
    void aPriceCountsFromItsDayOn();
    void aProductWithoutASoundLifeHoldsUpNobody();
    void whatADeviceWouldSayOtherwiseIsPublished();
    void anEmptyCompanyIsNoError();
    void anUnknownOrRemovedAssetIsAnError();
    void beforeItsInstallationAUnitHasNoForecast();
    void anOpenComplaintIsNamedBesideTheForecast();
};

namespace {

ForecastReport runJob(Company &company, const ForecastJob::Options &options = {})
{
    auto report = ForecastJob(company.connection(), company.clock).run(options);
    if (!report)
        qFatal("%s", qPrintable(report.error().toString()));
    if (!*report)
        qFatal("somebody else runs the job");
    return **report;
}

void state(Company &company, qint64 id, qint64 asset, Day asOf, int p10, int p50, int p90, double withinYear)
{
    company.insert("forecast_statement", id, Company::nord,
                   {{"asset_id", asset},
                    {"as_of", toInteger(asOf)},
                    {"status", u"not_due"_s},
                    {"p10", toInteger(asOf) + p10},
                    {"p50", toInteger(asOf) + p50},
                    {"p90", toInteger(asOf) + p90},
                    {"limited", 0LL},
                    {"fails_within_year", withinYear},
                    {"confidence", u"low"_s},
                    {"model_version", 0LL}});
}

Result<forecast::ProductLife> packOf(Company &company)
{
    const auto bytes = company.value(u"SELECT parameters FROM life_model WHERE product_id = 301"_s);
    return forecast::ProductLife::fromBytes(std::get<QByteArray>(bytes));
}

double medianOf(const forecast::ProductLife &life)
{
    double median = 0;
    for (const forecast::LifePair &pair : life.pairs)
        median += pair.weight * pair.eta * std::pow(std::log(2.0), 1 / pair.beta);
    return median;
}

void remove(Company &company, qint64 id, qint64 asset, Day day, const QString &reason)
{
    company.insert(
        "asset_removal", id, Company::nord,
        {{"asset_id", asset}, {"reason", reason}, {"removed", toInteger(day)}, {"at", toInteger(Instant(day))}});
    company.update("asset", asset, {{"status", u"removed"_s}});
}

/// A visit's news: the grade of one unit.
void gradeOne(Company &company)
{
    const qint64 asset = company.integer(u"SELECT min(id) FROM asset WHERE status = 'active' AND id >= 1000"_s);
    company.insert("condition_grade", 900'001, Company::nord,
                   {{"asset_id", asset}, {"at", toInteger(company.clock.now())}, {"grade", 2LL}});
}

} // namespace

void TestForecastJob::learnsAndTellsTheDevices()
{
    Company company(freshLocation());
    addHistory(company, 120);
    const qint64 before = company.integer(u"SELECT head FROM channel WHERE id = 1"_s);
    const ForecastReport report = runJob(company);
    QVERIFY(report.fitted);
    QCOMPARE(report.packs, 1);
    QVERIFY(report.failures > 12);
    const auto pack = packOf(company);
    QVERIFY(pack);
    QCOMPARE(pack->version, 1);
    QCOMPARE(pack->pairs.size(), 25U);
    QCOMPARE(pack->failures, int(report.failures));
    QVERIFY(pack->assets > pack->failures);
    // Learned: units live about 2900 days; the manufacturer says 96 months.
    const double median = medianOf(*pack);
    QVERIFY2(median > 2400 && median < 3500, qPrintable(QString::number(median)));
    const qint64 active = company.integer(u"SELECT count(*) FROM asset WHERE status = 'active'"_s);
    QCOMPARE(report.units, active);
    QCOMPARE(company.integer(u"SELECT count(*) FROM forecast_statement"_s), active);
    QCOMPARE(company.integer(u"SELECT count(*) FROM forecast_statement s JOIN asset a ON a.id = s.asset_id WHERE "
                             "s.channel = a.channel AND s.p10 <= s.p50 AND s.p50 <= s.p90"_s),
             active);
    // Devices get it: the pack is in the company's log.
    QVERIFY(company.integer(u"SELECT head FROM channel WHERE id = 1"_s) > before);
    QCOMPARE(company.integer(u"SELECT count(*) FROM change WHERE tbl = 13 AND channel = 1 AND op = 1"_s), 1);
}

void TestForecastJob::doesNothingWhenNothingIsNew()
{
    Company company(freshLocation());
    addHistory(company, 60);
    runJob(company);
    const qint64 changes = company.integer(u"SELECT count(*) FROM change"_s);
    company.clock.advance(days(1));
    const ForecastReport again = runJob(company);
    QVERIFY(!again.fitted);
    QCOMPARE(again.packs, 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM change WHERE tbl = 13"_s), 1);
    QVERIFY(company.integer(u"SELECT count(*) FROM change"_s) - changes < 15);
    gradeOne(company);
    QVERIFY(runJob(company).fitted);
    QVERIFY(!runJob(company).fitted);
    company.clock.advance(ForecastJob::refitAfter);
    QVERIFY(runJob(company).fitted);
}

void TestForecastJob::aNightGoesOnFromWhatIsPublished()
{
    Company company(freshLocation());
    addHistory(company, 120);
    runJob(company);
    company.clock.advance(days(1));
    gradeOne(company);
    QVERIFY(runJob(company).fitted);
    const auto resumed = packOf(company);
    ForecastJob::Options anew;
    anew.always = true;
    QVERIFY(runJob(company, anew).fitted);
    const auto fresh = packOf(company);
    QVERIFY(resumed && fresh);
    const double off = std::log(medianOf(*resumed) / medianOf(*fresh));
    QVERIFY2(std::abs(off) < 0.005, qPrintable(QString::number(off)));
    QCOMPARE(resumed->failures, fresh->failures);
}

void TestForecastJob::oneProcessAtATime()
{
    Company company(freshLocation());
    addHistory(company, 20);
    const QString name = QString::fromLatin1(ForecastJob::name);
    server::JobStore jobs(company.connection());
    const auto claimed = jobs.claim(name, u"another"_s, company.clock.now(), std::chrono::hours(1));
    QVERIFY(claimed && *claimed);
    const auto refused = ForecastJob(company.connection(), company.clock).run({});
    QVERIFY(refused && !*refused);
    QCOMPARE(company.integer(u"SELECT count(*) FROM life_model"_s), 0);
    // One that died loses the job when its time is up, and cannot go on with it.
    company.clock.advance(std::chrono::hours(2));
    runJob(company);
    const Status late = jobs.renew(name, u"another"_s, company.clock.now(), std::chrono::hours(1));
    QVERIFY(!late);
    QCOMPARE(late.error().code, u"job-lost"_s);
    // At night each process tries; the second finds that it was done since.
    ForecastJob::Options nightly;
    nightly.notSince = company.clock.now() - std::chrono::hours(1);
    const auto second = ForecastJob(company.connection(), company.clock).run(nightly);
    QVERIFY(second && !*second);
}

void TestForecastJob::keepsAForecastWhenItsStatusChanges()
{
    Company company(freshLocation());
    addHistory(company, 60);
    runJob(company);
    const qint64 asset = company.integer(u"SELECT min(asset_id) FROM forecast_statement WHERE status = 'not_due' AND "
                                         "fails_within_year < 0.1 AND asset_id >= 1000"_s);
    const QString kept = u"SELECT count(*) FROM forecast_statement WHERE asset_id = %1"_s.arg(asset);
    company.clock.advance(days(2));
    runJob(company);
    QCOMPARE(company.integer(kept), 1);
    const qint64 now = toInteger(company.clock.now());
    // On one day the newest counts, so each has its own.
    for (int i = 0; i < 4; ++i)
        company.insert("condition_grade", 900'010 + i, Company::nord,
                       {{"asset_id", asset}, {"at", now - i * 86'400'000LL}, {"grade", 5LL}});
    runJob(company);
    QCOMPARE(company.integer(kept), 2);
    QCOMPARE(company.integer(kept + u" AND status <> 'not_due' AND reasons LIKE 'condition%'"_s), 1);
    company.clock.advance(ForecastJob::restateAfter);
    runJob(company);
    QCOMPARE(company.integer(kept), 3);
}

void TestForecastJob::toKeepAUnitHasItsReasonsToo()
{
    Company company(freshLocation());
    addHistory(company, 60);
    runJob(company);
    const QString kept = u"SELECT count(*) FROM forecast_statement WHERE status = 'not_due'"_s;
    QVERIFY(company.integer(kept) > 0);
    QCOMPARE(company.integer(kept + u" AND reasons LIKE '% months=%'"_s), company.integer(kept));
}

void TestForecastJob::scoresWhatWasForecastAgainstWhatHappened()
{
    Company company(freshLocation());
    addHistory(company, 40);
    const auto assets = [&](int index) {
        return company.integer(u"SELECT id FROM asset WHERE status = 'active' AND id >= 1000 ORDER BY id LIMIT 1 "
                               "OFFSET %1"_s.arg(index));
    };
    const Day today = company.clock.today();
    const std::vector<qint64> units{assets(0), assets(1), assets(2), assets(3), assets(4)};
    const Day said = today - days(800);
    state(company, 910'000, units[0], said, 100, 300, 700, 0.5);              // failed on day 200: inside
    state(company, 910'001, units[1], said, 300, 400, 700, 0.04);             // a competitor's on day 150: below
    state(company, 910'002, units[2], said, 100, 300, 700, 0.5);              // still there: above
    state(company, 910'003, units[3], said, 100, 300, 700, 0.5);              // left on day 250: only P10 is decided
    state(company, 910'004, units[4], today - days(100), 10, 900, 1500, 0.9); // P10 has passed
    remove(company, 910'010, units[0], said + days(200), u"failed"_s);
    remove(company, 910'011, units[1], said + days(150), u"competitor"_s);
    remove(company, 910'012, units[3], said + days(250), u"left"_s);
    const ForecastReport report = runJob(company);
    QCOMPARE(report.score.ranges(), 3);
    const auto all = u"SELECT %1 FROM calibration WHERE product_id IS NULL"_s;
    QCOMPARE(company.integer(all.arg(u"inside"_s)), 1);
    QCOMPARE(company.integer(all.arg(u"below"_s)), 1);
    QCOMPARE(company.integer(all.arg(u"above"_s)), 1);
    const auto bins =
        u"SELECT CAST(sum(%1) AS BIGINT) FROM calibration_bin b JOIN calibration c ON c.id = b.calibration_id WHERE "
        "c.product_id = 301 AND b.kind = '%2' AND b.predicted BETWEEN %3 AND %4"_s;
    QCOMPARE(company.integer(bins.arg(u"b.forecasts"_s, u"within_horizon"_s, u"0.49"_s, u"0.51"_s)), 2);
    QCOMPARE(company.integer(bins.arg(u"b.happened"_s, u"within_horizon"_s, u"0.49"_s, u"0.51"_s)), 1);
    QCOMPARE(company.integer(bins.arg(u"b.forecasts"_s, u"within_horizon"_s, u"0.03"_s, u"0.045"_s)), 1);
    QCOMPARE(company.integer(bins.arg(u"b.forecasts"_s, u"by_date"_s, u"0.05"_s, u"0.15"_s)), 5);
    QCOMPARE(company.integer(bins.arg(u"b.happened"_s, u"by_date"_s, u"0.05"_s, u"0.15"_s)), 1);
    const qint64 rows = company.integer(u"SELECT count(*) FROM calibration_bin"_s);
    runJob(company);
    QCOMPARE(company.integer(u"SELECT count(*) FROM calibration_bin"_s), rows);
    QCOMPARE(company.integer(u"SELECT count(*) FROM calibration"_s), 2);
}

void TestForecastJob::aReplayIsMadeOfWhatWasKnown()
{
    Company company(freshLocation());
    addHistory(company, 120);
    ForecastJob::Options options;
    options.replayYears = 2;
    const ForecastReport report = runJob(company, options);
    QVERIFY(report.statements > report.units * 2);
    QVERIFY(company.integer(u"SELECT max(version) FROM life_model"_s) >= 2);
    // A unit that failed since has forecasts from before, none from after.
    QVERIFY(company.integer(u"SELECT count(*) FROM forecast_statement s JOIN asset_removal r ON r.asset_id = "
                            "s.asset_id"_s) > 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM forecast_statement s JOIN asset_removal r ON r.asset_id = "
                             "s.asset_id WHERE s.as_of >= r.removed"_s),
             0);
    QVERIFY(company.integer(
                u"SELECT CAST(sum(happened) AS BIGINT) FROM calibration_bin WHERE kind = 'within_horizon'"_s) > 0);
    const double share = double(report.score.inside) / std::max(report.score.ranges(), 1);
    QVERIFY2(report.score.ranges() < 30 || share > 0.5, qPrintable(report.inWords()));
}

void TestForecastJob::rowsThatCannotBeTrueAreNamedAndLeftOut()
{
    Company company(freshLocation());
    addHistory(company, 40);
    const qint64 future = toInteger(company.clock.now() + days(400));
    const qint64 past = 1'000;
    const qint64 asset = company.integer(u"SELECT min(id) FROM asset WHERE status = 'active' AND id >= 1000"_s);
    company.insert("condition_grade", 920'000, Company::nord, {{"asset_id", asset}, {"at", future}, {"grade", 5LL}});
    company.insert("condition_grade", 920'001, Company::nord, {{"asset_id", asset}, {"at", past}, {"grade", 5LL}});
    company.insert("meter_reading", 920'002, Company::nord,
                   {{"asset_id", asset},
                    {"at", toInteger(company.clock.now())},
                    {"value", -5.0},
                    {"meter_exchanged", 0LL},
                    {"implausible_confirmed", 0LL}});
    company.insert("asset_removal", 920'003, Company::nord,
                   {{"asset_id", asset}, {"reason", u"failed"_s}, {"removed", 100LL}, {"at", past}});
    company.insert("asset_removal", 920'004, Company::nord,
                   {{"asset_id", asset}, {"reason", u"failed"_s}, {"removed", 90'000LL}, {"at", past}});
    company.insert(
        "repair", 920'005, Company::nord,
        {{"asset_id", asset}, {"at", toInteger(company.clock.now())}, {"description", u"x"_s}, {"cost_cents", -100LL}});
    company.update("product", 301, {{"nominal_life_months", 0LL}});
    const ForecastReport report = runJob(company);
    const QString warnings = report.warnings.join(u'\n');
    for (const auto &expected :
         {u"condition_grade 920000: dated in the future"_s, u"condition_grade 920001: dated before the installation"_s,
          u"meter_reading 920002: a negative reading"_s, u"asset_removal 920003: dated before the installation"_s,
          u"asset_removal 920004: dated in the future"_s, u"repair 920005: a negative cost"_s,
          u"product 301: a nominal life below a month"_s})
        QVERIFY2(warnings.contains(expected), qPrintable(expected + u" not in\n"_s + warnings));
    const auto explained = explainAsset(company.connection(), asset, company.clock.today());
    QVERIFY(explained);
    QVERIFY(explained->forecast.droppedFacts >= 4);
    QVERIFY(std::isfinite(explained->forecast.failWithinYear));
}

void TestForecastJob::aCorrectedFactIsNoEvidence()
{
    Company company(freshLocation());
    const qint64 now = toInteger(company.clock.now());
    const auto before = explainAsset(company.connection(), Company::grinder, company.clock.today());
    QVERIFY(before);
    const auto grade = [&](qint64 id, qint64 at, qint64 value) {
        company.insert("condition_grade", id, Company::nord,
                       {{"asset_id", Company::grinder}, {"at", at}, {"grade", value}});
    };
    grade(940'000, now - 120'000, 2);
    const auto right = explainAsset(company.connection(), Company::grinder, company.clock.today());
    grade(940'001, now - 60'000, 5);
    const auto wrong = explainAsset(company.connection(), Company::grinder, company.clock.today());
    grade(940'002, now, 2);
    const auto corrected = explainAsset(company.connection(), Company::grinder, company.clock.today());
    QVERIFY(right && wrong && corrected);
    QVERIFY(wrong->forecast.failWithinYear > right->forecast.failWithinYear);
    QCOMPARE(corrected->forecast.failWithinYear, right->forecast.failWithinYear);
    QCOMPARE(corrected->forecast.confidence, before->forecast.confidence);
    std::vector<server::FactRow> grades;
    QVERIFY(company.connection().read([&]() -> Status {
        server::ForecastStore(company.connection()).grades(0, [&](const server::FactRow &row) {
            if (row.asset == Company::grinder)
                grades.push_back(row);
        });
        return {};
    }));
    QCOMPARE(grades.size(), 1U);
    QCOMPARE(grades.front().id, 940'002);
}

void TestForecastJob::aPriceCountsFromItsDayOn()
{
    Company company(freshLocation());
    const Day today = company.clock.today();
    const auto priceOn = [&](Day day) {
        qint64 cents = -1;
        const Status read = company.connection().read([&]() -> Status {
            server::ForecastStore(company.connection()).products(day, [&](const server::ProductRow &row) {
                if (row.id == 301)
                    cents = row.priceCents;
            });
            return {};
        });
        return read ? cents : -2;
    };
    company.insert("price", 941'000, 1,
                   {{"product_id", 301LL}, {"valid_from", toInteger(today)}, {"amount_cents", 240'000LL}});
    company.insert("price", 941'001, 1,
                   {{"product_id", 301LL}, {"valid_from", toInteger(today) + 30}, {"amount_cents", 260'000LL}});
    QCOMPARE(priceOn(today), 240'000);
    QCOMPARE(priceOn(today + days(30)), 260'000);
}

void TestForecastJob::aProductWithoutASoundLifeHoldsUpNobody()
{
    Company company(freshLocation());
    addHistory(company, 40);
    const auto known = readCompany(company.connection(), company.clock.today());
    QVERIFY(known);
    auto published = readPublished(company.connection(), *known);
    QVERIFY(published);
    FleetData fleet = fleetKnownOn(*known, company.clock.today());
    prepareFleet(fleet);
    FleetFitOptions quick;
    quick.passes = 2;
    FleetFit fit = fitFleet(fleet, quick);
    fit.products[0].pairs[0].beta = std::nan("");
    QStringList warnings;
    const auto packs = Publication(company.connection(), company.clock).lives(*known, fit, {}, *published, warnings);
    QVERIFY2(packs, packs ? "" : qPrintable(packs.error().toString()));
    QCOMPARE(*packs, int(fit.products.size()) - 1);
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings.first().contains(u"life pair"_s), qPrintable(warnings.first()));
    QCOMPARE(published->lives[0].version, 0);
}

void TestForecastJob::whatADeviceWouldSayOtherwiseIsPublished()
{
    forecast::ProductLife before = forecast::ProductLife::fromNominal(96, Money{240'000});
    before.version = 1;
    before.repairs = {0.1 / 365.25, 0.6 / 365.25, 5, Money{40'000}};
    forecast::ProductLife now = before;
    QVERIFY(!differs(before, now));
    now.repairs.meanCost = Money{60'000};
    QVERIFY(differs(before, now));
    now = before;
    now.hiddenFailure = true;
    QVERIFY(differs(before, now));
}

void TestForecastJob::anEmptyCompanyIsNoError()
{
    Company company(freshLocation());
    QVERIFY(company.connection().write([&]() -> Status {
        run(company.connection(), u"DELETE FROM appointment"_s);
        run(company.connection(), u"DELETE FROM asset"_s);
        return {};
    }));
    const ForecastReport report = runJob(company);
    QCOMPARE(report.units, 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM life_model"_s), 0);
}

void TestForecastJob::anUnknownOrRemovedAssetIsAnError()
{
    Company company(freshLocation());
    const auto unknown = explainAsset(company.connection(), 77, company.clock.today());
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, u"asset-unknown"_s);
    remove(company, 930'000, Company::grinder, company.clock.today() - days(3), u"failed"_s);
    const auto gone = explainAsset(company.connection(), Company::grinder, company.clock.today());
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, u"asset-gone"_s);
    // A unit of which the company knows only when it was installed has the manufacturer's figure.
    const auto plain = explainAsset(company.connection(), Company::southGrinder, company.clock.today());
    QVERIFY(plain);
    QVERIFY(plain->forecast.manufacturersFigure);
    QCOMPARE(plain->life.version, 0);
}

void TestForecastJob::beforeItsInstallationAUnitHasNoForecast()
{
    Company company(freshLocation());
    const qint64 number = company.integer(u"SELECT installed FROM asset WHERE id = %1"_s.arg(qint64{Company::grinder}));
    const Day installed = dayFrom(int(number));
    const auto before = explainAsset(company.connection(), Company::grinder, installed - days(1));
    QVERIFY(!before);
    QCOMPARE(before.error().code, u"not-installed"_s);
    QVERIFY2(before.error().detail.contains(toQDate(installed).toString(Qt::ISODate)),
             qPrintable(before.error().detail));
    QVERIFY(explainAsset(company.connection(), Company::grinder, installed + days(1)));
    company.update("asset", Company::grinder, {{"installed_year_only", 1LL}});
    const auto someDay = toQDate(installed);
    const Day newYear = fromQDate(QDate(someDay.year(), 1, 1));
    QVERIFY(explainAsset(company.connection(), Company::grinder, newYear));
    QVERIFY(!explainAsset(company.connection(), Company::grinder, newYear - days(1)));
}

void TestForecastJob::anOpenComplaintIsNamedBesideTheForecast()
{
    Company company(freshLocation());
    const Day today = company.clock.today();
    const qint64 opened = toInteger(company.clock.now() - days(10));
    company.insert("complaint", 970'000, Company::nord,
                   {{"customer_id", Company::customer},
                    {"technician_id", Company::jana},
                    {"what", u"Mahlwerk zu laut"_s},
                    {"opened", opened}});
    const auto explained = explainAsset(company.connection(), Company::grinder, today);
    QVERIFY(explained && explained->complaint);
    QCOMPARE(explained->complaint->what, u"Mahlwerk zu laut"_s);
    QCOMPARE(toInteger(explained->complaint->opened), opened);
    QVERIFY(!explainAsset(company.connection(), Company::grinder, today - days(20))->complaint);
    QVERIFY(!explainAsset(company.connection(), Company::southGrinder, today)->complaint);
    company.update("complaint", 970'000,
                   {{"settled", toInteger(company.clock.now())}, {"settlement", u"Lager getauscht"_s}});
    QVERIFY(!explainAsset(company.connection(), Company::grinder, today)->complaint);
    QVERIFY(explainAsset(company.connection(), Company::grinder, today - days(1))->complaint);
}

QTEST_GUILESS_MAIN(TestForecastJob)
#include "tst_forecastjob.moc"
