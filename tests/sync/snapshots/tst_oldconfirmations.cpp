// Confirmations of operations do not pile up on a handheld, and what is left is enough for a restored server.
#include "sync/client/limits.h"
#include "tests/sync/snapshots/backup.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

const char *all = "SELECT count(*) FROM receipt";

void grow(Company &company)
{
    company.clock.advance(client::limits::receiptKept + std::chrono::days(1));
}

/// The day's comparison with the server's sums, at which they are looked through.
void compare(Handset &device)
{
    const auto done = device.sync({}, true);
    QVERIFY(done && done->checked);
}

} // namespace

class TestOldConfirmations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstAndTheLastOfARecordStay();
    void thoseOfRowsThatAreGoneGo();
    void aRestoredServerGetsEveryConfirmedEditAllTheSame();
};

void TestOldConfirmations::theFirstAndTheLastOfARecordStay()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 contact = device.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(device.sync());
    const qint64 first = device.integer("SELECT min(seq) FROM receipt");
    for (const QString &phone : {u"1"_s, u"2"_s, u"3"_s}) {
        device.edit("contact", contact, {{"phone", phone}});
        QVERIFY(device.sync());
    }
    const qint64 last = device.integer("SELECT max(seq) FROM receipt");
    QCOMPARE(device.integer(all), 4);
    compare(device);
    QCOMPARE(device.integer(all), 4);
    grow(company);
    compare(device);
    QCOMPARE(device.integer(all), 2);
    QCOMPARE(device.integer("SELECT min(seq) FROM receipt"), first);
    QCOMPARE(device.integer("SELECT max(seq) FROM receipt"), last);
    // However long a record is edited.
    for (int month = 0; month < 3; ++month) {
        for (int day = 0; day < 3; ++day) {
            device.edit("contact", contact, {{"phone", u"%1-%2"_s.arg(month).arg(day)}});
            QVERIFY(device.sync());
        }
        grow(company);
        compare(device);
        QCOMPARE(device.integer(all), 2);
    }
}

void TestOldConfirmations::thoseOfRowsThatAreGoneGo()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    device.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(device.sync());
    const Status moved = company.connection().write([&]() -> Status {
        server::ChangeLog log(company.connection(), company.clock.now());
        server::RowStore(company.connection(), log).moveCustomer(Company::customer, Company::south);
        log.flush();
        return {};
    });
    QVERIFY(moved);
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT count(*) FROM contact WHERE name = 'Frau Muster'"), 0);
    compare(device);
    QCOMPARE(device.integer(all), 1);
    grow(company);
    compare(device);
    QCOMPARE(device.integer(all), 0);
}

void TestOldConfirmations::aRestoredServerGetsEveryConfirmedEditAllTheSame()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    Backup backup(company);
    for (const QString &phone : {u"1"_s, u"2"_s, u"3"_s}) {
        device.edit("customer", Company::customer, {{"phone", phone}});
        QVERIFY(device.sync());
    }
    const qint64 contact = device.insertContact(Company::customer, u"Frau Muster"_s);
    QVERIFY(device.sync());
    grow(company);
    compare(device);
    backup.restore(7);
    QVERIFY(device.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact WHERE id = %1"_s.arg(contact)), 1);
    QCOMPARE(device.integer("SELECT count(*) FROM conflict WHERE name = 'phone' AND mine = '3'"), 1);
}

QTEST_GUILESS_MAIN(TestOldConfirmations)
#include "tst_oldconfirmations.moc"
