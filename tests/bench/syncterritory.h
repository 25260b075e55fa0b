#pragma once

#include "sync/protocol/codec.h"

namespace turnus::bench {

/// The workload 'territory' on the product's tables, from a seed: 2,000 customers, each with a site, 8,000 assets,
/// 20,000 visits with notes of some 95 characters, 60,000 readings; and the few reference rows that they need.
/// All but the reference rows are of the territory's channel.
class SyncTerritory
{
public:
    explicit SyncTerritory(quint64 seed = 20'260'101);

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

} // namespace turnus::bench
