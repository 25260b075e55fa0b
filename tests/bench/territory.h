#pragma once

<<<<<<< HEAD
#include <QString>

namespace turnus::bench {

/// Lays out a signed-in handheld's database in DIR/turnus.db: one territory of 2,000 customers and sites, 8,000 assets
/// of 25 products, 20,000 visits, 60,000 readings and six appointments on the day of `nowMs` (UTC).
void layOutTerritory(const QString &directory, qint64 nowMs);
=======
#include "sync/protocol/codec.h"

namespace turnus::bench {

/// The workload 'territory' on the product's tables, from a seed: 2,000 customers, each with a site, 8,000 assets,
/// 20,000 visits with notes of some 95 characters, 60,000 readings; and the few reference rows that they need.
/// All but the reference rows are of the territory's channel.
class Territory
{
public:
    explicit Territory(quint64 seed = 20'260'101);

    static constexpr qint64 companyChannel = 1;
    static constexpr qint64 channel = 10;
    static constexpr int customers = 2'000;
    static constexpr int assets = 8'000;
    static constexpr int visits = 20'000;
    static constexpr int readings = 60'000;

    /// In batches of about a frame each, parents before children.
    [[nodiscard]] const std::vector<protocol::Batch> &batches() const { return m_batches; }
    [[nodiscard]] std::size_t rows() const;
    [[nodiscard]] static qint64 assetId(int index) { return 100'000 + index; }

private:
    quint64 next();
    int below(int limit) { return static_cast<int>((next() >> 11) % static_cast<quint64>(limit)); }
    std::string words(std::size_t length);
    void reference();
    void customerRows();
    void visitRows();
    void readingRows();
    /// Adds one row; values in the order of the table's columns.
    void add(std::string_view table, qint64 id, qint64 rowChannel, const std::vector<protocol::Value> &values);
    void close();

    quint64 m_state;
    std::vector<int> m_customerOfAsset;
    std::vector<protocol::Batch> m_batches;
    protocol::Batch m_open;
};
>>>>>>> 41fa2ee (Measure the handheld's part of sync against SQLite's bare insert)

} // namespace turnus::bench
