#pragma once

#include "sync/protocol/tables.h"

#include <algorithm>
#include <array>

namespace turnus::protocol {

/// Whether the table is in the company's CSV files too. The others only mean something beside their database: they
/// name rows and operations by number.
constexpr bool isExchanged(const Table &table)
{
    constexpr std::array<std::string_view, 3> bookkeeping{"erasure", "open_conflict", "conflict_choice"};
    return std::ranges::find(bookkeeping, table.name) == bookkeeping.end();
}

} // namespace turnus::protocol
