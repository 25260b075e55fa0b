// A customer moves to another territory while the technician is at the machine: his visit goes on to its end.
#include "sync/server/service/uploadservice.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

qint64 addPart(Handset &device, Company &company, qint64 visit)
{
    return device.insert("part_use", "visit", visit,
                         {{"visit_id", visit},
                          {"asset_id", Company::grinder},
                          {"name", u"Dichtung"_s},
                          {"quantity", 2},
                          {"source", u"van"_s},
                          {"at", toInteger(company.clock.now())}});
}

qint64 addPhoto(Handset &device, Company &company, qint64 visit, const QString &sha256)
{
    const qint64 photo = device.insert("attachment", "visit", visit,
                                       {{"visit_id", visit},
                                        {"sha256", sha256},
                                        {"size", 1'000},
                                        {"media_type", u"image/jpeg"_s},
                                        {"kind", u"photo"_s},
                                        {"at", toInteger(company.clock.now())}});
    device.damage(qPrintable(u"INSERT INTO content_file (sha256, size, present) VALUES ('%1', 1000, 1)"_s.arg(sha256)));
    return photo;
}

const char *left =
    "SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM site) + (SELECT count(*) FROM asset) "
    "+ (SELECT count(*) FROM visit) + (SELECT count(*) FROM part_use)";
const char *refused = "SELECT count(*) FROM outbox WHERE state = 2";

} // namespace

class TestMovedVisit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesOnToItsEndThoughTheCustomerMoved();
    void keepsNobodyElsesCustomer();
    void sendsItsPhotosBeforeItLeaves();
    void keepsItsPhotosThoughSomebodyElseSignsIn();
    void doesNotOpenTheOtherTerritory();
    void endsAfterAWeek();
};

void TestMovedVisit::goesOnToItsEndThoughTheCustomerMoved()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"under_way"_s);
    addPart(device, company, visit);
    QVERIFY(device.sync());
    company.moveCustomer(Company::south);
    QVERIFY(device.sync());
    QCOMPARE(device.integer(left), 5);
    const qint64 part = addPart(device, company, visit);
    QVERIFY(device.sync());
    QCOMPARE(device.integer(refused), 0);
    QCOMPARE(company.integer(u"SELECT channel FROM part_use WHERE id = %1"_s.arg(part)), Company::south);
    device.edit("visit", visit, {{"status", u"completed"_s}, {"ended", toInteger(company.clock.now())}});
    QVERIFY(device.sync());
    QCOMPARE(device.integer(refused), 0);
    QCOMPARE(device.integer(left), 0);
    QCOMPARE(company.value(u"SELECT status FROM visit WHERE id = %1"_s.arg(visit)), server::Value(u"completed"_s));
    QCOMPARE(company.integer(u"SELECT count(*) FROM part_use"_s), 2);
}

void TestMovedVisit::keepsNobodyElsesCustomer()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"under_way"_s);
    QVERIFY(device.sync());
    device.edit("visit", visit, {{"status", u"completed"_s}});
    QVERIFY(device.sync());
    company.moveCustomer(Company::south);
    QVERIFY(device.sync());
    QCOMPARE(device.integer(left), 0);
    company.moveCustomer(Company::nord);
    QVERIFY(device.sync());
    QCOMPARE(device.rows(), serverRows(company, {server::companyChannel, Company::nord, Company::janasChannel}));
}

void TestMovedVisit::sendsItsPhotosBeforeItLeaves()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"under_way"_s);
    const QString sha256(64, u'a');
    const qint64 photo = addPhoto(device, company, visit, sha256);
    QVERIFY(device.sync());
    device.edit("visit", visit, {{"status", u"completed"_s}});
    QVERIFY(device.sync());
    company.moveCustomer(Company::south);
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM attachment"), 1);
    QCOMPARE(company.integer(u"SELECT channel FROM attachment WHERE id = %1"_s.arg(photo)), Company::south);
    QCOMPARE(server::UploadService::sizeOf(company.connection(), device.principal(), sha256).value_or(0), 1'000);
    Handset stranger(company, "karl");
    QVERIFY(stranger.sync());
    QCOMPARE(stranger.integer("SELECT count(*) FROM attachment"), 1);
    device.damage("UPDATE content_file SET held = 1");
    company.clock.advance(std::chrono::minutes(10));
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM attachment"), 0);
    QCOMPARE(device.integer(left), 0);
}

void TestMovedVisit::keepsItsPhotosThoughSomebodyElseSignsIn()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"completed"_s);
    const QString sha256(64, u'a');
    const qint64 photo = addPhoto(device, company, visit, sha256);
    QVERIFY(device.sync());
    device.signInAs("karl"); // of the other territory
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT id FROM attachment"), photo);
    QCOMPARE(device.integer("SELECT count(*) FROM content_file WHERE present = 1 AND held = 0"), 1);
    QCOMPARE(device.integer("SELECT count(*) FROM erased_file"), 0);
    device.signInAs("jana");
    QVERIFY(device.sync());
    QCOMPARE(device.rows(), serverRows(company, {server::companyChannel, Company::nord, Company::janasChannel}));
    device.damage("UPDATE content_file SET held = 1");
    device.signInAs("karl");
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM attachment"), 0);
    QCOMPARE(device.integer("SELECT count(*) FROM erased_file"), 1);
}

void TestMovedVisit::doesNotOpenTheOtherTerritory()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"under_way"_s);
    QVERIFY(device.sync());
    company.moveCustomer(Company::south);
    QVERIFY(device.sync());
    // Without the visit, on a stranger's unit, and on the customer himself.
    device.insert("meter_reading", "asset", Company::grinder,
                  {{"asset_id", Company::grinder},
                   {"at", toInteger(company.clock.now())},
                   {"value", 3.0},
                   {"meter_exchanged", false},
                   {"implausible_confirmed", false}});
    device.edit("customer", Company::customer, {{"note", u"zu spät"_s}});
    QVERIFY(device.sync());
    QCOMPARE(device.integer(refused), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE note IS NOT NULL"_s), 0);
    QCOMPARE(device.integer("SELECT count(*) FROM customer WHERE id = 210"), 0);
    QVERIFY(device.integer("SELECT count(*) FROM visit") == 1 && visit > 0);
}

void TestMovedVisit::endsAfterAWeek()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    device.recordVisit(u"under_way"_s);
    QVERIFY(device.sync());
    company.moveCustomer(Company::south);
    QVERIFY(device.sync());
    QCOMPARE(device.integer(left), 4);
    company.clock.advance(std::chrono::days(8));
    QVERIFY(device.sync());
    QCOMPARE(device.integer(left), 0);
}

QTEST_GUILESS_MAIN(TestMovedVisit)
#include "tst_movedvisit.moc"
