#pragma once

#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::outlook {

/// Units that come due in one month.
struct MonthRow
{
    int number = 0;
    QString label;
    /// In full, for screen readers: "March 2027: 12, between 8 and 16".
    QString spoken;
    double expected = 0;
    double low = 0;
    double high = 0;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const MonthRow &) const = default;
};

class MonthModel : public RowModel<MonthRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OutlookViewModel.months")

public:
    enum Role { Label = Qt::UserRole + 1, Spoken, Expected, Low, High };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// A product or a territory with what comes due there within a year.
struct ShareRow
{
    qint64 id = 0;
    QString title;
    QString detail;
    QString amount;
    /// Length of its bar, 1 for the largest.
    double share = 0;
    bool selected = false;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const ShareRow &) const = default;
};

class ShareModel : public RowModel<ShareRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OutlookViewModel.products")

public:
    enum Role { IdRole = Qt::UserRole + 1, Title, Detail, Amount, Share, Selected };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// A point of the calibration plot, each 0..1, and how sure the share is.
struct ScoreRow
{
    int number = 0;
    double predicted = 0;
    double happened = 0;
    double low = 0;
    double high = 0;
    QString spoken;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const ScoreRow &) const = default;
};

class ScoreModel : public RowModel<ScoreRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OutlookViewModel.scores")

public:
    enum Role { Predicted = Qt::UserRole + 1, Happened, Low, High, Spoken };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::outlook
