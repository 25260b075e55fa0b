#include "sync/server/http/ranges.h"
#include "sync/server/http/routes.h"
#include "sync/server/http/tusheaders.h"
#include "tests/fuzz/fuzz.h"

using namespace turnus::server;

/// Headers of tus, ranges and targets: the first line is the target, the next Upload-Metadata, Upload-Checksum,
/// Upload-Offset, Range; the rest is a body.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    const auto line = [&rest] {
        const auto end = rest.find('\n');
        const std::string_view first = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        return std::string(first);
    };
    const std::string target = line();
    for (const Route &route : routes()) {
        const Route *found = findRoute(route.method, target);
        if (!found)
            continue;
        FUZZ_REQUIRE(!pathOfRoute(target).empty());
        for (const std::string_view argument : argumentsOf(*found, target))
            FUZZ_REQUIRE(!argument.empty() && argument.find('/') == std::string_view::npos);
    }
    std::ignore = metadataValue(line(), "sha256");
    const std::string checksum = line();
    if (const auto offset = wholeNumber(line(), "Upload-Offset"))
        FUZZ_REQUIRE(*offset >= 0);
    constexpr qint64 fileSize = 1'000;
    if (const auto range = parseRange(line(), fileSize); range && *range)
        FUZZ_REQUIRE((*range)->offset >= 0 && (*range)->length > 0 && (*range)->offset + (*range)->length <= fileSize);
    std::ignore = checkPiece(checksum, rest);
    return 0;
}
