#include "sync/transport/httptransport.h"

#include "sync/transport/limits.h"

#include <QDir>
#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <memory>

using namespace Qt::StringLiterals;

namespace turnus::transport {

namespace {

constexpr int firstSuccess = 200;
constexpr int lastSuccess = 299;
/// "HTTP/1.1 ", status, blank and line end around the reason of a status line, and the line end after the headers.
constexpr qint64 statusLineBytes = 17;
/// Blanks, version and line end of a request line, and the line end after the headers.
constexpr qint64 requestLineBytes = 14;
/// ": " and line end of each header.
constexpr qint64 headerExtraBytes = 4;

QByteArray methodName(client::HttpRequest::Method method)
{
    switch (method) {
    case client::HttpRequest::Method::Get:
        return "GET";
    case client::HttpRequest::Method::Post:
        return "POST";
    case client::HttpRequest::Method::Patch:
        return "PATCH";
    case client::HttpRequest::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QString codeOf(QNetworkReply::NetworkError error, bool aborted)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError:
        return aborted ? u"aborted"_s : u"timeout"_s;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return u"timeout"_s;
    case QNetworkReply::SslHandshakeFailedError:
        return u"tls"_s;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return u"cut"_s;
    default:
        return u"offline"_s;
    }
}

/// A reply that is read as it comes in until either side ends it.
class ReplyStream final : public client::Stream
{
public:
    ReplyStream(QNetworkReply *reply, client::StreamHandlers handlers) : m_reply(reply), m_handlers(std::move(handlers))
    {
        QObject::connect(reply, &QNetworkReply::readyRead, &m_context, [this] { read(); });
        QObject::connect(reply, &QNetworkReply::finished, &m_context, [this] {
            // Copied, for whoever is told ends this stream.
            const auto told = m_handlers.ended;
            told(statusOf(*m_reply));
        });
    }
    ~ReplyStream() override
    {
        m_reply->disconnect(&m_context);
        m_reply->abort();
        m_reply->deleteLater();
    }
    ReplyStream(const ReplyStream &) = delete;

private:
    void read()
    {
        const QByteArray bytes = m_reply->readAll();
        const int status = statusOf(*m_reply);
        const auto told = m_handlers.bytes;
        if (status >= firstSuccess && status <= lastSuccess)
            told(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }

    QObject m_context;
    QNetworkReply *m_reply;
    client::StreamHandlers m_handlers;
};

void address(QUrl &url, const QUrl &server, const QString &target)
{
    const qsizetype mark = target.indexOf(u'?');
    url.setPath(QDir::cleanPath(server.path() + u'/' + target.left(mark)));
    if (mark >= 0)
        url.setQuery(target.mid(mark + 1));
}

} // namespace

Status checkServer(const QUrl &server)
{
    if (!server.isValid() || server.host().isEmpty() || (server.scheme() != "http"_L1 && server.scheme() != "https"_L1))
        return fail(Domain::Input, u"url", u"%1 is no http or https address"_s.arg(server.toString()));
    const bool loopback = server.host() == "localhost"_L1 || QHostAddress(server.host()).isLoopback();
    if (server.scheme() == "http"_L1 && !loopback) {
        return fail(
            Domain::Access, u"tls-required",
            u"%1: passwords and records travel by https only, but for this machine itself"_s.arg(server.toString()));
    }
    return {};
}

HttpTransport::HttpTransport(QObject *parent) : QObject(parent), m_idleTimeout(limits::idleTimeout)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

HttpTransport::~HttpTransport() = default;

QNetworkRequest HttpTransport::requestFor(const QUrl &url, const client::HttpRequest &request) const
{
    QNetworkRequest out(url);
    out.setTransferTimeout(static_cast<int>(m_idleTimeout.count()));
    // The manager fills in longer ones where there are none. The frames are compressed already, and nothing may be
    // unpacked without a limit: "-" names no encoding that anybody knows. HTTP/1.1 keeps connections by itself.
    out.setRawHeader("Accept-Encoding", request.terse ? "-" : "identity");
    out.setRawHeader("Accept-Language", "*");
    out.setRawHeader("User-Agent", request.terse ? "T" : "Turnus/" TURNUS_VERSION);
    out.setRawHeader("Connection", request.terse ? "-" : "Keep-Alive");
    if (!request.contentType.isEmpty())
        out.setRawHeader("Content-Type", request.contentType);
    if (!request.bearer.empty())
        out.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(request.bearer));
    for (const auto &[name, value] : request.headers)
        out.setRawHeader(name, value);
    if (request.from > 0)
        out.setRawHeader("Range", "bytes=" + QByteArray::number(request.from) + '-');
    return out;
}

QNetworkReply *HttpTransport::start(const QNetworkRequest &request, const client::HttpRequest &from)
{
    switch (from.method) {
    case client::HttpRequest::Method::Get:
        return m_manager.get(request);
    case client::HttpRequest::Method::Post:
        return m_manager.post(request, QByteArray::fromStdString(from.body));
    case client::HttpRequest::Method::Patch:
        return m_manager.sendCustomRequest(request, "PATCH", QByteArray::fromStdString(from.body));
    case client::HttpRequest::Method::Delete:
        return m_manager.deleteResource(request);
    }
    Q_UNREACHABLE();
}

Status HttpTransport::drain(QNetworkReply &reply, client::HttpAnswer &answer, const client::Sink &sink)
{
    const QByteArray bytes = reply.readAll();
    if (bytes.isEmpty())
        return {};
    m_traffic.bytesDown += bytes.size();
    const int status = statusOf(reply);
    if (sink && status >= firstSuccess && status <= lastSuccess)
        return sink(status, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (static_cast<qint64>(answer.body.size()) + bytes.size() > limits::answerMaxBytes)
        return fail(Domain::Protocol, u"message-too-large",
                    u"%1: the answer is too long"_s.arg(reply.url().toString()));
    answer.body.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return {};
}

void HttpTransport::count(const QNetworkRequest &request, const client::HttpRequest &from, const QNetworkReply &reply)
{
    ++m_traffic.roundTrips;
    m_traffic.bytesUp += methodName(from.method).size() + request.url().path(QUrl::FullyEncoded).size() +
                         requestLineBytes + qint64(from.body.size());
    m_traffic.bytesUp += qint64(sizeof "Host") - 1 + request.url().authority().size() + headerExtraBytes;
    if (from.method == client::HttpRequest::Method::Post || from.method == client::HttpRequest::Method::Patch) {
        m_traffic.bytesUp += qint64(sizeof "Content-Length") - 1 + QByteArray::number(qint64(from.body.size())).size() +
                             headerExtraBytes;
    }
    for (const QByteArray &header : request.rawHeaderList())
        m_traffic.bytesUp += header.size() + request.rawHeader(header).size() + headerExtraBytes;
    m_traffic.bytesDown +=
        statusLineBytes + reply.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray().size();
    for (const auto &[name, value] : reply.rawHeaderPairs())
        m_traffic.bytesDown += name.size() + value.size() + headerExtraBytes;
}

Result<client::HttpAnswer> HttpTransport::send(const QUrl &server, const client::HttpRequest &request,
                                               const client::Sink &sink)
{
    TURNUS_TRY(checkServer(server));
    QUrl url = server;
    address(url, server, request.path);
    const QNetworkRequest out = requestFor(url, request);
    const std::unique_ptr<QNetworkReply> reply(start(out, request));
    reply->setReadBufferSize(limits::readAheadBytes);
    m_reply = reply.get();
    m_aborted = false;
    client::HttpAnswer answer;
    Status taken;
    QEventLoop loop;
    const auto read = [&] {
        if (!taken)
            return;
        taken = drain(*reply, answer, sink);
        if (!taken)
            reply->abort();
    };
    connect(reply.get(), &QNetworkReply::readyRead, &loop, read);
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    m_reply = nullptr;
    if (taken && reply->bytesAvailable() > 0)
        read();
    count(out, request, *reply);
    TURNUS_TRY(taken);
    answer.status = statusOf(*reply);
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers[name.toLower().toStdString()] = value.toStdString();
    const bool success = answer.status >= firstSuccess && answer.status <= lastSuccess;
    if (answer.status == 0 || (success && reply->error() != QNetworkReply::NoError)) {
        return fail(Domain::Network, codeOf(reply->error(), m_aborted),
                    u"%1: %2"_s.arg(url.toString(), reply->errorString()));
    }
    return answer;
}

std::unique_ptr<client::Stream> HttpTransport::open(const QUrl &server, const client::HttpRequest &request,
                                                    client::StreamHandlers handlers)
{
    if (!checkServer(server))
        return {};
    QUrl url = server;
    address(url, server, request.path);
    QNetworkRequest out = requestFor(url, request);
    out.setTransferTimeout(static_cast<int>(limits::streamTimeout.count()));
    out.setRawHeader("Accept", "text/event-stream");
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return std::make_unique<ReplyStream>(start(out, request), std::move(handlers));
}

void HttpTransport::abort()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_reply)
                return;
            m_aborted = true;
            m_reply->abort();
        },
        Qt::AutoConnection);
}

} // namespace turnus::transport
