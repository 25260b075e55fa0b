#include "sync/client/syncworker.h"

#include "core/storage/changes.h"
#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/limits.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

SyncService::Worker::Worker(SyncService &service, Options options) : m_service(service), m_options(std::move(options))
{
}

SyncService::Worker::~Worker() = default;

void SyncService::Worker::open()
{
    auto opened =
        storage::Connection::open({.path = m_options.databasePath, .notifier = m_options.notifier}, m_options.clock);
    if (!opened) {
        Q_EMIT m_service.failed(opened.error());
        setState(SyncState::Error);
        return;
    }
    m_connection = std::move(*opened);
    m_tokens = m_options.makeTokenStore();
    {
        const std::scoped_lock lock(m_transportGuard);
        m_transport = m_options.makeTransport();
    }
    m_account = std::make_unique<Account>(*m_connection, *m_transport, *m_tokens);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Worker::syncNow);
    if (m_options.notifier)
        connect(m_options.notifier, &storage::ChangeNotifier::changed, this, &Worker::localChange);
    Q_EMIT m_service.keyStoreKnown(m_tokens->isKeyStore());
    const bool signedIn = m_account->isSignedIn().value_or(false);
    Q_EMIT m_service.signedInChanged(signedIn);
    setState(!signedIn ? SyncState::SignedOut : m_online ? SyncState::Idle : SyncState::Offline);
    if (signedIn)
        syncNow();
}

void SyncService::Worker::close()
{
    delete std::exchange(m_timer, nullptr);
    m_account.reset();
    const std::scoped_lock lock(m_transportGuard);
    m_transport.reset();
    m_tokens.reset();
    m_connection.reset();
}

void SyncService::Worker::abort()
{
    const std::scoped_lock lock(m_transportGuard);
    if (m_transport)
        m_transport->abort();
}

void SyncService::Worker::enqueue(std::function<void()> task)
{
    if (!m_account)
        return;
    m_waiting.push_back(std::move(task));
    if (m_running)
        return;
    m_running = true;
    while (!m_waiting.empty()) {
        const auto next = std::move(m_waiting.front());
        m_waiting.erase(m_waiting.begin());
        next();
    }
    m_running = false;
}

void SyncService::Worker::syncNow()
{
    enqueue([this] { run(); });
}

void SyncService::Worker::setOnline(bool online)
{
    m_online = online;
    m_backoff.reset();
    if (!online && m_timer)
        m_timer->stop();
    if (m_state == SyncState::SignedOut || m_running)
        return;
    setState(online ? SyncState::Idle : SyncState::Offline);
    if (online)
        syncNow();
}

void SyncService::Worker::localChange(const storage::ChangeSet &changes)
{
    if (!m_running && changes.touches("outbox"_L1) && m_state != SyncState::SignedOut)
        schedule(limits::editDelay);
}

void SyncService::Worker::schedule(std::chrono::milliseconds delay)
{
    if (m_online && m_timer && (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > delay))
        m_timer->start(delay);
}

void SyncService::Worker::setState(SyncState state)
{
    m_state = state;
    Q_EMIT m_service.stateChanged(state);
}

void SyncService::Worker::run()
{
    if (!m_online || !m_account->isSignedIn().value_or(false))
        return;
    m_timer->stop();
    setState(SyncState::Syncing);
    SyncRun sync(*m_connection, *m_account);
    sync.setProgress([this](const Progress &progress) {
        Q_EMIT m_service.progressed(static_cast<qint64>(progress.rows), static_cast<qint64>(progress.bytes));
    });
    finishRun(sync.run());
    if (m_state == SyncState::Idle)
        runContent();
}

void SyncService::Worker::finishRun(const Result<RunReport> &report)
{
    if (report) {
        m_backoff.reset();
        Q_EMIT m_service.contacted(m_options.clock.now());
        setState(SyncState::Idle);
        schedule(limits::pollInterval);
        return;
    }
    const Error &error = report.error();
    if (!m_online) {
        setState(SyncState::Offline);
        return;
    }
    Q_EMIT m_service.failed(error);
    if (error.domain == Domain::Access && error.code == "signed-out"_L1) {
        Q_EMIT m_service.signedInChanged(false);
        setState(SyncState::SignedOut);
        return;
    }
    setState(error.domain == Domain::Network ? SyncState::Offline : SyncState::Error);
    schedule(m_backoff.next(m_options.random()));
}

/// Files come after the rows; a failure here is tried again at the next run.
void SyncService::Worker::runContent()
{
    const auto outcome = ContentFetcher(*m_connection, *m_account, m_options.contentDirectory).fetchMissing();
    if (!outcome && m_online)
        Q_EMIT m_service.failed(outcome.error());
}

void SyncService::Worker::signIn(const Account::Credentials &credentials)
{
    enqueue([this, credentials] {
        if (const Status status = m_account->signIn(credentials); !status) {
            Q_EMIT m_service.signInFailed(status.error());
            return;
        }
        m_backoff.reset();
        Q_EMIT m_service.signedInChanged(true);
        run();
    });
}

void SyncService::Worker::signOut()
{
    enqueue([this] {
        m_timer->stop();
        if (const Status status = m_account->signOut(); !status)
            Q_EMIT m_service.failed(status.error());
        Q_EMIT m_service.signedInChanged(false);
        setState(SyncState::SignedOut);
    });
}

} // namespace turnus::client
