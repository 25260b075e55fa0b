#include "core/visit/completion.h"
#include "core/visit/progress.h"
#include "tests/support/fieldday.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace turnus;
using namespace turnus::visit;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

class TestVisits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void drivingIsSeenByDispatch();
    void arrivingTwiceMakesOneVisit();
    void arrivalIsCorrectedByHand();
    void everyLineIsJournalledWithTheVisit();
    void newestAnswerCounts();
    void readingsAreComparedWithEarlierOnes();
    void partsTakenBackVanish();
    void partsAreFoundByNumberAndName();
    void impossibleValuesAreRefused();
    void visitWithoutAnAssetHasFewerSteps();
    void everythingIsThereAfterAKill();

private:
    storage::Connection &connection() { return m_database->connection(); }
    VisitId arrived() { return Visits(connection()).arrive(FieldDay::hotel, Arrival::ByPosition, 40).value(); }
    Progress progress(VisitId visit)
    {
        return progressOf(loadFacts(connection(), {}, visit).value(), PassedSteps(connection(), visit).load().value());
    }
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
};

void TestVisits::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
    m_database->execute("DELETE FROM outbox");
}

void TestVisits::drivingIsSeenByDispatch()
{
    QVERIFY(Visits(connection()).startDriving(FieldDay::hotel));
    QVERIFY(Visits(connection()).startDriving(FieldDay::hotel));
    QCOMPARE(m_database->integer("SELECT count(*) FROM outbox WHERE tbl = 'appointment' AND kind = 2"), 1);
}

void TestVisits::arrivingTwiceMakesOneVisit()
{
    const VisitId first = arrived();
    QCOMPARE(arrived(), first);
    const Visit visit = Visits(connection()).load(first).value();
    QCOMPARE(visit.customerName, u"Hotel Musterhof"_s);
    QCOMPARE(visit.arrival, Arrival::ByPosition);
    QCOMPARE(visit.arrivalMetres, 40);
    QCOMPARE(visit.technician, TestDatabase::technician);
    QCOMPARE(visit.contract, u"Vertrag Plus"_s);
    QCOMPARE(visit.carried, schedule::Carried::Local);
    QCOMPARE(m_database->integer("SELECT channel FROM visit WHERE appointment_id = 502"),
             TestDatabase::territoryChannel);
    QCOMPARE(*Visits(connection()).ofAppointment(FieldDay::hotel).value(), first);
}

void TestVisits::arrivalIsCorrectedByHand()
{
    const VisitId id = arrived();
    const Instant earlier = m_database->clock.now() - std::chrono::minutes{20};
    QVERIFY(Visits(connection()).correctArrival(id, earlier));
    const Visit visit = Visits(connection()).load(id).value();
    QCOMPARE(visit.started, earlier);
    QCOMPARE(visit.arrival, Arrival::ByHand);
    QVERIFY(!visit.arrivalMetres);
    const Status future = Visits(connection()).correctArrival(id, m_database->clock.now() + std::chrono::minutes{1});
    QCOMPARE(future.error().code, u"arrival-in-future"_s);
}

void TestVisits::everyLineIsJournalledWithTheVisit()
{
    const VisitId id = arrived();
    m_database->execute("DELETE FROM outbox");
    VisitLines lines(connection(), id);
    QVERIFY(lines.answer(FieldDay::firstItem, Answer::Ok));
    QVERIFY(lines.recordReading(FieldDay::plausibleReading, false, false));
    QVERIFY(lines.recordGrade(4));
    QVERIFY(lines.recordFinding(u"Brühgruppe undicht"_s, u"unten links"_s, 4));
    QVERIFY(lines.recordPart({FieldDay::gasket, {}, u"Dichtung BG-31"_s, 2, PartSource::Van, Money{1450}}));
    QVERIFY(DueNotes(connection()).record(id, {.verdict = Verdict::Replace, .horizonMonths = 9}));
    QCOMPARE(m_database->integer("SELECT count(*) FROM outbox WHERE kind = 1"), 6);
    QCOMPARE(m_database->integer("SELECT count(DISTINCT tbl) FROM outbox"), 6);
}

void TestVisits::newestAnswerCounts()
{
    VisitLines lines(connection(), arrived());
    QVERIFY(lines.answer(FieldDay::firstItem, Answer::Ok));
    QVERIFY(lines.answer(FieldDay::firstItem, Answer::Defect, {}, u"Riss"_s));
    QVERIFY(lines.answer(FieldDay::pressureItem, Answer::Value, 9.1));
    const auto list = lines.checklist().value();
    QCOMPARE(list.size(), size_t{FieldDay::items});
    QCOMPARE(list.at(0).answer, Answer::Defect);
    QCOMPARE(list.at(0).note, u"Riss"_s);
    QCOMPARE(list.at(1).answer, Answer::Open);
    QCOMPARE(list.at(2).kind, AnswerKind::Number);
    QCOMPARE(list.at(2).value, 9.1);
    QCOMPARE(m_database->integer("SELECT count(*) FROM checklist_answer"), 3);
}

void TestVisits::readingsAreComparedWithEarlierOnes()
{
    VisitLines lines(connection(), arrived());
    const Readings before = lines.readings().value();
    QCOMPARE(before.earlier.size(), size_t{6});
    QCOMPARE(before.earlier.back().value, FieldDay::lastReading);
    QVERIFY(!before.current);
    QCOMPARE(before.earlierGrade->grade, 3);
    QVERIFY(lines.recordReading(21'438, false, true));
    QVERIFY(lines.recordReading(FieldDay::plausibleReading, false, false));
    QVERIFY(lines.recordGrade(4));
    const Readings after = lines.readings().value();
    QCOMPARE(after.current->value, FieldDay::plausibleReading);
    QCOMPARE(after.earlier.back().value, FieldDay::lastReading);
    QCOMPARE(after.currentGrade->grade, 4);
    QCOMPARE(after.earlierGrade->grade, 3);
}

void TestVisits::partsTakenBackVanish()
{
    VisitLines lines(connection(), arrived());
    const PartLine gaskets{FieldDay::gasket, {}, u"Dichtung BG-31"_s, 2, PartSource::Van, Money{1450}};
    QVERIFY(lines.recordPart(gaskets));
    PartLine back = gaskets;
    back.quantity = -1;
    QVERIFY(lines.recordPart(back));
    QCOMPARE(lines.parts()->at(0).quantity, 1);
    QCOMPARE(lines.parts()->at(0).unitPrice, Money{1450});
    QVERIFY(lines.recordPart(back));
    QVERIFY(lines.parts()->empty());
}

void TestVisits::partsAreFoundByNumberAndName()
{
    const VisitLines lines(connection(), arrived());
    QCOMPARE(lines.findParts({})->size(), size_t{3});
    const auto pump = lines.findParts(u"pu-07"_s).value();
    QCOMPARE(pump.size(), size_t{1});
    QVERIFY(!pump.at(0).price);
    QCOMPARE(lines.findParts(u"wasser wf"_s)->size(), size_t{1});
    QVERIFY(lines.findParts(u"nothing"_s)->empty());
}

void TestVisits::impossibleValuesAreRefused()
{
    VisitLines lines(connection(), arrived());
    QCOMPARE(lines.recordReading(-1, false, false).error().code, u"reading-invalid"_s);
    QCOMPARE(lines.recordReading(qInf(), false, false).error().code, u"reading-invalid"_s);
    QCOMPARE(lines.recordGrade(6).error().code, u"grade-invalid"_s);
    QCOMPARE(lines.recordFinding(u"  "_s, {}, {}).error().code, u"finding-invalid"_s);
    QCOMPARE(lines.recordFinding(QString(5'000, u'x'), {}, {}).error().code, u"finding-invalid"_s);
    QCOMPARE(lines.recordPart({.name = u"x"_s, .quantity = 0}).error().code, u"part-invalid"_s);
    QCOMPARE(Visits(connection()).load(VisitId{77}).error().code, u"not-found"_s);
    QCOMPARE(m_database->integer("SELECT count(*) FROM meter_reading WHERE visit_id IS NOT NULL"), 0);
}

void TestVisits::visitWithoutAnAssetHasFewerSteps()
{
    const VisitId id = Visits(connection()).arrive(FieldDay::office, Arrival::ByHand, {}).value();
    const Progress steps = progress(id);
    QCOMPARE(steps.steps.size(), size_t{3});
    QCOMPARE(steps.steps.front().step, Step::Parts);
    QCOMPARE(VisitLines(connection(), id).recordGrade(3).error().code, u"no-asset"_s);
}

void TestVisits::everythingIsThereAfterAKill()
{
    const VisitId id = arrived();
    VisitLines lines(connection(), id);
    const auto list = lines.checklist().value();
    for (const ChecklistEntry &entry : list) {
        if (entry.required)
            QVERIFY(lines.answer(entry.item, entry.kind == AnswerKind::Number ? Answer::Value : Answer::Ok, 9.1));
    }
    QVERIFY(PassedSteps(connection(), id).pass(Step::Checklist));
    QVERIFY(lines.recordReading(FieldDay::plausibleReading, false, false));
    QVERIFY(lines.recordGrade(4));
    QVERIFY(PassedSteps(connection(), id).pass(Step::Parts));
    const Progress before = progress(id);
    m_database->reopen();
    const Progress after = progress(id);
    QCOMPARE(after, before);
    QCOMPARE(after.done, 3);
    QCOMPARE(after.steps.at(static_cast<size_t>(after.current)).step, Step::Photos);
}

QTEST_APPLESS_MAIN(TestVisits)
#include "tst_visits.moc"
