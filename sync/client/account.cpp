#include "sync/client/account.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/limits.h"
#include "sync/client/makers.h"
#include "sync/protocol/codec.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

using storage::DeviceState;

constexpr int okStatus = 200;
constexpr int firstErrorStatus = 300;
constexpr int unauthorisedStatus = 401;
constexpr int firstServerErrorStatus = 500;
constexpr int fullStatus = 507;
const QByteArray jsonType = "application/json";

bool isSuccess(const HttpAnswer &answer)
{
    return answer.status >= okStatus && answer.status < firstErrorStatus;
}

} // namespace

Error errorOf(const HttpAnswer &answer)
{
    if (const auto told = protocol::decodeError(answer.body)) {
        // Whatever it is that the server is short of: it passes.
        if (answer.status >= firstServerErrorStatus && answer.status != fullStatus)
            return {Domain::Network, u"server-unavailable"_s, told->toString()};
        return *told;
    }
    const QString detail = u"HTTP status %1"_s.arg(answer.status);
    if (answer.status >= firstServerErrorStatus)
        return {Domain::Network, u"server-unavailable"_s, detail};
    return {Domain::Protocol, u"not-turnus"_s, detail};
}

Result<QUrl> Account::server()
{
    TURNUS_ASSIGN(text, m_connection.read([&] { return DeviceState(m_connection).text(DeviceState::serverUrl); }));
    if (text.isEmpty())
        return fail(Domain::Access, u"signed-out", u"nobody has signed in on this handheld"_s);
    return QUrl(text);
}

Result<protocol::SessionAnswer> Account::exchange(const QUrl &server, const QString &path, std::string body)
{
    TURNUS_ASSIGN(answer, m_transport.send(server, {.method = HttpRequest::Method::Post,
                                                    .path = path,
                                                    .body = std::move(body),
                                                    .contentType = jsonType}));
    if (!isSuccess(answer))
        return tl::unexpected(errorOf(answer));
    return protocol::decodeSessionAnswer(answer.body);
}

Status Account::signIn(const Credentials &credentials)
{
    // As the server reads it: a capital more is nobody else.
    Credentials known = credentials;
    known.login = credentials.login.trimmed().toLower();
    struct Before
    {
        QString login;
        std::optional<qint64> replica;
        QString certificate;
        bool waiting;
    };
    TURNUS_ASSIGN(before, m_connection.read([&] {
        const DeviceState state(m_connection);
        return Before{state.text(DeviceState::login), state.integer(DeviceState::replica),
                      state.text(DeviceState::certificate), Makers(m_connection.handle()).hasUnsentWork()};
    }));
    if (before.waiting && !before.login.isEmpty() && before.login.toLower() != known.login) {
        return fail(Domain::Access, u"unsent-work",
                    u"edits of %1 on this handheld have not been sent yet"_s.arg(before.login));
    }
    const protocol::SessionRequest request{.login = known.login.toStdString(),
                                           .password = known.password.toStdString(),
                                           .device = known.device.toStdString(),
                                           .replica = before.replica,
                                           .certificate = before.certificate.toStdString()};
    TURNUS_ASSIGN(session, exchange(known.server, u"/v1/session"_s, protocol::encode(request)));
    TURNUS_TRY(enter(known, session));
    return keep(session);
}

Status Account::enter(const Credentials &credentials, const protocol::SessionAnswer &session)
{
    return m_connection.write([&](storage::Writer &writer) -> Status {
        TURNUS_TRY(handOver(m_connection, writer,
                            {session.replica, QString::fromStdString(session.certificate), session.staff}));
        DeviceState state(m_connection);
        state.set(DeviceState::role, QString::fromStdString(session.role));
        state.set(DeviceState::login, credentials.login);
        state.set(DeviceState::serverUrl, credentials.server.toString());
        return {};
    });
}

Status Account::keep(const protocol::SessionAnswer &session)
{
    m_session = session;
    return m_tokens.save(QByteArray::fromStdString(protocol::encode(session)));
}

/// A handheld that signed in before there were certificates gets its own this way.
Status Account::keepCertificate(const protocol::SessionAnswer &session)
{
    const QString certificate = QString::fromStdString(session.certificate);
    TURNUS_ASSIGN(isNew, m_connection.read([&] {
        const DeviceState state(m_connection);
        return !certificate.isEmpty() && state.integer(DeviceState::replica) == session.replica &&
               state.text(DeviceState::certificate) != certificate;
    }));
    if (!isNew)
        return {};
    return m_connection.write([&](storage::Writer &) -> Status {
        DeviceState(m_connection).set(DeviceState::certificate, certificate);
        return {};
    });
}

Status Account::forget()
{
    m_session.reset();
    return m_tokens.clear();
}

Result<const protocol::SessionAnswer *> Account::session()
{
    if (!m_session) {
        TURNUS_ASSIGN(stored, m_tokens.load());
        if (stored.isEmpty())
            return fail(Domain::Access, u"signed-out", u"sign in first"_s);
        TURNUS_ASSIGN(session, protocol::decodeSessionAnswer(stored.toStdString()));
        m_session = std::move(session);
    }
    return &*m_session;
}

Result<bool> Account::isSignedIn()
{
    const auto found = session();
    if (found)
        return true;
    if (found.error().domain == Domain::Access)
        return false;
    return tl::unexpected(found.error());
}

Status Account::refresh()
{
    TURNUS_ASSIGN(known, session());
    TURNUS_ASSIGN(url, server());
    auto answer =
        exchange(url, u"/v1/session/refresh"_s, protocol::encode(protocol::RefreshRequest{known->refreshToken}));
    if (answer) {
        TURNUS_TRY(keepCertificate(*answer));
        return keep(*answer);
    }
    if (answer.error().domain != Domain::Access)
        return tl::unexpected(std::move(answer.error()));
    const Status forgotten = forget();
    // A key store that will not forget keeps nothing from being wiped.
    if (answer.error().code == "device-lost"_L1)
        return tl::unexpected(std::move(answer.error()));
    TURNUS_TRY(forgotten);
    return fail(Domain::Access, u"signed-out", answer.error().toString());
}

Result<HttpRequest> Account::authorised(HttpRequest request)
{
    TURNUS_ASSIGN(known, session());
    const Instant now = m_connection.clock().now();
    if (instantFrom(known->accessExpires) - now < limits::tokenMargin)
        TURNUS_TRY(refresh());
    TURNUS_ASSIGN(current, session());
    request.bearer = current->accessToken;
    return request;
}

Result<HttpAnswer> Account::send(HttpRequest request, const Sink &sink)
{
    TURNUS_ASSIGN(url, server());
    TURNUS_ASSIGN(ready, authorised(std::move(request)));
    request = std::move(ready);
    for (bool refreshed = false;; refreshed = true) {
        TURNUS_ASSIGN(current, session());
        request.bearer = current->accessToken;
        TURNUS_ASSIGN(answer, m_transport.send(url, request, sink));
        if (isSuccess(answer))
            return answer;
        if (answer.status != unauthorisedStatus || refreshed)
            return tl::unexpected(errorOf(answer));
        TURNUS_TRY(refresh());
    }
}

Status Account::signOut()
{
    if (auto known = session(); known) {
        if (const auto url = server()) {
            // The tokens die by themselves when the server cannot be reached now.
            (void)m_transport.send(
                *url,
                {.method = HttpRequest::Method::Delete, .path = u"/v1/session"_s, .bearer = (*known)->accessToken});
        }
    }
    return forget();
}

} // namespace turnus::client
