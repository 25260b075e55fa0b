#pragma once

#include "core/installedbase/search.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::asset {

/// One result of the search, with the page it opens.
struct HitRow
{
    installedbase::HitKind kind = installedbase::HitKind::Customer;
    qint64 id = 0;
    qint64 customer = 0;
    QString title;
    QString detail;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const HitRow &) const = default;
};

class HitModel : public RowModel<HitRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CustomersViewModel.hits")

public:
    enum Role { IdRole = Qt::UserRole + 1, Customer, Title, Detail, IconName, Page };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::asset
