#include "core/care/complaints.h"
#include "tests/sync/client/verifysync.h"
#include "tests/sync/thread/realdevice.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using care::Complaints;

/// Complaints between the devices of a territory, through the real engine and the real server.
class TestComplaintSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatOneTakesTheOtherSettles();
    void twoWhoSettleKeepBothWords();
    void aSettlementBeforeTheComplaintIsRefused();

private:
    static Result<ComplaintId> take(RealDevice &device, const QString &what)
    {
        return Complaints(*device.connection)
            .open({.customer = CustomerId{Company::customer}, .asset = AssetId{Company::grinder}, .what = what});
    }
    static size_t openOn(RealDevice &device)
    {
        return Complaints(*device.connection).openOf(CustomerId{Company::customer})->size();
    }
};

void TestComplaintSync::whatOneTakesTheOtherSettles()
{
    Company company;
    RealDevice jana(company, u"jana"_s, 1);
    RealDevice rolf(company, u"rolf"_s, 2);
    VERIFY_SYNC(jana);
    VERIFY_SYNC(rolf);
    const auto complaint = take(jana, u"Mahlwerk zu laut"_s);
    QVERIFY(complaint);
    VERIFY_SYNC(jana);
    QCOMPARE(company.integer(
                 u"SELECT count(*) FROM complaint WHERE settled IS NULL AND technician_id = %1"_s.arg(Company::jana)),
             1);
    VERIFY_SYNC(rolf);
    QCOMPARE(openOn(rolf), size_t{1});
    const auto seen = Complaints(*rolf.connection).openOf(CustomerId{Company::customer});
    QCOMPARE(seen->front().what, u"Mahlwerk zu laut"_s);
    QVERIFY(Complaints(*rolf.connection).settle(*complaint, u"Lager getauscht"_s));
    VERIFY_SYNC(rolf);
    VERIFY_SYNC(jana);
    QCOMPARE(openOn(jana), size_t{0});
    const auto settled = Complaints(*jana.connection).settledOf(CustomerId{Company::customer});
    QCOMPARE(settled->size(), size_t{1});
    QCOMPARE(settled->front().settlement, u"Lager getauscht"_s);
    QCOMPARE(jana.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(jana.dump().filter(u"complaint"_s), rolf.dump().filter(u"complaint"_s));
    QCOMPARE(company.faults(), QStringList());
}

void TestComplaintSync::twoWhoSettleKeepBothWords()
{
    Company company;
    RealDevice jana(company, u"jana"_s, 1);
    RealDevice rolf(company, u"rolf"_s, 2);
    VERIFY_SYNC(jana);
    const auto complaint = take(jana, u"Mahlwerk zu laut"_s);
    VERIFY_SYNC(jana);
    VERIFY_SYNC(rolf);
    QVERIFY(Complaints(*rolf.connection).settle(*complaint, u"Gutschrift"_s));
    QVERIFY(Complaints(*jana.connection).settle(*complaint, u"Lager getauscht"_s));
    VERIFY_SYNC(rolf);
    VERIFY_SYNC(jana);
    QCOMPARE(openOn(jana), size_t{0});
    QCOMPARE(jana.integer("SELECT count(*) FROM conflict WHERE name = 'settlement' AND settled = 0"), 1);
    QCOMPARE(jana.integer("SELECT count(*) FROM conflict WHERE name = 'settled'"), 0);
    VERIFY_SYNC(rolf);
    QCOMPARE(rolf.text("SELECT settlement FROM complaint"), u"Gutschrift"_s);
    QCOMPARE(rolf.integer("SELECT count(*) FROM open_conflict WHERE tbl = 'complaint'"), 1);
}

void TestComplaintSync::aSettlementBeforeTheComplaintIsRefused()
{
    Company company;
    RealDevice jana(company, u"jana"_s);
    VERIFY_SYNC(jana);
    const auto complaint = take(jana, u"Mahlwerk zu laut"_s);
    VERIFY_SYNC(jana);
    jana.edit("complaint", complaint->value,
              {{"settled", jana.connection->clock().now() - std::chrono::hours{24}}, {"settlement", u"gestern"_s}});
    VERIFY_SYNC(jana);
    QVERIFY(jana.text("SELECT reason FROM outbox WHERE state = 2").startsWith(u"period"));
    QCOMPARE(company.integer(u"SELECT count(*) FROM complaint WHERE settled IS NULL"_s), 1);
}

QTEST_GUILESS_MAIN(TestComplaintSync)
#include "tst_complaintsync.moc"
