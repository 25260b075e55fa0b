#include "sync/server/http/integrationapi.h"

#include "sync/server/integration/recordjson.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr unsigned created = 201;
constexpr unsigned unprocessable = 422;

HttpResponse jsonAnswer(unsigned status, std::string body)
{
    return {status, "application/json", {}, std::move(body), {}, {}, {}, 0};
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
        return readRecord(connection, typeOf(route), argument);
    case Endpoint::WriteRecord:
        return writeRecord(connection, request, principal, typeOf(route), argument);
    case Endpoint::WriteRecords:
        return writeRecords(connection, request, principal);
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

} // namespace turnus::server
