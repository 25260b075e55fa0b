#include "sync/protocol/codec.h"

#include <array>

namespace turnus::protocol {

namespace {

constexpr std::array<std::string_view, 6> kindNames{"", "rows", "fields", "deletions", "inserts", "updates"};
constexpr std::size_t printedBlobBytes = 16;

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out.push_back('\\');
        if (c == '\n')
            out += "\\n";
        else
            out.push_back(c);
    }
    return out + '"';
}

std::string hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "x'";
    for (const char c : bytes.substr(0, printedBlobBytes)) {
        out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
        out.push_back(digits[static_cast<unsigned char>(c) & 0xf]);
    }
    return out + (bytes.size() > printedBlobBytes ? "…'" : "'");
}

std::string cell(const ColumnData &column, std::size_t row)
{
    if (column.isNull(row))
        return "NULL";
    switch (column.storage()) {
    case ColumnData::Storage::Integers:
        return std::to_string(column.integer(row));
    case ColumnData::Storage::Reals:
        return QByteArray::number(column.real(row), 'g', 17).toStdString();
    case ColumnData::Storage::Bytes:
        break;
    }
    return column.type() == ColumnType::Blob ? hex(column.bytes(row)) : quoted(column.bytes(row));
}

} // namespace

std::string print(const Batch &batch)
{
    std::string text(kindNames[static_cast<std::size_t>(batch.kind)]);
    text.append(" ").append(batch.table->name).append(": ").append(std::to_string(batch.rows())).append("\n");
    for (const std::string &name : batch.skipped)
        text.append("  (unknown column ").append(name).append(")\n");
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        text += "  ";
        if (batch.isOperations())
            text += '#' + std::to_string(batch.sequences[row]) + " at " + std::to_string(batch.times[row]) + ' ';
        if (batch.hasChannels())
            text += "channel " + std::to_string(batch.channels[row]) + ' ';
        text += "id=" + std::to_string(batch.ids[row]);
        for (std::size_t i = 0; i < batch.columns.size(); ++i) {
            const Column &column = batch.table->columns[static_cast<std::size_t>(batch.columns[i])];
            text.append(" ").append(column.name).append("=");
            if (!batch.olds.empty())
                text += cell(batch.olds[i], row) + "→";
            text += cell(batch.values[i], row);
        }
        text.push_back('\n');
    }
    return text;
}

} // namespace turnus::protocol
