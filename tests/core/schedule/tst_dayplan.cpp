#include "core/schedule/dayplan.h"
#include "tests/support/fieldday.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace turnus;
using namespace turnus::schedule;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

class TestDayPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void daysStopsComeByTime();
    void otherDaysAndPeopleAreLeftOut();
    void unfinishedVisitOfYesterdayIsOffered();
    void carriedIsTheWeakestLine();
    void contractAndReplacementSayWhy();
    void anOpenComplaintIsNamedInPlaceOfAReplacement();
    void emergencyPromisesATime();
    void anAppointmentWithoutItsCustomerIsShown();
    void nextIsUnderWayThenEmergencyThenTime();
    void nearestLeavesOutWhatIsDone();
    void namesSurviveTheTable();

private:
    [[nodiscard]] std::vector<Stop> stops() const
    {
        return DayPlan(m_database->connection()).stops(TestDatabase::technician, m_database->clock.today()).value();
    }
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
};

void TestDayPlan::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
}

void TestDayPlan::daysStopsComeByTime()
{
    const std::vector<Stop> found = stops();
    QCOMPARE(found.size(), size_t{5});
    QVERIFY(std::ranges::is_sorted(found, {}, &Stop::starts));
    const Stop &hotel = found.at(2);
    QCOMPARE(hotel.id, FieldDay::hotel);
    QCOMPARE(hotel.customerName, u"Hotel Musterhof"_s);
    QCOMPARE(hotel.product, u"BK 420"_s);
    QCOMPARE(hotel.kind, Kind::Maintenance);
    QVERIFY(hotel.place.has_value());
    QVERIFY(hotel.visit.isNull());
    QCOMPARE(found.at(4).kind, Kind::PickUp);
}

void TestDayPlan::otherDaysAndPeopleAreLeftOut()
{
    const DayPlan plan(m_database->connection());
    QVERIFY(plan.stops(TestDatabase::technician, m_database->clock.today() + days{1})->empty());
    QVERIFY(plan.stops(StaffId{101}, m_database->clock.today())->empty());
    m_database->execute("UPDATE appointment SET status = 'cancelled' WHERE id = 504");
    QCOMPARE(stops().size(), size_t{4});
}

void TestDayPlan::unfinishedVisitOfYesterdayIsOffered()
{
    m_database->execute("UPDATE appointment SET status = 'under_way' WHERE id = 502");
    m_database->clock.advance(std::chrono::hours{24});
    const std::vector<Stop> found = stops();
    QCOMPARE(found.size(), size_t{1});
    QCOMPARE(found.front().id, FieldDay::hotel);
}

void TestDayPlan::carriedIsTheWeakestLine()
{
    QCOMPARE(stops().at(0).carried, Carried::Confirmed);
    QCOMPARE(stops().at(1).carried, Carried::Local);
    m_database->execute("UPDATE outbox SET state = 1");
    QCOMPARE(stops().at(1).carried, Carried::Sent);
    m_database->execute("INSERT INTO part_use (id, channel, visit_id, name, quantity, source, at) "
                        "VALUES (900, 10, 511, 'Filter', 1, 'van', 0);"
                        "INSERT INTO outbox (at, kind, tbl, row, state) VALUES (1, 1, 'part_use', 900, 0)");
    QCOMPARE(stops().at(1).carried, Carried::Local);
    m_database->execute("UPDATE outbox SET state = 2 WHERE row = 900");
    QCOMPARE(stops().at(1).carried, Carried::Held);
}

void TestDayPlan::contractAndReplacementSayWhy()
{
    const DayPlan plan(m_database->connection());
    const auto whys = plan.reasons(stops().at(2)).value();
    QCOMPARE(whys.size(), size_t{2});
    QCOMPARE(whys.at(0).kind, Why::Kind::Contract);
    QCOMPARE(whys.at(0).text, u"Vertrag Plus"_s);
    QCOMPARE(whys.at(0).visitsPerYear, 2);
    QCOMPARE(whys.at(1).kind, Why::Kind::Replacement);
    QCOMPARE(whys.at(1).text, u"BK 420"_s);
    QCOMPARE(whys.at(1).due, m_database->clock.today() + days{120});
    QCOMPARE(whys.at(1).status, forecast::DueStatus::Due);
    m_database->execute("UPDATE appointment SET reason = 'Wartung laut Vertrag Plus' WHERE id = 502");
    QCOMPARE(plan.reasons(stops().at(2))->size(), size_t{2}); // not twice the same
    const auto told = plan.reasons(stops().at(3)).value();
    QCOMPARE(told.size(), size_t{1});
    QCOMPARE(told.at(0).text, u"Milchschaum"_s);
}

void TestDayPlan::anOpenComplaintIsNamedInPlaceOfAReplacement()
{
    m_database->execute(
        "INSERT INTO complaint (id, channel, customer_id, technician_id, what, opened) SELECT 7000, 10, "
        "customer_id, 100, 'Zu laut', 1791000000000 FROM appointment WHERE id = 502");
    const DayPlan plan(m_database->connection());
    const auto whys = plan.reasons(stops().at(2)).value();
    QCOMPARE(whys.size(), size_t{2});
    QCOMPARE(whys.at(1).kind, Why::Kind::Complaint);
    QCOMPARE(whys.at(1).text, u"Zu laut"_s);
    QCOMPARE(*whys.at(1).since, instantFrom(1'791'000'000'000));
    m_database->execute("UPDATE complaint SET settled = 1791100000000, settlement = 'Gedämmt'");
    QCOMPARE(plan.reasons(stops().at(2))->at(1).kind, Why::Kind::Replacement);
}

void TestDayPlan::emergencyPromisesATime()
{
    m_day->addEmergency();
    m_database->execute("UPDATE appointment SET asset_id = 403 WHERE id = 505");
    const DayPlan plan(m_database->connection());
    const Stop stop = plan.stop(FieldDay::emergency).value();
    const auto whys = plan.reasons(stop).value();
    QCOMPARE(whys.at(1).kind, Why::Kind::Promise);
    QCOMPARE(*whys.at(1).until, stop.starts + std::chrono::hours{8});
}

void TestDayPlan::anAppointmentWithoutItsCustomerIsShown()
{
    m_database->execute("PRAGMA foreign_keys = OFF; DELETE FROM customer WHERE id = "
                        "(SELECT customer_id FROM appointment WHERE id = 502)");
    QCOMPARE(stops().size(), size_t{5});
    QCOMPARE(stops().at(2).id, FieldDay::hotel);
    QVERIFY(stops().at(2).customerName.isEmpty());
}

void TestDayPlan::nextIsUnderWayThenEmergencyThenTime()
{
    QCOMPARE(nextStop(stops()), 2);
    m_day->addEmergency();
    QCOMPARE(stops().at(static_cast<size_t>(nextStop(stops()))).id, FieldDay::emergency);
    m_database->execute("UPDATE appointment SET status = 'under_way' WHERE id = 504");
    QCOMPARE(stops().at(static_cast<size_t>(nextStop(stops()))).id, FieldDay::office);
    m_database->execute("UPDATE appointment SET status = 'done'");
    QCOMPARE(nextStop(stops()), -1);
}

void TestDayPlan::nearestLeavesOutWhatIsDone()
{
    const std::vector<Stop> found = stops();
    const auto order = nearestFirst(found, {53.60, 9.95});
    QCOMPARE(order, (std::vector{4, 2, 3}));
}

void TestDayPlan::namesSurviveTheTable()
{
    for (int i = 0; i <= static_cast<int>(Kind::CourtesyCall); ++i)
        QCOMPARE(kindFrom(nameOf(static_cast<Kind>(i))), static_cast<Kind>(i));
    QCOMPARE(kindFrom(u"from_the_future"_s), Kind::Maintenance);
    QCOMPARE(statusFrom(nameOf(AppointmentStatus::UnderWay)), AppointmentStatus::UnderWay);
}

QTEST_APPLESS_MAIN(TestDayPlan)
#include "tst_dayplan.moc"
