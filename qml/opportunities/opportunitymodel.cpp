#include "qml/opportunities/opportunitymodel.h"

namespace turnus::opportunities {

const OpportunityModel::Roles &OpportunityModel::roles() const
{
    static const Roles all{{Name, "name", &OpportunityRow::title},
                           {Asset, "assetId", &OpportunityRow::asset},
                           {Lead, "leadId", &OpportunityRow::lead},
                           {Section, "section", &OpportunityRow::section},
                           {Product, "product", &OpportunityRow::product},
                           {Distance, "distance", &OpportunityRow::distance},
                           {MostLikely, "mostLikely", &OpportunityRow::mostLikely},
                           {P10, "p10", &OpportunityRow::p10},
                           {P50, "p50", &OpportunityRow::p50},
                           {P90, "p90", &OpportunityRow::p90},
                           {BadgeText, "badgeText", &OpportunityRow::badge},
                           {BadgeIcon, "badgeIcon", &OpportunityRow::badgeIcon},
                           {BadgeTone, "badgeTone", &OpportunityRow::badgeTone},
                           {Note, "note", &OpportunityRow::note},
                           {Sync, "syncState", &OpportunityRow::syncState},
                           {DistanceKm, "distanceKm", &OpportunityRow::distanceKm},
                           {Bearing, "bearing", &OpportunityRow::bearing},
                           {Kind, "kind", [](const OpportunityRow &row) { return int(row.atSales); }}};
    return all;
}

} // namespace turnus::opportunities
