#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The one description of the synced tables. The codec works from it; the device's and the server's migrations
/// are held against it by tests. Every synced table also has `id` (primary key) and `channel`, not listed here.
namespace turnus::protocol {

/// Reference rows come from the server only, facts are append-only, shared records merge field by field.
enum class RowKind : std::uint8_t { Reference, Fact, Shared };

/// Which channel a row belongs to: the whole company's, one territory's, or one person's.
enum class ChannelKind : std::uint8_t { Company = 1, Territory = 2, Person = 3 };

/// What happens when the server's value differs from the operation's old value.
enum class Merge : std::uint8_t {
    Ask,        ///< keep both values as a conflict until a person chooses
    ServerWins, ///< the dispatcher's plan stands; the device is told
    DeviceWins  ///< the technician was there; his value stands
};

enum class ColumnType : std::uint8_t { Id, Integer, Flag, Day, Instant, Cents, Real, Text, Blob };

struct Column
{
    std::string_view name;
    ColumnType type;
    bool nullable = false;
    Merge merge = Merge::Ask;
    std::string_view refersTo = {}; ///< table that an Id column points at
};

/// `number` is the table's name on the wire and never reused. `parent` is the Id column whose row decides the
/// channel of a new row (empty: company channel, or named in the row itself).
struct Table
{
    int number;
    std::string_view name;
    RowKind kind;
    ChannelKind channel;
    std::string_view parent;
    bool fromDevice; ///< devices may insert rows
    std::span<const Column> columns;
};

/// All synced tables, parents before children.
std::span<const Table> tables();
/// nullptr when there is no such table.
const Table *findTable(std::string_view name);
const Table *findTable(int number);
/// Position in table.columns, or -1.
int columnIndex(const Table &table, std::string_view column);
/// Says where a record belongs or whose it is: never changes by an operation.
bool isFixed(const Table &table, const Column &column);

} // namespace turnus::protocol
