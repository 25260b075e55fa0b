#pragma once

#include "core/support/rowmodel.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace turnus::opportunities {

/// One chance in words; months from today for its due window.
struct OpportunityRow
{
    qint64 asset = 0;
    qint64 lead = 0;
    QString section;
    QString title;
    QString product;
    QString distance;
    QString mostLikely;
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    QString badge;
    QString badgeIcon;
    /// Badge.Neutral, Ok, Due, Danger, Info of Turnus.Controls.
    int badgeTone = 0;
    QString note;
    /// As SyncRing; -1: no ring.
    int syncState = -1;
    bool known = false; ///< distance and bearing are
    double distanceKm = 0;
    double bearing = 0;
    bool atSales = false;

    [[nodiscard]] qint64 key() const { return asset; }
    bool operator==(const OpportunityRow &) const = default;
};

/// For the list, and for the ring (names as NearnessRing wants them).
class OpportunityModel : public RowModel<OpportunityRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("OpportunitiesViewModel's lists")

public:
    enum Role {
        Asset = Qt::UserRole + 1,
        Lead,
        Section,
        Name,
        Product,
        Distance,
        MostLikely,
        P10,
        P50,
        P90,
        BadgeText,
        BadgeIcon,
        BadgeTone,
        Note,
        Sync,
        DistanceKm,
        Bearing,
        Kind
    };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

} // namespace turnus::opportunities
