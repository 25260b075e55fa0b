#pragma once

#include "core/support/ids.h"
#include "core/support/time.h"

#include <QList>
#include <QString>
#include <optional>

namespace turnus::server {

class Connection;

struct Account
{
    QString login;
    QString passwordHash;
    StaffId staff;
    QString staffName;
    QString role;
    int failedTries = 0;
    Instant lockedUntil;
    bool disabled = false;
};

/// Who may sign in. Logins are kept in lower case.
class AccountStore
{
public:
    explicit AccountStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::optional<Account> find(const QString &login);
    /// Keeps other transactions from counting the account's tries until this one ends.
    void lock(const QString &login);
    [[nodiscard]] QList<Account> all();
    /// Adds the account, or gives the one that is there another password and person.
    void put(const QString &login, const QString &passwordHash, StaffId staff);
    /// The person of the company's own key, or of the id written as a number.
    [[nodiscard]] std::optional<StaffId> staffByKey(const QString &key);
    /// The person's role; empty for an unknown one.
    [[nodiscard]] QString roleOf(StaffId staff);
    /// Gives a new person a key.
    void nameStaff(StaffId staff, const QString &key);
    void setTries(const QString &login, int failedTries, Instant lockedUntil);
    void setDisabled(const QString &login, bool disabled);

private:
    Connection &m_connection;
};

} // namespace turnus::server
