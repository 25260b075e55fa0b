#include "tests/sync/client/world.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using protocol::Value;

/// What becomes of edits that meet the server's, or that it refuses.
class TestEdits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void editsOnOneRecordAreSqueezedBeforeTheyAreSent();
    void editsAreNotSqueezedIntoWhatWasSentBefore();
    void anEditBackToTheOldValueIsNotSent();
    void anEditBackToTheOldValueMeetsWhatTheServerHasMeanwhile();
    void editsOfANewRecordFollowItAsOneUpdate();
    void anOlderCopyThatHadNotSentARecordLosesNoEditOfIt();
    void aPullNeverOverwritesAnUnsentEdit();
    void bothValuesOfAConflictAreKept();
    void theServersFieldsWinWhereThePolicySaysSo();
    void aRefusedOperationIsKeptAndHoldsUpNoOther();
    void anEditOfARefusedRecordIsCarriedByIt();
    void aDeletedRowWithAnUnsentEditGoesWhenThatIsSettled();
};

void TestEdits::editsOnOneRecordAreSqueezedBeforeTheyAreSent()
{
    World world;
    VERIFY_SYNC(world);
    world.edit("customer", 200, {{"phone", u"1"_s}});
    world.edit("customer", 200, {{"note", u"a"_s}});
    world.edit("customer", 200, {{"phone", u"2"_s}});
    world.edit("site", 201, {{"name", u"Bar"_s}});
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->operationsOut, 2U);
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
    COMPARE_BOTH(world);
}

void TestEdits::editsAreNotSqueezedIntoWhatWasSentBefore()
{
    World world;
    VERIFY_SYNC(world);
    world.edit("customer", 200, {{"phone", u"1"_s}});
    world.syncLost();
    world.edit("customer", 200, {{"phone", u"2"_s}});
    world.edit("customer", 200, {{"phone", u"3"_s}});
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->operationsOut, 2U);
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
    COMPARE_BOTH(world);
}

void TestEdits::anEditBackToTheOldValueIsNotSent()
{
    World world;
    VERIFY_SYNC(world);
    world.edit("customer", 200, {{"phone", u"1"_s}});
    world.edit("customer", 200, {{"phone", u"0123 555-0100"_s}});
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->operationsOut, 0U);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    COMPARE_BOTH(world);
}

void TestEdits::anEditBackToTheOldValueMeetsWhatTheServerHasMeanwhile()
{
    World world;
    VERIFY_SYNC(world);
    client::Engine engine(world.device.connection());
    const auto request = engine.begin();
    QVERIFY(request);
    world.edit("customer", 200, {{"phone", u"1"_s}}); // while the request is under way
    world.server.set("customer", 200, "phone", std::string("theirs"));
    QVERIFY(engine.feed(world.server.answer(*request)));
    QVERIFY(engine.finish());
    world.edit("customer", 200, {{"phone", u"0123 555-0100"_s}});
    VERIFY_SYNC(world);
    QCOMPARE(world.text("SELECT phone FROM customer"), u"theirs"_s);
    QCOMPARE(world.device.integer("SELECT count(*) FROM held_value"), 0);
    COMPARE_BOTH(world);
}

void TestEdits::editsOfANewRecordFollowItAsOneUpdate()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 visit = world.addVisit();
    world.edit("visit", visit, {{"summary", u"a"_s}});
    world.edit("visit", visit, {{"status", u"completed"_s}});
    world.edit("visit", visit, {{"summary", u"b"_s}});
    const auto synced = world.sync();
    QVERIFY(synced);
    QCOMPARE(synced->operationsOut, 3U); // the visit, its finding, the edits
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(world.server.find("visit", visit)->fields.at("summary"), Value(std::string("b")));
    COMPARE_BOTH(world);
}

void TestEdits::anOlderCopyThatHadNotSentARecordLosesNoEditOfIt()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 visit = world.addVisit();
    world.syncLost();
    world.device.execute("UPDATE outbox SET state = 0"); // as the copy has it, which was made before
    world.edit("visit", visit, {{"summary", u"later"_s}});
    VERIFY_SYNC(world);
    QCOMPARE(world.server.find("visit", visit)->fields.at("summary"), Value(std::string("later")));
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 0);
    COMPARE_BOTH(world);
}

void TestEdits::aPullNeverOverwritesAnUnsentEdit()
{
    World world;
    VERIFY_SYNC(world);
    client::Engine engine(world.device.connection());
    const auto request = engine.begin();
    QVERIFY(request);
    world.edit("customer", 200, {{"phone", u"mine"_s}}); // while the request is under way
    world.server.set("customer", 200, "phone", std::string("theirs"));
    world.server.set("customer", 200, "note", std::string("Hund"));
    QVERIFY(engine.feed(world.server.answer(*request)));
    QVERIFY(engine.finish());
    QCOMPARE(world.text("SELECT phone FROM customer"), u"mine"_s);
    QCOMPARE(world.text("SELECT note FROM customer"), u"Hund"_s);
    QCOMPARE(world.text("SELECT value FROM held_value"), u"theirs"_s);

    VERIFY_SYNC(world); // the edit meets the server's value: a person is asked
    QCOMPARE(world.text("SELECT mine FROM conflict"), u"mine"_s);
    QCOMPARE(world.text("SELECT theirs FROM conflict"), u"theirs"_s);
    QCOMPARE(world.device.integer("SELECT count(*) FROM held_value"), 0);
    COMPARE_BOTH(world);
}

void TestEdits::bothValuesOfAConflictAreKept()
{
    World world;
    VERIFY_SYNC(world);
    world.edit("customer", 200, {{"phone", u"mine"_s}, {"note", u"a"_s}});
    world.server.set("customer", 200, "phone", std::string("theirs"));
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.text("SELECT mine || '|' || theirs || '|' || theirs_by FROM conflict"),
             u"mine|theirs|Rolf Vorlage"_s);
    QCOMPARE(world.text("SELECT phone FROM customer"), u"theirs"_s);
    QCOMPARE(world.text("SELECT note FROM customer"), u"a"_s);

    world.device.execute("UPDATE conflict SET settled = 1"); // settled with the server's value
    VERIFY_SYNC(world);
    QCOMPARE(world.server.settledSeen.size(), 1U);
    QVERIFY(world.server.settledSeen.front().field == "phone");
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
}

void TestEdits::theServersFieldsWinWhereThePolicySaysSo()
{
    World world;
    world.server.put("appointment", 950, 10,
                     {{"customer_id", qint64{200}},
                      {"site_id", qint64{201}},
                      {"kind", std::string("maintenance")},
                      {"starts", qint64{1'791'200'000'000}},
                      {"ends", qint64{1'791'203'600'000}},
                      {"status", std::string("planned")}});
    VERIFY_SYNC(world);
    world.edit("appointment", 950, {{"starts", qint64{1'791'210'000'000}}, {"status", u"done"_s}});
    world.server.set("appointment", 950, "starts", qint64{1'791'220'000'000});
    world.server.set("appointment", 950, "status", std::string("cancelled"));
    VERIFY_SYNC(world);
    COMPARE_BOTH(world);
    QCOMPARE(world.device.integer("SELECT starts FROM appointment"), 1'791'220'000'000);
    QCOMPARE(world.text("SELECT status FROM appointment"), u"done"_s);
    QCOMPARE(world.device.integer("SELECT count(*) FROM conflict"), 0);
}

void TestEdits::aRefusedOperationIsKeptAndHoldsUpNoOther()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 refused = world.addReading(1);
    const qint64 good = world.addReading(2);
    world.server.refuse.insert(refused);
    VERIFY_SYNC(world);
    QVERIFY(world.server.find("meter_reading", good));
    QCOMPARE(world.text("SELECT reason FROM outbox WHERE state = 2"), u"not-allowed: by the test"_s);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox"), 1);
    QCOMPARE(world.device.integer("SELECT count(*) FROM meter_reading"), 2);
    VERIFY_SYNC(world);
    QCOMPARE(world.server.lastOperations, 0U);
}

void TestEdits::anEditOfARefusedRecordIsCarriedByIt()
{
    World world;
    VERIFY_SYNC(world);
    const qint64 visit = world.addVisit();
    world.edit("visit", visit, {{"summary", u"later"_s}});
    world.server.refuse.insert(visit);
    VERIFY_SYNC(world);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox WHERE kind = 2"), 0);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox WHERE state = 2 AND tbl = 'visit'"), 1);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox_field"), 0);
    world.server.refuse.clear();
    world.device.execute("UPDATE outbox SET state = 0, seq = seq + 10"); // both tried again
    VERIFY_SYNC(world);
    QCOMPARE(world.server.find("visit", visit)->fields.at("summary"), Value(std::string("later")));
    COMPARE_BOTH(world);
}

void TestEdits::aDeletedRowWithAnUnsentEditGoesWhenThatIsSettled()
{
    World world;
    world.server.put("contact", 900, 10, {{"customer_id", qint64{200}}, {"name", std::string("Frau Beispiel")}});
    VERIFY_SYNC(world);
    client::Engine engine(world.device.connection());
    const auto request = engine.begin();
    QVERIFY(request);
    world.edit("contact", 900, {{"phone", u"1"_s}});
    world.server.remove("contact", 900);
    QVERIFY(engine.feed(world.server.answer(*request)));
    QVERIFY(engine.finish());
    QCOMPARE(world.device.integer("SELECT count(*) FROM contact"), 1);
    VERIFY_SYNC(world); // refused, for the row is gone: kept until the person lets it go
    QCOMPARE(world.device.integer("SELECT count(*) FROM contact"), 1);
    QCOMPARE(world.device.integer("SELECT count(*) FROM outbox WHERE state = 2"), 1);
}

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
