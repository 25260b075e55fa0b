#include "qml/bonus/ledgermodel.h"

namespace turnus::bonus {

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    const LedgerEntry *entry = at(index);
    if (!entry)
        return {};
    switch (role) {
    case IdRole:
        return entry->id;
    case LineId:
        return entry->line;
    case Qt::DisplayRole:
    case Title:
        return entry->title;
    case Detail:
        return entry->detail;
    case Cents:
        return entry->cents;
    case StatusRole:
        return entry->status;
    case IconName:
        return entry->iconName;
    case Month:
        return entry->month;
    case Pending:
        return entry->pending;
    case HasReferral:
        return entry->hasReferral;
    case Expanded:
        return entry->expanded;
    case Lines:
        return entry->lines;
    case Evidence:
        return entry->evidence;
    case Waiting:
        return entry->waiting;
    default:
        return {};
    }
}

QHash<int, QByteArray> LedgerModel::roleNames() const
{
    return {{IdRole, "entryId"},    {LineId, "lineId"},           {Title, "title"},       {Detail, "detail"},
            {Cents, "cents"},       {StatusRole, "status"},       {IconName, "iconName"}, {Month, "month"},
            {Pending, "pending"},   {HasReferral, "hasReferral"}, {Expanded, "expanded"}, {Lines, "lines"},
            {Evidence, "evidence"}, {Waiting, "waiting"}};
}

} // namespace turnus::bonus
