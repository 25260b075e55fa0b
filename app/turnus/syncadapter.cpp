#include "app/turnus/syncadapter.h"

#include <QSysInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::app {

using client::SyncStatus;

SyncAdapter::SyncAdapter(SyncStatus &status, QObject *parent) : SyncFace(parent), m_status(status)
{
    connect(&status, &SyncStatus::stateChanged, this, &SyncAdapter::finishSignIn);
    connect(&status, &SyncStatus::lastContactChanged, this, &SyncAdapter::finishSignIn);
    connect(&status, &SyncStatus::signInFailed, this,
            [this](const QString &domain, const QString &code, const QString &detail) {
                m_signingIn = false;
                m_refusal = words(domain, code, detail);
                Q_EMIT changed();
            });
    const auto tell = [this] { Q_EMIT changed(); };
    connect(&status, &SyncStatus::countsChanged, this, tell);
    connect(&status, &SyncStatus::onlineChanged, this, tell);
    connect(&status, &SyncStatus::progressChanged, this, tell);
    connect(&status, &SyncStatus::errorChanged, this, tell);
    connect(&status, &SyncStatus::keyStoreChanged, this, tell);
    connect(&status, &SyncStatus::signedInChanged, this, tell);
}

SyncAdapter::State SyncAdapter::state() const
{
    if (m_signingIn)
        return State::Syncing;
    switch (m_status.state()) {
    case SyncStatus::State::Idle:
        return State::Idle;
    case SyncStatus::State::Syncing:
        return State::Syncing;
    case SyncStatus::State::Offline:
        return State::Offline;
    case SyncStatus::State::SignedOut:
        return State::SignedOut;
    case SyncStatus::State::Error:
        return State::Failed;
    }
    return State::Idle;
}

QString SyncAdapter::error() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    return m_status.errorCode().isEmpty() ? QString()
                                          : words(m_status.errorDomain(), m_status.errorCode(), m_status.errorDetail());
}

shell::Arrival SyncAdapter::arrival() const
{
    const client::SyncProgress &now = m_status.progress();
    shell::Arrival arrival;
    arrival.rows = static_cast<int>(now.rows);
    arrival.rowsBefore = static_cast<int>(now.rowsBefore);
    arrival.rowsInAll = static_cast<int>(now.rowsInAll);
    arrival.bytes = static_cast<double>(std::min(now.bytes, std::max(now.bytesInAll, qint64{0})));
    arrival.bytesInAll = static_cast<double>(now.bytesInAll);
    arrival.secondsLeft = now.left ? static_cast<int>(now.left->count()) : -1;
    return arrival;
}

void SyncAdapter::signIn(const QString &server, const QString &login, const QString &password)
{
    m_signingIn = true;
    m_refusal.clear();
    Q_EMIT changed();
    m_status.signIn(server, login, password, QSysInfo::machineHostName());
}

void SyncAdapter::finishSignIn()
{
    // Signed in is when the person's rows are here too: after the first run that reached its end.
    const bool arrived =
        m_status.isSignedIn() && m_status.state() == SyncStatus::State::Idle && m_status.lastContact().isValid();
    // Signed in, but the first run did not get through: the person sees why and tries again.
    const bool broken = m_status.state() == SyncStatus::State::Error ||
                        (m_status.isSignedIn() && m_status.state() == SyncStatus::State::Offline) ||
                        (m_status.state() == SyncStatus::State::SignedOut && !m_status.errorCode().isEmpty());
    if (m_signingIn && (arrived || broken)) {
        m_signingIn = false;
        if (arrived)
            Q_EMIT signedIn();
    }
    Q_EMIT changed();
}

QString SyncAdapter::words(const QString &domain, const QString &code, const QString &detail)
{
    if (code == u"credentials" || code == u"login")
        return tr("Name or password is not right.");
    if (code == u"locked")
        return tr("Too many tries. Please wait a minute.");
    if (code == u"unsent-work")
        return tr("Another person's entries wait here for their sign-in.");
    if (code == u"tls-required")
        return tr("This address needs https.");
    if (code == u"version")
        return tr("This app is too old for the company's server. Please update it; what you recorded has arrived.");
    if (code == u"server-old")
        return tr("The company's server is older than this app and must be updated. Everything stays on this device.");
    if (code == u"receipt-not-genuine")
        return tr("A receipt came whose signature is not the company's. It was not taken.");
    if (domain == u"storage" && (code == u"full" || code == u"disk"))
        return tr("The device's storage is full. What was saved is safe; make room, then brochures and changes go on.");
    if (code == u"server-full")
        return tr("The server has no room for more photos. They stay on this device and are sent later.");
    if (domain == u"network")
        return tr("The server cannot be reached. Everything stays on this device.");
    return tr("Sync stopped (%1/%2). Everything stays on this device. %3").arg(domain, code, detail);
}

} // namespace turnus::app
