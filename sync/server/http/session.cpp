#include "sync/server/http/api.h"
#include "sync/server/http/network.h"

#include <QFile>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr unsigned http11 = 11;

// No co_await stands behind && or || here: GCC 12 evaluates it whatever the left side says.
template <class Stream>
class Session final : public SessionHandle
{
public:
    Session(SessionHost &host, Stream stream, Peer peer)
        : m_host(host), m_stream(std::move(stream)), m_peer(std::move(peer))
    {
        m_host.entered(this);
    }
    ~Session() override { m_host.left(this); }
    Session(const Session &) = delete;

    void closeIfIdle() override
    {
        if (m_events)
            m_events->end(false);
        else if (m_idle)
            beast::get_lowest_layer(m_stream).close();
    }

    asio::awaitable<void> run();

private:
    using Parser = http::request_parser<http::string_body>;

    void allow(std::chrono::milliseconds time) { beast::get_lowest_layer(m_stream).expires_after(time); }
    asio::awaitable<bool> handshake();
    asio::awaitable<bool> firstBytes();
    asio::awaitable<bool> oneRequest();
    /// Reads the body when the request is one that may have it; else what to answer.
    asio::awaitable<std::optional<HttpResponse>> readBody(Parser &parser, error_code &error);
    [[nodiscard]] static HttpRequest plain(const Parser &parser);
    asio::awaitable<bool> write(const HttpResponse &response, bool keep, bool withBody);
    /// News and heartbeats until either side ends it.
    asio::awaitable<void> serveEvents();
    asio::awaitable<bool> writeFile(const FileSlice &slice);
    asio::awaitable<bool> writeBytes(std::string_view bytes);
    asio::awaitable<void> close();

    SessionHost &m_host;
    Stream m_stream;
    Peer m_peer;
    beast::flat_buffer m_buffer;
    std::unique_ptr<EventStream> m_events;
    bool m_idle = true;
    bool m_broken = false;
};

template <class Stream>
asio::awaitable<void> Session<Stream>::run()
{
    bool again = co_await handshake();
    while (again && !m_host.isStopping()) {
        again = co_await firstBytes();
        if (!again)
            break;
        m_idle = false;
        again = co_await oneRequest();
        m_idle = true;
        if (m_events)
            break;
        // An idle connection holds no buffer.
        if (m_buffer.size() == 0)
            m_buffer.shrink_to_fit();
    }
    if (m_events)
        co_await serveEvents();
    co_await close();
}

template <class Stream>
asio::awaitable<bool> Session<Stream>::handshake()
{
    if constexpr (!std::is_same_v<Stream, beast::tcp_stream>) {
        error_code error;
        allow(m_host.limits().handshake);
        co_await m_stream.async_handshake(asio::ssl::stream_base::server,
                                          asio::redirect_error(asio::use_awaitable, error));
        m_broken = error.failed();
    }
    co_return !m_broken;
}

template <class Stream>
asio::awaitable<bool> Session<Stream>::firstBytes()
{
    if (m_buffer.size() > 0)
        co_return true;
    constexpr std::size_t block = 4 * 1024;
    error_code error;
    allow(m_host.limits().idle);
    const std::size_t bytes =
        co_await m_stream.async_read_some(m_buffer.prepare(block), asio::redirect_error(asio::use_awaitable, error));
    m_buffer.commit(bytes);
    m_broken = m_broken || (error.failed() && error != asio::error::eof);
    co_return !error.failed();
}

template <class Stream>
HttpRequest Session<Stream>::plain(const Parser &parser)
{
    const auto &message = parser.get();
    const auto field = [&](http::field name) { return std::string(message[name]); };
    const auto own = [&](std::string_view name) { return std::string(message[name]); };
    // Proxies in a row may add a line each.
    const auto lines = [&](std::string_view name) {
        std::string all;
        const auto [first, last] = message.equal_range(name);
        for (auto line = first; line != last; ++line)
            all += (all.empty() ? "" : ",") + std::string(line->value());
        return all;
    };
    return {std::string(message.method_string()),
            std::string(message.target()),
            field(http::field::authorization),
            field(http::field::content_type),
            field(http::field::range),
            field(http::field::if_range),
            field(http::field::if_none_match),
            {},
            !own("Forwarded").empty() || !own("X-Forwarded-For").empty(),
            lines("X-Forwarded-For"),
            lines("Forwarded"),
            {own("Tus-Resumable"), own("Upload-Offset"), own("Upload-Length"), own("Upload-Metadata"),
             own("Upload-Checksum")}};
}

template <class Stream>
asio::awaitable<bool> Session<Stream>::oneRequest()
{
    const auto started = Clock::now();
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(m_host.limits().headerBytes));
    parser.body_limit(boost::none);
    error_code error;
    allow(m_host.limits().header);
    co_await http::async_read_header(m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    std::optional<HttpResponse> response;
    HttpRequest request;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        response = Api::refusal(431, Domain::Protocol, u"header-too-large", u"the header is too large"_s);
    } else if (error.failed() && error.category() == http::make_error_code(http::error::bad_method).category() &&
               error != http::error::end_of_stream && error != http::error::partial_message) {
        response = Api::refusal(400, Domain::Protocol, u"http", u"not HTTP/1.1"_s);
    } else if (error.failed()) {
        m_broken = true;
        co_return false;
    } else {
        request = plain(parser);
        response = m_host.refuseHaste(m_peer, request);
        if (!response)
            response = Api::refuseUnknown(request.method, request.target);
        if (!response)
            response = co_await readBody(parser, error);
        if (error.failed())
            co_return false;
    }
    // What was not read cannot be followed by another request.
    const bool keep = parser.is_done() && parser.keep_alive() && !m_broken && !m_host.isStopping();
    const std::string method = request.method;
    const std::string target = request.target;
    const std::size_t bytesIn = parser.is_header_done() ? parser.get().body().size() : 0;
    if (!response) {
        request.body = std::move(parser.get().body());
        response = co_await m_host.answer(m_peer, std::move(request));
    }
    if (response->events && (m_events = m_host.openStream(std::move(*response->events))) == nullptr)
        response = Api::refusal({Domain::Storage, u"busy"_s, u"too many streams are open"_s});
    const bool written = co_await write(*response, keep, method != "HEAD");
    m_host.log(method, target, *response, started, bytesIn);
    if (!written)
        m_events.reset();
    co_return written &&keep;
}

template <class Stream>
asio::awaitable<std::optional<HttpResponse>> Session<Stream>::readBody(Parser &parser, error_code &error)
{
    const HttpRequest header = plain(parser);
    const std::size_t most = Api::bodyLimit(header.method, header.target);
    const auto length = parser.content_length();
    if (length && *length > most)
        co_return Api::refusal(413, Domain::Protocol, u"message-too-large", u"at most %1 bytes"_s.arg(most));
    if (!parser.get()[http::field::content_encoding].empty())
        co_return Api::refusal(415, Domain::Protocol, u"content-encoding", u"bodies are sent as they are"_s);
    const bool large = parser.chunked() || (length && *length > m_host.limits().anonymousBodyBytes);
    if (large && most > m_host.limits().anonymousBodyBytes) {
        if (auto refusal = co_await m_host.refuseStranger(header))
            co_return refusal;
    }
    parser.body_limit(most);
    if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        const bool invited = co_await writeBytes("HTTP/1.1 100 Continue\r\n\r\n");
        if (!invited) {
            error = http::error::end_of_stream;
            co_return std::nullopt;
        }
    }
    const std::size_t seconds = length.value_or(most) / m_host.limits().bodyBytesPerSecond;
    allow(m_host.limits().body + std::chrono::seconds(seconds));
    co_await http::async_read(m_stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    if (error == http::error::body_limit) {
        error = {};
        co_return Api::refusal(413, Domain::Protocol, u"message-too-large", u"at most %1 bytes"_s.arg(most));
    }
    if (error.failed() && error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::partial_message) {
        error = {};
        co_return Api::refusal(400, Domain::Protocol, u"http", u"the body is not as announced"_s);
    }
    m_broken = error.failed();
    // Of an upload that is cut, what came is kept: the device goes on at that byte.
    if (error.failed() && header.method == "PATCH" && header.tus.checksum.empty() && !parser.get().body().empty())
        error = {};
    co_return std::nullopt;
}

template <class Stream>
asio::awaitable<bool> Session<Stream>::write(const HttpResponse &response, bool keep, bool withBody)
{
    if (response.bare && keep)
        co_return co_await writeBytes("HTTP/1.1 " + std::to_string(response.status) + " \r\n\r\n");
    http::response<http::empty_body> head{static_cast<http::status>(response.status), http11};
    head.keep_alive(keep && !m_events);
    if (!response.contentType.empty() && response.status != 304)
        head.set(http::field::content_type, response.contentType);
    head.set("X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : response.headers)
        head.set(name, value);
    if (head.find(http::field::cache_control) == head.end())
        head.set(http::field::cache_control, "no-store");
    const auto length = response.file ? static_cast<std::uint64_t>(response.file->length) : response.body.size();
    if (response.status != 204 && response.status != 304 && !m_events && withBody)
        head.content_length(length);
    std::ostringstream text;
    text << head.base();
    std::string bytes = text.str();
    if (!withBody)
        co_return co_await writeBytes(bytes);
    // One packet for head and body of all but the largest answers.
    const bool together = response.body.size() <= m_host.limits().blockBytes;
    if (together)
        bytes += response.body;
    bool written = co_await writeBytes(bytes);
    if (written && !together)
        written = co_await writeBytes(response.body);
    if (written && response.file)
        written = co_await writeFile(*response.file);
    co_return written;
}

template <class Stream>
asio::awaitable<void> Session<Stream>::serveEvents()
{
    m_buffer.shrink_to_fit();
    bool open = !m_host.isStopping();
    while (open) {
        if (!m_events->hasNews()) {
            error_code woken;
            m_events->timer.expires_after(m_host.limits().heartbeat);
            co_await m_events->timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
        }
        std::string bytes = m_events->take();
        if (bytes.empty() && !m_events->isEnded())
            bytes = protocol::encodeHeartbeat();
        const bool written = co_await writeBytes(bytes);
        open = written && !m_events->isEnded();
    }
    // Nobody who hears events sends anything any more.
    m_broken = true;
}

template <class Stream>
asio::awaitable<bool> Session<Stream>::writeFile(const FileSlice &slice)
{
    QFile file(QString::fromStdString(slice.path));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(slice.offset))
        co_return false;
    qint64 left = slice.length;
    while (left > 0) {
        const QByteArray block = file.read(std::min<qint64>(left, static_cast<qint64>(m_host.limits().blockBytes)));
        if (block.isEmpty())
            co_return false;
        const std::string_view bytes(block.constData(), static_cast<std::size_t>(block.size()));
        const bool written = co_await writeBytes(bytes);
        if (!written)
            co_return false;
        left -= block.size();
    }
    co_return true;
}

template <class Stream>
asio::awaitable<bool> Session<Stream>::writeBytes(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::string_view block = bytes.substr(0, m_host.limits().blockBytes);
        error_code error;
        allow(m_host.limits().writeBlock);
        co_await asio::async_write(m_stream, asio::buffer(block.data(), block.size()),
                                   asio::redirect_error(asio::use_awaitable, error));
        if (error.failed()) {
            m_broken = true;
            co_return false;
        }
        bytes.remove_prefix(block.size());
    }
    co_return true;
}

template <class Stream>
asio::awaitable<void> Session<Stream>::close()
{
    error_code error;
    if constexpr (!std::is_same_v<Stream, beast::tcp_stream>) {
        if (!m_broken && beast::get_lowest_layer(m_stream).socket().is_open()) {
            allow(m_host.limits().handshake);
            co_await m_stream.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
        }
    }
    auto &socket = beast::get_lowest_layer(m_stream).socket();
    socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    if (!m_broken && socket.is_open()) {
        // Whoever is still sending must be let finish reading our answer, or it is lost to a reset.
        constexpr std::size_t most = 1024 * 1024;
        constexpr std::chrono::seconds patience{2};
        m_buffer.clear();
        allow(patience);
        for (std::size_t read = 0; !error.failed() && read < most && !m_host.isStopping();) {
            read += co_await beast::get_lowest_layer(m_stream).async_read_some(
                m_buffer.prepare(4 * 1024), asio::redirect_error(asio::use_awaitable, error));
        }
    }
    beast::get_lowest_layer(m_stream).close();
}

} // namespace

asio::awaitable<void> serveConnection(SessionHost &host, Socket socket, std::shared_ptr<asio::ssl::context> tls,
                                      Peer peer)
{
    error_code error;
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (tls) {
        Session<beast::ssl_stream<beast::tcp_stream>> session(
            host, beast::ssl_stream<beast::tcp_stream>(beast::tcp_stream(std::move(socket)), *tls), std::move(peer));
        co_await session.run();
    } else {
        Session<beast::tcp_stream> session(host, beast::tcp_stream(std::move(socket)), std::move(peer));
        co_await session.run();
    }
}

} // namespace turnus::server
