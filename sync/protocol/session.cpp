#include "sync/protocol/codec.h"
#include "sync/protocol/jsonreader.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

namespace bj = boost::json;

constexpr std::array domains{Domain::Storage,  Domain::Input,  Domain::Network,
                             Domain::Protocol, Domain::Access, Domain::Content};

template <class T, class Read>
Result<T> body(std::string_view text, const char *name, Read &&read)
{
    TURNUS_ASSIGN(value, parseJson(text, limits::jsonMaxBytes));
    Status status;
    T result = read(JsonReader(value, QString::fromLatin1(name), status));
    TURNUS_TRY(status);
    return result;
}

} // namespace

std::string encode(const SessionRequest &request)
{
    bj::object object{{"login", bj::string(request.login)},
                      {"password", bj::string(request.password)},
                      {"device", bj::string(request.device)}};
    if (request.replica)
        object["replica"] = *request.replica;
    if (!request.certificate.empty())
        object["certificate"] = bj::string(request.certificate);
    return bj::serialize(object);
}

Result<SessionRequest> decodeSessionRequest(std::string_view json)
{
    return body<SessionRequest>(json, "session", [](const JsonReader &reader) {
        SessionRequest request{.login = reader.at("login").text(),
                               .password = reader.at("password").text(),
                               .device = reader.at("device").text()};
        if (reader.has("replica"))
            request.replica = reader.at("replica").integer(1);
        if (reader.has("certificate"))
            request.certificate = reader.at("certificate").text();
        return request;
    });
}

std::string encode(const RefreshRequest &request)
{
    return bj::serialize(bj::object{{"refreshToken", bj::string(request.refreshToken)}});
}

Result<RefreshRequest> decodeRefreshRequest(std::string_view json)
{
    return body<RefreshRequest>(
        json, "refresh", [](const JsonReader &reader) { return RefreshRequest{reader.at("refreshToken").text()}; });
}

std::string encode(const SessionAnswer &answer)
{
    bj::object object{{"accessToken", bj::string(answer.accessToken)},
                      {"accessExpires", answer.accessExpires},
                      {"refreshToken", bj::string(answer.refreshToken)},
                      {"replica", answer.replica},
                      {"staff", answer.staff},
                      {"name", bj::string(answer.name)},
                      {"role", bj::string(answer.role)}};
    if (!answer.certificate.empty())
        object["certificate"] = bj::string(answer.certificate);
    return bj::serialize(object);
}

Result<SessionAnswer> decodeSessionAnswer(std::string_view json)
{
    return body<SessionAnswer>(json, "session", [](const JsonReader &reader) {
        return SessionAnswer{.accessToken = reader.at("accessToken").text(),
                             .accessExpires = reader.at("accessExpires").integer(),
                             .refreshToken = reader.at("refreshToken").text(),
                             .replica = reader.at("replica").integer(1),
                             .staff = reader.at("staff").integer(1),
                             .name = reader.at("name").text(),
                             .role = reader.at("role").text(),
                             .certificate =
                                 reader.has("certificate") ? reader.at("certificate").text() : std::string()};
    });
}

std::string encode(const Error &error)
{
    return bj::serialize(bj::object{{"domain", bj::string(nameOf(error.domain).toStdString())},
                                    {"code", bj::string(error.code.toStdString())},
                                    {"detail", bj::string(error.detail.toStdString())}});
}

Result<Error> decodeError(std::string_view json)
{
    return body<Error>(json, "error", [](const JsonReader &reader) {
        Error error;
        const QString domain = QString::fromStdString(reader.at("domain").text());
        const auto *found = std::ranges::find(domains, domain, nameOf);
        if (found == domains.end())
            reader.at("domain").wrong(u"storage, input, network, protocol, access or content"_s);
        else
            error.domain = *found;
        error.code = QString::fromStdString(reader.at("code").text());
        error.detail = reader.has("detail") ? QString::fromStdString(reader.at("detail").text()) : QString();
        return error;
    });
}

} // namespace turnus::protocol
