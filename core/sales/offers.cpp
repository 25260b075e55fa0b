#include "core/sales/offers.h"

#include "core/sales/limits.h"

#include <algorithm>
#include <cmath>

namespace turnus::sales {

namespace {

using storage::Statement;

struct Candidate
{
    OfferOption option;
    bool successor = false;
};

/// Units of the same kind that are still sold (nothing succeeds them), by capacity and price.
std::vector<Candidate> readCandidates(storage::Connection &connection, AssetId asset)
{
    std::vector<Candidate> candidates;
    // The successor's successor counts when the successor itself is no longer sold.
    Statement row = connection.query(
        "WITH RECURSIVE own AS (SELECT p.id, p.category, p.successor_id FROM asset a "
        "JOIN product p ON p.id = a.product_id WHERE a.id = ?1), "
        "chain (id, next, depth) AS (SELECT p.id, p.successor_id, 1 FROM own JOIN product p ON p.id = own.successor_id "
        "UNION ALL SELECT p.id, p.successor_id, depth + 1 FROM chain JOIN product p ON p.id = chain.next "
        "WHERE depth < 10) "
        "SELECT p.id, p.name, p.summary, p.image_sha256, p.capacity_per_day, p.id IN (SELECT id FROM chain) "
        "FROM own JOIN product p ON p.category = own.category WHERE p.successor_id IS NULL "
        "ORDER BY p.capacity_per_day IS NULL, p.capacity_per_day, p.name",
        asset);
    while (row.step()) {
        Candidate candidate;
        candidate.option = {.product = row.id<ProductId>(0),
                            .name = row.text(1),
                            .summary = row.text(2),
                            .imageSha256 = row.text(3),
                            .capacityPerDay = row.isNull(4) ? std::nullopt : std::optional<int>(row.number(4)),
                            .price = std::nullopt};
        candidate.successor = row.flag(5);
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

bool suits(const Candidate &candidate)
{
    return candidate.option.fit == Fit::Fits || candidate.option.fit == Fit::Reserve ||
           candidate.option.fit == Fit::Unknown;
}

std::optional<size_t> middleOf(const std::vector<Candidate> &candidates)
{
    const auto successor = std::ranges::find(candidates, true, &Candidate::successor);
    if (successor != candidates.end() && suits(*successor))
        return static_cast<size_t>(successor - candidates.begin());
    const auto fitting = std::ranges::find_if(candidates, suits);
    if (fitting != candidates.end())
        return static_cast<size_t>(fitting - candidates.begin());
    if (candidates.empty())
        return std::nullopt;
    return candidates.size() - 1;
}

} // namespace

Fit fitOf(std::optional<int> capacityPerDay, const std::optional<UsageNeed> &need)
{
    if (!capacityPerDay || !need)
        return Fit::Unknown;
    const double capacity = *capacityPerDay;
    if (capacity < need->perDay * limits::tooSmallShare)
        return Fit::TooSmall;
    const double peak = std::max(need->peakPerDay, need->perDay);
    if (capacity < peak)
        return Fit::Tight;
    return capacity >= peak * limits::reserveFactor ? Fit::Reserve : Fit::Fits;
}

std::optional<Money> totalOf(std::span<const std::optional<Price>> prices)
{
    Money total;
    for (const std::optional<Price> &price : prices) {
        if (!price)
            return std::nullopt;
        total += price->amount;
    }
    return total;
}

Money leaseRate(Money total)
{
    const double monthly = limits::leaseYearlyInterest / 12;
    const double rate = double(total.cents) * monthly / (1 - std::pow(1 + monthly, -limits::leaseMonths));
    // Whole euros: a guide value that pretends no precision.
    return Money{std::llround(rate / 100) * 100};
}

std::optional<Price> Offers::priceWithin(ProductId product, Day today) const
{
    Statement row = m_connection.query("SELECT amount_cents, valid_from FROM price WHERE product_id = ? "
                                       "AND valid_from <= ? ORDER BY valid_from DESC, id DESC LIMIT 1",
                                       product, today);
    if (!row.step())
        return std::nullopt;
    return Price{row.money(0), row.day(1)};
}

Result<std::optional<Price>> Offers::price(ProductId product, Day today) const
{
    return m_connection.read([&] { return priceWithin(product, today); });
}

Result<Offer> Offers::forAsset(AssetId asset, const std::optional<UsageNeed> &need, Day today) const
{
    return m_connection.read([&] {
        Offer offer;
        Statement unit = m_connection.query(
            "SELECT p.usage_unit FROM asset a JOIN product p ON p.id = a.product_id WHERE a.id = ?", asset);
        if (unit.step())
            offer.usageUnit = unit.text(0);
        std::vector<Candidate> candidates = readCandidates(m_connection, asset);
        for (Candidate &candidate : candidates)
            candidate.option.fit = fitOf(candidate.option.capacityPerDay, need);
        const std::optional<size_t> middle = middleOf(candidates);
        if (!middle)
            return offer;
        const size_t last = std::min(candidates.size(), std::max(*middle + 2, limits::options));
        const size_t first = last - std::min(last, limits::options);
        for (size_t i = first; i < last; ++i) {
            OfferOption option = candidates[i].option;
            option.price = priceWithin(option.product, today);
            option.rank = last - first == 1 ? Rank::Better : Rank(i - first);
            offer.options.push_back(std::move(option));
        }
        offer.recommended = *middle - first;
        return offer;
    });
}

Result<std::vector<Accessory>> Offers::accessories(ProductId product, Day today) const
{
    return m_connection.read([&] {
        std::vector<Accessory> accessories;
        Statement row =
            m_connection.query("SELECT a.accessory_id, p.name, a.reason FROM accessory a "
                               "JOIN product p ON p.id = a.accessory_id WHERE a.product_id = ? ORDER BY a.id",
                               product);
        while (row.step()) {
            accessories.push_back({.product = row.id<ProductId>(0),
                                   .name = row.text(1),
                                   .reason = row.text(2),
                                   .price = priceWithin(row.id<ProductId>(0), today)});
        }
        return accessories;
    });
}

Result<std::optional<Money>> Offers::usualRepairCost(ProductId product) const
{
    return m_connection.read([&]() -> std::optional<Money> {
        Statement row = m_connection.query("SELECT count(r.cost_cents), avg(r.cost_cents) FROM asset a "
                                           "JOIN repair r ON r.asset_id = a.id WHERE a.product_id = ?",
                                           product);
        if (!row.step() || row.number(0) < limits::leastRepairs)
            return std::nullopt;
        return Money{std::llround(row.real(1) / 1000) * 1000};
    });
}

} // namespace turnus::sales
