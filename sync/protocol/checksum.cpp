#include "sync/protocol/checksum.h"

#include <QtEndian>
#include <bit>

namespace turnus::protocol {

namespace {

// The primes and rotations of XXH64 as its specification has them.
constexpr quint64 prime1 = 0x9E3779B185EBCA87;
constexpr quint64 prime2 = 0xC2B2AE3D27D4EB4F;
constexpr quint64 prime3 = 0x165667B19E3779F9;
constexpr quint64 prime4 = 0x85EBCA77C2B2AE63;
constexpr quint64 prime5 = 0x27D4EB2F165667C5;
constexpr std::size_t stripe = 32;

constexpr char nullTag = 0;
constexpr char integerTag = 1;
constexpr char realTag = 2;
constexpr char bytesTag = 3;

template <class T>
quint64 load(const char *&at)
{
    const T value = qFromLittleEndian<T>(at);
    at += sizeof(T);
    return value;
}

quint64 turn(quint64 lane, quint64 input)
{
    return std::rotl(lane + input * prime2, 31) * prime1;
}

quint64 merge(quint64 hash, quint64 lane)
{
    return (hash ^ turn(0, lane)) * prime1 + prime4;
}

quint64 stripes(const char *&at, const char *end)
{
    quint64 a = prime1 + prime2;
    quint64 b = prime2;
    quint64 c = 0;
    quint64 d = 0 - prime1;
    while (static_cast<std::size_t>(end - at) >= stripe) {
        a = turn(a, load<quint64>(at));
        b = turn(b, load<quint64>(at));
        c = turn(c, load<quint64>(at));
        d = turn(d, load<quint64>(at));
    }
    const quint64 hash = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
    return merge(merge(merge(merge(hash, a), b), c), d);
}

} // namespace

quint64 xxh64(std::string_view bytes)
{
    const char *at = bytes.data();
    const char *end = at + bytes.size();
    quint64 hash = bytes.size() >= stripe ? stripes(at, end) : prime5;
    hash += bytes.size();
    while (end - at >= 8)
        hash = std::rotl(hash ^ turn(0, load<quint64>(at)), 27) * prime1 + prime4;
    if (end - at >= 4)
        hash = std::rotl(hash ^ load<quint32>(at) * prime1, 23) * prime2 + prime3;
    while (at != end)
        hash = std::rotl(hash ^ load<quint8>(at) * prime5, 11) * prime1;
    hash = (hash ^ hash >> 33) * prime2;
    hash = (hash ^ hash >> 29) * prime3;
    return hash ^ hash >> 32;
}

void RowHash::append(char tag, quint64 number)
{
    const quint64 little = qToLittleEndian(number);
    m_bytes.push_back(tag);
    m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

void RowHash::begin(const Table &table, qint64 id)
{
    m_bytes.clear();
    append(integerTag, static_cast<quint64>(table.number));
    append(integerTag, static_cast<quint64>(id));
}

void RowHash::addNull()
{
    m_bytes.push_back(nullTag);
}

void RowHash::addInteger(qint64 value)
{
    append(integerTag, static_cast<quint64>(value));
}

void RowHash::addReal(double value)
{
    append(realTag, std::bit_cast<quint64>(value == 0 ? 0.0 : value));
}

void RowHash::addBytes(std::string_view value)
{
    append(bytesTag, value.size());
    m_bytes.append(value);
}

void RowSum::add(quint64 hash)
{
    ++rows;
    sum += hash;
}

void RowSum::add(const Batch &batch)
{
    RowHash hash;
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        hash.begin(*batch.table, batch.ids[row]);
        for (const ColumnData &column : batch.values) {
            if (column.isNull(row)) {
                hash.addNull();
                continue;
            }
            switch (column.storage()) {
            case ColumnData::Storage::Integers:
                hash.addInteger(column.integer(row));
                break;
            case ColumnData::Storage::Reals:
                hash.addReal(column.real(row));
                break;
            case ColumnData::Storage::Bytes:
                hash.addBytes(column.bytes(row));
                break;
            }
        }
        add(hash.value());
    }
}

} // namespace turnus::protocol
