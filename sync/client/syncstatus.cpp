#include "sync/client/syncstatus.h"

#include "core/storage/changes.h"
#include "core/storage/connection.h"
#include "core/storage/devicestate.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

SyncStatus::SyncStatus(storage::Connection &connection, storage::ChangeNotifier &notifier, SyncService &service,
                       QObject *parent)
    : QObject(parent), m_service(service), m_book(connection)
{
    struct Known
    {
        std::optional<qint64> contact;
        bool staff = false;
    };
    const auto known = connection.read([&] {
        const storage::DeviceState state(connection);
        return Known{state.integer(storage::DeviceState::lastContact),
                     state.integer(storage::DeviceState::staffId).has_value()};
    });
    if (known) {
        m_signedIn = known->staff;
        if (known->contact)
            m_lastContact = toLocal(instantFrom(*known->contact));
    }
    recount();
    connect(&notifier, &storage::ChangeNotifier::changed, this, &SyncStatus::noteChange);
    connect(&service, &SyncService::stateChanged, this, &SyncStatus::setState);
    connect(&service, &SyncService::failed, this, [this](const Error &error) { setError(error); });
    connect(&service, &SyncService::signInFailed, this,
            [this](const Error &error) { Q_EMIT signInFailed(nameOf(error.domain), error.code, error.detail); });
    connect(&service, &SyncService::contacted, this, [this](Instant at) {
        m_lastContact = toLocal(at);
        Q_EMIT lastContactChanged();
        setError(std::nullopt);
    });
    connect(&service, &SyncService::receiptFetched, this, [this] { setError(std::nullopt); });
    connect(&service, &SyncService::progressed, this, [this](const SyncProgress &progress) {
        m_progress = progress;
        Q_EMIT progressChanged();
    });
    connect(&service, &SyncService::signedInChanged, this, [this](bool signedIn) {
        m_signedIn = signedIn;
        Q_EMIT signedInChanged();
    });
    connect(&service, &SyncService::liveChanged, this, [this](bool live) {
        m_live = live;
        Q_EMIT liveChanged();
    });
    connect(&service, &SyncService::keyStoreKnown, this, [this](bool isKeyStore) {
        m_keyStore = isKeyStore;
        Q_EMIT keyStoreChanged();
    });
}

void SyncStatus::setState(SyncState state)
{
    m_state = static_cast<State>(state);
    if (state != SyncState::Syncing)
        m_progress = {};
    Q_EMIT stateChanged();
    Q_EMIT progressChanged();
}

void SyncStatus::setError(std::optional<Error> error)
{
    if (m_error == error)
        return;
    m_error = std::move(error);
    Q_EMIT errorChanged();
}

void SyncStatus::setOnline(bool online)
{
    if (m_online == online)
        return;
    m_online = online;
    m_service.setOnline(online);
    Q_EMIT onlineChanged();
}

void SyncStatus::noteChange(const storage::ChangeSet &changes)
{
    if (changes.touches("outbox"_L1) || changes.touches("receipt"_L1) || changes.touches("conflict"_L1) ||
        changes.touches("content_file"_L1))
        recount();
}

void SyncStatus::recount()
{
    const auto counts = m_book.counts();
    if (!counts) {
        setError(counts.error());
        return;
    }
    if (m_counts == *counts)
        return;
    m_counts = *counts;
    Q_EMIT countsChanged();
}

void SyncStatus::syncNow()
{
    m_service.syncNow();
}

void SyncStatus::fetchReceipt(QDate day)
{
    m_service.fetchReceipt(fromQDate(day));
}

void SyncStatus::signIn(const QString &server, const QString &login, const QString &password, const QString &device)
{
    m_service.signIn({QUrl::fromUserInput(server), login, password, device});
}

void SyncStatus::signOut()
{
    m_service.signOut();
}

} // namespace turnus::client
