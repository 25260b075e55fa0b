// What is kept of an erased customer lies in a channel that nobody reads: also not the office, which reads all
// territories; no snapshot of a channel that he was in before has him, also when he only moved; nothing brings words
// about him back.
#include "sync/server/service/erasure.h"
#include "sync/server/store/snapshotstore.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

class TestErasedChannel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void nobodyReadsIt_data();
    void nobodyReadsIt();
    void noSnapshotHasHim();
    void noSnapshotShowsWhoMovedAway();
    void decisionBringsNoWordsBack();
};

void TestErasedChannel::nobodyReadsIt_data()
{
    QTest::addColumn<QString>("login");
    for (const char *login : {"jana", "karl", "rolf", "petra", "sales", "dispatch", "admin"})
        QTest::newRow(login) << QString::fromLatin1(login);
}

void TestErasedChannel::nobodyReadsIt()
{
    QFETCH(const QString, login);
    Company company(freshLocation());
    const server::Erasure erasure(company.clock, server::ContentStore(company.directory() + u"/content"_s),
                                  company.directory() + u"/uploads"_s);
    QVERIFY(erasure.erase(company.connection(), Company::customer, u"request"_s, {}, false));
    const qint64 channel = company.integer(u"SELECT channel FROM customer WHERE id = %1"_s.arg(Company::customer));
    Handheld person(company, login.toStdString());
    const Handheld::Answer answer = person.sync();
    for (const protocol::ChannelInfo &told : answer.control.channels)
        QVERIFY(told.id != channel);
    for (const char *table : {"customer", "site", "asset"}) {
        for (const qint64 id : answer.ids(table, protocol::BatchKind::Rows))
            QVERIFY2(id != Company::customer && id != Company::site && id != Company::grinder, table);
    }
    // Nothing is written into it either.
    const qint64 edit = person.update("customer", Company::customer, {{"phone", u"0123"_s}}, {{"phone", u"0170"_s}});
    QVERIFY(person.sync().receipt(edit));
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE phone = '0170'"_s), 0);
}

void TestErasedChannel::noSnapshotHasHim()
{
    Company company(freshLocation());
    Handheld(company, "jana").sync();
    const QString snapshots =
        u"SELECT count(*) FROM snapshot WHERE channel IN (%1, %2)"_s.arg(Company::nord).arg(Company::south);
    QCOMPARE(company.integer(snapshots), 1);
    company.moveCustomer(Company::south);
    for (const char *login : {"jana", "karl"})
        Handheld(company, login).sync();
    QCOMPARE(company.integer(snapshots), 2);
    const server::Erasure erasure(company.clock, server::ContentStore(company.directory() + u"/content"_s),
                                  company.directory() + u"/uploads"_s);
    QVERIFY(erasure.erase(company.connection(), Company::customer, u"request"_s, {}, false));
    QCOMPARE(company.integer(snapshots), 0);
}

void TestErasedChannel::noSnapshotShowsWhoMovedAway()
{
    Company company(freshLocation());
    Handheld(company, "jana").sync();
    const qint64 before = company.integer(u"SELECT head FROM channel WHERE id = %1"_s.arg(Company::nord));
    company.moveCustomer(Company::south);
    // Nor is one kept that was read before he moved.
    QVERIFY(company.connection().write([&]() -> Status {
        server::SnapshotStore store(company.connection());
        store.put(Company::nord, {before, {}}, {}, company.clock.now());
        return store.find(Company::nord) ? fail(Domain::Storage, u"kept") : Status();
    }));
    const Handheld::Answer first = Handheld(company, "jana").sync();
    for (const char *table : {"customer", "site", "asset"}) {
        QCOMPARE(first.ids(table, protocol::BatchKind::Rows), std::vector<qint64>());
        QCOMPARE(first.ids(table, protocol::BatchKind::Deletions), std::vector<qint64>());
    }
}

void TestErasedChannel::decisionBringsNoWordsBack()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    Handheld rolf(company, "rolf");
    std::ignore = jana.visitWithReferral(u"due"_s, false);
    jana.sync();
    rolf.sync();
    const server::Erasure erasure(company.clock, server::ContentStore(company.directory() + u"/content"_s),
                                  company.directory() + u"/uploads"_s);
    QVERIFY(erasure.erase(company.connection(), Company::customer, u"request"_s, {}, false));
    // Decided before the handheld has heard of it.
    const qint64 id = rolf.mint();
    const qint64 sequence = rolf.insert("bonus_decision", id,
                                        {{"entry_id", company.integer(u"SELECT id FROM bonus_entry"_s)},
                                         {"decision", text("decline")},
                                         {"reason", text("Herr Zacharias")},
                                         {"staff_id", 102LL},
                                         {"at", 5LL}});
    const Handheld::Answer answer = rolf.sync();
    QVERIFY(answer.applied(sequence));
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_entry WHERE kind = 'declined'"_s), 1);
    for (const char *table : {"bonus_decision", "bonus_entry", "referral_event"})
        QCOMPARE(company.integer(u"SELECT count(*) FROM %1 WHERE reason IS NOT NULL AND reason <> ''"_s.arg(
                     QLatin1StringView(table))),
                 0);
    // Who decided loses the words too.
    QCOMPARE(answer.ids("bonus_decision", protocol::BatchKind::Fields), std::vector<qint64>{id});
    QCOMPARE(company.faults(), QStringList());
}

QTEST_GUILESS_MAIN(TestErasedChannel)
#include "tst_erasedchannel.moc"
