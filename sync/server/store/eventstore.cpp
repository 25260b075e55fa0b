#include "sync/server/store/eventstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

const auto underWay = u"under way"_s;

} // namespace

qint64 EventStore::addWebhook(const Webhook &webhook)
{
    const qint64 id = Meta(m_connection).takeIds();
    run(m_connection,
        u"INSERT INTO webhook (id, url, secret, types, allow_private, created) VALUES (?, ?, ?, ?, ?, ?)"_s, id,
        webhook.url, webhook.secret, webhook.types.join(u','), webhook.allowsPrivate, toInteger(webhook.created));
    return id;
}

QList<Webhook> EventStore::webhooks()
{
    QList<Webhook> all;
    Statement row(m_connection, u"SELECT id, url, secret, types, allow_private, created, disabled, disabled_reason "
                                "FROM webhook ORDER BY id"_s);
    while (row.next()) {
        all.append({row.integer(0), row.text(1), row.text(2), row.text(3).split(u',', Qt::SkipEmptyParts),
                    row.integer(4) != 0, instantFrom(row.integer(5)), !row.isNull(6), row.text(7)});
    }
    return all;
}

bool EventStore::removeWebhook(qint64 id)
{
    return run(m_connection, u"DELETE FROM webhook WHERE id = ?"_s, id) > 0;
}

void EventStore::disable(qint64 webhook, const QString &reason, Instant now)
{
    run(m_connection, u"UPDATE webhook SET disabled = ?, disabled_reason = ? WHERE id = ?"_s, toInteger(now), reason,
        webhook);
}

QList<qint64> EventStore::wanting(const QString &type)
{
    QList<qint64> ids;
    Statement row(m_connection, u"SELECT id, types FROM webhook WHERE disabled IS NULL ORDER BY id"_s);
    while (row.next()) {
        const QStringList types = row.text(1).split(u',', Qt::SkipEmptyParts);
        if (types.isEmpty() || types.contains(type))
            ids.append(row.integer(0));
    }
    return ids;
}

void EventStore::add(const QString &type, const QString &subject, Instant at, const QString &data,
                     const QList<qint64> &webhooks)
{
    const qint64 id = Meta(m_connection).takeIds();
    run(m_connection, u"INSERT INTO event (id, type, subject, at, data) VALUES (?, ?, ?, ?, ?)"_s, id, type, subject,
        toInteger(at), data);
    for (const qint64 webhook : webhooks) {
        run(m_connection, u"INSERT INTO delivery (webhook_id, event_id, due) VALUES (?, ?, ?)"_s, webhook, id,
            toInteger(at));
    }
}

QList<Delivery> EventStore::select(const QString &condition, const QList<qint64> &values)
{
    QList<Value> parameters;
    for (const qint64 value : values)
        parameters.append(value);
    QList<Delivery> found;
    Statement row(m_connection,
                  u"SELECT d.event_id, d.webhook_id, w.url, w.secret, w.allow_private, e.type, e.subject, e.at, "
                  "e.data, d.state, d.tries, d.due, d.status, d.error, (SELECT id FROM company) FROM delivery d JOIN "
                  "webhook w ON w.id = "
                  "d.webhook_id JOIN event e ON e.id = d.event_id WHERE "_s +
                      condition,
                  parameters);
    while (row.next()) {
        Delivery delivery;
        delivery.event = row.integer(0);
        delivery.webhook.id = row.integer(1);
        delivery.webhook.url = row.text(2);
        delivery.webhook.secret = row.text(3);
        delivery.webhook.allowsPrivate = row.integer(4) != 0;
        delivery.type = row.text(5);
        delivery.subject = row.text(6);
        delivery.at = instantFrom(row.integer(7));
        delivery.data = row.text(8);
        delivery.state = static_cast<Delivery::State>(row.integer(9));
        delivery.tries = static_cast<int>(row.integer(10));
        delivery.due = instantFrom(row.integer(11));
        delivery.status = static_cast<int>(row.integer(12));
        delivery.error = row.text(13);
        delivery.company = row.text(14);
        found.append(delivery);
    }
    return found;
}

QList<qint64> EventStore::due(Instant now)
{
    QList<qint64> ids;
    Statement row(m_connection,
                  u"SELECT DISTINCT d.webhook_id FROM delivery d JOIN webhook w ON w.id = d.webhook_id "
                  "WHERE d.state = 0 AND d.due <= ? AND w.disabled IS NULL ORDER BY d.webhook_id"_s,
                  toInteger(now));
    while (row.next())
        ids.append(row.integer(0));
    return ids;
}

QList<Delivery> EventStore::claim(qint64 webhook, Instant now, Instant until, int most)
{
    QList<Delivery> mine;
    const auto due = select(u"d.webhook_id = ? AND d.state = 0 AND d.due <= ? AND w.disabled IS NULL "
                            "ORDER BY d.due, d.event_id LIMIT ?"_s,
                            {webhook, toInteger(now), most});
    for (Delivery delivery : due) {
        // Another process may have taken it meanwhile.
        const int taken = run(m_connection,
                              u"UPDATE delivery SET due = ?, tries = tries + 1, error = ? WHERE webhook_id = ? AND "
                              "event_id = ? AND state = 0 AND due = ?"_s,
                              toInteger(until), underWay, delivery.webhook.id, delivery.event, toInteger(delivery.due));
        if (taken == 0)
            continue;
        ++delivery.tries;
        mine.append(delivery);
    }
    return mine;
}

void EventStore::releaseAll(Instant now)
{
    run(m_connection, u"UPDATE delivery SET due = ? WHERE state = 0 AND error = ?"_s, toInteger(now), underWay);
}

void EventStore::note(const Delivery &delivery)
{
    run(m_connection,
        u"UPDATE delivery SET state = ?, tries = ?, due = ?, status = ?, error = ? WHERE webhook_id = ? AND event_id = ?"_s,
        static_cast<int>(delivery.state), delivery.tries, toInteger(delivery.due),
        delivery.status ? Value(qint64{delivery.status}) : Value(),
        delivery.error.isEmpty() ? Value() : Value(delivery.error), delivery.webhook.id, delivery.event);
}

QList<Delivery> EventStore::failures(int most)
{
    return select(u"(d.state = 2 OR (d.state = 0 AND d.tries > 0 AND d.error IS NOT NULL)) ORDER BY d.event_id DESC, "
                  "d.webhook_id LIMIT ?"_s,
                  {most});
}

int EventStore::retry(Instant now)
{
    return run(m_connection, u"UPDATE delivery SET state = 0, tries = 0, due = ?, error = NULL WHERE state = 2"_s,
               toInteger(now));
}

void EventStore::prune(Instant before)
{
    run(m_connection,
        u"DELETE FROM event WHERE at < ? AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.event_id = event.id AND "
        "d.state = 0)"_s,
        toInteger(before));
}

} // namespace turnus::server
