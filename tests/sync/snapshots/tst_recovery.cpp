// The server is set back to a backup: what devices know to be confirmed since comes back, once.
#include "sync/client/outboxbook.h"
#include "sync/server/service/syncservice.h"
#include "tests/sync/snapshots/backup.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr auto databaseFile = "turnus.db";
constexpr auto logFile = "turnus.db-wal";

const char *unsettled = "SELECT count(*) FROM outbox";

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsWhatWasMadeHere();
    void keepsTheConfirmedEditOfAColleaguesRecord();
    void keepsAConflictsOwnValue();
    void asksAgainWhereAChoiceWasLost();
    void doublesNothingOnAnOlderCopyOfTheHandheld();
    void takesNoRequestFromBefore();
    void staysBrief();
};

void TestRecovery::bringsWhatWasMadeHere()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    const qint64 visit = device.recordVisit(u"completed"_s);
    device.edit("customer", Company::customer, {{"phone", u"0170"_s}});
    QVERIFY(device.sync());
    backup.restore(7);
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 0);
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit WHERE id = %1"_s.arg(visit)), 1);
    QCOMPARE(device.integer(unsettled), 0);
    // What stood in the record before is not known any more: a person decides.
    QCOMPARE(device.integer("SELECT count(*) FROM conflict WHERE name = 'phone' AND mine = '0170'"), 1);
    QCOMPARE(device.rows(), serverRows(company, {1, Company::nord, Company::janasChannel}));
}

void TestRecovery::keepsTheConfirmedEditOfAColleaguesRecord()
{
    Company company;
    Handset maker(company, "jana", 1);
    Handset editor(company, "jana", 2);
    QVERIFY(maker.sync());
    QVERIFY(editor.sync());
    Backup backup(company);
    const qint64 contact = maker.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(maker.sync());
    QVERIFY(editor.sync());
    editor.edit("contact", contact, {{"phone", u"0170"_s}});
    QVERIFY(editor.sync());
    backup.restore(7);
    QVERIFY(editor.sync()); // the record is not back yet
    QVERIFY(maker.sync());
    QVERIFY(editor.sync());
    QCOMPARE(editor.integer(unsettled), 0);
    const qint64 kept =
        company.integer(u"SELECT count(*) FROM contact WHERE id = %1 AND phone = '0170'"_s.arg(contact)) +
        editor.integer("SELECT count(*) FROM conflict WHERE name = 'phone' AND mine = '0170'");
    QCOMPARE(kept, 1);
}

void TestRecovery::keepsAConflictsOwnValue()
{
    Company company;
    Handset first(company, "jana", 1);
    Handset second(company, "jana", 2);
    QVERIFY(first.sync());
    QVERIFY(second.sync());
    Backup backup(company);
    first.edit("customer", Company::customer, {{"phone", u"1"_s}});
    second.edit("customer", Company::customer, {{"phone", u"2"_s}});
    QVERIFY(second.sync());
    QVERIFY(first.sync());
    const char *own = "SELECT count(*) FROM conflict WHERE name = 'phone' AND mine = '1'";
    QCOMPARE(first.integer(own), 1);
    backup.restore(7);
    QVERIFY(first.sync());
    QVERIFY(second.sync());
    QVERIFY(first.sync());
    QCOMPARE(first.integer(own), 1);
    QCOMPARE(first.integer("SELECT count(*) FROM conflict"), 1);
}

void TestRecovery::asksAgainWhereAChoiceWasLost()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    company.update("customer", Company::customer, {{"phone", tests::text("0201")}});
    device.edit("customer", Company::customer, {{"phone", u"0170"_s}});
    QVERIFY(device.sync());
    const char *open = "SELECT count(*) FROM conflict WHERE settled = 0 AND mine = '0170' AND theirs = '0201'";
    QCOMPARE(device.integer(open), 1);
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    client::OutboxBook book(*device.connection);
    const auto asked = book.conflicts();
    QVERIFY(book.resolve(asked.value().front().id, client::OutboxBook::Choice::Theirs, {}));
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM conflict"), 0);
    backup.restore(7);
    QVERIFY(device.sync());
    QCOMPARE(device.integer(open), 1);
    const auto again = book.conflicts();
    QVERIFY(book.resolve(again.value().front().id, client::OutboxBook::Choice::Theirs, {}));
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM open_conflict"_s), 0);
    QCOMPARE(device.integer("SELECT count(*) FROM conflict"), 0);
}

void TestRecovery::doublesNothingOnAnOlderCopyOfTheHandheld()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    device.recordVisit(u"completed"_s);
    device.insertContact(Company::customer, u"Frau Muster"_s);
    const QByteArray file = device.disk.content(databaseFile);
    const QByteArray log = device.disk.content(logFile);
    QVERIFY(device.sync());
    backup.restore(7);
    QVERIFY(device.sync());
    device.connection.reset();
    device.disk.clear();
    device.disk.setContent(databaseFile, file);
    device.disk.setContent(logFile, log);
    device.kill();
    QVERIFY(device.sync());
    QCOMPARE(device.integer(unsettled), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact WHERE name = 'Frau Muster'"_s), 1);
    QCOMPARE(device.rows(), serverRows(company, {1, Company::nord, Company::janasChannel}));
}

void TestRecovery::takesNoRequestFromBefore()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    device.recordVisit(u"completed"_s);
    const auto early = protocol::decodeRequest(client::Engine(*device.connection).begin().value());
    QVERIFY(early);
    backup.restore(7);
    QVERIFY(device.sync());
    server::SyncService service(company.clock);
    QVERIFY(service.sync(company.connection(), device.principal(), *early));
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 1);
    QCOMPARE(device.integer("SELECT count(*) FROM visit"), 1);
}

void TestRecovery::staysBrief()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync({}, true));
    Backup backup(company);
    backup.restore(7);
    QVERIFY(device.sync({}, true));
    client::Engine engine(*device.connection);
    QVERIFY(engine.begin());
    QVERIFY(engine.brief());
    const auto request = protocol::decodeBrief(*engine.brief());
    QVERIFY(request);
    QCOMPARE(request->setBack, 7);
    QVERIFY(server::SyncService(company.clock).isCurrent(company.connection(), device.principal(), *request).value());
}

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
