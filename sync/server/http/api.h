#pragma once

#include "core/support/clock.h"
#include "sync/server/http/integrationapi.h"
#include "sync/server/http/message.h"
#include "sync/server/http/tus.h"
#include "sync/server/integration/apitokens.h"
#include "sync/server/service/authorisation.h"
#include "sync/server/service/receiptservice.h"
#include "sync/server/service/sessionservice.h"
#include "sync/server/service/syncservice.h"
#include "sync/server/store/contentstore.h"

namespace turnus::server {

struct Route;

/// The endpoints of sync/protocol/openapi.yaml, without sockets. Thread-safe: each worker calls with its connection.
class Api
{
public:
    Api(const Clock &clock, const ContentStore &content, const QString &uploads, PasswordCost cost = {},
        UploadLimits limits = {});

    /// The route as the log names it ("/v1/attachments/{sha256}"); empty when there is none of this path.
    [[nodiscard]] static std::string routeOf(std::string_view target);
    /// The method when something answers it at the target, else "-": strangers may send any word.
    [[nodiscard]] static std::string methodOf(std::string_view method, std::string_view target);
    /// Nothing when something answers the method at the target.
    [[nodiscard]] static std::optional<HttpResponse> refuseUnknown(std::string_view method, std::string_view target);
    /// Most bytes that the route's body may have; there is one.
    [[nodiscard]] static std::size_t bodyLimit(std::string_view method, std::string_view target);
    [[nodiscard]] static bool isSignIn(const HttpRequest &request);
    [[nodiscard]] static bool isRefresh(const HttpRequest &request);
    /// The session whose refresh token the request holds; empty when it is none that the company knows.
    [[nodiscard]] static QString sessionOf(Connection &connection, const HttpRequest &request);

    /// Answers what needs neither the store nor a turn: whether the process is up.
    [[nodiscard]] static std::optional<HttpResponse> answerAtOnce(const HttpRequest &request);
    /// What refuseUnknown does not refuse.
    [[nodiscard]] HttpResponse handle(Connection &connection, const HttpRequest &request);
    /// Nothing when the request's access token is good.
    [[nodiscard]] std::optional<HttpResponse> refuseStranger(Connection &connection, const HttpRequest &request);
    [[nodiscard]] static bool isMetrics(const HttpRequest &request);
    /// Nothing when an administrator asks.
    [[nodiscard]] std::optional<HttpResponse> refuseOthers(Connection &connection, const HttpRequest &request);
    /// The answer that says this error.
    [[nodiscard]] static HttpResponse refusal(const Error &error);
    [[nodiscard]] static HttpResponse refusal(unsigned status, Domain domain, QStringView code, const QString &detail);

private:
    [[nodiscard]] Result<HttpResponse> dispatch(Connection &connection, const HttpRequest &request, qint64 &replica);
    /// What needs no access token.
    [[nodiscard]] Result<HttpResponse> answerAnybody(Connection &connection, const HttpRequest &request,
                                                     Endpoint endpoint, qint64 &replica);
    [[nodiscard]] Result<Principal> authenticate(Connection &connection, const HttpRequest &request);
    [[nodiscard]] Result<HttpResponse> signIn(Connection &connection, const HttpRequest &request, qint64 &replica);
    [[nodiscard]] Result<HttpResponse> refresh(Connection &connection, const HttpRequest &request, qint64 &replica);
    [[nodiscard]] Result<HttpResponse> signOut(Connection &connection, const Principal &principal);
    [[nodiscard]] Result<HttpResponse> sync(Connection &connection, const HttpRequest &request,
                                            const Principal &principal);
    [[nodiscard]] Result<HttpResponse> syncInBrief(Connection &connection, const HttpRequest &request,
                                                   const Route &route, qint64 &replica);
    [[nodiscard]] static Result<HttpResponse> events(Connection &connection, const Principal &principal);
    [[nodiscard]] Result<HttpResponse> upload(Connection &connection, const HttpRequest &request,
                                              const Principal &principal, const Route &route) const;
    [[nodiscard]] Result<HttpResponse> attachment(Connection &connection, const HttpRequest &request,
                                                  const Principal &principal, std::string_view sha256);
    [[nodiscard]] Result<HttpResponse> receiptKeys(Connection &connection);
    [[nodiscard]] Result<HttpResponse> receipt(Connection &connection, const HttpRequest &request,
                                               const Principal &principal, const Route &route);
    [[nodiscard]] Result<HttpResponse> ready(Connection &connection) const;

    const ContentStore &m_content;
    SessionService m_sessions;
    SyncService m_sync;
    ApiTokens m_tokens;
    IntegrationApi m_integration;
    ReceiptService m_receipts;
    UploadService m_uploads;
    Tus m_tus;
};

} // namespace turnus::server
