#pragma once

#include "sync/protocol/batch.h"

namespace turnus::protocol {

/// XXH64 with seed 0.
[[nodiscard]] quint64 xxh64(std::string_view bytes);

/// Gathers one row in the encoding that both ends hash (README.md, "Completeness"): first table and id, then each
/// column.
class RowHash
{
public:
    void begin(const Table &table, qint64 id);
    void addNull();
    void addInteger(qint64 value);
    void addReal(double value);
    /// Text (UTF-8) or blob.
    void addBytes(std::string_view value);
    [[nodiscard]] quint64 value() const { return xxh64(m_bytes); }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }

private:
    void append(char tag, quint64 number);

    std::string m_bytes;
};

/// Number and sum of hashes of a channel's rows, in whatever order they are added.
struct RowSum
{
    qint64 rows = 0;
    quint64 sum = 0;

    void add(quint64 hash);
    /// Rows of a batch that carries all columns.
    void add(const Batch &batch);
    bool operator==(const RowSum &) const = default;
};

} // namespace turnus::protocol
