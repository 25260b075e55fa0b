#include "sync/server/service/verifier.h"
#include "sync/server/store/proofstore.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using namespace turnus::server;

namespace {

/// The company with a visit and photos of it, of which no file is here.
class Photographed : public Company
{
public:
    Photographed() : Company(freshLocation())
    {
        insert("visit", 970, nord,
               {{"customer_id", customer},
                {"site_id", site},
                {"technician_id", jana},
                {"kind", text("repair")},
                {"status", text("completed")},
                {"started", 5LL}});
    }
    void attach(qint64 id, const QString &sha256)
    {
        insert("attachment", id, nord,
               {{"visit_id", 970LL},
                {"sha256", sha256},
                {"size", 5LL},
                {"media_type", text("image/jpeg")},
                {"kind", text("photo")},
                {"at", 5LL}});
    }
    void prove(const QString &sha256)
    {
        const Status proved = connection().write([&]() -> Status {
            ProofStore(connection()).add(sha256, u"jana"_s);
            return {};
        });
        if (!proved)
            qFatal("%s", qPrintable(proved.error().toString()));
    }
};

const QString onItsWay(64, u'a');
const QString imported(64, u'b');
const QString sent(64, u'c');

QString lost(const QString &sha256)
{
    return u"content/file-lost: %1: was held before, is not here"_s.arg(sha256);
}

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void aFileThatHasNotComeIsNoFault();
    void aFileThatWasHereIsMissed();
    void aBackupWithoutItsFilesIsSound();
};

void TestVerifier::aFileThatHasNotComeIsNoFault()
{
    Photographed company;
    company.attach(idRangeStart(7) + 1, onItsWay);
    company.insert("signature", idRangeStart(7) + 2, Company::nord,
                   {{"visit_id", 970LL}, {"signer", text("Karl")}, {"report_sha256", sent}, {"at", 5LL}});
    // An export leaves out reports that have not come, and keeps the signature on them.
    company.insert("signature", 971, Company::nord,
                   {{"visit_id", 970LL}, {"signer", text("Karl")}, {"report_sha256", imported}, {"at", 5LL}});
    QCOMPARE(company.faults(), QStringList());
    const auto verification = Verifier(company.connection(), ContentStore(company.directory())).run();
    QCOMPARE(verification->notes, QStringList(u"files that handhelds have not sent yet: 3"_s));
}

void TestVerifier::aFileThatWasHereIsMissed()
{
    Photographed company;
    company.attach(idRangeStart(7) + 1, onItsWay);
    company.attach(972, imported);
    company.attach(idRangeStart(7) + 2, sent);
    company.prove(sent);
    QStringList faults = company.faults();
    faults.sort();
    QCOMPARE(faults, QStringList({lost(imported), lost(sent)}));
}

void TestVerifier::aBackupWithoutItsFilesIsSound()
{
    Photographed company;
    company.attach(idRangeStart(7) + 1, onItsWay);
    company.attach(idRangeStart(7) + 2, sent);
    company.prove(sent);
    const ContentStore content(company.directory());
    const ContentStore beside(company.directory() + u"/copy.content"_s);
    const auto verification = Verifier(company.connection(), content, &beside).run();
    QVERIFY(verification);
    QCOMPARE(verification->faults, QStringList(u"content/file-missing: 00"_s)); // the test's company never had it
    QCOMPARE(verification->lostFiles, 1);
    QCOMPARE(verification->notes.size(), 2);
    QVERIFY(verification->notes.constLast().contains("in the backup: 1;"_L1));
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
