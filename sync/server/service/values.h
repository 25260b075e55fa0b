#pragma once

#include "core/support/result.h"
#include "sync/protocol/batch.h"
#include "sync/server/store/value.h"

namespace turnus::server {

[[nodiscard]] Value fromWire(const protocol::Value &value);
[[nodiscard]] protocol::Value toWire(const Value &value);
/// Appends a stored value to a column of an answer.
void append(protocol::ColumnData &column, const Value &value);

/// Whether the value may stand in the column: type, NULL, length, vocabulary. The error names table and column.
[[nodiscard]] Status checkValue(const protocol::Table &table, const protocol::Column &column, const Value &value);
/// The words that a text column may hold; empty: any text.
[[nodiscard]] std::span<const std::string_view> vocabularyOf(const protocol::Table &table,
                                                             const protocol::Column &column);

} // namespace turnus::server
