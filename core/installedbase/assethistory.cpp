#include "core/installedbase/assethistory.h"

#include "core/forecast/customerunits.h"
#include "core/forecast/standing.h"

#include <utility>

namespace turnus::installedbase {

namespace {

using storage::Statement;

/// An item that was answered anew without a value takes back the value before.
struct MaybeMeasured
{
    Day day;
    std::optional<double> value;
};

KnownLife readLife(storage::Connection &connection, ProductId product, Day today)
{
    KnownLife known;
    Statement row =
        connection.query("SELECT p.nominal_life_months, p.nominal_usage_per_day, p.usage_unit, p.hidden_failure, "
                         "coalesce((SELECT amount_cents FROM price WHERE product_id = p.id AND valid_from <= ?1 "
                         "ORDER BY valid_from DESC, id DESC LIMIT 1), "
                         "(SELECT amount_cents FROM price WHERE product_id = p.successor_id AND valid_from <= ?1 "
                         "ORDER BY valid_from DESC, id DESC LIMIT 1), 0) FROM product p WHERE p.id = ?2",
                         today, product);
    if (row.step()) {
        known.life =
            forecast::ProductLife::fromNominal(row.real(0), row.money(4), row.real(1), row.text(2), row.flag(3));
    }
    Statement quantity = connection.query(
        "SELECT at_new, value_limit FROM measured_quantity WHERE product_id = ? ORDER BY id DESC LIMIT 1", product);
    if (quantity.step())
        known.life.setMeasured(quantity.real(0), quantity.real(1));
    Statement pack = connection.query(
        "SELECT version, parameters FROM life_model WHERE product_id = ? ORDER BY version DESC LIMIT 1", product);
    if (pack.step()) {
        // An unreadable pack counts as seen: the nominal life stands in for it until the next one.
        known.version = pack.number(0);
        if (auto learned = forecast::ProductLife::fromBytes(pack.blob(1)))
            known.life = std::move(*learned);
    }
    return known;
}

} // namespace

CustomerId AssetHistories::customerOf(AssetId asset)
{
    Statement row = m_connection.query("SELECT customer_id FROM asset WHERE id = ?", asset);
    return row.step() ? row.id<CustomerId>(0) : CustomerId{};
}

const KnownLife &AssetHistories::life(ProductId product, Day today)
{
    if (std::exchange(m_livesOf, today) != today)
        m_lives.clear();
    const auto found = m_lives.find(product.value);
    if (found != m_lives.end())
        return found->second;
    return m_lives.emplace(product.value, readLife(m_connection, product, today)).first->second;
}

forecast::Settings AssetHistories::settings()
{
    forecast::Settings settings;
    Statement row = m_connection.query("SELECT visit_interval_days, plan_ahead_days, due_probability, "
                                       "overdue_probability, breakdown_share, talk_before_days, talk_until_days "
                                       "FROM forecast_setting ORDER BY version DESC, id DESC LIMIT 1");
    if (!row.step())
        return settings;
    settings.visitInterval = days{row.number(0)};
    settings.planAhead = days{row.number(1)};
    settings.dueProbability = row.real(2);
    settings.overdueProbability = row.real(3);
    settings.breakdownShare = row.real(4);
    settings.talkBefore = days{row.number(5)};
    settings.talkUntil = days{row.number(6)};
    return settings.validate() ? settings : forecast::Settings();
}

std::vector<ForecastInput> AssetHistories::ofCustomer(CustomerId customer, Day today)
{
    std::vector<ForecastInput> inputs;
    Statement row = m_connection.query(
        "SELECT a.id, a.product_id, a.installed, a.installed_year_only, a.observed_from, a.warranty_end, "
        "a.statutory_limit, k.ends, p.spare_parts_until, "
        "ifnull((SELECT life_log FROM customer_life WHERE customer_id = a.customer_id ORDER BY id DESC LIMIT 1), 0.0) "
        "FROM asset a JOIN product p ON p.id = a.product_id "
        "LEFT JOIN service_contract k ON k.id = a.contract_id WHERE a.customer_id = ? AND a.status = 'active' "
        "ORDER BY a.id",
        customer);
    while (row.step()) {
        ForecastInput input;
        input.asset = row.id<AssetId>(0);
        input.product = row.id<ProductId>(1);
        forecast::AssetHistory &history = input.history;
        history.installed = row.day(2);
        history.installedYearOnly = row.flag(3);
        history.observedFrom = row.day(4);
        history.warrantyEnd = row.maybeDay(5);
        history.statutoryLimit = row.maybeDay(6);
        history.contractEnd = row.maybeDay(7);
        history.sparePartsEnd = row.maybeDay(8);
        history.customerLifeLog = row.real(9);
        readFacts(input);
        inputs.push_back(std::move(input));
    }
    shareUsage(inputs, today);
    return inputs;
}

void AssetHistories::readFacts(ForecastInput &input)
{
    forecast::AssetHistory &history = input.history;
    forecast::StandingFacts<forecast::MeterReading> readings;
    Statement reading = m_connection.query("SELECT ifnull(visit_id, 0), at, value, meter_exchanged FROM meter_reading "
                                           "WHERE asset_id = ? ORDER BY at, id",
                                           input.asset);
    while (reading.step())
        readings.add(reading.integer(0), {localDay(reading.instant(1)), reading.real(2), reading.flag(3)});
    history.readings = readings.take();
    forecast::StandingFacts<forecast::Grade> grades;
    Statement grade = m_connection.query("SELECT ifnull(visit_id, 0), at, grade, ifnull(technician_id, 0) FROM "
                                         "condition_grade WHERE asset_id = ? ORDER BY at, id",
                                         input.asset);
    while (grade.step())
        grades.add(grade.integer(0), {localDay(grade.instant(1)), grade.number(2), grade.integer(3)});
    history.grades = grades.take();
    readMeasurements(input);
    Statement repair = m_connection.query(
        "SELECT at, ifnull(cost_cents, 0) FROM repair WHERE asset_id = ? ORDER BY at, id", input.asset);
    while (repair.step())
        history.repairs.push_back({localDay(repair.instant(0)), repair.money(1)});
}

void AssetHistories::readMeasurements(ForecastInput &input)
{
    forecast::StandingFacts<MaybeMeasured> values;
    Statement value = m_connection.query("SELECT v.id, c.at, c.value FROM measured_quantity q "
                                         "JOIN visit v ON v.asset_id = ?1 JOIN checklist_answer c ON c.visit_id = v.id "
                                         "AND c.item_id = q.item_id WHERE q.product_id = ?2 ORDER BY c.at, c.id",
                                         input.asset, input.product);
    while (value.step())
        values.add(value.integer(0), {localDay(value.instant(1)), value.maybeReal(2)});
    for (const MaybeMeasured &standing : values.take()) {
        if (standing.value)
            input.history.measurements.push_back({standing.day, *standing.value});
    }
}

void AssetHistories::shareUsage(std::vector<ForecastInput> &inputs, Day today)
{
    std::vector<forecast::CustomerUnit> units;
    units.reserve(inputs.size());
    for (ForecastInput &input : inputs)
        units.push_back({&input.history, &life(input.product, today).life});
    forecast::shareUsage(units, today);
}

} // namespace turnus::installedbase
