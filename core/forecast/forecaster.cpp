#include "core/forecast/forecaster.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

namespace {

double logOdds(double probability)
{
    const double p = std::clamp(probability, 1e-9, 1.0 - 1e-9);
    return std::log(p / (1.0 - p));
}

Day daysAfter(Day today, double span)
{
    return today + days{qint64(std::floor(std::clamp(span, 0.0, limits::farthestDays)))};
}

/// The two figures that every step of the explanation compares.
struct Figures
{
    double median = 0;
    double logOdds = 0;
};

/// Everything of one unit that several steps need.
struct Case
{
    const AssetHistory &history;
    const ProductKernel &kernel;
    const Settings &settings;
    Day today;
    double ageDays;
    UsageProfile usage;

    [[nodiscard]] Figures figures(const RemainingLife &life) const
    {
        return {life.quantile(0.5),
                turnus::forecast::logOdds(life.failedWithin(double(settings.visitInterval.count())))};
    }
};

Reason reason(ReasonKind kind, const Figures &without, const Figures &with)
{
    Reason r;
    r.kind = kind;
    r.monthsEarlier = (without.median - with.median) / limits::daysPerMonth;
    r.logOddsChange = with.logOdds - without.logOdds;
    return r;
}

/// Averages two ways of leaving an evidence out, so that the months of all evidences add up.
Reason reason(ReasonKind kind, const Figures &without1, const Figures &with1, const Figures &without2,
              const Figures &with2)
{
    Reason r = reason(kind, without1, with1);
    const Reason other = reason(kind, without2, with2);
    r.monthsEarlier = 0.5 * (r.monthsEarlier + other.monthsEarlier);
    r.logOddsChange = 0.5 * (r.logOddsChange + other.logOddsChange);
    return r;
}

void describeCondition(Reason &r, const Case &c)
{
    const auto &grades = c.history.grades;
    r.grade = grades.back().grade;
    r.day = grades.back().day;
    for (auto it = grades.rbegin(); it != grades.rend() && it->grade == r.grade; ++it)
        ++r.count;
    r.usual = c.kernel.usualShareOfGrade(r.grade);
    r.value = r.usual;
}

/// Repairs to be expected by what else is known, over the days and the lives that the likelihood looks at.
double expectedRepairs(const Case &c, const LifeGrid &grid, const Evidence &evidence)
{
    const RepairModel &model = c.kernel.product().repairs;
    const double from = observedFromAge(c.history);
    const CellValues wear = c.kernel.wearRepairs(grid, c.usage.powerIntegral(from, c.ageDays, model.power));
    const double rate = c.usage.futureRate();
    // The reason is the mean of two ways of adding the repairs, and so are the lives that they are added to.
    const double measured = RemainingLife(c.kernel, grid, rate, {&evidence.measurement}).mean(wear);
    const double graded = evidence.condition ? RemainingLife(c.kernel, grid, rate, {&evidence.condition}).mean(wear)
                                             : RemainingLife(c.kernel, grid, rate).mean(wear);
    return model.basePerDay * std::max(c.ageDays - from, 0.0) + 0.5 * (measured + graded);
}

void describeRepairs(Reason &r, const Case &c, double expected)
{
    for (const Repair &repair : c.history.repairs)
        r.money += repair.cost;
    r.count = int(c.history.repairs.size());
    if (!c.history.repairs.empty())
        r.day = c.history.repairs.back().day;
    // Early repairs tell less of wear than late ones: where their days outweigh their number the number is no reason.
    const bool moves = std::abs(r.monthsEarlier) >= 0.5;
    if (!moves || (r.count - expected) * r.monthsEarlier >= 0)
        r.usual = expected;
}

} // namespace

Forecaster::Forecaster(const ProductLife &product, const Settings &settings) : m_kernel(product), m_settings(settings)
{
    const RemainingLife fresh(m_kernel, m_kernel.prior(limits::leastAgeDays, 0), 1);
    m_medianLifeDays = fresh.quantile(0.5);
    const RemainingLife middle(m_kernel, m_kernel.prior(0.5 * m_medianLifeDays, 0), 1);
    m_middleAgeLogOdds = logOdds(middle.failedWithin(double(settings.visitInterval.count())));
}

namespace {

std::vector<Reason> explain(const Case &c, const LifeGrid &grid, const Evidence &evidence, const RemainingLife &all,
                            Figures &usual)
{
    std::vector<Reason> reasons;
    const double rate = c.usage.futureRate();
    const auto of = [&](std::initializer_list<const std::optional<CellValues> *> parts) {
        return c.figures(RemainingLife(c.kernel, grid, rate, parts));
    };
    usual = c.figures(RemainingLife(c.kernel, c.kernel.prior(c.ageDays, 0), 1));
    Figures before = usual;
    if (c.kernel.product().referenceUsagePerDay > 0) {
        const bool same = c.history.customerLifeLog == 0;
        const Figures with =
            same ? of({}) : c.figures(RemainingLife(c.kernel, c.kernel.prior(c.usage.effective(c.ageDays), 0), rate));
        Reason r = reason(ReasonKind::Usage, before, with);
        r.value = c.usage.perDay();
        r.usual = c.usage.usualPerDay();
        r.assumed = !c.usage.measured();
        reasons.push_back(r);
        before = with;
    }
    const Figures plain = of({});
    if (c.history.customerLifeLog != 0) {
        Reason r = reason(ReasonKind::Customer, before, plain);
        r.value = std::exp(c.history.customerLifeLog);
        reasons.push_back(r);
    }
    const auto *m = &evidence.measurement;
    const auto *r = &evidence.repairs;
    const auto *g = &evidence.condition;
    const Figures complete = c.figures(all);
    const Figures withM = m->has_value() ? of({m}) : plain;
    const Figures withMR = r->has_value() ? (g->has_value() ? of({m, r}) : complete) : withM;
    const Figures withG = g->has_value() ? of({g}) : plain;
    const Figures withGR = r->has_value() ? (m->has_value() ? of({g, r}) : complete) : withG;
    if (m->has_value()) {
        reasons.push_back(reason(ReasonKind::Measurement, plain, withM, withGR, complete));
        reasons.back().value = c.history.measurements.back().value;
        reasons.back().day = c.history.measurements.back().day;
        reasons.back().usual = c.kernel.product().measurement.limit;
        reasons.back().count = int(c.history.measurements.size());
    }
    if (r->has_value()) {
        reasons.push_back(reason(ReasonKind::Repairs, withM, withMR, withG, withGR));
    }
    if (g->has_value()) {
        reasons.push_back(reason(ReasonKind::Condition, withMR, complete, plain, withG));
        describeCondition(reasons.back(), c);
    }
    return reasons;
}

/// The nearest hard limit, and the reason that it is.
std::optional<Reason> hardLimit(const AssetHistory &history)
{
    std::optional<Reason> nearest;
    const auto look = [&](const std::optional<Day> &day, ReasonKind kind) {
        if (day && (!nearest || *day < *nearest->day)) {
            nearest.emplace();
            nearest->kind = kind;
            nearest->day = day;
        }
    };
    look(history.statutoryLimit, ReasonKind::Statutory);
    look(history.sparePartsEnd, ReasonKind::SpareParts);
    return nearest;
}

struct Judgement
{
    DueStatus status = DueStatus::NotDue;
    std::optional<Day> planFrom;
};

Judgement judge(const Case &c, const RemainingLife &life, const std::optional<Day> &limit, double repairsPerYear)
{
    const Settings &s = c.settings;
    const double share = std::max(s.breakdownShare, 1e-6);
    const double price = double(c.kernel.product().price.cents);
    const double repairShare =
        price > 0 ? repairsPerYear / limits::daysPerYear * double(c.kernel.product().repairs.meanCost.cents) / price
                  : 0;
    const auto threshold = [&](double span) {
        const double worth = span / c.kernel.meanLifeDays() - span * repairShare;
        return std::clamp(std::max(worth / share, s.dueProbability), 0.0, 0.95);
    };
    const auto interval = double(s.visitInterval.count());
    const double ahead = interval + double(s.planAhead.count());
    Judgement result;
    const double now = life.failedWithin(interval);
    if ((limit && *limit <= c.today) || now >= s.overdueProbability)
        result.status = DueStatus::Overdue;
    else if (now >= threshold(interval))
        result.status = DueStatus::Due;
    else if (life.failedWithin(ahead) >= threshold(ahead) ||
             (limit && *limit <= c.today + s.visitInterval + s.planAhead))
        result.status = DueStatus::Plan;
    if (result.status != DueStatus::NotDue) {
        result.planFrom = c.today;
        return result;
    }
    const double spared = life.sparedWithin(ahead);
    const double enough = threshold(ahead);
    const auto planned = [&](double t) { return life.failedLater(t, ahead, spared) >= enough; };
    // Not bisected at once: units that outlive all others may well be of the lasting kind.
    const double step = std::max(life.quantile(0.9) / 16, 30.0);
    for (int i = 1; i <= 24 && !result.planFrom; ++i) {
        if (!planned(i * step))
            continue;
        double low = (i - 1) * step;
        double high = i * step;
        while (high - low > 1.0) {
            const double middle = 0.5 * (low + high);
            (planned(middle) ? high : low) = middle;
        }
        result.planFrom = daysAfter(c.today, std::ceil(high));
    }
    if (limit)
        result.planFrom = std::min(result.planFrom.value_or(*limit), *limit - s.visitInterval - s.planAhead);
    return result;
}

Confidence confidenceOf(const ProductLife &product, size_t gradedVisits)
{
    if (product.failures >= limits::manyFailures && gradedVisits >= 3)
        return Confidence::High;
    return product.failures >= limits::fewFailures || gradedVisits >= 2 ? Confidence::Medium : Confidence::Low;
}

std::vector<CurvePoint> curveOf(const RemainingLife &life, Day today, int points)
{
    std::vector<CurvePoint> curve;
    if (points < 2)
        return curve;
    const double span = std::max(life.quantile(0.985), 60.0);
    const double step = span / (points - 1);
    const double half = std::max(step, 15.0);
    for (int i = 0; i < points; ++i) {
        const double at = i * step;
        const double from = std::max(at - half, 0.0);
        const double failed = life.failedWithin(at + half) - life.failedWithin(from);
        curve.push_back({daysAfter(today, at), failed / (at + half - from)});
    }
    return curve;
}

void rankReasons(Forecast &f, int most)
{
    std::stable_sort(f.reasons.begin(), f.reasons.end(), [](const Reason &a, const Reason &b) {
        return std::abs(a.logOddsChange) > std::abs(b.logOddsChange);
    });
    while (int(f.reasons.size()) > std::max(most, 0)) {
        f.otherMonthsEarlier += f.reasons.back().monthsEarlier;
        f.reasons.pop_back();
    }
}

/// What to expect takes a while, so only where it is told.
void describeKeptRepairs(Forecast &f, const Case &c, const LifeGrid &grid, const Evidence &evidence)
{
    for (Reason &r : f.reasons) {
        if (r.kind == ReasonKind::Repairs)
            describeRepairs(r, c, expectedRepairs(c, grid, evidence));
    }
}

} // namespace

Forecast Forecaster::forecast(const AssetHistory &given, Day today, int curvePoints) const
{
    const CheckedHistory facts = checked(given, today);
    const AssetHistory &h = facts.history;
    const ProductLife &product = m_kernel.product();
    const double age = std::max(double((today - h.installed).count()), limits::leastAgeDays);
    const Case c{h, m_kernel, m_settings, today, age, UsageProfile(h, product)};
    const LifeGrid grid = m_kernel.prior(c.usage.effective(age), h.customerLifeLog);
    const Evidence evidence = gatherEvidence(m_kernel, grid, h, c.usage, age);
    const RemainingLife life(m_kernel, grid, c.usage.futureRate(),
                             {&evidence.measurement, &evidence.repairs, &evidence.condition});
    Forecast f;
    Figures usual;
    f.reasons = explain(c, grid, evidence, life, usual);
    const double p50 = life.quantile(0.5);
    f.failureP10 = daysAfter(today, life.quantile(0.1));
    f.failureP50 = daysAfter(today, p50);
    f.failureP90 = daysAfter(today, life.quantile(0.9));
    f.failWithinVisitInterval = life.failedWithin(double(m_settings.visitInterval.count()));
    f.failWithinYear = life.failedWithin(limits::daysPerYear);
    f.usedLifeShare = life.usedShare();
    f.expectedRepairsPerYear = product.repairs.perDay(f.usedLifeShare) * limits::daysPerYear;
    f.usualP50 = daysAfter(today, usual.median);
    Reason byAge;
    byAge.value = age / limits::daysPerMonth;
    byAge.usual = m_medianLifeDays / limits::daysPerMonth;
    byAge.logOddsChange = usual.logOdds - m_middleAgeLogOdds;
    f.reasons.push_back(byAge);

    f.p10 = f.failureP10;
    f.p50 = f.failureP50;
    f.p90 = f.failureP90;
    if (auto limit = hardLimit(h)) {
        f.hardLimit = limit->day;
        const Day bound = std::max(*limit->day, today);
        if (bound < f.p50) {
            limit->monthsEarlier = double((f.p50 - bound).count()) / limits::daysPerMonth;
            limit->logOddsChange = 10; // a date that is fixed outranks every estimate
            f.reasons.push_back(*limit);
        }
        f.p10 = std::min(f.p10, bound);
        f.p50 = std::min(f.p50, bound);
        f.p90 = std::max(std::min(f.p90, bound), f.p50);
    }
    const Judgement judgement = judge(c, life, f.hardLimit, f.expectedRepairsPerYear);
    f.status = judgement.status;
    f.planFrom = judgement.planFrom;
    f.confidence = confidenceOf(product, h.grades.size());
    f.failures = product.failures;
    f.manufacturersFigure = product.failures < limits::fewFailures;
    f.talkFrom = f.p50 - m_settings.talkBefore;
    f.talkUntil = f.p50 - m_settings.talkUntil;
    f.ageMonths = age / limits::daysPerMonth;
    f.usagePerDay = c.usage.perDay();
    f.usualUsagePerDay = c.usage.usualPerDay();
    f.lastReading = c.usage.lastReading();
    f.usageMeasured = c.usage.measured();
    f.droppedFacts = facts.dropped;
    f.parameterVersion = product.version;
    f.curve = curveOf(life, today, curvePoints);
    rankReasons(f, m_settings.maxReasons);
    describeKeptRepairs(f, c, grid, evidence);
    return f;
}

} // namespace turnus::forecast
