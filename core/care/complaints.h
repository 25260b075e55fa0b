#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <QString>
#include <optional>
#include <string>
#include <vector>

namespace turnus::care {

/// What somebody takes from a customer; the unit and the visit may be none.
struct ComplaintDraft
{
    CustomerId customer;
    AssetId asset;
    VisitId visit;
    QString what;
};

struct Complaint
{
    ComplaintId id;
    AssetId asset;
    /// The unit's product and place; empty when it is about none.
    QString product;
    QString place;
    QString what;
    QString takenBy;
    Instant opened;
    /// nullopt while it is open.
    std::optional<Instant> settled;
    QString settlement;

    bool operator==(const Complaint &) const = default;
};

/// A unit that a complaint may be about.
struct ComplaintUnit
{
    AssetId id;
    QString product;
    QString place;
    QString serial;

    bool operator==(const ComplaintUnit &) const = default;
};

/// What customers complain of. While a complaint is open, nothing is recommended to its customer: opportunities and the
/// guard of referrals read that from the same table.
class Complaints
{
public:
    explicit Complaints(storage::Connection &connection) : m_connection(connection) {}

    /// Taken by whoever is signed in. Errors "complaint-empty", "complaint-unit" (not of this customer),
    /// "text-too-long".
    Result<ComplaintId> open(const ComplaintDraft &draft);
    /// Errors "settlement-empty", "text-too-long", "not-found", "complaint-settled" (somebody was first).
    Status settle(ComplaintId complaint, const QString &settlement);
    /// The oldest first.
    [[nodiscard]] Result<std::vector<Complaint>> openOf(CustomerId customer) const;
    /// The statement behind openOf(), for whoever wants to see its plan.
    [[nodiscard]] static std::string openSql();
    /// The newest few, the one that was settled last first.
    [[nodiscard]] Result<std::vector<Complaint>> settledOf(CustomerId customer) const;
    /// Those that stand there, by product and place.
    [[nodiscard]] Result<std::vector<ComplaintUnit>> units(CustomerId customer) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::care
