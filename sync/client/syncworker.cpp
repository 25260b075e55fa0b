#include "sync/client/syncworker.h"

#include "core/storage/changes.h"
#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/storage/wipe.h"
#include "core/support/clock.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/contentuploader.h"
#include "sync/client/eraser.h"
#include "sync/client/limits.h"
#include "sync/client/receiptfetcher.h"
#include "sync/client/timeleft.h"

#include <QFileInfo>
#include <limits>

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
    m_listener = std::make_unique<LiveListener>(
        *m_account, *m_transport,
        LiveListener::Handlers{.news = [this](std::vector<protocol::Head> heads) { noteNews(std::move(heads)); },
                               .signedOut = [this] { schedule({}); },
                               .lost = [this](int status) { streamLost(status); }});
    m_reopen = new QTimer(this);
    m_reopen->setSingleShot(true);
    connect(m_reopen, &QTimer::timeout, this, &SyncWorker::openStream);
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
    delete std::exchange(m_reopen, nullptr);
    m_listener.reset();
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
    foldLog();
    m_running = false;
    weighNews();
}

void SyncWorker::syncNow()
{
    enqueue([this] { run(); });
}

void SyncWorker::setOnline(bool online)
{
    m_online = online;
    m_policy.reset();
    if (!online && m_timer) {
        m_timer->stop();
        closeStream();
    }
    if (m_state == SyncState::SignedOut || m_running)
        return;
    setState(online ? SyncState::Idle : SyncState::Offline);
    if (online)
        syncNow();
}

void SyncWorker::foldLog()
{
    if (!m_connection)
        return;
    if (const Status folded = m_connection->foldLog(); !folded)
        tellFailure(folded.error());
}

void SyncWorker::localChange(const storage::ChangeSet &changes)
{
    // Also of those who work without a network, or are signed out.
    if (!m_running)
        foldLog();
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
    if (!m_online)
        return;
    const auto signedIn = m_account->isSignedIn();
    if (!signedIn)
        return finishRun(tl::unexpected(signedIn.error()));
    if (!*signedIn) {
        if (m_state != SyncState::SignedOut)
            noteSignedOut();
        return;
    }
    m_timer->stop();
    setState(SyncState::Syncing);
    SyncRun sync(*m_connection, *m_account);
    sync.setProgress([this, timeLeft = TimeLeft(m_options.clock)](const Progress &progress) mutable {
        const SyncProgress told{static_cast<qint64>(progress.rows),       static_cast<qint64>(progress.bytes),
                                static_cast<qint64>(progress.rowsBefore), static_cast<qint64>(progress.rowsInAll),
                                static_cast<qint64>(progress.bytesInAll), timeLeft.after(progress)};
        m_service.post([this, told] { Q_EMIT m_service.progressed(told); });
    });
    finishRun(sync.run());
    if (m_state != SyncState::Idle)
        return;
    const auto compared = SyncRun(*m_connection, *m_account).compareIfDue();
    if (!compared)
        return finishRun(tl::unexpected(compared.error()));
    runContent();
}

void SyncWorker::finishRun(const Result<RunReport> &report)
{
    if (report) {
        m_service.post([this, now = m_options.clock.now()] { Q_EMIT m_service.contacted(now); });
        setState(SyncState::Idle);
        const bool moved = report->rowsIn + report->operationsOut > 0;
        schedule(m_policy.afterSuccess(m_live, moved, m_options.random()));
        if (!m_live && !m_reopen->isActive())
            openStream();
        return;
    }
    const Error &error = report.error();
    if (endsSession(error))
        return;
    if (!m_online) {
        setState(SyncState::Offline);
        return;
    }
    tellFailure(error);
    setState(error.domain == Domain::Network ? SyncState::Offline : SyncState::Error);
    schedule(m_policy.afterFailure(m_options.random()));
}

bool SyncWorker::endsSession(const Error &error)
{
    const bool lost = error.domain == Domain::Access && error.code == "device-lost"_L1;
    if (!lost && !(error.domain == Domain::Access && error.code == "signed-out"_L1))
        return false;
    tellFailure(error);
    if (lost)
        noteLost();
    noteSignedOut();
    return true;
}

void SyncWorker::noteSignedOut()
{
    m_timer->stop();
    closeStream();
    tellSignedIn(false);
    setState(SyncState::SignedOut);
}

void SyncWorker::noteLost()
{
    if (const Status marked = storage::markForWipe(QFileInfo(m_options.databasePath).path()); !marked)
        tellFailure(marked.error());
    m_service.post([this] { Q_EMIT m_service.deviceLost(); });
}

void SyncWorker::openStream()
{
    enqueue([this] {
        if (!m_online || m_state == SyncState::SignedOut)
            return;
        const Status opened = m_listener->open();
        if (!opened && !endsSession(opened.error()))
            streamLost(0);
    });
}

void SyncWorker::closeStream()
{
    m_reopen->stop();
    m_listener->close();
    m_heads.clear();
    tellLive(false);
}

void SyncWorker::streamLost(int status)
{
    constexpr int unauthorised = 401;
    constexpr int tooMany = 429;
    constexpr int firstClientError = 400;
    constexpr int firstServerError = 500;
    tellLive(false);
    if (!m_online || m_state == SyncState::SignedOut)
        return;
    if (status == unauthorised) {
        schedule({}); // a run has the token changed, and opens again
        return;
    }
    // A server that has no streams is asked now and then instead.
    if (status >= firstClientError && status < firstServerError && status != tooMany)
        return;
    m_reopen->start(m_policy.afterStreamEnd(m_options.random()));
}

void SyncWorker::noteNews(std::vector<protocol::Head> heads)
{
    m_policy.streamOpened();
    tellLive(true);
    if (m_state == SyncState::Offline || m_state == SyncState::Error)
        schedule({}); // the server is there again
    m_heads.insert(m_heads.end(), heads.begin(), heads.end());
    if (!m_running)
        weighNews();
}

void SyncWorker::weighNews()
{
    if (m_heads.empty() || !m_connection)
        return;
    const auto heads = std::exchange(m_heads, {});
    struct Behind
    {
        bool any = false;
        bool urgent = false;
    };
    const Result<Behind> behind = m_connection->read([&] {
        Behind found;
        for (const protocol::Head &head : heads) {
            auto row = m_connection->query("SELECT cursor, kind FROM channel WHERE id = ?", head.channel);
            const bool known = row.step();
            if (known && row.integer(0) >= head.head)
                continue;
            found.any = true;
            found.urgent =
                found.urgent || !known || row.integer(1) != static_cast<qint64>(protocol::ChannelKind::Company);
        }
        return found;
    });
    if (!behind || !behind->any)
        return;
    schedule(LivePolicy::afterNews(behind->urgent, m_options.random()));
}

void SyncWorker::tellLive(bool live)
{
    if (std::exchange(m_live, live) != live)
        m_service.post([this, live] { Q_EMIT m_service.liveChanged(live); });
}

/// Files come after the rows; a failure here is tried again at the next run.
void SyncWorker::runContent()
{
    const QString discarded = QFileInfo(m_options.databasePath).path() + u"/discarded"_s;
    if (const Status scrubbed = Scrub(*m_connection, m_options.contentDirectory, discarded).run(); !scrubbed)
        tellFailure(scrubbed.error());
    const qint64 most = mostBytes();
    const auto sent = ContentUploader(*m_connection, *m_account, m_options.contentDirectory).sendWaiting(most);
    if (sent && sent->failure)
        tellFailure(*sent->failure);
    // A server that has no room for photos still has brochures.
    if ((!sent && (!goesOnAfter(sent.error()) || sent.error().domain == Domain::Network)) || !m_online)
        return;
    const auto fetched = ContentFetcher(*m_connection, *m_account, m_options.contentDirectory).fetchMissing(most);
    if ((!fetched && !goesOnAfter(fetched.error())) || !m_online)
        return;
    const auto receipts = ReceiptFetcher(*m_connection, *m_account).fetchDue();
    if (!receipts)
        goesOnAfter(receipts.error());
}

bool SyncWorker::goesOnAfter(const Error &error)
{
    if (endsSession(error) || !m_online)
        return false;
    tellFailure(error);
    return true;
}

void SyncWorker::fetchReceipt(Day day)
{
    enqueue([this, day] {
        if (!m_online)
            return;
        const Status fetched = ReceiptFetcher(*m_connection, *m_account).fetch(day);
        if (!fetched)
            goesOnAfter(fetched.error());
        else
            m_service.post([this] { Q_EMIT m_service.receiptFetched(); });
    });
}

qint64 SyncWorker::mostBytes()
{
    const bool saves = m_connection
                           ->read([&] {
                               return storage::DeviceState(*m_connection)
                                          .integer(storage::DeviceState::largeFilesOnWifi)
                                          .value_or(1) != 0;
                           })
                           .value_or(true);
    const bool metered = m_options.isMetered && m_options.isMetered();
    return saves && metered ? limits::largeFileBytes : std::numeric_limits<qint64>::max();
}

void SyncWorker::signIn(const Account::Credentials &credentials)
{
    enqueue([this, credentials] {
        if (!m_online) { // whoever waits for the answer hears it, and nothing touches the network
            m_service.post([this] { Q_EMIT m_service.signInFailed({Domain::Network, u"flight-mode"_s, {}}); });
            return;
        }
        if (const Status status = m_account->signIn(credentials); !status) {
            if (status.error().domain == Domain::Access && status.error().code == "device-lost"_L1)
                noteLost();
            m_service.post([this, error = status.error()] { Q_EMIT m_service.signInFailed(error); });
            return;
        }
        m_policy.reset();
        tellSignedIn(true);
        run();
    });
}

void SyncWorker::signOut()
{
    enqueue([this] {
        m_timer->stop();
        closeStream();
        if (const Status status = m_account->signOut(); !status)
            tellFailure(status.error());
        tellSignedIn(false);
        setState(SyncState::SignedOut);
    });
}

} // namespace turnus::client
