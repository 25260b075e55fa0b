#include "sync/client/syncworker.h"

#include "core/storage/changes.h"
#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/limits.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

SyncWorker::SyncWorker(SyncService &service, SyncService::Options options)
    : m_service(service), m_options(std::move(options))
{
}

SyncWorker::~SyncWorker() = default;

void SyncWorker::open()
{
    auto opened =
        storage::Connection::open({.path = m_options.databasePath, .notifier = m_options.notifier}, m_options.clock);
    if (!opened) {
        tellFailure(opened.error());
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
    connect(m_timer, &QTimer::timeout, this, &SyncWorker::syncNow);
    if (m_options.notifier)
        connect(m_options.notifier, &storage::ChangeNotifier::changed, this, &SyncWorker::localChange);
    m_service.post([this, known = m_tokens->isKeyStore()] { Q_EMIT m_service.keyStoreKnown(known); });
    const bool signedIn = m_account->isSignedIn().value_or(false);
    tellSignedIn(signedIn);
    setState(!signedIn ? SyncState::SignedOut : m_online ? SyncState::Idle : SyncState::Offline);
    if (signedIn)
        syncNow();
}

void SyncWorker::close()
{
    delete std::exchange(m_timer, nullptr);
    m_account.reset();
    const std::scoped_lock lock(m_transportGuard);
    m_transport.reset();
    m_tokens.reset();
    m_connection.reset();
}

void SyncWorker::abort()
{
    const std::scoped_lock lock(m_transportGuard);
    if (m_transport)
        m_transport->abort();
}

void SyncWorker::enqueue(std::function<void()> task)
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

void SyncWorker::syncNow()
{
    enqueue([this] { run(); });
}

void SyncWorker::setOnline(bool online)
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

void SyncWorker::localChange(const storage::ChangeSet &changes)
{
    if (!m_running && changes.touches("outbox"_L1) && m_state != SyncState::SignedOut)
        schedule(limits::editDelay);
}

void SyncWorker::schedule(std::chrono::milliseconds delay)
{
    if (m_online && m_timer && (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > delay))
        m_timer->start(delay);
}

void SyncWorker::setState(SyncState state)
{
    m_state = state;
    m_service.post([this, state] { Q_EMIT m_service.stateChanged(state); });
}

void SyncWorker::tellFailure(const Error &error)
{
    m_service.post([this, error] { Q_EMIT m_service.failed(error); });
}

void SyncWorker::tellSignedIn(bool signedIn)
{
    m_service.post([this, signedIn] { Q_EMIT m_service.signedInChanged(signedIn); });
}

void SyncWorker::run()
{
    if (!m_online || !m_account->isSignedIn().value_or(false))
        return;
    m_timer->stop();
    setState(SyncState::Syncing);
    SyncRun sync(*m_connection, *m_account);
    sync.setProgress([this](const Progress &progress) {
        m_service.post([this, progress] {
            Q_EMIT m_service.progressed(static_cast<qint64>(progress.rows), static_cast<qint64>(progress.bytes));
        });
    });
    finishRun(sync.run());
    if (m_state == SyncState::Idle)
        runContent();
}

void SyncWorker::finishRun(const Result<RunReport> &report)
{
    if (report) {
        m_backoff.reset();
        m_service.post([this, now = m_options.clock.now()] { Q_EMIT m_service.contacted(now); });
        setState(SyncState::Idle);
        schedule(limits::pollInterval);
        return;
    }
    const Error &error = report.error();
    if (!m_online) {
        setState(SyncState::Offline);
        return;
    }
    tellFailure(error);
    if (error.domain == Domain::Access && error.code == "signed-out"_L1) {
        tellSignedIn(false);
        setState(SyncState::SignedOut);
        return;
    }
    setState(error.domain == Domain::Network ? SyncState::Offline : SyncState::Error);
    schedule(m_backoff.next(m_options.random()));
}

/// Files come after the rows; a failure here is tried again at the next run.
void SyncWorker::runContent()
{
    const auto outcome = ContentFetcher(*m_connection, *m_account, m_options.contentDirectory).fetchMissing();
    if (!outcome && m_online)
        tellFailure(outcome.error());
}

void SyncWorker::signIn(const Account::Credentials &credentials)
{
    enqueue([this, credentials] {
        if (const Status status = m_account->signIn(credentials); !status) {
            m_service.post([this, error = status.error()] { Q_EMIT m_service.signInFailed(error); });
            return;
        }
        m_backoff.reset();
        tellSignedIn(true);
        run();
    });
}

void SyncWorker::signOut()
{
    enqueue([this] {
        m_timer->stop();
        if (const Status status = m_account->signOut(); !status)
            tellFailure(status.error());
        tellSignedIn(false);
        setState(SyncState::SignedOut);
    });
}

} // namespace turnus::client
