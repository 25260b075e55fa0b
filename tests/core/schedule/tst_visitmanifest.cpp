#include "core/schedule/visitmanifest.h"
#include "core/storage/devicestate.h"
#include "tests/support/fieldday.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace turnus;
using namespace turnus::schedule;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

class TestVisitManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingThereIsReady();
    void brochuresCountInThePersonsLanguageWhileTheyAreValid();
    void aFileLostFromTheDiskIsMissingAndFetchedAgain();
    void whatTheAppointmentNamesMustBeThere();
    void aMaintenanceNeedsItsChecklistWithItems();
    void anUnfinishedSnapshotIsNotReady();
    void rowsThatDifferedAreNotReady();
    void theLastComparisonIsTold();

private:
    [[nodiscard]] VisitManifest manifest(const QString &language = u"de"_s, const QString &directory = {},
                                         AppointmentId id = FieldDay::hotel) const
    {
        const Stop stop = DayPlan(m_database->connection()).stop(id).value();
        return VisitManifests(m_database->connection(), directory, language).of(stop).value();
    }
    [[nodiscard]] QStringList needs() const
    {
        QStringList names;
        for (const Gap &gap : manifest().gaps)
            names.append(nameOf(gap.need));
        return names;
    }
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
};

void TestVisitManifest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
}

void TestVisitManifest::everythingThereIsReady()
{
    const VisitManifest ready = manifest();
    QVERIFY2(ready.isReady(), qPrintable(needs().join(u' ')));
    QCOMPARE(ready.files, 1);
    QVERIFY(ready.rows > 5);
    QVERIFY(!ready.compared);
}

void TestVisitManifest::brochuresCountInThePersonsLanguageWhileTheyAreValid()
{
    m_database->execute("UPDATE content_file SET present = 0");
    QCOMPARE(needs(), QStringList{u"brochure"_s});
    QCOMPARE(manifest().gaps.front().what, u"BK 620"_s);
    QCOMPARE(manifest().gaps.front().bytes, 1000);
    QVERIFY(manifest(u"en"_s).isReady());
    m_database->execute("UPDATE brochure SET valid_until = 20001");
    QVERIFY(manifest().isReady());
    // A newer version takes the place of the older.
    m_database->execute("UPDATE brochure SET valid_until = NULL;"
                        "INSERT INTO content_file (sha256, size, present) VALUES ('newer', 900, 1);"
                        "INSERT INTO brochure (id, channel, title, language, product_id, sha256, size, pages, version, "
                        "valid_from) VALUES (799, 1, 'BK 620', 'de', 303, 'newer', 900, 4, 2, 20000)");
    QVERIFY(manifest().isReady());
}

void TestVisitManifest::aFileLostFromTheDiskIsMissingAndFetchedAgain()
{
    const QTemporaryDir directory;
    QCOMPARE(manifest(u"de"_s, directory.path()).gaps.size(), 1U);
    QFile file(directory.filePath(u"b620"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(999, 'x'));
    file.flush();
    QCOMPARE(manifest(u"de"_s, directory.path()).gaps.size(), 1U); // not whole
    file.write("x");
    file.close();
    QVERIFY(manifest(u"de"_s, directory.path()).isReady());
    const VisitManifests manifests(m_database->connection(), directory.path(), u"de"_s);
    QCOMPARE(manifests.forgetLostFiles().value(), 0);
    QVERIFY(file.remove());
    QCOMPARE(manifests.forgetLostFiles().value(), 1);
    QCOMPARE(m_database->integer("SELECT present FROM content_file WHERE sha256 = 'b620'"), 0);
}

void TestVisitManifest::whatTheAppointmentNamesMustBeThere()
{
    m_database->execute("PRAGMA foreign_keys = OFF; DELETE FROM customer WHERE id = 200");
    QCOMPARE(needs(), QStringList{u"customer"_s});
    m_database->execute("DELETE FROM service_contract");
    QCOMPARE(needs(), (QStringList{u"customer"_s, u"contract"_s}));
    m_database->execute("DELETE FROM asset WHERE id = 403");
    QVERIFY(needs().contains(u"asset"_s));
    m_database->execute("DELETE FROM site WHERE id = 201");
    QVERIFY(needs().contains(u"site"_s));
    init();
    m_database->execute("PRAGMA foreign_keys = OFF; DELETE FROM product WHERE id = 302");
    QVERIFY(needs().contains(u"product"_s));
}

void TestVisitManifest::aMaintenanceNeedsItsChecklistWithItems()
{
    m_database->execute("DELETE FROM checklist_item");
    QCOMPARE(needs(), QStringList{u"checklist_items"_s});
    m_database->execute("DELETE FROM checklist");
    QCOMPARE(needs(), QStringList{u"checklist"_s});
    // Other kinds of visit have no list.
    m_database->execute("UPDATE appointment SET kind = 'repair'");
    QCOMPARE(needs(), QStringList());
}

void TestVisitManifest::anUnfinishedSnapshotIsNotReady()
{
    m_database->execute("UPDATE channel SET position = '27:4294967299' WHERE id = 10");
    QCOMPARE(needs(), QStringList{u"first_sync"_s});
    QCOMPARE(manifest().gaps.front().what, u"Nord"_s);
    m_database->execute("UPDATE channel SET position = '', cursor = 0");
    QCOMPARE(needs().size(), 2); // an own channel may be empty
}

void TestVisitManifest::rowsThatDifferedAreNotReady()
{
    QVERIFY(m_database->connection().write([&](storage::Writer &) -> Status {
        storage::DeviceState(m_database->connection()).set(storage::DeviceState::differed, u"10:412:9041:-3365"_s);
        return {};
    }));
    QCOMPARE(needs(), QStringList{u"repair"_s});
}

void TestVisitManifest::theLastComparisonIsTold()
{
    const Instant now = m_database->clock.now();
    QVERIFY(m_database->connection().write([&](storage::Writer &) -> Status {
        storage::DeviceState(m_database->connection()).set(storage::DeviceState::compared, now);
        return {};
    }));
    QCOMPARE(manifest().compared, std::optional(now));
}

QTEST_GUILESS_MAIN(TestVisitManifest)
#include "tst_visitmanifest.moc"
