#include "qml/asset/hitmodel.h"

#include <array>

using namespace Qt::StringLiterals;

namespace turnus::asset {

const HitModel::Roles &HitModel::roles() const
{
    static const std::array icons{u"user"_s, u"pin"_s, u"device"_s, u"box"_s};
    static const std::array pages{u"customer"_s, u"customer"_s, u"asset"_s, QString()};
    static const Roles all{{Title, "title", &HitRow::title},
                           {IdRole, "hitId", &HitRow::id},
                           {Customer, "customerId", &HitRow::customer},
                           {Detail, "detail", &HitRow::detail},
                           {IconName, "iconName", [](const HitRow &row) { return icons[size_t(row.kind)]; }},
                           {Page, "page", [](const HitRow &row) { return pages[size_t(row.kind)]; }}};
    return all;
}

} // namespace turnus::asset
