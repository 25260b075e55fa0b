#include "core/forecast/recorded.h"
#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/forecasthistory.h"
#include "sync/server/jobs/companyforecast.h"
#include "sync/server/jobs/forecastjob.h"
#include "sync/server/jobs/forecastsettings.h"
#include "tests/sync/server/support/companyhistory.h"
#include "tests/sync/thread/realdevice.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

/// The forecast job's results on a real handheld.
class TestForecastDigits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void deviceAndServerSayTheSameOfEveryAsset();
    void aNewPackMakesTheDeviceForecastItsTerritoryAnew();
    void theDeviceKnowsWhatWasSaidBefore();
    void bothFollowTheCompanysSettings();

private:
    void runJob();
    void measure();
    int refreshAll();

    std::unique_ptr<Company> m_company;
    std::unique_ptr<RealDevice> m_jana;
};

namespace {

/// Everything that a page shows, to the last digit.
QString digits(const forecast::Forecast &f)
{
    QStringList words{forecast::nameOf(f.status), forecast::nameOf(f.confidence)};
    for (const Day day : {f.p10, f.p50, f.p90, f.failureP10, f.failureP50, f.failureP90, f.talkFrom, f.usualP50})
        words << QString::number(toInteger(day));
    for (const double number : {f.failWithinVisitInterval, f.failWithinYear, f.usedLifeShare, f.ageMonths,
                                f.usagePerDay, f.usualUsagePerDay, f.expectedRepairsPerYear, f.otherMonthsEarlier})
        words << QString::number(number, 'g', 17);
    for (const forecast::Reason &reason : f.reasons)
        words << QString::number(reason.logOddsChange, 'g', 17) << QString::number(reason.monthsEarlier, 'g', 17);
    words << forecast::reasonsText(f.reasons) << QString::number(f.parameterVersion) << QString::number(f.droppedFacts);
    return words.join(u' ');
}

} // namespace

void TestForecastDigits::runJob()
{
    jobs::ForecastJob::Options always;
    always.always = true;
    const auto report = jobs::ForecastJob(m_company->connection(), m_company->clock).run(always);
    QVERIFY2(report && *report, report ? "" : qPrintable(report.error().toString()));
}

/// Each unit's list asks for a value that rises with wear; one answer of each is corrected, and one taken back.
void TestForecastDigits::measure()
{
    constexpr qint64 item = 960'001;
    m_company->insert("checklist", 960'000, 1,
                      {{"name", u"Wartung"_s}, {"kind", u"maintenance"_s}, {"category", u"grinder"_s}});
    m_company->insert("checklist_item", item, 1,
                      {{"checklist_id", 960'000LL},
                       {"position", 1LL},
                       {"label", u"Mahldauer"_s},
                       {"answer", u"number"_s},
                       {"required", 1LL}});
    m_company->insert("measured_quantity", 960'002, 1,
                      {{"product_id", 301LL}, {"item_id", item}, {"at_new", 10.0}, {"value_limit", 30.0}});
    qint64 id = 961'000;
    const Instant now = m_company->clock.now();
    for (qint64 asset = 1000; asset < 1100; ++asset) {
        const QString sql = u"SELECT coalesce(max(%1), 0) FROM asset WHERE id = %2 AND status = 'active'"_s;
        const qint64 channel = m_company->integer(sql.arg(u"channel"_s).arg(asset));
        if (channel == 0)
            continue;
        const qint64 customer = m_company->integer(sql.arg(u"customer_id"_s).arg(asset));
        const Day installed = dayFrom(m_company->integer(sql.arg(u"installed"_s).arg(asset)));
        for (const int daysAgo : {200, 20}) {
            const qint64 visit = id++;
            const Instant at = now - days(daysAgo);
            m_company->insert("visit", visit, channel,
                              {{"customer_id", customer},
                               {"site_id", customer + 50'000},
                               {"asset_id", asset},
                               {"technician_id", Company::jana},
                               {"kind", u"maintenance"_s},
                               {"status", u"completed"_s},
                               {"started", toInteger(at)}});
            const auto answer = [&](int minutes, const server::Value &value) {
                m_company->insert("checklist_answer", id++, channel,
                                  {{"visit_id", visit},
                                   {"item_id", item},
                                   {"answer", u"value"_s},
                                   {"value", value},
                                   {"at", toInteger(at + std::chrono::minutes(minutes))}});
            };
            const double age = double((localDay(at) - installed).count());
            answer(1, 10.0 + 20.0 * std::max(age, 0.0) / 2'900);
            if (daysAgo == 200 && asset % 3 == 0)
                answer(2, asset % 2 == 0 ? server::Value(12.5) : server::Value());
        }
    }
}

int TestForecastDigits::refreshAll()
{
    installedbase::AssetForecasts forecasts(*m_jana->connection);
    int total = 0;
    while (true) {
        const auto refreshed = forecasts.refreshSlice(m_company->clock.today());
        if (!refreshed)
            qFatal("%s", qPrintable(refreshed.error().toString()));
        if (*refreshed == 0)
            return total;
        total += *refreshed;
    }
}

void TestForecastDigits::initTestCase()
{
    m_company = std::make_unique<Company>();
    addHistory(*m_company, 100);
    measure();
    runJob();
    m_jana = std::make_unique<RealDevice>(*m_company, u"jana"_s);
    const auto synced = m_jana->sync();
    QVERIFY2(synced, synced ? "" : qPrintable(synced.error().toString()));
}

void TestForecastDigits::deviceAndServerSayTheSameOfEveryAsset()
{
    QCOMPARE(m_jana->integer("SELECT max(version) FROM life_model"), 1);
    QVERIFY(m_jana->integer("SELECT count(*) FROM customer_life WHERE abs(life_log) > 0.01") > 0);
    const Day today = m_company->clock.today();
    installedbase::AssetForecasts forecasts(*m_jana->connection);
    int compared = 0;
    int measured = 0;
    for (qint64 asset = 1000; asset < 1100; ++asset) {
        const auto here = forecasts.compute(AssetId{asset}, today);
        if (!here)
            continue; // of the other territory, or gone
        const auto there = jobs::explainAsset(m_company->connection(), asset, today);
        QVERIFY2(there, there ? "" : qPrintable(there.error().toString()));
        QCOMPARE(digits(*here), digits(there->forecast));
        measured += forecast::reasonsText(here->reasons).contains(u"measurement "_s);
        ++compared;
    }
    QVERIFY(compared > 20);
    QVERIFY(measured > 5);
}

void TestForecastDigits::aNewPackMakesTheDeviceForecastItsTerritoryAnew()
{
    const qint64 active = m_jana->integer("SELECT count(*) FROM asset WHERE status = 'active'");
    QCOMPARE(refreshAll(), active);
    QCOMPARE(refreshAll(), 0);
    // News that change the lives: units fail that nobody expected to.
    for (qint64 asset = 1000; asset < 1100; asset += 7) {
        if (m_company->integer(
                u"SELECT count(*) FROM asset WHERE id = %1 AND status = 'active' AND installed < %2"_s.arg(asset).arg(
                    toInteger(m_company->clock.today()) - 1'200)) == 0)
            continue;
        const qint64 channel = m_company->integer(u"SELECT channel FROM asset WHERE id = %1"_s.arg(asset));
        m_company->insert("asset_removal", 950'000 + asset, channel,
                          {{"asset_id", asset},
                           {"reason", u"failed"_s},
                           {"removed", toInteger(m_company->clock.today())},
                           {"at", toInteger(m_company->clock.now())}});
        m_company->update("asset", asset, {{"status", u"removed"_s}});
    }
    runJob();
    QVERIFY(m_jana->sync());
    QCOMPARE(m_jana->integer("SELECT max(version) FROM life_model"), 2);
    const qint64 left = m_jana->integer("SELECT count(*) FROM asset a JOIN life_model m ON m.product_id = a.product_id "
                                        "WHERE a.status = 'active'");
    QVERIFY(left < active);
    QVERIFY(refreshAll() >= left);
    QCOMPARE(m_jana->integer("SELECT count(*) FROM asset_forecast WHERE model_version = 2"), left);
    QCOMPARE(m_jana->integer("SELECT count(*) FROM asset_forecast f JOIN asset a ON a.id = f.asset_id WHERE "
                             "a.status <> 'active'"),
             0);
}

void TestForecastDigits::theDeviceKnowsWhatWasSaidBefore()
{
    const qint64 asset = m_jana->integer("SELECT min(id) FROM asset WHERE status = 'active' AND id >= 1000");
    const auto past = installedbase::ForecastHistory(*m_jana->connection).of(AssetId{asset});
    QVERIFY(past);
    QVERIFY(!past->empty());
    QCOMPARE(past->back().on, m_company->clock.today());
    QCOMPARE(past->back().modelVersion, 1);
}

void TestForecastDigits::bothFollowTheCompanysSettings()
{
    refreshAll();
    const qint64 before = m_jana->integer("SELECT count(*) FROM asset_forecast WHERE status > 0");
    forecast::Settings strict;
    strict.dueProbability = 0.05;
    strict.overdueProbability = 0.2;
    strict.breakdownShare = 5;
    QVERIFY(jobs::setCompanySettings(m_company->connection(), m_company->clock, strict));
    QVERIFY(m_jana->sync());
    QVERIFY(refreshAll() > 0);
    QVERIFY(m_jana->integer("SELECT count(*) FROM asset_forecast WHERE status > 0") > before);
    const qint64 asset = m_jana->integer("SELECT asset_id FROM asset_forecast WHERE status = 3 LIMIT 1");
    const Day today = m_company->clock.today();
    const auto there = jobs::explainAsset(m_company->connection(), asset, today);
    QVERIFY(there);
    QCOMPARE(digits(*installedbase::AssetForecasts(*m_jana->connection).compute(AssetId{asset}, today)),
             digits(there->forecast));
    QCOMPARE(there->forecast.status, forecast::DueStatus::Overdue);
    strict.overdueProbability = 0.01;
    QCOMPARE(jobs::setCompanySettings(m_company->connection(), m_company->clock, strict).error().code,
             u"forecast-settings"_s);
    strict.overdueProbability = 0.5;
    QVERIFY(jobs::setCompanySettings(m_company->connection(), m_company->clock, strict));
    QCOMPARE(m_company->integer(u"SELECT max(version) FROM forecast_setting"_s), 2);
}

QTEST_GUILESS_MAIN(TestForecastDigits)
#include "tst_forecastdigits.moc"
