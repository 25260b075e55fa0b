#pragma once

#include "sync/client/transport.h"
#include "sync/protocol/messages.h"

#include <optional>

namespace turnus::storage {
class Connection;
}

namespace turnus::client {

/// Who is signed in on this handheld, and his tokens. Signing out locks; work that was not sent stays.
class Account
{
public:
    Account(storage::Connection &connection, Transport &transport, TokenStore &tokens)
        : m_connection(connection), m_transport(transport), m_tokens(tokens)
    {
    }

    struct Credentials
    {
        QUrl server;
        QString login;
        QString password;
        QString device;
    };
    /// Errors: "unsent-work" when another person's edits wait on this handheld; what the server answered; network.
    Status signIn(const Credentials &credentials);
    /// Forgets the tokens here, and on the server when it can be reached.
    Status signOut();
    [[nodiscard]] Result<bool> isSignedIn();
    [[nodiscard]] Result<QUrl> server();
    /// The request with a valid access token, for what `send` cannot carry.
    Result<HttpRequest> authorised(HttpRequest request);
    /// Sends a request with a valid access token, refreshed when it is spent. "signed-out" when the server does not
    /// take the tokens any more, "device-lost" when this handheld is to be wiped. Any answer but a success is an error.
    Result<HttpAnswer> send(HttpRequest request, const Sink &sink = {});

private:
    Result<protocol::SessionAnswer> exchange(const QUrl &server, const QString &path, std::string body);
    Status keep(const protocol::SessionAnswer &session);
    Status keepCertificate(const protocol::SessionAnswer &session);
    Status enter(const Credentials &credentials, const protocol::SessionAnswer &session);
    Result<const protocol::SessionAnswer *> session();
    Status refresh();
    Status forget();

    storage::Connection &m_connection;
    Transport &m_transport;
    TokenStore &m_tokens;
    std::optional<protocol::SessionAnswer> m_session;
};

/// The error that an answer which is no success stands for.
Error errorOf(const HttpAnswer &answer);

} // namespace turnus::client
