// Counts and checksums: both ends agree after any edits, and a device that differs repairs itself.
#include "sync/client/completeness.h"
#include "sync/protocol/codec.h"
#include "sync/server/service/snapshots.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>
#include <random>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

QList<qint64> janasChannels()
{
    return {server::companyChannel, Company::nord, Company::janasChannel};
}

protocol::RowSum serverSum(Company &company, qint64 channel)
{
    protocol::RowSum sum;
    const Status read = company.connection().read([&]() -> Status {
        sum = server::ChannelRows(company.connection()).sum(channel);
        return {};
    });
    return read ? sum : protocol::RowSum{-1, 0};
}

} // namespace

class TestCompleteness : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hashesAsTheSpecificationSays();
    void sumsEveryValueAlikeOnBothEnds();
    void agreesAfterRandomEdits();
    void looksThroughEditsThatWait();
    void repairsADamagedDevice_data();
    void repairsADamagedDevice();
    void asksOnceADay();
    void repairsAChannelThatLacksAChangedRow();
};

void TestCompleteness::hashesAsTheSpecificationSays()
{
    QCOMPARE(protocol::xxh64(""), 0xEF46DB3751D8E999ULL);
    QCOMPARE(protocol::xxh64("a"), 0xD24EC4F1A98C6E5BULL);
    QCOMPARE(protocol::xxh64("abc"), 0x44BC2CF5AD770999ULL);
    QCOMPARE(protocol::xxh64("Nobody inspects the spammish repetition"), 0xFBCEA83C8A378BF1ULL);
}

void TestCompleteness::sumsEveryValueAlikeOnBothEnds()
{
    Company company;
    company.insert("life_model", 900, server::companyChannel,
                   {{"product_id", 301LL}, {"version", 1LL}, {"parameters", QByteArray("\0\1\2\xff", 4)}});
    company.insert("life_model", 901, server::companyChannel,
                   {{"product_id", 301LL}, {"version", 2LL}, {"parameters", QByteArray("")}});
    company.update("customer", Company::customer, {{"note", u"Übergröße ☕ \U0001F600"_s}, {"email", u""_s}});
    company.update("site", Company::site, {{"latitude", -0.0}, {"longitude", 1e-300}});
    Handset device(company, "jana");
    QVERIFY(device.sync());
    auto here = client::Completeness(device.connection->handle()).sums();
    for (const qint64 channel : {server::companyChannel, Company::nord}) {
        QCOMPARE(here[channel].rows, serverSum(company, channel).rows);
        QCOMPARE(here[channel].sum, serverSum(company, channel).sum);
    }
    QVERIFY(here[Company::nord].sum != here[server::companyChannel].sum);
}

void TestCompleteness::agreesAfterRandomEdits()
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Company company;
        Handset jana(company, "jana", seed);
        Handset rolf(company, "rolf", seed + 100);
        QVERIFY(jana.sync());
        QVERIFY(rolf.sync());
        std::mt19937_64 generator(seed);
        const auto below = [&](std::uint64_t limit) { return generator() % limit; };
        for (int step = 0; step < 30; ++step) {
            Handset &who = below(2) == 0 ? jana : rolf;
            const QString text = u"%1"_s.arg(below(1'000'000));
            switch (below(5)) {
            case 0:
                who.edit("customer", Company::customer, {{"note", text}});
                break;
            case 1:
                who.edit("customer", Company::customer, {{"phone", text}});
                break;
            case 2:
                who.insertContact(Company::customer, text);
                break;
            case 3:
                company.update("customer", Company::customer, {{"email", text}});
                break;
            default:
                QVERIFY(who.sync());
            }
        }
        for (Handset *device : {&jana, &rolf}) {
            const auto round = device->sync({}, true);
            QVERIFY(round);
            QVERIFY(round->checked);
            QVERIFY2(round->repaired.empty(), qPrintable(u"seed %1"_s.arg(seed)));
            QVERIFY(round->stillDiffering.empty());
        }
    }
}

void TestCompleteness::looksThroughEditsThatWait()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const auto before = client::Completeness(device.connection->handle()).sums();
    device.edit("customer", Company::customer, {{"note", u"neu"_s}, {"phone", u"1"_s}});
    device.edit("customer", Company::customer, {{"note", u"neuer"_s}});
    device.insertContact(Company::customer, u"Frau Neu"_s);
    QCOMPARE(client::Completeness(device.connection->handle()).sums(), before);
}

void TestCompleteness::repairsADamagedDevice_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("row lost") << QByteArray("DELETE FROM site WHERE id = 201");
    QTest::newRow("field changed") << QByteArray("UPDATE asset SET serial = 'X' WHERE id = 202");
    QTest::newRow("row too many") << QByteArray("INSERT INTO segment (id, channel, name) VALUES (999, 1, 'Geist')");
    QTest::newRow("everything lost") << QByteArray("DELETE FROM asset; DELETE FROM site; DELETE FROM customer");
    QTest::newRow("other channel") << QByteArray("UPDATE customer SET channel = 1 WHERE id = 200");
}

void TestCompleteness::repairsADamagedDevice()
{
    QFETCH(const QByteArray, damage);
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const qint64 confirmed = device.insertContact(Company::customer, u"Frau Alt"_s);
    QVERIFY(device.sync());
    device.damage(damage.constData());
    device.edit("appointment", Company::appointment, {{"note", u"wartet"_s}});
    const auto round = device.sync({}, true);
    QVERIFY2(round, round ? "" : qPrintable(round.error().toString()));
    QVERIFY(!round->repaired.empty());
    QVERIFY(round->stillDiffering.empty());
    QCOMPARE(device.rows(), serverRows(company, janasChannels()));
    QCOMPARE(device.integer("SELECT count(*) FROM contact"), 1);
    QCOMPARE(device.integer("SELECT id FROM contact"), confirmed);
    QCOMPARE(company.integer(u"SELECT count(*) FROM appointment WHERE note = 'wartet'"_s), 1);
    QVERIFY(company.integer(u"SELECT count(*) FROM repair_report"_s) >= 1);
    const auto after = device.sync({}, true);
    QVERIFY(after && after->checked && after->repaired.empty());
}

void TestCompleteness::asksOnceADay()
{
    Company company;
    Handset device(company, "jana");
    const auto isDue = [&] { return client::Engine(*device.connection).isCheckDue().value(); };
    QVERIFY(!isDue()); // there is nothing yet
    const auto first = device.sync();
    QVERIFY(first && !first->checked);
    QVERIFY(isDue());
    const auto compared = device.sync({}, true);
    QVERIFY(compared && compared->checked);
    QVERIFY(!isDue());
    company.clock.advance(std::chrono::hours(24));
    QVERIFY(isDue());
    company.clock.advance(-std::chrono::hours(48));
    QVERIFY(isDue()); // a clock that was wrong must not put it off
}

void TestCompleteness::repairsAChannelThatLacksAChangedRow()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync());
    device.damage("DELETE FROM customer WHERE id = 200");
    company.update("customer", Company::customer, {{"note", u"neu"_s}});
    const auto round = device.sync();
    QVERIFY(round);
    QCOMPARE(round->repaired, std::vector<qint64>{Company::nord});
    QCOMPARE(device.rows(), serverRows(company, janasChannels()));
    QCOMPARE(company.integer(u"SELECT count(*) FROM repair_report"_s), 1);
}

QTEST_GUILESS_MAIN(TestCompleteness)
#include "tst_completeness.moc"
