// A backup is restored that does not know a handheld's number: the handheld takes it up again, or gets another one.
#include "tests/sync/snapshots/backup.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 generation = 7;

qint64 rangeOf(qint64 row)
{
    return row >> idCounterBits;
}

qint64 find(Handset &device, Company &company, qint64 visit, const QString &what)
{
    return device.insert(
        "finding", "customer", Company::customer,
        {{"asset_id", Company::grinder}, {"visit_id", visit}, {"what", what}, {"at", toInteger(company.clock.now())}});
}

/// A backup of a company that has given out numbers before, and so has its secret; time goes on after it.
Backup backedUp(Company &company)
{
    const Handset other(company, "karl", 2);
    Backup backup(company);
    company.clock.advance(std::chrono::seconds(1));
    return backup;
}

const QList<qint64> janas{1, Company::nord, Company::janasChannel};

} // namespace

class TestLostNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCertificateBringsTheNumberBack();
    void withoutOneNothingIsLostUnderANewNumber();
    void aSessionFromTheBackupIsOfferedANewNumber();
    void aFormerNumberThatIsNotKnownAnyMoreCostsNothing();
    void anAppOfBeforeMendsItselfOnceItIsUpdated();
};

void TestLostNumbers::theCertificateBringsTheNumberBack()
{
    Company company;
    Backup backup = backedUp(company);
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 number = device.principal().replica;
    const qint64 visit = device.recordVisit(u"under_way"_s);
    QVERIFY(device.sync());
    backup.restore(generation);
    device.signIn();
    QCOMPARE(device.principal().replica, number);
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT max(id) FROM visit"_s), visit);
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(device.rows(), serverRows(company, janas));
}

void TestLostNumbers::withoutOneNothingIsLostUnderANewNumber()
{
    Company company;
    Backup backup = backedUp(company);
    Handset device(company, "jana");
    device.knowsCertificates = false;
    QVERIFY(device.sync());
    const qint64 number = device.principal().replica;
    const qint64 visit = device.recordVisit(u"under_way"_s);
    find(device, company, visit, u"confirmed"_s);
    device.edit("customer", Company::customer, {{"phone", u"0170"_s}});
    QVERIFY(device.sync());
    device.edit("visit", visit, {{"summary", u"Mahlscheiben stumpf"_s}});
    find(device, company, visit, u"waiting"_s);
    backup.restore(generation);
    device.signIn();
    const qint64 fresh = device.principal().replica;
    QVERIFY(fresh != number);
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit WHERE summary = 'Mahlscheiben stumpf'"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM finding f JOIN visit v ON v.id = f.visit_id"_s), 2);
    QCOMPARE(rangeOf(company.integer(u"SELECT min(id) FROM visit"_s)), fresh);
    QCOMPARE(rangeOf(company.integer(u"SELECT min(id) FROM finding"_s)), fresh);
    QCOMPARE(device.integer("SELECT count(*) FROM conflict WHERE name = 'phone' AND mine = '0170'"), 1);
    QCOMPARE(device.rows(), serverRows(company, janas));
}

void TestLostNumbers::aSessionFromTheBackupIsOfferedANewNumber()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    const qint64 session = device.principal().replica;
    // The handheld itself is set back, and gets another number, which the backup does not know.
    const auto sequence = [&] { return device.integer("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"); };
    const qint64 contact = device.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(device.sync());
    device.damage("UPDATE device SET value = 0 WHERE key = 'receipted'");
    QVERIFY(sequence() > 0);
    QVERIFY(device.sync());
    const qint64 lost = device.integer("SELECT value FROM device WHERE key = 'replica'");
    QVERIFY(lost != session);
    const qint64 visit = device.recordVisit(u"under_way"_s);
    QVERIFY(device.sync());
    QCOMPARE(rangeOf(visit), lost);
    for (const bool knows : {true, false}) {
        backup.restore(generation + (knows ? 0 : 1));
        device.knowsCertificates = knows;
        QVERIFY(device.sync());
        QCOMPARE(device.integer("SELECT value FROM device WHERE key = 'replica'") == lost, knows);
        QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
        QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 1);
        QCOMPARE(company.integer(u"SELECT count(*) FROM visit WHERE id = %1"_s.arg(visit)), knows ? 1 : 0);
        QCOMPARE(company.integer(u"SELECT count(*) FROM contact WHERE id = %1"_s.arg(contact)), 1);
        QCOMPARE(device.rows(), serverRows(company, janas));
    }
}

void TestLostNumbers::aFormerNumberThatIsNotKnownAnyMoreCostsNothing()
{
    Company company;
    Backup backup = backedUp(company);
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 visit = device.recordVisit(u"under_way"_s);
    find(device, company, visit, u"confirmed"_s);
    QVERIFY(device.sync());
    // Set back: what it has is of its former number from now on, of which it has no certificate any more.
    device.damage("UPDATE device SET value = 0 WHERE key = 'receipted'");
    QVERIFY(device.sync());
    device.signIn();
    const qint64 number = device.principal().replica;
    QVERIFY(number != rangeOf(visit));
    backup.restore(generation);
    device.signIn();
    QCOMPARE(device.principal().replica, number);
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM finding f JOIN visit v ON v.id = f.visit_id"_s), 1);
    QCOMPARE(rangeOf(company.integer(u"SELECT max(id) FROM visit"_s)), number);
    QCOMPARE(device.rows(), serverRows(company, janas));
}

/// An app of before leaves what was refused in quarantine, where a person sees it.
void TestLostNumbers::anAppOfBeforeMendsItselfOnceItIsUpdated()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 contact = device.insertContact(Company::customer, u"Frau Muster"_s);
    // As such an app has it: an id of a number that the server does not know, refused for it.
    device.damage("UPDATE contact SET id = (99 << 32) | 1 WHERE name = 'Frau Muster'");
    device.damage("UPDATE outbox SET row = (99 << 32) | 1, state = 2, reason = 'foreign-id: not of its range'");
    device.damage("UPDATE search SET rowid = (99 << 32) | 1 WHERE title = 'Frau Muster'");
    device.edit("customer", Company::customer, {{"phone", u"0170"_s}});
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact WHERE name = 'Frau Muster'"_s), 1);
    QCOMPARE(rangeOf(company.integer(u"SELECT max(id) FROM contact"_s)), rangeOf(contact));
    QCOMPARE(device.rows(), serverRows(company, janas));
}

QTEST_GUILESS_MAIN(TestLostNumbers)
#include "tst_lostnumbers.moc"
