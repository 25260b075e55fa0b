#include "sync/server/integration/calendars.h"
#include "sync/server/integration/records.h"
#include "sync/server/service/accountservice.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <libical/ical.h>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using server::Calendars;

namespace {

struct Event
{
    QString uid;
    QString summary;
    QString location;
    time_t starts = 0;
    time_t ends = 0;
    time_t modified = 0;
    int sequence = -1;
    icalproperty_status status = ICAL_STATUS_NONE;
};

/// Reads a calendar back as another program would.
QList<Event> parsed(const QByteArray &text)
{
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent *)> calendar(icalparser_parse_string(text.constData()),
                                                                             icalcomponent_free);
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT ||
        !icalrestriction_check(calendar.get()) || icalcomponent_count_errors(calendar.get()) > 0)
        qFatal("no calendar: %s", text.constData());
    QList<Event> events;
    for (auto *event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        auto *modified = icalcomponent_get_first_property(event, ICAL_LASTMODIFIED_PROPERTY);
        events.append(
            {QString::fromUtf8(icalcomponent_get_uid(event)), QString::fromUtf8(icalcomponent_get_summary(event)),
             QString::fromUtf8(icalcomponent_get_location(event)),
             icaltime_as_timet_with_zone(icalcomponent_get_dtstart(event), icaltimezone_get_utc_timezone()),
             icaltime_as_timet_with_zone(icalcomponent_get_dtend(event), icaltimezone_get_utc_timezone()),
             icaltime_as_timet_with_zone(icalproperty_get_lastmodified(modified), icaltimezone_get_utc_timezone()),
             icalcomponent_get_sequence(event), icalcomponent_get_status(event)});
    }
    return events;
}

struct World
{
    World() : company(freshLocation()), calendars(company.clock)
    {
        secret = calendars.add(company.connection(), StaffId{Company::jana}, false)->toLatin1();
    }
    [[nodiscard]] QByteArray text(bool german = true)
    {
        return calendars.read(company.connection(), secret, german).value();
    }

    Company company;
    Calendars calendars;
    QByteArray secret;
};

} // namespace

class TestCalendars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void showsTheTechniciansAppointments();
    void movingIsANewRevisionOfTheSameEvent();
    void cancelledIsSaid();
    void timesHoldAcrossTheEndOfSummerTime();
    void holdsNoMorePersonalDataThanNeeded();
    void longAndStrangeTextsSurvive();
    void unchangedIsTheSameText();
    void aLockedAccountsCalendarIsClosed();
    void whatMayHaveBeenSeenEndsWithPasswordAndHandheld();
    void revokedIsNotThere();
};

void TestCalendars::showsTheTechniciansAppointments()
{
    World world;
    const auto events = parsed(world.text());
    QCOMPARE(events.size(), 1);
    const Event &event = events.constFirst();
    QCOMPARE(event.uid, u"appointment-203@turnus"_s);
    QCOMPARE(event.summary, u"Wartung: Küche"_s);
    QCOMPARE(event.location, u"Musterstraße 12, 20095 Hamburg"_s);
    QCOMPARE(event.starts, toInteger(world.company.clock.now()) / 1'000);
    QCOMPARE(event.ends - event.starts, 3'600);
    QCOMPARE(event.sequence, 0);
    QCOMPARE(event.status, ICAL_STATUS_CONFIRMED);
    QCOMPARE(parsed(world.text(false)).constFirst().summary, u"Maintenance: Küche"_s);
    const auto karls = world.calendars.add(world.company.connection(), StaffId{101}, false)->toLatin1();
    QVERIFY(parsed(*world.calendars.read(world.company.connection(), karls, true)).isEmpty());
}

void TestCalendars::movingIsANewRevisionOfTheSameEvent()
{
    World world;
    world.company.clock.advance(std::chrono::minutes(5));
    const qint64 later = toInteger(world.company.clock.now()) + 86'400'000;
    world.company.update("appointment", Company::appointment, {{"starts", later}, {"ends", later + 60'000}});
    const Event moved = parsed(world.text()).constFirst();
    QCOMPARE(moved.uid, u"appointment-203@turnus"_s);
    QCOMPARE(moved.starts, later / 1'000);
    QCOMPARE(moved.sequence, 1);
    QCOMPARE(moved.modified, toInteger(world.company.clock.now()) / 1'000);
    // A note is no new plan.
    world.company.update("appointment", Company::appointment, {{"note", u"bring cups"_s}});
    QCOMPARE(parsed(world.text()).constFirst().sequence, 1);
}

void TestCalendars::cancelledIsSaid()
{
    World world;
    world.company.update("appointment", Company::appointment, {{"status", u"cancelled"_s}});
    const Event event = parsed(world.text()).constFirst();
    QCOMPARE(event.status, ICAL_STATUS_CANCELLED);
    QCOMPARE(event.sequence, 1);
}

void TestCalendars::timesHoldAcrossTheEndOfSummerTime()
{
    World world;
    // 2026-10-25: in Hamburg 02:30 comes twice. Both hours must stay what they are.
    const qint64 first = QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC).toMSecsSinceEpoch();
    world.company.update("appointment", Company::appointment, {{"starts", first}, {"ends", first + 3'600'000}});
    const QByteArray text = world.text();
    QVERIFY(text.contains("DTSTART:20261025T003000Z"));
    QVERIFY(text.contains("DTEND:20261025T013000Z"));
    QCOMPARE(parsed(text).constFirst().starts, first / 1'000);
}

void TestCalendars::holdsNoMorePersonalDataThanNeeded()
{
    World world;
    world.company.update("appointment", Company::appointment, {{"note", u"Erika fragen"_s}, {"reason", u"Alarm"_s}});
    world.company.update("site", Company::site, {{"access_note", u"Schlüssel 12"_s}});
    const QByteArray text = world.text();
    for (const char *word : {"Musterhof", "Jana", "Erika", "Alarm", "Schl", "0123"})
        QVERIFY2(!text.contains(word), word);
    const auto named = world.calendars.add(world.company.connection(), StaffId{Company::jana}, true)->toLatin1();
    QCOMPARE(parsed(*world.calendars.read(world.company.connection(), named, true)).constFirst().summary,
             u"Wartung: Hotel Musterhof"_s);
}

void TestCalendars::longAndStrangeTextsSurvive()
{
    World world;
    QString name = u"Küche; \"links\", hinten\\oben\nBEGIN:VEVENT\r\n"_s + QString(300, u'ß');
    world.company.update("site", Company::site, {{"name", name}});
    const QByteArray text = world.text();
    const auto events = parsed(text);
    QCOMPARE(events.size(), 1);
    QCOMPARE(QString(events.constFirst().summary).remove(u'\r'), QString(u"Wartung: "_s + name).remove(u'\r'));
    for (const QByteArray &line : text.split('\n')) {
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY2(line.size() <= 76, line.constData());
    }
}

void TestCalendars::unchangedIsTheSameText()
{
    World world;
    const QByteArray before = world.text();
    world.company.clock.advance(std::chrono::minutes(5));
    QCOMPARE(world.text(), before);
}

void TestCalendars::aLockedAccountsCalendarIsClosed()
{
    World world;
    server::AccountService accounts(world.company.clock, server::PasswordCost::least());
    const auto isOpen = [&] {
        return world.calendars.read(world.company.connection(), world.secret, true).has_value();
    };
    QVERIFY(isOpen());
    QVERIFY(accounts.setLocked(world.company.connection(), u"jana"_s, true));
    QVERIFY(!isOpen());
    QVERIFY(accounts.setLocked(world.company.connection(), u"jana"_s, false));
    QVERIFY(isOpen());
}

void TestCalendars::whatMayHaveBeenSeenEndsWithPasswordAndHandheld()
{
    World world;
    server::AccountService accounts(world.company.clock, server::PasswordCost::least());
    server::Connection &connection = world.company.connection();
    QVERIFY(accounts.setPassword(connection, u"karl"_s, u"another one"_s));
    QVERIFY(world.calendars.read(connection, world.secret, true));
    QVERIFY(accounts.setPassword(connection, u"jana"_s, u"another one"_s));
    QVERIFY(!world.calendars.read(connection, world.secret, true));
    const Handheld rolf(world.company, "rolf");
    const QByteArray his = world.calendars.add(connection, rolf.principal.staff, true)->toLatin1();
    QVERIFY(world.calendars.read(connection, his, true));
    QVERIFY(accounts.reportLost(connection, rolf.principal.replica));
    QVERIFY(!world.calendars.read(connection, his, true));
}

void TestCalendars::revokedIsNotThere()
{
    World world;
    QCOMPARE(world.calendars.read(world.company.connection(), "unknown", true).error().code, u"record-missing"_s);
    QCOMPARE(*world.calendars.revoke(world.company.connection(), StaffId{Company::jana}), 1);
    QCOMPARE(world.calendars.read(world.company.connection(), world.secret, true).error().code, u"record-missing"_s);
    QCOMPARE(*world.calendars.revoke(world.company.connection(), StaffId{Company::jana}), 0);
    QCOMPARE(world.calendars.add(world.company.connection(), u"nobody"_s, false).error().code, u"staff"_s);
}

QTEST_GUILESS_MAIN(TestCalendars)
#include "tst_calendars.moc"
