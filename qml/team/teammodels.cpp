#include "qml/team/teammodels.h"

namespace turnus::team {

QVariant MemberModel::data(const QModelIndex &index, int role) const
{
    const MemberRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Staff:
        return row->staff;
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case Team:
        return row->team;
    case Postings:
        return row->postings;
    case ApprovedCents:
        return row->approvedCents;
    case ReservedCents:
        return row->reservedCents;
    case ApprovedShare:
        return row->approvedShare;
    case ReservedShare:
        return row->reservedShare;
    default:
        return {};
    }
}

QHash<int, QByteArray> MemberModel::roleNames() const
{
    return {{Staff, "staff"},
            {Name, "name"},
            {Team, "team"},
            {Postings, "postings"},
            {ApprovedCents, "approvedCents"},
            {ReservedCents, "reservedCents"},
            {ApprovedShare, "approvedShare"},
            {ReservedShare, "reservedShare"}};
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const QueueRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Line:
        return row->line;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Who:
        return row->who;
    case Amount:
        return row->amount;
    case Since:
        return row->since;
    case Selected:
        return row->selected;
    default:
        return {};
    }
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    return {{Line, "line"},     {Title, "title"}, {Who, "who"},
            {Amount, "amount"}, {Since, "since"}, {Selected, "selected"}};
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    const EvidenceRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Text:
        return row->text;
    case Detail:
        return row->detail;
    case ToneRole:
        return row->tone;
    case IconName:
        return row->iconName;
    default:
        return {};
    }
}

QHash<int, QByteArray> EvidenceModel::roleNames() const
{
    return {{Text, "text"}, {Detail, "detail"}, {ToneRole, "tone"}, {IconName, "iconName"}};
}

QVariant PhotoModel::data(const QModelIndex &index, int role) const
{
    const PhotoRow *row = at(index);
    return row && role == Source ? QVariant(row->source) : QVariant();
}

QHash<int, QByteArray> PhotoModel::roleNames() const
{
    return {{Source, "source"}};
}

} // namespace turnus::team
