#pragma once

#include "sync/protocol/tables.h"

#include <QtGlobal>
#include <string>
#include <variant>
#include <vector>

namespace turnus::protocol {

struct Blob
{
    std::string bytes;
    bool operator==(const Blob &) const = default;
};

/// One field's value on its own, as in a receipt.
using Value = std::variant<std::monostate, qint64, double, std::string, Blob>;

/// The values of one column of a batch, one per row, kept by storage class so that they are bound straight to SQL.
/// Filled row by row with the add… function of its type, or addNull.
class ColumnData
{
public:
    ColumnData() = default;
    explicit ColumnData(ColumnType type) : m_type(type) {}

    enum class Storage : std::uint8_t { Integers, Reals, Bytes };
    [[nodiscard]] static Storage storageOf(ColumnType type);

    [[nodiscard]] ColumnType type() const { return m_type; }
    [[nodiscard]] Storage storage() const { return storageOf(m_type); }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] bool isNull(std::size_t row) const { return !m_nulls.empty() && m_nulls[row]; }
    [[nodiscard]] bool hasNulls() const { return !m_nulls.empty(); }
    /// For Id, Integer, Flag, Day, Instant, Cents.
    [[nodiscard]] qint64 integer(std::size_t row) const { return m_integers[row]; }
    [[nodiscard]] double real(std::size_t row) const { return m_reals[row]; }
    /// Text (UTF-8) or blob; valid as long as this column.
    [[nodiscard]] std::string_view bytes(std::size_t row) const
    {
        return std::string_view(m_bytes).substr(m_slices[row].offset, m_slices[row].length);
    }
    [[nodiscard]] Value value(std::size_t row) const;

    void addInteger(qint64 value);
    void addReal(double value);
    void addBytes(std::string_view value);
    void addNull();
    /// False when the value's kind is not the column's; then nothing is added.
    [[nodiscard]] bool add(const Value &value);
    void reserve(std::size_t rows);
    /// Roughly what the column takes in a frame before compression.
    [[nodiscard]] std::size_t weight() const;
    /// Same type and same values; how they are stored does not count.
    bool operator==(const ColumnData &other) const;

private:
    friend class ColumnDecoder;
    struct Slice
    {
        std::uint32_t offset;
        std::uint32_t length;
    };

    ColumnType m_type = ColumnType::Integer;
    std::size_t m_rows = 0;
    std::vector<std::uint8_t> m_nulls; ///< one byte a row; empty: no NULL at all
    std::vector<qint64> m_integers;
    std::vector<double> m_reals;
    std::vector<Slice> m_slices;
    std::string m_bytes;
};

enum class BatchKind : std::uint8_t {
    Rows = 1,      ///< down: whole rows, new to the device or replacing what it has
    Fields = 2,    ///< down: changed fields of rows that the device has
    Deletions = 3, ///< down: rows that are gone or have left the channel
    Inserts = 4,   ///< up: operations that insert a row
    Updates = 5    ///< up: operations that change fields, with the old values
};

/// Rows of one table that carry the same columns, column by column.
/// Filled row by row: `ids` and, by kind, `channels` or `sequences` and `times`, and one value in each column.
struct Batch
{
    BatchKind kind = BatchKind::Rows;
    const Table *table = nullptr;
    std::vector<int> columns; ///< positions in table->columns, ascending; Rows and Inserts: all that the sender knows
    std::vector<qint64> ids;
    std::vector<qint64> channels;  ///< Rows: each row's channel. Fields: empty. Deletions: the channel that it left
    std::vector<qint64> sequences; ///< Inserts, Updates: operation numbers
    std::vector<qint64> times;     ///< Inserts, Updates: when it was recorded, ms UTC
    std::vector<ColumnData> values;
    std::vector<ColumnData> olds;     ///< Updates: the values before
    std::vector<std::string> skipped; ///< columns that the decoder does not know and was told to skip

    /// An empty batch over all columns of the table, or over those given.
    static Batch over(BatchKind kind, const Table &table);
    static Batch over(BatchKind kind, const Table &table, std::vector<int> columns);

    [[nodiscard]] std::size_t rows() const { return ids.size(); }
    [[nodiscard]] bool isOperations() const { return kind == BatchKind::Inserts || kind == BatchKind::Updates; }
    [[nodiscard]] bool hasChannels() const { return kind == BatchKind::Rows || kind == BatchKind::Deletions; }
    /// Roughly what the batch takes in a frame before compression.
    [[nodiscard]] std::size_t weight() const;
    bool operator==(const Batch &) const = default;
};

} // namespace turnus::protocol
