#include "qml/opportunities/opportunitymodel.h"

namespace turnus::opportunities {

QVariant OpportunityModel::data(const QModelIndex &index, int role) const
{
    const OpportunityRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Asset:
        return row->asset;
    case Lead:
        return row->lead;
    case Section:
        return row->section;
    case Qt::DisplayRole:
    case Name:
        return row->title;
    case Product:
        return row->product;
    case Distance:
        return row->distance;
    case MostLikely:
        return row->mostLikely;
    case P10:
        return row->p10;
    case P50:
        return row->p50;
    case P90:
        return row->p90;
    case BadgeText:
        return row->badge;
    case BadgeIcon:
        return row->badgeIcon;
    case BadgeTone:
        return row->badgeTone;
    case Note:
        return row->note;
    case Sync:
        return row->syncState;
    case DistanceKm:
        return row->distanceKm;
    case Bearing:
        return row->bearing;
    case Kind:
        return int(row->atSales);
    default:
        return {};
    }
}

QHash<int, QByteArray> OpportunityModel::roleNames() const
{
    return {{Asset, "assetId"},
            {Lead, "leadId"},
            {Section, "section"},
            {Name, "name"},
            {Product, "product"},
            {Distance, "distance"},
            {MostLikely, "mostLikely"},
            {P10, "p10"},
            {P50, "p50"},
            {P90, "p90"},
            {BadgeText, "badgeText"},
            {BadgeIcon, "badgeIcon"},
            {BadgeTone, "badgeTone"},
            {Note, "note"},
            {Sync, "syncState"},
            {DistanceKm, "distanceKm"},
            {Bearing, "bearing"},
            {Kind, "kind"}};
}

} // namespace turnus::opportunities
