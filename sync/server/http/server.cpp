#include "sync/server/http/server.h"

#include "sync/server/http/addresses.h"
#include "sync/server/http/api.h"
#include "sync/server/http/certificate.h"
#include "sync/server/http/metrics.h"
#include "sync/server/http/network.h"
#include "sync/server/http/ratelimiter.h"
#include "sync/server/http/requestlog.h"
#include "sync/server/http/workers.h"
#include "sync/server/service/newswatch.h"
#include "sync/server/store/changesignal.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <csignal>

using namespace Qt::StringLiterals;

namespace turnus::server {

using asio::ip::tcp;
using boost::system::error_code;

namespace {

Status listenAt(tcp::acceptor &acceptor, const QString &address, quint16 port)
{
    error_code error;
    const auto parsed = asio::ip::make_address(address.toStdString(), error);
    if (error.failed())
        return fail(Domain::Input, u"address", u"\"%1\" is no IP address"_s.arg(address));
    const tcp::endpoint endpoint(parsed, port);
    acceptor.open(endpoint.protocol(), error);
    if (!error.failed())
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error.failed())
        acceptor.bind(endpoint, error);
    if (!error.failed())
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error.failed())
        return {};
    return fail(Domain::Input, error == asio::error::address_in_use ? u"port-taken" : u"address",
                u"%1:%2: %3"_s.arg(address).arg(port).arg(QString::fromStdString(error.message())));
}

} // namespace

class HttpServer::Impl final : public SessionHost
{
public:
    Impl(DataDirectory &directory, const Clock &clock, ListenOptions options, LogSink sink)
        : m_clock(clock), m_options(std::move(options)), m_sink(std::move(sink)),
          m_api(clock, directory.content(), directory.uploads(), m_options.passwordCost, m_options.uploads),
          m_hub(m_io, m_options.limits.streams), m_workers(directory.database(), m_options.limits.waitingRequests),
          m_signal(
              directory.database(), [this](Connection &connection) { look(connection); },
              [this](const Error &error) { asio::post(m_io, [this, error] { tellUnfolded(error); }); }),
          m_requests(m_options.limits.requestsPerSecond, m_options.limits.requestBurst),
          m_signIns(m_options.limits.signInsPerSecond, m_options.limits.signInBurst), m_acceptor(m_io), m_signals(m_io),
          m_deadline(m_io)
    {
    }

    ~Impl() override { m_stopping = false; }

    Status start();
    void heedSignals();
    void run();
    void stop();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString url() const;

    [[nodiscard]] const HttpLimits &limits() const override { return m_options.limits; }
    [[nodiscard]] bool isStopping() const override { return m_stopping; }
    std::optional<HttpResponse> refuseHaste(const Peer &peer, const HttpRequest &header) override;
    asio::awaitable<HttpResponse> answer(const Peer &peer, HttpRequest request) override;
    asio::awaitable<std::optional<HttpResponse>> refuseStranger(HttpRequest header) override;
    void log(const std::string &method, const std::string &target, const HttpResponse &response,
             std::chrono::steady_clock::time_point from, std::size_t bytesIn) override;
    std::unique_ptr<EventStream> openStream(EventGrant grant) override { return m_hub.open(std::move(grant)); }
    void entered(SessionHandle *session) override { m_sessions.insert(session); }
    void left(SessionHandle *session) override;

private:
    void awaitSignal();
    void renewCertificate();
    asio::awaitable<void> accept();
    void admit(Socket socket);
    void beginStop();
    void look(Connection &connection);
    void tellUnfolded(const Error &error) const;
    [[nodiscard]] HttpResponse measured() const;
    asio::awaitable<std::optional<HttpResponse>> refuseOthers(HttpRequest request);
    asio::awaitable<void> askWhoHears();
    [[nodiscard]] std::string clientOf(const Peer &peer, const HttpRequest &request) const;
    asio::awaitable<std::optional<HttpResponse>> limitRefresh(std::string client, HttpRequest request);
    [[nodiscard]] std::optional<HttpResponse> take(RateLimiter &limiter, const std::string &key);

    /// Runs work on a store's thread and comes back to the network's with its result; nothing when there is no room.
    template <class T>
    asio::awaitable<std::optional<T>> onWorker(std::function<T(Connection &)> work);

    const Clock &m_clock;
    ListenOptions m_options;
    LogSink m_sink;
    Api m_api;
    // Sessions that are still there go with the io_context, and take leave of these.
    std::unordered_set<SessionHandle *> m_sessions;
    std::unordered_map<std::string, std::size_t> m_perAddress;
    EventHub m_hub;
    asio::io_context m_io{1};
    Workers m_workers;
    Metrics m_metrics;
    const std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
    NewsWatch m_watch; ///< on the signal's thread
    ChangeSignal m_signal;
    RateLimiter m_requests;
    RateLimiter m_signIns;
    std::shared_ptr<asio::ssl::context> m_tls; ///< null: none
    tcp::acceptor m_acceptor;
    asio::signal_set m_signals;
    asio::steady_timer m_deadline;
    quint16 m_port = 0;
    bool m_stopping = false;
};

Status HttpServer::Impl::start()
{
    error_code error;
    const auto address = asio::ip::make_address(m_options.address.toStdString(), error);
    if (error.failed())
        return fail(Domain::Input, u"address", u"\"%1\" is no IP address"_s.arg(m_options.address));
    if (m_options.certificateFile.isEmpty() != m_options.keyFile.isEmpty())
        return fail(Domain::Input, u"certificate", u"certificate and key go together"_s);
    if (!m_options.certificateFile.isEmpty()) {
        TURNUS_ASSIGN(read, readCertificate(m_options.certificateFile, m_options.keyFile));
        m_tls = std::move(read);
    } else if (!address.is_loopback()) {
        return fail(Domain::Input, u"tls-needed",
                    u"%1 is reached from outside: name a certificate (--tls-cert, --tls-key)"_s.arg(m_options.address));
    }
    TURNUS_TRY(listenAt(m_acceptor, m_options.address, m_options.port));
    m_port = m_acceptor.local_endpoint().port();
    TURNUS_TRY(m_workers.start(m_options.workers));
    return m_signal.start();
}

QString HttpServer::Impl::url() const
{
    const bool six = m_options.address.contains(u':');
    return u"%1://%2:%3"_s
        .arg(m_tls ? u"https"_s : u"http"_s, six ? u'[' + m_options.address + u']' : m_options.address)
        .arg(m_port);
}

void HttpServer::Impl::heedSignals()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        m_signals.add(signal);
    awaitSignal();
}

void HttpServer::Impl::run()
{
    asio::co_spawn(m_io, accept(), asio::detached);
    m_io.run();
    m_signal.stop();
    m_workers.stop();
}

void HttpServer::Impl::awaitSignal()
{
    m_signals.async_wait([this](error_code error, int signal) {
        if (error.failed())
            return;
        if (signal != SIGHUP)
            return beginStop();
        renewCertificate();
        awaitSignal();
    });
}

void HttpServer::Impl::renewCertificate()
{
    QString said = u"none to read again"_s;
    if (m_tls) {
        auto read = readCertificate(m_options.certificateFile, m_options.keyFile);
        said = read ? u"read again"_s : read.error().detail + u"; the one before stays in use"_s;
        // Connections that are open keep theirs.
        if (read)
            m_tls = std::move(*read);
    }
    if (m_options.notice)
        m_options.notice("certificate: " + said.toStdString());
}

void HttpServer::Impl::look(Connection &connection)
{
    News news = m_watch.look(connection);
    asio::post(m_io, [this, news = std::move(news)] {
        m_hub.publish(news.heads);
        m_hub.end(news.ended);
        if (news.membersMoved)
            asio::co_spawn(m_io, askWhoHears(), asio::detached);
    });
}

void HttpServer::Impl::tellUnfolded(const Error &error) const
{
    if (m_options.notice)
        m_options.notice("the database's log cannot be folded into it and grows: " + error.detail.toStdString());
}

asio::awaitable<void> HttpServer::Impl::askWhoHears()
{
    using Heads = Result<std::vector<protocol::Head>>;
    const auto listeners = m_hub.listeners();
    for (const EventHub::Listener &listener : listeners) {
        std::function<Heads(Connection &)> work = [listener](Connection &connection) {
            return headsFor(connection, listener.staff);
        };
        const auto heads = co_await onWorker(std::move(work));
        if (m_stopping)
            co_return;
        if (!heads || !*heads) {
            // Rather none than a foreign channel: the device opens another.
            m_hub.end({listener.session});
            continue;
        }
        std::vector<qint64> channels;
        for (const protocol::Head &head : **heads)
            channels.push_back(head.channel);
        m_hub.setChannels(listener.session, std::move(channels));
    }
}

void HttpServer::Impl::stop()
{
    asio::post(m_io, [this] { beginStop(); });
}

void HttpServer::Impl::beginStop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    error_code error;
    m_acceptor.close(error);
    // Who is in a hurry asks once more; a hangup is no such wish.
    m_signals.remove(SIGTERM, error);
    m_signals.remove(SIGINT, error);
    m_signals.cancel();
    m_hub.endAll();
    const auto sessions = m_sessions;
    for (SessionHandle *session : sessions)
        session->closeIfIdle();
    if (m_sessions.empty())
        return;
    m_deadline.expires_after(m_options.limits.stop);
    m_deadline.async_wait([this](error_code cancelled) {
        if (!cancelled.failed())
            m_io.stop();
    });
}

void HttpServer::Impl::left(SessionHandle *session)
{
    m_sessions.erase(session);
    if (m_stopping && m_sessions.empty())
        m_deadline.cancel();
}

asio::awaitable<void> HttpServer::Impl::accept()
{
    constexpr std::chrono::milliseconds pause{100};
    while (!m_stopping) {
        error_code error;
        Socket socket = co_await m_acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (!error.failed()) {
            admit(std::move(socket));
        } else if (!m_stopping) {
            // Out of file descriptors, most likely: those that end give some back.
            asio::steady_timer timer(m_io, pause);
            co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
    }
}

void HttpServer::Impl::admit(Socket socket)
{
    error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error.failed() || m_sessions.size() >= m_options.limits.connections)
        return;
    const std::string address = peer.address().to_string();
    const Peer known{isLoopback(address) ? std::string() : countedAs(address), m_options.proxies.contains(address)};
    std::size_t &open = m_perAddress[known.address];
    if (!known.address.empty() && !known.isProxy && open >= m_options.limits.connectionsPerAddress)
        return;
    ++open;
    asio::co_spawn(m_io, serveConnection(*this, std::move(socket), m_tls, known),
                   [this, address = known.address](const std::exception_ptr &) {
                       const auto found = m_perAddress.find(address);
                       if (found != m_perAddress.end() && --found->second == 0)
                           m_perAddress.erase(found);
                   });
}

std::string HttpServer::Impl::clientOf(const Peer &peer, const HttpRequest &request) const
{
    const std::string client =
        peer.isProxy ? m_options.proxies.clientOf(request.forwardedFor, request.forwardedBy) : std::string();
    return client.empty() ? peer.address : countedAs(client);
}

std::optional<HttpResponse> HttpServer::Impl::take(RateLimiter &limiter, const std::string &key)
{
    if (limiter.take(key, m_clock.now()))
        return {};
    HttpResponse refusal = Api::refusal(429, Domain::Network, u"rate", u"too many requests"_s);
    refusal.headers.emplace_back("Retry-After", std::to_string(limiter.wait(key)));
    return refusal;
}

std::optional<HttpResponse> HttpServer::Impl::refuseHaste(const Peer &peer, const HttpRequest &header)
{
    if (Api::answerAtOnce(header))
        return {};
    const std::string client = clientOf(peer, header);
    if (Api::isSignIn(header))
        return take(m_signIns, client);
    return client.empty() ? std::nullopt : take(m_requests, client);
}

asio::awaitable<std::optional<HttpResponse>> HttpServer::Impl::limitRefresh(std::string client, HttpRequest request)
{
    // A device that is known does not stand in line with strangers, whose address it may share.
    std::function<QString(Connection &)> work = [request = std::move(request)](Connection &connection) {
        return Api::sessionOf(connection, request);
    };
    const auto session = co_await onWorker(std::move(work));
    const bool isKnown = session && !session->isEmpty();
    co_return take(m_signIns, isKnown ? "session " + session->toStdString() : client);
}

template <class T>
asio::awaitable<std::optional<T>> HttpServer::Impl::onWorker(std::function<T(Connection &)> work)
{
    // The answer is made on the store's thread and taken here, after the timer was woken on the network's.
    struct Shared
    {
        explicit Shared(asio::io_context &io) : done(io, asio::steady_timer::time_point::max()) {}
        asio::steady_timer done;
        std::optional<T> result;
    };
    const auto shared = std::make_shared<Shared>(m_io);
    const bool taken = m_workers.post([this, shared, work = std::move(work)](Connection &connection) {
        std::optional<T> result = work(connection);
        asio::post(m_io, [shared, result = std::move(result)]() mutable {
            shared->result = std::move(result);
            shared->done.cancel();
        });
    });
    if (!taken)
        co_return std::nullopt;
    while (!shared->result) {
        error_code cancelled;
        co_await shared->done.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    }
    co_return std::move(shared->result);
}

asio::awaitable<HttpResponse> HttpServer::Impl::answer(const Peer &peer, HttpRequest request)
{
    if (auto answer = Api::answerAtOnce(request))
        co_return std::move(*answer);
    if (Api::isMetrics(request) && peer.address.empty() && !request.forwarded)
        co_return measured();
    if (Api::isRefresh(request)) {
        auto tooMany = co_await limitRefresh(clientOf(peer, request), request);
        if (tooMany)
            co_return std::move(*tooMany);
    }
    if (Api::isMetrics(request)) {
        auto refusal = co_await refuseOthers(std::move(request));
        if (refusal)
            co_return std::move(*refusal);
        co_return measured();
    }
    // Named, because GCC 12 destroys a temporary in a co_await expression twice.
    std::function<HttpResponse(Connection &)> work = [this, request = std::move(request)](Connection &connection) {
        return m_api.handle(connection, request);
    };
    auto response = co_await onWorker(std::move(work));
    if (!response)
        co_return Api::refusal({Domain::Storage, u"busy"_s, u"too many requests are waiting"_s});
    co_return std::move(*response);
}

HttpResponse HttpServer::Impl::measured() const
{
    HttpResponse response;
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    const auto uptime = std::chrono::steady_clock::now() - m_began;
    response.body = m_metrics.text({m_sessions.size(), m_hub.size(), m_workers.waiting(),
                                    std::chrono::duration_cast<std::chrono::seconds>(uptime)});
    return response;
}

asio::awaitable<std::optional<HttpResponse>> HttpServer::Impl::refuseOthers(HttpRequest request)
{
    using Refusal = std::optional<HttpResponse>;
    std::function<Refusal(Connection &)> work = [this, request = std::move(request)](Connection &connection) {
        return m_api.refuseOthers(connection, request);
    };
    auto refusal = co_await onWorker(std::move(work));
    if (!refusal)
        co_return Api::refusal({Domain::Storage, u"busy"_s, u"too many requests are waiting"_s});
    co_return std::move(*refusal);
}

asio::awaitable<std::optional<HttpResponse>> HttpServer::Impl::refuseStranger(HttpRequest header)
{
    using Refusal = std::optional<HttpResponse>;
    std::function<Refusal(Connection &)> work = [this, header = std::move(header)](Connection &connection) {
        return m_api.refuseStranger(connection, header);
    };
    auto refusal = co_await onWorker(std::move(work));
    if (!refusal)
        co_return Api::refusal({Domain::Storage, u"busy"_s, u"too many requests are waiting"_s});
    co_return std::move(*refusal);
}

void HttpServer::Impl::log(const std::string &method, const std::string &target, const HttpResponse &response,
                           std::chrono::steady_clock::time_point from, std::size_t bytesIn)
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - from);
    const std::size_t out = response.file ? static_cast<std::size_t>(response.file->length) : response.body.size();
    m_metrics.note(Api::methodOf(method, target), Api::routeOf(target), response.status, took, bytesIn, out);
    if (m_sink)
        m_sink(logLine(m_clock.now(), method, Api::routeOf(target), response, took, bytesIn, out));
}

HttpServer::HttpServer(DataDirectory &directory, const Clock &clock, ListenOptions options, LogSink log)
    : m_impl(std::make_unique<Impl>(directory, clock, std::move(options), std::move(log)))
{
}

HttpServer::~HttpServer() = default;

Status HttpServer::start()
{
    return m_impl->start();
}

Status HttpServer::tryListen(const QString &address, quint16 port)
{
    asio::io_context io;
    tcp::acceptor acceptor(io);
    return listenAt(acceptor, address, port);
}

quint16 HttpServer::port() const
{
    return m_impl->port();
}

QString HttpServer::url() const
{
    return m_impl->url();
}

void HttpServer::heedSignals()
{
    m_impl->heedSignals();
}

void HttpServer::run()
{
    m_impl->run();
}

void HttpServer::stop()
{
    m_impl->stop();
}

} // namespace turnus::server
