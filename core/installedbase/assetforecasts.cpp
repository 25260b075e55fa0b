#include "core/installedbase/assetforecasts.h"

#include "core/forecast/usage.h"
#include "core/installedbase/limits.h"
#include "core/installedbase/storedforecast.h"
#include "core/support/clock.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

namespace {

using storage::Statement;

tl::unexpected<Error> assetUnknown(AssetId asset)
{
    return fail(Domain::Storage, u"not-found", u"no active asset %1 on this device"_s.arg(asset.value));
}

constexpr std::string_view staleCustomersSql = R"(
    WITH pack AS MATERIALIZED (SELECT product_id, max(version) AS version FROM life_model GROUP BY product_id)
    SELECT DISTINCT a.customer_id FROM asset a LEFT JOIN asset_forecast f ON f.asset_id = a.id
    LEFT JOIN pack ON pack.product_id = a.product_id
    WHERE a.status = 'active'
      AND (f.asset_id IS NULL OR f.computed < ?1 OR f.model_version <> ifnull(pack.version, 0))
    LIMIT ?2)";

} // namespace

AssetForecasts::AssetForecasts(storage::Connection &connection, std::optional<forecast::Settings> settings)
    : m_connection(connection), m_histories(connection), m_given(settings)
{
}

Result<ForecastInput> AssetForecasts::input(AssetId asset, Day today)
{
    TURNUS_ASSIGN(inputs,
                  m_connection.read([&] { return m_histories.ofCustomer(m_histories.customerOf(asset), today); }));
    const auto found = std::ranges::find(inputs, asset, &ForecastInput::asset);
    if (found == inputs.end())
        return assetUnknown(asset);
    return std::move(*found);
}

void AssetForecasts::forgetLives()
{
    m_forecasters.clear();
    m_settings.reset();
    m_histories.forgetLives();
}

const forecast::Settings &AssetForecasts::settings()
{
    if (!m_settings)
        m_settings = m_given ? *m_given : m_histories.settings();
    return *m_settings;
}

const forecast::Forecaster &AssetForecasts::forecaster(ProductId product, Day today)
{
    if (std::exchange(m_forecastersOf, today) != today)
        m_forecasters.clear();
    const auto found = m_forecasters.find(product.value);
    if (found != m_forecasters.end())
        return found->second;
    return m_forecasters.emplace(product.value, forecast::Forecaster(m_histories.life(product, today).life, settings()))
        .first->second;
}

Result<forecast::ProductLife> AssetForecasts::life(ProductId product)
{
    return m_connection.read([&] { return m_histories.life(product, m_connection.clock().today()).life; });
}

Result<forecast::Forecast> AssetForecasts::compute(AssetId asset, Day today, int curvePoints)
{
    TURNUS_ASSIGN(facts, input(asset, today));
    return m_connection.read(
        [&] { return forecaster(facts.product, today).forecast(facts.history, today, curvePoints); });
}

Result<forecast::RepairOrReplace> AssetForecasts::compare(AssetId asset, Day today, const forecast::RepairOffer &offer)
{
    TURNUS_ASSIGN(facts, input(asset, today));
    return m_connection.read([&] {
        return forecast::compare(facts.history, forecaster(facts.product, today).kernel(), today, offer, settings());
    });
}

Result<std::optional<AssetForecasts::MeasuredUsage>> AssetForecasts::measuredUsage(AssetId asset, Day today)
{
    TURNUS_ASSIGN(facts, input(asset, today));
    TURNUS_ASSIGN(known, m_connection.read([&] { return m_histories.life(facts.product, today).life; }));
    const forecast::AssetHistory usable = forecast::checked(facts.history, today).history;
    const forecast::UsageProfile usage(usable, known);
    if (!usage.measured())
        return std::optional<MeasuredUsage>{};
    MeasuredUsage measured{.perDay = usage.perDay(), .peakPerDay = usage.perDay()};
    for (const forecast::UsageStretch &stretch : forecast::usageStretches(usable, usage.usualPerDay()))
        measured.peakPerDay = std::max(measured.peakPerDay, stretch.perDay);
    return std::optional(measured);
}

Result<StoredForecast> AssetForecasts::stored(AssetId asset)
{
    TURNUS_ASSIGN(found, m_connection.read([&]() -> std::optional<StoredForecast> {
        Statement row = m_connection.query(
            "SELECT " TURNUS_STORED_FORECAST_COLUMNS " FROM asset_forecast f WHERE f.asset_id = ?", asset);
        return row.step() ? readStoredForecast(row, 0) : std::nullopt;
    }));
    if (!found)
        return assetUnknown(asset);
    return *found;
}

qint64 AssetForecasts::dataVersion()
{
    Statement row = m_connection.query("PRAGMA data_version");
    return row.step() ? row.integer(0) : 0;
}

Status AssetForecasts::refreshWithin(storage::Writer & /*writer*/, AssetId asset, Day today)
{
    const CustomerId customer = m_histories.customerOf(asset);
    if (!customer)
        return assetUnknown(asset);
    for (const Computed &result : computeCustomers(std::array{customer}, today, asset))
        store(result, today);
    m_connection.execute("UPDATE asset_forecast SET computed = 0 WHERE asset_id <> ? AND asset_id IN "
                         "(SELECT id FROM asset WHERE customer_id = ?)",
                         asset, customer);
    return {};
}

Result<int> AssetForecasts::refreshSlice(Day today)
{
    // Computed while others may write; only the storing takes the write lock, unless somebody wrote meanwhile.
    qint64 version = 0;
    std::vector<CustomerId> customers;
    TURNUS_ASSIGN(computed, m_connection.read([&] {
        version = dataVersion();
        Statement row = m_connection.query(staleCustomersSql, today - limits::forecastAge, limits::customersPerSlice);
        while (row.step())
            customers.push_back(row.id<CustomerId>(0));
        return computeCustomers(customers, today);
    }));
    if (customers.empty())
        return 0;
    return m_connection.write([&](storage::Writer &) -> Result<int> {
        if (dataVersion() != version)
            computed = computeCustomers(customers, today);
        for (const Computed &result : computed)
            store(result, today);
        return static_cast<int>(computed.size());
    });
}

std::vector<AssetForecasts::Computed> AssetForecasts::computeCustomers(std::span<const CustomerId> customers, Day today,
                                                                       AssetId only)
{
    std::vector<Computed> computed;
    for (const CustomerId customer : customers) {
        for (const ForecastInput &facts : m_histories.ofCustomer(customer, today)) {
            if (only && facts.asset != only)
                continue;
            computed.push_back({facts.asset, forecaster(facts.product, today).forecast(facts.history, today),
                                m_histories.life(facts.product, today).version});
        }
    }
    return computed;
}

void AssetForecasts::store(const Computed &computed, Day today)
{
    const forecast::Forecast &result = computed.forecast;
    m_connection.execute(
        "INSERT INTO asset_forecast (asset_id, computed, model_version, status, p10, p50, p90, talk_from, "
        "talk_until, fail_within_interval) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (asset_id) DO UPDATE SET computed = excluded.computed, model_version = excluded.model_version, "
        "status = excluded.status, p10 = excluded.p10, p50 = excluded.p50, p90 = excluded.p90, "
        "talk_from = excluded.talk_from, talk_until = excluded.talk_until, "
        "fail_within_interval = excluded.fail_within_interval",
        computed.asset, today, computed.version, int(result.status), result.p10, result.p50, result.p90,
        result.talkFrom, result.talkUntil, result.failWithinVisitInterval);
}

} // namespace turnus::installedbase
