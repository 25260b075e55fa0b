#include "sync/server/jobs/nightly.h"

#include "sync/server/jobs/forecastjob.h"

#include <QTime>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

/// How often the clock is looked at; it may have been set meanwhile.
constexpr std::chrono::minutes lookEvery{5};

} // namespace

Result<std::optional<std::chrono::minutes>> parseNightTime(const QString &text)
{
    if (text == u"off"_s)
        return std::optional<std::chrono::minutes>{};
    const QTime time = QTime::fromString(text, u"HH:mm"_s);
    if (!time.isValid())
        return fail(Domain::Input, u"usage", u"--forecast-at: HH:MM or off, not \"%1\""_s.arg(text));
    return std::optional(std::chrono::minutes(time.hour() * 60 + time.minute()));
}

Instant lastNight(Instant now, std::chrono::minutes timeOfDay)
{
    const Instant tonight = startOfLocalDay(localDay(now)) + timeOfDay;
    return tonight <= now ? tonight : startOfLocalDay(localDay(now) - days(1)) + timeOfDay;
}

NightlyForecast::NightlyForecast(server::Database &database, const Clock &clock, NightlyOptions options, Report report)
    : m_database(database), m_clock(clock), m_options(options), m_report(std::move(report)), m_begun(clock.now()),
      m_thread([this] { loop(); })
{
}

NightlyForecast::~NightlyForecast()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

bool NightlyForecast::isWanted(Instant now, Instant begun, std::optional<Instant> lastRun,
                               const NightlyOptions &options)
{
    const Instant night = lastNight(now - options.jitter, options.timeOfDay);
    if (lastRun && *lastRun >= night)
        return false;
    return night >= begun || (lastRun && *lastRun < night - days(1));
}

void NightlyForecast::loop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        lock.unlock();
        runOnce();
        lock.lock();
        m_wake.wait_for(lock, lookEvery, [this] { return m_stop.load(); });
    }
}

void NightlyForecast::runOnce()
{
    const auto done = [&]() -> Status {
        const Instant now = m_clock.now();
        TURNUS_ASSIGN(connection, server::Connection::open(m_database));
        std::optional<Instant> lastRun;
        TURNUS_TRY(connection->read([&]() -> Status {
            const auto job = server::JobStore(*connection).find(QString::fromLatin1(ForecastJob::name));
            lastRun = job ? std::optional(job->started) : std::nullopt;
            return {};
        }));
        if (!isWanted(now, m_begun, lastRun, m_options))
            return {};
        ForecastJob::Options how;
        how.threads = m_options.threads;
        how.notSince = lastNight(now - m_options.jitter, m_options.timeOfDay);
        how.stop = &m_stop;
        TURNUS_ASSIGN(report, ForecastJob(*connection, m_clock).run(how));
        if (report)
            m_report(report->inWords());
        return {};
    }();
    if (!done && !m_stop)
        m_report(done.error().toString());
}

} // namespace turnus::jobs
