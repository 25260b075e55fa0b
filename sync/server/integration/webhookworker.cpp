#include "sync/server/integration/webhookworker.h"

#include "sync/server/integration/limits.h"
#include "sync/server/integration/webhooks.h"
#include "sync/server/integration/webhooksender.h"

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

Result<int> WebhookWorker::deliverDue(Connection &connection, WebhookSender &sender, const Clock &clock)
{
    const Instant now = clock.now();
    bool any = false;
    TURNUS_TRY(connection.read([&]() -> Status {
        any =
            !isNull(one(connection, u"SELECT 1 FROM delivery WHERE state = 0 AND due <= ? LIMIT 1"_s, toInteger(now)));
        return {};
    }));
    if (!any)
        return 0;
    QList<Delivery> mine;
    TURNUS_TRY(connection.write([&]() -> Status {
        mine = EventStore(connection).claim(now, now + limits::webhookLease, limits::webhooksAtOnce);
        return {};
    }));
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

void WebhookWorker::run()
{
    auto connection = Connection::open(m_database);
    if (connection && m_database.engine() == Engine::Sqlite) {
        // On SQLite this is the only process: what is under way is a crash's.
        std::ignore = (*connection)->write([&]() -> Status {
            EventStore(**connection).releaseAll(m_clock.now());
            return {};
        });
    }
    WebhookSender sender(m_stop);
    Instant pruned{};
    while (!m_stop) {
        if (!connection || (*connection)->isLost())
            connection = Connection::open(m_database);
        const auto sent = connection ? deliverDue(**connection, sender, m_clock) : Result<int>(0);
        if (sent && *sent > 0)
            continue;
        if (connection && m_clock.now() - pruned > std::chrono::hours(1)) {
            pruned = m_clock.now();
            std::ignore = (*connection)->write([&]() -> Status {
                EventStore(**connection).prune(pruned - limits::eventsKept);
                return {};
            });
        }
        pause();
    }
}

} // namespace turnus::server
