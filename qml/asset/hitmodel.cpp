#include "qml/asset/hitmodel.h"

#include <array>

using namespace Qt::StringLiterals;

namespace turnus::asset {

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    static const std::array icons{u"user"_s, u"pin"_s, u"device"_s, u"box"_s};
    static const std::array pages{u"customer"_s, u"customer"_s, u"asset"_s, QString()};
    const HitRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case IdRole:
        return row->id;
    case Customer:
        return row->customer;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Detail:
        return row->detail;
    case IconName:
        return icons[size_t(row->kind)];
    case Page:
        return pages[size_t(row->kind)];
    default:
        return {};
    }
}

QHash<int, QByteArray> HitModel::roleNames() const
{
    return {{IdRole, "hitId"},  {Customer, "customerId"}, {Title, "title"},
            {Detail, "detail"}, {IconName, "iconName"},   {Page, "page"}};
}

} // namespace turnus::asset
