#include "sync/server/http/eventhub.h"

#include <algorithm>

namespace turnus::server {

EventStream::EventStream(EventHub &hub, boost::asio::io_context &io, EventGrant grant)
    : timer(io), m_hub(hub), m_session(std::move(grant.session)), m_staff(grant.staff),
      m_pending(std::move(grant.heads))
{
    m_channels.reserve(m_pending.size());
    for (const protocol::Head &head : m_pending)
        m_channels.push_back(head.channel);
    std::ranges::sort(m_channels);
}

EventStream::~EventStream()
{
    const auto mine = m_hub.m_streams.constFind(m_session);
    if (mine != m_hub.m_streams.cend() && *mine == this)
        m_hub.m_streams.erase(mine);
}

std::string EventStream::take()
{
    std::string bytes;
    if (!m_pending.empty())
        bytes = protocol::encodeNews(m_pending);
    m_pending = {};
    if (m_ended && m_told)
        bytes += protocol::encodeEnded();
    return bytes;
}

void EventStream::end(bool told)
{
    m_ended = true;
    m_told = told;
    timer.cancel();
}

bool EventStream::hears(qint64 channel) const
{
    return std::ranges::binary_search(m_channels, channel);
}

void EventStream::add(const protocol::Head &head)
{
    const auto known = std::ranges::find(m_pending, head.channel, &protocol::Head::channel);
    if (known == m_pending.end())
        m_pending.push_back(head);
    else
        known->head = std::max(known->head, head.head);
    timer.cancel();
}

std::unique_ptr<EventStream> EventHub::open(EventGrant grant)
{
    if (EventStream *old = m_streams.value(grant.session))
        old->end(false);
    else if (m_streams.size() >= static_cast<qsizetype>(m_most))
        return {};
    auto stream = std::make_unique<EventStream>(*this, m_io, std::move(grant));
    m_streams.insert(stream->m_session, stream.get());
    // What was committed after the grant was made.
    for (protocol::Head &head : stream->m_pending) {
        if (const auto known = m_heads.find(head.channel); known != m_heads.end())
            head.head = std::max(head.head, known->second);
    }
    return stream;
}

void EventHub::publish(const std::vector<protocol::Head> &heads)
{
    std::vector<protocol::Head> moved;
    for (const protocol::Head &head : heads) {
        qint64 &known = m_heads[head.channel];
        if (head.head != std::exchange(known, head.head))
            moved.push_back(head);
    }
    if (moved.empty())
        return;
    for (EventStream *stream : std::as_const(m_streams)) {
        for (const protocol::Head &head : moved) {
            if (stream->hears(head.channel))
                stream->add(head);
        }
    }
}

void EventHub::end(const QStringList &sessions)
{
    for (const QString &session : sessions) {
        if (EventStream *stream = m_streams.value(session))
            stream->end(true);
    }
}

void EventHub::endAll()
{
    for (EventStream *stream : std::as_const(m_streams))
        stream->end(false);
}

std::vector<EventHub::Listener> EventHub::listeners() const
{
    std::vector<Listener> all;
    all.reserve(static_cast<std::size_t>(m_streams.size()));
    for (const EventStream *stream : m_streams)
        all.push_back({stream->m_session, stream->m_staff});
    return all;
}

void EventHub::setChannels(const QString &session, std::vector<qint64> channels)
{
    EventStream *stream = m_streams.value(session);
    if (!stream)
        return;
    std::ranges::sort(channels);
    for (const qint64 channel : channels) {
        if (const auto head = m_heads.find(channel); !stream->hears(channel) && head != m_heads.end())
            stream->add({channel, head->second});
    }
    stream->m_channels = std::move(channels);
    std::erase_if(stream->m_pending, [&](const protocol::Head &head) { return !stream->hears(head.channel); });
}

} // namespace turnus::server
