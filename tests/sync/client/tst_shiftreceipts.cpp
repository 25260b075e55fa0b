#include "core/storage/devicestate.h"
#include "sync/client/limits.h"
#include "sync/client/receiptfetcher.h"
#include "tests/support/fieldday.h"
#include "tests/support/receipttruth.h"
#include "tests/support/testdatabase.h"
#include "tests/sync/client/faketransport.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

/// A handheld with a day behind it: the visits of FieldDay, which the tests have the server hold, or not.
struct Device
{
    Device() : transport(server), account(database.connection(), transport, tokens), day(database)
    {
        transport.now = toInteger(database.clock.now());
        if (!account.signIn({QUrl(u"http://localhost"_s), u"jana.muster"_s, u"geheim"_s, u"Test"_s}))
            qFatal("no sign-in");
        database.execute("DELETE FROM outbox; UPDATE appointment SET status = 'done'; UPDATE visit SET status = "
                         "'completed', technician_id = 100; UPDATE content_file SET held = 1");
        offerKeys({key.publicKey});
    }

    [[nodiscard]] Day today() { return database.clock.today(); }
    protocol::DayReceipt truth() { return receiptAsHere(database); }
    void offerKeys(const std::vector<std::string> &publicKeys)
    {
        protocol::KeyList list{.company = "c", .keys = {}};
        for (const std::string &one : publicKeys)
            list.keys.push_back({.key = one, .created = 1});
        transport.answers[u"/v1/receipt-keys"_s] = protocol::encode(list);
    }
    void offer(const protocol::DayReceipt &receipt, const protocol::SigningKey &by)
    {
        transport.answers[u"/v1/receipts/100/"_s + QString::fromStdString(receipt.day)] =
            protocol::seal(protocol::receiptPurpose, protocol::encode(receipt), by);
    }
    Status fetch() { return client::ReceiptFetcher(database.connection(), account).fetch(today()); }
    int fetchDue() { return client::ReceiptFetcher(database.connection(), account).fetchDue().value_or(-1); }
    client::DayProof proof() { return **client::ShiftReceipts(database.connection()).proof(today()); }

    protocol::SigningKey key = protocol::newSigningKey();
    TestDatabase database;
    FakeServer server;
    FakeTransport transport;
    MemoryTokenStore tokens;
    client::Account account;
    FieldDay day;
};

} // namespace

class TestShiftReceipts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aReceiptOfEverythingIsWhole();
    void aLineThatIsNotListedIsMissing();
    void anotherContentIsNotTheSameLine();
    void aFileThatIsNotHeldIsNotConfirmed();
    void theFirstKeyIsTrustedAndNoOther();
    void aGoodReceiptIsNotReplacedByAForgedOne();
    void anAlteredReceiptIsWrong();
    void withoutANetworkTheStoredOneIsShown();
    void todayIsFetchedOnceTheDayIsDoneAndSent();
    void aServerWithoutReceiptsIsNoFailure();
};

void TestShiftReceipts::aReceiptOfEverythingIsWhole()
{
    Device device;
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    const client::DayProof proof = device.proof();
    QCOMPARE(proof.signature, client::Signature::Good);
    QVERIFY(proof.isWhole());
    QVERIFY(proof.visits.size() >= 2U);
    QCOMPARE(proof.visits.front().customer, u"Café Beispiel"_s);
    QCOMPARE(client::ShiftReceipts(device.database.connection()).days()->size(), 1U);
}

void TestShiftReceipts::aLineThatIsNotListedIsMissing()
{
    Device device;
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    device.database.execute("INSERT INTO part_use (id, channel, visit_id, name, quantity, source, at) "
                            "VALUES (900, 10, 511, 'Filter', 1, 'van', 0)");
    const client::DayProof proof = device.proof();
    QVERIFY(!proof.isWhole());
    const auto visit = std::ranges::find(proof.visits, 511, &client::VisitProof::visit);
    QCOMPARE(visit->gaps, (std::vector<client::LineGap>{{u"part_use"_s, 1}}));
}

void TestShiftReceipts::anotherContentIsNotTheSameLine()
{
    Device device;
    device.database.execute("INSERT INTO part_use (id, channel, visit_id, name, quantity, source, at) "
                            "VALUES (900, 10, 511, 'Filter', 1, 'van', 0)");
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    QVERIFY(device.proof().isWhole());
    device.database.execute("UPDATE part_use SET quantity = 2 WHERE id = 900");
    const client::DayProof proof = device.proof();
    const auto visit = std::ranges::find(proof.visits, 511, &client::VisitProof::visit);
    QCOMPARE(visit->gaps, (std::vector<client::LineGap>{{u"part_use"_s, 0}}));
    // A record that goes on changing is there all the same.
    device.database.execute("UPDATE part_use SET quantity = 1 WHERE id = 900;"
                            "UPDATE visit SET summary = 'changed since' WHERE id = 511");
    QVERIFY(device.proof().isWhole());
}

void TestShiftReceipts::aFileThatIsNotHeldIsNotConfirmed()
{
    Device device;
    device.database.execute("INSERT INTO attachment (id, channel, visit_id, sha256, size, media_type, kind, at) "
                            "VALUES (901, 10, 511, 'ab', 5, 'image/jpeg', 'photo', 0)");
    protocol::DayReceipt receipt = device.truth();
    const auto listed = std::ranges::find(receipt.visits, 511, &protocol::ReceiptVisit::visit);
    listed->files = {{"ab", 5, "photo", false}};
    device.offer(receipt, device.key);
    QVERIFY(device.fetch());
    QVERIFY(!device.proof().isWhole());
    QCOMPARE(device.proof().files(), 1);
    QCOMPARE(device.proof().filesHeld(), 0);
    listed->files.front().held = true;
    device.offer(receipt, device.key);
    QVERIFY(device.fetch());
    QVERIFY(device.proof().isWhole());
}

void TestShiftReceipts::theFirstKeyIsTrustedAndNoOther()
{
    Device device;
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    const protocol::SigningKey stranger = protocol::newSigningKey();
    device.offerKeys({stranger.publicKey, device.key.publicKey});
    device.offer(device.truth(), stranger);
    const Status refused = device.fetch();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"receipt-not-genuine"_s);
    QCOMPARE(client::ShiftReceipts(device.database.connection()).trustedKeys()->size(), 1U);
    // One that the trusted key endorsed.
    const protocol::SigningKey next = protocol::newSigningKey();
    device.transport.answers[u"/v1/receipt-keys"_s] =
        protocol::encode(protocol::KeyList{.company = "c",
                                           .keys = {{.key = next.publicKey,
                                                     .created = 2,
                                                     .endorsedBy = protocol::keyIdOf(device.key.publicKey),
                                                     .endorsement = protocol::endorse(device.key, next.publicKey)}}});
    device.offer(device.truth(), next);
    QVERIFY(device.fetch());
    QCOMPARE(device.proof().signature, client::Signature::Good);
}

void TestShiftReceipts::aGoodReceiptIsNotReplacedByAForgedOne()
{
    Device device;
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    const QByteArray good = *client::ShiftReceipts(device.database.connection()).file(device.today());
    device.offer(device.truth(), protocol::newSigningKey());
    QVERIFY(!device.fetch());
    QCOMPARE(*client::ShiftReceipts(device.database.connection()).file(device.today()), good);
    // With none before it is kept, and said to be what it is.
    device.database.execute("DELETE FROM day_receipt");
    QVERIFY(!device.fetch());
    QCOMPARE(device.proof().signature, client::Signature::NotTrusted);
    QVERIFY(!device.proof().isWhole());
}

void TestShiftReceipts::anAlteredReceiptIsWrong()
{
    Device device;
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    device.database.execute(
        "UPDATE day_receipt SET file = CAST(replace(CAST(file AS TEXT), '\"rows\":1', '\"rows\":9') "
        "AS BLOB)");
    QCOMPARE(device.proof().signature, client::Signature::Wrong);
    device.database.execute("UPDATE day_receipt SET file = x'00'");
    QCOMPARE(device.proof().signature, client::Signature::Unreadable);
}

void TestShiftReceipts::withoutANetworkTheStoredOneIsShown()
{
    Device device;
    device.offer(device.truth(), device.key);
    QVERIFY(device.fetch());
    device.transport.offline = true;
    QVERIFY(!device.fetch());
    QVERIFY(device.proof().isWhole());
}

void TestShiftReceipts::todayIsFetchedOnceTheDayIsDoneAndSent()
{
    Device device;
    device.offer(device.truth(), device.key);
    device.database.execute("UPDATE appointment SET status = 'planned' WHERE id = 504");
    QCOMPARE(device.fetchDue(), 0);
    device.database.execute("UPDATE appointment SET status = 'done' WHERE id = 504;"
                            "INSERT INTO outbox (at, kind, tbl, row, state) VALUES (1, 2, 'visit', 511, 1)");
    QCOMPARE(device.fetchDue(), 0);
    device.database.execute("DELETE FROM outbox");
    QCOMPARE(device.fetchDue(), 1);
    QCOMPARE(device.fetchDue(), 0); // proved
    // A line that was confirmed later is asked for again, and not at every sync.
    device.database.clock.advance(client::limits::receiptAgain);
    QCOMPARE(device.fetchDue(), 0);
    const QByteArray now = QByteArray::number(toInteger(device.database.clock.now()));
    device.database.execute("INSERT INTO receipt (seq, tbl, row, recorded, confirmed) VALUES (900, 'visit', 511, " +
                            now + ", " + now + ")");
    QCOMPARE(device.fetchDue(), 1);
    QCOMPARE(device.fetchDue(), 0);
}

void TestShiftReceipts::aServerWithoutReceiptsIsNoFailure()
{
    Device device;
    device.transport.answers.clear();
    QCOMPARE(device.fetchDue(), 0);
}

QTEST_GUILESS_MAIN(TestShiftReceipts)
#include "tst_shiftreceipts.moc"
