#include "sync/protocol/codec.h"
#include "sync/protocol/columns.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <memory>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

constexpr std::size_t batchElements = 9;

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void encodeBatch(cbor::Writer &writer, const Batch &batch)
{
    writer.array(batchElements);
    writer.integer(static_cast<qint64>(batch.kind));
    writer.integer(batch.table->number);
    writer.integer(static_cast<qint64>(batch.rows()));
    writer.array(batch.columns.size());
    for (const int column : batch.columns)
        writer.text(batch.table->columns[static_cast<std::size_t>(column)].name);
    encodeIntegers(writer, batch.ids);
    if (batch.isOperations())
        encodeIntegers(writer, batch.sequences);
    else if (batch.hasChannels())
        encodeIntegers(writer, batch.channels);
    else
        writer.null();
    if (batch.isOperations())
        encodeIntegers(writer, batch.times);
    else
        writer.null();
    writer.array(batch.values.size());
    for (const ColumnData &column : batch.values)
        encodeColumn(writer, column);
    writer.array(batch.olds.size());
    for (const ColumnData &column : batch.olds)
        encodeColumn(writer, column);
}

std::string compress(std::string_view plain, int level)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), packed.data(), packed.size(), plain.data(), plain.size());
    if (ZSTD_isError(size))
        qFatal("zstd: %s", ZSTD_getErrorName(size));
    packed.resize(size);
    return packed;
}

Result<std::string> decompress(std::string_view packed)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return fail(Domain::Protocol, u"frame-malformed", u"a frame is not compressed with zstd and a stated size"_s);
    if (size > limits::frameMaxBytes) {
        return fail(Domain::Protocol, u"frame-too-large",
                    u"a frame of %1 bytes, at most %2 allowed"_s.arg(size).arg(limits::frameMaxBytes));
    }
    std::string plain(static_cast<std::size_t>(size), '\0');
    const std::size_t written = ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size());
    if (ZSTD_isError(written) || written != plain.size())
        return fail(Domain::Protocol, u"frame-malformed", u"a frame's compressed bytes are damaged"_s);
    return plain;
}

} // namespace

std::optional<std::size_t> plainSizeOf(std::string_view payload)
{
    const unsigned long long size = ZSTD_getFrameContentSize(payload.data(), payload.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return {};
    return static_cast<std::size_t>(size);
}

namespace {

class FrameDecoder
{
public:
    FrameDecoder(std::string_view plain, Unknown unknown) : m_reader(plain), m_unknown(unknown) {}

    Result<std::vector<Batch>> run()
    {
        std::vector<Batch> batches;
        TURNUS_ASSIGN(count, m_reader.array(limits::frameMaxBatches));
        for (std::size_t i = 0; i < count; ++i) {
            TURNUS_ASSIGN(read, batch());
            if (read.table)
                batches.push_back(std::move(read));
        }
        if (!m_reader.atEnd())
            return m_reader.wrong(u"bytes after the last batch"_s);
        return batches;
    }

private:
    /// Without a table when that is unknown and skipped.
    Result<Batch> batch()
    {
        Batch read;
        TURNUS_TRY(m_reader.arrayOf(batchElements));
        TURNUS_ASSIGN(kind, m_reader.count(static_cast<std::size_t>(BatchKind::Updates)));
        if (kind < static_cast<std::size_t>(BatchKind::Rows))
            return m_reader.wrong(u"unknown kind of batch 0"_s);
        read.kind = static_cast<BatchKind>(kind);
        TURNUS_ASSIGN(number, m_reader.count(std::size_t{1} << 20));
        read.table = findTable(static_cast<int>(number));
        if (!read.table && m_unknown == Unknown::Refuse)
            return fail(Domain::Protocol, u"unknown-table", u"there is no table number %1"_s.arg(number));
        TURNUS_ASSIGN(rows, m_reader.count(limits::frameMaxRows - m_rows));
        if (rows == 0)
            return m_reader.wrong(u"an empty batch"_s);
        m_rows += rows;
        if (!read.table) {
            for (std::size_t i = 3; i < batchElements; ++i)
                TURNUS_TRY(m_reader.skip());
            return read;
        }
        TURNUS_TRY(names(read));
        TURNUS_TRY(numbers(read, rows));
        TURNUS_TRY(values(read.values, m_names.size(), rows, *read.table));
        TURNUS_TRY(values(read.olds, read.kind == BatchKind::Updates ? m_names.size() : 0, rows, *read.table));
        return read;
    }

    Status names(Batch &read)
    {
        m_names.clear();
        TURNUS_ASSIGN(count, m_reader.array(limits::batchMaxColumns));
        for (std::size_t i = 0; i < count; ++i) {
            TURNUS_ASSIGN(name, m_reader.text());
            if (name.size() > limits::nameMaxBytes)
                return m_reader.wrong(u"a column's name of %1 bytes"_s.arg(name.size()));
            const int column = columnIndex(*read.table, name);
            m_names.push_back(column);
            if (column < 0 && m_unknown == Unknown::Refuse) {
                return fail(Domain::Protocol, u"unknown-column",
                            u"table %1 has no column %2"_s.arg(words(read.table->name), words(name)));
            }
            if (column < 0)
                read.skipped.emplace_back(name);
            else if (!read.columns.empty() && column <= read.columns.back())
                return m_reader.wrong(u"column %1 is out of order"_s.arg(words(name)));
            else
                read.columns.push_back(column);
        }
        const bool needsColumns = read.kind == BatchKind::Fields || read.kind == BatchKind::Updates;
        if (needsColumns && m_names.empty())
            return m_reader.wrong(u"changed fields without columns"_s);
        if (read.kind == BatchKind::Deletions && !m_names.empty())
            return m_reader.wrong(u"a deletion with columns"_s);
        return {};
    }

    Status numbers(Batch &read, std::size_t rows)
    {
        TURNUS_TRY(decodeIntegers(m_reader, rows, read.ids));
        if (std::ranges::any_of(read.ids, [](qint64 id) { return id <= 0; }))
            return m_reader.wrong(u"a row id that is not positive"_s);
        if (read.isOperations())
            TURNUS_TRY(decodeIntegers(m_reader, rows, read.sequences));
        else if (read.hasChannels())
            TURNUS_TRY(decodeIntegers(m_reader, rows, read.channels));
        else if (!m_reader.tryNull())
            return m_reader.wrong(u"null expected for channels"_s);
        if (read.isOperations())
            TURNUS_TRY(decodeIntegers(m_reader, rows, read.times));
        else if (!m_reader.tryNull())
            return m_reader.wrong(u"null expected for times"_s);
        if (std::ranges::any_of(read.sequences, [](qint64 sequence) { return sequence <= 0; }))
            return m_reader.wrong(u"an operation number that is not positive"_s);
        return {};
    }

    Status values(std::vector<ColumnData> &into, std::size_t count, std::size_t rows, const Table &table)
    {
        TURNUS_TRY(m_reader.arrayOf(count));
        for (std::size_t i = 0; i < count; ++i) {
            if (m_names[i] < 0) {
                TURNUS_TRY(m_reader.skip());
                continue;
            }
            auto column = ColumnDecoder::decode(m_reader, table.columns[static_cast<std::size_t>(m_names[i])], rows);
            if (!column)
                return tl::unexpected(std::move(column.error()));
            into.push_back(std::move(*column));
        }
        return {};
    }

    cbor::Reader m_reader;
    Unknown m_unknown;
    std::size_t m_rows = 0;
    std::vector<int> m_names; ///< columns of the batch at hand; -1 unknown
};

} // namespace

std::string encodeFrame(std::span<const Batch> batches, int level)
{
    cbor::Writer writer;
    writer.array(
        static_cast<std::size_t>(std::ranges::count_if(batches, [](const Batch &batch) { return batch.rows() > 0; })));
    for (const Batch &batch : batches) {
        if (batch.rows() > 0)
            encodeBatch(writer, batch);
    }
    return compress(writer.take(), level);
}

Result<std::vector<Batch>> decodeFrame(std::string_view payload, Unknown unknown)
{
    TURNUS_ASSIGN(plain, decompress(payload));
    return FrameDecoder(plain, unknown).run();
}

} // namespace turnus::protocol
