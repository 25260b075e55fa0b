// What a kind of evidence is worth: lives are learned from one half of the customers, with or without it, and the units
// of the other half are forecast. tests/bench/forecast-evidence.sh runs and judges it.
//   forecast_evidence CUT_DIR YYYY-MM-DD WITHOUT OUT.csv      WITHOUT: nothing, or a name of `kinds`
#include "core/forecast/forecaster.h"
#include "sync/server/jobs/csv.h"
#include "sync/server/jobs/explanation.h"
#include "sync/server/jobs/fleetfit.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

using namespace turnus;
using namespace turnus::jobs;
using namespace Qt::StringLiterals;

namespace {

enum class Kind { Nothing, Repairs, RepairCosts, Technicians, Environment, YearOnly, Measurements, Grades, Readings };
constexpr std::array kinds{"nothing",   "repairs",      "repair-costs", "technicians", "environment",
                           "year-only", "measurements", "grades",       "readings"};

/// What is left out before anything is learned, as if nobody had recorded it.
void leaveOut(FleetData &fleet, Kind kind)
{
    for (FleetAsset &unit : fleet.assets) {
        forecast::AssetHistory &h = unit.history;
        if (kind == Kind::Repairs)
            h.repairs.clear();
        if (kind == Kind::Measurements)
            h.measurements.clear();
        if (kind == Kind::Grades)
            h.grades.clear();
        if (kind == Kind::Readings)
            h.readings.clear();
        for (forecast::Repair &repair : h.repairs)
            repair.cost = kind == Kind::RepairCosts ? Money{} : repair.cost;
        for (forecast::Grade &grade : h.grades)
            grade.technician = kind == Kind::Technicians ? 0 : grade.technician;
        if (kind == Kind::YearOnly)
            h.installedYearOnly = false;
    }
}

/// The units of every second customer; customers are numbered in the order in which assets.csv names them.
FleetData half(const FleetData &fleet, int which)
{
    FleetData part;
    part.asOf = fleet.asOf;
    part.products = fleet.products;
    part.categories = fleet.categories;
    part.technicians = fleet.technicians;
    std::vector<int> place(fleet.customers.size(), -1);
    for (const FleetAsset &unit : fleet.assets) {
        if (unit.customer % 2 != which)
            continue;
        int &customer = place[size_t(unit.customer)];
        if (customer < 0) {
            customer = int(part.customers.size());
            part.customers.push_back(fleet.customers[size_t(unit.customer)]);
        }
        part.assets.push_back(unit);
        part.assets.back().customer = customer;
    }
    return part;
}

/// All customers as one, after each has settled how hard its units are used: no surroundings can be told apart.
void joinCustomers(FleetData &fleet)
{
    for (FleetAsset &unit : fleet.assets)
        unit.customer = 0;
    fleet.customers.resize(1);
}

/// How the surroundings of customers act whom the fit has not seen, from their own past under the lives it learned.
std::vector<double> surroundings(const FleetData &fleet, FleetState state)
{
    constexpr int steps = 6;
    const double precision = 1 / (state.customerSd * state.customerSd);
    state.customerLog.assign(fleet.customers.size(), 0.0);
    state.customerUnknown.assign(fleet.customers.size(), state.customerSd);
    for (int step = 0; step < steps; ++step) {
        PassOptions slopes;
        slopes.slopesOnly = true;
        const PassSums sums = walkFleet(fleet, state, slopes);
        for (size_t c = 0; c < fleet.customers.size(); ++c) {
            const double curvature = std::max(-sums.customer[c][1], 0.0) + precision;
            const double move = (sums.customer[c][0] - state.customerLog[c] * precision) / curvature;
            state.customerLog[c] = std::clamp(state.customerLog[c] + std::clamp(move, -0.1, 0.1), -0.6, 0.6);
            state.customerUnknown[c] = std::sqrt(1 / curvature);
        }
    }
    return state.customerLog;
}

void forecastHalf(const FleetData &all, int judged, Kind kind, QTextStream &csv)
{
    FleetData learned = half(all, 1 - judged);
    FleetData other = half(all, judged);
    prepareFleet(learned);
    prepareFleet(other);
    if (kind == Kind::Environment) {
        joinCustomers(learned);
        joinCustomers(other);
    }
    const FleetFit fit = fitFleet(learned, {});
    const std::vector<double> life = kind == Kind::Environment ? std::vector{0.0} : surroundings(other, fit.state);
    std::vector<forecast::Forecaster> forecasters;
    for (const forecast::ProductLife &product : fit.products)
        forecasters.emplace_back(product);
    for (FleetAsset &unit : other.assets) {
        if (unit.exit != FleetExit::None)
            continue;
        unit.history.customerLifeLog = life[size_t(unit.customer)];
        const auto f = forecasters[size_t(unit.product)].forecast(unit.history, all.asOf);
        csv << QString::fromStdString(unit.id) << ',' << iso(all.asOf) << ',' << iso(f.failureP10) << ','
            << iso(f.failureP50) << ',' << iso(f.failureP90) << ',' << (f.planFrom ? iso(*f.planFrom) : QString())
            << ',' << QString::number(f.failWithinYear, 'g', 10) << '\n';
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto known = argc == 5 ? std::ranges::find(kinds, QString::fromLocal8Bit(argv[3]),
                                                     [](const char *name) { return QString::fromLatin1(name); })
                                 : kinds.end();
    const auto day = argc == 5 ? parseIsoDay(argv[2]) : std::nullopt;
    if (known == kinds.end() || !day) {
        std::fputs("forecast_evidence CUT_DIR YYYY-MM-DD WITHOUT OUT.csv; WITHOUT is one of", stderr);
        for (const char *name : kinds)
            std::fprintf(stderr, " %s", name);
        std::fputs("\n", stderr);
        return 2;
    }
    const auto kind = Kind(known - kinds.begin());
    auto fleet = readFleet(QString::fromLocal8Bit(argv[1]), dayFrom(*day));
    QFile file(QString::fromLocal8Bit(argv[4]));
    if (!fleet || !file.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "%s\n", qPrintable(fleet ? file.errorString() : fleet.error().toString()));
        return 1;
    }
    leaveOut(*fleet, kind);
    QTextStream csv(&file);
    csv << "asset_id,as_of,p10,p50,p90,flag_date,score\n";
    for (const int judged : {0, 1})
        forecastHalf(*fleet, judged, kind, csv);
    return 0;
}
