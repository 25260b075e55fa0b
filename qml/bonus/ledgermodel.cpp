#include "qml/bonus/ledgermodel.h"

namespace turnus::bonus {

const LedgerModel::Roles &LedgerModel::roles() const
{
    static const Roles all{
        {Title, "title", &LedgerEntry::title},          {IdRole, "entryId", &LedgerEntry::id},
        {LineId, "lineId", &LedgerEntry::line},         {Detail, "detail", &LedgerEntry::detail},
        {Cents, "cents", &LedgerEntry::cents},          {StatusRole, "status", &LedgerEntry::status},
        {IconName, "iconName", &LedgerEntry::iconName}, {Month, "month", &LedgerEntry::month},
        {Pending, "pending", &LedgerEntry::pending},    {HasReferral, "hasReferral", &LedgerEntry::hasReferral},
        {Expanded, "expanded", &LedgerEntry::expanded}, {Lines, "lines", &LedgerEntry::lines},
        {Evidence, "evidence", &LedgerEntry::evidence}, {Waiting, "waiting", &LedgerEntry::waiting}};
    return all;
}

} // namespace turnus::bonus
