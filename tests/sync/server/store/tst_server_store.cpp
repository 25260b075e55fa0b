#include "sync/server/store/channelstore.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/migrations.h"
#include "sync/server/store/operationstore.h"
#include "sync/server/store/overview.h"
#include "sync/server/store/snapshotstore.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <thread>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::server;
using namespace turnus::tests;
using turnus::protocol::ColumnType;

namespace {

struct SchemaColumn
{
    QString name;
    QString type;
    bool nullable;
    bool operator==(const SchemaColumn &) const = default;
};

QString typeIn(Engine engine, ColumnType type)
{
    const bool sqlite = engine == Engine::Sqlite;
    switch (type) {
    case ColumnType::Real:
        return sqlite ? u"REAL"_s : u"double precision"_s;
    case ColumnType::Text:
        return sqlite ? u"TEXT"_s : u"text"_s;
    case ColumnType::Blob:
        return sqlite ? u"BLOB"_s : u"bytea"_s;
    default:
        return sqlite ? u"INTEGER"_s : u"bigint"_s;
    }
}

QList<SchemaColumn> columnsIn(Connection &connection, const QString &table)
{
    QList<SchemaColumn> columns;
    const QString sql = connection.engine() == Engine::Sqlite
                            ? u"SELECT name, type, \"notnull\" = 0 AND pk = 0 FROM pragma_table_info(?) ORDER BY cid"_s
                            : u"SELECT column_name, data_type, CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END FROM "
                              "information_schema.columns WHERE table_schema = current_schema() AND table_name = ? "
                              "ORDER BY ordinal_position"_s;
    Statement row(connection, sql, table);
    while (row.next())
        columns.append({row.text(0), row.text(1), row.integer(2) != 0});
    return columns;
}

} // namespace

class TestServerStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void schemaIsWhatTheProtocolDescribes();
    void newerSchemaIsRefusedAndLeftAlone();
    void foreignDatabaseIsRefused();
    void sumsOfOtherColumnsAreWorthNothing();
    void aLeadSaysThatItsCustomerComplains();
    void failedWorkLeavesNothing();
    void whatIsRefusedShowsNoValues();
    void nestedFailureLeavesTheRest();
    void valuesComeBackAsTheyWere();
    void everyChangeIsInTheLogOnce();
    void cursorHasNoGapsUnderConcurrentWriters();
    void idsAreNeverGivenTwice();
    void movedCustomerLeavesOneChannelAndEntersTheOther();
    void appliedNumbersAreKeptAsRanges();
    void theLogIsFoldedWhenItHasGrown();
    void aTextIsOneStatement();
};

void TestServerStore::schemaIsWhatTheProtocolDescribes()
{
    Company company(freshLocation());
    Connection &connection = company.connection();
    QVERIFY(connection.read([&]() -> Status {
        for (const protocol::Table &table : protocol::tables()) {
            QList<SchemaColumn> expected{{u"id"_s, typeIn(connection.engine(), ColumnType::Id), false},
                                         {u"channel"_s, typeIn(connection.engine(), ColumnType::Id), false}};
            for (const protocol::Column &column : table.columns)
                expected.append({named(column.name), typeIn(connection.engine(), column.type), column.nullable});
            const QList<SchemaColumn> actual = columnsIn(connection, named(table.name));
            if (actual != expected)
                return fail(Domain::Storage, u"schema", named(table.name));
        }
        return {};
    }));
}

void TestServerStore::newerSchemaIsRefusedAndLeftAlone()
{
    Company company(freshLocation());
    QVERIFY(company.connection().write([&]() -> Status {
        run(company.connection(), u"UPDATE meta SET value = ? WHERE key = 'schema'"_s, migrations::current() + 1);
        return {};
    }));
    const auto opened = Connection::open(company.database());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"file-newer"_s);
    QCOMPARE(company.integer(u"SELECT value FROM meta WHERE key = 'schema'"_s), migrations::current() + 1);
}

void TestServerStore::foreignDatabaseIsRefused()
{
    Company company(freshLocation());
    QVERIFY(company.connection().write([&]() -> Status {
        company.connection().execute(u"DROP TABLE full_pull"_s);
        company.connection().execute(u"DROP TABLE change"_s);
        return {};
    }));
    const auto opened = Connection::open(company.database());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"not-turnus"_s);
}

void TestServerStore::sumsOfOtherColumnsAreWorthNothing()
{
    Company company(freshLocation());
    const auto opened = [&](const QString &before) {
        const bool done = company.connection()
                              .write([&]() -> Status {
                                  company.connection().execute(before);
                                  SnapshotStore snapshots(company.connection());
                                  snapshots.put(Company::nord, {5, {3, 7}}, {}, company.clock.now());
                                  return {};
                              })
                              .has_value();
        return done && Connection::open(company.database()).has_value();
    };
    const QString kept = u"SELECT (SELECT count(*) FROM channel_sum) + (SELECT count(*) FROM snapshot)"_s;
    // As a program of before left them, which knew of no description, and as another one did.
    for (const QString &before : {u"DELETE FROM meta WHERE key = 'description'"_s,
                                  u"UPDATE meta SET value = value + 1 WHERE key = 'description'"_s}) {
        QVERIFY(opened(before));
        QCOMPARE(company.integer(kept), 0);
    }
    QVERIFY(opened(u"UPDATE meta SET value = value WHERE key = 'description'"_s));
    QCOMPARE(company.integer(kept), 2);
}

void TestServerStore::aLeadSaysThatItsCustomerComplains()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.visitWithReferral(u"due"_s, true);
    jana.sync();
    const auto complaint = [&] {
        Listing leads;
        if (!company.connection().read([&]() -> Status {
                leads = Overview(company.connection()).list(u"referrals"_s, u"jana"_s, 10);
                return {};
            }))
            return QString();
        const qsizetype column = leads.columns.indexOf(u"complaint"_s);
        return leads.rows.size() == 1 ? textOf(leads.rows.front().at(column)) : QString();
    };
    QCOMPARE(complaint(), u"none"_s);
    // Another customer's does not count.
    for (const auto &[id, channel, customer] :
         {std::tuple(980, Company::south, Company::southCustomer), std::tuple(981, Company::nord, Company::customer),
          std::tuple(982, Company::nord, Company::customer)}) {
        QCOMPARE(complaint(), id < 982 ? u"none"_s : u"open"_s);
        company.insert(
            "complaint", id, channel,
            {{"customer_id", customer}, {"technician_id", Company::jana}, {"what", u"Zu laut"_s}, {"opened", 5LL}});
    }
    company.update("complaint", 981, {{"settled", 9LL}, {"settlement", u"Gedämmt"_s}});
    QCOMPARE(complaint(), u"open"_s);
    company.update("complaint", 982, {{"settled", 9LL}, {"settlement", u"Gedämmt"_s}});
    QCOMPARE(complaint(), u"none"_s);
}

void TestServerStore::failedWorkLeavesNothing()
{
    Company company(freshLocation());
    Connection &connection = company.connection();
    const qint64 before = company.integer(u"SELECT count(*) FROM segment"_s);
    const auto insert = [&] { run(connection, u"INSERT INTO segment (id, channel, name) VALUES (71, 1, 'x')"_s); };
    const Status refused = connection.write([&]() -> Status {
        insert();
        return fail(Domain::Input, u"no"_s);
    });
    QCOMPARE(refused.error().code, u"no"_s);
    const Status doubled = connection.write([&]() -> Status {
        insert();
        insert();
        return {};
    });
    QCOMPARE(doubled.error().code, u"constraint"_s);
    const Status dangling = connection.write([&]() -> Status {
        run(connection, u"INSERT INTO contact (id, channel, customer_id, name) VALUES (72, 10, 9999, 'x')"_s);
        return {};
    });
    QCOMPARE(dangling.error().code, u"constraint"_s);
    QCOMPARE(company.integer(u"SELECT count(*) FROM segment"_s), before);
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact"_s), 0);
    QVERIFY(connection.write([&]() -> Status {
        insert();
        return {};
    }));
    QCOMPARE(company.integer(u"SELECT count(*) FROM segment"_s), before + 1);
}

void TestServerStore::whatIsRefusedShowsNoValues()
{
    Company company(freshLocation());
    Connection &connection = company.connection();
    const QString secret = u"Jana \"Geheim\"\nMuster"_s;
    const auto refused = [&](const char *code, const QString &sql, const auto &...values) {
        const Status done = connection.write([&]() -> Status {
            run(connection, sql, values...);
            return {};
        });
        const QString said = done ? u"not refused"_s : done.error().toString();
        for (const char *value : {"Jana", "Geheim", "Muster", "4711", "DETAIL", "EXECUTE"}) {
            if (said.contains(QLatin1StringView(value)))
                return said;
        }
        return done || done.error().code != QLatin1StringView(code) ? said : QString();
    };
    const QString segment = u"INSERT INTO segment (id, channel, name) VALUES (?, 1, ?)"_s;
    QCOMPARE(refused("constraint", segment, 71, Value()), QString());
    QCOMPARE(refused("constraint", segment + u", (?, 1, 'x')"_s, 4711, secret, 4711), QString());
    QCOMPARE(refused("constraint", u"INSERT INTO contact (id, channel, customer_id, name) VALUES (72, 10, ?, ?)"_s,
                     4711, secret),
             QString());
    QCOMPARE(refused("sql", segment, secret, secret), QString());
}

void TestServerStore::nestedFailureLeavesTheRest()
{
    Company company(freshLocation());
    Connection &connection = company.connection();
    const auto insert = [&](qint64 id) {
        run(connection, u"INSERT INTO segment (id, channel, name) VALUES (?, 1, 'x')"_s, id);
    };
    QVERIFY(connection.write([&]() -> Status {
        insert(71);
        const Status inner = connection.nested([&]() -> Status {
            insert(72);
            insert(71);
            return {};
        });
        if (inner || inner.error().code != "constraint"_L1)
            return fail(Domain::Input, u"not refused"_s);
        insert(73);
        return {};
    }));
    QCOMPARE(company.integer(u"SELECT count(*) FROM segment WHERE id IN (71, 73)"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM segment WHERE id = 72"_s), 0);
}

void TestServerStore::valuesComeBackAsTheyWere()
{
    Company company(freshLocation());
    const QByteArray bytes("\0\x01\xff'\\x", 6);
    company.insert("life_model", 900, 1, {{"product_id", 301LL}, {"version", 2LL}, {"parameters", bytes}});
    const QString text = u"Größe ? 'x' \\ \"y\"\n€ 🛠"_s;
    company.update("customer", Company::customer, {{"note", text}, {"email", QString(u""_s)}, {"phone", Value()}});
    company.update("site", Company::site, {{"latitude", 0.1 + 0.2}, {"longitude", -179.123456789012}});
    QVERIFY(company.connection().write([&]() -> Status {
        ChangeLog log(company.connection(), company.clock.now());
        RowStore rows(company.connection(), log);
        const auto model = rows.find(*protocol::findTable("life_model"), 900);
        const auto customer = rows.find(*protocol::findTable("customer"), Company::customer);
        const auto site = rows.find(*protocol::findTable("site"), Company::site);
        const auto of = [](const char *table, const Row &row, const char *column) {
            return row.values.at(protocol::columnIndex(*protocol::findTable(table), column));
        };
        const bool same = of("life_model", *model, "parameters") == Value(bytes) &&
                          of("customer", *customer, "note") == Value(text) &&
                          of("customer", *customer, "email") == Value(QString(u""_s)) &&
                          isNull(of("customer", *customer, "phone")) &&
                          of("site", *site, "latitude") == Value(0.1 + 0.2) &&
                          of("site", *site, "longitude") == Value(-179.123456789012);
        return same ? Status() : fail(Domain::Storage, u"different"_s);
    }));
    for (const Value &value : {Value(), Value(qint64{-42}), Value(0.1), Value(text), Value(bytes)})
        QCOMPARE(fromTagged(toTagged(value)), value);
}

void TestServerStore::everyChangeIsInTheLogOnce()
{
    Company company(freshLocation());
    const qint64 head = company.integer(u"SELECT head FROM channel WHERE id = 10"_s);
    QCOMPARE(head, company.integer(u"SELECT count(*) FROM change WHERE channel = 10"_s));
    company.update("customer", Company::customer, {{"note", QString(u"neu"_s)}, {"phone", Value()}});
    QCOMPARE(company.integer(u"SELECT head FROM channel WHERE id = 10"_s), head + 1);
    const auto &table = *protocol::findTable("customer");
    const qint64 mask = (1LL << protocol::columnIndex(table, "note")) | (1LL << protocol::columnIndex(table, "phone"));
    QCOMPARE(company.integer(u"SELECT mask FROM change WHERE channel = 10 AND seq = %1"_s.arg(head + 1)), mask);
}

void TestServerStore::cursorHasNoGapsUnderConcurrentWriters()
{
    Company company(freshLocation());
    const qint64 start = company.integer(u"SELECT head FROM channel WHERE id = 10"_s);
    constexpr int writers = 4;
    constexpr int rounds = 25;
    std::atomic<int> running = writers;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    threads.reserve(writers);
    for (int writer = 0; writer < writers; ++writer) {
        threads.emplace_back([&, writer] {
            auto connection = Connection::open(company.database());
            for (int round = 0; connection && round < rounds; ++round) {
                const Status done = (*connection)->write([&]() -> Status {
                    ChangeLog log(**connection, company.clock.now());
                    RowStore rows(**connection, log);
                    const qint64 id = Meta(**connection).takeIds(2);
                    // Two channels in both orders, so that careless locking would meet itself.
                    const QList<qint64> channels = writer % 2 ? QList<qint64>{10, 11} : QList<qint64>{11, 10};
                    for (int i = 0; i < 2; ++i)
                        log.record(
                            {channels.at(i), protocol::findTable("customer"), id + i, ChangeKind::Updated, 1, {}});
                    log.flush();
                    return {};
                });
                failures += done ? 0 : 1;
            }
            failures += connection ? 0 : 1;
            --running;
        });
    }
    // What a reader has passed never gets company afterwards.
    qint64 cursor = start;
    qint64 seen = 0;
    bool gap = false;
    while (!gap && (running > 0 || seen < writers * rounds)) {
        const Status read = company.connection().read([&]() -> Status {
            Statement change(company.connection(),
                             u"SELECT seq FROM change WHERE channel = 10 AND seq > ? ORDER BY seq"_s, cursor);
            while (change.next()) {
                gap = gap || change.integer(0) != cursor + 1;
                cursor = change.integer(0);
                ++seen;
            }
            return {};
        });
        if (!read || failures > 0)
            break;
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QVERIFY(!gap);
    QCOMPARE(seen, writers * rounds);
    QCOMPARE(company.integer(u"SELECT head FROM channel WHERE id = 10"_s), start + writers * rounds);
}

void TestServerStore::idsAreNeverGivenTwice()
{
    Company company(freshLocation());
    QSet<qint64> given;
    std::mutex mutex;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            auto connection = Connection::open(company.database());
            for (int round = 0; connection && round < 20; ++round) {
                const Status done = (*connection)->write([&]() -> Status {
                    const qint64 first = Meta(**connection).takeIds(3);
                    const std::lock_guard lock(mutex);
                    given.unite({first, first + 1, first + 2});
                    return {};
                });
                if (!done)
                    return;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(given.size(), 4 * 20 * 3);
    QVERIFY(std::ranges::all_of(given, [](qint64 id) { return id >> idCounterBits == 0; }));
}

void TestServerStore::movedCustomerLeavesOneChannelAndEntersTheOther()
{
    Company company(freshLocation());
    company.insert("meter_reading", 901, Company::nord,
                   {{"asset_id", Company::grinder},
                    {"at", 5LL},
                    {"value", 1.0},
                    {"meter_exchanged", 0LL},
                    {"implausible_confirmed", 0LL}});
    QVERIFY(company.connection().write([&]() -> Status {
        ChangeLog log(company.connection(), company.clock.now());
        RowStore(company.connection(), log).moveCustomer(Company::customer, Company::south);
        log.flush();
        return {};
    }));
    for (const char *table : {"customer", "site", "asset", "appointment", "meter_reading"}) {
        const QString sql = u"SELECT count(*) FROM %1 WHERE channel = 10"_s.arg(QLatin1StringView(table));
        QCOMPARE(company.integer(sql), 0);
    }
    QCOMPARE(company.integer(u"SELECT count(*) FROM change WHERE channel = 10 AND op = 3"_s), 5);
    QCOMPARE(company.integer(u"SELECT count(*) FROM change WHERE channel = 11 AND op = 1 AND row_id IN "
                             "(200, 201, 202, 203, 901)"_s),
             5);
}

void TestServerStore::appliedNumbersAreKeptAsRanges()
{
    AppliedSet set;
    for (const qint64 seq : {5, 7, 6, 1, 2, 9, 2})
        set.add(seq);
    const QList<AppliedSet::Range> expected{{1, 2}, {5, 7}, {9, 9}};
    QCOMPARE(set.ranges(), expected);
    QVERIFY(set.contains(6));
    QVERIFY(!set.contains(3));
    QVERIFY(!set.contains(8));
    QCOMPARE(set.highest(), 9);

    Company company(freshLocation());
    const Handheld device(company, "jana");
    OperationStore store(company.connection());
    QVERIFY(company.connection().write([&]() -> Status {
        store.store(device.principal.replica, set);
        return store.lockApplied(device.principal.replica) == set ? Status() : fail(Domain::Storage, u"different"_s);
    }));
}

void TestServerStore::theLogIsFoldedWhenItHasGrown()
{
    Company company(freshLocation());
    Connection &connection = company.connection();
    if (connection.engine() != Engine::Sqlite)
        QSKIP("PostgreSQL sees to its own");
    const QString path = connection.database().path();
    const auto write = [&](int pages) {
        return connection.write([&]() -> Status {
            run(connection, u"UPDATE customer SET note = ? WHERE id = ?"_s, QString(pages * 4096, u'x'),
                Company::customer);
            return {};
        });
    };
    QVERIFY(write(1));
    QVERIFY(connection.foldLog());
    const qint64 before = QFileInfo(path).size();
    QVERIFY(write(1'200));
    QVERIFY(connection.foldLog());
    QVERIFY(QFileInfo(path).size() >= before + 1'200 * 4096);
}

void TestServerStore::aTextIsOneStatement()
{
    Company company(freshLocation());
    const Status refused = company.connection().read([&]() -> Status {
        Statement(company.connection(), u"SELECT 1; SELECT 2"_s);
        return {};
    });
    QVERIFY(!refused);
    QVERIFY(company.connection().read([&]() -> Status {
        Statement(company.connection(), u"SELECT 1"_s);
        return {};
    }));
}

QTEST_GUILESS_MAIN(TestServerStore)
#include "tst_server_store.moc"
