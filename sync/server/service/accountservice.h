#pragma once

#include "core/support/clock.h"
#include "sync/server/service/password.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/sessionstore.h"

namespace turnus::server {

/// Accounts as whoever runs the server manages them. Errors: "login", "staff", "password-length".
class AccountService
{
public:
    explicit AccountService(const Clock &clock, PasswordCost cost = {}) : m_clock(clock), m_cost(cost) {}

    /// For a person who is in the company already, by key.
    [[nodiscard]] Status add(Connection &connection, const QString &login, const QString &staffKey,
                             const QString &password);
    /// With a new person, whose key is the login; for the first administrator and the office.
    [[nodiscard]] Status addPerson(Connection &connection, const QString &login, const QString &name,
                                   const QString &role, const QString &password);
    /// Signs the account out everywhere; its calendar's addresses stop working.
    [[nodiscard]] Status setPassword(Connection &connection, const QString &login, const QString &password);
    /// A locked account is signed out everywhere and cannot sign in.
    [[nodiscard]] Status setLocked(Connection &connection, const QString &login, bool locked);
    /// The installed databases of one login, or of all when it is empty.
    [[nodiscard]] Result<QList<SessionStore::Device>> devices(Connection &connection, const QString &login);
    /// At its next contact that handheld wipes itself, with what it has not sent. Error "device". Gives the numbers not
    /// reported lost that its database, or a copy of that on another handheld, has gone by before or after a backup was
    /// put back on it.
    [[nodiscard]] Result<QList<qint64>> reportLost(Connection &connection, qint64 replica);
    [[nodiscard]] Result<QList<Account>> list(Connection &connection);

private:
    [[nodiscard]] Status closeCalendars(Connection &connection, const QString &login);
    [[nodiscard]] Status refuseKnown(AccountStore &accounts, const QString &login);

    const Clock &m_clock;
    PasswordCost m_cost;
};

} // namespace turnus::server
