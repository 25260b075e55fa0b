#include "qml/outbox/outboxmodels.h"

namespace turnus::outbox {

const SubjectModel::Roles &SubjectModel::roles() const
{
    static const Roles all{{Title, "title", &SubjectRow::title},
                           {Detail, "kinds", &SubjectRow::detail},
                           {IconName, "iconName", &SubjectRow::iconName},
                           {SyncState, "how", &SubjectRow::syncState},
                           {Waiting, "waiting", &SubjectRow::waiting}};
    return all;
}

const HeldModel::Roles &HeldModel::roles() const
{
    static const Roles all{{Title, "title", &HeldRow::title},
                           {Sequence, "sequence", &HeldRow::sequence},
                           {Reason, "reason", &HeldRow::reason},
                           {HasContent, "hasContent", &HeldRow::hasContent},
                           {MayBeTriedAgain, "mayBeTriedAgain", &HeldRow::mayBeTriedAgain}};
    return all;
}

const ConflictModel::Roles &ConflictModel::roles() const
{
    static const Roles all{{Title, "title", &ConflictRow::title},
                           {ConflictId, "conflictId", &ConflictRow::id},
                           {Customer, "customer", &ConflictRow::customer},
                           {MineCaption, "mineCaption", &ConflictRow::mineCaption},
                           {Mine, "mine", &ConflictRow::mine},
                           {TheirsCaption, "theirsCaption", &ConflictRow::theirsCaption},
                           {Theirs, "theirs", &ConflictRow::theirs},
                           {CanKeepBoth, "canKeepBoth", &ConflictRow::canKeepBoth}};
    return all;
}

} // namespace turnus::outbox
