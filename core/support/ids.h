#pragma once

#include "core/support/result.h"

#include <QHashFunctions>
#include <compare>

namespace turnus {

/// A row id that cannot be mistaken for another kind's. 0 means "none".
/// Layout: replica number in the bits from 32 up, counter in the low 32; ids stay below 2^53, so that QML's
/// numbers carry them exactly. Replica 0 is the server.
template <class Tag>
struct Id
{
    qint64 value = 0;

    constexpr Id() = default;
    constexpr explicit Id(qint64 v) : value(v) {}
    [[nodiscard]] constexpr bool isNull() const { return value == 0; }
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

constexpr int idCounterBits = 32;
constexpr qint64 maxReplica = (qint64{1} << 21) - 1;
constexpr qint64 idRangeStart(qint64 replica)
{
    return replica << idCounterBits;
}

using AccessoryId = Id<struct AccessoryTag>;
using AppointmentId = Id<struct AppointmentTag>;
using AssetId = Id<struct AssetTag>;
using BonusEntryId = Id<struct BonusEntryTag>;
using BonusRuleId = Id<struct BonusRuleTag>;
using BrochureId = Id<struct BrochureTag>;
using ChannelId = Id<struct ChannelTag>;
using ChecklistId = Id<struct ChecklistTag>;
using ChecklistItemId = Id<struct ChecklistItemTag>;
using ComplaintId = Id<struct ComplaintTag>;
using ContactId = Id<struct ContactTag>;
using CustomerId = Id<struct CustomerTag>;
using DueNoteId = Id<struct DueNoteTag>;
using PartId = Id<struct PartTag>;
using ProductId = Id<struct ProductTag>;
using ReferralId = Id<struct ReferralTag>;
using SegmentId = Id<struct SegmentTag>;
using ServiceContractId = Id<struct ServiceContractTag>;
using SiteId = Id<struct SiteTag>;
using StaffId = Id<struct StaffTag>;
using TeamId = Id<struct TeamTag>;
using VisitId = Id<struct VisitTag>;

/// Mints row ids that no other installed database ever mints.
class IdSource
{
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual Result<qint64> next() = 0;

    template <class IdT>
    [[nodiscard]] Result<IdT> mint()
    {
        return next().map([](qint64 value) { return IdT{value}; });
    }
};

} // namespace turnus
