#include "sync/server/integration/webhooks.h"

#include "sync/server/integration/limits.h"
#include "sync/server/integration/webhooksender.h"
#include "sync/server/service/events.h"
#include "sync/server/service/password.h"
#include "sync/server/store/connection.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <boost/json.hpp>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

const auto secretMark = u"whsec_"_s;

} // namespace

Result<Webhook> Webhooks::add(Connection &connection, const QString &url, const QStringList &types, bool allowsPrivate)
{
    TURNUS_TRY(checkWebhookUrl(QUrl(url, QUrl::StrictMode), allowsPrivate));
    for (const QString &type : types) {
        if (!Events::types().contains(type))
            return fail(Domain::Input, u"type", u"\"%1\": one of %2"_s.arg(type, Events::types().join(u", "_s)));
    }
    Webhook webhook{0, url, {}, types, allowsPrivate, m_clock.now(), false, {}};
    const QByteArray random = QByteArray::fromBase64(newToken().toLatin1(), QByteArray::Base64UrlEncoding);
    webhook.secret = secretMark + QString::fromLatin1(random.toBase64());
    TURNUS_TRY(connection.write([&]() -> Status {
        webhook.id = EventStore(connection).addWebhook(webhook);
        return {};
    }));
    return webhook;
}

Status Webhooks::remove(Connection &connection, qint64 id)
{
    return connection.write([&]() -> Status {
        return EventStore(connection).removeWebhook(id) ? Status()
                                                        : fail(Domain::Input, u"webhook", u"no webhook %1"_s.arg(id));
    });
}

Result<QList<Webhook>> Webhooks::list(Connection &connection)
{
    QList<Webhook> all;
    TURNUS_TRY(connection.read([&]() -> Status {
        all = EventStore(connection).webhooks();
        return {};
    }));
    return all;
}

Result<QList<Delivery>> Webhooks::failures(Connection &connection, int most)
{
    QList<Delivery> all;
    TURNUS_TRY(connection.read([&]() -> Status {
        all = EventStore(connection).failures(most);
        return {};
    }));
    return all;
}

Result<int> Webhooks::retry(Connection &connection)
{
    int count = 0;
    TURNUS_TRY(connection.write([&]() -> Status {
        count = EventStore(connection).retry(m_clock.now());
        return {};
    }));
    return count;
}

QByteArray webhookId(const Delivery &delivery)
{
    return "evt-" + QByteArray::number(delivery.event);
}

QByteArray cloudEvent(const Delivery &delivery)
{
    boost::system::error_code error;
    const boost::json::object event{
        {"specversion", "1.0"},
        {"id", webhookId(delivery).toStdString()},
        {"source", "urn:uuid:" + delivery.company.toStdString()},
        {"type", delivery.type.toStdString()},
        {"subject", delivery.subject.toStdString()},
        {"time",
         QDateTime::fromMSecsSinceEpoch(toInteger(delivery.at), Qt::UTC).toString(Qt::ISODateWithMs).toStdString()},
        {"datacontenttype", "application/json"},
        {"data", boost::json::parse(delivery.data.toStdString(), error)}};
    return QByteArray::fromStdString(boost::json::serialize(event));
}

QByteArray webhookSignature(const QString &secret, const QByteArray &id, qint64 timestamp, const QByteArray &body)
{
    const QByteArray key = QByteArray::fromBase64(secret.mid(secretMark.size()).toLatin1());
    const QByteArray text = id + '.' + QByteArray::number(timestamp) + '.' + body;
    return "v1," + QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256).toBase64();
}

std::optional<std::chrono::milliseconds> webhookPause(const Delivery &delivery)
{
    const auto index = static_cast<std::size_t>(delivery.tries - 1);
    if (index >= limits::webhookPauses.size())
        return {};
    // Spread by event, so that a receiver that comes back is not met by all at once.
    constexpr int spread = 20;
    constexpr int whole = 100;
    const std::chrono::milliseconds pause = limits::webhookPauses.at(index);
    return pause + pause * static_cast<int>(delivery.event % spread) / whole;
}

} // namespace turnus::server
