#pragma once

#include "sync/client/account.h"
#include "sync/protocol/events.h"

namespace turnus::client {

/// One stream of events from the server. On the thread of its transport; the handlers are called from its event loop.
class LiveListener
{
public:
    struct Handlers
    {
        /// Channels that have moved beyond this handheld's cursors, now or while the stream was away.
        std::function<void(std::vector<protocol::Head> heads)> news;
        /// The server ended this device's session.
        std::function<void()> signedOut;
        /// The stream is gone, with the HTTP status that it began with (0: none).
        std::function<void(int status)> lost;
    };

    LiveListener(Account &account, Transport &transport, Handlers handlers)
        : m_account(account), m_transport(transport), m_handlers(std::move(handlers))
    {
    }

    /// Begins to open; nothing when it is open or opening already, or when the transport has no streams.
    Status open();
    void close();
    /// News has come by it.
    [[nodiscard]] bool isOpen() const { return m_open; }

private:
    void take(std::string_view bytes);

    Account &m_account;
    Transport &m_transport;
    Handlers m_handlers;
    protocol::EventReader m_reader;
    std::unique_ptr<Stream> m_stream;
    bool m_open = false;
};

} // namespace turnus::client
