#pragma once

#include "core/support/rowmodel.h"

#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace turnus::bonus {

/// One row of the ledger: a bonus, or the counter-posting that took it back.
struct LedgerEntry
{
    /// As LedgerRow.Status of Turnus.Controls.
    enum Status { Noted, Released, Paid, Disputed, Reversed, Declined };

    qint64 id = 0;   ///< the posting
    qint64 line = 0; ///< the bonus it belongs to
    QString title;
    QString detail;
    qint64 cents = 0;
    Status status = Noted;
    QString iconName;
    QString month;
    bool pending = false; ///< decided, the server has not answered yet
    bool hasReferral = false;
    bool expanded = false;
    QStringList lines; ///< of the expanded row: formula, rule
    QString evidence;
    QString waiting;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const LedgerEntry &) const = default;
};

class LedgerModel : public RowModel<LedgerEntry>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("BonusViewModel.entries")

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        LineId,
        Title,
        Detail,
        Cents,
        StatusRole,
        IconName,
        Month,
        Pending,
        HasReferral,
        Expanded,
        Lines,
        Evidence,
        Waiting
    };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::bonus
