#include "sync/server/exchange/importer.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/connection.h"

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

/// What an export writes instead of a password.
const auto hashMark = u"$argon2id$"_s;

} // namespace

Status Importer::readAccounts(const QString &path)
{
    TURNUS_ASSIGN(reader, CsvReader::open(path));
    const int login = reader.column(u"login"_s);
    const int password = reader.column(u"password"_s);
    const int staff = reader.column(u"staff"_s);
    if (login < 0 || password < 0 || staff < 0)
        return reader.headerError(-1, u"column-missing", u"the columns are login,password,staff"_s);
    if (reader.header().size() != 3)
        return reader.headerError(-1, u"column-unknown", u"the columns are login,password,staff"_s);
    // Hashing is slow by design: all that the cores can do at once.
    std::vector<std::future<Result<QString>>> hashes;
    for (;;) {
        TURNUS_ASSIGN(any, reader.next());
        if (!any)
            break;
        const QString &secret = reader.field(password);
        if (reader.field(login).isEmpty())
            return reader.error(login, u"key-missing", u"must not be empty"_s);
        const auto twice = [&](const NewAccount &account) {
            return account.login.compare(reader.field(login), Qt::CaseInsensitive) == 0;
        };
        if (std::ranges::any_of(m_accounts, twice))
            return reader.error(login, u"key-twice", u"the login is there before"_s);
        const QString place = reader.error(staff, u"reference", u"no such staff"_s).value().detail;
        m_accounts.append({reader.field(login), {}, reader.field(staff), place});
        if (secret.startsWith(hashMark))
            m_accounts.last().passwordHash = secret;
        hashes.push_back(
            secret.startsWith(hashMark)
                ? std::async(std::launch::deferred, [] { return Result<QString>(); })
                : std::async(std::launch::async, [secret, cost = m_cost] { return hashPassword(secret, cost); }));
    }
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const Result<QString> hash = hashes[i].get();
        NewAccount &account = m_accounts[static_cast<qsizetype>(i)];
        if (!hash) {
            return fail(Domain::Input, hash.error().code,
                        u"account.csv: login \"%1\": password: %2"_s.arg(account.login, hash.error().detail));
        }
        if (account.passwordHash.isEmpty())
            account.passwordHash = *hash;
    }
    return {};
}

Status Importer::importAccounts()
{
    if (m_accounts.isEmpty())
        return {};
    ImportCount count{u"account.csv"_s, 0, 0, 0};
    AccountStore accounts(m_connection);
    for (const NewAccount &account : std::as_const(m_accounts)) {
        const StaffId staff{idsOf(*protocol::findTable("staff")).value(account.staff)};
        if (!staff)
            return fail(Domain::Input, u"reference", account.place);
        ++(accounts.find(account.login) ? count.changed : count.added);
        accounts.put(account.login, account.passwordHash, staff);
    }
    m_counts.append(count);
    return {};
}

} // namespace turnus::server
