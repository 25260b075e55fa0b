#include "qml/today/todayviewmodel.h"

#include "core/visit/visits.h"
#include "qml/today/todaywords.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace turnus::today {

using schedule::AppointmentStatus;
using schedule::Stop;

namespace {

// StepRow.Status of the controls
constexpr int todo = 0;
constexpr int now = 1;
constexpr int done = 2;
// While the page shows, distances are looked at again after so long.
constexpr std::chrono::minutes positionEvery{2};
/// Days after today whose visits are looked at for what is missing.
constexpr int daysAhead = 3;

int syncStateOf(schedule::Carried carried)
{
    switch (carried) {
    case schedule::Carried::Nothing:
        return -1;
    case schedule::Carried::Local:
        return 0;
    case schedule::Carried::Sent:
        return 1;
    case schedule::Carried::Confirmed:
        return 2;
    case schedule::Carried::Held:
        return 3;
    }
    return -1;
}

} // namespace

TodayViewModel::TodayViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                               schedule::PositionSource &position, StaffId technician, const QString &contentDirectory,
                               const QString &language, QObject *parent)
    : QObject(parent), m_connection(connection), m_clock(clock), m_position(position), m_technician(technician),
      m_readiness(connection, clock, contentDirectory, language),
      m_ahead(connection, clock, contentDirectory, language), m_here(position.last())
{
    m_again.setInterval(positionEvery);
    connect(&m_again, &QTimer::timeout, this, [this] {
        askPosition();
        refresh(); // the day may have changed meanwhile
    });
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        constexpr std::array concerns{"appointment"_L1,    "visit"_L1,    "outbox"_L1,
                                      "asset_forecast"_L1, "customer"_L1, "site"_L1,
                                      "content_file"_L1,   "channel"_L1,  "complaint"_L1};
        if (std::ranges::any_of(concerns, [&](QLatin1StringView table) { return changes.touches(table); }))
            refresh();
    });
    refresh();
}

TodayViewModel::~TodayViewModel()
{
    setWatching(false);
}

void TodayViewModel::setWatching(bool watching)
{
    if (watching == m_again.isActive())
        return;
    if (watching) {
        m_again.start();
        askPosition();
    } else {
        m_again.stop();
        m_position.cancel();
    }
}

void TodayViewModel::askPosition()
{
    m_position.request([this](std::optional<schedule::GeoPoint> here) {
        if (!here || here == m_here)
            return;
        m_here = here;
        refresh();
    });
}

void TodayViewModel::refresh()
{
    auto plan = schedule::DayPlan(m_connection).stops(m_technician, m_clock.today());
    m_error = plan ? QString() : tr("The day's plan cannot be read (%1).").arg(plan.error().toString());
    if (plan)
        m_plan = std::move(*plan);
    m_next = schedule::nextStop(m_plan);
    QList<StopRow> rows;
    for (int i = 0; i < static_cast<int>(m_plan.size()); ++i)
        rows.append(rowOf(m_plan[i], i == m_next));
    m_stops.setRows(rows);
    readWhys();
    Q_EMIT changed();
}

void TodayViewModel::readWhys()
{
    const schedule::DayPlan plan(m_connection);
    QList<WhyRow> rows;
    m_promise.clear();
    if (hasNext()) {
        const QLocale locale;
        for (const schedule::Why &why : plan.reasons(next()).value_or(std::vector<schedule::Why>())) {
            const QString words = TodayWords::why(why, m_clock.today(), locale);
            if (why.kind == schedule::Why::Kind::Promise)
                m_promise = words;
            else
                rows.append(
                    {static_cast<int>(rows.size()), TodayWords::whyIcon(why), words,
                     why.kind == schedule::Why::Kind::Replacement || why.kind == schedule::Why::Kind::Complaint});
        }
    }
    m_readiness.show(hasNext() ? std::vector{next()} : std::vector<Stop>());
    readAhead();
    m_whys.setRows(rows);
}

void TodayViewModel::readAhead()
{
    std::vector<Stop> stops;
    const schedule::DayPlan plan(m_connection);
    for (int day = 0; day <= daysAhead; ++day) {
        const auto more = plan.stops(m_technician, m_clock.today() + days{day});
        if (!more)
            break;
        std::ranges::copy_if(*more, std::back_inserter(stops),
                             [](const Stop &stop) { return stop.status == AppointmentStatus::Planned; });
    }
    m_aheadVisits = static_cast<int>(stops.size());
    m_ahead.show(stops);
}

QString TodayViewModel::aheadText() const
{
    return m_aheadVisits == 0 ? QString()
                              : tr("Today and the next %1 days: %n visit(s)", nullptr, m_aheadVisits).arg(daysAhead);
}

void TodayViewModel::setLanguage(const QString &language)
{
    m_readiness.setLanguage(language);
    m_ahead.setLanguage(language);
    refresh();
}

const Stop &TodayViewModel::next() const
{
    static const Stop none;
    return hasNext() ? m_plan[m_next] : none;
}

StopRow TodayViewModel::rowOf(const Stop &stop, bool isNext) const
{
    StopRow row;
    row.id = stop.id;
    row.time = TodayWords::time(stop.starts, QLocale());
    row.title = stop.customerName;
    row.subtitle = TodayWords::purpose(stop);
    row.iconName = isNext ? u"go"_s : TodayWords::icon(stop.kind);
    const bool finished = stop.status == AppointmentStatus::Done;
    row.status = finished ? done : isNext ? now : todo;
    row.syncState = finished ? syncStateOf(stop.carried) : -1;
    if (!finished) {
        const int missing = isNext ? 0 : m_readiness.missingOf(stop);
        row.detail = missing > 0 ? shell::Readiness::countText(missing) : distanceText(stop, false);
    }
    return row;
}

QString TodayViewModel::distanceText(const Stop &stop, bool full) const
{
    if (!m_here || !stop.place)
        return {};
    const double metres = schedule::distanceMetres(*m_here, *stop.place);
    const QLocale locale;
    QString drive = tr("%1 min").arg(locale.toString(schedule::driveMinutes(metres)));
    if (!full)
        return drive;
    const QString direction = TodayWords::compass(schedule::bearingDegrees(*m_here, *stop.place));
    return TodayWords::distance(metres, locale) + u' ' + direction + u" · "_s + drive;
}

QString TodayViewModel::dayText() const
{
    return TodayWords::dayTitle(m_clock.today(), QLocale());
}

QString TodayViewModel::doneText() const
{
    const auto finished =
        std::ranges::count_if(m_plan, [](const Stop &stop) { return stop.status == AppointmentStatus::Done; });
    return tr("%1 of %2 done").arg(finished).arg(m_plan.size());
}

QString TodayViewModel::nextTime() const
{
    if (!hasNext())
        return {};
    const QLocale locale;
    return TodayWords::time(next().starts, locale) + u'–' + TodayWords::time(next().ends, locale);
}

QString TodayViewModel::nextAddress() const
{
    return hasNext() ? next().street + u", "_s + next().city : QString();
}

qreal TodayViewModel::nextBearing() const
{
    return m_here && next().place ? schedule::bearingDegrees(*m_here, *next().place) : -1;
}

qint64 TodayViewModel::start()
{
    if (!hasNext())
        return 0;
    const AppointmentId id = next().id;
    if (const Status started = visit::Visits(m_connection).startDriving(id); !started) {
        m_error = tr("Not saved: %1").arg(started.error().toString());
        Q_EMIT changed();
        return 0;
    }
    return id.value;
}

qint64 TodayViewModel::appointmentAt(int row) const
{
    const StopRow *stop = m_stops.at(row);
    return stop ? stop->id.value : 0;
}

} // namespace turnus::today
