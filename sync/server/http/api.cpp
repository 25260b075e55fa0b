#include "sync/server/http/api.h"

#include "sync/server/http/eventhub.h"
#include "sync/server/http/ranges.h"
#include "sync/server/http/routes.h"
#include "sync/server/service/contentaccess.h"
#include "sync/server/service/newswatch.h"
#include "sync/server/store/connection.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr std::string_view syncType = "application/vnd.turnus.sync";
constexpr std::string_view receiptType = "application/vnd.turnus.receipt";
constexpr std::string_view jsonType = "application/json";

HttpResponse json(std::string body)
{
    return {.contentType = std::string(jsonType), .body = std::move(body)};
}

unsigned statusOfContent(const QString &code)
{
    struct Known
    {
        QLatin1StringView code;
        unsigned status;
    };
    static constexpr std::array all{Known{"range"_L1, 416},  Known{"too-large"_L1, 413}, Known{"length"_L1, 400},
                                    Known{"offset"_L1, 409}, Known{"locked"_L1, 423},    Known{"checksum"_L1, 460},
                                    Known{"hash"_L1, 460},   Known{"quota"_L1, 507},     Known{"disk-full"_L1, 507}};
    const auto *const found = std::ranges::find(all, code, &Known::code);
    return found == all.end() ? 404 : found->status;
}

unsigned statusOf(const Error &error)
{
    switch (error.domain) {
    case Domain::Access:
        if (error.code == "locked"_L1)
            return 429;
        return error.code == "credentials"_L1 || error.code == "token-expired"_L1 || error.code == "revoked"_L1 ||
                       error.code == "device-lost"_L1
                   ? 401
                   : 403;
    case Domain::Protocol:
        if (error.code == "version"_L1 || error.code == "server-old"_L1)
            return 426;
        if (error.code == "content-type"_L1)
            return 415;
        if (error.code == "tus-version"_L1)
            return 412;
        return error.code == "message-too-large"_L1 ? 413 : 400;
    case Domain::Input:
        return error.code == "no-such-endpoint"_L1 ? 404 : 400;
    case Domain::Content:
        return statusOfContent(error.code);
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

Api::Api(const Clock &clock, const ContentStore &content, const QString &uploads, PasswordCost cost,
         UploadLimits limits)
    : m_content(content), m_sessions(clock, cost), m_sync(clock), m_tokens(clock),
      m_integration(clock, content, uploads), m_receipts(clock, content), m_uploads(clock, content, uploads, limits),
      m_tus(m_uploads)
{
}

std::string Api::routeOf(std::string_view target)
{
    return std::string(pathOfRoute(target));
}

std::string Api::methodOf(std::string_view method, std::string_view target)
{
    return findRoute(method, target) ? std::string(method) : "-";
}

std::optional<HttpResponse> Api::refuseUnknown(std::string_view method, std::string_view target)
{
    if (findRoute(method, target))
        return {};
    if (pathOfRoute(target).empty())
        return refusal(404, Domain::Input, u"no-such-endpoint", QString());
    HttpResponse response = refusal(405, Domain::Input, u"method", QString());
    response.headers.emplace_back("Allow", methodsOf(target));
    return response;
}

std::size_t Api::bodyLimit(std::string_view method, std::string_view target)
{
    return findRoute(method, target)->bodyBytes;
}

bool Api::isSignIn(const HttpRequest &request)
{
    const Route *route = findRoute(request.method, request.target);
    return route && route->endpoint == Endpoint::SignIn;
}

bool Api::isRefresh(const HttpRequest &request)
{
    const Route *route = findRoute(request.method, request.target);
    return route && route->endpoint == Endpoint::Refresh;
}

QString Api::sessionOf(Connection &connection, const HttpRequest &request)
{
    const auto asked = protocol::decodeRefreshRequest(request.body);
    return asked ? SessionService::sessionOf(connection, *asked) : QString();
}

std::optional<HttpResponse> Api::answerAtOnce(const HttpRequest &request)
{
    const Route *route = findRoute(request.method, request.target);
    if (!route || route->endpoint != Endpoint::Health)
        return {};
    return json(R"({"status":"ok","version":")" TURNUS_VERSION R"("})");
}

HttpResponse Api::refusal(const Error &error)
{
    HttpResponse response{
        .status = statusOf(error), .contentType = std::string(jsonType), .code = error.code.toStdString()};
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
    const Route *route = findRoute(request.method, request.target);
    if (Authorisation::isOpen(route->endpoint))
        return answerAnybody(connection, request, route->endpoint, replica);
    if (route->endpoint == Endpoint::Sync && route->method == "GET")
        return syncInBrief(connection, request, *route, replica);
    TURNUS_ASSIGN(principal, authenticate(connection, request));
    replica = principal.replica;
    TURNUS_TRY(m_sessions.noteUse(connection, principal));
    TURNUS_TRY(Authorisation::mayUse(principal.role, route->endpoint));
    switch (route->endpoint) {
    case Endpoint::SignOut:
        return signOut(connection, principal);
    case Endpoint::Sync:
        return sync(connection, request, principal);
    case Endpoint::Events:
        return events(connection, principal);
    case Endpoint::Upload:
        return upload(connection, request, principal, *route);
    case Endpoint::Attachment:
        return attachment(connection, request, principal, argumentsOf(*route, request.target).front());
    case Endpoint::ReceiptKeys:
        return receiptKeys(connection);
    case Endpoint::Receipt:
        return receipt(connection, request, principal, *route);
    default:
        return m_integration.answer(connection, *route, request, principal);
    }
}

Result<HttpResponse> Api::answerAnybody(Connection &connection, const HttpRequest &request, Endpoint endpoint,
                                        qint64 &replica)
{
    switch (endpoint) {
    case Endpoint::SignIn:
        return signIn(connection, request, replica);
    case Endpoint::Refresh:
        return refresh(connection, request, replica);
    case Endpoint::Health:
        return *answerAtOnce(request);
    case Endpoint::Ready:
        return ready(connection);
    case Endpoint::UploadOptions:
        return m_tus.options();
    default:
        return m_integration.answer(connection, *findRoute(request.method, request.target), request, {});
    }
}

std::optional<HttpResponse> Api::refuseStranger(Connection &connection, const HttpRequest &request)
{
    const auto principal = authenticate(connection, request);
    return principal ? std::nullopt : std::optional(refusal(principal.error()));
}

bool Api::isMetrics(const HttpRequest &request)
{
    const Route *route = findRoute(request.method, request.target);
    return route && route->endpoint == Endpoint::Metrics;
}

std::optional<HttpResponse> Api::refuseOthers(Connection &connection, const HttpRequest &request)
{
    const auto principal = authenticate(connection, request);
    if (!principal)
        return refusal(principal.error());
    const Status may = Authorisation::mayUse(principal->role, Endpoint::Metrics);
    return may ? std::nullopt : std::optional(refusal(may.error()));
}

Result<Principal> Api::authenticate(Connection &connection, const HttpRequest &request)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!request.authorization.starts_with(scheme))
        return fail(Domain::Access, u"token-expired", u"an access token is needed"_s);
    const QByteArrayView token = QByteArrayView(request.authorization).sliced(scheme.size());
    if (token.startsWith(QByteArrayView(ApiTokens::mark.data(), ApiTokens::mark.size())))
        return m_tokens.authenticate(connection, token);
    return m_sessions.authenticate(connection, token);
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
    return HttpResponse{.contentType = std::string(syncType), .body = std::move(body)};
}

Result<HttpResponse> Api::syncInBrief(Connection &connection, const HttpRequest &request, const Route &route,
                                      qint64 &replica)
{
    Principal principal;
    protocol::SyncRequest asked;
    bool current = false;
    // Most requests of all are these, and most are answered here: by one look at the database.
    Status looked = connection.read([&]() -> Status {
        TURNUS_ASSIGN(caller, authenticate(connection, request));
        principal = std::move(caller);
        replica = principal.replica;
        TURNUS_TRY(Authorisation::mayUse(principal.role, route.endpoint));
        TURNUS_ASSIGN(numbers, protocol::decodeBrief(argumentsOf(route, request.target).front()));
        asked = std::move(numbers);
        TURNUS_ASSIGN(isCurrent, m_sync.isCurrent(connection, principal, asked));
        current = isCurrent;
        return {};
    });
    TURNUS_TRY(std::move(looked));
    TURNUS_TRY(m_sessions.noteUse(connection, principal));
    if (current) {
        HttpResponse response;
        response.status = 204;
        response.bare = true;
        return response;
    }
    TURNUS_ASSIGN(body, m_sync.sync(connection, principal, asked));
    return HttpResponse{.contentType = std::string(syncType), .body = std::move(body)};
}

Result<HttpResponse> Api::events(Connection &connection, const Principal &principal)
{
    TURNUS_ASSIGN(heads, headsFor(connection, principal.staff));
    HttpResponse response;
    response.contentType = "text/event-stream";
    response.events = std::make_shared<EventGrant>(EventGrant{principal.session, principal.staff, std::move(heads)});
    return response;
}

Result<HttpResponse> Api::upload(Connection &connection, const HttpRequest &request, const Principal &principal,
                                 const Route &route) const
{
    const auto arguments = argumentsOf(route, request.target);
    return arguments.empty() ? m_tus.create(connection, request, principal)
                             : m_tus.answer(connection, request, principal, named(arguments.front()));
}

Result<HttpResponse> Api::attachment(Connection &connection, const HttpRequest &request, const Principal &principal,
                                     std::string_view sha256)
{
    const QString name = named(sha256);
    if (!ContentStore::isName(name))
        return fail(Domain::Input, u"sha256", u"64 lower-case hexadecimal digits are expected"_s);
    TURNUS_TRY(mayRead(connection, principal, name));
    if (!m_content.has(name))
        return fail(Domain::Content, u"missing", u"no file "_s + name);
    const std::string path = m_content.path(name).toStdString();
    return answerWithFile(path, QFileInfo(m_content.path(name)).size(), '"' + name.toStdString() + '"', request);
}

Result<HttpResponse> Api::receiptKeys(Connection &connection)
{
    TURNUS_ASSIGN(keys, m_receipts.keys(connection));
    return json(protocol::encode(keys));
}

Result<HttpResponse> Api::receipt(Connection &connection, const HttpRequest &request, const Principal &principal,
                                  const Route &route)
{
    const auto arguments = argumentsOf(route, request.target);
    bool isNumber = false;
    const StaffId staff{named(arguments.front()).toLongLong(&isNumber)};
    const auto day = ReceiptService::dayFrom(named(arguments.back()), named(queryOf(request.target)));
    if (!isNumber || !day)
        return fail(Domain::Input, u"day", u"/v1/receipts/{staff}/{YYYY-MM-DD}, from and until that day's bounds"_s);
    TURNUS_ASSIGN(body, m_receipts.issue(connection, principal, staff, *day));
    return HttpResponse{.contentType = std::string(receiptType),
                        .headers = {{"Cache-Control", "private, no-store"}},
                        .body = std::move(body)};
}

Result<HttpResponse> Api::ready(Connection &connection) const
{
    TURNUS_TRY(connection.read([&]() -> Status {
        std::ignore = ChannelStore(connection).find(protocol::ChannelKind::Company, 0);
        return {};
    }));
    TURNUS_TRY(m_uploads.refuseFullDisk());
    return json(R"({"status":"ok"})");
}

} // namespace turnus::server
