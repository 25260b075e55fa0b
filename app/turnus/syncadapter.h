#pragma once

#include "qml/shell/syncface.h"
#include "sync/client/syncstatus.h"

namespace turnus::app {

/// Shows the sync client to the pages, in the person's words.
class SyncAdapter final : public shell::SyncFace
{
    Q_OBJECT
public:
    explicit SyncAdapter(client::SyncStatus &status, QObject *parent = nullptr);

    [[nodiscard]] State state() const override;
    [[nodiscard]] int pendingCount() const override { return m_status.pendingCount(); }
    [[nodiscard]] int sentCount() const override { return m_status.sentCount(); }
    [[nodiscard]] int heldCount() const override { return m_status.quarantinedCount(); }
    [[nodiscard]] int conflictCount() const override { return m_status.conflictCount(); }
    [[nodiscard]] bool isOnline() const override { return m_status.isOnline(); }
    [[nodiscard]] bool hasKeyStore() const override { return m_status.hasKeyStore(); }
    void setOnline(bool online) override { m_status.setOnline(online); }
    [[nodiscard]] shell::Arrival arrival() const override;
    [[nodiscard]] QString error() const override;

    void syncNow() override { m_status.syncNow(); }
    void fetchReceipt(QDate day) override { m_status.fetchReceipt(day); }
    void signIn(const QString &server, const QString &login, const QString &password) override;
    void signOut() override { m_status.signOut(); }

private:
    void finishSignIn();
    static QString words(const QString &domain, const QString &code, const QString &detail);

    client::SyncStatus &m_status;
    bool m_signingIn = false;
    QString m_refusal;
};

} // namespace turnus::app
