#include "sync/server/service/sessionservice.h"

#include "sync/server/service/limits.h"
#include "sync/server/service/replicanumbers.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/sessionstore.h"
#include "sync/server/store/unknownloginstore.h"

#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

tl::unexpected<Error> wrongCredentials()
{
    return fail(Domain::Access, u"credentials", u"login or password is wrong"_s);
}

/// The lock that follows on the given number of failed tries.
std::chrono::seconds lockAfter(int failedTries)
{
    if (failedTries < limits::triesBeforeLock)
        return {};
    const int doublings = std::min(failedTries - limits::triesBeforeLock, 10);
    return std::min<std::chrono::seconds>(limits::firstLock * (1 << doublings), limits::longestLock);
}

Status refuseLocked(Instant until, Instant now)
{
    if (until <= now)
        return {};
    const auto wait = std::chrono::ceil<std::chrono::seconds>(until - now);
    return fail(Domain::Access, u"locked", u"try again in %1 seconds"_s.arg(wait.count()));
}

protocol::SessionAnswer issue(Connection &connection, SessionRow &session, const Account &account, Instant now,
                              bool isNew)
{
    SessionStore store(connection);
    const QString access = newToken(limits::accessTokenBytes);
    const QString refresh = newToken();
    session.accessUntil = now + limits::accessTokenLife;
    if (isNew)
        store.create(session, hashToken(access.toLatin1()), now);
    else
        store.setAccess(session.id, hashToken(access.toLatin1()), session.accessUntil);
    store.addRefresh({hashToken(refresh.toLatin1()), session.id, now + limits::refreshTokenLife, {}, {}}, now);
    return {.accessToken = access.toStdString(),
            .accessExpires = toInteger(session.accessUntil),
            .refreshToken = refresh.toStdString(),
            .replica = session.replica,
            .staff = account.staff.value,
            .name = account.staffName.toStdString(),
            .role = account.role.toStdString(),
            .certificate = ReplicaNumbers(connection, now).certificateOf(session.replica, account.login)};
}

/// Whether the answer to the token's use was lost, as far as one can see: of the tokens in it neither was ever used.
bool isUnheard(SessionStore &store, const RefreshRow &token, const SessionRow &session)
{
    const auto successor = token.successor.isEmpty() ? std::nullopt : store.refresh(token.successor);
    return successor && !successor->used && !session.accessUsed;
}

Error lostHandheld()
{
    return {Domain::Access, u"device-lost"_s, u"this handheld was reported lost"_s};
}

} // namespace

SessionService::SessionService(const Clock &clock, PasswordCost cost) : m_clock(clock)
{
    if (const auto decoy = hashPassword(newToken(), cost))
        m_decoyHash = *decoy;
}

Result<std::optional<Account>> SessionService::reserveTry(Connection &connection, const QString &login)
{
    std::optional<Account> account;
    const Instant now = m_clock.now();
    TURNUS_TRY(connection.write([&]() -> Status {
        AccountStore accounts(connection);
        accounts.lock(login);
        account = accounts.find(login);
        if (!account)
            return reserveUnknownTry(connection, login, now);
        if (Status locked = refuseLocked(account->lockedUntil, now); !locked)
            return locked;
        // Counted before the password is looked at, so that tries made at the same time count too.
        const int tries = account->failedTries + 1;
        accounts.setTries(login, tries, now + lockAfter(tries));
        return {};
    }));
    return account;
}

Status SessionService::reserveUnknownTry(Connection &connection, const QString &login, Instant now)
{
    UnknownLoginStore logins(connection);
    const QByteArray hash = hashToken(login.toUtf8());
    UnknownLoginStore::Tries tries = logins.hold(hash);
    TURNUS_TRY(refuseLocked(tries.lockedUntil, now));
    ++tries.failed;
    tries.lockedUntil = now + lockAfter(tries.failed);
    logins.set(hash, tries);
    return {};
}

Result<protocol::SessionAnswer> SessionService::signIn(Connection &connection, const protocol::SessionRequest &request)
{
    const QString login = QString::fromStdString(request.login).trimmed().toLower();
    const QString password = QString::fromStdString(request.password);
    if (login.isEmpty() || login.size() > limits::longestLogin || password.size() > limits::longestPassword)
        return wrongCredentials();
    TURNUS_ASSIGN(account, reserveTry(connection, login));
    const bool right = passwordMatches(password, account ? account->passwordHash : m_decoyHash);
    if (!right || !account || account->disabled)
        return wrongCredentials();
    TURNUS_TRY(refuseLost(connection, request.replica));
    return open(connection, *account, request);
}

Status SessionService::refuseLost(Connection &connection, std::optional<qint64> replica)
{
    if (!replica)
        return {};
    bool lost = false;
    TURNUS_TRY(connection.read([&]() -> Status {
        lost = SessionStore(connection).isLost(*replica);
        return {};
    }));
    return lost ? Status(tl::unexpected(lostHandheld())) : Status();
}

Result<protocol::SessionAnswer> SessionService::open(Connection &connection, const Account &account,
                                                     const protocol::SessionRequest &request)
{
    const QString device = QString::fromStdString(request.device).left(limits::longestDeviceName);
    const Instant now = m_clock.now();
    protocol::SessionAnswer answer;
    TURNUS_TRY(connection.write([&]() -> Status {
        SessionStore store(connection);
        AccountStore(connection).setTries(account.login, 0, Instant{});
        store.dropExpired(now);
        // A database keeps its number only with the account that it was given to.
        const qint64 replica =
            ReplicaNumbers(connection, now).numberFor(request.replica, request.certificate, account.login, device);
        SessionRow session{
            QUuid::createUuid().toString(QUuid::WithoutBraces), account.login, replica, device, {}, false};
        answer = issue(connection, session, account, now, true);
        return {};
    }));
    return answer;
}

Result<std::vector<protocol::SessionAnswer>> SessionService::makeDevices(Connection &connection, int count)
{
    std::vector<protocol::SessionAnswer> answers;
    const Instant now = m_clock.now();
    TURNUS_TRY(connection.write([&]() -> Status {
        answers.clear();
        QList<Account> accounts = AccountStore(connection).all();
        accounts.removeIf([](const Account &account) { return account.role != "technician"_L1 || account.disabled; });
        if (accounts.isEmpty())
            return fail(Domain::Input, u"login", u"the company has no technician with an account"_s);
        SessionStore store(connection);
        for (int i = 0; i < count; ++i) {
            const Account &account = accounts.at(i % accounts.size());
            const QString device = u"load %1"_s.arg(i + 1);
            SessionRow session{QUuid::createUuid().toString(QUuid::WithoutBraces),
                               account.login,
                               store.createReplica(account.login, device, now),
                               device,
                               {},
                               false};
            answers.push_back(issue(connection, session, account, now, true));
        }
        return {};
    }));
    return answers;
}

Result<protocol::SessionAnswer> SessionService::refresh(Connection &connection, const protocol::RefreshRequest &request)
{
    const QByteArray hash = hashToken(request.refreshToken);
    const Instant now = m_clock.now();
    protocol::SessionAnswer answer;
    std::optional<Error> refusal;
    TURNUS_TRY(connection.write([&]() -> Status {
        refusal.reset();
        SessionStore store(connection);
        auto token = store.refresh(hash);
        if (token) {
            store.lock(token->session);
            token = store.refresh(hash);
        }
        auto session = token ? store.byId(token->session) : std::nullopt;
        if (session && session->lost) {
            refusal = lostHandheld();
            return {};
        }
        if (!token || !session || token->validUntil <= now) {
            refusal = Error{Domain::Access, u"token-expired"_s, u"sign in again"_s};
            return {};
        }
        const auto account = AccountStore(connection).find(session->login);
        if (session->revoked || !account || account->disabled) {
            refusal = Error{Domain::Access, u"revoked"_s, u"this device was signed out"_s};
            return {};
        }
        if (token->used && !isUnheard(store, *token, *session)) {
            // The revocation must stay: this is no failure of the transaction.
            store.revoke(session->id, u"refresh token used twice"_s, now);
            refusal = Error{Domain::Access, u"revoked"_s, u"the refresh token had been used before"_s};
            return {};
        }
        if (token->used)
            store.dropRefresh(token->successor);
        answer = issue(connection, *session, *account, now, false);
        store.useRefresh(hash, hashToken(QByteArray::fromStdString(answer.refreshToken)), now);
        return {};
    }));
    if (refusal)
        return tl::unexpected(*refusal);
    return answer;
}

QString SessionService::sessionOf(Connection &connection, const protocol::RefreshRequest &request)
{
    QString session;
    const Status read = connection.read([&]() -> Status {
        const auto token = SessionStore(connection).refresh(hashToken(request.refreshToken));
        session = token ? token->session : QString();
        return {};
    });
    return read ? session : QString();
}

Result<Principal> SessionService::authenticate(Connection &connection, QByteArrayView accessToken)
{
    Principal principal;
    const Instant now = m_clock.now();
    TURNUS_TRY(connection.read([&]() -> Status {
        const auto caller = SessionStore(connection).byAccess(hashToken(accessToken));
        if (caller && caller->session.lost)
            return tl::unexpected(lostHandheld());
        if (!caller || caller->session.accessUntil <= now)
            return fail(Domain::Access, u"token-expired", u"the access token is unknown or has expired"_s);
        const SessionRow &session = caller->session;
        const auto role = roleFrom(caller->role);
        if (session.revoked || !role || caller->disabled)
            return fail(Domain::Access, u"revoked", u"this device was signed out"_s);
        principal = {session.id,   session.login, session.device,  caller->staff,
                     caller->name, *role,         session.replica, !session.accessUsed};
        return {};
    }));
    return principal;
}

Status SessionService::noteUse(Connection &connection, const Principal &principal)
{
    if (!principal.isFirstUse)
        return {};
    return connection.write([&]() -> Status {
        SessionStore(connection).noteAccessUse(principal.session);
        return {};
    });
}

Status SessionService::signOut(Connection &connection, const Principal &principal)
{
    return connection.write([&]() -> Status {
        SessionStore(connection).revoke(principal.session, u"signed out"_s, m_clock.now());
        return {};
    });
}

} // namespace turnus::server
