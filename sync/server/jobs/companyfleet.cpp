#include "sync/server/jobs/companyfleet.h"

#include "core/forecast/limits.h"
#include "sync/server/jobs/words.h"
#include "sync/server/store/forecaststore.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

using server::AssetRow;
using server::FactRow;
using server::ForecastStore;
using server::ProductRow;
using server::RemovalRow;

class CompanyReader
{
public:
    CompanyReader(ForecastStore store, Day today, qint64 customer)
        : m_store(store), m_today(today), m_onlyCustomer(customer)
    {
    }

    CompanyFleet read()
    {
        m_store.products(m_today, [this](const ProductRow &row) { addProduct(row); });
        m_store.assets(m_onlyCustomer, [this](const AssetRow &row) { addUnit(row); });
        m_store.readings(m_onlyCustomer, [this](const FactRow &row) { addReading(row); });
        m_store.grades(m_onlyCustomer, [this](const FactRow &row) { addGrade(row); });
        m_store.measurements(m_onlyCustomer, [this](const FactRow &row) { addMeasurement(row); });
        m_store.repairs(m_onlyCustomer, [this](const FactRow &row) { addRepair(row); });
        m_store.removals([this](const RemovalRow &row) { addRemoval(row); });
        finish();
        return std::move(m_fleet);
    }

private:
    void warn(const char *table, qint64 row, const char *what)
    {
        Case &known = m_cases[{table, what}];
        if (known.count++ == 0)
            known.first = row;
    }
    void addProduct(const ProductRow &row);
    void addUnit(const AssetRow &row);
    /// Nothing when the unit is not there. Facts come in the order of the units, so the search goes on where it was.
    CompanyUnit *unitOf(qint64 asset);
    CompanyUnit *unitOf(const char *table, const FactRow &row);
    void addReading(const FactRow &row);
    void addGrade(const FactRow &row);
    void addMeasurement(const FactRow &row);
    void addRepair(const FactRow &row);
    void addRemoval(const RemovalRow &row);
    void finish();

    struct Case
    {
        qint64 count = 0;
        qint64 first = 0;
    };
    ForecastStore m_store;
    Day m_today;
    qint64 m_onlyCustomer;
    CompanyFleet m_fleet;
    std::vector<std::optional<Day>> m_sparePartsUntil;
    std::unordered_map<qint64, int> m_productIndex;
    std::unordered_map<qint64, int> m_customerIndex;
    std::unordered_map<std::string, int> m_categoryIndex;
    std::map<std::pair<std::string, std::string>, Case> m_cases;
};

void CompanyReader::addProduct(const ProductRow &row)
{
    if (row.nominalLifeMonths < 1)
        warn("product", row.id, "a nominal life below a month, 10 years are assumed");
    FleetProduct product;
    product.id = row.name.toStdString();
    product.category =
        m_categoryIndex.try_emplace(row.category.toStdString(), int(m_categoryIndex.size())).first->second;
    if (size_t(product.category) == m_fleet.categories.size())
        m_fleet.categories.push_back(row.category.toStdString());
    product.life = forecast::ProductLife::fromNominal(row.nominalLifeMonths, Money{row.priceCents},
                                                      row.nominalUsagePerDay, row.usageUnit, row.hiddenFailure);
    if (row.measured)
        product.life.setMeasured(row.measured->first, row.measured->second);
    if (row.measured && !product.life.measurement.present)
        warn("product", row.id, "its measured quantity has the limit of a new unit and says nothing");
    m_productIndex.emplace(row.id, int(m_fleet.products.size()));
    m_fleet.products.push_back(std::move(product));
    m_fleet.productIds.push_back(row.id);
    m_sparePartsUntil.push_back(row.sparePartsUntil);
}

void CompanyReader::addUnit(const AssetRow &row)
{
    const auto product = m_productIndex.find(row.product);
    if (product == m_productIndex.end())
        return warn("asset", row.id, "of a product that is not there, left out");
    if (row.installed > m_today && !row.installedYearOnly)
        warn("asset", row.id, "installed in the future, left out until then");
    CompanyUnit unit;
    unit.id = row.id;
    unit.channel = row.channel;
    unit.product = product->second;
    unit.customer = m_customerIndex.try_emplace(row.customer, int(m_customerIndex.size())).first->second;
    if (size_t(unit.customer) == m_fleet.customers.size()) {
        m_fleet.customers.push_back(row.customer);
        m_fleet.unitsOfCustomer.emplace_back();
    }
    unit.active = row.active;
    unit.history.installed = row.installed;
    unit.history.installedYearOnly = row.installedYearOnly;
    unit.history.observedFrom = row.observedFrom;
    unit.history.warrantyEnd = row.warrantyEnd;
    unit.history.statutoryLimit = row.statutoryLimit;
    unit.history.contractEnd = row.contractEnd;
    unit.history.sparePartsEnd = m_sparePartsUntil[size_t(unit.product)];
    unit.lastSeen = std::max(row.observedFrom, row.installed);
    m_fleet.unitsOfCustomer[size_t(unit.customer)].push_back(m_fleet.units.size());
    m_fleet.units.push_back(std::move(unit));
}

CompanyUnit *CompanyReader::unitOf(qint64 asset)
{
    const auto found = std::ranges::lower_bound(m_fleet.units, asset, {}, &CompanyUnit::id);
    return found == m_fleet.units.end() || found->id != asset ? nullptr : &*found;
}

CompanyUnit *CompanyReader::unitOf(const char *table, const FactRow &row)
{
    CompanyUnit *unit = unitOf(row.asset);
    if (!unit)
        return nullptr;
    if (row.day > m_today)
        warn(table, row.id, "dated in the future, left out");
    else if (row.day < unit->history.installed && !unit->history.installedYearOnly)
        warn(table, row.id, "dated before the installation, left out");
    else
        unit->lastSeen = std::max(unit->lastSeen, row.day);
    return unit;
}

void CompanyReader::addReading(const FactRow &row)
{
    if (CompanyUnit *unit = unitOf("meter_reading", row)) {
        if (!(row.value >= 0) || !std::isfinite(row.value))
            warn("meter_reading", row.id, "a negative reading, left out");
        unit->history.readings.push_back({row.day, row.value, row.number != 0});
    }
}

void CompanyReader::addGrade(const FactRow &row)
{
    if (CompanyUnit *unit = unitOf("condition_grade", row)) {
        if (row.number < 1 || row.number > 5)
            warn("condition_grade", row.id, "a grade outside 1 to 5, left out");
        unit->history.grades.push_back({row.day, static_cast<int>(row.number), row.technician});
        if (row.technician != 0)
            m_fleet.technicians.push_back(row.technician);
    }
}

void CompanyReader::addMeasurement(const FactRow &row)
{
    if (CompanyUnit *unit = unitOf("checklist_answer", row))
        unit->history.measurements.push_back({row.day, row.value});
}

void CompanyReader::addRepair(const FactRow &row)
{
    if (CompanyUnit *unit = unitOf("repair", row)) {
        if (row.number < 0)
            warn("repair", row.id, "a negative cost, left out");
        unit->history.repairs.push_back({row.day, Money{row.number}});
    }
}

/// Rows come in the order in which they were recorded: the newest of a unit counts.
void CompanyReader::addRemoval(const RemovalRow &row)
{
    CompanyUnit *unit = unitOf(row.asset);
    if (!unit)
        return;
    if (row.reason == u"kept") // takes back what was said before
        return unit->removal.reset();
    if (row.removed > m_today)
        return warn("asset_removal", row.id, "dated in the future, left out");
    if (row.removed < unit->history.installed && !unit->history.installedYearOnly)
        return warn("asset_removal", row.id, "dated before the installation, left out");
    Removal removal{RemovalReason::Left, row.removed, row.lastGood};
    if (row.reason == u"failed")
        removal.reason = RemovalReason::Failed;
    else if (row.reason == u"condition")
        removal.reason = RemovalReason::Condition;
    else if (row.reason == u"competitor")
        removal.reason = RemovalReason::Competitor;
    else if (row.reason != u"left")
        warn("asset_removal", row.id, "an unknown reason, taken as left");
    if (removal.lastGood && (*removal.lastGood > row.removed || *removal.lastGood < unit->history.installed)) {
        warn("asset_removal", row.id, "last good on a day when it cannot have been, left aside");
        removal.lastGood.reset();
    }
    unit->removal = removal;
}

void CompanyReader::finish()
{
    m_fleet.today = m_today;
    std::ranges::sort(m_fleet.technicians);
    m_fleet.technicians.erase(std::unique(m_fleet.technicians.begin(), m_fleet.technicians.end()),
                              m_fleet.technicians.end());
    for (const CompanyUnit &unit : m_fleet.units) {
        if (!unit.active && !unit.removal)
            warn("asset", unit.id, "removed without a reason, taken as lost when it was last seen");
    }
    for (const auto &[where, known] : m_cases) {
        m_fleet.warnings << u"%1 %2: %3 (%4 like this)"_s.arg(QString::fromStdString(where.first))
                                .arg(known.first)
                                .arg(QString::fromStdString(where.second))
                                .arg(counted(double(known.count), u"row"_s));
    }
}

void setExit(const CompanyUnit &unit, Day asOf, FleetAsset &asset)
{
    asset.until = asOf;
    if (unit.removal && unit.removal->day <= asOf) {
        const Removal &gone = *unit.removal;
        asset.until = gone.day;
        switch (gone.reason) {
        case RemovalReason::Failed:
            asset.exit = FleetExit::Failed;
            asset.failureBy = gone.day;
            // What was before our records began is not known to us: the life counts from then on.
            asset.failureAfter =
                std::min(std::max(gone.lastGood.value_or(gone.day), unit.history.observedFrom), gone.day);
            return;
        case RemovalReason::Condition:
            asset.exit = FleetExit::ReplacedForCondition;
            return;
        case RemovalReason::Competitor:
        case RemovalReason::Left:
            asset.exit = FleetExit::Lost;
            // Nobody knows how long it was there after the last visit.
            asset.until = std::min(gone.day, unit.lastSeen);
            return;
        }
    }
    if (!unit.active && !unit.removal && unit.lastSeen <= asOf) {
        asset.exit = FleetExit::Lost;
        asset.until = unit.lastSeen;
    }
}

} // namespace

bool CompanyUnit::isAt(Day day) const
{
    if (history.observedFrom > day || (history.installed > day && !history.installedYearOnly))
        return false;
    if (removal)
        return removal->day > day;
    return active || lastSeen > day;
}

Result<CompanyFleet> readCompany(server::Connection &connection, Day today, qint64 customer)
{
    CompanyFleet company;
    TURNUS_TRY(connection.read([&]() -> Status {
        company = CompanyReader(ForecastStore(connection), today, customer).read();
        return {};
    }));
    return company;
}

FleetData fleetKnownOn(const CompanyFleet &company, Day asOf)
{
    FleetData fleet;
    fleet.asOf = asOf;
    fleet.products = company.products;
    fleet.categories = company.categories;
    for (const qint64 customer : company.customers)
        fleet.customers.push_back(std::to_string(customer));
    for (const qint64 technician : company.technicians)
        fleet.technicians.push_back(std::to_string(technician));
    for (const CompanyUnit &unit : company.units) {
        FleetAsset asset;
        if (unit.history.observedFrom >= asOf || (unit.history.installed >= asOf && !unit.history.installedYearOnly))
            continue;
        setExit(unit, asOf, asset);
        if (asset.until < std::max(unit.history.installed, unit.history.observedFrom))
            continue;
        asset.id = std::to_string(unit.id);
        asset.product = unit.product;
        asset.customer = unit.customer;
        asset.history = unit.history;
        for (forecast::Grade &grade : asset.history.grades) {
            const auto place = std::ranges::lower_bound(company.technicians, grade.technician);
            grade.technician = grade.technician == 0 ? 0 : place - company.technicians.begin() + 1;
        }
        fleet.assets.push_back(std::move(asset));
    }
    return fleet;
}

} // namespace turnus::jobs
