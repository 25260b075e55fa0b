#include "sync/protocol/codec.h"

#include <QByteArray>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

constexpr unsigned valueBits = 7;
constexpr unsigned char valueMask = 0x7f;
constexpr unsigned char goesOn = 0x80;
constexpr unsigned mostBits = 63;

/// LEB128, never negative.
void append(QByteArray &bytes, qint64 number)
{
    auto rest = static_cast<quint64>(number);
    for (; rest > valueMask; rest >>= valueBits)
        bytes.append(static_cast<char>((rest & valueMask) | goesOn));
    bytes.append(static_cast<char>(rest));
}

class NumberReader
{
public:
    explicit NumberReader(const QByteArray &bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    /// Nothing at the end, or when the number is not written in its shortest form or too large.
    [[nodiscard]] std::optional<qint64> next()
    {
        quint64 number = 0;
        for (unsigned shift = 0; shift < mostBits && !atEnd(); shift += valueBits) {
            const auto byte = static_cast<unsigned char>(m_bytes.at(m_at++));
            number |= quint64{static_cast<unsigned char>(byte & valueMask)} << shift;
            if (byte & goesOn)
                continue;
            return byte == 0 && shift > 0 ? std::nullopt : std::optional(static_cast<qint64>(number));
        }
        return {};
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

tl::unexpected<Error> malformed()
{
    return fail(Domain::Protocol, u"brief-malformed", u"not the numbers of a brief request"_s);
}

} // namespace

std::optional<std::string> encodeBrief(const SyncRequest &request)
{
    const bool saysMore = !request.operations.empty() || !request.settled.empty() || !request.differed.empty() ||
                          request.check || !request.receipted || *request.receipted > request.lastSequence ||
                          request.protocol < briefSince || request.cursors.empty();
    if (saysMore)
        return {};
    QByteArray bytes;
    append(bytes, request.replica);
    append(bytes, request.lastSequence);
    append(bytes, request.lastSequence - *request.receipted);
    if (request.setBack != 0) { // no channel is 0 beyond the one before
        append(bytes, 0);
        append(bytes, request.setBack);
    }
    qint64 before = 0;
    for (const Cursor &cursor : request.cursors) {
        if (!cursor.position.empty() || cursor.channel <= before || cursor.cursor < 0)
            return {};
        append(bytes, cursor.channel - before);
        append(bytes, cursor.cursor);
        before = cursor.channel;
    }
    std::string text = bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
    return text.size() > limits::briefMaxBytes ? std::nullopt : std::optional(std::move(text));
}

Result<SyncRequest> decodeBrief(std::string_view text)
{
    if (text.size() > limits::briefMaxBytes)
        return malformed();
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return malformed();
    NumberReader numbers(decoded.decoded);
    const auto replica = numbers.next();
    const auto last = numbers.next();
    const auto open = numbers.next();
    if (!replica || !last || !open || *open > *last || numbers.atEnd())
        return malformed();
    SyncRequest request{.protocol = briefSince, .replica = *replica, .lastSequence = *last};
    request.receipted = *last - *open;
    qint64 before = 0;
    while (!numbers.atEnd()) {
        const auto step = numbers.next();
        const auto cursor = numbers.next();
        if (step == 0 && cursor > 0 && request.setBack == 0 && request.cursors.empty() && !numbers.atEnd()) {
            request.setBack = *cursor;
            continue;
        }
        if (!step || !cursor || *step < 1 || *step > std::numeric_limits<qint64>::max() - before)
            return malformed();
        before += *step;
        request.cursors.push_back({before, *cursor, {}});
    }
    return request;
}

} // namespace turnus::protocol
