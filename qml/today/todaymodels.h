#pragma once

#include "core/schedule/dayplan.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::today {

struct StopRow
{
    AppointmentId id;
    QString time;
    QString title;
    QString subtitle;
    QString iconName;
    int status = 0; ///< StepRow.Status
    QString detail;
    int syncState = -1; ///< SyncRing.SyncState

    [[nodiscard]] AppointmentId key() const { return id; }
    bool operator==(const StopRow &) const = default;
};

class StopModel : public RowModel<StopRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("TodayViewModel.stops")

public:
    enum Role { Time = Qt::UserRole + 1, Title, Subtitle, IconName, StopStatus, Detail, SyncState };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

struct WhyRow
{
    int number = 0;
    QString iconName;
    QString text;
    bool due = false;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const WhyRow &) const = default;
};

class WhyModel : public RowModel<WhyRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("TodayViewModel.whys")

public:
    enum Role { IconName = Qt::UserRole + 1, Text, Due };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::today
