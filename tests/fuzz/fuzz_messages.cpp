#include "sync/protocol/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace turnus::protocol;

namespace {

/// An answer fed in pieces is read as one fed whole.
std::size_t parts(std::string_view bytes, std::size_t piece)
{
    AnswerReader reader;
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        reader.feed(bytes.substr(at, piece));
        for (;;) {
            const auto part = reader.next();
            if (!part)
                return count;
            if (!*part)
                break;
            ++count;
        }
    }
    return count;
}

} // namespace

/// Bodies of requests and answers, and the JSON of the other endpoints.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (const auto request = decodeRequest(bytes)) {
        const auto again = decodeRequest(encodeRequest(*request));
        FUZZ_REQUIRE(again);
    }
    constexpr std::size_t smallPiece = 7;
    FUZZ_REQUIRE(parts(bytes, smallPiece) == parts(bytes, bytes.size() + 1));
    std::ignore = decodeSessionRequest(bytes);
    std::ignore = decodeRefreshRequest(bytes);
    std::ignore = decodeSessionAnswer(bytes);
    std::ignore = decodeError(bytes);
    std::ignore = printBlocks(bytes);
    return 0;
}
