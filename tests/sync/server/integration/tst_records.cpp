#include "sync/server/integration/apitokens.h"
#include "sync/server/integration/recordjson.h"
#include "sync/server/service/erasure.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <QFile>
#include <QRegularExpression>
#include <atomic>
#include <barrier>
#include <thread>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::BatchKind;
using server::RecordResult;
using server::Records;

namespace {

/// The ERP of a company: sends batches as it would over the network.
class Erp
{
public:
    explicit Erp(Company &company) : m_company(company), m_records(company.clock)
    {
        name("territory", 50, u"nord"_s);
        name("territory", 51, u"south"_s);
        name("segment", 70, u"hotel"_s);
        name("product", 301, u"GR75"_s);
        name("staff", Company::jana, u"jana"_s);
        name("customer", Company::customer, u"K1"_s);
        name("site", Company::site, u"S1"_s);
        name("appointment", Company::appointment, u"T1"_s);
    }

    server::UpsertAnswer send(const std::string &json)
    {
        const auto given = server::decodeRecords(json);
        if (!given)
            qFatal("%s", qPrintable(given.error().toString()));
        principal.role = server::Role::Integration;
        return m_records.upsert(m_company.connection(), principal, *given).value();
    }
    /// One record; its only problem as "field code", or the outcome as a word.
    QString put(const QString &type, const QString &key, const std::string &fields)
    {
        const auto answer = send(R"({"records":[{"type":")" + type.toStdString() + R"(","key":")" + key.toStdString() +
                                 R"(","fields":)" + fields + "}]}");
        QStringList problems;
        for (const server::RecordProblem &problem : answer.problems)
            problems.append(problem.field + u' ' + problem.code);
        if (!problems.isEmpty())
            return problems.join(u", "_s);
        static const QStringList words{u"created"_s, u"changed"_s, u"unchanged"_s};
        return words.at(static_cast<int>(answer.results.constFirst().outcome));
    }
    [[nodiscard]] std::string read(const QString &type, const QString &key)
    {
        const auto known = m_records.find(m_company.connection(), *Records::tableOf(type), key);
        return known ? server::encode(*Records::tableOf(type), key, *known) : known.error().code.toStdString();
    }

    server::Principal principal;

private:
    void name(const char *table, qint64 id, const QString &key)
    {
        const auto done = m_company.connection().write([&]() -> Status {
            server::run(m_company.connection(), u"INSERT INTO external_key (tbl, key, row_id) VALUES (?, ?, ?)"_s,
                        protocol::findTable(table)->number, key, id);
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }

    Company &m_company;
    Records m_records;
};

const std::string newCustomer = R"({"territory":"nord","name":"Café Beispiel","segment":"hotel","phone":"1"})";

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void newRowReachesItsTechniciansOnly();
    void sameAgainChangesNothing();
    void onlyGivenFieldsChange();
    void batchMayReferForward();
    void batchIsTakenOrNothing();
    void keyThatTwoSendAtTheSameTimeIsOneRow();
    void problemsNameFieldAndReason_data();
    void problemsNameFieldAndReason();
    void unsentEditBecomesAConflict();
    void planOfTheOfficeStands();
    void customerMovesWithAllThatIsHis();
    void erasedCustomerIsNotFilledAgain();
    void readingGivesBackWhatWasWritten();
    void documentNamesTheFields();
    void tokensOpenUntilRevoked();
};

void TestRecords::newRowReachesItsTechniciansOnly()
{
    Company company(freshLocation());
    Erp erp(company);
    Handheld jana(company, "jana");
    Handheld karl(company, "karl");
    jana.sync();
    karl.sync();
    QCOMPARE(erp.put(u"customers"_s, u"K2"_s, newCustomer), u"created"_s);
    QCOMPARE(jana.sync().ids("customer", BatchKind::Rows).size(), std::size_t{1});
    QVERIFY(karl.sync().batches.empty());
}

void TestRecords::sameAgainChangesNothing()
{
    Company company(freshLocation());
    Erp erp(company);
    QCOMPARE(erp.put(u"customers"_s, u"K2"_s, newCustomer), u"created"_s);
    const qint64 changes = company.integer(u"SELECT count(*) FROM change"_s);
    QCOMPARE(erp.put(u"customers"_s, u"K2"_s, newCustomer), u"unchanged"_s);
    QCOMPARE(company.integer(u"SELECT count(*) FROM change"_s), changes);
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE name = 'Café Beispiel'"_s), 1);
}

void TestRecords::onlyGivenFieldsChange()
{
    Company company(freshLocation());
    Erp erp(company);
    QCOMPARE(erp.put(u"customers"_s, u"K1"_s, R"({"email":"post@musterhof.example"})"), u"changed"_s);
    QCOMPARE(server::textOf(company.value(u"SELECT phone FROM customer WHERE id = 200"_s)), u"0123 555-0100"_s);
    QCOMPARE(erp.put(u"customers"_s, u"K1"_s, R"({"phone":null})"), u"changed"_s);
    QVERIFY(server::isNull(company.value(u"SELECT phone FROM customer WHERE id = 200"_s)));
    QCOMPARE(server::textOf(company.value(u"SELECT email FROM customer WHERE id = 200"_s)),
             u"post@musterhof.example"_s);
}

void TestRecords::batchMayReferForward()
{
    Company company(freshLocation());
    Erp erp(company);
    const auto answer = erp.send(R"({"records":[
        {"type":"appointments","key":"T2","fields":{"customer":"K2","site":"S2","asset":"A2","technician":"jana",
         "kind":"repair","starts":"2026-10-06T08:00:00Z","ends":"2026-10-06T09:00:00+00:00","status":"planned"}},
        {"type":"assets","key":"A2","fields":{"customer":"K2","site":"S2","product":"BM9","serial":"X1",
         "installed":"2020-02-29","installed_year_only":false,"observed_from":"2020-02-29","status":"active"}},
        {"type":"sites","key":"S2","fields":{"customer":"K2","name":"Bar","street":"Weg 1","postal_code":"20099",
         "city":"Hamburg","country":"DE","latitude":53,"longitude":9.5}},
        {"type":"contacts","key":"C2","fields":{"customer":"K2","name":"Erika Beispiel"}},
        {"type":"customers","key":"K2","fields":)" +
                                 newCustomer + R"(},
        {"type":"prices","key":"P2","fields":{"product":"BM9","valid_from":"2026-01-01","amount_cents":129900}},
        {"type":"products","key":"BM9","fields":{"sku":"BM9","name":"Mühle 9","category":"grinder",
         "manufacturer":"Berger","nominal_life_months":96,"nominal_usage_per_day":90,"usage_unit":"cups",
         "hidden_failure":true}}]})");
    QVERIFY2(answer.problems.isEmpty(),
             qPrintable(answer.problems.isEmpty() ? QString() : answer.problems.constFirst().reason));
    QCOMPARE(answer.results.size(), 7);
    for (const RecordResult &result : answer.results)
        QCOMPARE(result.outcome, RecordResult::Outcome::Created);
    QCOMPARE(company.integer(u"SELECT channel FROM appointment WHERE id = %1"_s.arg(answer.results.at(0).id)),
             Company::nord);
    QCOMPARE(company.integer(u"SELECT starts FROM appointment WHERE id = %1"_s.arg(answer.results.at(0).id)),
             1'791'273'600'000);
    QCOMPARE(company.integer(u"SELECT hidden_failure FROM product WHERE sku = 'BM9'"_s), 1);
    QCOMPARE(Handheld(company, "jana").sync().ids("price", BatchKind::Rows).size(), std::size_t{2});
}

void TestRecords::batchIsTakenOrNothing()
{
    Company company(freshLocation());
    Erp erp(company);
    const auto answer = erp.send(R"({"records":[
        {"type":"customers","key":"K2","fields":)" +
                                 newCustomer + R"(},
        {"type":"customers","key":"K3","fields":{"name":"","segment":"bar","colour":1}},
        {"type":"contacts","key":"C3","fields":{"customer":"K9","name":"x"}}]})");
    QStringList problems;
    for (const server::RecordProblem &problem : answer.problems)
        problems.append(QString::number(problem.record) + u' ' + problem.field + u' ' + problem.code);
    QCOMPARE(problems, (QStringList{u"1 name value-missing"_s, u"1 segment reference"_s, u"1 colour field-unknown"_s,
                                    u"1 territory value-missing"_s, u"2 customer reference"_s}));
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM external_key WHERE key IN ('K2', 'K3')"_s), 0);
}

void TestRecords::keyThatTwoSendAtTheSameTimeIsOneRow()
{
    Company company(freshLocation());
    const Erp erp(company);
    constexpr int keys = 20;
    std::atomic<int> created = 0;
    std::atomic<int> unchanged = 0;
    std::barrier together(2);
    const auto send = [&] {
        const auto connection = server::Connection::open(company.database());
        if (!connection)
            qFatal("%s", qPrintable(connection.error().toString()));
        Records records(company.clock);
        server::Principal principal;
        principal.role = server::Role::Integration;
        for (int key = 0; key < keys; ++key) {
            const auto given = server::decodeRecords(R"({"records":[{"type":"customers","key":"N)" +
                                                     std::to_string(key) + R"(","fields":)" + newCustomer + "}]}");
            together.arrive_and_wait();
            const auto answer = records.upsert(**connection, principal, *given);
            if (!answer || answer->results.isEmpty())
                continue;
            created += answer->results.constFirst().outcome == RecordResult::Outcome::Created;
            unchanged += answer->results.constFirst().outcome == RecordResult::Outcome::Unchanged;
        }
    };
    std::thread other(send);
    send();
    other.join();
    QCOMPARE(created.load(), keys);
    QCOMPARE(unchanged.load(), keys);
    QCOMPARE(company.integer(u"SELECT count(*) FROM customer WHERE name = 'Café Beispiel'"_s), keys);
}

void TestRecords::problemsNameFieldAndReason_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *type, const char *key, const char *fields, const char *problem) {
        QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(key) << QByteArray(fields)
                            << QString::fromLatin1(problem);
    };
    row("text", "customers", "K1", R"({"name":5})", "name value-type");
    row("no text", "customers", "K1", R"({"name":null})", "name value-missing");
    row("empty name", "customers", "K1", R"({"name":""})", "name value-missing");
    row("blank name", "customers", "K1", R"({"name":" "})", "name value-missing");
    row("empty note", "customers", "K1", R"({"note":""})", "changed");
    row("nested", "customers", "K1", R"({"name":["x"]})", "name value-type");
    row("day", "prices", "P", R"({"product":"GR75","valid_from":"2026-02-30","amount_cents":1})", "valid_from date");
    row("day as number", "prices", "P", R"({"product":"GR75","valid_from":20000,"amount_cents":1})",
        "valid_from value-type");
    row("cents", "prices", "P", R"({"product":"GR75","valid_from":"2026-02-01","amount_cents":1.5})",
        "amount_cents value-type");
    row("local time", "appointments", "T1", R"({"starts":"2026-10-05T08:00:00"})", "starts date");
    row("vocabulary", "appointments", "T1", R"({"status":"lost"})", "status value-unknown");
    row("person", "appointments", "T1", R"({"technician":"nobody"})", "technician reference");
    row("parent", "sites", "S1", R"({"customer":"id:210"})", "customer fixed-field");
    row("ends before", "appointments", "T1", R"({"starts":"2026-10-05T09:00:00Z","ends":"2026-10-05T08:00:00Z"})",
        "ends period");
    row("year 9999", "appointments", "T1", R"({"starts":"9999-10-05T08:00:00Z","ends":"9999-10-05T09:00:00Z"})",
        "starts value-range, ends value-range");
    row("foreign site", "appointments", "T1", R"({"site":"id:211"})", "site foreign-customer");
    row("flag", "assets", "id:202", R"({"installed_year_only":"yes"})", "installed_year_only value-type");
    row("key by number", "customers", "id:99", "{}", "key key");
    row("empty key", "customers", " ", "{}", "key key");
    row("type", "territories", "nord", "{}", "type type-unknown");
    row("file", "products", "GR75", R"({"image":"x.png"})", "image field-unknown");
}

void TestRecords::problemsNameFieldAndReason()
{
    QFETCH(QString, type);
    QFETCH(QString, key);
    QFETCH(QByteArray, fields);
    Company company(freshLocation());
    QTEST(Erp(company).put(type, key, fields.toStdString()), "problem");
}

void TestRecords::unsentEditBecomesAConflict()
{
    Company company(freshLocation());
    Erp erp(company);
    Handheld jana(company, "jana");
    jana.sync();
    const qint64 edit =
        jana.update("customer", Company::customer, {{"phone", u"0123 555-0100"_s}}, {{"phone", u"0170"_s}});
    QCOMPARE(erp.put(u"customers"_s, u"K1"_s, R"({"phone":"040"})"), u"changed"_s);
    const auto answer = jana.sync();
    const protocol::Receipt *receipt = answer.receipt(edit);
    QVERIFY(receipt);
    QCOMPARE(receipt->outcome, protocol::Outcome::Conflict);
    QCOMPARE(std::get<std::string>(receipt->fields.at(0).value), std::string("040"));
    QCOMPARE(company.integer(u"SELECT count(*) FROM conflict WHERE settled_at IS NULL"_s), 1);
}

void TestRecords::planOfTheOfficeStands()
{
    Company company(freshLocation());
    Erp erp(company);
    Handheld rolf(company, "rolf");
    rolf.sync();
    const qint64 starts = toInteger(company.clock.now());
    const qint64 edit =
        rolf.update("appointment", Company::appointment, {{"starts", starts}}, {{"starts", starts + 60'000}});
    QCOMPARE(erp.put(u"appointments"_s, u"T1"_s, R"({"starts":"2026-10-06T08:00:00Z","ends":"2026-10-06T09:00:00Z"})"),
             u"changed"_s);
    const auto answer = rolf.sync();
    QVERIFY(answer.receipt(edit));
    QCOMPARE(answer.receipt(edit)->outcome, protocol::Outcome::Merged);
    QCOMPARE(company.integer(u"SELECT starts FROM appointment WHERE id = 203"_s), 1'791'273'600'000);
}

void TestRecords::customerMovesWithAllThatIsHis()
{
    Company company(freshLocation());
    Erp erp(company);
    Handheld karl(company, "karl");
    karl.sync();
    QCOMPARE(erp.put(u"customers"_s, u"K1"_s, R"({"territory":"south","note":"moved"})"), u"changed"_s);
    const auto answer = karl.sync();
    QCOMPARE(answer.ids("customer", BatchKind::Rows), std::vector<qint64>{Company::customer});
    QCOMPARE(answer.ids("asset", BatchKind::Rows), std::vector<qint64>{Company::grinder});
    QCOMPARE(erp.put(u"customers"_s, u"K1"_s, R"({"territory":"south","note":"moved"})"), u"unchanged"_s);
}

void TestRecords::erasedCustomerIsNotFilledAgain()
{
    Company company(freshLocation());
    Erp erp(company);
    const server::Erasure erasure(company.clock, server::ContentStore(company.directory() + u"/content"_s),
                                  company.directory() + u"/uploads"_s);
    QVERIFY(erasure.erase(company.connection(), Company::customer, u"request"_s, {}, false));
    QCOMPARE(erp.put(u"customers"_s, u"id:200"_s, R"({"name":"Hotel"})"), u"key erased"_s);
    QCOMPARE(erp.put(u"customers"_s, u"id:200"_s, R"({"territory":"south","name":"Hotel"})"), u"key erased"_s);
    QCOMPARE(erp.put(u"contacts"_s, u"A1"_s, R"({"customer":"id:200","name":"Frau A"})"), u"customer erased"_s);
    QCOMPARE(erp.put(u"sites"_s, u"id:201"_s, R"({"street":"Weg 1"})"), u"key erased"_s);
    QCOMPARE(company.integer(u"SELECT count(*) FROM contact"_s), 0);
    // His own key is free for who comes next by it.
    QCOMPARE(erp.put(u"customers"_s, u"K1"_s, newCustomer), u"created"_s);
    QCOMPARE(erp.put(u"contacts"_s, u"A1"_s, R"({"customer":"K1","name":"Frau A"})"), u"created"_s);
}

void TestRecords::readingGivesBackWhatWasWritten()
{
    Company company(freshLocation());
    Erp erp(company);
    const std::string read = erp.read(u"appointments"_s, u"T1"_s);
    QCOMPARE(QByteArray::fromStdString(read),
             QByteArray(R"({"key":"T1","id":203,"fields":{"customer":"K1","site":"S1","asset":"id:202",)"
                        R"("technician":"jana","kind":"maintenance","starts":"2026-10-05T08:00:00Z",)"
                        R"("ends":"2026-10-05T09:00:00Z","status":"planned","reason":null,"note":null}})"));
    const auto fields = read.substr(read.find("\"fields\":") + 9);
    QCOMPARE(erp.put(u"appointments"_s, u"T1"_s, fields.substr(0, fields.size() - 1)), u"unchanged"_s);
    QCOMPARE(erp.read(u"customers"_s, u"K1"_s).find(R"("territory":"nord")") != std::string::npos, true);
    QCOMPARE(erp.read(u"customers"_s, u"K9"_s), std::string("record-missing"));
}

void TestRecords::documentNamesTheFields()
{
    QFile file(QStringLiteral(TURNUS_OPENAPI));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString document = QString::fromUtf8(file.readAll());
    for (const QString &type : Records::types()) {
        const protocol::Table &table = *Records::tableOf(type);
        const QString name = server::named(table.name);
        const QString head = u"\n    "_s + name.left(1).toUpper() + name.mid(1) + u":\n"_s;
        const qsizetype from = document.indexOf(head);
        QVERIFY2(from > 0, qPrintable(head));
        const QString schema = document.mid(from + head.size()).section(QRegularExpression(u"\\n    \\w"_s), 0, 0);
        for (const server::CsvColumn &field : Records::fieldsOf(table))
            QVERIFY2(schema.contains(u"\n        "_s + field.name + u": "_s), qPrintable(name + u'.' + field.name));
    }
}

void TestRecords::tokensOpenUntilRevoked()
{
    Company company(freshLocation());
    server::ApiTokens tokens(company.clock);
    const auto secret = tokens.add(company.connection(), u"erp"_s);
    QVERIFY(secret);
    QCOMPARE(tokens.add(company.connection(), u"erp"_s).error().code, u"name"_s);
    const QByteArray bytes = secret->toLatin1();
    QCOMPARE(tokens.authenticate(company.connection(), bytes)->role, server::Role::Integration);
    QCOMPARE(tokens.authenticate(company.connection(), "tit_x").error().code, u"token-expired"_s);
    QVERIFY(tokens.revoke(company.connection(), u"erp"_s));
    QCOMPARE(tokens.authenticate(company.connection(), bytes).error().code, u"revoked"_s);
    QVERIFY(!tokens.revoke(company.connection(), u"erp"_s));
    QVERIFY(tokens.list(company.connection())->constFirst().revoked);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
