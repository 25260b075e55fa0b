#pragma once

#include "core/support/clock.h"
#include "sync/server/jobs/fleetfit.h"
#include "sync/server/jobs/publication.h"
#include "sync/server/store/jobstore.h"

#include <QTextStream>
#include <array>
#include <atomic>

namespace turnus::jobs {

/// What a run did.
struct ForecastReport
{
    bool fitted = false;
    int packs = 0;
    qint64 units = 0;
    qint64 failures = 0;
    qint64 statements = 0;
    /// Units by DueStatus.
    std::array<qint64, 4> byStatus{};
    Score score;
    QStringList warnings;

    [[nodiscard]] QString inWords() const;
};

/// Learns lives from the company's own tables, tells the devices, keeps what was forecast and scores what was forecast
/// before. Reads in one view, computes without a transaction, writes in short ones. All lives are learned together
/// (customers, technicians and grades are shared), so a run either fits everything or, when no evidence is new and the
/// last fit is recent, nothing; only packs that say something else than the published ones are sent.
class ForecastJob
{
public:
    static constexpr auto name = "forecast";
    /// Without new evidence lives are fitted again after this time, because survivors have aged.
    static constexpr days refitAfter{30};
    /// A forecast is kept again after this time, or when its status changed; most units are not due, and that is kept
    /// once a year, so that the history of a territory stays small.
    static constexpr days restateAfter{91};
    static constexpr days restateNotDueAfter{365};

    struct Options
    {
        int threads = 1;
        /// Fit also when nothing is new, and anew instead of from the published lives.
        bool always = false;
        /// As if the job had run at each quarter of so many years before today; for a company that begins with a
        /// history. Every forecast is made from what was known on its day.
        int replayYears = 0;
        /// Run only when nobody began a run at this moment or later.
        std::optional<Instant> notSince;
        /// Becomes true to give up; error "stopped".
        const std::atomic<bool> *stop = nullptr;
    };

    ForecastJob(server::Connection &connection, const Clock &clock);
    /// Nothing when another process does it, or has done it since `notSince`.
    Result<std::optional<ForecastReport>> run(const Options &options);

private:
    struct LastStatement
    {
        std::optional<Day> asOf;
        forecast::DueStatus status = forecast::DueStatus::NotDue;
    };
    Result<ForecastReport> compute(const Options &options, bool fit);
    /// One run as of a day: fit (or not), publish, state.
    Status step(CompanyFleet &company, Day asOf, bool fit, const Options &options, ForecastReport &report);
    /// The newest of each unit, and how all came true.
    Status readStatements(const CompanyFleet &company);
    Status state(CompanyFleet &company, const PublishedLives &published, Day asOf, ForecastReport &report);
    /// Keeps the job, or says why not to go on.
    Status goOn();

    server::Connection &m_connection;
    const Clock &m_clock;
    QString m_holder;
    std::vector<LastStatement> m_last;
    std::optional<FleetState> m_state;
    std::map<int, Score> m_scores;
    const std::atomic<bool> *m_stop = nullptr;
};

} // namespace turnus::jobs
