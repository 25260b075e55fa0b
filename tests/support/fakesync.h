#pragma once

#include "qml/shell/syncface.h"

namespace turnus::tests {

/// Says what a test tells it to say.
class FakeSync final : public shell::SyncFace
{
    Q_OBJECT
public:
    using SyncFace::SyncFace;

    [[nodiscard]] State state() const override { return now; }
    [[nodiscard]] int pendingCount() const override { return pending; }
    [[nodiscard]] int sentCount() const override { return sent; }
    [[nodiscard]] int heldCount() const override { return 0; }
    [[nodiscard]] int conflictCount() const override { return 0; }
    [[nodiscard]] bool isOnline() const override { return now != State::Offline; }
    void setOnline(bool online) override { set(online ? State::Idle : State::Offline); }
    [[nodiscard]] bool hasKeyStore() const override { return keyStore; }
    [[nodiscard]] shell::Arrival arrival() const override { return arriving; }
    [[nodiscard]] QString error() const override { return problem; }
    void syncNow() override { ++asked; }
    void fetchReceipt(QDate day) override { receiptAsked = day; }
    void signIn(const QString &, const QString &login, const QString &) override
    {
        signedInAs = login;
        Q_EMIT signedIn();
    }
    void signOut() override { set(State::SignedOut); }
    void set(State state)
    {
        now = state;
        Q_EMIT changed();
    }

    State now = State::Offline;
    int pending = 0;
    int sent = 0;
    shell::Arrival arriving;
    int asked = 0;
    QDate receiptAsked;
    bool keyStore = true;
    QString problem;
    QString signedInAs;
};

} // namespace turnus::tests
