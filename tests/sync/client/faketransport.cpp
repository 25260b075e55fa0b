#include "tests/sync/client/faketransport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

QByteArray headerOf(const client::HttpRequest &request, const char *name)
{
    const auto found = std::ranges::find(request.headers, QByteArray(name), [](const auto &one) { return one.first; });
    return found == request.headers.end() ? QByteArray() : found->second;
}

client::HttpAnswer refusal(int status, const char *code)
{
    return {status, protocol::encode(Error{Domain::Access, QString::fromLatin1(code), {}})};
}

} // namespace

client::HttpAnswer FakeTransport::session(const client::HttpRequest &request)
{
    const auto asked = protocol::decodeSessionRequest(request.body);
    if (!asked || asked->password != password)
        return refusal(401, "wrong-password");
    ++m_minted;
    return {200, protocol::encode(protocol::SessionAnswer{
                     "access" + std::to_string(m_minted), now + tokenLife, "refresh" + std::to_string(m_minted),
                     asked->replica.value_or(m_server.replica), 100, "Jana Muster", "technician"})};
}

client::HttpAnswer FakeTransport::refresh(const client::HttpRequest &request)
{
    if (ended)
        return refusal(401, endedBy);
    const auto asked = protocol::decodeRefreshRequest(request.body);
    if (!asked || asked->refreshToken != "refresh" + std::to_string(m_minted))
        return refusal(401, "token-reused");
    ++m_minted;
    return {200, protocol::encode(protocol::SessionAnswer{"access" + std::to_string(m_minted), now + tokenLife,
                                                          "refresh" + std::to_string(m_minted), m_server.replica, 100,
                                                          "Jana Muster", "technician"})};
}

Result<client::HttpAnswer> FakeTransport::body(const std::string &bytes, int status, const client::Sink &sink)
{
    const std::size_t size = std::min(std::exchange(cutAfter, std::nullopt).value_or(bytes.size()), bytes.size());
    for (std::size_t at = 0; at < size; at += 1000)
        TURNUS_TRY(sink(status, std::string_view(bytes).substr(at, std::min<std::size_t>(1000, size - at))));
    if (size < bytes.size())
        return fail(Domain::Network, u"cut");
    return client::HttpAnswer{status, {}};
}

Result<client::HttpAnswer> FakeTransport::sync(const std::string &asked, const client::Sink &sink)
{
    const auto request = protocol::decodeRequest(asked);
    if (request && request->protocol > speaks)
        return client::HttpAnswer{426, protocol::encode(Error{Domain::Protocol, u"server-old"_s, {}})};
    return body(m_server.answer(asked), 200, sink);
}

Result<client::HttpAnswer> FakeTransport::brief(const std::string &text, const client::Sink &sink)
{
    if (speaks < protocol::briefSince)
        return client::HttpAnswer{404, protocol::encode(Error{Domain::Input, u"no-such-endpoint"_s, {}})};
    ++briefs;
    TURNUS_ASSIGN(request, protocol::decodeBrief(text));
    const std::string answer = m_server.answer(protocol::encodeRequest(request));
    return m_server.saidNothing ? Result<client::HttpAnswer>(client::HttpAnswer{204, {}}) : body(answer, 200, sink);
}

Result<client::HttpAnswer> FakeTransport::send(const QUrl &, const client::HttpRequest &request,
                                               const client::Sink &sink)
{
    ++requests;
    if (request.path == "/v1/sync"_L1 || request.path.startsWith("/v2/"_L1))
        ++syncs;
    if (offline)
        return fail(Domain::Network, u"offline");
    if (request.path == "/v1/session"_L1 && request.method == client::HttpRequest::Method::Post)
        return session(request);
    if (request.path == "/v1/session/refresh"_L1)
        return refresh(request);
    if (ended || request.bearer != "access" + std::to_string(m_minted) || refusedTokens-- > 0)
        return refusal(401, "token-expired");
    if (!endsAfter.isEmpty() && request.path == endsAfter)
        ended = true;
    if (request.path.startsWith("/v1/uploads"_L1)) {
        if (corrupted.contains(request.path.section(u'/', -1)))
            return client::HttpAnswer{460, protocol::encode(Error{Domain::Content, u"hash"_s, {}})};
        const auto reached = headerOf(request, "Upload-Offset").toULongLong() + request.body.size();
        return client::HttpAnswer{201, {}, {{"upload-offset", std::to_string(reached)}}};
    }
    if (request.path.startsWith("/v2/"_L1))
        return brief(request.path.section(u'/', -1).toStdString(), sink);
    if (request.path == "/v1/sync"_L1)
        return sync(request.body, sink);
    if (request.path.startsWith("/v1/attachments/"_L1)) {
        const auto file = files.find(request.path.section(u'/', -1));
        if (file == files.end())
            return client::HttpAnswer{404, protocol::encode(Error{Domain::Content, u"missing"_s, {}})};
        ranges.push_back(request.from);
        const auto known = etags.find(file->first);
        const QByteArray etag = known == etags.end() ? '"' + file->first.toLatin1() + '"' : known->second;
        const QByteArray wanted = headerOf(request, "If-Range");
        const bool partial = request.from > 0 && !ignoreRanges && (wanted.isEmpty() || wanted == etag);
        return body(partial ? file->second.substr(static_cast<std::size_t>(request.from)) : file->second,
                    partial ? 206 : 200, sink);
    }
    if (request.method == client::HttpRequest::Method::Get) {
        const auto known = answers.find(request.path.section(u'?', 0, 0));
        return known == answers.end()
                   ? client::HttpAnswer{404, protocol::encode(Error{Domain::Input, u"no-such-endpoint"_s, {}})}
                   : client::HttpAnswer{200, known->second};
    }
    return client::HttpAnswer{204, {}};
}

} // namespace turnus::tests
