#include "qml/shell/placemodel.h"

namespace turnus::shell {

PlaceModel::PlaceModel(const PageRegistry &pages, Place::Where where, QObject *parent)
    : QAbstractListModel(parent), m_pages(pages), m_where(where)
{
}

void PlaceModel::setRole(Place::Role role)
{
    beginResetModel();
    m_rows = m_pages.places(m_where, role);
    endResetModel();
}

void PlaceModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Title});
}

int PlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PlaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Page &page = *m_rows.at(index.row());
    switch (role) {
    case Key:
        return page.key;
    case Qt::DisplayRole:
    case Title:
        return page.place->title();
    case IconName:
        return page.place->icon;
    default:
        return {};
    }
}

QHash<int, QByteArray> PlaceModel::roleNames() const
{
    return {{Key, "key"}, {Title, "title"}, {IconName, "iconName"}};
}

} // namespace turnus::shell
