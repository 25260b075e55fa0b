#include "assets/demo/demo.h"
#include "sync/protocol/exchanged.h"
#include "sync/server/exchange/exporter.h"
#include "sync/server/exchange/importer.h"
#include "sync/server/service/verifier.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "tests/support/fakeclock.h"
#include "tests/sync/server/support/engines.h"

#include <QDir>
#include <QTemporaryDir>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::server;
using namespace turnus::tests;

namespace {

/// An empty server and a directory to import from.
struct Place
{
    explicit Place(const QString &location = freshLocation())
        : database(*Database::at(location.isEmpty() ? server.filePath(u"server.db"_s) : location)),
          connection(*Connection::open(*database)), content(server.filePath(u"content"_s))
    {
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    /// The least files that make a customer possible.
    void writeBasics() const
    {
        write(u"territory.csv"_s, "key,name\nnord,Nord\nsued,Süd\n");
        write(u"segment.csv"_s, "key,name,care\ngastro,Gastronomie,\n");
        write(u"customer.csv"_s, "key,territory,name,segment,external_key,phone,email,note\n"
                                 "K1,nord,Café Eins,gastro,1,,,\nK2,sued,\"Zwei, \"\"GmbH\"\"\",gastro,,,,\"a\nb\"\n");
    }
    [[nodiscard]] Result<QList<ImportCount>> import()
    {
        return Importer(*connection, content, clock, PasswordCost::least()).run(files.path());
    }
    [[nodiscard]] Value value(const QString &sql)
    {
        Value result;
        if (const Status read = connection->read([&]() -> Status {
                result = one(*connection, sql);
                return {};
            });
            !read)
            qFatal("%s", qPrintable(read.error().toString()));
        return result;
    }
    [[nodiscard]] qint64 integer(const QString &sql) { return integerOf(value(sql)); }

    QTemporaryDir server;
    QTemporaryDir files;
    FakeClock clock;
    std::unique_ptr<Database> database;
    std::unique_ptr<Connection> connection;
    ContentStore content;
};

QMap<QString, QByteArray> contentOf(const QString &directory)
{
    QMap<QString, QByteArray> files;
    for (const QString &name : QDir(directory).entryList(QDir::Files)) {
        QFile file(QDir(directory).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

/// What errorsNameFileLineAndColumn() runs over.
void row(const char *tag, const char *name, const QByteArray &bytes, const char *code, const char *place)
{
    QTest::newRow(tag) << QString::fromLatin1(name) << bytes << QString::fromLatin1(code) << QString::fromUtf8(place);
}

void addErrorsOfForm()
{
    const QByteArray customer = "key,territory,name,segment\n";
    row("no header", "segment.csv", "", "header", "segment.csv: line 1, column 1");
    row("wrong column", "segment.csv", "key,name,colour\nx,X,red\n", "column-unknown",
        "segment.csv: line 1, column 3 (colour)");
    row("missing column", "segment.csv", "key,care\nx,\n", "column-missing",
        "segment.csv: line 1: the column \"name\"");
    row("column twice", "segment.csv", "key,name,name\nx,X,Y\n", "column-twice",
        "segment.csv: line 1, column 3 (name)");
    row("semicolons", "segment.csv", "key;name\nx;X\n", "separator", "segment.csv: line 1, column 1");
    row("too few fields", "segment.csv", "key,name\nx,X\ny\n", "fields", "segment.csv: line 3: 1 fields");
    row("too many fields", "segment.csv", "key,name\nx,X,\n", "fields", "segment.csv: line 2: 3 fields");
    row("key twice", "segment.csv", "key,name\nx,X\ny,Y\nx,Z\n", "key-twice",
        "segment.csv: line 4, column 1 (key): \"x\" is also in line 2");
    row("no key", "segment.csv", "key,name\n,X\n", "key-missing", "segment.csv: line 2, column 1 (key)");
    row("unknown reference", "customer.csv", customer + "a,nord,A,gastro\nb,nord,B,hotel\n", "reference",
        "customer.csv: line 3, column 4 (segment): segment \"hotel\"");
    row("unknown territory", "customer.csv", customer + "a,west,A,gastro\n", "reference",
        "customer.csv: line 2, column 2 (territory)");
    row("empty reference", "customer.csv", customer + "a,nord,A,\n", "value-missing",
        "customer.csv: line 2, column 4 (segment)");
    row("empty text", "segment.csv", "key,name\nx,\n", "value-missing", "segment.csv: line 2, column 2 (name)");
    row("latin-1", "segment.csv",
        "key,name\nx,K\xfc"
        "che\n",
        "encoding", "segment.csv: line 2, column 2 (name): not UTF-8; read as Latin-1 it says \"Küche\"");
    row("utf-16", "segment.csv", QByteArray("\xff\xfek\0e\0y\0", 8), "encoding", "segment.csv: line 1, column 1");
    row("zero byte", "segment.csv", QByteArray("key,name\nx,a\0b\n", 15), "encoding",
        "segment.csv: line 2, column 2 (name)");
    row("open quote", "segment.csv", "key,name\nx,\"X\ny,Y\n", "quote",
        "segment.csv: line 2, column 2 (name): the quote that opens here");
    row("quote inside", "segment.csv", "key,name\nx,X \"Y\" Z\n", "quote", "segment.csv: line 2, column 2 (name)");
    row("text behind quote", "segment.csv", "key,name\nx,\"X\"Y\n", "quote", "segment.csv: line 2, column 2 (name)");
    row("line after a long field", "segment.csv", "key,name\nx,\"X\n\n\"\ny\n", "fields", "segment.csv: line 5");
}

void addErrorsOfValues()
{
    const QByteArray product =
        "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,"
        "hidden_failure\n";
    row("usage below zero", "product.csv", product + "p,1,P,mill,M,96,-1,kg,0\n", "value-range",
        "product.csv: line 2, column 7 (nominal_usage_per_day)");
    row("no life", "product.csv", product + "p,1,P,mill,M,0,1,kg,0\n", "value-range",
        "product.csv: line 2, column 6 (nominal_life_months)");
    const QByteArray contract = "key,customer,name,starts,visits_per_year\n";
    row("bad day", "service_contract.csv", contract + "v,K1,V,31.12.2025,1\n", "date",
        "service_contract.csv: line 2, column 4 (starts): \"31.12.2025\"");
    row("no such day", "service_contract.csv", contract + "v,K1,V,2025-02-30,1\n", "date",
        "service_contract.csv: line 2, column 4 (starts)");
    row("bad integer", "service_contract.csv", contract + "v,K1,V,2025-01-01,1.5\n", "number",
        "service_contract.csv: line 2, column 5 (visits_per_year)");
    row("empty integer", "service_contract.csv", contract + "v,K1,V,2025-01-01,\n", "value-missing",
        "service_contract.csv: line 2, column 5 (visits_per_year)");
    row("decimal comma", "site.csv",
        "key,customer,name,street,postal_code,city,country,latitude\ns,K1,S,St,1,C,DE,\"53,5\"\n", "number",
        "site.csv: line 2, column 8 (latitude)");
    row("unknown word", "staff.csv", "key,name,role\nx,X,boss\n", "value-unknown",
        "staff.csv: line 2, column 3 (role)");
    row("no such file", "product.csv",
        "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,hidden_failure,image\n"
        "p,P,P,grinder,B,1,1,x,0,no.png\n",
        "file-missing", "product.csv: line 2, column 10 (image)");
    row("bad flag", "product.csv",
        "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,usage_unit,hidden_failure\n"
        "p,P,P,grinder,B,1,1,x,ja\n",
        "number", "product.csv: line 2, column 9 (hidden_failure)");
    row("unknown file", "kunden.csv", "key\n", "file-unknown", "kunden.csv");
    row("account without staff", "account.csv", "login,password,staff\na,password,nobody\n", "reference",
        "account.csv: line 2, column 3 (staff)");
    row("short password", "account.csv", "login,password,staff\na,short,nobody\n", "password-length", "login \"a\"");
}

} // namespace

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void errorsNameFileLineAndColumn_data();
    void errorsNameFileLineAndColumn();
    void quotedFieldsAndByteOrderMarkAreRead();
    void secondImportBringsUpToDate();
    void factsStayAsTheyWere();
    void customerMovesWithItsTerritory();
    void rowStaysWithItsParent();
    void filesAreKeptByTheirContent();
    void pathsOutsideTheDirectoryAreRefused();
    void exportWritesNowhereElse();
    void demoCompanyComesInWholeAndSound();
    void exportIsReadBackTheSame();
    void accountsComeWithPasswordOrHash();
    void readmeHoldsTheForm();
};

void TestExchange::errorsNameFileLineAndColumn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    addErrorsOfForm();
    addErrorsOfValues();
}

void TestExchange::errorsNameFileLineAndColumn()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    Place company;
    company.writeBasics();
    company.write(name, bytes);
    const auto done = company.import();
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QFETCH(QString, place);
    QVERIFY2(done.error().detail.startsWith(place) || (name == "account.csv"_L1 && done.error().detail.contains(place)),
             qPrintable(done.error().toString()));
}

void TestExchange::quotedFieldsAndByteOrderMarkAreRead()
{
    Place place;
    place.writeBasics();
    place.write(u"segment.csv"_s, "\xef\xbb\xbfkey,name,care\r\ngastro,Gastronomie,\r\n\r\nbuero,\"Büro\r\n\",2\r\n");
    QVERIFY(place.import());
    QCOMPARE(textOf(place.value(u"SELECT name FROM customer WHERE note IS NOT NULL"_s)), u"Zwei, \"GmbH\""_s);
    QCOMPARE(textOf(place.value(u"SELECT note FROM customer WHERE note IS NOT NULL"_s)), u"a\nb"_s);
    QCOMPARE(textOf(place.value(u"SELECT name FROM segment WHERE care IS NOT NULL"_s)), u"Büro\r\n"_s);
    QCOMPARE(place.integer(u"SELECT count(*) FROM segment"_s), 2);
}

void TestExchange::secondImportBringsUpToDate()
{
    Place place;
    place.writeBasics();
    QVERIFY(place.import());
    const qint64 id = place.integer(u"SELECT row_id FROM external_key WHERE key = 'K1'"_s);
    const qint64 changes = place.integer(u"SELECT count(*) FROM change"_s);
    place.write(u"customer.csv"_s, "key,territory,name,segment\nK1,nord,Café Neu,gastro\nK3,nord,Drei,gastro\n");
    const auto counts = place.import();
    QVERIFY(counts);
    QCOMPARE(counts->at(2).added, 1);
    QCOMPARE(counts->at(2).changed, 1);
    QCOMPARE(textOf(place.value(u"SELECT name FROM customer WHERE id = %1"_s.arg(id))), u"Café Neu"_s);
    // A column that the file has not stays as it was.
    QCOMPARE(textOf(place.value(u"SELECT external_key FROM customer WHERE id = %1"_s.arg(id))), u"1"_s);
    QCOMPARE(place.integer(u"SELECT count(*) FROM change"_s), changes + 2);
    place.write(u"customer.csv"_s, "key,territory,name,segment\nK4,nord,Vier,gastro\nK1,nord,X,none\n");
    QVERIFY(!place.import());
    QCOMPARE(place.integer(u"SELECT count(*) FROM customer"_s), 3);
    QCOMPARE(place.integer(u"SELECT count(*) FROM external_key WHERE key = 'K4'"_s), 0);
    QCOMPARE(place.integer(u"SELECT count(*) FROM change"_s), changes + 2);
}

void TestExchange::factsStayAsTheyWere()
{
    Place place;
    place.writeBasics();
    place.write(u"staff.csv"_s, "key,name,role,team\nt,T,technician,\n");
    place.write(u"consent.csv"_s, "key,customer,given_by,medium,purpose,granted,at\n"
                                  "c,K1,Frau A,phone,sales_contact,1,2026-01-02T03:04:05Z\n");
    QVERIFY(place.import());
    QCOMPARE(place.integer(u"SELECT at FROM consent"_s), 1'767'323'045'000);
    QVERIFY(place.import());
    place.write(u"consent.csv"_s, "key,customer,given_by,medium,purpose,granted,at\n"
                                  "c,K1,Frau A,phone,sales_contact,0,2026-01-02T03:04:05Z\n");
    QCOMPARE(place.import().error().code, u"fact-changed"_s);
}

void TestExchange::customerMovesWithItsTerritory()
{
    Place place;
    place.writeBasics();
    place.write(u"contact.csv"_s, "key,customer,name\nc,K1,Frau A\n");
    QVERIFY(place.import());
    const QString channels = u"SELECT count(*) FROM %1 t JOIN channel c ON c.id = t.channel WHERE c.name = 'Süd'"_s;
    QCOMPARE(place.integer(channels.arg(u"customer"_s)), 1);
    place.write(u"customer.csv"_s, "key,territory,name,segment\nK1,sued,Café Eins,gastro\n");
    QVERIFY(place.import());
    QCOMPARE(place.integer(channels.arg(u"customer"_s)), 2);
    QCOMPARE(place.integer(channels.arg(u"contact"_s)), 1);
}

void TestExchange::rowStaysWithItsParent()
{
    Place place;
    place.writeBasics();
    place.write(u"contact.csv"_s, "key,customer,name\nd,K2,Herr B\nc,K1,Frau A\n");
    QVERIFY(place.import());
    place.write(u"contact.csv"_s, "key,customer,name\nd,K2,Herr C\nc,K2,Frau A\n");
    const auto moved = place.import();
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, u"fixed-field"_s);
    QVERIFY2(moved.error().detail.contains(u"contact.csv: line 3, column 2 (customer)"_s),
             qPrintable(moved.error().detail));
    QCOMPARE(place.integer(u"SELECT count(*) FROM contact WHERE name = 'Herr B'"_s), 1);
    QCOMPARE(place.integer(u"SELECT count(*) FROM contact t JOIN customer c ON c.id = t.customer_id WHERE c.channel "
                           "<> t.channel"_s),
             0);
}

void TestExchange::filesAreKeptByTheirContent()
{
    Place place;
    place.write(u"a.pdf"_s, "hello");
    const QByteArray head = "key,title,language,file,size,pages,version,valid_from\n";
    place.write(u"brochure.csv"_s, head + "b,B,de,a.pdf,6,1,1,2026-01-01\n");
    const auto wrong = place.import();
    QCOMPARE(wrong.error().toString(), u"input/size: brochure.csv: line 2, column 5 (size): the file has 5 bytes"_s);
    place.write(u"brochure.csv"_s, head + "b,B,de,a.pdf,5,1,1,2026-01-01\n");
    QVERIFY(place.import());
    const QString sha256 = u"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"_s;
    QCOMPARE(textOf(place.value(u"SELECT sha256 FROM brochure"_s)), sha256);
    QVERIFY(place.content.check(sha256));
    QFile damaged(place.content.path(sha256));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("hellO");
    damaged.close();
    const auto verification = Verifier(*place.connection, place.content).run();
    QCOMPARE(verification->faults.size(), 1);
}

void TestExchange::pathsOutsideTheDirectoryAreRefused()
{
    Place place;
    for (const QByteArray path : {"../secret", "/etc/hostname", "link"}) {
        QFile::link(u"/etc/hostname"_s, place.files.filePath(u"link"_s));
        place.write(u"brochure.csv"_s,
                    "key,title,language,file,size,pages,version,valid_from\nb,B,de," + path + ",6,1,1,2026-01-01\n");
        QCOMPARE(place.import().error().code, u"file-missing"_s);
    }
    QVERIFY(place.content.names().isEmpty());
}

void TestExchange::exportWritesNowhereElse()
{
    Place place;
    place.write(u"a.pdf"_s, "hello");
    place.write(u"brochure.csv"_s, "key,title,language,file,size,pages,version,valid_from\n"
                                   "b,B,de,a.pdf,5,1,1,2026-01-01\n");
    QVERIFY(place.import());
    // A row as a server took it before names were looked at; the file that it points to is the server's own.
    QVERIFY(place.connection->write([&]() -> Status {
        run(*place.connection, u"UPDATE brochure SET sha256 = '../stolen'"_s);
        return {};
    }));
    QFile own(place.content.path(u"../stolen"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.close();
    const QTemporaryDir out;
    std::ignore = Exporter(*place.connection, place.content).run(out.filePath(u"there/a"_s));
    QVERIFY(!QFile::exists(out.filePath(u"there/a/stolen"_s)));
    QVERIFY(own.remove());
}

void TestExchange::demoCompanyComesInWholeAndSound()
{
    QFETCH_GLOBAL(bool, postgres);
    if (postgres)
        return; // 180,000 rows are for one engine
    Place place;
    QVERIFY(demo::writeCompany(place.files.path(), 1, place.clock.today()));
    const auto counts = place.import();
    QVERIFY2(counts, qPrintable(counts ? QString() : counts.error().toString()));
    QCOMPARE(place.integer(u"SELECT count(*) FROM customer"_s), 2'000);
    QCOMPARE(place.integer(u"SELECT count(*) FROM asset"_s), 8'000);
    QCOMPARE(place.integer(u"SELECT count(*) FROM channel WHERE kind = 2"_s), 3);
    const auto verification = Verifier(*place.connection, place.content).run();
    QVERIFY(verification);
    QVERIFY2(verification->isSound(), qPrintable(verification->faults.join(u'\n')));
    QVERIFY(verification->files >= 8);
    QTemporaryDir out;
    QVERIFY(Exporter(*place.connection, place.content).run(out.filePath(u"a"_s)));
    QCOMPARE(contentOf(out.filePath(u"a"_s)).size(),
             static_cast<qsizetype>(std::ranges::count_if(protocol::tables(), protocol::isExchanged)) + 1);
}

void TestExchange::exportIsReadBackTheSame()
{
    Place place;
    place.writeBasics();
    place.write(u"a.pdf"_s, "hello");
    place.write(u"brochure.csv"_s, "key,title,language,file,size,pages,version,valid_from,valid_until\n"
                                   "b,\"B, \"\"x\"\"\",de,a.pdf,5,1,1,2026-01-01,2026-12-31\n");
    place.write(u"staff.csv"_s, "key,name,role,team,phone,email\nt,T,technician,nord,,\n");
    place.write(u"team.csv"_s, "key,name,territory,leader\nnord,Nord,nord,t\n");
    place.write(u"account.csv"_s, "login,password,staff\nt,password,t\n");
    place.write(u"site.csv"_s, "key,customer,name,street,postal_code,city,country,latitude,longitude,access_note\n"
                               "s,K1,S,,1,C,DE,53.123456789,-0.1,\n");
    place.write(u"consent.csv"_s, "key,customer,given_by,medium,purpose,granted,at\n"
                                  "c,K1,Frau A,phone,sales_contact,1,2026-01-02T03:04:05.678Z\n");
    QVERIFY(place.import());
    QTemporaryDir out;
    QVERIFY(Exporter(*place.connection, place.content).run(out.filePath(u"a"_s)));
    QCOMPARE(Exporter(*place.connection, place.content).run(out.filePath(u"a"_s)).error().code, u"directory"_s);
    Place second;
    const auto done =
        Importer(*second.connection, second.content, second.clock, PasswordCost::least()).run(out.filePath(u"a"_s));
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    QVERIFY(Exporter(*second.connection, second.content).run(out.filePath(u"b"_s)));
    const auto first = contentOf(out.filePath(u"a"_s));
    QCOMPARE(contentOf(out.filePath(u"b"_s)), first);
    QVERIFY(first.value(u"site.csv"_s).contains("53.123456789,-0.1"));
    QVERIFY(first.value(u"consent.csv"_s).contains("2026-01-02T03:04:05.678Z"));
    QVERIFY(first.value(u"customer.csv"_s).contains("K2,sued,\"Zwei, \"\"GmbH\"\"\",gastro"));
}

void TestExchange::accountsComeWithPasswordOrHash()
{
    Place place;
    const QString hash = *hashPassword(u"geheim-genug"_s, PasswordCost::least());
    place.write(u"staff.csv"_s, "key,name,role\nt,T,technician\nu,U,sales\n");
    place.write(u"account.csv"_s, "login,password,staff\nT.T,password,t\nu,\"" + hash.toLatin1() + "\",u\n");
    const auto done = place.import();
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    QVERIFY(passwordMatches(u"password"_s,
                            textOf(place.value(u"SELECT password_hash FROM account WHERE login = 't.t'"_s))));
    QCOMPARE(textOf(place.value(u"SELECT password_hash FROM account WHERE login = 'u'"_s)), hash);
}

void TestExchange::readmeHoldsTheForm()
{
    QFile readme(QStringLiteral(TURNUS_SOURCE_DIR "/sync/server/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    QVERIFY2(QString::fromUtf8(readme.readAll()).contains(csvFormAsText()),
             "put what `turnus-server import --describe` prints into sync/server/README.md");
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
