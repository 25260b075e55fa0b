#include "qml/asset/evidenceviewmodel.h"

#include "core/installedbase/forecastwords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using forecast::ReasonKind;
using installedbase::EventKind;
using installedbase::HistoryEvent;

namespace {

/// Which events are the facts behind a reason.
bool isBehind(const HistoryEvent &event, ReasonKind reason)
{
    switch (reason) {
    case ReasonKind::Condition:
        return event.kind == EventKind::Grade || event.kind == EventKind::Finding;
    case ReasonKind::Repairs:
        return event.kind == EventKind::Repair;
    case ReasonKind::Measurement:
        return event.kind == EventKind::Measured;
    case ReasonKind::Usage:
        return event.kind == EventKind::Reading;
    default:
        return false;
    }
}

EventRow dated(Day day, const QString &title, const QString &detail, const QString &icon)
{
    return {.id = -1,
            .year = QLocale().toString(toQDate(day), u"yyyy"_s),
            .day = QLocale().toString(toQDate(day), EvidenceViewModel::tr("d MMM", "day and month")),
            .title = title,
            .detail = detail,
            .value = {},
            .iconName = icon};
}

} // namespace

EvidenceViewModel::EvidenceViewModel(storage::Connection &connection, QObject *parent)
    : QObject(parent), m_base(connection), m_timeline(connection)
{
}

void EvidenceViewModel::show(const ReasonRow &reason, AssetId asset)
{
    m_title = reason.title;
    m_sentence = reason.sentence;
    m_events.setRows(factsBehind(reason.kind, asset).value_or(QList<EventRow>()));
    Q_EMIT changed();
}

Result<QList<EventRow>> EvidenceViewModel::factsBehind(int reason, AssetId id) const
{
    if (reason < 0)
        return QList<EventRow>();
    TURNUS_ASSIGN(asset, m_base.asset(id));
    switch (ReasonKind(reason)) {
    case ReasonKind::Age: {
        EventRow row = dated(asset.installed, tr("Installed"),
                             asset.installedYearOnly ? tr("day not known") : QString(), u"today"_s);
        if (asset.installedYearOnly)
            row.day.clear();
        return QList<EventRow>{row};
    }
    case ReasonKind::SpareParts:
        if (!asset.product.sparePartsUntil)
            return QList<EventRow>();
        return QList<EventRow>{
            dated(*asset.product.sparePartsUntil, tr("Last day of spare parts"), asset.product.manufacturer, u"box"_s)};
    case ReasonKind::Statutory:
        if (!asset.statutoryLimit)
            return QList<EventRow>();
        return QList<EventRow>{dated(*asset.statutoryLimit, tr("Legal limit of this unit"), {}, u"shield"_s)};
    case ReasonKind::Customer:
        return unitsBeside(asset);
    default:
        return eventsBehind(reason, asset);
    }
}

Result<QList<EventRow>> EvidenceViewModel::eventsBehind(int reason, const installedbase::Asset &asset) const
{
    TURNUS_ASSIGN(events, m_timeline.events(asset.id));
    QList<EventRow> rows;
    for (const HistoryEvent &event : events) {
        if (isBehind(event, ReasonKind(reason)))
            rows.append(eventRow(event, asset.product.usageUnit));
    }
    return rows;
}

/// What the customer's surroundings were learned from: the other units that stand there.
Result<QList<EventRow>> EvidenceViewModel::unitsBeside(const installedbase::Asset &asset) const
{
    TURNUS_ASSIGN(units, m_base.assets(asset.customer));
    QList<EventRow> rows;
    for (const installedbase::AssetRow &unit : units) {
        if (unit.id == asset.id)
            continue;
        EventRow row = dated(unit.installed, unit.product, tr("installed"), u"device"_s);
        row.id = unit.id.value;
        row.value = unit.serial;
        if (unit.installedYearOnly)
            row.day.clear();
        rows.append(row);
    }
    return rows;
}

} // namespace turnus::asset
