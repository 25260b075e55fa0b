#include "sync/server/integration/webhookworker.h"

#include "sync/server/integration/limits.h"
#include "sync/server/integration/webhooks.h"
#include "sync/server/integration/webhooksender.h"
#include "sync/server/store/signingkeystore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr int gone = 410;

/// What the answer makes of the delivery.
void settle(Delivery &delivery, const WebhookSender::Answer &answer, Instant now)
{
    delivery.status = answer.status;
    delivery.error = answer.error;
    if (answer.error.isEmpty()) {
        delivery.state = Delivery::State::Delivered;
        return;
    }
    const auto pause = webhookPause(delivery);
    if (!pause || answer.status == gone) {
        delivery.state = Delivery::State::GivenUp;
        return;
    }
    std::chrono::milliseconds wait = *pause;
    if (answer.retryAfter)
        wait = std::clamp<std::chrono::milliseconds>(*answer.retryAfter, wait, limits::webhookPauses.back());
    delivery.due = now + wait;
}

} // namespace

Result<int> WebhookWorker::deliverDue(Connection &connection, WebhookSender &sender, const Clock &clock, qint64 webhook)
{
    const Instant now = clock.now();
    QList<Delivery> mine;
    TURNUS_TRY(connection.write([&]() -> Status {
        // Events are told under the company's name.
        if (SigningKeyStore keys(connection); keys.company().isEmpty())
            keys.ensure(now);
        mine = EventStore(connection).claim(webhook, now, now + limits::webhookLease, limits::webhooksAtOnce);
        return {};
    }));
    if (mine.isEmpty())
        return 0;
    const QList<WebhookSender::Answer> answers = sender.post(mine, now);
    TURNUS_TRY(connection.write([&]() -> Status {
        EventStore store(connection);
        for (qsizetype i = 0; i < mine.size(); ++i) {
            Delivery delivery = mine.at(i);
            if (answers.at(i).error == "stopped"_L1) {
                --delivery.tries;
                delivery.due = now;
            } else {
                settle(delivery, answers.at(i), clock.now());
            }
            store.note(delivery);
            if (delivery.status == gone)
                store.disable(delivery.webhook.id, u"the receiver said 410 Gone"_s, clock.now());
        }
        return {};
    }));
    return static_cast<int>(mine.size());
}

void WebhookWorker::stop()
{
    m_stop = true;
    wait();
}

void WebhookWorker::pause()
{
    constexpr int parts = 10;
    for (int i = 0; i < parts && !m_stop; ++i)
        msleep(static_cast<unsigned long>(limits::webhookPoll.count() / parts));
}

void WebhookWorker::releaseClaims(Connection &connection)
{
    // On SQLite this is the only process: what is under way is a crash's.
    if (m_database.engine() != Engine::Sqlite)
        return;
    std::ignore = connection.write([&]() -> Status {
        EventStore(connection).releaseAll(m_clock.now());
        return {};
    });
}

void WebhookWorker::prune(Connection &connection)
{
    if (m_clock.now() - m_pruned <= std::chrono::hours(1))
        return;
    m_pruned = m_clock.now();
    std::ignore = connection.write([&]() -> Status {
        EventStore(connection).prune(m_pruned - limits::eventsKept);
        return {};
    });
}

void WebhookWorker::serve(qint64 webhook)
{
    const auto connection = Connection::open(m_database);
    if (!connection)
        return;
    WebhookSender sender(m_stop);
    while (!m_stop) {
        const auto sent = deliverDue(**connection, sender, m_clock, webhook);
        if (!sent || *sent == 0)
            return;
    }
}

void WebhookWorker::beginLanes(Connection &connection)
{
    std::erase_if(m_lanes, [](const auto &lane) { return lane.second->isFinished(); });
    QList<qint64> due;
    std::ignore = connection.read([&]() -> Status {
        due = EventStore(connection).due(m_clock.now());
        return {};
    });
    for (const qint64 webhook : due) {
        if (m_lanes.size() >= limits::webhookLanes)
            return;
        if (m_lanes.contains(webhook))
            continue;
        QThread *lane = QThread::create([this, webhook] { serve(webhook); });
        m_lanes.emplace(webhook, lane);
        lane->start();
    }
}

void WebhookWorker::run()
{
    auto connection = Connection::open(m_database);
    if (connection)
        releaseClaims(**connection);
    while (!m_stop) {
        if (!connection)
            connection = Connection::open(m_database);
        if (connection) {
            beginLanes(**connection);
            prune(**connection);
        }
        pause();
    }
    for (const auto &[webhook, lane] : m_lanes)
        lane->wait();
    m_lanes.clear();
}

} // namespace turnus::server
