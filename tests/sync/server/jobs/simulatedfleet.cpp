#include "tests/sync/server/jobs/simulatedfleet.h"

#include <QFile>
#include <QTextStream>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

constexpr double year = 365.25;
constexpr double recordsYears = 10;

class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    double uniform() { return (double(m_engine() >> 11) + 0.5) / 9007199254740992.0; }
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(6.283185307179586 * uniform()); }
    double exponential() { return -std::log(uniform()); }
    int below(int n) { return std::min(int(uniform() * n), n - 1); }

private:
    std::mt19937_64 m_engine;
};

struct World
{
    std::vector<double> customerLog;
    std::vector<double> customerUsage;
    std::vector<double> technician;
};

struct Life
{
    Day failure;
    /// Used-up share of wear per day of age.
    double sharePerDay = 0;
    double perDay = 0;
};

void liveThrough(jobs::FleetAsset &a, const Life &life, const World &world, bool measured, Day asOf, Dice &dice)
{
    const Day end = std::min(asOf, life.failure);
    const double unitBias = 0.06 * dice.normal();
    for (Day day = a.history.observedFrom + days{1 + dice.below(300)}; day < end; day += days{300 + dice.below(130)}) {
        const double age = double((day - a.history.installed).count());
        const double wear = std::pow(std::min(age * life.sharePerDay, 1.0), 1.45);
        const int technician = dice.below(int(world.technician.size()));
        const double seen = wear + unitBias + world.technician[size_t(technician)] + 0.1 * dice.normal();
        int grade = 1;
        for (const double limit : {0.35, 0.6, 0.78, 0.9})
            grade += seen > limit;
        a.history.grades.push_back({day, grade, technician + 1});
        if (life.perDay > 0)
            a.history.readings.push_back({day, std::round(life.perDay * age), false});
        if (measured)
            a.history.measurements.push_back({day, 100 - 40 * wear + 3 * dice.normal()});
    }
    for (Day day = a.history.observedFrom + days{1}; day < end; day += days{30}) {
        const double share = double((day - a.history.installed).count()) * life.sharePerDay;
        if (dice.uniform() < (0.06 + 0.7 * std::pow(share, 5)) * 30 / year)
            a.history.repairs.push_back({day, Money{10'000 + dice.below(40'000)}});
    }
    a.until = asOf;
    if (life.failure < asOf) {
        a.exit = jobs::FleetExit::Failed;
        a.until = a.failureBy = a.failureAfter = life.failure;
    }
}

} // namespace

SimulatedFleet simulateFleet(int units, int products, quint64 seed, Day asOf)
{
    Dice dice(seed);
    SimulatedFleet fleet;
    fleet.data.asOf = asOf;
    fleet.data.categories = {"kettle", "press"};
    for (int p = 0; p < products; ++p) {
        const double nominalYears = 8 + dice.below(8);
        jobs::FleetProduct product;
        product.id = "P" + std::to_string(p + 1);
        product.category = p % 2;
        product.life = forecast::ProductLife::fromNominal(nominalYears * 12, Money{300'000}, p % 2 ? 0 : 10, u"h"_s);
        if (p % 4 == 1)
            product.life.setMeasured(100, 60);
        fleet.medianDays.push_back(nominalYears * year * std::exp(0.2 * dice.normal()));
        fleet.beta.push_back(2.5 + 2 * dice.uniform());
        fleet.data.products.push_back(product);
    }
    World world;
    for (int i = 0; i < std::max(units / 9, 1); ++i) {
        fleet.data.customers.push_back("C" + std::to_string(i + 1));
        world.customerLog.push_back(0.1 * dice.normal());
        world.customerUsage.push_back(0.3 * dice.normal());
    }
    for (int i = 0; i < 20; ++i) {
        fleet.data.technicians.push_back("T" + std::to_string(i + 1));
        world.technician.push_back(0.03 * dice.normal());
    }
    const Day start = asOf - days{int(recordsYears * year)};
    while (int(fleet.data.assets.size()) < units) {
        jobs::FleetAsset a;
        a.id = "A" + std::to_string(fleet.data.assets.size() + 1);
        a.product = dice.below(products);
        a.customer = dice.below(int(world.customerLog.size()));
        const auto p = size_t(a.product);
        const auto c = size_t(a.customer);
        a.history.installed = asOf - days{1 + int(20 * year * dice.uniform())};
        a.history.observedFrom = std::max(a.history.installed, start);
        const double factor = a.product % 2 ? 1.0 : std::exp(world.customerUsage[c] + 0.2 * dice.normal());
        const double wear = fleet.medianDays[p] * std::pow(dice.exponential() / std::log(2.0), 1 / fleet.beta[p]) *
                            std::exp(world.customerLog[c]) * std::pow(factor, -0.65);
        const double sudden = dice.exponential() * year / 0.006;
        Life life;
        life.failure = a.history.installed + days{int(std::min({wear, sudden, 90.0 * year}))};
        life.sharePerDay = 1 / wear;
        life.perDay = a.product % 2 ? 0 : 10 * factor;
        if (life.failure <= a.history.observedFrom)
            continue;
        liveThrough(a, life, world, a.product % 4 == 1, asOf, dice);
        fleet.failure.push_back(life.failure);
        fleet.data.assets.push_back(std::move(a));
    }
    return fleet;
}

bool writeFleet(const jobs::FleetData &fleet, const QString &folder)
{
    const auto iso = [](Day day) { return toQDate(day).toString(Qt::ISODate); };
    const auto table = [&](const QString &name, const QString &header, const auto &rows) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly))
            return false;
        QTextStream out(&file);
        out << header << '\n';
        rows(out);
        return true;
    };
    const auto facts = [&](const auto &of) {
        return [&fleet, of](QTextStream &out) {
            for (const auto &a : fleet.assets)
                of(a, out);
        };
    };
    return table(u"models.csv"_s,
                 u"model_id,category,nominal_life_years,price_eur,usage_unit,nominal_usage_per_year,measured_quantity,"
                 "value_new,value_limit"_s,
                 [&](QTextStream &out) {
                     for (const auto &p : fleet.products) {
                         out << p.id.c_str() << ',' << fleet.categories[size_t(p.category)].c_str() << ','
                             << p.life.nominalLifeDays / year << ",3000,h,";
                         if (p.life.nominalUsagePerDay > 0)
                             out << p.life.nominalUsagePerDay * year;
                         out << (p.life.measurement.present ? ",capacity,100,60\n" : ",,,\n");
                     }
                 }) &&
           table(u"assets.csv"_s,
                 u"asset_id,model_id,customer_id,install_date,install_quality,observed_from,exit_date,exit_reason,"
                 "failure_after,failure_by"_s,
                 facts([&](const auto &a, QTextStream &out) {
                     out << a.id.c_str() << ',' << fleet.products[size_t(a.product)].id.c_str() << ','
                         << fleet.customers[size_t(a.customer)].c_str() << ',' << iso(a.history.installed) << ",exact,"
                         << iso(a.history.observedFrom);
                     if (a.exit == jobs::FleetExit::Failed)
                         out << ',' << iso(a.until) << ",failed," << iso(a.failureAfter) << ',' << iso(a.failureBy);
                     else
                         out << ",,,,";
                     out << '\n';
                 })) &&
           table(u"readings.csv"_s, u"asset_id,date,meter"_s, facts([&](const auto &a, QTextStream &out) {
                     for (const auto &r : a.history.readings)
                         out << a.id.c_str() << ',' << iso(r.day) << ',' << qint64(r.value) << '\n';
                 })) &&
           table(u"findings.csv"_s, u"asset_id,date,grade,technician_id"_s, facts([&](const auto &a, QTextStream &out) {
                     for (const auto &g : a.history.grades)
                         out << a.id.c_str() << ',' << iso(g.day) << ',' << g.grade << ",T" << g.technician << '\n';
                 })) &&
           table(u"measurements.csv"_s, u"asset_id,date,quantity,value"_s, facts([&](const auto &a, QTextStream &out) {
                     for (const auto &m : a.history.measurements)
                         out << a.id.c_str() << ',' << iso(m.day) << ",capacity," << m.value << '\n';
                 })) &&
           table(u"repairs.csv"_s, u"asset_id,date,cost_eur"_s, facts([&](const auto &a, QTextStream &out) {
                     for (const auto &r : a.history.repairs)
                         out << a.id.c_str() << ',' << iso(r.day) << ',' << r.cost.cents / 100 << '\n';
                 }));
}

} // namespace turnus::tests
