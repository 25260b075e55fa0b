#include "tests/qml/support/appwindow.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using State = shell::SyncFace::State;

/// Who has not signed in yet, and how far the first sync is.
class TestSignInPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFirstSyncShowsRowsBytesAndTimeLeft();
    void aSyncThatWasCutSaysWhereItGoesOn();
    void theTimeLeftIsRoundedForPeople_data();
    void theTimeLeftIsRoundedForPeople();
    void aFirstSyncThatFailsLetsOneTryAgain();
    void pictures_data();
    void pictures();
};

namespace {

/// Nobody has signed in on this handheld.
std::unique_ptr<AppWindow> freshApp(TestDatabase &database, QSize size = AppWindow::handheld)
{
    database.execute("DELETE FROM device WHERE key IN ('staff_id', 'login', 'role')");
    auto app = std::make_unique<AppWindow>(database, std::initializer_list<AppWindow::AddPages>{}, size);
    app->session().setLanguage(u"en"_s);
    return app;
}

shell::Arrival half()
{
    shell::Arrival arrival;
    arrival.rows = 46'200;
    arrival.rowsInAll = 92'402;
    arrival.bytes = 0.8e6;
    arrival.bytesInAll = 1.54e6;
    arrival.secondsLeft = 12;
    return arrival;
}

} // namespace

void TestSignInPage::aFirstSyncShowsRowsBytesAndTimeLeft()
{
    TestDatabase database;
    const auto app = freshApp(database);
    app->sync.set(State::Syncing);
    QVERIFY(app->shows(u"firstSync.rows"_s));
    QCOMPARE(app->text(u"firstSync.rows"_s), u"Contacting the server"_s);
    QVERIFY(app->hides(u"firstSync.track"_s));
    app->sync.arriving = half();
    app->sync.set(State::Syncing);
    QVERIFY(app->shows(u"firstSync.track"_s));
    QCOMPARE(app->text(u"firstSync.rows"_s), u"Your territory is arriving: 46,200 of 92,402 rows"_s);
    QCOMPARE(app->text(u"firstSync.bytes"_s), u"0.8 of 1.5 MB, about 15 seconds left"_s);
    QVERIFY(qAbs(app->property(u"firstSync.track"_s, "value").toDouble() - 0.5) < 0.001);
    QVERIFY(app->hides(u"firstSync.before"_s));
    app->sync.arriving.rows = app->sync.arriving.rowsInAll;
    app->sync.arriving.bytes = app->sync.arriving.bytesInAll;
    app->sync.set(State::Syncing);
    QVERIFY(app->text(u"firstSync.rows"_s).startsWith("All 92,402 rows are here"_L1));
    QCOMPARE(app->text(u"firstSync.bytes"_s), u"1.5 of 1.5 MB"_s);
    QCOMPARE(app->warnings, QStringList());
}

void TestSignInPage::aSyncThatWasCutSaysWhereItGoesOn()
{
    TestDatabase database;
    const auto app = freshApp(database);
    app->sync.arriving = half();
    app->sync.arriving.rowsBefore = 31'000;
    app->sync.set(State::Syncing);
    QVERIFY(app->shows(u"firstSync.before"_s));
    QCOMPARE(app->text(u"firstSync.before"_s), u"Goes on where it stopped: 31,000 rows were here already."_s);
}

void TestSignInPage::theTimeLeftIsRoundedForPeople_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("not known") << -1 << u"0.8 of 1.5 MB"_s;
    QTest::newRow("soon") << 3 << u"0.8 of 1.5 MB, a few seconds left"_s;
    QTest::newRow("seconds") << 31 << u"0.8 of 1.5 MB, about 35 seconds left"_s;
    QTest::newRow("a minute") << 60 << u"0.8 of 1.5 MB, about 1 minute left"_s;
    QTest::newRow("minutes") << 150 << u"0.8 of 1.5 MB, about 3 minutes left"_s;
}

void TestSignInPage::theTimeLeftIsRoundedForPeople()
{
    QFETCH(int, seconds);
    QFETCH(QString, words);
    TestDatabase database;
    const auto app = freshApp(database);
    app->sync.arriving = half();
    app->sync.arriving.secondsLeft = seconds;
    app->sync.set(State::Syncing);
    QTRY_COMPARE(app->text(u"firstSync.bytes"_s), words);
}

void TestSignInPage::aFirstSyncThatFailsLetsOneTryAgain()
{
    TestDatabase database;
    const auto app = freshApp(database);
    app->sync.arriving = half();
    app->sync.set(State::Syncing);
    app->sync.problem = u"The server cannot be reached."_s;
    app->sync.set(State::Offline);
    QVERIFY(app->hides(u"firstSync.rows"_s));
    QVERIFY(app->shows(u"signIn.error"_s));
    QVERIFY(!app->property(u"signIn.go"_s, "busy").toBool());
}

void TestSignInPage::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("before");
    QTest::newRow("firstsync-de-light") << AppWindow::handheld << u"de"_s << false << 0;
    QTest::newRow("firstsync-en-dark") << AppWindow::handheld << u"en"_s << true << 31'000;
    QTest::newRow("firstsync-tablet-de-dark") << AppWindow::tablet << u"de"_s << true << 31'000;
    QTest::newRow("firstsync-tablet-en-light") << AppWindow::tablet << u"en"_s << false << 0;
}

void TestSignInPage::pictures()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(int, before);
    TestDatabase database;
    const auto app = freshApp(database, size);
    app->session().setLanguage(language);
    app->setDark(dark);
    app->sync.arriving = half();
    app->sync.arriving.rowsBefore = before;
    app->sync.set(State::Syncing);
    app->settle();
    app->shoot(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(app->warnings, QStringList());
}

QTEST_MAIN(TestSignInPage)
#include "tst_signinpage.moc"
