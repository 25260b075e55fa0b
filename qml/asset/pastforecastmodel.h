#pragma once

#include "core/installedbase/forecasthistory.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::asset {

/// What was said of a unit before, in words.
struct PastForecastRow
{
    int number = 0;
    /// "In March 2026 we said: plan"
    QString said;
    /// "most likely July 2027"
    QString likely;
    QString detail;
    /// The reasons it gave.
    QString why;
    bool told = false;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const PastForecastRow &) const = default;
};

QList<PastForecastRow> pastForecastRows(const std::vector<installedbase::PastForecast> &past, const QString &unit);

class PastForecastModel : public RowModel<PastForecastRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("AssetViewModel.past")

public:
    enum Role { Said = Qt::UserRole + 1, Detail, Why, Told };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::asset
