#include "sync/server/http/integrationapi.h"

#include "sync/server/integration/recordjson.h"
#include "sync/server/store/connection.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr unsigned created = 201;
constexpr unsigned unprocessable = 422;

HttpResponse jsonAnswer(unsigned status, std::string body)
{
    return {.status = status, .contentType = "application/json", .body = std::move(body)};
}

/// A segment of a path as people write it.
QString decoded(std::string_view segment)
{
    return QString::fromUtf8(
        QByteArray::fromPercentEncoding(QByteArray(segment.data(), static_cast<qsizetype>(segment.size()))));
}

/// "customers" of "/v1/erp/customers/{key}".
QString typeOf(const Route &route)
{
    return named(route.path).section(u'/', 3, 3);
}

HttpResponse refused(const QList<GivenRecord> &records, const QList<RecordProblem> &problems)
{
    HttpResponse response = jsonAnswer(unprocessable, encode(records, problems));
    response.code = "records-refused";
    return response;
}

} // namespace

Result<HttpResponse> IntegrationApi::answer(Connection &connection, const Route &route, const HttpRequest &request,
                                            const Principal &principal)
{
    const auto arguments = argumentsOf(route, request.target);
    const QString argument = arguments.empty() ? QString() : decoded(arguments.front());
    switch (route.endpoint) {
    case Endpoint::ReadRecord:
    case Endpoint::ReadPlan:
        return readRecord(connection, typeOf(route), argument);
    case Endpoint::WriteRecord:
    case Endpoint::WritePlan:
        return writeRecord(connection, request, principal, typeOf(route), argument);
    case Endpoint::WriteRecords:
        return writeRecords(connection, request, principal);
    case Endpoint::MoveReferral:
        return moveReferral(connection, request, principal, argument);
    case Endpoint::Erase:
        return erase(connection, request, principal);
    case Endpoint::AddCalendar:
        return addCalendar(connection, request, principal);
    case Endpoint::RevokeCalendars:
        return revokeCalendars(connection, principal);
    case Endpoint::ReadCalendar:
        return readCalendar(connection, request, argument);
    default:
        return fail(Domain::Storage, u"fault", u"a route without an answer"_s);
    }
}

Result<HttpResponse> IntegrationApi::readRecord(Connection &connection, const QString &type, const QString &key)
{
    const protocol::Table &table = *Records::tableOf(type);
    TURNUS_ASSIGN(known, m_records.find(connection, table, key));
    return jsonAnswer(200, encode(table, key, known));
}

Result<HttpResponse> IntegrationApi::writeRecord(Connection &connection, const HttpRequest &request,
                                                 const Principal &principal, const QString &type, const QString &key)
{
    TURNUS_ASSIGN(record, decodeRecord(request.body, type, key));
    const QList<GivenRecord> records{record};
    TURNUS_ASSIGN(answer, m_records.upsert(connection, principal, records));
    if (!answer.problems.isEmpty())
        return refused(records, answer.problems);
    const RecordResult &result = answer.results.constFirst();
    return jsonAnswer(result.outcome == RecordResult::Outcome::Created ? created : 200, encode(record, result));
}

Result<HttpResponse> IntegrationApi::writeRecords(Connection &connection, const HttpRequest &request,
                                                  const Principal &principal)
{
    TURNUS_ASSIGN(records, decodeRecords(request.body));
    TURNUS_ASSIGN(answer, m_records.upsert(connection, principal, records));
    if (!answer.problems.isEmpty())
        return refused(records, answer.problems);
    return jsonAnswer(200, encode(records, answer.results));
}

Result<HttpResponse> IntegrationApi::moveReferral(Connection &connection, const HttpRequest &request,
                                                  const Principal &principal, const QString &id)
{
    bool isNumber = false;
    const ReferralId referral{id.toLongLong(&isNumber)};
    if (!isNumber)
        return fail(Domain::Content, u"record-missing", u"no referral \"%1\""_s.arg(id));
    TURNUS_ASSIGN(move, decodeStageMove(request.body));
    const Status moved = m_referrals.move(connection, referral, move.stage, principal.login, move.reason, move.amount);
    // What is not in the caller's channels is not there.
    if (!moved && moved.error().code == "row-missing"_L1)
        return fail(Domain::Content, u"record-missing", moved.error().detail);
    TURNUS_TRY(moved);
    return jsonAnswer(200, encode(referral, move));
}

Result<HttpResponse> IntegrationApi::erase(Connection &connection, const HttpRequest &request,
                                           const Principal &principal)
{
    TURNUS_ASSIGN(wish, decodeErasure(request.body));
    TURNUS_ASSIGN(known, m_records.find(connection, *protocol::findTable("customer"), wish.customer));
    const auto done = m_erasure.erase(connection, known.id, wish.reason, principal.staff, wish.dryRun);
    if (!done && done.error().code == "already-erased"_L1)
        return fail(Domain::Content, u"record-missing", done.error().detail);
    if (!done)
        return tl::unexpected(done.error());
    return jsonAnswer(200, encode(*done, wish.dryRun));
}

Result<HttpResponse> IntegrationApi::addCalendar(Connection &connection, const HttpRequest &request,
                                                 const Principal &principal)
{
    TURNUS_ASSIGN(withNames, decodeCalendarRequest(request.body));
    TURNUS_ASSIGN(secret, m_calendars.add(connection, principal.staff, withNames));
    return jsonAnswer(created, encodeCalendarPath("/v1/calendar/" + secret.toStdString() + ".ics"));
}

Result<HttpResponse> IntegrationApi::revokeCalendars(Connection &connection, const Principal &principal)
{
    TURNUS_TRY(m_calendars.revoke(connection, principal.staff));
    HttpResponse response;
    response.status = 204;
    return response;
}

Result<HttpResponse> IntegrationApi::readCalendar(Connection &connection, const HttpRequest &request,
                                                  const QString &secret)
{
    const bool english = request.target.ends_with("?lang=en");
    TURNUS_ASSIGN(calendar, m_calendars.read(connection, secret.toLatin1(), !english));
    const std::string etag =
        '"' + QCryptographicHash::hash(calendar, QCryptographicHash::Sha256).toHex().toStdString() + '"';
    HttpResponse response{.contentType = "text/calendar; charset=utf-8", .body = calendar.toStdString()};
    response.headers = {{"ETag", etag}, {"Cache-Control", "private, no-cache"}};
    if (request.ifNoneMatch.find(etag) != std::string::npos) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

} // namespace turnus::server
