#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using server::SyncService;
using server::Versions;

namespace {

struct Told
{
    protocol::AnswerControl control;
    bool hasRows = false;
    bool more = false;
};

Told read(const std::string &body)
{
    Told told;
    protocol::AnswerReader reader;
    reader.feed(body);
    for (auto part = reader.next(); part && *part; part = reader.next()) {
        if (const auto *control = std::get_if<protocol::AnswerControl>(&**part))
            told.control = *control;
        else if (const auto *end = std::get_if<protocol::AnswerEnd>(&**part))
            told.more = end->more;
        else
            told.hasRows = true;
    }
    return told;
}

} // namespace

/// Apps and servers of different times.
class TestVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void anOldAppIsServedWhileItIs();
    void whatATooOldAppRecordedIsTakenAndThenItIsToldToUpdate();
    void aNewerAppIsToldThatTheServerIsOld();
    void aRecordedRequestIsAnswered();
    void aRecordedBriefRequestIsAnswered();
    void aBriefRequestIsCurrentOnlyWhereNothingIsNew();
};

void TestVersions::anOldAppIsServedWhileItIs()
{
    Company company(freshLocation());
    const Handheld jana(company, "jana");
    SyncService later(company.clock, {}, Versions{1, 3});
    protocol::SyncRequest old = jana.request();
    old.protocol = 1;
    const auto answer = later.sync(company.connection(), jana.principal, old);
    QVERIFY(answer);
    const Told told = read(*answer);
    QCOMPARE(told.control.protocol, 1);
    QVERIFY(told.hasRows);
}

void TestVersions::whatATooOldAppRecordedIsTakenAndThenItIsToldToUpdate()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    SyncService later(company.clock, {}, Versions{2, 3});
    const qint64 edit =
        jana.update("customer", Company::customer, {{"phone", u"0123 555-0100"_s}}, {{"phone", u"0170"_s}});
    protocol::SyncRequest old = jana.request();
    old.protocol = 1;
    const auto answer = later.sync(company.connection(), jana.principal, old);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().toString()));
    const Told told = read(*answer);
    QCOMPARE(told.control.protocol, 1);
    QVERIFY(told.control.applied == (std::vector<protocol::SequenceRange>{{edit, edit}}));
    QVERIFY(!told.hasRows);
    QVERIFY(told.more);
    QCOMPARE(server::textOf(company.value(u"SELECT phone FROM customer WHERE id = 200"_s)), u"0170"_s);
    // It asks at once for more, with an empty outbox.
    jana.forgetOperations();
    old = jana.request();
    old.protocol = 1;
    const auto refused = later.sync(company.connection(), jana.principal, old);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"version"_s);
    QVERIFY(refused.error().detail.contains("update the app"_L1));
    QVERIFY(refused.error().isPermanent());
}

void TestVersions::aNewerAppIsToldThatTheServerIsOld()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.update("customer", Company::customer, {{"phone", u"0123 555-0100"_s}}, {{"phone", u"0170"_s}});
    protocol::SyncRequest request = jana.request();
    request.protocol = protocol::version + 1;
    SyncService service(company.clock);
    const auto answer = service.sync(company.connection(), jana.principal, request);
    QCOMPARE(answer.error().code, u"server-old"_s);
    // Nothing of it was taken: it would be read wrongly.
    QCOMPARE(server::textOf(company.value(u"SELECT phone FROM customer WHERE id = 200"_s)), u"0123 555-0100"_s);
}

void TestVersions::aRecordedRequestIsAnswered()
{
    Company company(freshLocation());
    const Handheld jana(company, "jana");
    QFile file(QStringLiteral(TURNUS_FIXTURES "/v1/request.bin"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto request = protocol::decodeRequest(file.readAll().toStdString());
    QVERIFY(request);
    // Recorded as replica 7: its ids are foreign here, so its rows are refused one by one; its update counts.
    request->replica = jana.principal.replica;
    SyncService service(company.clock);
    const auto answer = service.sync(company.connection(), jana.principal, *request);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().toString()));
    const Told told = read(*answer);
    QCOMPARE(told.control.protocol, 1);
    QCOMPARE(told.control.receipts.size(), std::size_t{2});
    QVERIFY(told.control.applied == (std::vector<protocol::SequenceRange>{{950, 950}}));
    QCOMPARE(server::textOf(company.value(u"SELECT status FROM appointment WHERE id = 203"_s)), u"done"_s);
}

void TestVersions::aRecordedBriefRequestIsAnswered()
{
    Company company(freshLocation());
    const Handheld jana(company, "jana");
    QFile file(QStringLiteral(TURNUS_FIXTURES "/v2/brief.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto request = protocol::decodeBrief(file.readAll().toStdString());
    QVERIFY(request);
    request->replica = jana.principal.replica;
    request->receipted = 0; // those were another company's receipts
    SyncService service(company.clock);
    const auto answer = service.sync(company.connection(), jana.principal, *request);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().toString()));
    const Told told = read(*answer);
    QCOMPARE(told.control.protocol, 2);
    QVERIFY(told.hasRows);
}

void TestVersions::aBriefRequestIsCurrentOnlyWhereNothingIsNew()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    SyncService service(company.clock);
    const auto isCurrent = [&](const protocol::SyncRequest &request) {
        return service.isCurrent(company.connection(), jana.principal, request).value();
    };
    QVERIFY(!isCurrent(jana.request()));
    jana.sync();
    const protocol::SyncRequest known = jana.request();
    QVERIFY(isCurrent(known));
    protocol::SyncRequest other = known;
    other.cursors.pop_back();
    QVERIFY(!isCurrent(other));
    other = known;
    other.cursors.push_back({4'711, 1, {}});
    QVERIFY(!isCurrent(other));
    other = known;
    other.check = true;
    QVERIFY(!isCurrent(other));
    other = known;
    other.replica = known.replica + 1;
    QVERIFY(!isCurrent(other));
    SyncService later(company.clock, {}, Versions{protocol::version + 1, protocol::version + 1});
    QVERIFY(!later.isCurrent(company.connection(), jana.principal, known).value());
    // Restored from a backup: it does not know of the operation that the server has dealt with.
    jana.update("customer", Company::customer, {{"phone", u"0123 555-0100"_s}}, {{"phone", u"0170"_s}});
    jana.sync();
    QVERIFY(isCurrent(jana.request()));
    other = jana.request();
    other.lastSequence = known.lastSequence;
    other.receipted = known.receipted;
    QVERIFY(!isCurrent(other));
    company.insert("contact", 960, Company::nord, {{"customer_id", Company::customer}, {"name", u"Erika"_s}});
    QVERIFY(!isCurrent(jana.request()));
}

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
