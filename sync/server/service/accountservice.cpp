#include "sync/server/service/accountservice.h"

#include "sync/server/service/limits.h"
#include "sync/server/service/principal.h"
#include "sync/server/store/calendarfeedstore.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/rowstore.h"
#include "sync/server/store/sessionstore.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

tl::unexpected<Error> unknown(const QString &login)
{
    return fail(Domain::Input, u"login", u"\"%1\" is no account"_s.arg(login));
}

} // namespace

Status AccountService::refuseKnown(AccountStore &accounts, const QString &login)
{
    if (login.trimmed().isEmpty() || login.size() > limits::longestLogin || login.contains(u' '))
        return fail(Domain::Input, u"login", u"1 to %1 characters, no spaces"_s.arg(limits::longestLogin));
    if (accounts.find(login))
        return fail(Domain::Input, u"login", u"\"%1\" is there already"_s.arg(login));
    return {};
}

Status AccountService::add(Connection &connection, const QString &login, const QString &staffKey,
                           const QString &password)
{
    TURNUS_ASSIGN(hash, hashPassword(password, m_cost));
    return connection.write([&]() -> Status {
        AccountStore accounts(connection);
        TURNUS_TRY(refuseKnown(accounts, login));
        const auto staff = accounts.staffByKey(staffKey);
        if (!staff)
            return fail(Domain::Input, u"staff", u"no staff with the key \"%1\""_s.arg(staffKey));
        accounts.put(login, hash, *staff);
        return {};
    });
}

Status AccountService::addPerson(Connection &connection, const QString &login, const QString &name, const QString &role,
                                 const QString &password)
{
    if (!roleFrom(role) || name.trimmed().isEmpty())
        return fail(Domain::Input, u"staff", u"a name, and a role: technician, supervisor, sales, dispatcher, admin"_s);
    TURNUS_ASSIGN(hash, hashPassword(password, m_cost));
    return connection.write([&]() -> Status {
        AccountStore accounts(connection);
        TURNUS_TRY(refuseKnown(accounts, login));
        if (accounts.staffByKey(login))
            return fail(Domain::Input, u"staff", u"there is staff with the key \"%1\": use --staff"_s.arg(login));
        const protocol::Table &table = *protocol::findTable("staff");
        ChangeLog log(connection, m_clock.now());
        Row row{Meta(connection).takeIds(), companyChannel, QList<Value>(static_cast<qsizetype>(table.columns.size()))};
        row.values[protocol::columnIndex(table, "name")] = name;
        row.values[protocol::columnIndex(table, "role")] = role;
        RowStore(connection, log).insert(table, row);
        std::ignore = ChannelStore(connection).ensure(protocol::ChannelKind::Person, row.id, name);
        accounts.nameStaff(StaffId{row.id}, login);
        accounts.put(login, hash, StaffId{row.id});
        log.flush();
        return {};
    });
}

/// Addresses of the person's calendar may have been read, or made, by whoever had the handheld or the password.
Status AccountService::closeCalendars(Connection &connection, const QString &login)
{
    if (const auto account = AccountStore(connection).find(login))
        CalendarFeedStore(connection).revoke(account->staff, m_clock.now());
    return {};
}

Status AccountService::setPassword(Connection &connection, const QString &login, const QString &password)
{
    TURNUS_ASSIGN(hash, hashPassword(password, m_cost));
    return connection.write([&]() -> Status {
        AccountStore accounts(connection);
        const auto account = accounts.find(login);
        if (!account)
            return unknown(login);
        accounts.put(login, hash, account->staff);
        SessionStore(connection).revokeAllOf(login, u"new password"_s, m_clock.now());
        return closeCalendars(connection, login);
    });
}

Status AccountService::setLocked(Connection &connection, const QString &login, bool locked)
{
    return connection.write([&]() -> Status {
        AccountStore accounts(connection);
        if (!accounts.find(login))
            return unknown(login);
        accounts.setDisabled(login, locked);
        if (locked)
            SessionStore(connection).revokeAllOf(login, u"account locked"_s, m_clock.now());
        return {};
    });
}

Result<QList<SessionStore::Device>> AccountService::devices(Connection &connection, const QString &login)
{
    QList<SessionStore::Device> devices;
    TURNUS_TRY(connection.read([&]() -> Status {
        devices = SessionStore(connection).devices(login);
        return {};
    }));
    return devices;
}

Result<QList<qint64>> AccountService::reportLost(Connection &connection, qint64 replica)
{
    QList<qint64> others;
    TURNUS_TRY(connection.write([&]() -> Status {
        SessionStore sessions(connection);
        const auto owner = sessions.ownerOfReplica(replica);
        if (!owner || !sessions.reportLost(replica, m_clock.now()))
            return fail(Domain::Input, u"device", u"no device has the number %1; see user devices"_s.arg(replica));
        others = sessions.kinOf(replica);
        others.removeIf([&](qint64 number) { return sessions.isLost(number); });
        return closeCalendars(connection, *owner);
    }));
    return others;
}

Result<QList<Account>> AccountService::list(Connection &connection)
{
    QList<Account> accounts;
    TURNUS_TRY(connection.read([&]() -> Status {
        accounts = AccountStore(connection).all();
        return {};
    }));
    return accounts;
}

} // namespace turnus::server
