#include "core/care/complaints.h"
#include "qml/today/todayviewmodel.h"
#include "qml/today/todaywords.h"
#include "tests/support/fakeposition.h"
#include "tests/support/fieldday.h"
#include "tests/support/testdatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::today;
using namespace Qt::StringLiterals;
using tests::FieldDay;
using tests::TestDatabase;

class TestTodayViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nextStopIsToldWithItsReasons();
    void planCountsWhatIsDone();
    void distanceComesWithThePosition();
    void positionIsAskedOnlyWhileWatched();
    void oneChangedAppointmentTouchesOneRow();
    void newAppointmentIsInserted();
    void emergencyComesFirst();
    void startingTellsDispatchAndOpens();
    void lateAnswerOfAClosedPageIsIgnored();
    void whatIsMissingIsCountedAndNamed();
    void distancesReadWell();

private:
    std::unique_ptr<TodayViewModel> make()
    {
        return std::make_unique<TodayViewModel>(m_database->connection(), m_database->notifier, m_database->clock,
                                                m_position, TestDatabase::technician, QString(), u"de"_s);
    }
    /// An edit from another connection, as the sync makes it.
    void publish(QLatin1StringView table, qint64 row)
    {
        storage::ChangeSet changes;
        changes.add(table, row);
        m_database->notifier.publish(changes);
        QCoreApplication::processEvents();
    }
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<FieldDay> m_day;
    tests::FakePosition m_position;
};

void TestTodayViewModel::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_position = tests::FakePosition();
    m_database = std::make_unique<TestDatabase>();
    m_day = std::make_unique<FieldDay>(*m_database);
}

void TestTodayViewModel::nextStopIsToldWithItsReasons()
{
    const auto model = make();
    QVERIFY(model->hasNext());
    QCOMPARE(model->nextName(), u"Hotel Musterhof"_s);
    QCOMPARE(model->nextTime(), u"10:30–11:30"_s);
    QVERIFY(model->readiness()->isReady());
    QCOMPARE(model->readiness()->text(), u"Ready offline"_s);
    QCOMPARE(model->whys()->rowCount(), 2);
    QCOMPARE(model->whys()->at(0)->text, u"Half-yearly service, Vertrag Plus"_s);
    QCOMPARE(model->whys()->at(1)->text, u"BK 420: replacement due from Feb 2027"_s);
    QVERIFY(model->whys()->at(1)->due);
    const CustomerId customer{m_database->integer("SELECT customer_id FROM appointment WHERE id = 502")};
    QVERIFY(care::Complaints(m_database->connection()).open({.customer = customer, .what = u"Zu laut"_s}));
    QTRY_COMPARE(model->whys()->at(1)->text, u"Open complaint since 5 Oct: Zu laut"_s);
    QVERIFY(model->whys()->at(1)->due);
    schedule::Why lastYears;
    lastYears.kind = schedule::Why::Kind::Complaint;
    lastYears.text = u"Zu laut"_s;
    lastYears.since = m_database->clock.now() - days{365};
    QCOMPARE(TodayWords::why(lastYears, m_database->clock.today(), QLocale::c()),
             u"Open complaint since 5 Oct 2025: Zu laut"_s);
    QVERIFY(model->nextDistance().isEmpty());
    QCOMPARE(model->nextBearing(), -1.0);
}

void TestTodayViewModel::planCountsWhatIsDone()
{
    const auto model = make();
    const QAbstractItemModelTester tester(model->stops());
    QCOMPARE(model->stops()->rowCount(), 5);
    QCOMPARE(model->doneText(), u"2 of 5 done"_s);
    QCOMPARE(model->dayText(), u"Mon 5 October"_s);
    QCOMPARE(model->stops()->at(0)->syncState, 2);
    QCOMPARE(model->stops()->at(1)->syncState, 0);
    QCOMPARE(model->stops()->at(1)->subtitle, u"Filterwechsel"_s);
    QCOMPARE(model->stops()->at(2)->status, 1);
    QCOMPARE(model->stops()->at(3)->subtitle, u"Fault: Milchschaum"_s);
    QCOMPARE(model->stops()->at(4)->iconName, u"truck"_s);
}

void TestTodayViewModel::distanceComesWithThePosition()
{
    m_position.here = schedule::GeoPoint{FieldDay::hotelLatitude - 0.0378, FieldDay::hotelLongitude};
    const auto model = make();
    model->setWatching(true);
    QVERIFY2(model->nextDistance().startsWith(u"4.2 km N · "_s), qPrintable(model->nextDistance()));
    QCOMPARE(model->nextBearing(), 0.0);
    QVERIFY(model->stops()->at(3)->detail.endsWith(u" min"_s));
    QVERIFY(model->stops()->at(0)->detail.isEmpty());
}

void TestTodayViewModel::positionIsAskedOnlyWhileWatched()
{
    const auto model = make();
    QCOMPARE(m_position.requests, 0);
    model->setWatching(true);
    model->setWatching(true);
    QCOMPARE(m_position.requests, 1);
    model->setWatching(false);
    model->refresh();
    QCOMPARE(m_position.requests, 1);
}

void TestTodayViewModel::oneChangedAppointmentTouchesOneRow()
{
    const auto model = make();
    const QAbstractItemModelTester tester(model->stops());
    QSignalSpy touched(model->stops(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(model->stops(), &QAbstractItemModel::modelReset);
    m_database->execute("UPDATE appointment SET reason = 'Pumpe laut' WHERE id = 503");
    publish("appointment"_L1, 503);
    QCOMPARE(touched.size(), 1);
    QCOMPARE(touched.at(0).at(0).toModelIndex().row(), 3);
    QVERIFY(reset.isEmpty());
    publish("bonus_entry"_L1, 1);
    QCOMPARE(touched.size(), 1);
}

void TestTodayViewModel::newAppointmentIsInserted()
{
    const auto model = make();
    const QAbstractItemModelTester tester(model->stops());
    QSignalSpy inserted(model->stops(), &QAbstractItemModel::rowsInserted);
    m_day->addEmergency();
    publish("appointment"_L1, FieldDay::emergency.value);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 3);
    m_database->execute("UPDATE appointment SET status = 'cancelled' WHERE id IN (503, 505)");
    publish("appointment"_L1, 503);
    QCOMPARE(model->stops()->rowCount(), 4);
}

void TestTodayViewModel::emergencyComesFirst()
{
    m_day->addEmergency();
    const auto model = make();
    QVERIFY(model->isEmergency());
    QCOMPARE(model->nextName(), u"Klinikcafé Muster"_s);
    QCOMPARE(model->whys()->at(0)->text, u"Vollautomat steht, kein Ersatzgerät im Haus"_s);
}

void TestTodayViewModel::startingTellsDispatchAndOpens()
{
    const auto model = make();
    QCOMPARE(model->start(), FieldDay::hotel.value);
    QTRY_VERIFY(model->isUnderWay());
    QVERIFY(!model->isOnSite());
    QCOMPARE(m_database->integer("SELECT count(*) FROM outbox WHERE row = 502 AND kind = 2"), 1);
    QCOMPARE(model->appointmentAt(2), FieldDay::hotel.value);
    QCOMPARE(model->appointmentAt(9), 0);
}

void TestTodayViewModel::lateAnswerOfAClosedPageIsIgnored()
{
    m_position.holdBack = true;
    m_position.here = schedule::GeoPoint{53.5, 9.9};
    {
        const auto model = make();
        model->setWatching(true);
    }
    m_position.release();
    QVERIFY(!m_position.last());
}

void TestTodayViewModel::whatIsMissingIsCountedAndNamed()
{
    const auto model = make();
    QVERIFY(model->ahead()->isReady());
    m_database->execute("UPDATE content_file SET present = 0; DELETE FROM checklist_item");
    publish("content_file"_L1, 1);
    QVERIFY(!model->readiness()->isReady());
    QCOMPARE(model->readiness()->text(), u"2 missing"_s);
    const QAbstractItemModelTester tester(model->readiness()->gaps());
    QVERIFY(model->readiness()->gaps()->at(0)->title.startsWith(u"Items of the checklist"_s));
    QVERIFY(model->readiness()->gaps()->at(1)->title.startsWith(u"Brochure "_s));
    QVERIFY(!model->ahead()->isReady());
    QCOMPARE(model->readiness()->basis(), u"Not yet compared with the server."_s);
    m_database->execute("UPDATE content_file SET present = 1");
    m_database->execute("UPDATE channel SET position = '27:1' WHERE id = 10");
    publish("content_file"_L1, 1);
    QCOMPARE(model->readiness()->gaps()->at(0)->title, u"Data not yet complete"_s);
    QCOMPARE(model->readiness()->gaps()->at(0)->detail, u"Nord"_s);
}

void TestTodayViewModel::distancesReadWell()
{
    const QLocale locale;
    QCOMPARE(TodayWords::distance(3, locale), u"10 m"_s);
    QCOMPARE(TodayWords::distance(444, locale), u"440 m"_s);
    QCOMPARE(TodayWords::distance(990, locale), u"1.0 km"_s);
    QCOMPARE(TodayWords::distance(12'300, locale), u"12 km"_s);
    QCOMPARE(TodayWords::compass(46), u"NE"_s);
}

QTEST_GUILESS_MAIN(TestTodayViewModel)
#include "tst_todayviewmodel.moc"
