#include "qml/forecast/outlookmodels.h"

namespace turnus::outlook {

QVariant MonthModel::data(const QModelIndex &index, int role) const
{
    const MonthRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Label:
        return row->label;
    case Spoken:
        return row->spoken;
    case Expected:
        return row->expected;
    case Low:
        return row->low;
    case High:
        return row->high;
    default:
        return {};
    }
}

QHash<int, QByteArray> MonthModel::roleNames() const
{
    return {{Label, "label"}, {Spoken, "spoken"}, {Expected, "expected"}, {Low, "low"}, {High, "high"}};
}

QVariant ShareModel::data(const QModelIndex &index, int role) const
{
    const ShareRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case IdRole:
        return double(row->id);
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Detail:
        return row->detail;
    case Amount:
        return row->amount;
    case Share:
        return row->share;
    case Selected:
        return row->selected;
    default:
        return {};
    }
}

QHash<int, QByteArray> ShareModel::roleNames() const
{
    return {{IdRole, "rowId"},  {Title, "title"}, {Detail, "detailText"},
            {Amount, "amount"}, {Share, "share"}, {Selected, "selected"}};
}

QVariant ScoreModel::data(const QModelIndex &index, int role) const
{
    const ScoreRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Predicted:
        return row->predicted;
    case Happened:
        return row->happened;
    case Low:
        return row->low;
    case High:
        return row->high;
    case Qt::DisplayRole:
    case Spoken:
        return row->spoken;
    default:
        return {};
    }
}

QHash<int, QByteArray> ScoreModel::roleNames() const
{
    return {{Predicted, "predicted"}, {Happened, "happened"}, {Low, "low"}, {High, "high"}, {Spoken, "spoken"}};
}

} // namespace turnus::outlook
