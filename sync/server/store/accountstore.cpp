#include "sync/server/store/accountstore.h"

#include "sync/protocol/tables.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

const auto selectAccount =
    u"SELECT a.login, a.password_hash, a.staff_id, s.name, s.role, a.failed_tries, a.locked_until, a.disabled "
    "FROM account a JOIN staff s ON s.id = a.staff_id "_s;

Account accountFrom(const Statement &row)
{
    return {row.text(0),
            row.text(1),
            StaffId{row.integer(2)},
            row.text(3),
            row.text(4),
            static_cast<int>(row.integer(5)),
            instantFrom(row.integer(6)),
            row.integer(7) != 0};
}

} // namespace

std::optional<Account> AccountStore::find(const QString &login)
{
    Statement row(m_connection, selectAccount + u"WHERE a.login = ?"_s, login.toLower());
    return row.next() ? std::optional(accountFrom(row)) : std::nullopt;
}

void AccountStore::lock(const QString &login)
{
    if (m_connection.engine() == Engine::PostgreSql)
        run(m_connection, u"SELECT login FROM account WHERE login = ? FOR UPDATE"_s, login.toLower());
}

QList<Account> AccountStore::all()
{
    QList<Account> accounts;
    Statement row(m_connection, selectAccount + u"ORDER BY a.login"_s);
    while (row.next())
        accounts.append(accountFrom(row));
    return accounts;
}

void AccountStore::put(const QString &login, const QString &passwordHash, StaffId staff)
{
    run(m_connection,
        u"INSERT INTO account (login, password_hash, staff_id) VALUES (?, ?, ?) ON CONFLICT (login) DO UPDATE SET "
        "password_hash = excluded.password_hash, staff_id = excluded.staff_id, failed_tries = 0, locked_until = 0"_s,
        login.toLower(), passwordHash, staff.value);
}

std::optional<StaffId> AccountStore::staffByKey(const QString &key)
{
    const Value id = one(m_connection,
                         u"SELECT s.id FROM staff s LEFT JOIN external_key k ON k.row_id = s.id AND k.tbl = ? WHERE "
                         "k.key = ? OR s.id = ?"_s,
                         protocol::findTable("staff")->number, key, key.toLongLong());
    return isNull(id) ? std::nullopt : std::optional(StaffId{integerOf(id)});
}

QString AccountStore::roleOf(StaffId staff)
{
    return textOf(one(m_connection, u"SELECT role FROM staff WHERE id = ?"_s, staff.value));
}

void AccountStore::nameStaff(StaffId staff, const QString &key)
{
    run(m_connection, u"INSERT INTO external_key (tbl, key, row_id) VALUES (?, ?, ?)"_s,
        protocol::findTable("staff")->number, key, staff.value);
}

void AccountStore::setTries(const QString &login, int failedTries, Instant lockedUntil)
{
    run(m_connection, u"UPDATE account SET failed_tries = ?, locked_until = ? WHERE login = ?"_s, failedTries,
        toInteger(lockedUntil), login.toLower());
}

void AccountStore::setDisabled(const QString &login, bool disabled)
{
    run(m_connection, u"UPDATE account SET disabled = ?, failed_tries = 0, locked_until = 0 WHERE login = ?"_s,
        disabled, login.toLower());
}

} // namespace turnus::server
