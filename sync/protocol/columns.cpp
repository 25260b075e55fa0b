#include "sync/protocol/columns.h"

#include "sync/protocol/limits.h"

#include <QUtf8StringView>
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

/// The first element of an encoded column: how the rest is to be read. Numbers are on the wire and stay.
enum Layout : qint64 {
    Offsets = 0,    ///< base, unsigned differences from it
    Deltas = 1,     ///< first, signed differences from the one before
    Constant = 2,   ///< one value for all
    Float64 = 3,    ///< reals as they are
    Decimals = 4,   ///< reals as integers, divided by a power of ten
    Plain = 5,      ///< lengths, then all bytes in a row
    Dictionary = 6, ///< lengths and bytes of the distinct values, then each row's number
};

constexpr int mostDecimals = 6;
constexpr std::array<double, mostDecimals + 1> powersOfTen{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};
constexpr double exactIntegerLimit = 9'007'199'254'740'992.0;
constexpr std::size_t dictionaryMostEntries = 4'096;

QString columnName(const Column &column)
{
    return QString::fromUtf8(column.name.data(), qsizetype(column.name.size()));
}

quint64 bits(qint64 value)
{
    return static_cast<quint64>(value);
}

/// Differences are taken modulo 2^64, so that no pair of values overflows.
qint64 difference(qint64 later, qint64 earlier)
{
    return static_cast<qint64>(bits(later) - bits(earlier));
}

void encodeDeltas(cbor::Writer &writer, std::span<const qint64> values, qint64 least, qint64 greatest)
{
    std::vector<qint64> deltas(values.size() - 1);
    for (std::size_t i = 1; i < values.size(); ++i)
        deltas[i - 1] = difference(values[i], values[i - 1]);
    writer.array(3);
    writer.integer(Deltas);
    writer.integer(values.front());
    writer.signedArray(deltas, least, greatest);
}

void encodeOffsets(cbor::Writer &writer, std::span<const qint64> values, qint64 least, qint64 greatest)
{
    std::vector<quint64> offsets(values.size());
    std::ranges::transform(values, offsets.begin(), [least](qint64 value) { return bits(value) - bits(least); });
    writer.array(3);
    writer.integer(Offsets);
    writer.integer(least);
    writer.unsignedArray(offsets, bits(greatest) - bits(least));
}

/// The least number of decimals at which every value is exactly an integer; -1 when there is none.
int decimalsOf(std::span<const double> values)
{
    int decimals = 0;
    for (const double value : values) {
        for (;; ++decimals) {
            if (decimals > mostDecimals)
                return -1;
            const double power = powersOfTen[static_cast<std::size_t>(decimals)];
            const double scaled = std::nearbyint(value * power);
            if (std::abs(scaled) < exactIntegerLimit && scaled / power == value && !(value == 0 && std::signbit(value)))
                break;
        }
    }
    // A later value may have asked for more decimals than earlier ones were tried with.
    const double power = powersOfTen[static_cast<std::size_t>(decimals)];
    const bool exact = std::ranges::all_of(values, [power](double value) {
        const double scaled = std::nearbyint(value * power);
        return std::abs(scaled) < exactIntegerLimit && scaled / power == value;
    });
    return exact ? decimals : -1;
}

void encodeReals(cbor::Writer &writer, std::span<const double> values)
{
    const int decimals = decimalsOf(values);
    if (decimals < 0) {
        writer.array(2);
        writer.integer(Float64);
        writer.realArray(values);
        return;
    }
    std::vector<qint64> scaled(values.size());
    const double power = powersOfTen[static_cast<std::size_t>(decimals)];
    std::ranges::transform(values, scaled.begin(), [power](double value) { return std::llrint(value * power); });
    writer.array(3);
    writer.integer(Decimals);
    writer.integer(decimals);
    encodeIntegers(writer, scaled);
}

void encodePlain(cbor::Writer &writer, Layout layout, std::span<const std::string_view> values)
{
    std::vector<qint64> lengths;
    lengths.reserve(values.size());
    std::string all;
    for (const std::string_view value : values) {
        lengths.push_back(static_cast<qint64>(value.size()));
        all.append(value);
    }
    writer.array(layout == Dictionary ? 5 : 3);
    writer.integer(layout);
    if (layout == Dictionary)
        writer.integer(static_cast<qint64>(values.size()));
    encodeIntegers(writer, lengths);
    writer.bytes(all);
}

void encodeBytes(cbor::Writer &writer, std::span<const std::string_view> values)
{
    std::unordered_map<std::string_view, qint64> numbers;
    std::vector<std::string_view> entries;
    std::vector<qint64> indexes;
    indexes.reserve(values.size());
    const std::size_t most = std::min(values.size() / 2, dictionaryMostEntries);
    for (const std::string_view value : values) {
        const auto [entry, isNew] = numbers.try_emplace(value, static_cast<qint64>(entries.size()));
        if (isNew)
            entries.push_back(value);
        if (entries.size() > most)
            return encodePlain(writer, Plain, values);
        indexes.push_back(entry->second);
    }
    encodePlain(writer, Dictionary, entries);
    encodeIntegers(writer, indexes);
}

} // namespace

void encodeIntegers(cbor::Writer &writer, std::span<const qint64> values)
{
    const auto [least, greatest] =
        values.empty() ? std::ranges::min_max_result<qint64>{0, 0} : std::ranges::minmax(values);
    if (least == greatest) {
        writer.array(2);
        writer.integer(Constant);
        writer.integer(least);
        return;
    }
    qint64 leastDelta = difference(values[1], values[0]);
    qint64 greatestDelta = leastDelta;
    for (std::size_t i = 2; i < values.size(); ++i) {
        const qint64 delta = difference(values[i], values[i - 1]);
        leastDelta = std::min(leastDelta, delta);
        greatestDelta = std::max(greatestDelta, delta);
    }
    const int offsetWidth = cbor::unsignedWidth(bits(greatest) - bits(least));
    const int deltaWidth = cbor::signedWidth(leastDelta, greatestDelta);
    if (deltaWidth < offsetWidth || (deltaWidth == offsetWidth && leastDelta >= 0))
        encodeDeltas(writer, values, leastDelta, greatestDelta);
    else
        encodeOffsets(writer, values, least, greatest);
}

Status decodeIntegers(cbor::Reader &reader, std::size_t size, std::vector<qint64> &into)
{
    TURNUS_ASSIGN(elements, reader.array(3));
    TURNUS_ASSIGN(layout, reader.integer());
    if (elements != (layout == Constant ? 2U : 3U))
        return reader.wrong(u"a column of integers has %1 elements"_s.arg(elements));
    TURNUS_ASSIGN(base, reader.integer());
    switch (layout) {
    case Constant:
        into.assign(size, base);
        return {};
    case Offsets: {
        std::vector<quint64> offsets;
        TURNUS_TRY(reader.unsignedArray(size, offsets));
        into.resize(size);
        std::ranges::transform(offsets, into.begin(),
                               [base](quint64 offset) { return static_cast<qint64>(bits(base) + offset); });
        return {};
    }
    case Deltas: {
        if (size == 0)
            return reader.wrong(u"differences without a first value"_s);
        std::vector<qint64> deltas;
        TURNUS_TRY(reader.signedArray(size - 1, deltas));
        into.resize(size);
        quint64 value = bits(base);
        into[0] = base;
        for (std::size_t i = 1; i < size; ++i)
            into[i] = static_cast<qint64>(value += bits(deltas[i - 1]));
        return {};
    }
    default:
        return reader.wrong(u"unknown layout %1 of integers"_s.arg(layout));
    }
}

std::vector<qint64> ColumnDecoder::presentIntegers(const ColumnData &column)
{
    if (column.m_nulls.empty())
        return column.m_integers;
    std::vector<qint64> present;
    for (std::size_t row = 0; row < column.m_rows; ++row) {
        if (!column.m_nulls[row])
            present.push_back(column.m_integers[row]);
    }
    return present;
}

std::vector<double> ColumnDecoder::presentReals(const ColumnData &column)
{
    std::vector<double> present;
    for (std::size_t row = 0; row < column.m_rows; ++row) {
        if (!column.isNull(row))
            present.push_back(column.m_reals[row]);
    }
    return present;
}

void encodeColumn(cbor::Writer &writer, const ColumnData &column)
{
    writer.array(2);
    std::size_t present = column.rows();
    if (column.hasNulls()) {
        std::string bitmap((column.rows() + 7) / 8, '\0');
        for (std::size_t row = 0; row < column.rows(); ++row) {
            if (column.isNull(row)) {
                bitmap[row / 8] = static_cast<char>(static_cast<unsigned char>(bitmap[row / 8]) | 1U << (row % 8));
                --present;
            }
        }
        writer.bytes(bitmap);
    } else {
        writer.null();
    }
    if (present == 0) {
        writer.null();
        return;
    }
    switch (column.storage()) {
    case ColumnData::Storage::Integers:
        return encodeIntegers(writer, ColumnDecoder::presentIntegers(column));
    case ColumnData::Storage::Reals:
        return encodeReals(writer, ColumnDecoder::presentReals(column));
    case ColumnData::Storage::Bytes:
        break;
    }
    std::vector<std::string_view> values;
    values.reserve(present);
    for (std::size_t row = 0; row < column.rows(); ++row) {
        if (!column.isNull(row))
            values.push_back(column.bytes(row));
    }
    encodeBytes(writer, values);
}

template <class T>
void ColumnDecoder::spread(const ColumnData &column, std::vector<T> &values)
{
    if (column.m_nulls.empty())
        return;
    std::size_t from = values.size();
    values.resize(column.m_rows);
    for (std::size_t row = column.m_rows; row-- > 0;)
        values[row] = column.m_nulls[row] ? T{} : values[--from];
}

Status ColumnDecoder::decodeNulls(cbor::Reader &reader, const Column &column, ColumnData &into)
{
    if (reader.tryNull())
        return {};
    TURNUS_ASSIGN(bitmap, reader.bytes());
    if (bitmap.size() != (into.m_rows + 7) / 8)
        return reader.wrong(u"%1 bytes of NULL marks for %2 rows"_s.arg(bitmap.size()).arg(into.m_rows));
    into.m_nulls.resize(into.m_rows);
    for (std::size_t row = 0; row < into.m_rows; ++row)
        into.m_nulls[row] = static_cast<unsigned char>(bitmap[row / 8]) >> (row % 8) & 1U;
    if (!column.nullable && std::ranges::count(into.m_nulls, 1) > 0) {
        return reader.wrong(u"NULL in column %1"_s.arg(columnName(column)));
    }
    return {};
}

Status ColumnDecoder::decodeReals(cbor::Reader &reader, std::size_t present, ColumnData &into)
{
    TURNUS_ASSIGN(elements, reader.array(3));
    TURNUS_ASSIGN(layout, reader.integer());
    if (layout == Float64 && elements == 2) {
        TURNUS_TRY(reader.realArray(present, into.m_reals));
        const bool finite = std::ranges::all_of(into.m_reals, [](double value) { return std::isfinite(value); });
        return finite ? Status() : reader.wrong(u"a real that is no number"_s);
    }
    if (layout != Decimals || elements != 3)
        return reader.wrong(u"unknown layout %1 of reals"_s.arg(layout));
    TURNUS_ASSIGN(decimals, reader.count(mostDecimals));
    std::vector<qint64> scaled;
    TURNUS_TRY(decodeIntegers(reader, present, scaled));
    into.m_reals.resize(present);
    std::ranges::transform(scaled, into.m_reals.begin(), [power = powersOfTen[decimals]](qint64 value) {
        return static_cast<double>(value) / power;
    });
    return {};
}

Status ColumnDecoder::decodeBytes(cbor::Reader &reader, std::size_t present, ColumnData &into)
{
    TURNUS_ASSIGN(elements, reader.array(5));
    TURNUS_ASSIGN(layout, reader.integer());
    if (!(layout == Plain && elements == 3) && !(layout == Dictionary && elements == 5))
        return reader.wrong(u"unknown layout %1 of bytes"_s.arg(layout));
    std::size_t entries = present;
    if (layout == Dictionary) {
        TURNUS_ASSIGN(counted, reader.count(present));
        entries = counted;
    }
    std::vector<qint64> lengths;
    TURNUS_TRY(decodeIntegers(reader, entries, lengths));
    TURNUS_ASSIGN(content, reader.bytes());
    std::vector<ColumnData::Slice> slices(entries);
    std::size_t offset = 0;
    for (std::size_t i = 0; i < entries; ++i) {
        const qint64 length = lengths[i];
        if (length < 0 || static_cast<quint64>(length) > content.size() - offset)
            return reader.wrong(u"a text or blob goes beyond its bytes"_s);
        slices[i] = {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)};
        const std::string_view value = content.substr(offset, static_cast<std::size_t>(length));
        if (into.m_type == ColumnType::Text && !QUtf8StringView(value.data(), length).isValidUtf8())
            return reader.wrong(u"a text is not UTF-8"_s);
        offset += value.size();
    }
    if (offset != content.size())
        return reader.wrong(u"%1 bytes belong to no text or blob"_s.arg(content.size() - offset));
    into.m_bytes.assign(content);
    if (layout == Plain) {
        into.m_slices = std::move(slices);
        return {};
    }
    std::vector<qint64> indexes;
    TURNUS_TRY(decodeIntegers(reader, present, indexes));
    into.m_slices.resize(present);
    for (std::size_t i = 0; i < present; ++i) {
        if (indexes[i] < 0 || static_cast<quint64>(indexes[i]) >= entries)
            return reader.wrong(u"a dictionary has no entry %1"_s.arg(indexes[i]));
        into.m_slices[i] = slices[static_cast<std::size_t>(indexes[i])];
    }
    return {};
}

Status ColumnDecoder::checkFlags(const cbor::Reader &reader, const Column &column, const ColumnData &data)
{
    if (column.type == ColumnType::Flag &&
        std::ranges::any_of(data.m_integers, [](qint64 value) { return value < 0 || value > 1; })) {
        return reader.wrong(u"flag %1 is neither 0 nor 1"_s.arg(columnName(column)));
    }
    return {};
}

Result<ColumnData> ColumnDecoder::decode(cbor::Reader &reader, const Column &column, std::size_t rows)
{
    ColumnData data(column.type);
    data.m_rows = rows;
    TURNUS_TRY(reader.arrayOf(2));
    TURNUS_TRY(decodeNulls(reader, column, data));
    const auto present = rows - static_cast<std::size_t>(std::ranges::count(data.m_nulls, 1));
    if (present > 0) {
        switch (data.storage()) {
        case ColumnData::Storage::Integers:
            TURNUS_TRY(decodeIntegers(reader, present, data.m_integers));
            TURNUS_TRY(checkFlags(reader, column, data));
            break;
        case ColumnData::Storage::Reals:
            TURNUS_TRY(decodeReals(reader, present, data));
            break;
        case ColumnData::Storage::Bytes:
            TURNUS_TRY(decodeBytes(reader, present, data));
            break;
        }
    } else if (!reader.tryNull()) {
        return reader.wrong(u"values in a column that is all NULL"_s);
    }
    switch (data.storage()) {
    case ColumnData::Storage::Integers:
        spread(data, data.m_integers);
        break;
    case ColumnData::Storage::Reals:
        spread(data, data.m_reals);
        break;
    case ColumnData::Storage::Bytes:
        spread(data, data.m_slices);
        break;
    }
    return data;
}

} // namespace turnus::protocol
