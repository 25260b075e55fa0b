#include "sync/server/jobs/forecastjob.h"

#include "core/forecast/recorded.h"
#include "sync/server/jobs/words.h"
#include "sync/server/store/forecaststore.h"

#include <QSysInfo>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

/// How long a process may take over one step before another may think it dead.
constexpr std::chrono::minutes leaseTime{60};
constexpr int firstPasses = 14;
/// For days in the past, where an earlier fit's state is the start of the next.
constexpr int replayPasses = 8;
constexpr int laterPasses = 5;
/// From the published lives, which say a little less than where the fit ended; in fewer, nights drift from where fits
/// settle.
constexpr int resumedPasses = 8;

bool isDue(const std::optional<Day> &last, forecast::DueStatus before, forecast::DueStatus now, Day asOf)
{
    constexpr days settled{7}; // a unit on the border does not get one every night
    const days after = now == forecast::DueStatus::NotDue ? ForecastJob::restateNotDueAfter : ForecastJob::restateAfter;
    if (!last || asOf - *last >= after)
        return true;
    return now > before || (now < before && asOf - *last >= settled);
}

QString percent(qint64 part, qint64 whole)
{
    return whole == 0 ? u"–"_s : QString::number(100.0 * double(part) / double(whole), 'f', 1) + u" %"_s;
}

} // namespace

QString ForecastReport::inWords() const
{
    QString words = u"%1, %2 known; %3"_s.arg(
        counted(double(units), u"unit"_s), counted(double(failures), u"failure"_s),
        fitted ? u"%1 published"_s.arg(counted(double(packs), u"parameter pack"_s)) : u"nothing new to learn from"_s);
    words +=
        u"\nnot due %1, plan %2, due %3, overdue %4"_s.arg(percent(byStatus[0], units), percent(byStatus[1], units),
                                                           percent(byStatus[2], units), percent(byStatus[3], units));
    words += u"\n%1 kept"_s.arg(counted(double(statements), u"forecast"_s));
    if (score.ranges() > 0)
        words += u"; of %1 P10 to P90 held %2 (before %3, after %4)"_s.arg(
            counted(double(score.ranges()), u"decided range"_s), percent(score.inside, score.ranges()),
            percent(score.below, score.ranges()), percent(score.above, score.ranges()));
    return words;
}

ForecastJob::ForecastJob(server::Connection &connection, const Clock &clock)
    : m_connection(connection), m_clock(clock),
      m_holder(QSysInfo::machineHostName() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Status ForecastJob::goOn()
{
    if (m_stop && *m_stop)
        return fail(Domain::Storage, u"stopped", u"the server is going down"_s);
    return server::JobStore(m_connection).renew(QString::fromLatin1(name), m_holder, m_clock.now(), leaseTime);
}

Result<std::optional<ForecastReport>> ForecastJob::run(const Options &options)
{
    m_stop = options.stop;
    server::JobStore jobs(m_connection);
    const QString job = QString::fromLatin1(name);
    std::optional<server::JobStore::Job> before;
    QString evidence;
    TURNUS_TRY(m_connection.read([&]() -> Status {
        before = jobs.find(job);
        return {};
    }));
    TURNUS_ASSIGN(mine, jobs.claim(job, m_holder, m_clock.now(), leaseTime, options.notSince));
    if (!mine)
        return std::optional<ForecastReport>{};
    TURNUS_TRY(m_connection.read([&]() -> Status {
        evidence = server::ForecastStore(m_connection).evidence();
        return {};
    }));
    // The fit's day stands beside what it had seen.
    const qint64 today = toInteger(m_clock.today());
    const QStringList known = before ? before->evidence.split(u'@') : QStringList();
    const bool fit =
        options.always || known.value(0) != evidence || today - known.value(1).toLongLong() >= refitAfter.count();
    auto report = compute(options, fit);
    const auto seen = report && fit ? std::optional(evidence + u'@' + QString::number(today)) : std::nullopt;
    const Status finished =
        jobs.finish(job, m_holder, m_clock.now(), seen, report ? report->inWords() : report.error().toString());
    if (!report)
        return tl::unexpected(report.error());
    TURNUS_TRY(finished);
    return std::optional(std::move(*report));
}

Result<ForecastReport> ForecastJob::compute(const Options &options, bool fit)
{
    const Day today = m_clock.today();
    TURNUS_ASSIGN(company, readCompany(m_connection, today));
    ForecastReport report;
    report.warnings = company.warnings;
    m_last.assign(company.units.size(), {});
    m_state.reset();
    TURNUS_TRY(readStatements(company));
    if (!company.units.empty()) {
        constexpr int quarters = 4;
        for (int q = options.replayYears * quarters; q > 0; --q)
            TURNUS_TRY(step(company, addMonths(today, -3 * q), q % quarters == 0, options, report));
        if (options.replayYears > 0)
            TURNUS_TRY(readStatements(company));
        TURNUS_TRY(step(company, today, fit, options, report));
        TURNUS_TRY(Publication(m_connection, m_clock).calibration(company, m_scores, today));
    }
    report.fitted = fit;
    if (const auto all = m_scores.find(-1); all != m_scores.end())
        report.score = all->second;
    for (const CompanyUnit &unit : company.units)
        report.failures += unit.removal && unit.removal->reason == RemovalReason::Failed;
    return report;
}

Status ForecastJob::step(CompanyFleet &company, Day asOf, bool fit, const Options &options, ForecastReport &report)
{
    TURNUS_TRY(goOn());
    TURNUS_ASSIGN(published, readPublished(m_connection, company));
    if (fit) {
        FleetData fleet = fleetKnownOn(company, asOf);
        if (!fleet.assets.empty()) {
            prepareFleet(fleet);
            FleetFitOptions how;
            how.threads = options.threads;
            how.stop = options.stop;
            how.passes = m_state ? laterPasses : (asOf < company.today ? replayPasses : firstPasses);
            const bool anyPublished = std::ranges::any_of(published.lives, [](const auto &l) { return l.version > 0; });
            // What was published today would be news of the future to a day in the past.
            if (!m_state && !options.always && asOf == company.today && anyPublished) {
                m_state = resumedState(fleet, livesOfFit(company, published), published.customerLifeLog);
                how.passes = resumedPasses;
            }
            FleetFit learned = fitFleet(fleet, how, m_state ? &*m_state : nullptr);
            TURNUS_TRY(goOn());
            TURNUS_ASSIGN(
                packs,
                Publication(m_connection, m_clock).lives(company, learned, m_scores, published, report.warnings));
            report.packs += packs;
            m_state = std::move(learned.state);
        }
    }
    return state(company, published, asOf, report);
}

Status ForecastJob::readStatements(const CompanyFleet &company)
{
    return m_connection.read([&]() -> Status {
        Scores scores(company, company.today);
        server::ForecastStore(m_connection).statements([&](const server::StatementRow &row) {
            const auto unit = std::ranges::lower_bound(company.units, row.asset, {}, &CompanyUnit::id);
            if (unit == company.units.end() || unit->id != row.asset)
                return;
            const auto index = size_t(unit - company.units.begin());
            m_last[index] = {row.asOf, forecast::dueStatusNamed(row.status)};
            scores.add({index, row.asOf, row.p10, row.p50, row.p90, row.limited, row.failsWithinYear});
        });
        m_scores = scores.byProduct();
        return {};
    });
}

Status ForecastJob::state(CompanyFleet &company, const PublishedLives &published, Day asOf, ForecastReport &report)
{
    constexpr size_t atOnce = 20'000; // memory
    Publication publication(m_connection, m_clock);
    std::vector<Publication::NewStatement> fresh;
    CompanyForecaster forecaster(company, published);
    report.units = 0;
    report.byStatus = {};
    for (size_t customer = 0; customer < company.customers.size(); ++customer) {
        forecaster.ofCustomer(customer, asOf, [&](size_t unit, const forecast::Forecast &f) {
            ++report.units;
            ++report.byStatus[size_t(f.status)];
            LastStatement &last = m_last[unit];
            if (!isDue(last.asOf, last.status, f.status, asOf))
                return;
            last = {asOf, f.status};
            fresh.push_back({unit, asOf, f});
        });
        if (fresh.size() < atOnce && customer + 1 < company.customers.size())
            continue;
        TURNUS_TRY(goOn());
        TURNUS_TRY(publication.statements(company, fresh));
        report.statements += qint64(fresh.size());
        fresh.clear();
    }
    return {};
}

} // namespace turnus::jobs
