#pragma once

// Beast and Asio are slow to compile: only server.cpp and session.cpp include this.
#include "sync/server/http/eventhub.h"
#include "sync/server/http/limits.h"
#include "sync/server/http/message.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <unordered_set>

namespace turnus::server {

namespace asio = boost::asio;
using Socket = asio::ip::tcp::socket;

/// A connection as the server sees it: whether it may be closed when the server stops.
class SessionHandle
{
public:
    virtual ~SessionHandle() = default;
    virtual void closeIfIdle() = 0;
};

/// Who is at the other end of a connection.
struct Peer
{
    /// As limits count it; empty on loopback, where nothing is limited but what strangers may try.
    std::string address;
    bool isProxy = false; ///< a trusted one: its requests say where they come from
};

/// What a session asks of the server that it belongs to.
class SessionHost
{
public:
    virtual ~SessionHost() = default;
    [[nodiscard]] virtual const HttpLimits &limits() const = 0;
    [[nodiscard]] virtual bool isStopping() const = 0;
    /// Takes the request's turn before its body is read; refuses a client that has asked too often.
    [[nodiscard]] virtual std::optional<HttpResponse> refuseHaste(const Peer &peer, const HttpRequest &header) = 0;
    /// Answers on the store's threads.
    virtual asio::awaitable<HttpResponse> answer(const Peer &peer, HttpRequest request) = 0;
    /// Looks at the token before a large body is read.
    virtual asio::awaitable<std::optional<HttpResponse>> refuseStranger(HttpRequest header) = 0;
    /// Nothing when there are too many streams.
    [[nodiscard]] virtual std::unique_ptr<EventStream> openStream(EventGrant grant) = 0;
    virtual void log(const std::string &method, const std::string &target, const HttpResponse &response,
                     std::chrono::steady_clock::time_point from, std::size_t bytesIn) = 0;
    virtual void entered(SessionHandle *session) = 0;
    virtual void left(SessionHandle *session) = 0;
};

/// Serves one connection until it closes. `tls` may be null.
asio::awaitable<void> serveConnection(SessionHost &host, Socket socket, std::shared_ptr<asio::ssl::context> tls,
                                      Peer peer);

} // namespace turnus::server
