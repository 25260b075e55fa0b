#include "qml/outbox/outboxviewmodel.h"
#include "tests/qml/outbox/fullday.h"
#include "tests/support/fakesync.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::outbox;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOutboxViewModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void countsWhatIsHereSentAndConfirmed();
    void tellsWhatWaitsByVisitAndRecord();
    void aRefusedEditIsSentAgain();
    void aDiscardedEditLeavesACopy();
    void aConflictIsSettled_data();
    void aConflictIsSettled();
    void aNewEditShowsAtOnce();
    void tellsTheSituation();
    void nothingWaitsOnAFreshDevice();
};

namespace {

struct Fixture
{
    explicit Fixture(bool fullDay = true)
    {
        if (fullDay)
            layFullDay(database);
        model = std::make_unique<OutboxViewModel>(database.connection(), database.notifier, database.clock, sync,
                                                  directory.filePath(u"discarded"_s));
    }
    TestDatabase database;
    FakeSync sync;
    QTemporaryDir directory;
    std::unique_ptr<OutboxViewModel> model;
};

QStringList textsOf(const QAbstractItemModel *model, int role)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data(role).toString());
    return texts;
}

} // namespace

void TestOutboxViewModel::countsWhatIsHereSentAndConfirmed()
{
    const Fixture f;
    QCOMPARE(f.model->here(), 3);
    QCOMPARE(f.model->sent(), 1);
    QCOMPARE(f.model->confirmed(), 3);
    QCOMPARE(f.model->heldCount(), 1);
    QVERIFY(!f.model->outgoing().isEmpty());
}

void TestOutboxViewModel::tellsWhatWaitsByVisitAndRecord()
{
    const Fixture f;
    const QAbstractItemModelTester tester(f.model->subjects());
    QCOMPARE(textsOf(f.model->subjects(), SubjectModel::Title),
             (QStringList{u"Visit Hotel Musterhof"_s, u"Customer Hotel Musterhof"_s, u"Device Hotel Musterhof"_s}));
    QCOMPARE(textsOf(f.model->subjects(), SubjectModel::Detail).first(), u"meter reading, referral"_s);
    QCOMPARE(textsOf(f.model->subjects(), SubjectModel::SyncState), (QStringList{u"0"_s, u"1"_s, u"3"_s}));
    QCOMPARE(f.model->subjects()->index(0).data(SubjectModel::Waiting), 3);
}

void TestOutboxViewModel::aRefusedEditIsSentAgain()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model->held());
    QCOMPARE(textsOf(f.model->held(), HeldModel::Reason),
             QStringList{u"It refers to something that the server does not have."_s});
    f.model->retry(f.model->held()->rows().first().sequence);
    QTRY_COMPARE(f.model->heldCount(), 0);
    QCOMPARE(f.model->here(), 4);
    QCOMPARE(f.sync.asked, 1);
    QVERIFY(f.model->error().isEmpty());
    f.model->retry(9'999);
    QVERIFY(!f.model->error().isEmpty());
}

void TestOutboxViewModel::aDiscardedEditLeavesACopy()
{
    Fixture f;
    QSignalSpy discarded(f.model.get(), &OutboxViewModel::discarded);
    f.model->discard(f.model->held()->rows().first().sequence);
    QCOMPARE(discarded.size(), 1);
    QVERIFY(QFile::exists(discarded[0][0].toString()));
    QTRY_COMPARE(f.model->heldCount(), 0);
    QCOMPARE(f.model->subjectCount(), 2);
}

void TestOutboxViewModel::aConflictIsSettled_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("phone");
    QTest::newRow("mine") << 0 << u"Hintereingang"_s << u"0123 555-0142"_s;
    QTest::newRow("theirs") << 1 << u"Hintereingang"_s << u"0123 555-0100"_s;
    QTest::newRow("both") << 2 << u"0123 555-0142"_s << u"0123 555-0100"_s;
}

void TestOutboxViewModel::aConflictIsSettled()
{
    QFETCH(int, answer);
    QFETCH(QString, note);
    QFETCH(QString, phone);
    Fixture f;
    const QAbstractItemModelTester tester(f.model->conflicts());
    QCOMPARE(textsOf(f.model->conflicts(), ConflictModel::Title), QStringList{u"Please choose: Phone"_s});
    QCOMPARE(textsOf(f.model->conflicts(), ConflictModel::TheirsCaption).first().section(u',', 0, 0), u"R. Vorlage"_s);
    f.model->resolve(1, answer);
    QTRY_COMPARE(f.model->conflicts()->rowCount(), 0);
    QCOMPARE(f.sync.asked, 1);
    const QString sql = u"SELECT count(*) FROM customer WHERE note LIKE '%%1%' AND phone = '%2'"_s.arg(note, phone);
    QCOMPARE(f.database.integer(sql.toUtf8().constData()), 1);
}

void TestOutboxViewModel::aNewEditShowsAtOnce()
{
    Fixture f;
    QSignalSpy inserted(f.model->subjects(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(f.model->subjects(), &QAbstractItemModel::modelReset);
    QVERIFY(f.database.connection().write([](storage::Writer &writer) -> Status {
        writer.update("site", TestDatabase::site, {{"access_note", u"Klingeln"_s}});
        return {};
    }));
    QTRY_COMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(f.model->here(), 4);
}

void TestOutboxViewModel::tellsTheSituation()
{
    Fixture f;
    QSignalSpy changed(f.model.get(), &OutboxViewModel::changed);
    QCOMPARE(f.model->situation(), u"You work offline · everything is saved"_s);
    QVERIFY(!f.model->blocked().isEmpty());
    f.model->setOnline(true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.model->situation(), u"Everything is saved"_s);
    QVERIFY(f.model->blocked().isEmpty());
    f.sync.problem = u"The server does not answer."_s;
    f.sync.set(shell::SyncFace::State::Failed);
    QCOMPARE(f.model->situation(), u"No contact yet · everything is saved"_s);
    QCOMPARE(f.model->failure(), u"The server does not answer."_s);
    f.sync.set(shell::SyncFace::State::Syncing);
    QVERIFY(f.model->isSyncing() && f.model->failure().isEmpty());
    f.model->tryNow();
    QCOMPARE(f.sync.asked, 1);
}

void TestOutboxViewModel::nothingWaitsOnAFreshDevice()
{
    const Fixture f(false);
    QCOMPARE(f.model->here() + f.model->sent() + f.model->confirmed() + f.model->subjectCount(), 0);
    QVERIFY(f.model->outgoing().isEmpty() && f.model->error().isEmpty());
}

QTEST_GUILESS_MAIN(TestOutboxViewModel)
#include "tst_outboxviewmodel.moc"
