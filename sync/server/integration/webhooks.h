#pragma once

#include "core/support/clock.h"
#include "sync/server/store/eventstore.h"

#include "core/support/result.h"

#include <QByteArray>

namespace turnus::server {

/// Subscriptions of the company's other systems to events.
class Webhooks
{
public:
    explicit Webhooks(const Clock &clock) : m_clock(clock) {}

    /// With a new secret ("whsec_…"). Errors: "url" (https is needed, except on loopback; no user or fragment),
    /// "private" (loopback and private addresses written as numbers need `allowsPrivate`), "type".
    [[nodiscard]] Result<Webhook> add(Connection &connection, const QString &url, const QStringList &types,
                                      bool allowsPrivate);
    [[nodiscard]] Status remove(Connection &connection, qint64 id);
    [[nodiscard]] Result<QList<Webhook>> list(Connection &connection);
    [[nodiscard]] Result<QList<Delivery>> failures(Connection &connection, int most);
    /// Tries what was given up again; says how many there are.
    [[nodiscard]] Result<int> retry(Connection &connection);

private:
    const Clock &m_clock;
};

/// "evt-4711": the same at every try, so that the receiver can tell a repetition.
[[nodiscard]] QByteArray webhookId(const Delivery &delivery);
/// The event as a CloudEvent 1.0 in structured JSON.
[[nodiscard]] QByteArray cloudEvent(const Delivery &delivery);
/// "v1,…" of Standard Webhooks: HMAC-SHA256 over id, timestamp (s) and body.
[[nodiscard]] QByteArray webhookSignature(const QString &secret, const QByteArray &id, qint64 timestamp,
                                          const QByteArray &body);
/// How long to wait after that many tries; nothing when it is to be given up.
[[nodiscard]] std::optional<std::chrono::milliseconds> webhookPause(const Delivery &delivery);

} // namespace turnus::server
