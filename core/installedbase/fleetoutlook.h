#pragma once

#include "core/forecast/productlife.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <array>
#include <map>
#include <vector>

namespace turnus::installedbase {

/// When eight of ten such units come due, and half of them.
struct DueWindow
{
    Day p10;
    Day p50;
    Day p90;
};

/// A count that is likely, and how it may scatter when units come due independently of each other.
struct ExpectedCount
{
    double mean = 0;
    double variance = 0;

    void add(double probability)
    {
        mean += probability;
        variance += probability * (1 - probability);
    }
    ExpectedCount &operator+=(const ExpectedCount &other)
    {
        mean += other.mean;
        variance += other.variance;
        return *this;
    }
    /// Eight of ten times the count lies between these.
    [[nodiscard]] int low() const;
    [[nodiscard]] int high() const;
};

/// Units of one product in one territory.
struct OutlookGroup
{
    static constexpr int months = 18;

    ProductId product;
    /// The territory's channel.
    qint64 channel = 0;
    int units = 0;
    /// Units whose forecast is not computed yet; they are in no count.
    int unknown = 0;
    /// Units that come due, by calendar month; month 0 is what is left of the present one.
    std::array<ExpectedCount, months> due{};
    /// Failures within the last failureDays, and as many as the manufacturer's figure lets expect of these units.
    int failures = 0;
    double expectedFailures = 0;
};

/// What a supervisor's forecast page shows, counted from the device's own database in slices: volume by month, product
/// and territory, and failures against the manufacturer's figure.
class FleetOutlook
{
public:
    static constexpr int failureDays = 730;

    explicit FleetOutlook(storage::Connection &connection) : m_connection(connection) {}

    void start(Day today);
    /// Counts the next units; false when all are counted.
    [[nodiscard]] Result<bool> slice();
    /// By product, then territory; complete once slice() said false.
    [[nodiscard]] std::vector<OutlookGroup> groups() const;
    [[nodiscard]] Result<std::map<qint64, QString>> productNames() const;
    /// By channel.
    [[nodiscard]] Result<std::map<qint64, QString>> territoryNames() const;

private:
    /// Survival by the manufacturer's figure, by month of age.
    using Survival = std::vector<double>;
    struct Unit;

    void count(const Unit &unit);
    void countDue(OutlookGroup &group, const Unit &unit) const;
    void countFailure(OutlookGroup &group, const Unit &unit);
    const Survival &survivalOf(ProductId product);

    storage::Connection &m_connection;
    Day m_today;
    std::array<Day, OutlookGroup::months + 1> m_edges{};
    AssetId m_last;
    std::map<std::pair<qint64, qint64>, OutlookGroup> m_groups;
    std::map<qint64, Survival> m_survival;
};

/// Probability of at least `count` failures when `expected` are usual (Poisson).
double chanceOfAtLeast(int count, double expected);

} // namespace turnus::installedbase
