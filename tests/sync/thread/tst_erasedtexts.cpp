// What was typed or put aside about a customer goes with him, also when he had left the handheld before.
#include "core/storage/drafts.h"
#include "sync/client/eraser.h"
#include "sync/client/outboxbook.h"
#include "sync/server/service/erasure.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/signingkeystore.h"
#include "tests/sync/server/support/engines.h"
#include "tests/sync/thread/realdevice.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

Status erase(Company &company, qint64 customer = Company::customer)
{
    const server::Erasure erasure(company.clock, server::ContentStore(company.directory() + u"/content"_s),
                                  company.directory() + u"/uploads"_s);
    const auto done = erasure.erase(company.connection(), customer, u"request"_s, {}, false);
    return done ? Status() : tl::unexpected(done.error());
}

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", qPrintable(path));
}

/// A handheld with the directories that its files lie in.
class FiledDevice : public RealDevice
{
public:
    using RealDevice::RealDevice;

    [[nodiscard]] QString content() const { return m_directory.filePath(u"content"_s); }
    [[nodiscard]] QString discarded() const { return m_directory.filePath(u"discarded"_s); }
    [[nodiscard]] QStringList texts() const { return QDir(discarded()).entryList(QDir::Files); }
    [[nodiscard]] Status scrub() { return client::Scrub(*connection, content(), discarded()).run(); }
    [[nodiscard]] qint64 draftsLeft() { return integer("SELECT count(*) FROM draft"); }

    /// As when the server has refused all that waits here.
    void refuseAll()
    {
        const Status done = connection->write([&](storage::Writer &) -> Status {
            connection->execute("UPDATE outbox SET state = 2, reason = 'value-unknown: x'");
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    [[nodiscard]] qint64 insertVisit()
    {
        return insert("visit", "customer", Company::customer,
                      {{"customer_id", Company::customer},
                       {"site_id", Company::site},
                       {"asset_id", Company::grinder},
                       {"technician_id", Company::jana},
                       {"kind", u"maintenance"_s},
                       {"status", u"completed"_s},
                       {"started", connection->clock().now()}});
    }
    qint64 insertFinding(qint64 visit)
    {
        return insert("finding", "visit", visit,
                      {{"asset_id", Company::grinder},
                       {"visit_id", visit},
                       {"what", u"Scheibe"_s},
                       {"at", connection->clock().now()}});
    }
    void insertPhoto(qint64 visit, const QString &sha256)
    {
        insert("attachment", "visit", visit,
               {{"visit_id", visit},
                {"sha256", sha256},
                {"size", qint64{1}},
                {"media_type", u"image/jpeg"_s},
                {"kind", u"photo"_s},
                {"at", connection->clock().now()}});
        connection->execute("INSERT OR REPLACE INTO content_file (sha256, size, present) VALUES (?, 1, 1)", sha256);
    }
    /// Of all files of the content, by the handheld's clock.
    void setAge(std::chrono::milliseconds age) const
    {
        const auto at = QDateTime::fromMSecsSinceEpoch(toInteger(connection->clock().now() - age));
        for (const QFileInfo &entry : QDir(content()).entryInfoList(QDir::Files)) {
            QFile file(entry.filePath());
            if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(at, QFileDevice::FileModificationTime))
                qFatal("%s", qPrintable(entry.filePath()));
        }
    }

private:
    QTemporaryDir m_directory;
};

} // namespace

class TestErasedTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void draftsGoWithTheRowsTheyAreAbout();
    void discardedTextGoesWhoseCustomerLeftBefore();
    void olderTextsGoByWholeNumbers();
    void fileOfADiscardedPhotoGoes();
    void filesGoThatNothingNames();
    void whoIsNotInTheBackupComesFromNoHandheld();
};

void TestErasedTexts::draftsGoWithTheRowsTheyAreAbout()
{
    Company company(freshLocation());
    FiledDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 visit = jana.insertVisit();
    QVERIFY(jana.sync());
    storage::Drafts drafts(*jana.connection);
    for (const qint64 row : {visit, Company::grinder, Company::customer})
        QVERIFY(drafts.set(u"of/%1/note"_s.arg(row), u"Herr Zacharias"_s));
    QVERIFY(drafts.set(u"of/%1/note"_s.arg(Company::southGrinder), u"someone else"_s));
    QVERIFY(drafts.set(u"shell/stack"_s, u"today"_s));
    company.moveCustomer(Company::south);
    QVERIFY(jana.sync());
    QCOMPARE(jana.integer("SELECT count(*) FROM customer"), 0);
    QCOMPARE(jana.draftsLeft(), 2);
}

void TestErasedTexts::discardedTextGoesWhoseCustomerLeftBefore()
{
    Company company(freshLocation());
    FiledDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 visit = jana.insertVisit();
    QVERIFY(jana.sync());
    jana.insertFinding(visit);
    jana.refuseAll();
    client::OutboxBook book(*jana.connection);
    QVERIFY(book.discard(book.quarantined()->front().sequence, jana.discarded()));
    // One more, whose rows have left before it is put aside.
    jana.insertFinding(visit);
    jana.refuseAll();
    company.moveCustomer(Company::south);
    QVERIFY(jana.sync());
    QCOMPARE(jana.integer("SELECT count(*) FROM visit"), 0);
    QVERIFY(book.discard(book.quarantined()->front().sequence, jana.discarded()));
    QVERIFY(jana.sync());
    QCOMPARE(jana.texts().size(), 2);
    QVERIFY(erase(company, Company::southCustomer));
    QVERIFY(jana.sync() && jana.scrub());
    QCOMPARE(jana.texts().size(), 2);
    QVERIFY(erase(company));
    QVERIFY(jana.sync() && jana.scrub());
    QCOMPARE(jana.texts(), QStringList());
}

void TestErasedTexts::olderTextsGoByWholeNumbers()
{
    Company company(freshLocation());
    FiledDevice karl(company, u"karl"_s);
    QVERIFY(karl.sync());
    const QByteArray text = "updates contact: 1\n  #77 at 1792003450012 id=%2 note=\"alt\"→\"neu\"\n";
    write(karl.discarded() + u"/refused-77.txt"_s, QByteArray(text).replace("%2", "85899200347"));
    write(karl.discarded() + u"/refused-78.txt"_s, QByteArray(text).replace("%2", "200"));
    write(karl.discarded() + u"/refused-79.txt"_s, "customer 210\n" + QByteArray(text).replace("%2", "200"));
    QVERIFY(erase(company));
    QVERIFY(karl.sync() && karl.scrub());
    QCOMPARE(karl.texts(), (QStringList{u"refused-77.txt"_s, u"refused-79.txt"_s}));
}

void TestErasedTexts::fileOfADiscardedPhotoGoes()
{
    Company company(freshLocation());
    FiledDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 visit = jana.insertVisit();
    QVERIFY(jana.sync());
    const QString photo(64, u'a');
    const QString kept(64, u'b');
    for (const QString &file : {photo, kept}) {
        write(jana.content() + u'/' + file, "x");
        jana.insertPhoto(visit, file);
    }
    jana.insertPhoto(visit, kept);
    jana.refuseAll();
    client::OutboxBook book(*jana.connection);
    for (int i = 0; i < 2; ++i)
        QVERIFY(book.discard(book.quarantined()->front().sequence, jana.discarded()));
    QCOMPARE(jana.integer("SELECT count(*) FROM content_file WHERE present = 1"), 1);
    QVERIFY(jana.scrub());
    QVERIFY(!QFile::exists(jana.content() + u'/' + photo));
    QVERIFY(QFile::exists(jana.content() + u'/' + kept));
}

void TestErasedTexts::filesGoThatNothingNames()
{
    Company company(freshLocation());
    FiledDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 visit = jana.insertVisit();
    const QString named(64, u'a');
    jana.insertPhoto(visit, named);
    const QStringList strays{QString(64, u'b'), QString(64, u'c') + u".Xy12Za"_s, u"report-preview.pdf"_s};
    for (const QString &file : QStringList{named, named + u".part"_s, u"somebody's.txt"_s} + strays)
        write(jana.content() + u'/' + file, "x");
    const auto files = [&] { return QDir(jana.content()).entryList(QDir::Files).size(); };
    jana.setAge(std::chrono::hours{23});
    QVERIFY(jana.scrub());
    QCOMPARE(files(), 6);
    jana.setAge(std::chrono::hours{25});
    QVERIFY(jana.scrub());
    QCOMPARE(files(), 3);
    for (const QString &file : strays)
        QVERIFY(!QFile::exists(jana.content() + u'/' + file));
}

void TestErasedTexts::whoIsNotInTheBackupComesFromNoHandheld()
{
    Company company(freshLocation());
    FiledDevice jana(company, u"jana"_s);
    QVERIFY(jana.sync());
    const qint64 visit = jana.insertVisit();
    jana.insertFinding(visit);
    // The database is from before he was made; of his erasure the list beside it tells.
    QVERIFY(company.connection().write([&]() -> Status {
        server::ErasureStore store(company.connection());
        server::ChangeLog log(company.connection(), company.clock.now());
        for (const server::ErasureRule &rule : server::erasureRules()) {
            if (const protocol::Table &table = *protocol::findTable(rule.table);
                table.channel == protocol::ChannelKind::Territory)
                store.remove(table, Company::customer, log);
        }
        return {};
    }));
    const QString name = server::companyOf(company.connection()).value();
    QVERIFY(
        server::ErasedList(company.directory()).append(name, {company.clock.now(), Company::customer, u"request"_s}));
    const server::Erasure erasure(company.clock, server::ContentStore(company.directory() + u"/content"_s),
                                  company.directory() + u"/uploads"_s);
    QCOMPARE(erasure.again(company.connection()).value(), 1);
    QCOMPARE(erasure.again(company.connection()).value(), 0);
    QVERIFY(jana.sync());
    QCOMPARE(company.integer(u"SELECT count(*) FROM outcome WHERE payload <> ''"_s), 0);
    QCOMPARE(jana.integer("SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM visit) + (SELECT count(*) "
                          "FROM finding)"),
             0);
    QCOMPARE(jana.text("SELECT reason FROM outbox"), u"erased: 2"_s);
}

QTEST_GUILESS_MAIN(TestErasedTexts)
#include "tst_erasedtexts.moc"
