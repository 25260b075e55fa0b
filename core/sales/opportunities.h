#pragma once

#include "core/forecast/forecast.h"
#include "core/sales/syncstate.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <optional>
#include <string>
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
    /// The customer has a complaint open; such a unit is only here because it is with sales already.
    bool complaintOpen = false;
    /// The technician's visit to this customer today.
    std::optional<Stop> today;
    std::optional<Lead> lead;
};

/// What of the opportunities is asked for; all of it without a word.
struct OpportunityFilter
{
    struct Circle
    {
        double latitude = 0;
        double longitude = 0;
        double km = 0;
    };
    /// Most likely due until this day.
    std::optional<Day> dueUntil;
    /// With evidence, or already with sales.
    bool evidenceOnly = false;
    /// Within this circle, which is small beside the earth.
    std::optional<Circle> near;
};

/// A visit of the technician's day.
struct TodaysStop
{
    Instant starts;
    bool underWay = false;
    double latitude = 0;
    double longitude = 0;
};

/// Where the sales chances of this device's territories are: plan, due and overdue units, those whose time to talk has
/// come, of customers without an open complaint, and those with an open referral. Filtered and sorted by the database
/// over the stored forecasts.
class Opportunities
{
public:
    explicit Opportunities(storage::Connection &connection) : m_connection(connection) {}
    /// Today's stops first, then what is with sales, then the rest; of each the soonest due first.
    [[nodiscard]] Result<std::vector<Opportunity>> list(StaffId technician, Day today,
                                                        const OpportunityFilter &filter = {}) const;
    /// The statement behind list(), for whoever wants to see its plan.
    [[nodiscard]] static std::string listSql();
    /// How many there are without a filter.
    [[nodiscard]] Result<int> count(Day today) const;
    /// Those with a place, in the order of the day.
    [[nodiscard]] Result<std::vector<TodaysStop>> stops(StaffId technician, Day today) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::sales
