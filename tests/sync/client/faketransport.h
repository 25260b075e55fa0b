#pragma once

#include "sync/client/transport.h"
#include "tests/sync/client/fakeserver.h"

#include <atomic>

namespace turnus::tests {

/// Carries requests to a FakeServer: knows its accounts and files, and cuts, loses and refuses on demand.
class FakeTransport final : public client::Transport
{
public:
    explicit FakeTransport(FakeServer &server) : m_server(server) {}

    Result<client::HttpAnswer> send(const QUrl &server, const client::HttpRequest &request,
                                    const client::Sink &sink) override;
    void abort() override {}
    [[nodiscard]] client::Traffic traffic() const override { return {0, 0, requests}; }

    std::string password = "geheim";
    std::map<QString, std::string> files;
    std::set<QString> corrupted;            ///< uploads whose bytes never arrive as they were sent
    std::map<QString, std::string> answers; ///< bodies of GET, by the path without its query
    bool offline = false;
    bool ignoreRanges = false;
    std::map<QString, QByteArray> etags; ///< of files that are not named by their bytes
    std::optional<std::size_t> cutAfter; ///< bytes of the next body
    int refusedTokens = 0;               ///< so many requests get 401 although the token is good
    QString endsAfter;                   ///< with the next request to this path the session ends
    std::atomic<bool> ended = false;     ///< the server takes the tokens no more
    const char *endedBy = "device-lost"; ///< what it says then
    std::atomic<int> requests = 0;
    std::atomic<int> syncs = 0;     ///< of them
    int briefs = 0;                 ///< brief requests that were understood
    int speaks = protocol::version; ///< newest version of the protocol that the server knows
    std::vector<qint64> ranges;     ///< first bytes that were asked for
    qint64 tokenLife = 900'000;
    qint64 now = 1'791'187'200'000;

private:
    client::HttpAnswer session(const client::HttpRequest &request);
    client::HttpAnswer refresh(const client::HttpRequest &request);
    Result<client::HttpAnswer> sync(const std::string &asked, const client::Sink &sink);
    Result<client::HttpAnswer> brief(const std::string &text, const client::Sink &sink);
    Result<client::HttpAnswer> body(const std::string &bytes, int status, const client::Sink &sink);

    FakeServer &m_server;
    int m_minted = 0;
};

class MemoryTokenStore final : public client::TokenStore
{
public:
    Result<QByteArray> load() override { return tokens; }
    Status save(const QByteArray &saved) override
    {
        tokens = saved;
        return {};
    }
    Status clear() override
    {
        tokens.clear();
        return {};
    }
    [[nodiscard]] bool isKeyStore() const override { return true; }

    QByteArray tokens;
};

} // namespace turnus::tests
