// The benchmark's workload as a company.
#include "sync/server/exchange/importer.h"
#include "sync/server/exchange/territory.h"
#include "sync/server/service/verifier.h"
#include "sync/server/store/connection.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace turnus;
using namespace turnus::server;
using namespace Qt::StringLiterals;

class TestTerritory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void becomesACompany();
    void takesChangesIn();
    void namesTheLineThatIsWrong();

private:
    [[nodiscard]] Status import(const QTemporaryDir &from);
    [[nodiscard]] QString text(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<QTemporaryDir> m_server;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Connection> m_connection;
    tests::FakeClock m_clock;
};

namespace {

constexpr const char *customers =
    R"({"id":"c1","name":"Krause Druckerei GmbH","street":"Ringstrasse 5","postal_code":"80331","city":"Dachau","lat":48.123456,"lon":11.5,"segment":"public","phone":"+49 1","email":"a@example.de"})"
    "\n";
constexpr const char *assets =
    R"({"id":"a1","customer_id":"c1","product_id":"prd-00001","serial":"SN-1","installed":"2016-02-23","warranty_end":"2021-02-22","location_note":"Keller, \"links\""})"
    "\n";
constexpr const char *visits =
    R"({"id":"v1","customer_id":"c1","asset_id":"a1","start_at":"2026-01-13T12:45:00Z","end_at":"2026-01-13T13:45:00Z","status":"en_route","kind":"inspection","notes":"burner cleaned"})"
    "\n";
constexpr const char *readings =
    R"({"id":"r1","asset_id":"a1","at":"2026-01-13T13:00:00Z","kind":"hours","value":1234.5})"
    "\n";

void write(const QTemporaryDir &directory, const char *name, const QByteArray &text)
{
    QFile file(directory.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", name);
}

} // namespace

void TestTerritory::init()
{
    m_connection.reset();
    m_files = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<QTemporaryDir>();
    m_database = Database::at(m_server->filePath(u"server.db"_s)).value();
    m_connection = Connection::open(*m_database).value();
    write(*m_files, "customers.ndjson", customers);
    write(*m_files, "assets.ndjson", assets);
    write(*m_files, "visits.ndjson", visits);
    write(*m_files, "readings.ndjson", readings);
}

Status TestTerritory::import(const QTemporaryDir &from)
{
    const QTemporaryDir csv;
    TURNUS_TRY(writeTerritory(from.path(), csv.path()));
    const ContentStore content(m_server->filePath(u"content"_s));
    TURNUS_TRY(Importer(*m_connection, content, m_clock, PasswordCost::least()).run(csv.path()));
    return {};
}

QString TestTerritory::text(const QString &sql)
{
    QStringList fields;
    const Status read = m_connection->read([&]() -> Status {
        Statement row(*m_connection, sql);
        if (row.next())
            fields.append(row.text(0));
        return {};
    });
    return read ? fields.join(u'|') : read.error().toString();
}

void TestTerritory::becomesACompany()
{
    QVERIFY(isTerritory(m_files->path()));
    const Status done = import(*m_files);
    QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
    QCOMPARE(text(u"SELECT c.name || '|' || c.external_key || '|' || g.name || '|' || s.street || '|' || s.latitude "
                  "FROM customer c JOIN segment g ON g.id = c.segment_id JOIN site s ON s.customer_id = c.id"_s),
             u"Krause Druckerei GmbH|c1|public|Ringstrasse 5|48.123456"_s);
    QCOMPARE(text(u"SELECT a.serial || '|' || a.installed || '|' || a.place || '|' || p.sku FROM asset a JOIN product "
                  "p ON p.id = a.product_id"_s),
             u"SN-1|16854|Keller, \"links\"|prd-00001"_s);
    QCOMPARE(text(u"SELECT kind || '|' || status || '|' || starts || '|' || note FROM appointment"_s),
             u"maintenance|under_way|1768308300000|burner cleaned"_s);
    QCOMPARE(text(u"SELECT value || '|' || at FROM meter_reading"_s), u"1234.5|1768309200000"_s);
    QCOMPARE(text(u"SELECT role FROM staff"_s), u"technician"_s);
    const auto verified = Verifier(*m_connection, ContentStore(m_server->filePath(u"content"_s))).run();
    QVERIFY(verified && verified->isSound());
}

void TestTerritory::takesChangesIn()
{
    QVERIFY(import(*m_files));
    const QTemporaryDir changed;
    write(changed, "changes.ndjson",
          QByteArray(R"({"t":"visits","row":)") + QByteArray(visits).trimmed().replace("en_route", "done") + "}\n");
    QVERIFY(isTerritory(changed.path()));
    QVERIFY(import(changed));
    QCOMPARE(text(u"SELECT count(*) || '|' || max(status) FROM appointment"_s), u"1|done"_s);
    QCOMPARE(text(u"SELECT count(*) FROM change WHERE op = 2"_s), u"1"_s);
}

void TestTerritory::namesTheLineThatIsWrong()
{
    write(*m_files, "readings.ndjson", QByteArray(readings) + "{\"id\":\n");
    const Status done = import(*m_files);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"ndjson"_s);
    QVERIFY2(done.error().detail.contains(u"readings.ndjson, line 2"_s), qPrintable(done.error().detail));
}

QTEST_GUILESS_MAIN(TestTerritory)
#include "tst_territory.moc"
