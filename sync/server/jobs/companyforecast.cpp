#include "sync/server/jobs/companyforecast.h"

#include "core/forecast/customerunits.h"
#include "sync/server/jobs/forecastsettings.h"
#include "sync/server/store/forecaststore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

Result<PublishedLives> readPublished(server::Connection &connection, const CompanyFleet &company)
{
    PublishedLives published;
    TURNUS_TRY(connection.read([&]() -> Status {
        published = {};
        server::ForecastStore store(connection);
        const auto packs = store.packs();
        for (size_t p = 0; p < company.products.size(); ++p) {
            published.lives.push_back(company.products[p].life);
            const auto pack = packs.constFind(company.productIds[p]);
            if (pack == packs.cend())
                continue;
            if (auto learned = forecast::ProductLife::fromBytes(pack->parameters))
                published.lives.back() = std::move(*learned);
        }
        const auto lives = store.customerLives(company.customers.size() == 1 ? company.customers.front() : 0);
        for (const qint64 customer : company.customers)
            published.customerLifeLog.push_back(lives.value(customer).lifeLog);
        published.settings = companySettings(connection).settings;
        return {};
    }));
    return published;
}

CompanyForecaster::CompanyForecaster(CompanyFleet &company, const PublishedLives &published)
    : m_company(company), m_published(published), m_forecasters(published.lives.size())
{
}

void CompanyForecaster::ofCustomer(size_t customer, Day today, const Take &take, std::optional<size_t> unit)
{
    std::vector<size_t> there;
    std::vector<forecast::CustomerUnit> units;
    for (const size_t index : m_company.unitsOfCustomer[customer]) {
        CompanyUnit &candidate = m_company.units[index];
        if (!m_company.isForecast(candidate, today))
            continue;
        candidate.history.customerUsageFactor = 1.0;
        candidate.history.customerLifeLog = m_published.customerLifeLog[customer];
        there.push_back(index);
        units.push_back({&candidate.history, &m_published.lives[size_t(candidate.product)]});
    }
    forecast::shareUsage(units, today);
    for (const size_t index : there) {
        if (unit && *unit != index)
            continue;
        const auto product = size_t(m_company.units[index].product);
        auto &forecaster = m_forecasters[product];
        if (!forecaster)
            forecaster.emplace(m_published.lives[product], m_published.settings);
        take(index, forecaster->forecast(m_company.units[index].history, today));
    }
}

Result<ExplainedAsset> explainAsset(server::Connection &connection, qint64 asset, Day today)
{
    qint64 customer = 0;
    ExplainedAsset explained;
    TURNUS_TRY(connection.read([&]() -> Status {
        server::ForecastStore store(connection);
        customer = store.customerOf(asset);
        explained.complaint = store.complaintOf(customer, startOfLocalDay(today + days{1}));
        return {};
    }));
    if (customer == 0)
        return fail(Domain::Input, u"asset-unknown", u"no asset %1"_s.arg(asset));
    TURNUS_ASSIGN(company, readCompany(connection, today, customer));
    const auto unit = std::ranges::find(company.units, asset, &CompanyUnit::id);
    if (unit == company.units.end() || !company.isForecast(*unit, today)) {
        return fail(Domain::Input, u"asset-gone",
                    unit != company.units.end() && unit->removal
                        ? u"asset %1 left on %2"_s.arg(asset).arg(toQDate(unit->removal->day).toString(Qt::ISODate))
                        : u"asset %1 is not active"_s.arg(asset));
    }
    if (today < forecast::firstDayOf(unit->history))
        return fail(Domain::Input, u"not-installed",
                    u"asset %1 was installed on %2, after the asked day"_s.arg(asset).arg(
                        toQDate(unit->history.installed).toString(Qt::ISODate)));
    TURNUS_ASSIGN(published, readPublished(connection, company));
    explained.product = QString::fromStdString(company.products[size_t(unit->product)].id);
    explained.life = published.lives[size_t(unit->product)];
    explained.warnings = company.warnings;
    CompanyForecaster(company, published)
        .ofCustomer(
            size_t(unit->customer), today, [&](size_t, const forecast::Forecast &f) { explained.forecast = f; },
            size_t(unit - company.units.begin()));
    return explained;
}

} // namespace turnus::jobs
