#pragma once

#include "sync/protocol/batch.h"

#include <cmath>
#include <limits>
#include <random>

namespace turnus::tests {

/// Batches of any table with values of every kind and size, from a seed.
class RandomBatches
{
public:
    explicit RandomBatches(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random); }

    protocol::Batch next()
    {
        const auto tables = protocol::tables();
        const protocol::Table &table = tables[below(tables.size())];
        const auto kind = static_cast<protocol::BatchKind>(1 + below(5));
        std::vector<int> columns;
        if (kind != protocol::BatchKind::Deletions) {
            for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
                if (below(3) > 0)
                    columns.push_back(column);
            }
            if (columns.empty())
                columns.push_back(0);
        }
        auto batch = protocol::Batch::over(kind, table, columns);
        const std::size_t rows = 1 + below(200);
        for (std::size_t row = 0; row < rows; ++row) {
            batch.ids.push_back(1 + (integer() & ((qint64{1} << 53) - 2)));
            if (batch.hasChannels())
                batch.channels.push_back(integer());
            if (batch.isOperations()) {
                batch.sequences.push_back(1 + static_cast<qint64>(row) * 3);
                batch.times.push_back(1'790'000'000'000 + static_cast<qint64>(below(1'000'000)));
            }
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            fill(batch.values[i], table.columns[static_cast<std::size_t>(columns[i])], rows);
            if (!batch.olds.empty())
                fill(batch.olds[i], table.columns[static_cast<std::size_t>(columns[i])], rows);
        }
        return batch;
    }

private:
    qint64 integer()
    {
        const int width = static_cast<int>(1 + below(64));
        const auto bits = static_cast<qint64>(m_random());
        return width == 64 ? bits : bits & static_cast<qint64>((quint64{1} << width) - 1);
    }

    void fill(protocol::ColumnData &column, const protocol::Column &description, std::size_t rows)
    {
        const std::size_t style = below(4);
        for (std::size_t row = 0; row < rows; ++row) {
            if (description.nullable && below(style + 1) > 0)
                column.addNull();
            else
                addValue(column, style, row);
        }
    }

    void addValue(protocol::ColumnData &column, std::size_t style, std::size_t row)
    {
        switch (column.storage()) {
        case protocol::ColumnData::Storage::Integers:
            if (column.type() == protocol::ColumnType::Flag)
                column.addInteger(static_cast<qint64>(below(2)));
            else if (style == 0)
                column.addInteger(42);
            else if (style == 1)
                column.addInteger(static_cast<qint64>(row) * 7 - 90);
            else
                column.addInteger(style == 2 ? integer() : -integer());
            break;
        case protocol::ColumnData::Storage::Reals:
            if (style == 0)
                column.addReal(std::ldexp(static_cast<double>(integer()), -40));
            else
                column.addReal(static_cast<double>(below(1'000'000)) / (style == 1 ? 1.0 : 1000.0));
            break;
        case protocol::ColumnData::Storage::Bytes:
            if (style == 0)
                column.addBytes(below(2) == 0 ? "maintenance" : "Küche");
            else
                column.addBytes(std::string(below(40), static_cast<char>('a' + below(26))));
            break;
        }
    }

    std::mt19937_64 m_random;
};

} // namespace turnus::tests
