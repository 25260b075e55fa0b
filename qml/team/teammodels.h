#pragma once

#include "core/support/rowmodel.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace turnus::team {

/// One technician's month. Shares are of the largest sum in the team, for the bar.
struct MemberRow
{
    qint64 staff = 0;
    QString name;
    QString team;
    int postings = 0;
    qint64 approvedCents = 0;
    qint64 reservedCents = 0;
    double approvedShare = 0;
    double reservedShare = 0;

    [[nodiscard]] qint64 key() const { return staff; }
    bool operator==(const MemberRow &) const = default;
};

/// The technicians by name; never by what they earned.
class MemberModel : public RowModel<MemberRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("TeamViewModel.members")

public:
    enum Role {
        Staff = Qt::UserRole + 1,
        Name,
        Team,
        Postings,
        ApprovedCents,
        ReservedCents,
        ApprovedShare,
        ReservedShare
    };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One bonus that waits for a decision.
struct QueueRow
{
    qint64 line = 0;
    QString title;
    QString who;
    QString amount;
    QString since;
    bool selected = false;

    [[nodiscard]] qint64 key() const { return line; }
    bool operator==(const QueueRow &) const = default;
};

class QueueModel : public RowModel<QueueRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("TeamViewModel.queue")

public:
    enum Role { Line = Qt::UserRole + 1, Title, Who, Amount, Since, Selected };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One thing that a bonus rests on, or that is missing.
struct EvidenceRow
{
    enum Tone { Plain, Given, Missing };

    int number = 0;
    QString text;
    QString detail;
    Tone tone = Plain;
    QString iconName;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const EvidenceRow &) const = default;
};

class EvidenceModel : public RowModel<EvidenceRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReviewViewModel.evidence")

public:
    enum Role { Text = Qt::UserRole + 1, Detail, ToneRole, IconName };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// A photo of the visit; without a source its bytes are not on this device yet.
struct PhotoRow
{
    QString sha256;
    QUrl source;

    [[nodiscard]] QString key() const { return sha256; }
    bool operator==(const PhotoRow &) const = default;
};

class PhotoModel : public RowModel<PhotoRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReviewViewModel.photos")

public:
    enum Role { Source = Qt::UserRole + 1 };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::team
