#pragma once

#include "sync/server/store/eventstore.h"

#include "core/support/result.h"

#include <QNetworkAccessManager>
#include <atomic>
#include <functional>

class QHostAddress;
class QUrl;

namespace turnus::server {

/// Whether a webhook may be sent there, as far as the URL tells: https, or http on loopback; addresses that are not
/// public only when allowed. Names are looked at again when they have been resolved.
[[nodiscard]] Status checkWebhookUrl(const QUrl &url, bool allowsPrivate);
/// Reachable from everywhere: not loopback, private, link-local, shared, documentation, multicast or unspecified.
[[nodiscard]] bool isPublic(const QHostAddress &address);

/// Posts deliveries, several at once, and waits for the answers: no redirects, a deadline each, an address that was
/// checked. Uses the thread that it was made on.
class WebhookSender
{
public:
    struct Answer
    {
        int status = 0; ///< 0: none came
        QString error;
        std::optional<std::chrono::seconds> retryAfter;
    };
    explicit WebhookSender(const std::atomic_bool &stop) : m_stop(stop) {}

    /// One answer a delivery. What was not begun or cut by `stop` has the error "stopped".
    [[nodiscard]] QList<Answer> post(const QList<Delivery> &deliveries, Instant now);

private:
    [[nodiscard]] Result<QNetworkRequest> requestFor(const Delivery &delivery, Instant now, const QByteArray &body);

    const std::atomic_bool &m_stop;
    QNetworkAccessManager m_network;
};

} // namespace turnus::server
