#include "qml/outbox/outboxmodels.h"

namespace turnus::outbox {

QVariant SubjectModel::data(const QModelIndex &index, int role) const
{
    const SubjectRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Detail:
        return row->detail;
    case IconName:
        return row->iconName;
    case SyncState:
        return row->syncState;
    case Waiting:
        return row->waiting;
    default:
        return {};
    }
}

QHash<int, QByteArray> SubjectModel::roleNames() const
{
    return {{Title, "title"}, {Detail, "kinds"}, {IconName, "iconName"}, {SyncState, "how"}, {Waiting, "waiting"}};
}

QVariant HeldModel::data(const QModelIndex &index, int role) const
{
    const HeldRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Sequence:
        return row->sequence;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Reason:
        return row->reason;
    case HasContent:
        return row->hasContent;
    default:
        return {};
    }
}

QHash<int, QByteArray> HeldModel::roleNames() const
{
    return {{Sequence, "sequence"}, {Title, "title"}, {Reason, "reason"}, {HasContent, "hasContent"}};
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    const ConflictRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case ConflictId:
        return row->id;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Customer:
        return row->customer;
    case MineCaption:
        return row->mineCaption;
    case Mine:
        return row->mine;
    case TheirsCaption:
        return row->theirsCaption;
    case Theirs:
        return row->theirs;
    case CanKeepBoth:
        return row->canKeepBoth;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConflictModel::roleNames() const
{
    return {{ConflictId, "conflictId"},
            {Title, "title"},
            {Customer, "customer"},
            {MineCaption, "mineCaption"},
            {Mine, "mine"},
            {TheirsCaption, "theirsCaption"},
            {Theirs, "theirs"},
            {CanKeepBoth, "canKeepBoth"}};
}

} // namespace turnus::outbox
