#pragma once

#include "core/forecast/forecast.h"
#include "core/forecast/history.h"
#include "core/forecast/productlife.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <map>
#include <vector>

namespace turnus::installedbase {

/// What the forecast of one asset is made from.
struct ForecastInput
{
    AssetId asset;
    ProductId product;
    forecast::AssetHistory history;
};

/// What is known of a product's life, and which parameter pack says so (0: the manufacturer's figure).
struct KnownLife
{
    forecast::ProductLife life;
    int version = 0;
};

/// Reads the facts of assets as plain values for core/forecast. Used inside Connection::read and Connection::write.
class AssetHistories
{
public:
    explicit AssetHistories(storage::Connection &connection) : m_connection(connection) {}

    /// All active assets of the customer that `asset` belongs to, each with the usage that the others suggest; so one
    /// asset's forecast does not depend on which of them was asked for.
    [[nodiscard]] std::vector<ForecastInput> ofCustomer(CustomerId customer, Day today);
    [[nodiscard]] CustomerId customerOf(AssetId asset);
    /// Falls back on the nominal life when the pack is missing or unreadable. Kept until forgetLives() or another day,
    /// when another price may be valid.
    [[nodiscard]] const KnownLife &life(ProductId product, Day today);
    void forgetLives() { m_lives.clear(); }
    /// The company's, or the defaults when there are none or they make no sense.
    [[nodiscard]] forecast::Settings settings();

private:
    void readFacts(ForecastInput &input);
    void readMeasurements(ForecastInput &input);
    void shareUsage(std::vector<ForecastInput> &inputs, Day today);

    storage::Connection &m_connection;
    std::map<qint64, KnownLife> m_lives; ///< by product
    Day m_livesOf;
};

} // namespace turnus::installedbase
