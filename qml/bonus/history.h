#pragma once

#include "core/bonus/ledger.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::bonus {

/// One knot of a line's history, which nobody can change.
struct HistoryStep
{
    int number = 0;
    QString title;
    QString day;
    QString by;
    QString reason;
    bool done = true; ///< false: still to come
    bool bad = false; ///< lost, declined, reversed

    [[nodiscard]] int key() const { return number; }
    bool operator==(const HistoryStep &) const = default;
};

/// The referral's fate and the postings in the order of time, and what is still to come.
QList<HistoryStep> historyOf(const Line &line, std::span<const FateEvent> fate, Instant now);

class HistoryModel : public RowModel<HistoryStep>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a view model's history")

public:
    enum Role { Title = Qt::UserRole + 1, DayRole, By, Reason, Done, Bad };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One row of a calculation.
struct CalculationStep
{
    int number = 0;
    QString label;
    QString value;
    bool strong = false;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const CalculationStep &) const = default;
};

QList<CalculationStep> calculationOf(const Line &line, const Explanation &explanation);

class CalculationModel : public RowModel<CalculationStep>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a view model's steps")

public:
    enum Role { Label = Qt::UserRole + 1, Value, Strong };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::bonus
