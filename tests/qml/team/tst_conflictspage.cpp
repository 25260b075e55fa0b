#include "qml/team/pages.h"
#include "tests/core/bonus/bonusbooks.h"
#include "tests/qml/support/appwindow.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_BonusPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_OutboxPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_TeamPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

/// Two fields that handhelds and the office disagree on.
void layConflicts(TestDatabase &database)
{
    database.execute(
        "INSERT INTO open_conflict (id, channel, customer_id, tbl, row_id, field, mine, mine_by, mine_at, theirs, "
        "theirs_by, theirs_at, replica, seq) VALUES "
        "(5001, 10, 200, 'customer', 200, 'phone', '040 5550123', 100, 1791180000000, '040 5550199', NULL, "
        "1791176400000, 3, 12), "
        "(5002, 10, 200, 'asset', 202, 'place', NULL, 100, 1791183600000, 'Theke links', 101, 1791180000000, 3, 13)");
}

} // namespace

class TestConflictsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTeamsPageLeadsToThemAndAValueIsChosen();
    void bothAreKeptInTheNote();
    void settledElsewhereGoes();
    void noneSaysSo();
    void pictures_data();
    void pictures();

private:
    struct Supervisor
    {
        explicit Supervisor(QSize size = AppWindow::handheld, bool conflicts = true)
        {
            books.signInSupervisor();
            if (conflicts)
                layConflicts(database);
            app =
                std::make_unique<AppWindow>(database, std::initializer_list<AppWindow::AddPages>{team::addPages}, size);
            app->session().setLanguage(u"de"_s);
        }
        TestDatabase database;
        BonusBooks books{database};
        std::unique_ptr<AppWindow> app;
    };
};

void TestConflictsPage::theTeamsPageLeadsToThemAndAValueIsChosen()
{
    Supervisor s;
    QVERIFY(s.app->tap(u"nav.team"_s));
    QVERIFY(s.app->tap(u"team.conflicts"_s));
    QCOMPARE(s.app->session().navigator()->page(), u"conflicts"_s);
    QCOMPARE(s.app->property(u"conflicts.card.0"_s, "mine").toString(), u"040 5550123"_s);
    QVERIFY(s.app->tap(u"conflicts.card.0.theirs"_s));
    QVERIFY(s.app->tap(u"conflicts.card.0.take"_s));
    QTRY_COMPARE(s.database.integer("SELECT count(*) FROM conflict_choice WHERE conflict = 5001 AND choice = 'theirs' "
                                    "AND staff_id = 101"),
                 1);
    QCOMPARE(s.database.integer("SELECT count(*) FROM outbox WHERE tbl = 'conflict_choice'"), 1);
    QTRY_VERIFY(!s.app->find(u"conflicts.card.1"_s));
    QCOMPARE(s.app->sync.asked, 1);
    QCOMPARE(s.app->warnings, QStringList());
}

void TestConflictsPage::bothAreKeptInTheNote()
{
    Supervisor s;
    s.app->open(u"conflicts"_s);
    QVERIFY(s.app->tap(u"conflicts.card.0.both"_s));
    QTRY_COMPARE(s.database.integer("SELECT count(*) FROM conflict_choice WHERE choice = 'both' AND addition LIKE "
                                    "'Telefon: 040 5550123'"),
                 1);
    // A device has no note: one of the two values it must be.
    QTRY_VERIFY(!s.app->find(u"conflicts.card.0.both"_s));
    QCOMPARE(s.app->warnings, QStringList());
}

void TestConflictsPage::settledElsewhereGoes()
{
    Supervisor s;
    s.app->open(u"conflicts"_s);
    QVERIFY(s.app->find(u"conflicts.card.1"_s));
    QVERIFY(s.database.connection().write([&](storage::Writer &) -> Status {
        s.database.connection().execute("DELETE FROM open_conflict WHERE id = 5001");
        return {};
    }));
    QTRY_VERIFY(!s.app->find(u"conflicts.card.1"_s));
}

void TestConflictsPage::noneSaysSo()
{
    Supervisor s(AppWindow::handheld, false);
    QVERIFY(s.app->tap(u"nav.team"_s));
    QVERIFY(!s.app->find(u"team.conflicts"_s));
    s.app->open(u"conflicts"_s);
    QVERIFY(s.app->find(u"conflicts.none"_s));
    QVERIFY(s.app->tap(u"back"_s));
    QCOMPARE(s.app->warnings, QStringList());
}

void TestConflictsPage::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("conflicts-de-light") << AppWindow::handheld << u"de"_s << false;
    QTest::newRow("conflicts-en-dark") << AppWindow::handheld << u"en"_s << true;
    QTest::newRow("conflicts-tablet-de-light") << AppWindow::tablet << u"de"_s << false;
}

void TestConflictsPage::pictures()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    Supervisor s(size);
    s.app->session().setLanguage(language);
    s.app->setDark(dark);
    QVERIFY(s.app->tap(u"nav.team"_s));
    s.app->shoot(QString::fromLatin1(QTest::currentDataTag()) + u"-team"_s);
    QVERIFY(s.app->tap(u"team.conflicts"_s));
    s.app->shoot(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(s.app->warnings, QStringList());
}

QTEST_MAIN(TestConflictsPage)
#include "tst_conflictspage.moc"
