// A server that was restored lacks what somebody recorded on a handheld on which somebody else has signed in since.
#include "sync/client/makers.h"
#include "sync/client/outboxbook.h"
#include "sync/client/teamconflicts.h"
#include "tests/sync/snapshots/backup.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using Choice = client::OutboxBook::Choice;

namespace {

constexpr qint64 generation = 7;
const QList<qint64> janas{1, Company::nord, Company::janasChannel};

qint64 find(Handset &device, Company &company, qint64 visit, const QString &what)
{
    return device.insert(
        "finding", "customer", Company::customer,
        {{"asset_id", Company::grinder}, {"visit_id", visit}, {"what", what}, {"at", toInteger(company.clock.now())}});
}

/// As client::Account does before it asks the server.
bool mayChangeHands(Handset &device)
{
    return !device.connection->read([&] { return client::Makers(device.connection->handle()).hasUnsentWork(); })
                .value();
}

QStringList reasons(Handset &device)
{
    QStringList all;
    const auto quarantined = client::OutboxBook(*device.connection).quarantined();
    for (const client::QuarantinedOperation &operation : quarantined.value())
        all.append(operation.reason);
    return all;
}

/// On the customer's phone: "jana" against "office".
void meetConflict(Handset &device, Company &company)
{
    const auto synced = device.sync();
    company.update("customer", Company::customer, {{"phone", server::Value(u"office"_s)}});
    company.clock.advance(std::chrono::minutes{1});
    device.edit("customer", Company::customer, {{"phone", u"jana"_s}});
    if (!synced || !device.sync())
        qFatal("no sync");
}

/// To a colleague and back.
void changeHands(Handset &device)
{
    for (const char *login : {"rolf", "jana"}) {
        device.signInAs(login);
        if (!device.sync())
            qFatal("no sync");
    }
}

std::size_t questions(Handset &device)
{
    return client::OutboxBook(*device.connection).conflicts().value().size();
}

void settle(Handset &device, Choice choice)
{
    client::OutboxBook book(*device.connection);
    const Status settled = book.resolve(book.conflicts().value().front().id, choice, {});
    if (!settled)
        qFatal("%s", qPrintable(settled.error().toString()));
}

} // namespace

class TestSharedHandheld : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAColleagueRecordedWaitsForHim();
    void itWaitsAlsoOnAHandheldOfAnotherTeam();
    void whatHangsOnWaitingWorkWaitsForItsOwnMaker();
    void aNumberThatTheBackupDoesNotKnowLosesNothing();
    void whatWaitsForAnotherIsNotTriedAgain();
    void whatWasRefusedLetsAColleagueIn();
    void aQuestionWaitsForWhoMetIt();
    void whoComesFirstWinsAfterTheHandheldChangedHands_data();
    void whoComesFirstWinsAfterTheHandheldChangedHands();
    void aDatabaseThatWasSetBackSettlesWhatItHadMet();
};

void TestSharedHandheld::whatAColleagueRecordedWaitsForHim()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    const qint64 visit = device.recordVisit(u"completed"_s);
    const qint64 finding = find(device, company, visit, u"Riss"_s);
    device.edit("customer", Company::customer, {{"phone", u"0170"_s}});
    QVERIFY(device.sync());
    device.signInAs("rolf");
    QVERIFY(device.sync());
    const qint64 contact = device.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(device.sync());
    backup.restore(generation);
    device.signIn();
    QVERIFY(device.sync());
    // Rolf's own is there again; Jana's is not said to be his.
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact WHERE id = %1"_s.arg(contact)), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE phone = '0170'"_s), 0);
    const QString name = server::textOf(company.value(u"SELECT name FROM staff WHERE id = 100"_s));
    QCOMPARE(reasons(device), QStringList(3, u"maker: "_s + name));
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 3);
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 3);

    QVERIFY(mayChangeHands(device));
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(company.integer(u"SELECT technician_id FROM visit WHERE id = %1"_s.arg(visit)), Company::jana);
    QCOMPARE(company.integer(u"SELECT visit_id FROM finding WHERE id = %1"_s.arg(finding)), visit);
    QCOMPARE(company.integer(u"SELECT (SELECT count(*) FROM open_conflict WHERE field = 'phone') + (SELECT count(*) "
                             "FROM customer WHERE phone = '0170')"_s),
             1);
    QCOMPARE(device.rows(), serverRows(company, janas));
}

void TestSharedHandheld::itWaitsAlsoOnAHandheldOfAnotherTeam()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    const qint64 visit = device.recordVisit(u"completed"_s);
    QVERIFY(device.sync());
    backup.restore(generation);
    device.signInAs("karl");
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM visit"), 1);
    QCOMPARE(device.integer("SELECT count(*) FROM outbox WHERE state = 2"), 1);
    QVERIFY(mayChangeHands(device));
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit WHERE id = %1"_s.arg(visit)), 1);
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(device.rows(), serverRows(company, janas));
}

void TestSharedHandheld::whatHangsOnWaitingWorkWaitsForItsOwnMaker()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    const qint64 visit = device.recordVisit(u"under_way"_s);
    QVERIFY(device.sync());
    device.signInAs("rolf");
    QVERIFY(device.sync());
    const qint64 finding = find(device, company, visit, u"Rolfs Befund"_s);
    QVERIFY(device.sync());
    backup.restore(generation);
    device.signIn();
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox WHERE state = 2"), 2);
    QVERIFY(mayChangeHands(device));
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit WHERE id = %1"_s.arg(visit)), 1);
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 1);
    QVERIFY(mayChangeHands(device));
    device.signInAs("rolf");
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT visit_id FROM finding WHERE id = %1"_s.arg(finding)), visit);
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
}

void TestSharedHandheld::aNumberThatTheBackupDoesNotKnowLosesNothing()
{
    Company company;
    const Handset other(company, "karl", 2);
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"completed"_s);
    find(device, company, visit, u"Riss"_s);
    QVERIFY(device.sync());
    device.signInAs("rolf");
    QVERIFY(device.sync());
    backup.restore(generation);
    device.signIn();
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox WHERE state = 2"), 2);
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM finding f JOIN visit v ON v.id = f.visit_id"_s), 1);
    QCOMPARE(device.rows(), serverRows(company, janas));
}

void TestSharedHandheld::whatWaitsForAnotherIsNotTriedAgain()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    (void)device.recordVisit(u"completed"_s);
    QVERIFY(device.sync());
    backup.restore(generation);
    device.signInAs("rolf");
    QVERIFY(device.sync());
    client::OutboxBook book(*device.connection);
    const auto waiting = book.quarantined().value();
    QCOMPARE(waiting.size(), 1U);
    QCOMPARE(book.retry(waiting.front().sequence).error().code, u"others-work"_s);
    QCOMPARE(book.discard(waiting.front().sequence, company.directory()).error().code, u"others-work"_s);
    QCOMPARE(device.integer("SELECT count(*) FROM visit"), 1);
    QVERIFY(reasons(device).constFirst().startsWith(u"maker: "));
}

void TestSharedHandheld::whatWasRefusedLetsAColleagueIn()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    device.edit("customer", Company::customer, {{"phone", u"1"_s}});
    device.damage("UPDATE outbox SET state = 2, reason = 'value: phone'");
    device.damage("INSERT INTO outbox (at, kind, tbl, row, state, reason) VALUES (1, 1, 'visit', 1, 2, 'erased: 3')");
    QVERIFY(mayChangeHands(device));
    device.signInAs("rolf");
    QVERIFY(device.sync());
    const QString name = server::textOf(company.value(u"SELECT name FROM staff WHERE id = 100"_s));
    QCOMPARE(reasons(device), (QStringList{u"maker: "_s + name, u"erased: 3"_s}));
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(reasons(device), (QStringList{u"value: phone"_s, u"erased: 3"_s}));
    device.edit("customer", Company::customer, {{"phone", u"2"_s}});
    QVERIFY(!mayChangeHands(device));
}

void TestSharedHandheld::aQuestionWaitsForWhoMetIt()
{
    Company company;
    Handset device(company, "jana");
    meetConflict(device, company);
    device.signInAs("rolf");
    QVERIFY(device.sync());
    QCOMPARE(questions(device), 0U);
    QCOMPARE(client::OutboxBook(*device.connection).counts()->conflicts, 0);
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(questions(device), 1U);
    // Settled without a network, and told to the server by herself.
    settle(device, Choice::Theirs);
    device.signInAs("rolf");
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM open_conflict"_s), 1);
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict WHERE choice = 'theirs'"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM open_conflict"_s), 0);
    QCOMPARE(device.integer("SELECT count(*) FROM conflict"), 0);
}

void TestSharedHandheld::whoComesFirstWinsAfterTheHandheldChangedHands_data()
{
    QTest::addColumn<bool>("chosenHere");
    QTest::newRow("her question is gone") << false;
    QTest::newRow("her choice came too late") << true;
}

void TestSharedHandheld::whoComesFirstWinsAfterTheHandheldChangedHands()
{
    QFETCH(bool, chosenHere);
    Company company;
    Handset device(company, "jana");
    meetConflict(device, company);
    changeHands(device);
    Handset supervisor(company, "rolf", 2);
    QVERIFY(supervisor.sync());
    client::TeamConflicts team(*supervisor.connection);
    QVERIFY(team.choose(team.open().value().front(), Choice::Theirs, {}));
    QVERIFY(supervisor.sync());
    if (chosenHere)
        settle(device, Choice::Mine);
    QVERIFY(device.sync());
    QCOMPARE(questions(device), 0U);
    QCOMPARE(device.integer("SELECT count(*) FROM conflict"), 0);
    QCOMPARE(device.integer("SELECT count(*) FROM customer WHERE phone = 'office'"), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE phone = 'office'"_s), 1);
    QCOMPARE(company.integer(u"SELECT settled_by FROM conflict"_s), supervisor.principal().staff.value);
}

void TestSharedHandheld::aDatabaseThatWasSetBackSettlesWhatItHadMet()
{
    Company company;
    Handset device(company, "jana");
    meetConflict(device, company);
    const QByteArray copy = device.databaseFile();
    device.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(device.sync());
    const qint64 before = device.integer("SELECT value FROM device WHERE key = 'replica'");
    device.setBack(copy);
    QVERIFY(device.sync());
    QVERIFY(device.integer("SELECT value FROM device WHERE key = 'replica'") != before);
    QCOMPARE(questions(device), 1U);
    settle(device, Choice::Mine);
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE phone = 'jana'"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict WHERE choice = 'mine'"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM open_conflict"_s), 0);
}

QTEST_GUILESS_MAIN(TestSharedHandheld)
#include "tst_sharedhandheld.moc"
