#include "sync/server/http/api.h"

#include "sync/protocol/limits.h"
#include "sync/server/http/ranges.h"
#include "sync/server/service/contentaccess.h"
#include "sync/server/store/connection.h"

#include <array>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr std::string_view attachments = "/v1/attachments/";
constexpr std::string_view syncType = "application/vnd.turnus.sync";
constexpr std::string_view jsonType = "application/json";

std::string_view pathOf(std::string_view target)
{
    return target.substr(0, target.find('?'));
}

HttpResponse json(std::string body)
{
    return {200, std::string(jsonType), {}, std::move(body), {}, {}, {}, 0};
}

unsigned statusOf(const Error &error)
{
    switch (error.domain) {
    case Domain::Access:
        if (error.code == "locked"_L1)
            return 429;
        return error.code == "credentials"_L1 || error.code == "token-expired"_L1 || error.code == "revoked"_L1 ? 401
                                                                                                                : 403;
    case Domain::Protocol:
        if (error.code == "version"_L1)
            return 426;
        return error.code == "message-too-large"_L1 ? 413 : 400;
    case Domain::Input:
        return 400;
    case Domain::Content:
        return error.code == "range"_L1 ? 416 : 404;
    default:
        return error.code == "busy"_L1 || error.code == "full"_L1 ? 503 : 500;
    }
}

/// "try again in 30 seconds" is for people; devices read the header.
std::string secondsIn(const QString &detail)
{
    for (const QString &word : detail.split(u' ')) {
        if (word.toInt() > 0)
            return word.toStdString();
    }
    return "30";
}

} // namespace

Api::Api(const Clock &clock, const ContentStore &content, PasswordCost cost)
    : m_content(content), m_sessions(clock, cost), m_sync(clock)
{
}

std::string Api::routeOf(std::string_view target)
{
    static constexpr std::array<std::string_view, 5> routes{"/v1/session", "/v1/session/refresh", "/v1/sync",
                                                            "/healthz", "/readyz"};
    const std::string_view path = pathOf(target);
    for (const std::string_view route : routes) {
        if (path == route)
            return std::string(route);
    }
    return path.starts_with(attachments) ? std::string(attachments) + "{sha256}" : std::string();
}

std::size_t Api::bodyLimit(std::string_view method, std::string_view target)
{
    if (method != "POST")
        return 0;
    return pathOf(target) == "/v1/sync" ? protocol::limits::requestMaxBytes : protocol::limits::jsonMaxBytes;
}

bool Api::isSignIn(const HttpRequest &request)
{
    return request.method == "POST" && pathOf(request.target).starts_with("/v1/session");
}

HttpResponse Api::refusal(const Error &error)
{
    HttpResponse response{statusOf(error), std::string(jsonType), {}, {}, {}, error.code.toStdString(), {}, 0};
    Error told = error;
    if (error.domain == Domain::Storage) {
        // What went wrong inside is for the log, not for whoever asked.
        response.detail = error.detail.toStdString();
        told.detail = response.status == 503 ? u"try again later"_s : u"the server has a fault"_s;
    }
    if (response.status == 429 || response.status == 503)
        response.headers.emplace_back("Retry-After", response.status == 429 ? secondsIn(error.detail) : "5");
    if (response.status == 401)
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
    response.body = protocol::encode(told);
    return response;
}

HttpResponse Api::refusal(unsigned status, Domain domain, QStringView code, const QString &detail)
{
    HttpResponse response = refusal(Error{domain, code.toString(), detail});
    response.status = status;
    return response;
}

HttpResponse Api::handle(Connection &connection, const HttpRequest &request)
{
    qint64 replica = 0;
    HttpResponse response;
    try {
        auto result = dispatch(connection, request, replica);
        response = result ? std::move(*result) : refusal(result.error());
    } catch (const std::exception &exception) {
        // Memory, or a fault of ours: this request fails, the server goes on.
        response = refusal({Domain::Storage, u"fault"_s, QString::fromUtf8(exception.what())});
    }
    response.replica = replica;
    return response;
}

Result<HttpResponse> Api::dispatch(Connection &connection, const HttpRequest &request, qint64 &replica)
{
    const std::string_view path = pathOf(request.target);
    const bool post = request.method == "POST";
    const bool get = request.method == "GET";
    if (get && path == "/readyz")
        return ready(connection);
    if (post && path == "/v1/session")
        return signIn(connection, request, replica);
    if (post && path == "/v1/session/refresh")
        return refresh(connection, request, replica);
    const bool isSignOut = request.method == "DELETE" && path == "/v1/session";
    const bool isSync = post && path == "/v1/sync";
    const bool isAttachment = get && path.starts_with(attachments);
    if (!isSignOut && !isSync && !isAttachment) {
        if (routeOf(request.target).empty())
            return refusal(404, Domain::Input, u"no-such-endpoint", QString());
        return refusal(405, Domain::Input, u"method", QString());
    }
    TURNUS_ASSIGN(principal, authenticate(connection, request));
    replica = principal.replica;
    TURNUS_TRY(Authorisation::mayUse(principal.role, isSync      ? Endpoint::Sync
                                                     : isSignOut ? Endpoint::SignOut
                                                                 : Endpoint::Attachment));
    if (isSignOut)
        return signOut(connection, principal);
    return isSync ? sync(connection, request, principal) : attachment(connection, request, principal);
}

std::optional<HttpResponse> Api::refuseStranger(Connection &connection, const HttpRequest &request)
{
    const auto principal = authenticate(connection, request);
    return principal ? std::nullopt : std::optional(refusal(principal.error()));
}

Result<Principal> Api::authenticate(Connection &connection, const HttpRequest &request)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!request.authorization.starts_with(scheme))
        return fail(Domain::Access, u"token-expired", u"an access token is needed"_s);
    return m_sessions.authenticate(connection, QByteArrayView(request.authorization).sliced(scheme.size()));
}

Result<HttpResponse> Api::signIn(Connection &connection, const HttpRequest &request, qint64 &replica)
{
    TURNUS_ASSIGN(asked, protocol::decodeSessionRequest(request.body));
    TURNUS_ASSIGN(answer, m_sessions.signIn(connection, asked));
    replica = answer.replica;
    return json(protocol::encode(answer));
}

Result<HttpResponse> Api::refresh(Connection &connection, const HttpRequest &request, qint64 &replica)
{
    TURNUS_ASSIGN(asked, protocol::decodeRefreshRequest(request.body));
    TURNUS_ASSIGN(answer, m_sessions.refresh(connection, asked));
    replica = answer.replica;
    return json(protocol::encode(answer));
}

Result<HttpResponse> Api::signOut(Connection &connection, const Principal &principal)
{
    TURNUS_TRY(m_sessions.signOut(connection, principal));
    HttpResponse response;
    response.status = 204;
    return response;
}

Result<HttpResponse> Api::sync(Connection &connection, const HttpRequest &request, const Principal &principal)
{
    if (!request.contentType.starts_with(syncType))
        return refusal(415, Domain::Protocol, u"content-type", u"application/vnd.turnus.sync is expected"_s);
    TURNUS_ASSIGN(asked, protocol::decodeRequest(request.body));
    TURNUS_ASSIGN(body, m_sync.sync(connection, principal, asked));
    return HttpResponse{200, std::string(syncType), {}, std::move(body), {}, {}, {}, 0};
}

Result<HttpResponse> Api::attachment(Connection &connection, const HttpRequest &request, const Principal &principal)
{
    const QString name = QString::fromStdString(std::string(pathOf(request.target).substr(attachments.size())));
    if (!ContentStore::isName(name))
        return fail(Domain::Input, u"sha256", u"64 lower-case hexadecimal digits are expected"_s);
    TURNUS_TRY(mayRead(connection, principal, name));
    if (!m_content.has(name))
        return fail(Domain::Content, u"missing", u"no file "_s + name);
    const std::string path = m_content.path(name).toStdString();
    return answerWithFile(path, QFileInfo(m_content.path(name)).size(), '"' + name.toStdString() + '"', request);
}

Result<HttpResponse> Api::ready(Connection &connection)
{
    TURNUS_TRY(connection.read([&]() -> Status {
        std::ignore = ChannelStore(connection).find(protocol::ChannelKind::Company, 0);
        return {};
    }));
    return json(R"({"status":"ok"})");
}

} // namespace turnus::server
