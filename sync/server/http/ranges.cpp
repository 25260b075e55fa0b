#include "sync/server/http/ranges.h"

#include <QString>
#include <algorithm>
#include <charconv>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

std::optional<qint64> number(std::string_view text)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        return {};
    return value;
}

} // namespace

Result<std::optional<ByteRange>> parseRange(std::string_view header, qint64 size)
{
    constexpr std::string_view unit = "bytes=";
    const std::optional<ByteRange> ignored;
    if (!header.starts_with(unit))
        return ignored;
    header.remove_prefix(unit.size());
    const auto dash = header.find('-');
    if (dash == std::string_view::npos || header.find(',') != std::string_view::npos)
        return ignored;
    const std::string_view before = header.substr(0, dash);
    const std::string_view after = header.substr(dash + 1);
    const auto outside = [&] { return fail(Domain::Content, u"range", u"the file has %1 bytes"_s.arg(size)); };
    if (before.empty()) {
        const auto last = number(after);
        if (!last)
            return ignored;
        const qint64 length = std::min(*last, size);
        return length == 0 ? Result<std::optional<ByteRange>>(outside()) : ByteRange{size - length, length};
    }
    const auto from = number(before);
    const auto to = after.empty() ? std::optional(size - 1) : number(after);
    if (!from || !to || (!after.empty() && *to < *from))
        return ignored;
    if (*from >= size)
        return outside();
    return ByteRange{*from, std::min(*to, size - 1) - *from + 1};
}

Result<HttpResponse> answerWithFile(const std::string &path, qint64 size, const std::string &etag,
                                    const HttpRequest &request)
{
    HttpResponse response{.contentType = "application/octet-stream", .file = FileSlice{path, 0, size}};
    response.headers = {
        {"ETag", etag}, {"Accept-Ranges", "bytes"}, {"Cache-Control", "private, max-age=31536000, immutable"}};
    if (request.ifNoneMatch == "*" || request.ifNoneMatch.find(etag) != std::string::npos) {
        response.status = 304;
        response.file.reset();
        return response;
    }
    // A range of another version would be glued to the wrong bytes.
    if (!request.ifRange.empty() && request.ifRange != etag)
        return response;
    TURNUS_ASSIGN(range, parseRange(request.range, size));
    if (range) {
        response.status = 206;
        response.file = FileSlice{path, range->offset, range->length};
        response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range->offset) + '-' +
                                                           std::to_string(range->offset + range->length - 1) + '/' +
                                                           std::to_string(size));
    }
    return response;
}

} // namespace turnus::server
