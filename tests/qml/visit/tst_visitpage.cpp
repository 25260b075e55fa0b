#include "qml/today/pages.h"
#include "qml/visit/pages.h"
#include "tests/qml/support/appwindow.h"
#include "tests/support/fieldday.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTest>

using namespace turnus;
using namespace Qt::StringLiterals;
using tests::AppWindow;
using tests::FieldDay;
using tests::TestDatabase;

class TestVisitPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeVisitByTouch_data();
    void wholeVisitByTouch();
    void killedAtEveryStepItGoesOn();
    void halfTypedReadingSurvivesAKill();
    void arrivalIsRecognisedByDistance();
    void doubtfulReadingIsAskedAbout();
    void backLeadsFromTheStepToTheList();
    void aReasonInTheVisitOpensItsFacts();
    void aUnitThatIsGoneAsksForNoNote();

private:
    using Step = std::function<void(AppWindow &)>;
    static void tap(AppWindow &host, const QString &name) { QVERIFY2(host.tap(name), qPrintable(name)); }
    static QList<std::pair<QString, Step>> workSteps();
    static QList<std::pair<QString, Step>> closingSteps();
    /// The visit of the main job, one screen after the other.
    static QList<std::pair<QString, Step>> thread() { return workSteps() + closingSteps(); }
};

void TestVisitPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

QList<std::pair<QString, TestVisitPage::Step>> TestVisitPage::workSteps()
{
    return {
        {u"today"_s, [](AppWindow &host) { tap(host, u"today.actions.primary"_s); }},
        {u"arrive"_s, [](AppWindow &host) { tap(host, u"arrive.actions.primary"_s); }},
        {u"visit"_s,
         [](AppWindow &host) {
             QVERIFY(host.shows(u"visit.step.0"_s));
             if (!host.find(u"checklist"_s))
                 tap(host, u"visit.step.0"_s);
         }},
        {u"checklist"_s,
         [](AppWindow &host) {
             tap(host, u"check.0.answer.0"_s);
             tap(host, u"check.1.answer.0"_s);
             tap(host, u"check.2.value"_s);
             host.type(u"9"_s);
         }},
        {u"checklist-done"_s,
         [](AppWindow &host) {
             QCOMPARE(host.text(u"check.2.value"_s), u"9"_s);
             tap(host, u"check.2.value"_s);
             host.type(u"\r"_s);
             tap(host, u"step.actions.primary"_s);
         }},
        {u"reading"_s,
         [](AppWindow &host) {
             for (const QChar digit : u"214380"_s)
                 tap(host, u"pad.%1"_s.arg(digit));
         }},
        {u"reading-typed"_s,
         [](AppWindow &host) {
             QCOMPARE(host.text(u"readings.display"_s), u"214380"_s);
             tap(host, u"readings.grade.4"_s);
             tap(host, u"pad.ok"_s);
         }},
        {u"reading-done"_s, [](AppWindow &host) { tap(host, u"step.actions.primary"_s); }},
        {u"parts"_s,
         [](AppWindow &host) {
             tap(host, u"parts.hit.0.van"_s);
             tap(host, u"parts.used.0.more"_s);
         }},
        {u"parts-done"_s, [](AppWindow &host) { tap(host, u"step.actions.primary"_s); }},
    };
}

QList<std::pair<QString, TestVisitPage::Step>> TestVisitPage::closingSteps()
{
    return {
        {u"photos"_s, [](AppWindow &host) { tap(host, u"step.actions.primary"_s); }},
        {u"findings"_s,
         [](AppWindow &host) {
             tap(host, u"findings.what"_s);
             host.type(u"Brühgruppe undicht"_s);
             tap(host, u"findings.grade.4"_s);
         }},
        {u"findings-typed"_s,
         [](AppWindow &host) {
             QCOMPARE(host.text(u"findings.what"_s), u"Brühgruppe undicht"_s);
             tap(host, u"step.actions.primary"_s);
         }},
        {u"due-note"_s,
         [](AppWindow &host) {
             if (!host.shows(u"due.verdict.2"_s))
                 tap(host, u"recommendation.note"_s);
             tap(host, u"due.verdict.2"_s);
             tap(host, u"due.horizon.9"_s);
             tap(host, u"due.informed.0"_s);
         }},
        {u"due-note-typed"_s,
         [](AppWindow &host) {
             if (!host.shows(u"due.verdict.2"_s))
                 tap(host, u"recommendation.note"_s);
             tap(host, u"due.actions.primary"_s);
             QVERIFY(host.hides(u"due.verdict.2"_s));
         }},
        {u"recommendation"_s, [](AppWindow &host) { tap(host, u"step.actions.primary"_s); }},
        {u"signature"_s,
         [](AppWindow &host) {
             tap(host, u"signature.suggestion"_s);
             QVERIFY(host.scribble(u"signature.box.pad"_s));
         }},
        {u"signature-typed"_s,
         [](AppWindow &host) {
             tap(host, u"step.actions.primary"_s);
             QTRY_COMPARE(host.property(u"visit.step.6"_s, "status").toInt(), 2); // the report is made and saved
         }},
        {u"completed"_s, [](AppWindow &host) { QVERIFY(host.shows(u"visit.step.6"_s)); }},
    };
}

void TestVisitPage::wholeVisitByTouch_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("look");
    QTest::addColumn<QSize>("size");
    const QSize handheld(412, 892);
    const QSize tablet(1280, 800);
    QTest::newRow("de light") << u"de"_s << u"light"_s << handheld;
    QTest::newRow("en dark") << u"en"_s << u"dark"_s << handheld;
    QTest::newRow("de tablet") << u"de"_s << u"light"_s << tablet;
}

void TestVisitPage::wholeVisitByTouch()
{
    QFETCH(QString, language);
    QFETCH(QString, look);
    QFETCH(QSize, size);
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages}, size,
                   [](AppWindow &window) { window.sync.pending = 1; });
    host.session().setLanguage(language);
    host.session().setTheme(look);
    for (const auto &[name, step] : thread()) {
        host.shoot(u"visit-"_s + name);
        step(host);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(name));
        database.clock.advance(std::chrono::minutes{3});
    }
    QCOMPARE(database.integer("SELECT count(*) FROM visit WHERE status = 'completed' AND appointment_id = 502"), 1);
    QCOMPARE(database.integer("SELECT value FROM meter_reading WHERE visit_id IS NOT NULL"), 214'380);
    QCOMPARE(database.integer("SELECT sum(quantity) FROM part_use"), 2);
    QCOMPARE(database.integer("SELECT count(*) FROM due_note WHERE verdict = 'replace' AND "
                              "horizon_months = 9 AND customer_informed = 1"),
             1);
    QCOMPARE(database.integer("SELECT count(*) FROM signature WHERE length(strokes) > 20"), 1);
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::killedAtEveryStepItGoesOn()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages});
    for (const auto &[name, step] : thread()) {
        host.killAndOpen();
        step(host);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(name));
    }
    QCOMPARE(database.integer("SELECT count(*) FROM visit WHERE status = 'completed' AND appointment_id = 502"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM signature WHERE length(strokes) > 20"), 1);
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::halfTypedReadingSurvivesAKill()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages});
    host.session().navigator()->open(u"visit"_s, FieldDay::hotel.value);
    QVERIFY(host.tap(u"arrive.actions.primary"_s));
    QVERIFY(host.tap(u"visit.step.1"_s));
    for (const QChar digit : u"2143"_s)
        QVERIFY(host.tap(u"pad.%1"_s.arg(digit)));
    host.killAndOpen();
    QVERIFY(host.shows(u"readings.display"_s));
    QCOMPARE(host.text(u"readings.display"_s), u"2143"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM meter_reading WHERE visit_id IS NOT NULL"), 0);
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::arrivalIsRecognisedByDistance()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages}, AppWindow::handheld, [](AppWindow &window) {
        window.position.here = schedule::GeoPoint{FieldDay::hotelLatitude + 0.00036, FieldDay::hotelLongitude};
    });
    QVERIFY(host.tap(u"today.actions.primary"_s));
    QVERIFY(host.shows(u"visit.arrival"_s));
    QCOMPARE(database.integer("SELECT arrival_distance_m FROM visit WHERE arrival = 'position'"), 40);
    host.shoot(u"visit-arrived"_s);
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::doubtfulReadingIsAskedAbout()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages});
    host.session().navigator()->open(u"visit"_s, FieldDay::hotel.value);
    QVERIFY(host.tap(u"arrive.actions.primary"_s));
    QVERIFY(host.tap(u"visit.step.1"_s));
    for (const QChar digit : u"21438"_s)
        QVERIFY(host.tap(u"pad.%1"_s.arg(digit)));
    QVERIFY(host.tap(u"pad.ok"_s));
    host.shoot(u"visit-doubt"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM meter_reading WHERE visit_id IS NOT NULL"), 0);
    QVERIFY(host.tap(u"dialog.accept"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM meter_reading WHERE implausible_confirmed = 1"), 1);
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::backLeadsFromTheStepToTheList()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages});
    host.session().navigator()->open(u"visit"_s, FieldDay::hotel.value);
    QVERIFY(host.tap(u"arrive.actions.primary"_s));
    QVERIFY(host.tap(u"visit.step.2"_s));
    QVERIFY(host.shows(u"parts"_s));
    QTest::keyClick(host.window(), Qt::Key_Escape);
    host.settle();
    QVERIFY(host.shows(u"visit.step.2"_s));
    QTest::keyClick(host.window(), Qt::Key_Escape);
    host.settle();
    QVERIFY(host.shows(u"today.hero"_s));
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::aReasonInTheVisitOpensItsFacts()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages});
    host.session().setLanguage(u"en"_s);
    host.session().navigator()->open(u"visit"_s, FieldDay::hotel.value);
    QVERIFY(host.tap(u"arrive.actions.primary"_s));
    QVERIFY(host.tap(u"visit.step.5"_s));
    if (!host.shows(u"due.verdict.2"_s))
        QVERIFY(host.tap(u"recommendation.note"_s));
    QVERIFY(host.tap(u"due.reason.0"_s));
    QVERIFY(host.shows(u"evidence.0"_s));
    host.shoot(u"visit-evidence"_s);
    QTest::keyClick(host.window(), Qt::Key_Escape);
    QVERIFY(host.hides(u"evidence.0"_s));
    QVERIFY(host.shows(u"due.verdict.2"_s));
    QTest::keyClick(host.window(), Qt::Key_Escape);
    QVERIFY(host.hides(u"due.verdict.2"_s));
    QVERIFY(host.tap(u"recommendation.reason.0"_s));
    QVERIFY(host.shows(u"evidence.0"_s));
    QCOMPARE(host.warnings, QStringList());
}

void TestVisitPage::aUnitThatIsGoneAsksForNoNote()
{
    TestDatabase database;
    const FieldDay day(database);
    AppWindow host(database, {&today::addPages, &visitpage::addPages});
    host.session().setLanguage(u"de"_s);
    host.session().navigator()->open(u"visit"_s, FieldDay::hotel.value);
    QVERIFY(host.tap(u"arrive.actions.primary"_s));
    QVERIFY(host.tap(u"visit.step.4"_s));
    QVERIFY(host.type(u"findings.what"_s, u"Pumpe fest"_s));
    QVERIFY(host.tap(u"findings.remove"_s));
    QVERIFY(host.tap(u"removal.reason.0"_s));
    host.shoot(u"visit-remove"_s);
    QVERIFY(host.tap(u"removal.actions.primary"_s));
    QVERIFY(host.shows(u"findings.gone"_s));
    QVERIFY(host.hides(u"removal.actions.primary"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM finding WHERE what = 'Pumpe fest'"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM asset_removal WHERE reason = 'failed' AND visit_id IS NOT NULL"),
             1);
    QVERIFY(host.tap(u"step.actions.primary"_s));
    QVERIFY(host.shows(u"recommendation.gone"_s));
    QVERIFY(host.hides(u"due.verdict.2"_s));
    QVERIFY(host.hides(u"recommendation.note"_s));
    QVERIFY(host.hides(u"visit.error"_s));
    host.shoot(u"visit-gone"_s);
    QCOMPARE(host.warnings, QStringList());
}

QTEST_MAIN(TestVisitPage)
#include "tst_visitpage.moc"
