#include "sync/protocol/events.h"

#include "sync/protocol/jsonreader.h"
#include "sync/protocol/limits.h"

#include <boost/json/serialize.hpp>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace bj = boost::json;

std::string encodeNews(std::span<const Head> heads)
{
    bj::array all;
    for (const Head &head : heads)
        all.push_back(bj::array{head.channel, head.head});
    return "event: news\ndata: " + bj::serialize(all) + "\n\n";
}

std::string encodeEnded()
{
    return "event: ended\ndata: {}\n\n";
}

std::string encodeHeartbeat()
{
    return ":\n\n";
}

Result<std::vector<Head>> decodeNews(std::string_view data)
{
    TURNUS_ASSIGN(value, parseJson(data, limits::jsonMaxBytes));
    Status status;
    std::vector<Head> heads;
    JsonReader(value, u"news"_s, status).each([&](const JsonReader &head) {
        heads.push_back({.channel = head[0].integer(1), .head = head[1].integer()});
    });
    TURNUS_TRY(status);
    return heads;
}

Status EventReader::feed(std::string_view bytes)
{
    if (m_buffer.size() + bytes.size() > limits::jsonMaxBytes)
        return fail(Domain::Protocol, u"message-too-large", u"an event without an end"_s);
    for (const char byte : bytes) {
        if (byte != '\r')
            m_buffer.push_back(byte);
    }
    return {};
}

std::optional<ServerEvent> EventReader::next()
{
    for (;;) {
        const auto end = m_buffer.find("\n\n");
        if (end == std::string::npos)
            return {};
        const std::string block = m_buffer.substr(0, end + 1);
        m_buffer.erase(0, end + 2);
        ServerEvent event;
        for (std::size_t from = 0; from < block.size();) {
            const auto lineEnd = block.find('\n', from);
            const std::string_view line = std::string_view(block).substr(from, lineEnd - from);
            from = lineEnd + 1;
            if (line.starts_with("event: "))
                event.name = line.substr(7);
            else if (line.starts_with("data: "))
                event.data =
                    event.data.empty() ? std::string(line.substr(6)) : event.data + '\n' + std::string(line.substr(6));
        }
        if (!event.name.empty())
            return event;
    }
}

} // namespace turnus::protocol
