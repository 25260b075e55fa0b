#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "core/support/money.h"

#include <QString>
#include <optional>
#include <span>
#include <vector>

namespace turnus::sales {

/// Whether a unit's capacity suits the use that was measured.
enum class Fit { Unknown, TooSmall, Tight, Fits, Reserve };
enum class Rank { Good, Better, Best };

/// What the customer needs: mean and highest use per day, as the meter says.
struct UsageNeed
{
    double perDay = 0;
    double peakPerDay = 0;
};

struct Price
{
    Money amount;
    Day validFrom;
};

struct OfferOption
{
    ProductId product;
    QString name;
    QString summary;
    QString imageSha256;
    Rank rank = Rank::Better;
    std::optional<int> capacityPerDay;
    /// nullopt: unknown, which is never 0.
    std::optional<Price> price;
    Fit fit = Fit::Unknown;
};

struct Accessory
{
    ProductId product;
    QString name;
    QString reason;
    std::optional<Price> price;
};

/// Up to three units that could replace an asset, from the smallest to the largest.
struct Offer
{
    QString usageUnit;
    std::vector<OfferOption> options;
    /// The index of the one to begin with: the successor if it fits, else the smallest that does.
    std::optional<size_t> recommended;
};

Fit fitOf(std::optional<int> capacityPerDay, const std::optional<UsageNeed> &need);
/// The sum; nullopt as soon as one price is unknown.
std::optional<Money> totalOf(std::span<const std::optional<Price>> prices);
/// A guide value for the monthly rate of a lease over limits::leaseMonths.
Money leaseRate(Money total);

/// Reads successors, capacities, prices and accessories.
class Offers
{
public:
    explicit Offers(storage::Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<Offer> forAsset(AssetId asset, const std::optional<UsageNeed> &need, Day today) const;
    [[nodiscard]] Result<std::vector<Accessory>> accessories(ProductId product, Day today) const;
    /// The price that holds on `today`.
    [[nodiscard]] Result<std::optional<Price>> price(ProductId product, Day today) const;
    /// The mean cost of one repair of such a product, as recorded on this device; nullopt when there are too few.
    [[nodiscard]] Result<std::optional<Money>> usualRepairCost(ProductId product) const;

private:
    [[nodiscard]] std::optional<Price> priceWithin(ProductId product, Day today) const;

    storage::Connection &m_connection;
};

} // namespace turnus::sales
