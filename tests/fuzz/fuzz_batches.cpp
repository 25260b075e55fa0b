#include "sync/protocol/codec.h"
#include "tests/fuzz/fuzz.h"

#include <zstd.h>

using namespace turnus::protocol;

/// The CBOR of a frame: compressed here, for a fuzzer cannot. What can be read can be written and read again.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string payload(ZSTD_compressBound(size), '\0');
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    payload.resize(ZSTD_compress2(context, payload.data(), payload.size(), data, size));
    ZSTD_freeCCtx(context);
    std::ignore = decodeFrame(payload, Unknown::Skip);
    const auto batches = decodeFrame(payload, Unknown::Refuse);
    if (!batches)
        return 0;
    const auto again = decodeFrame(encodeFrame(*batches), Unknown::Refuse);
    FUZZ_REQUIRE(again);
    FUZZ_REQUIRE(encodeFrame(*again) == encodeFrame(*batches));
    return 0;
}
