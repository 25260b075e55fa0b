#include "sync/protocol/codec.h"
#include "sync/protocol/json.h"
#include "sync/protocol/limits.h"

#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

constexpr char controlBlock = 'J';
constexpr char frameBlock = 'F';
constexpr char positionBlock = 'P';
constexpr char endBlock = 'E';
constexpr std::size_t headBytes = 5;
/// Bytes read before the buffer is moved together.
constexpr std::size_t keptBytes = 256 * 1024;

void appendBlock(std::string &bytes, char type, std::string_view payload)
{
    bytes.push_back(type);
    const quint32 length = qToLittleEndian(static_cast<quint32>(payload.size()));
    bytes.append(reinterpret_cast<const char *>(&length), sizeof length);
    bytes.append(payload);
}

struct Block
{
    char type = 0;
    std::string_view payload;
};

/// The block at the start of `bytes`; nothing when it is not all there.
Result<std::optional<Block>> blockAt(std::string_view bytes)
{
    if (bytes.empty())
        return std::nullopt;
    const char type = bytes.front();
    if (type != controlBlock && type != frameBlock && type != positionBlock && type != endBlock) {
        return fail(Domain::Protocol, u"block-malformed",
                    u"unknown type of block %1"_s.arg(static_cast<unsigned char>(type)));
    }
    if (bytes.size() < headBytes)
        return std::nullopt;
    const std::size_t length = qFromLittleEndian<quint32>(bytes.data() + 1);
    const std::size_t most = type == frameBlock ? limits::blockMaxBytes : limits::controlMaxBytes;
    if (length > most) {
        return fail(Domain::Protocol, u"block-too-large",
                    u"a block of %1 bytes, at most %2 allowed"_s.arg(length).arg(most));
    }
    if (bytes.size() - headBytes < length)
        return std::nullopt;
    return Block{type, bytes.substr(headBytes, length)};
}

/// All blocks of a body that has wholly arrived.
Result<std::vector<Block>> blocksOf(std::string_view bytes)
{
    std::vector<Block> blocks;
    while (!bytes.empty()) {
        TURNUS_ASSIGN(block, blockAt(bytes));
        if (!block)
            return fail(Domain::Protocol, u"message-cut", u"the last block is not complete"_s);
        bytes.remove_prefix(headBytes + block->payload.size());
        blocks.push_back(*block);
    }
    return blocks;
}

template <class Container>
bool isOperationsOnly(const Container &batches)
{
    return std::ranges::all_of(batches, &Batch::isOperations);
}

} // namespace

std::string encodeRequest(const SyncRequest &request)
{
    std::string bytes;
    appendBlock(bytes, controlBlock, json::encode(request));
    std::size_t first = 0;
    while (first < request.operations.size()) {
        std::size_t weight = request.operations[first].weight();
        std::size_t last = first + 1;
        while (last < request.operations.size() &&
               weight + request.operations[last].weight() <= limits::frameTargetBytes)
            weight += request.operations[last++].weight();
        appendBlock(bytes, frameBlock, encodeFrame(std::span(request.operations).subspan(first, last - first)));
        first = last;
    }
    return bytes;
}

Result<SyncRequest> decodeRequest(std::string_view body)
{
    TURNUS_ASSIGN(blocks, blocksOf(body));
    if (blocks.empty() || blocks.front().type != controlBlock)
        return fail(Domain::Protocol, u"message-malformed", u"a request starts with a control block"_s);
    TURNUS_ASSIGN(request, json::decodeSyncRequest(blocks.front().payload));
    std::size_t operations = 0;
    std::size_t plain = 0;
    for (const Block &block : std::span(blocks).subspan(1)) {
        if (block.type != frameBlock)
            return fail(Domain::Protocol, u"message-malformed", u"only frames follow a request's control block"_s);
        // Small frames can grow a thousandfold; a request of many of them must not keep a worker busy.
        plain += plainSizeOf(block.payload).value_or(0);
        if (plain > limits::requestMaxPlainBytes) {
            return fail(Domain::Protocol, u"message-too-large",
                        u"frames of more than %1 bytes in one request"_s.arg(limits::requestMaxPlainBytes));
        }
        TURNUS_ASSIGN(batches, decodeFrame(block.payload, Unknown::Refuse));
        if (!isOperationsOnly(batches))
            return fail(Domain::Protocol, u"message-malformed", u"a device sends operations only"_s);
        for (Batch &batch : batches) {
            operations += batch.rows();
            request.operations.push_back(std::move(batch));
        }
        if (operations > limits::requestMaxOperations) {
            return fail(Domain::Protocol, u"message-too-large",
                        u"more than %1 operations in one request"_s.arg(limits::requestMaxOperations));
        }
    }
    return request;
}

void AnswerWriter::control(const AnswerControl &control)
{
    appendBlock(m_bytes, controlBlock, json::encode(control));
}

void AnswerWriter::frame(std::span<const Batch> batches)
{
    encodedFrame(encodeFrame(batches));
}

void AnswerWriter::encodedFrame(std::string_view payload)
{
    appendBlock(m_bytes, frameBlock, payload);
}

void AnswerWriter::position(const Position &position)
{
    appendBlock(m_bytes, positionBlock, json::encode(position));
}

void AnswerWriter::end(const AnswerEnd &end)
{
    appendBlock(m_bytes, endBlock, json::encode(end));
}

void AnswerReader::feed(std::string_view bytes)
{
    if (m_offset > keptBytes || m_offset == m_buffer.size()) {
        m_buffer.erase(0, m_offset);
        m_offset = 0;
    }
    m_buffer.append(bytes);
}

Result<std::optional<AnswerPart>> AnswerReader::next()
{
    TURNUS_ASSIGN(block, blockAt(std::string_view(m_buffer).substr(m_offset)));
    if (!block)
        return std::nullopt;
    if (m_ended)
        return fail(Domain::Protocol, u"message-malformed", u"a block after the end block"_s);
    if (m_started == (block->type == controlBlock))
        return fail(Domain::Protocol, u"message-malformed", u"an answer starts with one control block"_s);
    auto read = part(block->type, block->payload);
    if (!read)
        return tl::unexpected(std::move(read.error()));
    m_offset += headBytes + block->payload.size();
    m_started = true;
    m_ended = block->type == endBlock;
    return std::optional<AnswerPart>(std::move(*read));
}

Result<AnswerPart> AnswerReader::part(char type, std::string_view payload)
{
    switch (type) {
    case controlBlock: {
        TURNUS_ASSIGN(control, json::decodeAnswerControl(payload));
        return AnswerPart(std::move(control));
    }
    case positionBlock: {
        TURNUS_ASSIGN(position, json::decodePosition(payload));
        return AnswerPart(std::move(position));
    }
    case endBlock: {
        TURNUS_ASSIGN(end, json::decodeAnswerEnd(payload));
        return AnswerPart(end);
    }
    default: {
        TURNUS_ASSIGN(batches, decodeFrame(payload, Unknown::Skip));
        if (std::ranges::any_of(batches, &Batch::isOperations))
            return fail(Domain::Protocol, u"message-malformed", u"a server sends no operations"_s);
        return AnswerPart(std::move(batches));
    }
    }
}

Result<std::string> printBlocks(std::string_view bytes)
{
    TURNUS_ASSIGN(blocks, blocksOf(bytes));
    std::string text;
    for (const Block &block : blocks) {
        text.push_back(block.type);
        text += ' ' + std::to_string(block.payload.size()) + " bytes";
        if (block.type != frameBlock) {
            text.append(": ").append(block.payload).push_back('\n');
            continue;
        }
        text.push_back('\n');
        TURNUS_ASSIGN(batches, decodeFrame(block.payload, Unknown::Skip));
        for (const Batch &batch : batches)
            text += print(batch);
    }
    return text;
}

} // namespace turnus::protocol
