#pragma once

#include "core/support/rowmodel.h"

#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace turnus::opportunities {

/// One of up to three units that stand side by side.
struct OptionRow
{
    qint64 product = 0;
    QString rank;
    QString name;
    QString capacity;
    QString summary;
    QString price;
    bool priceKnown = false;
    QString fit;
    bool fits = false;
    QUrl picture;
    bool chosen = false;

    [[nodiscard]] qint64 key() const { return product; }
    bool operator==(const OptionRow &) const = default;
};

class OptionModel : public RowModel<OptionRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ProposalViewModel.options")

public:
    enum Role {
        Rank = Qt::UserRole + 1,
        Name,
        Capacity,
        Summary,
        PriceRole,
        PriceKnown,
        FitRole,
        Fits,
        Picture,
        Chosen
    };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

struct AccessoryRow
{
    qint64 product = 0;
    QString name;
    QString reason;
    QString price;
    bool chosen = false;

    [[nodiscard]] qint64 key() const { return product; }
    bool operator==(const AccessoryRow &) const = default;
};

class AccessoryModel : public RowModel<AccessoryRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ProposalViewModel.accessories")

public:
    enum Role { Name = Qt::UserRole + 1, Reason, PriceRole, Chosen };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::opportunities
