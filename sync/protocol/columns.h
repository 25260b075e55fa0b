#pragma once

#include "sync/protocol/batch.h"
#include "sync/protocol/cbor.h"

/// How one column of numbers, reals or bytes is laid out in a frame. README.md describes it byte by byte.
namespace turnus::protocol {

void encodeIntegers(cbor::Writer &writer, std::span<const qint64> values);
Status decodeIntegers(cbor::Reader &reader, std::size_t size, std::vector<qint64> &into);

void encodeColumn(cbor::Writer &writer, const ColumnData &column);

/// Fills the columns of batches; the only one beside ColumnData that knows how it stores.
class ColumnDecoder
{
public:
    /// `rows` values of `column`, checked against what the column allows.
    static Result<ColumnData> decode(cbor::Reader &reader, const Column &column, std::size_t rows);
    /// The non-null values of a column, for the encoder.
    static std::vector<qint64> presentIntegers(const ColumnData &column);
    static std::vector<double> presentReals(const ColumnData &column);

private:
    static Status decodeNulls(cbor::Reader &reader, const Column &column, ColumnData &into);
    static Status decodeReals(cbor::Reader &reader, std::size_t present, ColumnData &into);
    static Status decodeBytes(cbor::Reader &reader, std::size_t present, ColumnData &into);
    static Status checkFlags(const cbor::Reader &reader, const Column &column, const ColumnData &data);
    template <class T>
    static void spread(const ColumnData &column, std::vector<T> &values);
};

} // namespace turnus::protocol
