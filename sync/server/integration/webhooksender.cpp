#include "sync/server/integration/webhooksender.h"

#include "sync/server/integration/limits.h"
#include "sync/server/integration/webhooks.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

const auto stopped = u"stopped"_s;
constexpr std::chrono::milliseconds stopPoll{100};

bool isLoopbackName(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

/// The address that the request goes to: the first when all are allowed.
Result<QHostAddress> resolve(const QString &host, bool allowsPrivate)
{
    QList<QHostAddress> addresses{QHostAddress(host)};
    if (addresses.constFirst().isNull()) {
        const QHostInfo found = QHostInfo::fromName(host);
        addresses = found.addresses();
        if (addresses.isEmpty())
            return fail(Domain::Network, u"host", found.errorString());
    }
    for (const QHostAddress &address : std::as_const(addresses)) {
        if (!allowsPrivate && !isPublic(address))
            return fail(Domain::Network, u"private", u"%1 is no public address"_s.arg(address.toString()));
    }
    return addresses.constFirst();
}

WebhookSender::Answer answerOf(const QNetworkReply &reply)
{
    WebhookSender::Answer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    if (isNumber && seconds >= 0)
        answer.retryAfter = std::chrono::seconds(seconds);
    if (answer.status == 0)
        answer.error =
            reply.error() == QNetworkReply::OperationCanceledError ? u"no answer in time"_s : reply.errorString();
    else if (answer.status < 200 || answer.status > 299)
        answer.error = u"HTTP %1"_s.arg(answer.status);
    return answer;
}

} // namespace

bool isPublic(const QHostAddress &address)
{
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour);
    static const QList<std::pair<QHostAddress, int>> reserved{
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),       QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s),   QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"169.254.0.0/16"_s),  QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.0.0.0/24"_s),    QHostAddress::parseSubnet(u"192.0.2.0/24"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s),  QHostAddress::parseSubnet(u"198.18.0.0/15"_s),
        QHostAddress::parseSubnet(u"198.51.100.0/24"_s), QHostAddress::parseSubnet(u"203.0.113.0/24"_s),
        QHostAddress::parseSubnet(u"224.0.0.0/3"_s)};
    // Only 2000::/3 is given out, and in it 6to4 and Teredo carry an inner address, documentation nobody's.
    static const QList<std::pair<QHostAddress, int>> reservedSix{QHostAddress::parseSubnet(u"2001::/23"_s),
                                                                 QHostAddress::parseSubnet(u"2001:db8::/32"_s),
                                                                 QHostAddress::parseSubnet(u"2002::/16"_s)};
    const auto isIn = [](const QHostAddress &checked) {
        return [&checked](const auto &subnet) { return checked.isInSubnet(subnet); };
    };
    if (isFour)
        return std::ranges::none_of(reserved, isIn(QHostAddress(four)));
    return address.isInSubnet(QHostAddress::parseSubnet(u"2000::/3"_s)) &&
           std::ranges::none_of(reservedSix, isIn(address));
}

Status checkWebhookUrl(const QUrl &url, bool allowsPrivate)
{
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return fail(Domain::Input, u"url", u"an https:// address without user and #fragment is expected"_s);
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopbackName(host)))
        return fail(Domain::Input, u"url", u"https is needed, except on loopback"_s);
    const QHostAddress number(host);
    if (!allowsPrivate && (isLoopbackName(host) || (!number.isNull() && !isPublic(number))))
        return fail(Domain::Input, u"private", u"%1 is no public address; say --allow-private"_s.arg(host));
    return {};
}

Result<QNetworkRequest> WebhookSender::requestFor(const Delivery &delivery, Instant now, const QByteArray &body)
{
    QUrl url(delivery.webhook.url, QUrl::StrictMode);
    TURNUS_TRY(checkWebhookUrl(url, delivery.webhook.allowsPrivate));
    const QString host = url.host();
    TURNUS_ASSIGN(address, resolve(host, delivery.webhook.allowsPrivate));
    const QByteArray authority = url.authority(QUrl::FullyEncoded).toLatin1();
    // To the address that was checked: a name may point elsewhere a moment later.
    url.setHost(address.toString());
    QNetworkRequest request(url);
    request.setPeerVerifyName(host);
    request.setRawHeader("Host", authority);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(limits::webhookTimeout).count()));
    const qint64 timestamp = toInteger(now) / 1'000;
    const QByteArray id = webhookId(delivery);
    request.setRawHeader("Content-Type", "application/cloudevents+json; charset=utf-8");
    request.setRawHeader("User-Agent", "turnus-server/" TURNUS_VERSION);
    request.setRawHeader("webhook-id", id);
    request.setRawHeader("webhook-timestamp", QByteArray::number(timestamp));
    request.setRawHeader("webhook-signature", webhookSignature(delivery.webhook.secret, id, timestamp, body));
    return request;
}

QList<WebhookSender::Answer> WebhookSender::post(const QList<Delivery> &deliveries, Instant now)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    QList<Answer> answers(deliveries.size(), Answer{0, stopped, {}});
    QEventLoop loop;
    QList<QNetworkReply *> open;
    for (qsizetype i = 0; i < deliveries.size() && !m_stop; ++i) {
        const QByteArray body = cloudEvent(deliveries.at(i));
        const auto request = requestFor(deliveries.at(i), now, body);
        if (!request) {
            answers[i] = {0, request.error().detail, {}};
            continue;
        }
        QNetworkReply *reply = m_network.post(*request, body);
        open.append(reply);
        const auto done = [&answers, &open, &loop, reply, i] {
            if (!open.removeOne(reply))
                return;
            answers[i] = answerOf(*reply);
            reply->deleteLater();
            if (open.isEmpty())
                loop.quit();
        };
        // The status is all that counts: a long answer is not read.
        QObject::connect(reply, &QNetworkReply::metaDataChanged, &loop, done);
        QObject::connect(reply, &QNetworkReply::finished, &loop, done);
    }
    // The transfer's timeout begins anew with every byte; this one does not.
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, &QEventLoop::quit);
    deadline.start(limits::webhookTimeout);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [this, &loop] {
        if (m_stop)
            loop.quit();
    });
    look.start(stopPoll);
    if (!open.isEmpty())
        loop.exec();
    for (QNetworkReply *reply : std::exchange(open, {})) {
        reply->disconnect(&loop);
        reply->abort();
        reply->deleteLater();
    }
    for (qsizetype i = 0; i < answers.size() && !m_stop; ++i) {
        if (answers.at(i).error == stopped)
            answers[i].error = u"no answer in time"_s;
    }
    return answers;
}

} // namespace turnus::server
