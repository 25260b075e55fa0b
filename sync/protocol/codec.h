#pragma once

#include "sync/protocol/limits.h"
#include "sync/protocol/messages.h"

#include <utility>

namespace turnus::protocol {

/// What a decoder does with a table or column it has no description of: a device skips what a newer server added;
/// a server refuses, for skipping would lose what a device recorded.
enum class Unknown { Refuse, Skip };

/// The payload of one 'F' block: the batches as CBOR columns, compressed.
[[nodiscard]] std::string encodeFrame(std::span<const Batch> batches, int level = limits::compressionLevel);
/// Errors are Domain::Protocol and name what is wrong; no input crashes or allocates beyond limits.h.
[[nodiscard]] Result<std::vector<Batch>> decodeFrame(std::string_view payload, Unknown unknown);

/// What a frame says that it decompresses to; nothing when it says nothing sound.
[[nodiscard]] std::optional<std::size_t> plainSizeOf(std::string_view payload);

/// The body of POST /v1/sync. Batches are packed into as few frames as the target size allows.
[[nodiscard]] std::string encodeRequest(const SyncRequest &request);
[[nodiscard]] Result<SyncRequest> decodeRequest(std::string_view body);

/// The request as text for GET /v2/{brief}: numbers in base64url. Nothing when it says more than where the device is.
[[nodiscard]] std::optional<std::string> encodeBrief(const SyncRequest &request);
[[nodiscard]] Result<SyncRequest> decodeBrief(std::string_view text);

/// Writes an answer block by block: control first, end last. `take` empties it, so that an answer can be streamed.
class AnswerWriter
{
public:
    void control(const AnswerControl &control);
    void frame(std::span<const Batch> batches);
    /// A frame that was encoded before, as from a cached snapshot.
    void encodedFrame(std::string_view payload);
    void position(const Position &position);
    void end(const AnswerEnd &end);
    [[nodiscard]] std::string take() { return std::exchange(m_bytes, {}); }

private:
    std::string m_bytes;
};

using Frame = std::vector<Batch>;
using AnswerPart = std::variant<AnswerControl, Frame, Position, AnswerEnd>;

/// Reads an answer as it comes in, cut anywhere.
class AnswerReader
{
public:
    void feed(std::string_view bytes);
    /// The next whole part; nothing while bytes are missing. After an error the answer is spoilt.
    [[nodiscard]] Result<std::optional<AnswerPart>> next();
    /// True after the end block; false at the end of the bytes means the answer was cut.
    [[nodiscard]] bool isComplete() const { return m_ended; }

private:
    [[nodiscard]] Result<AnswerPart> part(char type, std::string_view payload);

    std::string m_buffer;
    std::size_t m_offset = 0;
    bool m_started = false;
    bool m_ended = false;
};

// JSON bodies of the other endpoints.
[[nodiscard]] std::string encode(const SessionRequest &request);
[[nodiscard]] std::string encode(const RefreshRequest &request);
[[nodiscard]] std::string encode(const SessionAnswer &answer);
/// {"domain":"access","code":"…","detail":"…"}: the body of every answer that is no success.
[[nodiscard]] std::string encode(const Error &error);
[[nodiscard]] Result<SessionRequest> decodeSessionRequest(std::string_view json);
[[nodiscard]] Result<RefreshRequest> decodeRefreshRequest(std::string_view json);
[[nodiscard]] Result<SessionAnswer> decodeSessionAnswer(std::string_view json);
/// The error that the body tells of; the second Error when the body is none.
[[nodiscard]] Result<Error> decodeError(std::string_view json);

/// Blocks of a request or answer (or one frame's payload) as text for people, one value a cell.
[[nodiscard]] Result<std::string> printBlocks(std::string_view bytes);
[[nodiscard]] std::string print(const Batch &batch);

} // namespace turnus::protocol
