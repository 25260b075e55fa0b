#include "qml/visit/reportfileviewmodel.h"
#include "qml/visit/visitviewmodel.h"
#include "qml/visit/visitwords.h"
#include "tests/support/fakeposition.h"
#include "tests/support/fieldday.h"
#include "tests/support/plainreports.h"
#include "tests/support/testdatabase.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace turnus;
using namespace turnus::visitpage;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

class TestVisitViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appointmentBecomesAVisitOnArrival();
    void nearPositionIsTheArrival();
    void farPositionTellsTheWay();
    void arrivalIsCorrected();
    void stepsTellWhatTheyHold();
    void oneAnswerTouchesOneRow();
    void typedNumberIsKeptAndSaved();
    void aMeasuredItemShowsItsLimit();
    void readingIsJudgedWhileTyped();
    void exchangedMeterFits();
    void aUnitThatIsNotDueIsKept();
    void noteNeedsItsThreeTaps();
    void unknownPriceIsNeverZero();
    void reportWaitsForNameAndStrokes();
    void typedNameStandsForTheSignature();
    void whatChangesWhileTheReportIsMadeIsLookedAtAgain();
    void leavingWhileTheReportIsMadeKeepsTheDrafts();
    void wholeReportIsShownBeforeAndAfterTheSignature();
    void failureIsTold();

private:
    std::unique_ptr<VisitViewModel> make(qint64 id = FieldDay::hotel.value)
    {
        return std::make_unique<VisitViewModel>(
            VisitViewModel::Needs{m_database->connection(), m_database->notifier, m_database->clock, m_position,
                                  m_files->filePath(u"content"_s), m_files->filePath(u"pictures"_s), u"en"_s,
                                  std::make_shared<tests::PlainReports>()},
            id);
    }
    std::unique_ptr<VisitViewModel> arrived()
    {
        auto model = make();
        model->arriveByHand();
        return model;
    }
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
    std::unique_ptr<QTemporaryDir> m_files;
    tests::FakePosition m_position;
};

void TestVisitViewModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_position = tests::FakePosition();
    m_files = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
}

void TestVisitViewModel::appointmentBecomesAVisitOnArrival()
{
    const auto model = make();
    QVERIFY(!model->isArrived());
    QCOMPARE(model->title(), u"Hotel Musterhof"_s);
    QCOMPARE(model->address(), u"Musterstraße 12, Hamburg"_s);
    QVERIFY(!model->checklist());
    QSignalSpy told(model.get(), &VisitViewModel::arrivedChanged);
    model->arriveByHand();
    QCOMPARE(told.size(), 1);
    QVERIFY(model->isArrived());
    QCOMPARE(model->subtitle(), u"Maintenance · BK 420 · BK4-20718"_s);
    QCOMPARE(model->arrivalDetail(), u"Entered by hand"_s);
    const auto again = make(static_cast<qint64>(model->visitId()));
    QCOMPARE(again->visitId(), model->visitId());
}

void TestVisitViewModel::nearPositionIsTheArrival()
{
    m_position.here = schedule::GeoPoint{FieldDay::hotelLatitude + 0.00036, FieldDay::hotelLongitude};
    const auto model = make();
    model->lookForArrival();
    QVERIFY(!model->isArrived()); // looking at a neighbour's appointment is no visit
    QCOMPARE(model->distanceText(), u"You are at the site."_s);
    model->startDriving();
    QVERIFY(model->isArrived());
    QCOMPARE(model->arrivalDetail(), u"Recognised 40 m from the entrance"_s);
}

void TestVisitViewModel::farPositionTellsTheWay()
{
    m_position.here = schedule::GeoPoint{FieldDay::hotelLatitude + 0.0027, FieldDay::hotelLongitude};
    const auto model = make();
    m_position.holdBack = true;
    model->lookForArrival();
    QVERIFY(model->isSearching());
    m_position.release();
    QVERIFY(!model->isSearching());
    QVERIFY(!model->isArrived());
    QCOMPARE(model->distanceText(), u"300 m to go"_s);
}

void TestVisitViewModel::arrivalIsCorrected()
{
    const auto model = arrived();
    const int minute = model->arrivalMinute();
    QVERIFY(model->correctArrival(minute - 20));
    QTRY_COMPARE(model->arrivalMinute(), minute - 20);
    QCOMPARE(model->onSiteText(), u"20 min on site"_s);
    QVERIFY(!model->correctArrival(minute + 60));
    QCOMPARE(model->error(), u"The arrival cannot lie in the future."_s);
    model->dismissError();
    QVERIFY(model->error().isEmpty());
}

void TestVisitViewModel::stepsTellWhatTheyHold()
{
    const auto model = arrived();
    const QAbstractItemModelTester tester(model->steps());
    QCOMPARE(model->stepCount(), 7);
    QCOMPARE(model->steps()->at(0)->subtitle, u"0 of 4 items"_s);
    QCOMPARE(model->steps()->at(0)->status, 1);
    QCOMPARE(model->steps()->at(6)->status, 3);
    model->readings()->pickGrade(4);
    QTRY_COMPARE(model->steps()->at(1)->subtitle, u"Grade 4"_s);
    model->setOpenStep(VisitViewModel::Parts);
    QCOMPARE(model->openSubtitle(), u"BK 420 · Step 3 of 7"_s);
    model->next();
    QCOMPARE(model->openStep(), int{VisitViewModel::Photos});
    QCOMPARE(model->stepsDone(), 1);
}

void TestVisitViewModel::oneAnswerTouchesOneRow()
{
    const auto model = arrived();
    ChecklistModel *list = model->checklist();
    const QAbstractItemModelTester tester(list);
    QSignalSpy touched(list, &QAbstractItemModel::dataChanged);
    list->answer(1, ChecklistModel::Defect);
    QTRY_COMPARE(touched.size(), 1);
    QCOMPARE(touched.at(0).at(0).toModelIndex().row(), 1);
    list->answer(1, ChecklistModel::Defect);
    list->setNote(1, u"Riss"_s);
    QTRY_COMPARE(list->at(1)->entry.note, u"Riss"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM checklist_answer"), 2);
    QCOMPARE(list->progressText(), u"1 of 4 items"_s);
}

void TestVisitViewModel::typedNumberIsKeptAndSaved()
{
    {
        const auto model = arrived();
        model->checklist()->type(2, u"9."_s);
    }
    const auto model = make();
    QCOMPARE(model->checklist()->at(2)->draft, u"9."_s);
    model->checklist()->type(2, u"many"_s);
    QVERIFY(!model->checklist()->accept(2));
    model->checklist()->type(2, u"9.1"_s);
    QVERIFY(model->checklist()->accept(2));
    QTRY_COMPARE(model->checklist()->at(2)->entry.value, 9.1);
    QVERIFY(model->checklist()->at(2)->draft.isEmpty());
}

void TestVisitViewModel::aMeasuredItemShowsItsLimit()
{
    m_database->execute("INSERT INTO measured_quantity (id, channel, product_id, item_id, at_new, value_limit) VALUES "
                        "(690, 1, 302, 603, 9.0, 7.5), (691, 1, 303, 603, 1.0, 12.0)");
    const auto model = arrived();
    const auto limit = [&](int row) {
        return model->checklist()->index(row).data(ChecklistModel::LimitText).toString();
    };
    QCOMPARE(limit(2), u"Limit: at least 7.5 bar"_s);
    QCOMPARE(limit(1), QString());
}

void TestVisitViewModel::readingIsJudgedWhileTyped()
{
    const auto model = arrived();
    ReadingsViewModel *readings = model->readings();
    QCOMPARE(readings->lastText(), u"last 198,640 on 7 April"_s);
    readings->setText(u"21438"_s);
    QVERIFY(readings->asks());
    QCOMPARE(readings->lead(), u"A digit missing?"_s);
    QVERIFY(!readings->accept(false));
    readings->setText(u"214380"_s);
    QVERIFY(!readings->asks());
    QCOMPARE(readings->lead(), u"Fits:"_s);
    QCOMPARE(readings->points().size(), 7);
    QCOMPARE(readings->points().last().toPointF(), QPointF(1, 1));
    QVERIFY(readings->accept(false));
    QTRY_VERIFY(readings->isSaved());
    QVERIFY(readings->accept(false));
    QCOMPARE(m_database->integer("SELECT count(*) FROM meter_reading WHERE visit_id IS NOT NULL"), 1);
}

void TestVisitViewModel::exchangedMeterFits()
{
    const auto model = arrived();
    model->readings()->setText(u"500"_s);
    QVERIFY(model->readings()->asks());
    model->readings()->setExchanged(true);
    QVERIFY(!model->readings()->asks());
    QVERIFY(model->readings()->accept(false));
    QCOMPARE(m_database->integer("SELECT count(*) FROM meter_reading WHERE meter_exchanged = 1"), 1);
}

void TestVisitViewModel::aUnitThatIsNotDueIsKept()
{
    const Day today{std::chrono::year{2026} / 3 / 2};
    forecast::Forecast seen;
    seen.status = forecast::DueStatus::NotDue;
    seen.p10 = today + std::chrono::days{500};
    seen.p50 = today + std::chrono::days{1'500};
    const auto sentence = [&] { return forecastSentence(seen, today, QLocale(QLocale::English)); };
    QCOMPARE(sentence(), u"Not due: keep it; most likely not before July 2027"_s);
    seen.p10 = today;
    QCOMPARE(sentence(), u"Not due: keep it"_s);
    seen.status = forecast::DueStatus::Plan;
    QCOMPARE(sentence(), u"Replacement most likely April 2030"_s);
    seen.p50 = today;
    QCOMPARE(sentence(), u"Replacement is due now"_s);
}

void TestVisitViewModel::noteNeedsItsThreeTaps()
{
    const auto model = arrived();
    model->readings()->pickGrade(4);
    QTRY_COMPARE(model->readings()->grade(), 4);
    model->setOpenStep(VisitViewModel::Recommendation);
    DueNoteViewModel *note = model->dueNote();
    QVERIFY(note->isKnown());
    QVERIFY(!note->sentence().isEmpty());
    QCOMPARE(note->signs(), int{DueNoteViewModel::Grade});
    QVERIFY(!note->save());
    note->setVerdict(2);
    QCOMPARE(note->missing(), u"By when is missing."_s);
    note->setHorizon(0);
    note->setInformed(1);
    QVERIFY(note->missing().isEmpty());
    const auto again = make();
    QCOMPARE(again->dueNote()->verdict(), 2);
    QVERIFY(note->save());
    QTRY_VERIFY(note->isRecorded());
    QCOMPARE(m_database->integer("SELECT count(*) FROM due_note WHERE horizon_months IS NULL AND signs = 'grade' "
                                 "AND p50 > p10"),
             1);
}

void TestVisitViewModel::unknownPriceIsNeverZero()
{
    const auto model = arrived();
    PartsViewModel *parts = model->parts();
    const QAbstractItemModelTester tester(parts->used());
    parts->setQuery(u"pumpe"_s);
    QCOMPARE(parts->hits()->rowCount(), 1);
    QVERIFY(parts->hits()->at(0)->detail.endsWith(u"unknown"_s));
    parts->add(0, true);
    QTRY_COMPARE(parts->used()->rowCount(), 1);
    QCOMPARE(parts->used()->at(0)->detail, u"to be ordered · unknown"_s);
    QVERIFY(parts->costText().contains(u"no price"_s));
    parts->less(0);
    QTRY_VERIFY(parts->isEmpty());
}

void TestVisitViewModel::reportWaitsForNameAndStrokes()
{
    m_database->execute("DELETE FROM checklist_item; DELETE FROM checklist");
    const auto model = arrived();
    ReportViewModel *report = model->report();
    const QAbstractItemModelTester tester(report->lines());
    QCOMPARE(report->suggestedSigner(), u"Erika Mustermann"_s);
    QCOMPARE(report->missing(), u"Still missing: the name of who signs"_s);
    report->setSigner(u"Erika Mustermann"_s);
    QCOMPARE(report->missing(), u"Still missing: the signature"_s);
    QVERIFY(!report->complete());
    report->setStrokes("strokes");
    const auto again = make();
    QCOMPARE(again->report()->strokes(), QByteArray("strokes"));
    m_database->execute("DELETE FROM asset_forecast");
    QVERIFY(report->complete());
    QTRY_VERIFY(model->isCompleted());
    // Its machine's forecast came with the visit; nobody else keeps them here.
    QCOMPARE(m_database->integer("SELECT count(*) FROM asset_forecast f JOIN visit v ON v.asset_id = f.asset_id "
                                 "WHERE v.status = 'completed' AND f.computed > 0"),
             1);
    QCOMPARE(model->steps()->at(model->stepCount() - 1)->subtitle, u"Signed by Erika Mustermann"_s);
}

void TestVisitViewModel::typedNameStandsForTheSignature()
{
    m_database->execute("DELETE FROM checklist_item; DELETE FROM checklist");
    const auto model = arrived();
    model->report()->setSigner(u"Erika Mustermann"_s);
    model->report()->setTyped(true);
    QVERIFY(model->report()->complete());
    QVERIFY(model->report()->isBusy());
    QVERIFY2(!model->report()->complete(), "a second touch does nothing");
    QTRY_COMPARE(m_database->integer("SELECT count(*) FROM signature WHERE strokes IS NULL"), 1);
}

void TestVisitViewModel::whatChangesWhileTheReportIsMadeIsLookedAtAgain()
{
    m_database->execute("DELETE FROM checklist_item; DELETE FROM checklist");
    const auto model = arrived();
    model->report()->setSigner(u"Erika Mustermann"_s);
    model->report()->setTyped(true);
    QVERIFY(model->report()->complete());
    QVERIFY(visit::VisitLines(m_database->connection(), VisitId{static_cast<qint64>(model->visitId())})
                .recordFinding(u"Nachtrag"_s, {}, 3));
    QTRY_VERIFY(model->error().contains(u"changed while it was signed"_s));
    QVERIFY(!model->isCompleted());
    QVERIFY(model->report()->complete());
    QTRY_VERIFY(model->isCompleted());
}

void TestVisitViewModel::leavingWhileTheReportIsMadeKeepsTheDrafts()
{
    m_database->execute("DELETE FROM checklist_item; DELETE FROM checklist");
    auto model = arrived();
    model->report()->setSigner(u"Erika Mustermann"_s);
    model->report()->setTyped(true);
    QVERIFY(model->report()->complete());
    model.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCoreApplication::processEvents();
    const auto again = make();
    QVERIFY(!again->isCompleted());
    QCOMPARE(again->report()->signer(), u"Erika Mustermann"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM attachment"), 0);
}

void TestVisitViewModel::wholeReportIsShownBeforeAndAfterTheSignature()
{
    m_database->execute("DELETE FROM checklist_item; DELETE FROM checklist");
    const auto model = arrived();
    const QString content = m_files->filePath(u"content"_s);
    const auto open = [&] {
        return std::make_unique<ReportFileViewModel>(m_database->connection(), content,
                                                     std::make_shared<tests::PlainReports>(),
                                                     VisitId{static_cast<qint64>(model->visitId())});
    };
    auto before = open();
    QVERIFY(before->isPreview());
    QTRY_COMPARE(before->state(), ReportFileViewModel::Shown);
    QFile preview(before->file());
    QVERIFY(preview.open(QIODevice::ReadOnly) && preview.readAll().contains("Not signed yet"));
    before.reset();
    QVERIFY2(!preview.exists(), "a preview is not kept");
    model->report()->setSigner(u"Erika Mustermann"_s);
    model->report()->setTyped(true);
    QVERIFY(model->report()->complete());
    QTRY_VERIFY(model->isCompleted());
    const auto after = open();
    QCOMPARE(after->state(), ReportFileViewModel::Plain);
    QVERIFY(after->text().contains(u"Erika Mustermann"_s));
    QVERIFY(QFile::remove(after->file()));
    QCOMPARE(open()->state(), ReportFileViewModel::NotHere);
}

void TestVisitViewModel::failureIsTold()
{
    const auto model = arrived();
    QVERIFY(!model->findings()->addPhoto(QUrl::fromLocalFile(m_files->filePath(u"gone.png"_s))));
    QVERIFY(!model->error().isEmpty());
    const auto nowhere = make(4'711);
    QVERIFY(!nowhere->error().isEmpty());
    QVERIFY(!nowhere->isArrived());
}

QTEST_GUILESS_MAIN(TestVisitViewModel)
#include "tst_visitviewmodel.moc"
