#pragma once

#include "core/support/rowmodel.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace turnus::carepage {

struct ComplaintRow
{
    qint64 id = 0;
    QString what;
    /// Since when and of what; of a settled one how it was settled.
    QString detail;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const ComplaintRow &) const = default;
};

class ComplaintModel : public RowModel<ComplaintRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ComplaintsViewModel's lists")

public:
    enum Role { What = Qt::UserRole + 1, IdRole, Detail };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::carepage
