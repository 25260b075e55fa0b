#include "qml/today/todaymodels.h"

namespace turnus::today {

QVariant StopModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StopRow &row = *at(index.row());
    switch (role) {
    case Time:
        return row.time;
    case Qt::DisplayRole:
    case Title:
        return row.title;
    case Subtitle:
        return row.subtitle;
    case IconName:
        return row.iconName;
    case StopStatus:
        return row.status;
    case Detail:
        return row.detail;
    case SyncState:
        return row.syncState;
    default:
        return {};
    }
}

QHash<int, QByteArray> StopModel::roleNames() const
{
    return {{Time, "time"},         {Title, "title"},   {Subtitle, "subtitle"},  {IconName, "iconName"},
            {StopStatus, "status"}, {Detail, "detail"}, {SyncState, "syncState"}};
}

QVariant WhyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WhyRow &row = *at(index.row());
    switch (role) {
    case IconName:
        return row.iconName;
    case Qt::DisplayRole:
    case Text:
        return row.text;
    case Due:
        return row.due;
    default:
        return {};
    }
}

QHash<int, QByteArray> WhyModel::roleNames() const
{
    return {{IconName, "iconName"}, {Text, "text"}, {Due, "due"}};
}

} // namespace turnus::today
