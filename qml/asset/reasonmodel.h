#pragma once

#include "core/forecast/forecast.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::asset {

/// One piece of evidence with the months it moves the forecast by.
struct ReasonRow
{
    int number = 0;
    /// -1: what the reasons left out amount to together.
    int kind = -1;
    QString title;
    QString shift;
    QString sentence;
    /// Length of its bar, 0..1 of the longest.
    double share = 0;
    bool later = false;
    /// Nobody measured it: no months and no bar.
    bool assumed = false;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const ReasonRow &) const = default;
};

/// Rows whose months add up to the distance from the usual unit's P50. Age is named without months when it speaks for
/// what is said. Evidence that changes nothing is left out, save that of a unit that is not due: there it says that
/// nothing is amiss. A use that nobody measured stands last, without months: those are among all else.
QList<ReasonRow> reasonRows(const forecast::Forecast &forecast, const QString &unit);

class ReasonModel : public RowModel<ReasonRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("AssetViewModel.reasons")

public:
    enum Role { Kind = Qt::UserRole + 1, Title, Shift, Sentence, Share, Later, Assumed };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::asset
