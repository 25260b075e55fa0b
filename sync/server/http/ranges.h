#pragma once

#include "core/support/result.h"
#include "sync/server/http/message.h"

#include <optional>
#include <string_view>

namespace turnus::server {

struct ByteRange
{
    qint64 offset = 0;
    qint64 length = 0;
    bool operator==(const ByteRange &) const = default;
};

/// One range of RFC 9110 over `size` bytes. Nothing when the header is to be ignored (absent, malformed, several
/// ranges); the error "range" when it lies outside.
[[nodiscard]] Result<std::optional<ByteRange>> parseRange(std::string_view header, qint64 size);
/// 200, 206, 304 or 416 for a file that never changes.
[[nodiscard]] Result<HttpResponse> answerWithFile(const std::string &path, qint64 size, const std::string &etag,
                                                  const HttpRequest &request);

} // namespace turnus::server
