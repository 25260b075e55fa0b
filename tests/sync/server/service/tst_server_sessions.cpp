#include "sync/server/service/accountservice.h"
#include "sync/server/service/limits.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <atomic>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using namespace turnus::server;
using std::chrono::minutes;
using std::chrono::seconds;

class TestServerSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void passwordsAreHashedByArgon2id();
    void signInGivesTokensAndAReplica();
    void wrongLoginAndWrongPasswordLookTheSame();
    void wrongPasswordsLockForLongerAndLonger();
    void triesAtTheSameTimeAllCount_data();
    void triesAtTheSameTimeAllCount();
    void allProcessesCountTheTries_data() { triesAtTheSameTimeAllCount_data(); }
    void allProcessesCountTheTries();
    void databaseKeepsItsNumberWithItsAccountOnly();
    void accessTokenExpires();
    void refreshRotatesAndReuseEndsTheSession();
    void lostAnswerToARefreshIsNoTheft();
    void anAnswerWhoseAccessTokenWasUsedWasNotLost();
    void signOutAndLockEndTheSession();
    void newPasswordSignsOutEverywhere();
    void newPersonCanSignIn();
    void aLostNumberIsNobodysAnyMore();
    void aRenumberedHandheldCanBeReportedByItsOldNumber();
    void aLostHandheldIsKnownWhateverItSpeaksAs();
    void whoIsReportedLostIsToldWithAllItsNumbers();
};

namespace {

protocol::SessionRequest request(const char *login, const char *password = Company::password)
{
    return {login, password, "Handheld 4", {}};
}

QString codeOf(const Result<protocol::SessionAnswer> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace

void TestServerSessions::passwordsAreHashedByArgon2id()
{
    const QString one = *hashPassword(u"demo-turnus"_s, PasswordCost::least());
    const QString two = *hashPassword(u"demo-turnus"_s, PasswordCost::least());
    QVERIFY(one.startsWith("$argon2id$"_L1));
    QVERIFY(one != two);
    QVERIFY(passwordMatches(u"demo-turnus"_s, one));
    QVERIFY(!passwordMatches(u"demo-turnuS"_s, one));
    QCOMPARE(hashPassword(u"kurz"_s).error().code, u"password-length"_s);
}

void TestServerSessions::signInGivesTokensAndAReplica()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    const auto answer = sessions.signIn(company.connection(), request(" JANA "));
    QVERIFY(answer);
    QCOMPARE(answer->staff, Company::jana);
    QCOMPARE(answer->role, "technician");
    QCOMPARE(answer->replica, 1);
    QCOMPARE(answer->accessExpires, toInteger(company.clock.now() + limits::accessTokenLife));
    const auto principal = sessions.authenticate(company.connection(), QByteArrayView(answer->accessToken));
    QCOMPARE(principal->login, u"jana"_s);
    QCOMPARE(principal->device, u"Handheld 4"_s);
    // Neither token lies in the database as it is.
    QCOMPARE(company.integer(u"SELECT count(*) FROM session"_s), 1);
    QVERIFY(sessions.authenticate(company.connection(), QByteArrayView("x")).error().code == u"token-expired");
    QVERIFY(!sessions.authenticate(company.connection(), QByteArrayView(answer->refreshToken)));
}

void TestServerSessions::wrongLoginAndWrongPasswordLookTheSame()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    const auto login = sessions.signIn(company.connection(), request("nobody"));
    const auto password = sessions.signIn(company.connection(), request("jana", "wrongwrong"));
    QCOMPARE(login.error(), password.error());
    QCOMPARE(codeOf(login), u"credentials"_s);
    QCOMPARE(codeOf(sessions.signIn(company.connection(), request("", ""))), u"credentials"_s);
    QCOMPARE(codeOf(sessions.signIn(company.connection(), request("jana' OR 1=1 --"))), u"credentials"_s);
    // A lock would tell which logins there are, if only these were locked.
    for (int i = 0; i < limits::triesBeforeLock + 1; ++i) {
        const auto one = sessions.signIn(company.connection(), request("nobody"));
        QCOMPARE(one.error(), sessions.signIn(company.connection(), request("jana", "wrongwrong")).error());
    }
    QCOMPARE(codeOf(sessions.signIn(company.connection(), request("nobody"))), u"locked"_s);
    company.clock.advance(limits::longestLock);
    QCOMPARE(codeOf(sessions.signIn(company.connection(), request("nobody"))), u"credentials"_s);
}

void TestServerSessions::wrongPasswordsLockForLongerAndLonger()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    for (int i = 0; i < limits::triesBeforeLock; ++i)
        QCOMPARE(codeOf(sessions.signIn(connection, request("jana", "wrongwrong"))), u"credentials"_s);
    // The right password does not help either, until the time is over.
    const auto locked = sessions.signIn(connection, request("jana"));
    QCOMPARE(codeOf(locked), u"locked"_s);
    QCOMPARE(locked.error().detail, u"try again in 30 seconds"_s);
    QVERIFY(sessions.signIn(connection, request("karl")));
    company.clock.advance(seconds(31));
    QCOMPARE(codeOf(sessions.signIn(connection, request("jana", "wrongwrong"))), u"credentials"_s);
    company.clock.advance(seconds(31));
    QCOMPARE(codeOf(sessions.signIn(connection, request("jana"))), u"locked"_s);
    company.clock.advance(seconds(30));
    QVERIFY(sessions.signIn(connection, request("jana")));
    QCOMPARE(company.integer(u"SELECT failed_tries FROM account WHERE login = 'jana'"_s), 0);
}

void TestServerSessions::triesAtTheSameTimeAllCount_data()
{
    QTest::addColumn<QByteArray>("login");
    QTest::newRow("account") << QByteArray("jana");
    QTest::newRow("unknown") << QByteArray("nobody");
}

void TestServerSessions::triesAtTheSameTimeAllCount()
{
    QFETCH(QByteArray, login);
    Company company(freshLocation());
    constexpr int triesEach = 4;
    std::atomic<int> wrong = 0;
    std::atomic<int> locked = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            SessionService sessions(company.clock, PasswordCost::least());
            const auto connection = Connection::open(company.database());
            for (int round = 0; connection && round < triesEach; ++round) {
                const QString code = codeOf(sessions.signIn(**connection, request(login.constData(), "wrongwrong")));
                wrong += code == "credentials"_L1;
                locked += code == "locked"_L1;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), limits::triesBeforeLock);
    QCOMPARE(locked.load(), 4 * triesEach - limits::triesBeforeLock);
}

void TestServerSessions::allProcessesCountTheTries()
{
    QFETCH(QByteArray, login);
    Company company(freshLocation());
    SessionService one(company.clock, PasswordCost::least());
    SessionService other(company.clock, PasswordCost::least());
    const auto wrong = request(login.constData(), "wrongwrong");
    for (int i = 0; i < limits::triesBeforeLock; ++i)
        QCOMPARE(codeOf((i % 2 ? one : other).signIn(company.connection(), wrong)), u"credentials"_s);
    QCOMPARE(codeOf(one.signIn(company.connection(), wrong)), u"locked"_s);
    QCOMPARE(codeOf(other.signIn(company.connection(), wrong)), u"locked"_s);
}

void TestServerSessions::databaseKeepsItsNumberWithItsAccountOnly()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    const qint64 number = sessions.signIn(company.connection(), request("jana"))->replica;
    auto again = request("jana");
    again.replica = number;
    QCOMPARE(sessions.signIn(company.connection(), again)->replica, number);
    auto other = request("karl");
    other.replica = number;
    QVERIFY(sessions.signIn(company.connection(), other)->replica > number);
    again.replica = 4'711;
    QVERIFY(sessions.signIn(company.connection(), again)->replica != 4'711);
}

void TestServerSessions::accessTokenExpires()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    const auto answer = sessions.signIn(company.connection(), request("jana"));
    company.clock.advance(minutes(14));
    QVERIFY(sessions.authenticate(company.connection(), QByteArrayView(answer->accessToken)));
    company.clock.advance(minutes(1));
    QCOMPARE(sessions.authenticate(company.connection(), QByteArrayView(answer->accessToken)).error().code,
             u"token-expired"_s);
    QVERIFY(sessions.refresh(company.connection(), {answer->refreshToken}));
    company.clock.advance(limits::refreshTokenLife);
    QCOMPARE(codeOf(sessions.refresh(company.connection(), {answer->refreshToken})), u"token-expired"_s);
}

void TestServerSessions::refreshRotatesAndReuseEndsTheSession()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    const auto first = sessions.signIn(connection, request("jana"));
    const auto second = sessions.refresh(connection, {first->refreshToken});
    QVERIFY(second);
    QCOMPARE(second->replica, first->replica);
    QVERIFY(second->refreshToken != first->refreshToken);
    QVERIFY(!sessions.authenticate(connection, QByteArrayView(first->accessToken)));
    const auto third = sessions.refresh(connection, {second->refreshToken});
    QVERIFY(third);
    // The first comes again although its successor was used: somebody has copied it.
    QCOMPARE(codeOf(sessions.refresh(connection, {first->refreshToken})), u"revoked"_s);
    QCOMPARE(codeOf(sessions.refresh(connection, {third->refreshToken})), u"revoked"_s);
    QCOMPARE(sessions.authenticate(connection, QByteArrayView(third->accessToken)).error().code, u"revoked"_s);
    QVERIFY(sessions.signIn(connection, request("jana")));
}

void TestServerSessions::lostAnswerToARefreshIsNoTheft()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    const auto first = sessions.signIn(connection, request("jana"));
    QVERIFY(sessions.authenticate(connection, QByteArrayView(first->accessToken)));
    std::optional<protocol::SessionAnswer> lost;
    // A day in a dead spot: no answer arrives.
    for (int i = 0; i < 3; ++i) {
        const auto answer = sessions.refresh(connection, {first->refreshToken});
        QVERIFY(answer);
        if (lost) {
            QVERIFY(!sessions.authenticate(connection, QByteArrayView(lost->accessToken)));
            QCOMPARE(codeOf(sessions.refresh(connection, {lost->refreshToken})), u"token-expired"_s);
        }
        lost = *answer;
        company.clock.advance(std::chrono::hours(8));
    }
    const auto arrived = sessions.refresh(connection, {first->refreshToken});
    QVERIFY(arrived);
    const auto next = sessions.refresh(connection, {arrived->refreshToken});
    QVERIFY(next);
    QVERIFY(sessions.authenticate(connection, QByteArrayView(next->accessToken)));
    // Now it has been heard: whoever has the first one is somebody else.
    QCOMPARE(codeOf(sessions.refresh(connection, {first->refreshToken})), u"revoked"_s);
    QCOMPARE(codeOf(sessions.refresh(connection, {next->refreshToken})), u"revoked"_s);
}

void TestServerSessions::anAnswerWhoseAccessTokenWasUsedWasNotLost()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    const auto first = sessions.signIn(connection, request("jana"));
    const auto second = sessions.refresh(connection, {first->refreshToken});
    const auto principal = sessions.authenticate(connection, QByteArrayView(second->accessToken));
    QVERIFY(principal->isFirstUse);
    QVERIFY(sessions.noteUse(connection, *principal));
    QVERIFY(!sessions.authenticate(connection, QByteArrayView(second->accessToken))->isFirstUse);
    company.clock.advance(seconds(1));
    QCOMPARE(codeOf(sessions.refresh(connection, {first->refreshToken})), u"revoked"_s);
    QCOMPARE(codeOf(sessions.refresh(connection, {second->refreshToken})), u"revoked"_s);
}

void TestServerSessions::signOutAndLockEndTheSession()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    AccountService accounts(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    const auto jana = sessions.signIn(connection, request("jana"));
    const auto tablet = sessions.signIn(connection, request("jana"));
    QVERIFY(sessions.signOut(connection, *sessions.authenticate(connection, QByteArrayView(jana->accessToken))));
    QCOMPARE(codeOf(sessions.refresh(connection, {jana->refreshToken})), u"revoked"_s);
    QVERIFY(sessions.authenticate(connection, QByteArrayView(tablet->accessToken)));
    QVERIFY(accounts.setLocked(connection, u"jana"_s, true));
    QVERIFY(!sessions.authenticate(connection, QByteArrayView(tablet->accessToken)));
    QCOMPARE(codeOf(sessions.signIn(connection, request("jana"))), u"credentials"_s);
    QVERIFY(accounts.setLocked(connection, u"jana"_s, false));
    QVERIFY(sessions.signIn(connection, request("jana")));
    QCOMPARE(accounts.setLocked(connection, u"nobody"_s, true).error().code, u"login"_s);
}

void TestServerSessions::newPasswordSignsOutEverywhere()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    AccountService accounts(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    const auto before = sessions.signIn(connection, request("jana"));
    QVERIFY(accounts.setPassword(connection, u"Jana"_s, u"another one"_s));
    QVERIFY(!sessions.authenticate(connection, QByteArrayView(before->accessToken)));
    QCOMPARE(codeOf(sessions.signIn(connection, request("jana"))), u"credentials"_s);
    QVERIFY(sessions.signIn(connection, request("jana", "another one")));
}

void TestServerSessions::newPersonCanSignIn()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    AccountService accounts(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    QVERIFY(accounts.addPerson(connection, u"olga"_s, u"Olga Office"_s, u"sales"_s, u"password"_s));
    QCOMPARE(sessions.signIn(connection, request("olga", "password"))->role, "sales");
    QCOMPARE(accounts.addPerson(connection, u"OLGA"_s, u"O"_s, u"sales"_s, u"password"_s).error().code, u"login"_s);
    QCOMPARE(accounts.addPerson(connection, u"x"_s, u"X"_s, u"boss"_s, u"password"_s).error().code, u"staff"_s);
    QVERIFY(accounts.add(connection, u"olga2"_s, u"olga"_s, u"password"_s));
    QCOMPARE(accounts.add(connection, u"y"_s, u"nobody"_s, u"password"_s).error().code, u"staff"_s);
    QCOMPARE(accounts.list(connection)->size(), 9);
}

void TestServerSessions::aLostNumberIsNobodysAnyMore()
{
    Company company(freshLocation());
    AccountService accounts(company.clock, PasswordCost::least());
    Handheld lost(company, "jana");
    const qint64 number = lost.principal.replica;
    QVERIFY(accounts.reportLost(company.connection(), number));
    // A session of another number, with the lost database.
    lost.principal = Handheld(company, "jana").principal;
    const auto answer = lost.trySync();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"device-lost"_s);
    SessionService sessions(company.clock, PasswordCost::least());
    auto again = request("jana");
    again.replica = number;
    QCOMPARE(codeOf(sessions.signIn(company.connection(), again)), u"device-lost"_s);
    QCOMPARE(accounts.reportLost(company.connection(), 4'711).error().code, u"device"_s);
}

void TestServerSessions::aRenumberedHandheldCanBeReportedByItsOldNumber()
{
    Company company(freshLocation());
    AccountService accounts(company.clock, PasswordCost::least());
    Handheld jana(company, "jana");
    const qint64 old = jana.principal.replica;
    const auto visit = jana.visitWithReferral(u"due"_s, false);
    QVERIFY(jana.sync().applied(visit.referralSequence));
    // Restored from a backup of before: it has given out fewer numbers than the server knows.
    jana.setSequence(0);
    const auto told = jana.sync();
    QVERIFY(told.control.replica);
    const qint64 fresh = *told.control.replica;
    jana.principal.replica = old;
    std::ignore = jana.sync(); // speaks by the new number from now on
    QVERIFY(fresh > old);
    const auto reported = accounts.reportLost(company.connection(), old);
    QVERIFY(reported);
    QCOMPARE(*reported, QList<qint64>{fresh});
    const auto devices = accounts.devices(company.connection(), u"jana"_s);
    QCOMPARE(devices->size(), 2);
    for (const SessionStore::Device &device : *devices)
        QCOMPARE(device.lost, device.replica == old);
    // It may be a copy on another handheld, which works on until somebody says that it is not.
    const QString signedIn = u"SELECT count(*) FROM session WHERE revoked IS NULL"_s;
    QCOMPARE(company.integer(signedIn), 1);
    QCOMPARE(*accounts.reportLost(company.connection(), fresh), QList<qint64>());
    QCOMPARE(company.integer(signedIn), 0);
}

void TestServerSessions::aLostHandheldIsKnownWhateverItSpeaksAs()
{
    Company company(freshLocation());
    SessionService sessions(company.clock, PasswordCost::least());
    AccountService accounts(company.clock, PasswordCost::least());
    Connection &connection = company.connection();
    const auto stolen = sessions.signIn(connection, request("jana"));
    const auto other = sessions.signIn(connection, request("jana"));
    const auto speakAs = [&](qint64 replica) {
        const auto principal = sessions.authenticate(connection, QByteArrayView(stolen->accessToken));
        protocol::SyncRequest asked;
        asked.replica = replica;
        return principal && SyncService(company.clock).sync(connection, *principal, asked);
    };
    const auto isLost = [&](const Result<protocol::SessionAnswer> &device) {
        return codeOf(sessions.refresh(connection, {device->refreshToken})) == "device-lost"_L1;
    };
    QVERIFY(speakAs(stolen->replica));
    QVERIFY(speakAs(other->replica));
    QVERIFY(accounts.reportLost(connection, stolen->replica));
    QVERIFY(!speakAs(other->replica));
    QVERIFY(!speakAs(stolen->replica));
    QVERIFY(isLost(stolen));
    QVERIFY(sessions.refresh(connection, {other->refreshToken}));
}

void TestServerSessions::whoIsReportedLostIsToldWithAllItsNumbers()
{
    Company company(freshLocation());
    AccountService accounts(company.clock, PasswordCost::least());
    const qint64 first = Handheld(company, "jana").principal.replica;
    const qint64 another = Handheld(company, "jana").principal.replica;
    QList<qint64> given;
    const auto give = [&](qint64 replaces) {
        return company.connection().write([&]() -> Status {
            SessionStore sessions(company.connection());
            given.append(sessions.createReplica(u"jana"_s, u"test"_s, company.clock.now(), replaces));
            return {};
        });
    };
    // Set back twice to the same backup, then to a later one.
    QVERIFY(give(first));
    QVERIFY(give(first));
    QVERIFY(give(given.constLast()));
    QCOMPARE(*accounts.reportLost(company.connection(), first), given);
    QCOMPARE(*accounts.reportLost(company.connection(), given.at(2)), given.mid(0, 2));
    QCOMPARE(*accounts.reportLost(company.connection(), another), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestServerSessions)
#include "tst_server_sessions.moc"
