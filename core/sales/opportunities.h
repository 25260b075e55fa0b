#pragma once

#include "core/forecast/forecast.h"
#include "core/sales/syncstate.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <optional>
#include <vector>

namespace turnus::sales {

/// A unit that will be due, or that was already handed to sales.
struct Opportunity
{
    struct Stop
    {
        Instant starts;
        bool underWay = false;
    };
    struct Lead
    {
        ReferralId id;
        QString stage;
        Instant created;
        /// The newest event; `created` while nobody has touched it.
        Instant touched;
        QString byName;
        SyncState sync = SyncState::Confirmed;
    };

    AssetId asset;
    CustomerId customer;
    QString customerName;
    QString product;
    QString category;
    std::optional<double> latitude;
    std::optional<double> longitude;
    forecast::DueStatus status = forecast::DueStatus::NotDue;
    Day p10;
    Day p50;
    Day p90;
    Day talkFrom;
    Day talkUntil;
    /// A finding with a grade, or a due note, of the last year.
    bool hasEvidence = false;
    /// The technician's visit to this customer today.
    std::optional<Stop> today;
    std::optional<Lead> lead;
};

/// Where the sales chances of this device's territories are, soonest due first: plan, due and overdue units, those
/// whose time to talk has come, and those with an open referral.
class Opportunities
{
public:
    explicit Opportunities(storage::Connection &connection) : m_connection(connection) {}
    [[nodiscard]] Result<std::vector<Opportunity>> list(StaffId technician, Day today) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::sales
