#pragma once

#include "core/installedbase/timeline.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::asset {

/// One event of an asset's history in words.
struct EventRow
{
    qint64 id = 0;
    int kind = 0;
    QString year;
    QString day;
    QString title;
    QString detail;
    QString value;
    QString iconName;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const EventRow &) const = default;
};

EventRow eventRow(const installedbase::HistoryEvent &event, const QString &unit);

class EventModel : public RowModel<EventRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("AssetViewModel.events")

public:
    enum Role { Kind = Qt::UserRole + 1, Year, DayRole, Title, Detail, ValueRole, IconName };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::asset
