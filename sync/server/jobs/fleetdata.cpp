#include "sync/server/jobs/fleetdata.h"

#include "core/forecast/limits.h"
#include "sync/server/jobs/csv.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

using forecast::limits::daysPerYear;

struct TextHash
{
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
/// What a meter or instrument can show at most.
constexpr double mostShown = 1e12;
/// Machines of before this day are slips of the pen.
constexpr Day firstDay{std::chrono::year{1900} / 1 / 1};

/// Too near to each other to tell a worn unit from a new one.
bool nearlyEqual(double a, double b)
{
    return std::abs(a - b) <= 1e-9 + 1e-6 * std::max(std::abs(a), std::abs(b));
}

using Index = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

int numberOf(Index &index, std::vector<std::string> &names, std::string_view name)
{
    const auto found = index.find(name);
    if (found != index.end())
        return found->second;
    const int number = int(names.size());
    names.emplace_back(name);
    index.emplace(names.back(), number);
    return number;
}

/// Counts cases of one kind and remembers where the first was.
class Warnings
{
public:
    void add(const CsvReader &csv, const QString &what)
    {
        Case &c = m_cases[what];
        if (c.count++ == 0)
            c.first = csv.place();
    }
    [[nodiscard]] QStringList list() const
    {
        QStringList lines;
        for (const auto &[what, c] : m_cases)
            lines << u"%1: %2 (%3 rows like this)"_s.arg(c.first, what).arg(c.count);
        return lines;
    }

private:
    struct Case
    {
        qint64 count = 0;
        QString first;
    };
    std::map<QString, Case> m_cases;
};

class FleetReader
{
public:
    FleetReader(QString folder, Day asOf) : m_folder(std::move(folder)) { m_fleet.asOf = asOf; }

    Result<FleetData> read()
    {
        TURNUS_TRY(readModels());
        TURNUS_TRY(readAssets());
        TURNUS_TRY(readReadings());
        TURNUS_TRY(readFindings());
        TURNUS_TRY(readMeasurements());
        TURNUS_TRY(readRepairs());
        m_fleet.warnings += m_warnings.list();
        return std::move(m_fleet);
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

    template <class Row>
    Status forEachRow(CsvReader &csv, const Row &row)
    {
        while (true) {
            TURNUS_ASSIGN(more, csv.next());
            if (!more)
                return {};
            TURNUS_TRY(row());
        }
    }

    Status readModels();
    Status readModel(const CsvReader &csv);
    Status readAssets();
    Status readAsset(const CsvReader &csv);
    Result<FleetExit> exitOf(const CsvReader &csv);
    /// How and when the unit left; false when it is to be left out.
    Result<bool> readExit(const CsvReader &csv, Day left, std::optional<int> after, std::optional<int> by,
                          FleetAsset &a);
    /// The unit and day of a fact (columns 0 and 1), or none when the fact is not to be used.
    Result<std::optional<std::pair<FleetAsset *, Day>>> factOf(const CsvReader &csv);
    /// Of each kind a unit keeps as many facts as a forecast looks at, the newest; so memory has a bound.
    template <class Fact>
    void keep(const CsvReader &csv, std::vector<Fact> &facts, const Fact &fact)
    {
        constexpr size_t most = forecast::limits::maxFacts;
        facts.push_back(fact);
        if (facts.size() < 2 * most)
            return;
        std::ranges::nth_element(facts, facts.begin() + most, std::ranges::greater{}, &Fact::day);
        facts.resize(most);
        m_warnings.add(csv, u"more than %1 facts of one unit and kind, the newest are used"_s.arg(most));
    }
    Status readReadings();
    Status readFindings();
    Status readMeasurements();
    Status readRepairs();
    [[nodiscard]] bool isThere(const QString &name)
    {
        if (QFileInfo::exists(path(name)))
            return true;
        m_fleet.warnings << u"%1 is missing: forecasts do without it"_s.arg(name);
        return false;
    }

    QString m_folder;
    FleetData m_fleet;
    Warnings m_warnings;
    Index m_products;
    Index m_categories;
    Index m_customers;
    Index m_technicians;
    Index m_assets;
    std::vector<std::string> m_quantities;
    std::vector<std::optional<Day>> m_sparePartsEnd; ///< by product
};

Status FleetReader::readModels()
{
    TURNUS_ASSIGN(csv, CsvReader::open(path(u"models.csv"_s),
                                       {u"model_id"_s, u"category"_s, u"nominal_life_years"_s, u"price_eur"_s},
                                       {u"usage_unit"_s, u"nominal_usage_per_year"_s, u"measured_quantity"_s,
                                        u"value_new"_s, u"value_limit"_s, u"hidden_failure"_s, u"spare_parts_end"_s}));
    TURNUS_TRY(forEachRow(csv, [&] { return readModel(csv); }));
    if (m_fleet.products.empty())
        return csv.error(u"file-empty", u"no products"_s);
    return {};
}

Status FleetReader::readModel(const CsvReader &csv)
{
    FleetProduct product;
    product.id = std::string(csv.field(0));
    if (product.id.empty())
        return csv.error(u"product", u"a product without id"_s);
    if (m_products.contains(product.id))
        return csv.error(u"duplicate", u"product \"%1\" is there twice"_s.arg(QString::fromStdString(product.id)));
    product.category = numberOf(m_categories, m_fleet.categories, csv.field(1));
    TURNUS_ASSIGN(years, csv.number(2));
    TURNUS_ASSIGN(price, csv.number(3));
    TURNUS_ASSIGN(usage, csv.optionalNumber(5));
    TURNUS_ASSIGN(atNew, csv.optionalNumber(7));
    TURNUS_ASSIGN(limit, csv.optionalNumber(8));
    TURNUS_ASSIGN(partsEnd, csv.optionalDay(10));
    if (!(years * 12 >= 1) || years > 200) // below a month no life is believed
        return csv.error(u"nominal-life", u"a nominal life of %1 years cannot be"_s.arg(years));
    if (price < 0 || price > 1e9)
        return csv.error(u"price", u"a price of %1 cannot be"_s.arg(price));
    if (usage && (*usage < 0 || *usage > mostShown))
        return csv.error(u"usage-range", u"a usage of %1 a year cannot be"_s.arg(*usage));
    if (!csv.field(9).empty() && csv.field(9) != "0" && csv.field(9) != "1")
        return csv.error(u"flag", u"hidden_failure is 0 or 1, not \"%1\""_s.arg(
                                      QString::fromUtf8(csv.field(9).data(), qsizetype(csv.field(9).size()))));
    for (const auto &value : {atNew, limit}) {
        if (value && std::abs(*value) > mostShown)
            return csv.error(u"value", u"a measured value of %1 cannot be"_s.arg(*value));
    }
    const bool measured = atNew && limit && !nearlyEqual(*atNew, *limit);
    if (atNew && limit && !measured)
        m_warnings.add(csv, u"value_new and value_limit are the same: its measurements say nothing and are left out"_s);
    product.life = forecast::ProductLife::fromNominal(
        years * 12, Money{std::llround(price * 100)}, usage.value_or(0) / daysPerYear,
        QString::fromUtf8(csv.field(4).data(), qsizetype(csv.field(4).size())), csv.field(9) == "1");
    if (measured)
        product.life.setMeasured(*atNew, *limit);
    if (const Status sound = product.life.validate(); !sound)
        return csv.error(u"product", sound.error().detail);
    m_sparePartsEnd.push_back(partsEnd ? std::optional(dayFrom(*partsEnd)) : std::nullopt);
    m_quantities.emplace_back(csv.field(6));
    m_products.emplace(product.id, int(m_fleet.products.size()));
    m_fleet.products.push_back(std::move(product));
    return {};
}

Status FleetReader::readAssets()
{
    TURNUS_ASSIGN(csv, CsvReader::open(path(u"assets.csv"_s),
                                       {u"asset_id"_s, u"model_id"_s, u"customer_id"_s, u"install_date"_s},
                                       {u"install_quality"_s, u"observed_from"_s, u"warranty_end"_s, u"exit_date"_s,
                                        u"exit_reason"_s, u"failure_after"_s, u"failure_by"_s}));
    TURNUS_TRY(forEachRow(csv, [&] { return readAsset(csv); }));
    if (m_fleet.assets.empty())
        return csv.error(u"file-empty", (QStringList(u"no assets"_s) + m_warnings.list()).join(u"; "_s));
    return {};
}

Result<FleetExit> FleetReader::exitOf(const CsvReader &csv)
{
    const std::string_view reason = csv.field(8);
    if (reason == "failed")
        return FleetExit::Failed;
    if (reason == "replaced_condition")
        return FleetExit::ReplacedForCondition;
    if (reason == "customer_lost" || reason.empty())
        return FleetExit::Lost;
    m_warnings.add(csv, u"unknown exit reason, taken as lost"_s);
    return FleetExit::Lost;
}

Status FleetReader::readAsset(const CsvReader &csv)
{
    FleetAsset a;
    a.id = std::string(csv.field(0));
    if (a.id.empty())
        return csv.error(u"asset", u"an asset without id"_s);
    if (m_assets.contains(a.id))
        return csv.error(u"duplicate", u"asset \"%1\" is there twice"_s.arg(QString::fromStdString(a.id)));
    const auto product = m_products.find(csv.field(1));
    if (product == m_products.end())
        return csv.error(u"product-unknown", u"product \"%1\" is not in models.csv"_s.arg(QString::fromUtf8(
                                                 csv.field(1).data(), qsizetype(csv.field(1).size()))));
    a.product = product->second;
    a.customer = numberOf(m_customers, m_fleet.customers, csv.field(2));
    TURNUS_ASSIGN(installed, csv.day(3));
    TURNUS_ASSIGN(observed, csv.optionalDay(5));
    TURNUS_ASSIGN(warranty, csv.optionalDay(6));
    TURNUS_ASSIGN(left, csv.optionalDay(7));
    TURNUS_ASSIGN(after, csv.optionalDay(9));
    TURNUS_ASSIGN(by, csv.optionalDay(10));
    const Day asOf = m_fleet.asOf;
    a.history.installed = dayFrom(installed);
    if (a.history.installed < firstDay)
        return csv.error(u"date", u"an installation before 1900 cannot be"_s);
    a.history.installedYearOnly = csv.field(4) == "year";
    if (!csv.field(4).empty() && csv.field(4) != "year" && csv.field(4) != "exact")
        m_warnings.add(csv, u"install_quality is neither exact nor year, taken as exact"_s);
    a.history.observedFrom = dayFrom(observed.value_or(installed));
    if (warranty)
        a.history.warrantyEnd = dayFrom(*warranty);
    a.history.sparePartsEnd = m_sparePartsEnd[size_t(a.product)];
    m_assets.emplace(a.id, -1);
    if (a.history.observedFrom >= asOf) {
        m_warnings.add(csv, u"not yet observed on the day of the forecast, left out"_s);
        return {};
    }
    if (a.history.installed >= asOf && !a.history.installedYearOnly)
        m_warnings.add(csv, u"installed after the day of the forecast, taken as new"_s);
    if (!left && !csv.field(8).empty())
        m_warnings.add(csv, u"an exit reason without exit_date, taken as still there"_s);
    a.until = asOf;
    if (left && dayFrom(*left) < asOf) {
        TURNUS_ASSIGN(usable, readExit(csv, dayFrom(*left), after, by, a));
        if (!usable)
            return {};
    }
    m_assets[a.id] = int(m_fleet.assets.size());
    m_fleet.assets.push_back(std::move(a));
    return {};
}

Result<bool> FleetReader::readExit(const CsvReader &csv, Day left, std::optional<int> after, std::optional<int> by,
                                   FleetAsset &a)
{
    const forecast::AssetHistory &h = a.history;
    a.until = left;
    TURNUS_ASSIGN(exit, exitOf(csv));
    a.exit = exit;
    a.failureBy = by ? dayFrom(*by) : left;
    a.failureAfter = std::min(after ? dayFrom(*after) : left, a.failureBy);
    if (a.failureBy > a.until) {
        m_warnings.add(csv, u"failure_by is after the unit left, taken as the day it left"_s);
        a.failureBy = a.until;
        a.failureAfter = std::min(a.failureAfter, a.until);
    }
    if (after && dayFrom(*after) > a.failureBy)
        m_warnings.add(csv, u"failure_after is after failure_by, taken as that day"_s);
    if (a.until < h.observedFrom || a.failureBy < h.observedFrom) {
        m_warnings.add(csv, u"left or failed before it was observed, left out"_s);
        return false;
    }
    if (a.failureAfter < h.installed && a.failureBy >= h.installed && !h.installedYearOnly) {
        m_warnings.add(csv, u"failure_after is before the installation, taken as that day"_s);
        a.failureAfter = h.installed;
    }
    if (a.failureAfter < h.observedFrom) {
        m_warnings.add(csv, u"failure_after is before the unit was observed, taken as that day"_s);
        a.failureAfter = h.observedFrom;
    }
    if (a.until < h.installed || a.failureBy < h.installed) {
        m_warnings.add(csv, u"left or failed before it was installed, left out"_s);
        return false;
    }
    return true;
}

Result<std::optional<std::pair<FleetAsset *, Day>>> FleetReader::factOf(const CsvReader &csv)
{
    using Fact = std::optional<std::pair<FleetAsset *, Day>>;
    TURNUS_ASSIGN(number, csv.day(1));
    const auto found = m_assets.find(csv.field(0));
    if (found == m_assets.end()) {
        m_warnings.add(csv, u"the asset is not in assets.csv, left out"_s);
        return Fact{};
    }
    if (found->second < 0)
        return Fact{};
    const Day day = dayFrom(number);
    FleetAsset &asset = m_fleet.assets[size_t(found->second)];
    if (day >= m_fleet.asOf) {
        m_warnings.add(csv, u"dated on or after the day of the forecast, left out"_s);
        return Fact{};
    }
    if (day < asset.history.installed && !asset.history.installedYearOnly) {
        m_warnings.add(csv, u"dated before the installation, left out"_s);
        return Fact{};
    }
    if (day > asset.until) {
        m_warnings.add(csv, u"dated after the unit left, left out"_s);
        return Fact{};
    }
    return Fact{{&asset, day}};
}

Status FleetReader::readReadings()
{
    if (!isThere(u"readings.csv"_s))
        return {};
    TURNUS_ASSIGN(csv, CsvReader::open(path(u"readings.csv"_s), {u"asset_id"_s, u"date"_s, u"meter"_s}));
    return forEachRow(csv, [&]() -> Status {
        TURNUS_ASSIGN(fact, factOf(csv));
        TURNUS_ASSIGN(value, csv.number(2));
        if (value < 0)
            m_warnings.add(csv, u"a negative reading, left out"_s);
        else if (value > mostShown)
            m_warnings.add(csv, u"a reading that cannot be, left out"_s);
        else if (fact)
            keep(csv, fact->first->history.readings, {fact->second, value, false});
        return {};
    });
}

Status FleetReader::readFindings()
{
    if (!isThere(u"findings.csv"_s))
        return {};
    TURNUS_ASSIGN(
        csv, CsvReader::open(path(u"findings.csv"_s), {u"asset_id"_s, u"date"_s, u"grade"_s}, {u"technician_id"_s}));
    return forEachRow(csv, [&]() -> Status {
        TURNUS_ASSIGN(fact, factOf(csv));
        TURNUS_ASSIGN(grade, csv.number(2));
        const bool usable = grade >= 1 && grade <= 5 && grade == std::floor(grade);
        const int technician = csv.field(3).empty() ? -1 : numberOf(m_technicians, m_fleet.technicians, csv.field(3));
        if (!usable)
            m_warnings.add(csv, u"a grade outside 1 to 5, left out"_s);
        else if (fact)
            keep(csv, fact->first->history.grades, {fact->second, int(grade), technician + 1});
        return {};
    });
}

Status FleetReader::readMeasurements()
{
    if (!isThere(u"measurements.csv"_s))
        return {};
    TURNUS_ASSIGN(csv,
                  CsvReader::open(path(u"measurements.csv"_s), {u"asset_id"_s, u"date"_s, u"quantity"_s, u"value"_s}));
    return forEachRow(csv, [&]() -> Status {
        TURNUS_ASSIGN(fact, factOf(csv));
        TURNUS_ASSIGN(value, csv.number(3));
        if (!fact)
            return {};
        if (csv.field(2) != m_quantities[size_t(fact->first->product)])
            m_warnings.add(csv, u"another quantity than the product's, left out"_s);
        else if (std::abs(value) > mostShown)
            m_warnings.add(csv, u"a measured value that cannot be, left out"_s);
        else
            keep(csv, fact->first->history.measurements, {fact->second, value});
        return {};
    });
}

Status FleetReader::readRepairs()
{
    if (!isThere(u"repairs.csv"_s))
        return {};
    TURNUS_ASSIGN(csv, CsvReader::open(path(u"repairs.csv"_s), {u"asset_id"_s, u"date"_s, u"cost_eur"_s}));
    return forEachRow(csv, [&]() -> Status {
        TURNUS_ASSIGN(fact, factOf(csv));
        TURNUS_ASSIGN(cost, csv.number(2));
        if (cost < 0 || cost > 1e9)
            m_warnings.add(csv, u"a repair cost that cannot be, left out"_s);
        else if (fact)
            keep(csv, fact->first->history.repairs, {fact->second, Money{std::llround(cost * 100)}});
        return {};
    });
}

} // namespace

Result<FleetData> readFleet(const QString &folder, Day asOf)
{
    if (!QFileInfo(folder).isDir())
        return fail(Domain::Input, u"file-unreadable", u"%1 is not a folder"_s.arg(folder));
    return FleetReader(folder, asOf).read();
}

} // namespace turnus::jobs
