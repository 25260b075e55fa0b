#pragma once

#include "core/support/time.h"

#include <QList>
#include <QString>
#include <optional>

namespace turnus::server {

class Connection;

/// Who is told of what.
struct Webhook
{
    qint64 id = 0;
    QString url;
    QString secret;
    QStringList types; ///< empty: all
    bool allowsPrivate = false;
    Instant created;
    bool disabled = false;
    QString disabledReason;
};

/// One event on its way to one webhook.
struct Delivery
{
    enum class State { Waiting = 0, Delivered = 1, GivenUp = 2 };
    QString company; ///< whose event it is
    qint64 event = 0;
    Webhook webhook;
    QString type;
    QString subject;
    Instant at;
    QString data; ///< JSON
    State state = State::Waiting;
    int tries = 0; ///< with the one under way
    Instant due;
    int status = 0; ///< HTTP's, of the last try; 0: none came
    QString error;
};

/// Webhooks, events and deliveries. Call inside a transaction.
class EventStore
{
public:
    explicit EventStore(Connection &connection) : m_connection(connection) {}

    qint64 addWebhook(const Webhook &webhook);
    [[nodiscard]] QList<Webhook> webhooks();
    /// False when there is none.
    bool removeWebhook(qint64 id);
    void disable(qint64 webhook, const QString &reason, Instant now);

    /// The webhooks that want events of this type.
    [[nodiscard]] QList<qint64> wanting(const QString &type);
    void add(const QString &type, const QString &subject, Instant at, const QString &data,
             const QList<qint64> &webhooks);

    /// The webhooks that something is due for.
    [[nodiscard]] QList<qint64> due(Instant now);
    /// Takes due deliveries of one webhook for this process until `until`.
    [[nodiscard]] QList<Delivery> claim(qint64 webhook, Instant now, Instant until, int most);
    /// After a crash of the only process: what it had claimed is due again.
    void releaseAll(Instant now);
    void note(const Delivery &delivery);
    /// Deliveries with a failed try, newest first.
    [[nodiscard]] QList<Delivery> failures(int most);
    /// Makes what was given up due again; says how many there are.
    int retry(Instant now);
    /// Forgets events from before that moment that nobody waits for.
    void prune(Instant before);

private:
    [[nodiscard]] QList<Delivery> select(const QString &condition, const QList<qint64> &values);

    Connection &m_connection;
};

} // namespace turnus::server
