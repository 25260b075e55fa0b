#pragma once

#include "core/support/clock.h"
#include "sync/server/http/message.h"
#include "sync/server/http/routes.h"
#include "sync/server/integration/calendars.h"
#include "sync/server/integration/records.h"
#include "sync/server/service/erasure.h"
#include "sync/server/service/referralservice.h"

namespace turnus::server {

/// The endpoints for the company's other systems. Whoever calls has been admitted by Authorisation.
class IntegrationApi
{
public:
    IntegrationApi(const Clock &clock, const ContentStore &content, const QString &uploads)
        : m_records(clock), m_calendars(clock), m_referrals(clock), m_erasure(clock, content, uploads)
    {
    }

    [[nodiscard]] Result<HttpResponse> answer(Connection &connection, const Route &route, const HttpRequest &request,
                                              const Principal &principal);

private:
    [[nodiscard]] Result<HttpResponse> readRecord(Connection &connection, const QString &type, const QString &key);
    [[nodiscard]] Result<HttpResponse> writeRecord(Connection &connection, const HttpRequest &request,
                                                   const Principal &principal, const QString &type, const QString &key);
    [[nodiscard]] Result<HttpResponse> writeRecords(Connection &connection, const HttpRequest &request,
                                                    const Principal &principal);
    [[nodiscard]] Result<HttpResponse> moveReferral(Connection &connection, const HttpRequest &request,
                                                    const Principal &principal, const QString &id);
    [[nodiscard]] Result<HttpResponse> erase(Connection &connection, const HttpRequest &request,
                                             const Principal &principal);
    [[nodiscard]] Result<HttpResponse> addCalendar(Connection &connection, const HttpRequest &request,
                                                   const Principal &principal);
    [[nodiscard]] Result<HttpResponse> revokeCalendars(Connection &connection, const Principal &principal);
    [[nodiscard]] Result<HttpResponse> readCalendar(Connection &connection, const HttpRequest &request,
                                                    const QString &secret);

    Records m_records;
    Calendars m_calendars;
    ReferralService m_referrals;
    Erasure m_erasure;
};

} // namespace turnus::server
