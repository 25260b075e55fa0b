#include "sync/server/jobs/fleetdata.h"

#include "core/forecast/limits.h"
#include "sync/server/jobs/csv.h"
#include "sync/server/jobs/fleettables.h"
#include "sync/server/jobs/limits.h"
#include "sync/server/jobs/words.h"

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
            lines << u"%1: %2 (%3 like this)"_s.arg(c.first, what, counted(double(c.count), u"row"_s));
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

QString inFile(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(std::min<size_t>(text.size(), 40)));
}

class FleetReader
{
public:
    FleetReader(QString folder, Day asOf) : m_folder(std::move(folder)) { m_fleet.asOf = asOf; }

    Result<FleetData> read()
    {
        TURNUS_TRY(readTable(FleetTable::Models, &FleetReader::readModel));
        TURNUS_TRY(readTable(FleetTable::Assets, &FleetReader::readAsset));
        TURNUS_TRY(readTable(FleetTable::Readings, &FleetReader::readReading));
        TURNUS_TRY(readTable(FleetTable::Findings, &FleetReader::readFinding));
        keepOneGradeADay();
        TURNUS_TRY(readTable(FleetTable::Measurements, &FleetReader::readMeasurement));
        TURNUS_TRY(readTable(FleetTable::Repairs, &FleetReader::readRepair));
        m_fleet.warnings += m_warnings.list();
        m_fleet.notes += tablesNotUsed(m_folder);
        return std::move(m_fleet);
    }

private:
    Status readTable(FleetTable table, Status (FleetReader::*readRow)(const CsvReader &csv));
    Status readModel(const CsvReader &csv);
    Status checkModel(const CsvReader &csv, double years, double price, std::optional<double> usage);
    Status readAsset(const CsvReader &csv);
    int customerOf(const CsvReader &csv, std::string_view name);
    Status readInstallation(const CsvReader &csv, Day installed, std::optional<int> observed, FleetAsset &a);
    Result<FleetExit> exitOf(const CsvReader &csv);
    /// How and when the unit left; false when it is to be left out.
    Result<bool> readExit(const CsvReader &csv, Day left, std::optional<int> after, std::optional<int> by,
                          FleetAsset &a);
    /// The unit and day of a fact (columns 0 and 1), or none when the fact is not to be used.
    using FactPlace = std::optional<std::pair<FleetAsset *, Day>>;
    Result<FactPlace> factOf(const CsvReader &csv);
    /// Of each kind a unit keeps as many facts as a forecast looks at, the newest.
    template <class Fact>
    Status keep(const CsvReader &csv, std::vector<Fact> &facts, const Fact &fact)
    {
        constexpr size_t most = forecast::limits::maxFacts;
        facts.push_back(fact);
        if (++m_kept > limits::fleetFacts)
            return tooMany(csv, limits::fleetFacts, u"facts");
        if (facts.size() < 2 * most)
            return {};
        std::ranges::nth_element(facts, facts.begin() + most, std::ranges::greater{}, &Fact::day);
        m_kept -= facts.size() - most;
        facts.resize(most);
        m_warnings.add(csv, u"more than %1 facts of one unit and kind, the newest are used"_s.arg(most));
        return {};
    }
    static tl::unexpected<Error> tooMany(const CsvReader &csv, size_t most, QStringView what)
    {
        return csv.error(
            u"too-many",
            u"more than %L1 %2: forecast them in parts, whole customers together"_s.arg(qulonglong(most)).arg(what));
    }
    int technicianOf(const CsvReader &csv, std::string_view name);
    Status readReading(const CsvReader &csv);
    Status readFinding(const CsvReader &csv);
    void keepOneGradeADay();
    Status readMeasurement(const CsvReader &csv);
    Status readRepair(const CsvReader &csv);

    QString m_folder;
    FleetData m_fleet;
    Warnings m_warnings;
    Index m_products;
    Index m_categories;
    Index m_customers;
    Index m_technicians;
    Index m_assets;
    size_t m_kept = 0; ///< facts of all units
    std::vector<std::string> m_quantities;
    std::vector<std::optional<Day>> m_sparePartsEnd; ///< by product
};

/// A table of facts may be missing; one of products or units has rows.
Status FleetReader::readTable(FleetTable table, Status (FleetReader::*readRow)(const CsvReader &csv))
{
    const FleetColumns &columns = fleetColumns(table);
    const QString path = m_folder + u'/' + columns.file;
    if (!columns.needed && !QFileInfo::exists(path)) {
        m_fleet.warnings << u"%1 is missing: forecasts do without it"_s.arg(columns.file);
        return {};
    }
    TURNUS_ASSIGN(csv, CsvReader::open(path, columns.required, columns.optional));
    if (const QString unused = columnsNotUsed(table, csv.ignoredColumns()); !unused.isEmpty())
        m_fleet.notes << unused;
    bool more = true;
    while (more) {
        TURNUS_ASSIGN(read, csv.next());
        more = read;
        if (more)
            TURNUS_TRY((this->*readRow)(csv));
    }
    if (table == FleetTable::Models && m_fleet.products.empty())
        return csv.error(u"file-empty", u"no products"_s);
    if (table == FleetTable::Assets && m_fleet.assets.empty())
        return csv.error(u"file-empty", (QStringList(u"no assets"_s) + m_warnings.list()).join(u"; "_s));
    return {};
}

Status FleetReader::checkModel(const CsvReader &csv, double years, double price, std::optional<double> usage)
{
    if (!(years * 12 >= 1) || years > 200) // below a month no life is believed
        return csv.error(u"nominal-life", u"a nominal life of %1 years cannot be"_s.arg(years));
    if (price < 0 || price > 1e9)
        return csv.error(u"price", u"a price of %1 cannot be"_s.arg(price));
    if (usage && (*usage < 0 || *usage > mostShown))
        return csv.error(u"usage-range", u"a usage of %1 a year cannot be"_s.arg(*usage));
    if (!csv.field(9).empty() && csv.field(9) != "0" && csv.field(9) != "1")
        return csv.error(u"flag", u"hidden_failure is 0 or 1, not \"%1\""_s.arg(inFile(csv.field(9))));
    return {};
}

Status FleetReader::readModel(const CsvReader &csv)
{
    FleetProduct product;
    product.id = std::string(csv.field(0));
    if (product.id.empty())
        return csv.error(u"product", u"a product without id"_s);
    if (m_products.contains(product.id))
        return csv.error(u"duplicate", u"product \"%1\" is there twice"_s.arg(inFile(product.id)));
    if (m_fleet.products.size() == limits::fleetProducts)
        return tooMany(csv, limits::fleetProducts, u"products");
    product.category = numberOf(m_categories, m_fleet.categories, csv.field(1));
    TURNUS_ASSIGN(years, csv.number(2));
    TURNUS_ASSIGN(price, csv.number(3));
    TURNUS_ASSIGN(usage, csv.optionalNumber(5));
    TURNUS_ASSIGN(atNew, csv.optionalNumber(7));
    TURNUS_ASSIGN(limit, csv.optionalNumber(8));
    TURNUS_ASSIGN(partsEnd, csv.optionalDay(10));
    TURNUS_ASSIGN(lifeUsage, csv.optionalNumber(11));
    if (!usage && lifeUsage)
        usage = *lifeUsage / std::max(years, 1e-3);
    TURNUS_TRY(checkModel(csv, years, price, usage));
    for (const auto &value : {atNew, limit}) {
        if (value && std::abs(*value) > mostShown)
            return csv.error(u"value", u"a measured value of %1 cannot be"_s.arg(*value));
    }
    const bool measured = atNew && limit && !nearlyEqual(*atNew, *limit);
    if (atNew && limit && !measured)
        m_warnings.add(csv, u"value_new and value_limit are the same: its measurements say nothing and are left out"_s);
    if (!csv.field(6).empty() && !(atNew && limit))
        m_warnings.add(csv, u"measured_quantity without value_new and value_limit: its measurements are left out"_s);
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

Result<FleetExit> FleetReader::exitOf(const CsvReader &csv)
{
    const std::string_view reason = csv.field(8);
    if (reason == "failed")
        return FleetExit::Failed;
    if (reason == "replaced_condition")
        return FleetExit::ReplacedForCondition;
    if (reason == "customer_lost")
        return FleetExit::Lost;
    if (reason.empty()) {
        m_warnings.add(csv, u"exit_date without an exit reason, taken as lost"_s);
        return FleetExit::Lost;
    }
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
        return csv.error(u"duplicate", u"asset \"%1\" is there twice"_s.arg(inFile(a.id)));
    const auto product = m_products.find(csv.field(1));
    if (product == m_products.end())
        return csv.error(u"product-unknown", u"product \"%1\" is not in models.csv"_s.arg(inFile(csv.field(1))));
    if (m_assets.size() == limits::fleetUnits)
        return tooMany(csv, limits::fleetUnits, u"units");
    a.product = product->second;
    a.customer = customerOf(csv, csv.field(2));
    TURNUS_ASSIGN(installed, csv.day(3));
    TURNUS_ASSIGN(observed, csv.optionalDay(5));
    TURNUS_ASSIGN(warranty, csv.optionalDay(6));
    TURNUS_ASSIGN(left, csv.optionalDay(7));
    TURNUS_ASSIGN(after, csv.optionalDay(9));
    TURNUS_ASSIGN(by, csv.optionalDay(10));
    if (warranty)
        a.history.warrantyEnd = dayFrom(*warranty);
    a.history.sparePartsEnd = m_sparePartsEnd[size_t(a.product)];
    TURNUS_TRY(readInstallation(csv, dayFrom(installed), observed, a));
    m_assets.emplace(a.id, -1);
    const Day asOf = m_fleet.asOf;
    if (a.history.observedFrom >= asOf) {
        m_warnings.add(csv, u"not yet observed on the day of the forecast, left out"_s);
        return {};
    }
    if (!left && !csv.field(8).empty())
        m_warnings.add(csv, u"an exit reason without exit_date, taken as still there"_s);
    if (left && dayFrom(*left) >= asOf)
        m_warnings.add(csv, u"left on or after the day of the forecast, taken as still there"_s);
    if (!left && (after || by))
        m_warnings.add(csv, u"a failure without exit_date, taken as still there"_s);
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

/// Units of nobody known have no surroundings in common: each is a customer's of its own.
int FleetReader::customerOf(const CsvReader &csv, std::string_view name)
{
    if (!name.empty())
        return numberOf(m_customers, m_fleet.customers, name);
    m_warnings.add(csv, u"no customer, taken as the only unit of one"_s);
    m_fleet.customers.emplace_back();
    return int(m_fleet.customers.size()) - 1;
}

Status FleetReader::readInstallation(const CsvReader &csv, Day installed, std::optional<int> observed, FleetAsset &a)
{
    forecast::AssetHistory &h = a.history;
    if (installed < firstDay)
        return csv.error(u"date", u"an installation before 1900 cannot be"_s);
    h.installed = installed;
    h.installedYearOnly = csv.field(4) == "year";
    if (!csv.field(4).empty() && csv.field(4) != "year" && csv.field(4) != "exact")
        m_warnings.add(csv, u"install_quality is neither exact nor year, taken as exact"_s);
    h.observedFrom = observed ? dayFrom(*observed) : installed;
    if (h.installedYearOnly)
        return {};
    if (installed >= m_fleet.asOf && h.observedFrom < m_fleet.asOf) {
        m_warnings.add(csv, u"installed after the day of the forecast, taken as new"_s);
    } else if (h.observedFrom < installed) {
        m_warnings.add(csv, u"observed_from is before the installation, taken as that day"_s);
        h.observedFrom = installed;
    }
    return {};
}

Result<bool> FleetReader::readExit(const CsvReader &csv, Day left, std::optional<int> after, std::optional<int> by,
                                   FleetAsset &a)
{
    const forecast::AssetHistory &h = a.history;
    a.until = left;
    TURNUS_ASSIGN(exit, exitOf(csv));
    a.exit = exit;
    if (exit != FleetExit::Failed) {
        if (after || by)
            m_warnings.add(csv, u"days of a failure of a unit that did not fail, not used"_s);
        after = by = std::nullopt;
    }
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

Result<FleetReader::FactPlace> FleetReader::factOf(const CsvReader &csv)
{
    TURNUS_ASSIGN(number, csv.day(1));
    const auto found = m_assets.find(csv.field(0));
    if (found == m_assets.end()) {
        m_warnings.add(csv, u"the asset is not in assets.csv, left out"_s);
        return FactPlace{};
    }
    if (found->second < 0)
        return FactPlace{};
    const Day day = dayFrom(number);
    FleetAsset &asset = m_fleet.assets[size_t(found->second)];
    if (day >= m_fleet.asOf) {
        m_warnings.add(csv, u"dated on or after the day of the forecast, left out"_s);
        return FactPlace{};
    }
    if (day < forecast::firstDayOf(asset.history)) {
        m_warnings.add(csv, u"dated before the installation, left out"_s);
        return FactPlace{};
    }
    if (day > asset.until) {
        m_warnings.add(csv, u"dated after the unit left, left out"_s);
        return FactPlace{};
    }
    return FactPlace{{&asset, day}};
}

Status FleetReader::readReading(const CsvReader &csv)
{
    TURNUS_ASSIGN(fact, factOf(csv));
    TURNUS_ASSIGN(value, csv.number(2));
    if (value < 0)
        m_warnings.add(csv, u"a negative reading, left out"_s);
    else if (value > mostShown)
        m_warnings.add(csv, u"a reading that cannot be, left out"_s);
    else if (fact)
        return keep(csv, fact->first->history.readings, {fact->second, value, false});
    return {};
}

/// Counted from 1; 0 is nobody known.
int FleetReader::technicianOf(const CsvReader &csv, std::string_view name)
{
    if (name.empty())
        return 0;
    if (m_fleet.technicians.size() < limits::fleetTechnicians || m_technicians.contains(name))
        return numberOf(m_technicians, m_fleet.technicians, name) + 1;
    m_warnings.add(csv, u"more than %L1 technicians, the grades of later ones count as nobody's"_s.arg(
                            qulonglong{limits::fleetTechnicians}));
    return 0;
}

Status FleetReader::readFinding(const CsvReader &csv)
{
    TURNUS_ASSIGN(fact, factOf(csv));
    TURNUS_ASSIGN(grade, csv.number(2));
    if (!(grade >= 1 && grade <= 5 && grade == std::floor(grade)))
        m_warnings.add(csv, u"a grade outside 1 to 5, left out"_s);
    else if (fact)
        return keep(csv, fact->first->history.grades, {fact->second, int(grade), technicianOf(csv, csv.field(3))});
    return {};
}

/// A row that is there twice is no second visit: of one day the grade that stands last counts, as in the app.
void FleetReader::keepOneGradeADay()
{
    qint64 repeated = 0;
    QString first;
    for (FleetAsset &asset : m_fleet.assets) {
        auto &grades = asset.history.grades;
        std::ranges::stable_sort(grades, {}, &forecast::Grade::day);
        const auto kept = std::unique(grades.rbegin(), grades.rend(),
                                      [](const auto &later, const auto &earlier) { return later.day == earlier.day; });
        const auto more = grades.rend() - kept;
        if (more > 0 && repeated == 0)
            first = QString::fromStdString(asset.id);
        repeated += more;
        grades.erase(grades.begin(), kept.base());
    }
    if (repeated > 0)
        m_fleet.warnings << u"findings.csv: several grades of one unit and day, the last of each counts (%1 left "
                            "out, the first of unit \"%2\")"_s.arg(counted(double(repeated), u"row"_s), first);
}

Status FleetReader::readMeasurement(const CsvReader &csv)
{
    TURNUS_ASSIGN(fact, factOf(csv));
    TURNUS_ASSIGN(value, csv.number(3));
    if (!fact)
        return {};
    if (csv.field(2) != m_quantities[size_t(fact->first->product)])
        m_warnings.add(csv, u"another quantity than the product's, left out"_s);
    else if (std::abs(value) > mostShown)
        m_warnings.add(csv, u"a measured value that cannot be, left out"_s);
    else
        return keep(csv, fact->first->history.measurements, {fact->second, value});
    return {};
}

Status FleetReader::readRepair(const CsvReader &csv)
{
    TURNUS_ASSIGN(fact, factOf(csv));
    TURNUS_ASSIGN(cost, csv.number(2));
    if (cost < 0 || cost > 1e9)
        m_warnings.add(csv, u"a repair cost that cannot be, left out"_s);
    else if (fact)
        return keep(csv, fact->first->history.repairs, {fact->second, Money{std::llround(cost * 100)}});
    return {};
}

} // namespace

Result<FleetData> readFleet(const QString &folder, Day asOf)
{
    if (!QFileInfo(folder).isDir())
        return fail(Domain::Input, u"file-unreadable", u"%1 is not a folder"_s.arg(folder));
    return FleetReader(folder, asOf).read();
}

} // namespace turnus::jobs
