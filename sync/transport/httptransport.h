#pragma once

#include "sync/client/transport.h"

#include <QNetworkAccessManager>
#include <QObject>

class QNetworkReply;
class QNetworkRequest;

namespace turnus::transport {

/// HTTP by QNetworkAccessManager: the platform's proxies and certificates. TLS is required but for loopback hosts;
/// redirects are not followed. Lives on the thread that made it.
class HttpTransport final : public QObject, public client::Transport
{
    Q_OBJECT
public:
    explicit HttpTransport(QObject *parent = nullptr);
    ~HttpTransport() override;

    Result<client::HttpAnswer> send(const QUrl &server, const client::HttpRequest &request,
                                    const client::Sink &sink) override;
    [[nodiscard]] std::unique_ptr<client::Stream> open(const QUrl &server, const client::HttpRequest &request,
                                                       client::StreamHandlers handlers) override;
    void abort() override;
    [[nodiscard]] client::Traffic traffic() const override { return m_traffic; }
    /// How long a transfer may stand still.
    void setIdleTimeout(std::chrono::milliseconds timeout) { m_idleTimeout = timeout; }

private:
    [[nodiscard]] QNetworkRequest requestFor(const QUrl &url, const client::HttpRequest &request) const;
    QNetworkReply *start(const QNetworkRequest &request, const client::HttpRequest &from);
    Status drain(QNetworkReply &reply, client::HttpAnswer &answer, const client::Sink &sink);
    void count(const QNetworkRequest &request, const client::HttpRequest &from, const QNetworkReply &reply);

    QNetworkAccessManager m_manager;
    QNetworkReply *m_reply = nullptr;
    bool m_aborted = false; ///< by us, not by the timeout
    std::chrono::milliseconds m_idleTimeout;
    client::Traffic m_traffic;
};

/// "tls-required", "url" or nothing: whether secrets may be sent to that address.
Status checkServer(const QUrl &server);

} // namespace turnus::transport
