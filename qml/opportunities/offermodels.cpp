#include "qml/opportunities/offermodels.h"

namespace turnus::opportunities {

QVariant OptionModel::data(const QModelIndex &index, int role) const
{
    const OptionRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Rank:
        return row->rank;
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case Capacity:
        return row->capacity;
    case Summary:
        return row->summary;
    case PriceRole:
        return row->price;
    case PriceKnown:
        return row->priceKnown;
    case FitRole:
        return row->fit;
    case Fits:
        return row->fits;
    case Picture:
        return row->picture;
    case Chosen:
        return row->chosen;
    default:
        return {};
    }
}

QHash<int, QByteArray> OptionModel::roleNames() const
{
    return {{Rank, "rank"},       {Name, "name"},       {Capacity, "capacity"},
            {Summary, "summary"}, {PriceRole, "price"}, {PriceKnown, "priceKnown"},
            {FitRole, "fit"},     {Fits, "fits"},       {Picture, "picture"},
            {Chosen, "chosen"}};
}

QVariant AccessoryModel::data(const QModelIndex &index, int role) const
{
    const AccessoryRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case Reason:
        return row->reason;
    case PriceRole:
        return row->price;
    case Chosen:
        return row->chosen;
    default:
        return {};
    }
}

QHash<int, QByteArray> AccessoryModel::roleNames() const
{
    return {{Name, "name"}, {Reason, "reason"}, {PriceRole, "price"}, {Chosen, "chosen"}};
}

} // namespace turnus::opportunities
