#pragma once

#include "core/support/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What GET /v1/events carries: server-sent events, as the HTML standard defines them.
namespace turnus::protocol {

/// The newest change of a channel. A device whose cursor is there or beyond has nothing to fetch.
struct Head
{
    qint64 channel = 0;
    qint64 head = 0;
    bool operator==(const Head &) const = default;
};

/// "event: news": channels and their heads; the first one of a stream names all channels of the device.
[[nodiscard]] std::string encodeNews(std::span<const Head> heads);
/// "event: ended": this device is signed out; sync to hear why.
[[nodiscard]] std::string encodeEnded();
/// A comment that keeps the connection alive.
[[nodiscard]] std::string encodeHeartbeat();

[[nodiscard]] Result<std::vector<Head>> decodeNews(std::string_view data);

struct ServerEvent
{
    std::string name;
    std::string data;
    bool operator==(const ServerEvent &) const = default;
};

/// Reads a stream as it comes in, cut anywhere. Comments are skipped.
class EventReader
{
public:
    /// "message-too-large" when an event does not end.
    [[nodiscard]] Status feed(std::string_view bytes);
    [[nodiscard]] std::optional<ServerEvent> next();

private:
    std::string m_buffer;
};

} // namespace turnus::protocol
