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
constexpr double soonMonths = 12;
constexpr qsizetype mostNear = 9;
/// Many commits in a row (a sync, the forecasts' refresher) make one reload.
constexpr milliseconds gathering{80};
constexpr int untouchedDays = 1;
constexpr std::array readTables{"asset_forecast"_L1, "asset"_L1,   "referral"_L1, "referral_event"_L1,
                                "appointment"_L1,    "finding"_L1, "due_note"_L1, "outbox"_L1,
                                "receipt"_L1,        "site"_L1};

std::optional<schedule::GeoPoint> placeOf(const Opportunity &found)
{
    if (!found.latitude || !found.longitude)
        return std::nullopt;
    return schedule::GeoPoint{*found.latitude, *found.longitude};
}

/// Today's stops, what is with sales, the rest.
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
    auto found = m_store.list(m_technician, m_clock.today());
    m_error = found ? QString() : found.error().code;
    if (found)
        m_found = std::move(*found);
    std::ranges::stable_sort(m_found, {}, orderOf);
    locate();
    fill();
    Q_EMIT changed();
}

void OpportunitiesViewModel::locate()
{
    m_from = m_position.last();
    m_fromPosition = m_from.has_value();
    if (m_from)
        return;
    const Opportunity *stop = nullptr;
    for (const Opportunity &found : m_found) {
        if (!found.today || !placeOf(found))
            continue;
        const bool better =
            !stop || found.today->underWay > stop->today->underWay ||
            (found.today->underWay == stop->today->underWay && found.today->starts < stop->today->starts);
        if (better)
            stop = &found;
    }
    if (stop)
        m_from = placeOf(*stop);
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
    fill();
    Q_EMIT changed();
}

void OpportunitiesViewModel::setSoonOnly(bool on)
{
    m_soonOnly = on;
    fill();
    Q_EMIT changed();
}

void OpportunitiesViewModel::setEvidenceOnly(bool on)
{
    m_evidenceOnly = on;
    fill();
    Q_EMIT changed();
}

bool OpportunitiesViewModel::passes(const Opportunity &found, const OpportunityRow &row) const
{
    return (!m_nearOnly || !m_from || (row.known && row.distanceKm <= nearKm)) &&
           (!m_soonOnly || row.p50 <= soonMonths) && (!m_evidenceOnly || found.hasEvidence || found.lead);
}

void OpportunitiesViewModel::fill()
{
    QList<OpportunityRow> rows;
    for (const Opportunity &found : m_found) {
        OpportunityRow row = rowOf(found);
        if (passes(found, row))
            rows.append(std::move(row));
    }
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
    std::vector<const Opportunity *> stops;
    for (const Opportunity &found : m_found) {
        if (found.today && placeOf(found) && m_from)
            stops.push_back(&found);
    }
    std::ranges::stable_sort(stops, {}, [](const Opportunity *stop) { return stop->today->starts; });
    m_route.clear();
    for (const Opportunity *stop : stops) {
        const schedule::GeoPoint to = *placeOf(*stop);
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
