#include "qml/opportunities/opportunitiesviewmodel.h"

#include "core/installedbase/forecastwords.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/opportunities/words.h"

#include <QPointF>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

using installedbase::ForecastWords;
using installedbase::monthsUntil;
using sales::Opportunity;

namespace {

constexpr double nearKm = 10;
constexpr int soonMonths = 12;
constexpr qsizetype mostNear = 9;
/// Many commits in a row (a sync, the forecasts' refresher) make one reload.
constexpr milliseconds gathering{80};
constexpr int untouchedDays = 1;
constexpr std::array readTables{"asset_forecast"_L1, "asset"_L1,   "referral"_L1, "referral_event"_L1,
                                "appointment"_L1,    "finding"_L1, "due_note"_L1, "outbox"_L1,
                                "receipt"_L1,        "site"_L1,    "complaint"_L1};

std::optional<schedule::GeoPoint> placeOf(const Opportunity &found)
{
    if (!found.latitude || !found.longitude)
        return std::nullopt;
    return schedule::GeoPoint{*found.latitude, *found.longitude};
}

/// Today's stops, what is with sales, the rest; as the store sorts them.
int orderOf(const Opportunity &found)
{
    return found.lead && !(found.today && found.today->underWay) ? 1 : found.today ? 0 : 2;
}

} // namespace

OpportunitiesViewModel::OpportunitiesViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                               const Clock &clock, const schedule::PositionSource &position,
                                               StaffId technician, QObject *parent)
    : QObject(parent), m_store(connection), m_clock(clock), m_position(position), m_technician(technician)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gathering);
    connect(&m_soon, &QTimer::timeout, this, &OpportunitiesViewModel::reload);
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (std::ranges::any_of(readTables, [&](QLatin1StringView table) { return changes.touches(table); }))
            m_soon.start();
    });
    reload();
}

void OpportunitiesViewModel::reload()
{
    const Status status = read();
    m_error = status ? QString() : status.error().code;
    fill();
    Q_EMIT changed();
}

Status OpportunitiesViewModel::read()
{
    const Day today = m_clock.today();
    TURNUS_ASSIGN(stops, m_store.stops(m_technician, today));
    m_stops = std::move(stops);
    locate();
    TURNUS_ASSIGN(total, m_store.count(today));
    TURNUS_ASSIGN(found, m_store.list(m_technician, today, filter()));
    m_total = total;
    m_found = std::move(found);
    return {};
}

sales::OpportunityFilter OpportunitiesViewModel::filter() const
{
    sales::OpportunityFilter filter{.dueUntil = {}, .evidenceOnly = m_evidenceOnly, .near = {}};
    if (m_soonOnly)
        filter.dueUntil = addMonths(m_clock.today(), soonMonths);
    if (m_nearOnly && m_from)
        filter.near = sales::OpportunityFilter::Circle{m_from->latitude, m_from->longitude, nearKm};
    return filter;
}

/// Where the handheld is; else the stop that is under way, else the day's first.
void OpportunitiesViewModel::locate()
{
    m_from = m_position.last();
    m_fromPosition = m_from.has_value();
    if (m_from || m_stops.empty())
        return;
    const auto underWay = std::ranges::find(m_stops, true, &sales::TodaysStop::underWay);
    const sales::TodaysStop &stop = underWay == m_stops.end() ? m_stops.front() : *underWay;
    m_from = schedule::GeoPoint{stop.latitude, stop.longitude};
}

QString OpportunitiesViewModel::origin() const
{
    if (m_fromPosition)
        return tr("Measured from where you are, without a map and without a network.");
    return m_from ? tr("Measured from today's stop, without a map and without a network.")
                  : tr("No position yet: distances show at the next arrival.");
}

void OpportunitiesViewModel::setNearOnly(bool on)
{
    m_nearOnly = on;
    reload();
}

void OpportunitiesViewModel::setSoonOnly(bool on)
{
    m_soonOnly = on;
    reload();
}

void OpportunitiesViewModel::setEvidenceOnly(bool on)
{
    m_evidenceOnly = on;
    reload();
}

void OpportunitiesViewModel::fill()
{
    QList<OpportunityRow> rows;
    for (const Opportunity &found : m_found)
        rows.append(rowOf(found));
    m_rows.setRows(rows);
    fillNear(rows);
}

void OpportunitiesViewModel::fillNear(const QList<OpportunityRow> &rows)
{
    QList<OpportunityRow> places;
    for (const OpportunityRow &row : rows) {
        const bool another =
            std::ranges::none_of(places, [&](const OpportunityRow &other) { return other.title == row.title; });
        if (row.known && row.distanceKm <= nearKm && row.distanceKm > 0.15 && another)
            places.append(row);
    }
    std::ranges::stable_sort(places, {}, &OpportunityRow::distanceKm);
    m_near.setRows(places.first(std::min(places.size(), mostNear)));
    m_route.clear();
    if (!m_from)
        return;
    for (const sales::TodaysStop &stop : m_stops) {
        const schedule::GeoPoint to{stop.latitude, stop.longitude};
        m_route.append(QPointF(schedule::distanceMetres(*m_from, to) / 1000, schedule::bearingDegrees(*m_from, to)));
    }
}

OpportunityRow OpportunitiesViewModel::rowOf(const Opportunity &found) const
{
    const Day today = m_clock.today();
    OpportunityRow row{.asset = found.asset.value,
                       .lead = found.lead ? found.lead->id.value : 0,
                       .title = found.customerName,
                       .product = found.product,
                       .mostLikely = ForecastWords::shortMonthAndYear(found.p50),
                       .p10 = monthsUntil(found.p10, today),
                       .p50 = monthsUntil(found.p50, today),
                       .p90 = monthsUntil(found.p90, today),
                       .atSales = found.lead.has_value()};
    if (const auto place = placeOf(found); place && m_from) {
        const double metres = schedule::distanceMetres(*m_from, *place);
        row.known = true;
        row.distanceKm = metres / 1000;
        row.bearing = schedule::bearingDegrees(*m_from, *place);
        row.distance = Words::distance(metres);
    }
    describe(row, found);
    return row;
}

void OpportunitiesViewModel::describe(OpportunityRow &row, const Opportunity &found) const
{
    const std::array sections{tr("On your route today"), tr("With sales"), tr("Coming up")};
    row.section = sections[size_t(orderOf(found))];
    if (found.lead) {
        describeLead(row, *found.lead);
        if (found.complaintOpen) {
            // What sales makes of it comes second now.
            row.note = row.badge;
            row.badge = tr("Complaint open");
            row.badgeIcon = u"warn"_s;
            row.badgeTone = Danger;
        }
        return;
    }
    row.badge = found.hasEvidence ? tr("Evidence there") : tr("No finding yet");
    row.badgeIcon = found.hasEvidence ? u"tick"_s : u"find"_s;
    row.badgeTone = found.hasEvidence ? Ok : Neutral;
    if (found.today)
        row.note =
            found.today->underWay ? tr("Visit under way") : tr("Visit today %1").arg(Words::time(found.today->starts));
    else
        row.note = ForecastWords::status(found.status);
}

void OpportunitiesViewModel::describeLead(OpportunityRow &row, const Opportunity::Lead &lead) const
{
    const auto waiting = static_cast<int>((m_clock.today() - localDay(lead.touched)).count());
    if (lead.stage == u"new" && waiting >= untouchedDays) {
        row.badge = tr("untouched for %n day(s)", nullptr, waiting);
        row.badgeIcon = u"clock"_s;
        row.badgeTone = Due;
    } else {
        row.badge = Words::stage(lead.stage);
        row.badgeIcon = lead.stage == u"new" ? u"send"_s : u"user"_s;
        row.badgeTone = Info;
    }
    if (lead.sync != sales::SyncState::Confirmed) {
        row.syncState = int(lead.sync);
        row.note = tr("Referral");
    } else if (!lead.byName.isEmpty()) {
        row.note = tr("Sales: %1").arg(lead.byName);
    }
}

void OpportunitiesViewModel::retranslate()
{
    fill();
    Q_EMIT changed();
}

} // namespace turnus::opportunities
