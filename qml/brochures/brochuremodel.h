#pragma once

#include "core/content/library.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::brochures {

struct BrochureRow
{
    /// What the row says about itself; the order of BrochureItem's looks.
    enum Look { Here, EndsSoon, Loading, Locked };

    qint64 id = 0;
    QString title;
    QString detail;
    QString stateText;
    Look look = Here;
    QString file;
    bool showable = false;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const BrochureRow &) const = default;
};

/// In words for `today`; `fitting` rows tell pages and version, the others how long they are valid.
BrochureRow brochureRow(const content::Brochure &brochure, const QString &contentDirectory, Day today, bool fitting);

class BrochureModel : public RowModel<BrochureRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("BrochuresViewModel's lists")

public:
    enum Role { IdRole = Qt::UserRole + 1, Title, Detail, StateText, LookRole, File, Showable };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::brochures
