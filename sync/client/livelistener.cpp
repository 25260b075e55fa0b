#include "sync/client/livelistener.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

Status LiveListener::open()
{
    if (m_stream)
        return {};
    TURNUS_ASSIGN(url, m_account.server());
    TURNUS_ASSIGN(request, m_account.authorised({.method = HttpRequest::Method::Get, .path = u"/v1/events"_s}));
    m_reader = {};
    m_stream = m_transport.open(url, request,
                                {.bytes = [this](std::string_view bytes) { take(bytes); },
                                 .ended =
                                     [this](int status) {
                                         close();
                                         m_handlers.lost(status);
                                     }});
    return {};
}

void LiveListener::close()
{
    m_stream.reset();
    m_open = false;
}

void LiveListener::take(std::string_view bytes)
{
    if (!m_reader.feed(bytes)) {
        close();
        m_handlers.lost(0);
        return;
    }
    while (const auto event = m_stream ? m_reader.next() : std::nullopt) {
        if (event->name == "ended") {
            m_handlers.signedOut();
        } else if (event->name == "news") {
            m_open = true;
            // An event that cannot be read says as little as none: the next sync asks for everything.
            m_handlers.news(protocol::decodeNews(event->data).value_or(std::vector<protocol::Head>()));
        }
    }
}

} // namespace turnus::client
