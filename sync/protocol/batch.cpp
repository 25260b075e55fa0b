#include "sync/protocol/batch.h"

#include <numeric>

namespace turnus::protocol {

ColumnData::Storage ColumnData::storageOf(ColumnType type)
{
    switch (type) {
    case ColumnType::Real:
        return Storage::Reals;
    case ColumnType::Text:
    case ColumnType::Blob:
        return Storage::Bytes;
    default:
        return Storage::Integers;
    }
}

Value ColumnData::value(std::size_t row) const
{
    if (isNull(row))
        return {};
    switch (storage()) {
    case Storage::Integers:
        return integer(row);
    case Storage::Reals:
        return real(row);
    case Storage::Bytes:
        break;
    }
    std::string bytesOfRow(bytes(row));
    return m_type == ColumnType::Blob ? Value(Blob{std::move(bytesOfRow)}) : Value(std::move(bytesOfRow));
}

void ColumnData::addInteger(qint64 value)
{
    m_integers.push_back(value);
    ++m_rows;
    if (!m_nulls.empty())
        m_nulls.push_back(0);
}

void ColumnData::addReal(double value)
{
    m_reals.push_back(value);
    ++m_rows;
    if (!m_nulls.empty())
        m_nulls.push_back(0);
}

void ColumnData::addBytes(std::string_view value)
{
    m_slices.push_back({static_cast<std::uint32_t>(m_bytes.size()), static_cast<std::uint32_t>(value.size())});
    m_bytes.append(value);
    ++m_rows;
    if (!m_nulls.empty())
        m_nulls.push_back(0);
}

void ColumnData::addNull()
{
    switch (storage()) {
    case Storage::Integers:
        m_integers.push_back(0);
        break;
    case Storage::Reals:
        m_reals.push_back(0);
        break;
    case Storage::Bytes:
        m_slices.push_back({0, 0});
        break;
    }
    m_nulls.resize(m_rows);
    m_nulls.push_back(1);
    ++m_rows;
}

bool ColumnData::add(const Value &value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        addNull();
        return true;
    }
    if (const auto *integer = std::get_if<qint64>(&value)) {
        if (storage() == Storage::Reals)
            addReal(static_cast<double>(*integer));
        else if (storage() == Storage::Integers)
            addInteger(*integer);
        else
            return false;
        return true;
    }
    if (const auto *real = std::get_if<double>(&value); real && storage() == Storage::Reals) {
        addReal(*real);
        return true;
    }
    if (const auto *text = std::get_if<std::string>(&value); text && m_type == ColumnType::Text) {
        addBytes(*text);
        return true;
    }
    if (const auto *blob = std::get_if<Blob>(&value); blob && m_type == ColumnType::Blob) {
        addBytes(blob->bytes);
        return true;
    }
    return false;
}

void ColumnData::reserve(std::size_t rows)
{
    switch (storage()) {
    case Storage::Integers:
        m_integers.reserve(rows);
        break;
    case Storage::Reals:
        m_reals.reserve(rows);
        break;
    case Storage::Bytes:
        m_slices.reserve(rows);
        break;
    }
}

std::size_t ColumnData::weight() const
{
    constexpr std::size_t bytesPerInteger = 3;
    constexpr std::size_t bytesPerReal = 8;
    return m_integers.size() * bytesPerInteger + m_reals.size() * bytesPerReal + m_slices.size() + m_bytes.size() +
           m_nulls.size() / 8;
}

bool ColumnData::operator==(const ColumnData &other) const
{
    if (m_type != other.m_type || m_rows != other.m_rows)
        return false;
    for (std::size_t row = 0; row < m_rows; ++row) {
        if (value(row) != other.value(row))
            return false;
    }
    return true;
}

Batch Batch::over(BatchKind kind, const Table &table)
{
    std::vector<int> columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), 0);
    return over(kind, table, std::move(columns));
}

Batch Batch::over(BatchKind kind, const Table &table, std::vector<int> columns)
{
    Batch batch{.kind = kind, .table = &table, .columns = std::move(columns)};
    for (const int column : batch.columns) {
        batch.values.emplace_back(table.columns[static_cast<std::size_t>(column)].type);
        if (kind == BatchKind::Updates)
            batch.olds.emplace_back(table.columns[static_cast<std::size_t>(column)].type);
    }
    return batch;
}

std::size_t Batch::weight() const
{
    constexpr std::size_t bytesPerNumber = 3;
    std::size_t sum = (ids.size() + channels.size() + sequences.size() + times.size()) * bytesPerNumber;
    for (const ColumnData &column : values)
        sum += column.weight();
    for (const ColumnData &column : olds)
        sum += column.weight();
    return sum;
}

} // namespace turnus::protocol
