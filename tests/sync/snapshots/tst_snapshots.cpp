// First sync by snapshot: what is sent, resumed, renewed, and what kills and cuts leave.
#include "sync/server/service/snapshots.h"
#include "tests/sync/snapshots/handset.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstCustomer = 10'000;
constexpr int manyCustomers = 2'600;

/// Customers in Nord with notes that do not compress to nothing: three frames or more.
void addCustomers(Company &company, int count, qint64 from = firstCustomer)
{
    QList<server::Row> rows;
    const protocol::Table &table = *protocol::findTable("customer");
    quint64 state = 1;
    for (int i = 0; i < count; ++i) {
        QString note;
        while (note.size() < 300)
            note += QString::number(state = state * 6364136223846793005 + 1442695040888963407, 36);
        rows.append({from + i,
                     Company::nord,
                     {u"Kunde %1"_s.arg(i), qint64{70}, server::Value(), server::Value(), server::Value(), note}});
    }
    const Status written = company.connection().write([&]() -> Status {
        server::ChangeLog log(company.connection(), company.clock.now());
        server::RowStore(company.connection(), log).insert(table, rows);
        log.flush();
        return {};
    });
    QVERIFY(written);
}

QList<qint64> janasChannels()
{
    return {server::companyChannel, Company::nord, Company::janasChannel};
}

} // namespace

class TestSnapshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWholeChannelsOnceEncoded();
    void resumesAfterACutAtEveryFrame();
    void tellsWhatIsToComeAndWhereItGoesOn();
    void resumesAcrossARenewedSnapshot();
    void renewsWhenTheLogHasGrown();
    void keepsARowThatMovedSinceTheSnapshot();
    void sendsOwnRowsToADatabaseThatLostThem();
    void survivesAKillAtAnyDiskCall();
    void isWholeWhenAllRowsWereHereAndOnlyIndexesMissed();
    void missesNoTriggerWhenAllChannelsComeAnew();
};

void TestSnapshots::sendsWholeChannelsOnceEncoded()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset first(company, "jana");
    QVERIFY(first.sync());
    QVERIFY(first.framesEnd.size() >= 4);
    QCOMPARE(first.rows(), serverRows(company, janasChannels()));
    const qint64 frames = company.integer(u"SELECT count(*) FROM snapshot_frame WHERE channel = 10"_s);
    QVERIFY(frames >= 3);
    QCOMPARE(company.integer(u"SELECT row_count FROM snapshot WHERE channel = 10"_s), manyCustomers + 4);
    Handset second(company, "jana");
    QVERIFY(second.sync());
    QCOMPARE(second.rows(), first.rows());
    QCOMPARE(second.schema(), first.schema());
    QCOMPARE(company.integer(u"SELECT count(*) FROM snapshot_frame WHERE channel = 10"_s), frames);
}

void TestSnapshots::resumesAfterACutAtEveryFrame()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset whole(company, "jana");
    QVERIFY(whole.sync());
    const std::vector<std::size_t> ends = whole.framesEnd;
    const std::size_t all = whole.lastDown;
    std::size_t before = 0;
    std::size_t largest = 0;
    for (const std::size_t end : ends)
        largest = std::max(largest, end - std::exchange(before, end));
    for (const std::size_t end : ends) {
        for (const std::size_t cut : {end, end - 1}) {
            Handset device(company, "jana");
            const auto round = device.sync(cut);
            QVERIFY(!round);
            QCOMPARE(round.error().code, u"answer-cut"_s);
            QVERIFY(device.sync());
            QVERIFY2(cut + device.lastDown <= all + largest + 1'000, "more than one frame was sent again");
            QCOMPARE(device.rows(), whole.rows());
            QCOMPARE(device.schema(), whole.schema());
        }
    }
}

void TestSnapshots::tellsWhatIsToComeAndWhereItGoesOn()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset device(company, "jana");
    Handset measure(company, "jana");
    QVERIFY(measure.sync());
    const std::vector<client::Progress> whole = measure.progress;
    const std::size_t rows = measure.rows().size();
    QCOMPARE(whole.front().rowsInAll, rows);
    QCOMPARE(whole.front().rows, 0U);
    QCOMPARE(whole.back().rows, rows);
    QCOMPARE(whole.back().rowsBefore, 0U);
    // Bytes are counted as they travel; between the frames stands little.
    QVERIFY(whole.back().bytes >= whole.back().bytesInAll);
    QVERIFY(whole.back().bytes < whole.back().bytesInAll + 2'000);
    const std::size_t frames = measure.framesEnd.size();
    QVERIFY(!device.sync(measure.framesEnd[frames - 2]));
    const client::Progress cut = device.progress.back();
    QVERIFY(cut.rows > 0 && cut.rows < rows);
    QVERIFY(device.sync());
    // Channels that are whole are not counted any more.
    const std::size_t there = serverRows(company, {server::companyChannel}).size();
    QCOMPARE(device.progress.front().rowsBefore, cut.rows - there);
    QCOMPARE(device.progress.front().rows, cut.rows - there);
    QCOMPARE(device.progress.front().rowsInAll, rows - there);
    QCOMPARE(device.progress.back().rows, rows - there);
    QVERIFY(device.sync());
    QVERIFY(device.progress.empty());
}

void TestSnapshots::resumesAcrossARenewedSnapshot()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset measure(company, "jana");
    QVERIFY(measure.sync());
    for (const std::size_t end : measure.framesEnd) {
        Handset device(company, "jana");
        QVERIFY(!device.sync(end));
        company.update("customer", firstCustomer, {{"name", server::Value(u"Anders %1"_s.arg(end))}});
        company.update("customer", firstCustomer + manyCustomers - 1, {{"note", server::Value(u"kurz"_s)}});
        addCustomers(company, 5, 100'000 + qint64(end));
        QVERIFY(server::Snapshots(company.connection(), company.clock).renew(Company::nord, true));
        QVERIFY(device.sync());
        QCOMPARE(device.rows(), serverRows(company, janasChannels()));
    }
}

void TestSnapshots::renewsWhenTheLogHasGrown()
{
    Company company;
    const auto seq = [&] { return company.integer(u"SELECT seq FROM snapshot WHERE channel = 10"_s); };
    Handset first(company, "jana");
    QVERIFY(first.sync());
    const qint64 old = seq();
    addCustomers(company, 100);
    Handset second(company, "jana");
    QVERIFY(second.sync());
    QCOMPARE(seq(), old);
    addCustomers(company, manyCustomers, 50'000);
    Handset third(company, "jana");
    QVERIFY(third.sync());
    QCOMPARE(seq(), old + 100 + manyCustomers);
    QCOMPARE(third.rows(), serverRows(company, janasChannels()));
    QCOMPARE(company.integer(u"SELECT count(*) FROM snapshot_content c WHERE NOT EXISTS (SELECT 1 FROM snapshot_frame "
                             "f WHERE f.sha256 = c.sha256)"_s),
             0);
}

void TestSnapshots::keepsARowThatMovedSinceTheSnapshot()
{
    Company company;
    company.update("team", 61, {{"leader_id", server::Value(qint64{102})}}); // Rolf leads both
    Handset before(company, "rolf");
    QVERIFY(before.sync());
    const Status moved = company.connection().write([&]() -> Status {
        server::ChangeLog log(company.connection(), company.clock.now());
        server::RowStore store(company.connection(), log);
        store.moveCustomer(Company::customer, Company::south);
        store.moveCustomer(Company::southCustomer, Company::nord);
        log.flush();
        return {};
    });
    QVERIFY(moved);
    Handset after(company, "rolf");
    QVERIFY(after.sync());
    QVERIFY(before.sync());
    QCOMPARE(after.rows(), before.rows());
    QCOMPARE(after.integer("SELECT channel FROM customer WHERE id = 200"), Company::south);
    QCOMPARE(after.integer("SELECT channel FROM asset WHERE id = 212"), Company::nord);
}

void TestSnapshots::sendsOwnRowsToADatabaseThatLostThem()
{
    Company company;
    Handset device(company, "jana");
    QVERIFY(device.sync()); // the snapshot is older than what follows
    const qint64 contact = device.insertContact(Company::customer, u"Frau Beispiel"_s);
    QVERIFY(device.sync());
    device.damage("DELETE FROM contact; UPDATE channel SET cursor = 0, position = ''");
    QVERIFY(device.sync());
    QCOMPARE(device.integer("SELECT max(id) FROM contact"), contact);
    QCOMPARE(device.rows(), serverRows(company, janasChannels()));
}

void TestSnapshots::survivesAKillAtAnyDiskCall()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset whole(company, "jana");
    const std::int64_t before = whole.disk.calls();
    QVERIFY(whole.sync());
    const std::int64_t calls = whole.disk.calls() - before;
    const QStringList rows = whole.rows();
    const QStringList schema = whole.schema();
    // Every call at the beginning and the end of the load, every few in between.
    const std::int64_t step = std::max<std::int64_t>(1, calls / 60);
    int killed = 0;
    for (std::int64_t call = 1; call <= calls; call += call < 20 || call > calls - 20 ? 1 : step) {
        Handset device(company, "jana");
        device.disk.faults = {.failAtCall = device.disk.calls() + call, .lasting = true, .shortWrites = true};
        killed += !device.sync();
        device.kill();
        const auto again = device.sync();
        QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
        QCOMPARE(device.rows(), rows);
        QCOMPARE(device.schema(), schema);
        QCOMPARE(device.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
    }
    QVERIFY(killed > 40);
}

void TestSnapshots::isWholeWhenAllRowsWereHereAndOnlyIndexesMissed()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const QStringList schema = device.schema();
    Handset cut(company, "jana");
    QVERIFY(!cut.sync(device.framesEnd.back())); // all but the end block
    QVERIFY(cut.schema() != schema);
    cut.kill();
    client::Engine engine(*cut.connection);
    QVERIFY(engine.finishLoad()); // without a server
    QCOMPARE(cut.schema(), schema);
}

/// As after a check by which every channel differed.
void TestSnapshots::missesNoTriggerWhenAllChannelsComeAnew()
{
    Company company;
    addCustomers(company, manyCustomers);
    Handset device(company, "jana");
    QVERIFY(device.sync());
    const char *triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'";
    const qint64 all = device.integer(triggers);
    device.damage("UPDATE channel SET cursor = 0, position = ''");
    QVERIFY(!device.sync(device.lastDown - 400)); // all but the last rows
    QCOMPARE(device.integer(triggers), all);
}

QTEST_GUILESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
