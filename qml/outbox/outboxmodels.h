#pragma once

#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::outbox {

/// What waits for the server about one visit or record.
struct SubjectRow
{
    QString id; ///< table and row
    QString title;
    QString detail;
    QString iconName;
    int syncState = 0; ///< as SyncRing.SyncState
    int waiting = 0;   ///< operations in that state

    [[nodiscard]] const QString &key() const { return id; }
    bool operator==(const SubjectRow &) const = default;
};

class SubjectModel : public RowModel<SubjectRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OutboxViewModel.subjects")

public:
    enum Role { Title = Qt::UserRole + 1, Detail, IconName, SyncState, Waiting };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One edit that the server refused; kept until a person acts.
struct HeldRow
{
    qint64 sequence = 0;
    QString title;
    QString reason;
    bool hasContent = true; ///< false: only that it was refused is left of it
    bool mayBeTriedAgain = true;

    [[nodiscard]] qint64 key() const { return sequence; }
    bool operator==(const HeldRow &) const = default;
};

class HeldModel : public RowModel<HeldRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OutboxViewModel.held")

public:
    enum Role { Sequence = Qt::UserRole + 1, Title, Reason, HasContent, MayBeTriedAgain };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One field with two values, of which a person chooses.
struct ConflictRow
{
    qint64 id = 0;
    QString title;
    QString customer;
    QString mineCaption;
    QString mine;
    QString theirsCaption;
    QString theirs;
    bool canKeepBoth = false;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const ConflictRow &) const = default;
};

class ConflictModel : public RowModel<ConflictRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OutboxViewModel.conflicts")

public:
    enum Role { ConflictId = Qt::UserRole + 1, Title, Customer, MineCaption, Mine, TheirsCaption, Theirs, CanKeepBoth };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::outbox
