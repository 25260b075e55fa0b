#include "qml/team/teammodels.h"

namespace turnus::team {

const MemberModel::Roles &MemberModel::roles() const
{
    static const Roles all{{Name, "name", &MemberRow::name},
                           {Staff, "staff", &MemberRow::staff},
                           {Team, "team", &MemberRow::team},
                           {Postings, "postings", &MemberRow::postings},
                           {ApprovedCents, "approvedCents", &MemberRow::approvedCents},
                           {ReservedCents, "reservedCents", &MemberRow::reservedCents},
                           {ApprovedShare, "approvedShare", &MemberRow::approvedShare},
                           {ReservedShare, "reservedShare", &MemberRow::reservedShare}};
    return all;
}

const QueueModel::Roles &QueueModel::roles() const
{
    static const Roles all{{Title, "title", &QueueRow::title}, {Line, "line", &QueueRow::line},
                           {Who, "who", &QueueRow::who},       {Amount, "amount", &QueueRow::amount},
                           {Since, "since", &QueueRow::since}, {Selected, "selected", &QueueRow::selected}};
    return all;
}

const EvidenceModel::Roles &EvidenceModel::roles() const
{
    static const Roles all{{Text, "text", &EvidenceRow::text},
                           {Detail, "detail", &EvidenceRow::detail},
                           {ToneRole, "tone", &EvidenceRow::tone},
                           {IconName, "iconName", &EvidenceRow::iconName}};
    return all;
}

const PhotoModel::Roles &PhotoModel::roles() const
{
    static const Roles all{{Source, "source", &PhotoRow::source}};
    return all;
}

} // namespace turnus::team
