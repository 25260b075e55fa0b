#include "core/storage/drafts.h"
#include "sync/client/eraser.h"
#include "sync/client/outboxbook.h"
#include "sync/client/sql.h"
#include "sync/server/service/erasure.h"
#include "sync/server/service/values.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/signingkeystore.h"
#include "sync/server/store/snapshotstore.h"
#include "tests/sync/server/support/engines.h"
#include "tests/sync/thread/realdevice.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::ColumnType;
using protocol::Table;

namespace {

/// Stands in everything that names the customer.
const QString mark = u"Zacharias"_s;
constexpr qint64 contact = 960;

server::Value marked(const char *what)
{
    return mark + QLatin1StringView(what);
}

/// Says nothing of a person: codes and numbers of a forecast, a country.
bool isHarmless(const Table &table, const protocol::Column &column)
{
    return (column.name == "reasons" && (table.name == "due_note" || table.name == "forecast_statement")) ||
           (table.name == "site" && column.name == "country");
}

/// A company whose customer is named wherever he can be.
class NamedCompany : public Company
{
public:
    explicit NamedCompany(const QString &location) : Company(location)
    {
        update("customer", customer,
               {{"name", marked("Hotel")}, {"phone", marked("1")}, {"email", marked("@x")}, {"note", marked("Hund")}});
        update("site", site, {{"name", marked("Bar")}, {"street", marked("weg 1")}, {"access_note", marked("Code")}});
        update("asset", grinder, {{"serial", marked("-1")}, {"place", marked("Theke")}});
        insert("contact", contact, nord, {{"customer_id", customer}, {"name", marked("Erika")}});
        update("appointment", appointment, {{"note", marked("klingeln")}});
    }

    [[nodiscard]] server::Erasure erasure() const { return {clock, content(), uploads()}; }
    [[nodiscard]] server::ContentStore content() const { return server::ContentStore(path(u"content"_s)); }
    [[nodiscard]] QString uploads() const { return path(u"uploads"_s); }
    Result<server::ErasureReport> erase(bool dryRun = false)
    {
        return erasure().erase(connection(), customer, u"request"_s, {}, dryRun);
    }
    /// Where the mark stands in any column of any table of the server; empty: nowhere.
    [[nodiscard]] QStringList traces()
    {
        QStringList found;
        const bool sqlite = connection().engine() == server::Engine::Sqlite;
        const Status read = connection().read([&]() -> Status {
            QStringList columns;
            server::Statement all(connection(),
                                  sqlite ? u"SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c "
                                           "WHERE t.type = 'table'"_s
                                         : u"SELECT table_name, column_name FROM information_schema.columns WHERE "
                                           "table_schema = current_schema()"_s,
                                  QList<server::Value>{});
            while (all.next())
                columns.append(all.text(0) + u'.' + all.text(1));
            for (const QString &column : std::as_const(columns)) {
                const QString sql = u"SELECT count(*) FROM \"%1\" WHERE CAST(\"%2\" AS TEXT) LIKE '%%3%'"_s.arg(
                    column.section(u'.', 0, 0), column.section(u'.', 1), mark);
                if (server::integerOf(server::one(connection(), sql, QList<server::Value>{})) > 0)
                    found.append(column);
            }
            return {};
        });
        return read ? found : QStringList(read.error().toString());
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return QDir(directory()).filePath(name); }
};

/// A visit with everything that is written down in one. Returns its row.
qint64 recordVisit(RealDevice &device)
{
    const qint64 at = toInteger(device.connection->clock().now());
    const qint64 visit = device.insert("visit", "customer", Company::customer,
                                       {{"customer_id", Company::customer},
                                        {"site_id", Company::site},
                                        {"asset_id", Company::grinder},
                                        {"technician_id", Company::jana},
                                        {"kind", u"maintenance"_s},
                                        {"status", u"under_way"_s},
                                        {"started", at},
                                        {"summary", mark + u"war da"_s}});
    device.insert("finding", "visit", visit,
                  {{"asset_id", Company::grinder}, {"visit_id", visit}, {"what", mark + u"Scheibe"_s}, {"at", at}});
    device.insert(
        "repair", "asset", Company::grinder,
        {{"asset_id", Company::grinder}, {"visit_id", visit}, {"at", at}, {"description", mark + u"getauscht"_s}});
    device.insert("complaint", "customer", Company::customer,
                  {{"customer_id", Company::customer},
                   {"asset_id", Company::grinder},
                   {"visit_id", visit},
                   {"technician_id", Company::jana},
                   {"what", mark + u"klagt"_s},
                   {"opened", at},
                   {"settled", at},
                   {"settlement", mark + u"getröstet"_s}});
    device.insert("signature", "visit", visit,
                  {{"visit_id", visit}, {"signer", mark}, {"report_sha256", QString(64, u'b')}, {"at", at}});
    device.insert("attachment", "visit", visit,
                  {{"visit_id", visit},
                   {"sha256", QString(64, u'a')},
                   {"size", qint64{5}},
                   {"media_type", u"image/jpeg"_s},
                   {"kind", u"photo"_s},
                   {"at", at}});
    return visit;
}

int tracesOn(RealDevice &device)
{
    int found = 0;
    client::Sql columns(
        device.connection->handle(),
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'");
    while (columns.step()) {
        const std::string sql = "SELECT count(*) FROM \"" + std::string(columns.bytes(0)) + "\" WHERE CAST(\"" +
                                std::string(columns.bytes(1)) + "\" AS TEXT) LIKE '%" + mark.toStdString() + "%'";
        client::Sql count(device.connection->handle(), sql);
        if (count.step() && count.integer(0) > 0) {
            qWarning("%s.%s", std::string(columns.bytes(0)).c_str(), std::string(columns.bytes(1)).c_str());
            ++found;
        }
    }
    return found;
}

bool agrees(RealDevice &device)
{
    client::SyncRun run(*device.connection, device.account);
    run.askForCheck();
    const auto report = run.run();
    return report && report->checked && report->repaired.empty() && report->stillDiffering.empty();
}

} // namespace

class TestErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void everyColumnThatCanNameACustomerIsDecidedOn();
    void serverKeepsNothingThatNamesTheCustomer();
    void moneyAndLivesStayWithoutThePerson();
    void dryRunListsAndChangesNothing();
    void deviceForgetsTheCustomer();
    void rowsGoWhoseCustomerLeftTheDeviceBefore();
    void refusedWorkGoesWhoseVisitLeftTheDeviceBefore();
    void unsentEditsAreRefusedAndTold();
    void whatARefusedVisitHoldsIsRefusedToo();
    void deviceInTheMiddleOfItsFirstSyncNeverShowsHim();
    void snapshotReadBeforeIsNotKept();
    void filesGoUnlessAnotherRowNamesThem();
    void databaseFromBeforeIsErasedAgain();
    void deviceFileHoldsNoByteOfHim();
};

void TestErasure::everyColumnThatCanNameACustomerIsDecidedOn()
{
    for (const Table &table : protocol::tables()) {
        if (table.channel != protocol::ChannelKind::Territory)
            continue;
        const auto rule = std::ranges::find(server::erasureRules(), table.name, &server::ErasureRule::table);
        QVERIFY2(rule != server::erasureRules().end(), table.name.data());
        for (const protocol::Column &column : table.columns) {
            const bool words = column.type == ColumnType::Text || column.type == ColumnType::Blob;
            const bool decided = rule->remove || !words || !server::vocabularyOf(table, column).empty() ||
                                 isHarmless(table, column) ||
                                 std::ranges::find(rule->blank, column.name) != rule->blank.end();
            QVERIFY2(decided, qPrintable(server::named(table.name) + u'.' + server::named(column.name)));
        }
    }
}

void TestErasure::serverKeepsNothingThatNamesTheCustomer()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    recordVisit(jana);
    // A conflict with both values, and an addition that is refused.
    company.update("customer", Company::customer, {{"phone", marked("2")}});
    jana.edit("customer", Company::customer, {{"phone", mark + u"3"_s}});
    jana.insert("contact", "customer", Company::customer,
                {{"customer_id", Company::customer}, {"name", mark + QString(20'000, u'x')}});
    QVERIFY(jana.sync());
    QVERIFY(!company.traces().isEmpty());
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict"_s), 1);
    QCOMPARE(company.integer(u"SELECT count(*) FROM outcome WHERE status = 4"_s), 1);
    const auto report = company.erase();
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QVERIFY(report->scrubbed);
    QCOMPARE(report->files, 2);
    QCOMPARE(report->conflicts, 1);
    QCOMPARE(company.traces(), QStringList());
    QCOMPARE(company.integer(u"SELECT count(*) FROM snapshot WHERE channel = 10"_s), 0);
    QCOMPARE(company.faults(), QStringList());
    const auto again = company.erase();
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"already-erased"_s);
}

void TestErasure::moneyAndLivesStayWithoutThePerson()
{
    NamedCompany company(freshLocation());
    Handheld jana(company, "jana");
    const auto visit = jana.visitWithReferral(u"due"_s, true);
    jana.sync();
    const qint64 cents = company.integer(u"SELECT CAST(sum(amount_cents) AS BIGINT) FROM bonus_entry"_s);
    QVERIFY(cents > 0);
    QVERIFY(company.erase());
    QCOMPARE(company.integer(u"SELECT CAST(sum(amount_cents) AS BIGINT) FROM bonus_entry"_s), cents);
    QCOMPARE(company.integer(u"SELECT referral_id FROM bonus_entry"_s), visit.referral);
    QCOMPARE(company.integer(u"SELECT count(*) FROM asset WHERE customer_id = 200 AND status = 'removed'"_s), 1);
    QCOMPARE(company.value(u"SELECT reason FROM asset_removal"_s), server::Value(u"left"_s));
    QCOMPARE(company.value(u"SELECT name FROM customer WHERE id = 200"_s), server::Value(QString()));
    QCOMPARE(company.faults(), QStringList());
}

void TestErasure::dryRunListsAndChangesNothing()
{
    NamedCompany company(freshLocation());
    const QStringList before = company.traces();
    const auto report = company.erase(true);
    QVERIFY(report);
    const auto contacts = std::ranges::find(report->tables, u"contact"_s, &server::ErasureReport::Table::name);
    QVERIFY(contacts != report->tables.end());
    QCOMPARE(contacts->removed, 1);
    const auto customers = std::ranges::find(report->tables, u"customer"_s, &server::ErasureReport::Table::name);
    QCOMPARE(customers->blanked, 1);
    QCOMPARE(company.traces(), before);
    QCOMPARE(company.integer(u"SELECT count(*) FROM erasure"_s), 0);
    QVERIFY(company.erasure().undone(company.connection()).value().isEmpty());
    const auto why = company.erasure().erase(company.connection(), Company::customer, u"because"_s, {}, false);
    QCOMPARE(why.error().code, u"reason"_s);
}

void TestErasure::deviceForgetsTheCustomer()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    recordVisit(jana);
    QVERIFY(jana.sync());
    QVERIFY(tracesOn(jana) > 0);
    // Away for weeks, while the office goes on writing.
    company.update("customer", Company::customer, {{"note", marked("neu")}});
    QVERIFY(company.erase());
    company.clock.advance(std::chrono::hours{24 * 40});
    QVERIFY(jana.sync());
    QCOMPARE(tracesOn(jana), 0);
    QCOMPARE(jana.integer("SELECT count(*) FROM customer"), 0);
    QCOMPARE(jana.integer("SELECT count(*) FROM outbox"), 0);
    QVERIFY(agrees(jana));
}

void TestErasure::rowsGoWhoseCustomerLeftTheDeviceBefore()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    recordVisit(jana);
    QVERIFY(storage::Drafts(*jana.connection).set(u"complaint/%1/what"_s.arg(Company::customer), mark + u"klagt"_s));
    // As after a move of the customer, with refused edits that keep rows of his here.
    client::execute(jana.connection->handle(), "PRAGMA foreign_keys = OFF");
    QVERIFY(jana.connection->write([&](storage::Writer &) -> Status {
        jana.connection->execute("DELETE FROM customer");
        client::Eraser(jana.connection->handle()).erase(Company::customer);
        return {};
    }));
    QCOMPARE(tracesOn(jana), 0);
    // Not even a row of his is left, but what was half typed at his place.
    storage::Drafts drafts(*jana.connection);
    const QString draft = u"complaint/%1/what"_s.arg(Company::customer);
    QVERIFY(drafts.set(draft, mark + u"schimpft"_s));
    QVERIFY(jana.connection->write([&](storage::Writer &) -> Status {
        jana.connection->execute("DELETE FROM erased_row");
        client::Eraser(jana.connection->handle()).erase(Company::customer);
        return {};
    }));
    QCOMPARE(drafts.text(draft).value(), QString());
    QCOMPARE(tracesOn(jana), 0);
    QCOMPARE(jana.integer("SELECT (SELECT count(*) FROM site) + (SELECT count(*) FROM asset) + (SELECT count(*) FROM "
                          "contact) + (SELECT count(*) FROM visit) + (SELECT count(*) FROM finding)"),
             0);
}

void TestErasure::refusedWorkGoesWhoseVisitLeftTheDeviceBefore()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 visit = recordVisit(jana);
    jana.edit("visit", visit, {{"status", u"completed"_s}});
    QVERIFY(jana.sync());
    const qint64 at = toInteger(jana.connection->clock().now());
    jana.insert("finding", "visit", visit,
                {{"asset_id", Company::grinder}, {"visit_id", visit}, {"what", mark + u"Riss"_s}, {"at", at}});
    jana.insert("repair", "asset", Company::grinder,
                {{"asset_id", Company::grinder}, {"visit_id", visit}, {"at", at}, {"description", mark + u"neu"_s}});
    QVERIFY(jana.connection->write([&](storage::Writer &) -> Status {
        jana.connection->execute("UPDATE outbox SET state = 2, reason = 'value-unknown: as of another server'");
        return {};
    }));
    company.moveCustomer(Company::south);
    QVERIFY(jana.sync());
    QVERIFY(jana.sync());
    QCOMPARE(jana.integer("SELECT (SELECT count(*) FROM visit) + (SELECT count(*) FROM asset WHERE id = 202)"), 0);
    QCOMPARE(jana.integer("SELECT count(*) FROM outbox"), 2);
    QVERIFY(tracesOn(jana) > 0);
    QVERIFY(company.erase());
    QVERIFY(jana.sync());
    QCOMPARE(tracesOn(jana), 0);
    const auto held = client::OutboxBook(*jana.connection).quarantined();
    QCOMPARE(held.value().size(), 1U);
    QCOMPARE(held->front().reason, u"erased: 2"_s);
    QCOMPARE(jana.integer("SELECT count(*) FROM device WHERE key GLOB 'customer_of_*'"), 0);
}

void TestErasure::unsentEditsAreRefusedAndTold()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    jana.edit("customer", Company::customer, {{"note", mark + u"ruft an"_s}});
    const qint64 visit = recordVisit(jana);
    QVERIFY(jana.connection->write([&](storage::Writer &writer) -> Status {
        jana.connection->execute("INSERT INTO draft (key, value, at) VALUES (?, ?, ?)",
                                 u"visit/%1/summary"_s.arg(visit), mark, writer.now());
        return {};
    }));
    QVERIFY(company.erase());
    QVERIFY(jana.sync());
    QCOMPARE(tracesOn(jana), 0);
    QCOMPARE(company.traces(), QStringList());
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 0);
    client::OutboxBook book(*jana.connection);
    const auto held = book.quarantined();
    QVERIFY(held);
    QCOMPARE(held->size(), 1U);
    QCOMPARE(held->front().reason, u"erased: 7"_s);
    QCOMPARE(book.retry(held->front().sequence).error().code, u"erased"_s);
    QVERIFY(book.discard(held->front().sequence, company.directory()));
    QCOMPARE(jana.integer("SELECT count(*) FROM outbox"), 0);
    QVERIFY(agrees(jana));
    QCOMPARE(company.faults(), QStringList());
}

void TestErasure::whatARefusedVisitHoldsIsRefusedToo()
{
    NamedCompany company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    QVERIFY(company.erase());
    const qint64 visit = jana.mint();
    const qint64 first = jana.insert("visit", visit,
                                     {{"customer_id", Company::customer},
                                      {"site_id", Company::site},
                                      {"technician_id", Company::jana},
                                      {"kind", server::Value(u"repair"_s)},
                                      {"status", server::Value(u"under_way"_s)},
                                      {"started", 5LL},
                                      {"summary", marked("")}});
    const auto answer = jana.sync();
    QCOMPARE(answer.receipt(first)->reason, "erased");
    const qint64 second = jana.insert("signature", jana.mint(),
                                      {{"visit_id", visit},
                                       {"signer", marked("")},
                                       {"report_sha256", server::Value(QString(64, u'b'))},
                                       {"at", 5LL}});
    const auto later = jana.sync();
    QCOMPARE(later.receipt(second)->reason, "erased");
    QCOMPARE(company.traces(), QStringList());
}

void TestErasure::deviceInTheMiddleOfItsFirstSyncNeverShowsHim()
{
    NamedCompany company(freshLocation());
    RealDevice rolf(company, u"rolf"_s);
    for (std::size_t cut = 400; cut < 4'000; cut += 300) {
        RealDevice jana(company, u"jana"_s, cut);
        jana.transport.fault = DirectTransport::Fault::AnswerCut;
        jana.transport.cutAfter = cut;
        QVERIFY(!jana.sync());
        if (company.integer(u"SELECT count(*) FROM erasure"_s) == 0)
            QVERIFY(company.erase());
        QVERIFY(jana.sync());
        QCOMPARE(tracesOn(jana), 0);
        QVERIFY(agrees(jana));
    }
}

void TestErasure::snapshotReadBeforeIsNotKept()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 before = company.integer(u"SELECT head FROM channel WHERE id = 10"_s);
    QVERIFY(company.erase());
    QVERIFY(company.connection().write([&]() -> Status {
        server::SnapshotStore store(company.connection());
        store.put(Company::nord, {before, {}}, {{{20, Company::customer}, 1, mark.toUtf8()}}, company.clock.now());
        return store.find(Company::nord) ? fail(Domain::Storage, u"kept") : Status();
    }));
}

void TestErasure::filesGoUnlessAnotherRowNamesThem()
{
    NamedCompany company(freshLocation());
    const auto stored = [&](const QString &name) {
        QFile file(QDir(company.directory()).filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(name.toUtf8()) < 0)
            qFatal("cannot write");
        file.close();
        return company.content().put(file.fileName()).value().sha256;
    };
    const QString own = stored(u"own"_s);
    const QString shared = stored(u"shared"_s);
    const auto visit = [&](qint64 id, qint64 channel, qint64 customer, qint64 site) {
        company.insert("visit", id, channel,
                       {{"customer_id", customer},
                        {"site_id", site},
                        {"technician_id", Company::jana},
                        {"kind", server::Value(u"repair"_s)},
                        {"status", server::Value(u"completed"_s)},
                        {"started", 5LL}});
    };
    visit(970, Company::nord, Company::customer, Company::site);
    visit(971, Company::south, Company::southCustomer, Company::southSite);
    const auto attach = [&](qint64 id, qint64 channel, qint64 to, const QString &file) {
        company.insert("attachment", id, channel,
                       {{"visit_id", to},
                        {"sha256", file},
                        {"size", 5LL},
                        {"media_type", server::Value(u"image/jpeg"_s)},
                        {"kind", server::Value(u"photo"_s)},
                        {"at", 5LL}});
    };
    attach(972, Company::nord, 970, own);
    attach(973, Company::nord, 970, shared);
    attach(974, Company::south, 971, shared);
    QVERIFY(QDir().mkpath(company.uploads()));
    QFile part(company.uploads() + u"/7-%1.5"_s.arg(own));
    QVERIFY(part.open(QIODevice::WriteOnly));
    QVERIFY(company.erase());
    QVERIFY(!company.content().has(own));
    QVERIFY(company.content().has(shared));
    QVERIFY(!part.exists());
}

void TestErasure::databaseFromBeforeIsErasedAgain()
{
    NamedCompany company(freshLocation());
    const server::ErasedList list(company.directory());
    const QString name = server::companyOf(company.connection()).value();
    // Another company that was in this directory before: the number means somebody else here.
    QVERIFY(list.append(u"another"_s, {company.clock.now(), Company::customer, u"request"_s}));
    QCOMPARE(company.erasure().undone(company.connection()).value().size(), 0);
    QVERIFY(list.append(name, {company.clock.now(), Company::customer, u"request"_s}));
    QVERIFY(list.append(name, {company.clock.now(), 4'711, u"request"_s}));
    QCOMPARE(company.erasure().undone(company.connection()).value().size(), 2);
    QCOMPARE(company.erasure().again(company.connection()).value(), 2);
    QCOMPARE(company.traces(), QStringList());
    QCOMPARE(company.erasure().again(company.connection()).value(), 0);
    QCOMPARE(list.entries(name).value().size(), 2);
}

void TestErasure::deviceFileHoldsNoByteOfHim()
{
    NamedCompany company(freshLocation());
    RealDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    recordVisit(jana);
    QVERIFY(jana.sync());
    QVERIFY(company.erase());
    QVERIFY(jana.sync());
    QVERIFY(client::Scrub(*jana.connection, company.directory(), company.directory()).run());
    for (const char *file : {"turnus.db", "turnus.db-wal"}) {
        QVERIFY2(!jana.disk.content(file).contains(mark.toUtf8()), file);
        QVERIFY2(!jana.disk.content(file).toLower().contains(mark.toLower().toUtf8()), file);
    }
    QCOMPARE(jana.integer("SELECT count(*) FROM erased_row"), 0);
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
