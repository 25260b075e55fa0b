#include "sync/server/service/receiptservice.h"
#include "sync/server/store/storemove.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::protocol;
using namespace turnus::tests;

namespace {

/// A company, jana's handheld with a visit of today pushed, and what signs.
struct Signing
{
    explicit Signing(const QString &location = {})
        : company(location), content(QDir(company.directory()).filePath(u"content"_s)), service(company.clock, content),
          jana(company, "jana"), visit(jana.visitWithReferral(u"due"_s, true))
    {
        jana.sync();
        day = u"2026-10-05"_s;
        bounds = {day, company.clock.now() - std::chrono::hours{12}, company.clock.now() + std::chrono::hours{12}};
    }

    Result<std::string> issue(const server::Principal &to, qint64 staff = Company::jana)
    {
        return service.issue(company.connection(), to, StaffId{staff}, bounds);
    }
    DayReceipt receipt() { return *decodeDayReceipt(unseal(*issue(jana.principal))->statement); }
    std::string key() { return service.keys(company.connection())->keys.front().key; }

    Company company;
    server::ContentStore content;
    server::ReceiptService service;
    Handheld jana;
    Handheld::Visit visit;
    QString day;
    server::ReceiptService::ReceiptDay bounds;
};

qint64 rowsOf(const ReceiptVisit &visit, std::string_view table)
{
    const auto found = std::ranges::find(visit.lines, table, &ReceiptLines::table);
    return found == visit.lines.end() ? 0 : found->rows;
}

void execute(server::Connection &connection, const QString &sql)
{
    if (!connection.write([&]() -> Status {
            server::run(connection, sql);
            return {};
        }))
        qFatal("%s", qPrintable(sql));
}

} // namespace

class TestReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void aReceiptListsWhatTheServerHolds();
    void aTamperedFileIsNotGenuine();
    void anotherKeyOrPurposeDoesNotMatch();
    void whatIsMissingTodayIsNamed();
    void whatGoesOnAfterTheDayIsNoDifference();
    void aFileCountsOnceEveryByteIsThere();
    void aNewKeyIsTrustedThroughTheOldOne();
    void serversOverOneDatabaseShareTheKey();
    void aMovedCompanyKeepsItsKeys();
    void onlyOneselfAndTheSupervisorMayRead();
    void theDaysBoundsMustFitTheDay();
};

void TestReceipts::aReceiptListsWhatTheServerHolds()
{
    Signing signing(freshLocation());
    const DayReceipt receipt = signing.receipt();
    QCOMPARE(receipt.staff, Company::jana);
    QCOMPARE(receipt.issued, toInteger(signing.company.clock.now()));
    QCOMPARE(receipt.visits.size(), 1U);
    const ReceiptVisit &visit = receipt.visits.front();
    QCOMPARE(visit.visit, signing.visit.visit);
    QCOMPARE(rowsOf(visit, "visit"), 1);
    QCOMPARE(rowsOf(visit, "due_note"), 1);
    QCOMPARE(rowsOf(visit, "finding"), 1);
    QCOMPARE(receipt.referrals.size(), 1U);
    QCOMPARE(receipt.referrals.front().referral, signing.visit.referral);
    QCOMPARE(receipt.bonus.size(), 1U);
    QCOMPARE(receipt.replicas.size(), 1U);
    QCOMPARE(receipt.replicas.front().replica, signing.jana.principal.replica);
    QCOMPARE(receipt.replicas.front().highest, signing.jana.request().lastSequence);
    // A second reading says the same, so the hashes rest on nothing but the rows.
    QVERIFY(signing.receipt() == receipt);
}

void TestReceipts::aTamperedFileIsNotGenuine()
{
    Signing signing(freshLocation());
    const std::string file = *signing.issue(signing.jana.principal);
    QVERIFY(isGenuine(receiptPurpose, *unseal(file), signing.key()));
    std::string other = file;
    const auto at = other.find("\"rows\":1");
    QVERIFY(at != std::string::npos);
    other.replace(at, 8, "\"rows\":2");
    QVERIFY(!isGenuine(receiptPurpose, *unseal(other), signing.key()));
    QVERIFY(!unseal(file.substr(0, file.find('\n'))));
    QVERIFY(!unseal(file.substr(0, file.size() - 10)));
}

void TestReceipts::anotherKeyOrPurposeDoesNotMatch()
{
    Signing signing(freshLocation());
    const Sealed sealed = *unseal(*signing.issue(signing.jana.principal));
    QVERIFY(!isGenuine(receiptPurpose, sealed, newSigningKey().publicKey));
    QVERIFY(!isGenuine("turnus-manifest-1", sealed, signing.key()));
    // Who signs with a key of his own and writes the company's name of the key on it.
    const SigningKey forger = newSigningKey();
    Sealed forged = *unseal(seal(receiptPurpose, sealed.statement, forger));
    forged.keyId = sealed.keyId;
    QVERIFY(!isGenuine(receiptPurpose, forged, signing.key()));
}

void TestReceipts::whatIsMissingTodayIsNamed()
{
    Signing signing(freshLocation());
    const DayReceipt receipt = signing.receipt();
    QCOMPARE(signing.service.differences(signing.company.connection(), receipt)->size(), 0);
    execute(signing.company.connection(), u"DELETE FROM finding"_s);
    execute(signing.company.connection(), u"UPDATE due_note SET signs = 'other'"_s);
    const QStringList differences = *signing.service.differences(signing.company.connection(), receipt);
    QCOMPARE(differences.size(), 2);
    QVERIFY2(differences.join(u'\n').contains(u"finding: 1 rows then, 0 today"_s), qPrintable(differences.join(u'\n')));
    QVERIFY2(differences.join(u'\n').contains(u"due_note: other values"_s), qPrintable(differences.join(u'\n')));
}

void TestReceipts::whatGoesOnAfterTheDayIsNoDifference()
{
    Signing signing(freshLocation());
    signing.company.insert("complaint", 980, Company::nord,
                           {{"customer_id", Company::customer},
                            {"visit_id", signing.visit.visit},
                            {"technician_id", Company::jana},
                            {"what", u"Zu laut"_s},
                            {"opened", 5LL}});
    const DayReceipt receipt = signing.receipt();
    QCOMPARE(rowsOf(receipt.visits.front(), "complaint"), 1);
    signing.company.update("complaint", 980, {{"settled", 9LL}, {"settlement", u"Gedämmt"_s}});
    QCOMPARE(*signing.service.differences(signing.company.connection(), receipt), QStringList());
    execute(signing.company.connection(), u"DELETE FROM complaint"_s);
    QCOMPARE(*signing.service.differences(signing.company.connection(), receipt),
             QStringList(u"visit %1, complaint: 1 rows then, 0 today"_s.arg(signing.visit.visit)));
}

void TestReceipts::aFileCountsOnceEveryByteIsThere()
{
    Signing signing(freshLocation());
    const QByteArray photo("photo");
    const QString name = QString::fromLatin1(QCryptographicHash::hash(photo, QCryptographicHash::Sha256).toHex());
    signing.company.insert("attachment", 970, Company::nord,
                           {{"visit_id", signing.visit.visit},
                            {"sha256", name},
                            {"size", qint64(photo.size())},
                            {"media_type", u"image/jpeg"_s},
                            {"kind", u"photo"_s},
                            {"at", 5LL}});
    QVERIFY(!signing.receipt().visits.front().files.front().held);
    QVERIFY(!signing.receipt().visits.front().isWhole());
    QFile file(QDir(signing.company.directory()).filePath(u"photo"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(photo) == photo.size());
    file.close();
    QVERIFY(signing.content.put(file.fileName()));
    QVERIFY(signing.receipt().visits.front().files.front().held);
}

void TestReceipts::aNewKeyIsTrustedThroughTheOldOne()
{
    Signing signing(freshLocation());
    const std::string old = signing.key();
    const Sealed before = *unseal(*signing.issue(signing.jana.principal));
    QVERIFY(signing.service.rotate(signing.company.connection()));
    QVERIFY(signing.service.rotate(signing.company.connection()));
    const KeyList list = *signing.service.keys(signing.company.connection());
    QCOMPARE(list.keys.size(), 3U);
    QCOMPARE(std::ranges::count_if(list.keys, [](const PublicKey &key) { return key.retired.has_value(); }), 2);
    const std::string now = list.keys.front().key;
    QVERIFY(now != old);
    QVERIFY(isGenuine(receiptPurpose, before, old));
    QVERIFY(isGenuine(receiptPurpose, *unseal(*signing.issue(signing.jana.principal)), now));
    QVERIFY(*decodeKeyList(encode(list)) == list);
    const auto trusted = trustedOf(list.keys, {old});
    QCOMPARE(trusted.size(), 3U);
    // A server that is not the company's has no endorsement.
    std::vector<PublicKey> forged = list.keys;
    forged.front().key = newSigningKey().publicKey;
    QCOMPARE(trustedOf(forged, {old}).size(), 2U);
    QCOMPARE(signing.company.integer(u"SELECT count(*) FROM signing_key WHERE seed IS NOT NULL"_s), 1);
}

void TestReceipts::serversOverOneDatabaseShareTheKey()
{
    Signing signing(freshLocation());
    const auto second = *server::Connection::open(signing.company.database());
    const server::ReceiptService other(signing.company.clock, signing.content);
    server::ReceiptService there = other;
    QVERIFY(*there.keys(*second) == *signing.service.keys(signing.company.connection()));
    const auto file = there.issue(*second, signing.jana.principal, StaffId{Company::jana}, signing.bounds);
    QVERIFY(isGenuine(receiptPurpose, *unseal(*file), signing.key()));
    QVERIFY(*file == *signing.issue(signing.jana.principal));
}

void TestReceipts::aMovedCompanyKeepsItsKeys()
{
    Signing signing(freshLocation());
    const std::string file = *signing.issue(signing.jana.principal);
    QVERIFY(signing.service.rotate(signing.company.connection()));
    const KeyList before = *signing.service.keys(signing.company.connection());
    const auto target = *server::Database::at(QDir(signing.company.directory()).filePath(u"moved.db"_s));
    const auto moved = *server::Connection::open(*target);
    QVERIFY(server::moveStore(signing.company.connection(), *moved));
    QVERIFY(*signing.service.keys(*moved) == before);
    const DayReceipt receipt = *decodeDayReceipt(unseal(file)->statement);
    QCOMPARE(*signing.service.differences(*moved, receipt), QStringList());
}

void TestReceipts::onlyOneselfAndTheSupervisorMayRead()
{
    Signing signing(freshLocation());
    const Handheld rolf(signing.company, "rolf");
    const Handheld petra(signing.company, "petra");
    const Handheld karl(signing.company, "karl");
    QVERIFY(signing.issue(signing.jana.principal));
    QVERIFY(signing.issue(rolf.principal));
    QVERIFY(!signing.issue(petra.principal));
    QVERIFY(!signing.issue(karl.principal));
    QCOMPARE(signing.issue(karl.principal).error().code, u"foreign-person"_s);
    QVERIFY(!signing.issue(signing.jana.principal, 102));
}

void TestReceipts::theDaysBoundsMustFitTheDay()
{
    using server::ReceiptService;
    const auto utc = ReceiptService::dayFrom(u"2026-10-14"_s, {});
    QVERIFY(utc);
    const qint64 midnight = toInteger(utc->from);
    const auto query = [&](qint64 hours, qint64 length) {
        constexpr qint64 hour = 3'600'000;
        return u"from=%1&until=%2"_s.arg(midnight + hours * hour).arg(midnight + (hours + length) * hour);
    };
    QVERIFY(ReceiptService::dayFrom(u"2026-10-14"_s, query(-2, 24)));
    QVERIFY(ReceiptService::dayFrom(u"2026-10-14"_s, query(-2, 25)));
    QVERIFY(!ReceiptService::dayFrom(u"2026-10-14"_s, query(-2, 48)));
    QVERIFY(!ReceiptService::dayFrom(u"2026-10-14"_s, query(-30, 24)));
    QVERIFY(!ReceiptService::dayFrom(u"2026-10-14"_s, query(-2, -1)));
    QVERIFY(!ReceiptService::dayFrom(u"2026-10-14"_s, u"from=1"_s));
    QVERIFY(!ReceiptService::dayFrom(u"2026-02-30"_s, {}));
    QVERIFY(!ReceiptService::dayFrom(u"14.10.2026"_s, {}));
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
