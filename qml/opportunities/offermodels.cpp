#include "qml/opportunities/offermodels.h"

namespace turnus::opportunities {

const OptionModel::Roles &OptionModel::roles() const
{
    static const Roles all{{Name, "name", &OptionRow::name},
                           {Rank, "rank", &OptionRow::rank},
                           {Capacity, "capacity", &OptionRow::capacity},
                           {Summary, "summary", &OptionRow::summary},
                           {PriceRole, "price", &OptionRow::price},
                           {PriceKnown, "priceKnown", &OptionRow::priceKnown},
                           {FitRole, "fit", &OptionRow::fit},
                           {Fits, "fits", &OptionRow::fits},
                           {Picture, "picture", &OptionRow::picture},
                           {Chosen, "chosen", &OptionRow::chosen}};
    return all;
}

const AccessoryModel::Roles &AccessoryModel::roles() const
{
    static const Roles all{{Name, "name", &AccessoryRow::name},
                           {Reason, "reason", &AccessoryRow::reason},
                           {PriceRole, "price", &AccessoryRow::price},
                           {Chosen, "chosen", &AccessoryRow::chosen}};
    return all;
}

} // namespace turnus::opportunities
