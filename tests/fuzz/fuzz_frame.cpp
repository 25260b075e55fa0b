#include "sync/protocol/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace turnus::protocol;

/// Decompression: the bytes of a frame as they travel.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view payload(reinterpret_cast<const char *>(data), size);
    const auto strict = decodeFrame(payload, Unknown::Refuse);
    const auto lenient = decodeFrame(payload, Unknown::Skip);
    FUZZ_REQUIRE(!strict || lenient);
    return 0;
}
