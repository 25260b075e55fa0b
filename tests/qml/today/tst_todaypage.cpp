#include "qml/today/pages.h"
#include "tests/qml/support/appwindow.h"
#include "tests/support/fieldday.h"

#include <QFile>
#include <QQuickItem>
#include <QTest>

using namespace turnus;
using namespace Qt::StringLiterals;
using tests::AppWindow;
using tests::FieldDay;
using tests::TestDatabase;

class TestTodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dayIsShown();
    void dayIsShown_data();
    void touchStartsTheDrive();
    void whatIsMissingIsNamedAndFetched();
    void emptyDaySaysWhatComesNext();
    void emergencyAsksToBeTaken();
    void signedOutShowsTheSignIn();
};

void TestTodayPage::dayIsShown_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("look");
    QTest::addColumn<QSize>("size");
    const QSize handheld(412, 892);
    const QSize tablet(1280, 800);
    QTest::newRow("de light") << u"de"_s << u"light"_s << handheld;
    QTest::newRow("en light") << u"en"_s << u"light"_s << handheld;
    QTest::newRow("de dark") << u"de"_s << u"dark"_s << handheld;
    QTest::newRow("de tablet") << u"de"_s << u"light"_s << tablet;
}

void TestTodayPage::dayIsShown()
{
    QFETCH(QString, language);
    QFETCH(QString, look);
    TestDatabase database;
    const FieldDay day(database);
    QFETCH(QSize, size);
    AppWindow host(database, {&today::addPages}, size, [](AppWindow &window) {
        window.position.here = schedule::GeoPoint{FieldDay::hotelLatitude - 0.03, FieldDay::hotelLongitude - 0.02};
        window.sync.pending = 3;
    });
    host.session().setLanguage(language);
    host.session().setTheme(look);
    QVERIFY(host.shows(u"today.hero"_s));
    QVERIFY(host.text(u"today.distance"_s).contains(u" km "_s));
    QVERIFY(host.shows(u"today.stop.4"_s));
    host.shoot(u"today"_s);
    QCOMPARE(host.warnings, QStringList());
}

void TestTodayPage::touchStartsTheDrive()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages});
    QTest::ignoreMessage(QtWarningMsg, "there is no page \"visit\"");
    QVERIFY(host.tap(u"today.actions.primary"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM appointment WHERE id = 502 AND status = 'under_way'"), 1);
    QCOMPARE(host.warnings, QStringList());
}

void TestTodayPage::whatIsMissingIsNamedAndFetched()
{
    TestDatabase database;
    const FieldDay day(database);
    database.execute("UPDATE content_file SET present = 0; DELETE FROM checklist_item");
    AppWindow host(database, {&today::addPages});
    host.session().setLanguage(u"en"_s);
    host.session().setLanguage(u"de"_s);
    host.sync.set(shell::SyncFace::State::Idle);
    QVERIFY(host.shows(u"readiness.badge"_s));
    host.shoot(u"today-missing-de"_s);
    QVERIFY(host.tap(u"readiness.badge"_s));
    QVERIFY(host.shows(u"readiness.gap.1"_s));
    host.shoot(u"readiness-de"_s);
    QVERIFY(host.tap(u"readiness.primary"_s));
    QCOMPARE(host.sync.asked, 1);
    // What was fetched is gone from the list, and with the rest it is ready.
    database.execute("UPDATE content_file SET present = 1; INSERT INTO checklist_item (id, channel, checklist_id, "
                     "position, label, answer, required) VALUES (601, 1, 600, 1, 'x', 'text', 0)");
    QFile file(host.contentDirectory() + u"/b620"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1000));
    storage::ChangeSet changes;
    changes.add("content_file"_L1, 1);
    database.notifier.publish(changes);
    QTRY_VERIFY(!host.find(u"readiness.gap.0"_s));
    QCOMPARE(host.warnings, QStringList());
}

void TestTodayPage::emptyDaySaysWhatComesNext()
{
    TestDatabase database;
    AppWindow host(database, {&today::addPages});
    QVERIFY(host.shows(u"today.empty"_s));
    QVERIFY(!host.find(u"today.actions"_s));
    host.shoot(u"today-empty"_s);
    QCOMPARE(host.warnings, QStringList());
}

void TestTodayPage::emergencyAsksToBeTaken()
{
    TestDatabase database;
    FieldDay day(database);
    day.addEmergency();
    AppWindow host(database, {&today::addPages}, AppWindow::handheld, [](AppWindow &window) {
        window.position.here = schedule::GeoPoint{FieldDay::hotelLatitude, FieldDay::hotelLongitude};
    });
    host.session().setLanguage(u"de"_s);
    QVERIFY(host.find(u"today.hero"_s)->property("emergency").toBool());
    host.shoot(u"today-emergency"_s);
    QCOMPARE(host.warnings, QStringList());
}

void TestTodayPage::signedOutShowsTheSignIn()
{
    TestDatabase database;
    AppWindow host(database, {&today::addPages});
    host.session().signOut();
    QVERIFY(host.shows(u"signIn.go"_s));
    QVERIFY(!host.find(u"today"_s));
    host.shoot(u"sign-in"_s);
    QVERIFY(host.tap(u"signIn.server"_s));
    host.type(u"http://server"_s);
    QVERIFY(host.tap(u"signIn.password"_s));
    host.type(u"secret"_s);
    host.sync.signIn({}, u"jana"_s, {});
    QVERIFY(host.shows(u"today"_s));
    QCOMPARE(host.warnings, QStringList());
}

QTEST_MAIN(TestTodayPage)
#include "tst_todaypage.moc"
