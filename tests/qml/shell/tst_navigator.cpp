#include "qml/shell/session.h"
#include "tests/support/fakesync.h"
#include "tests/support/testdatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::shell;
using namespace Qt::StringLiterals;

namespace {

PageRegistry somePages()
{
    PageRegistry pages;
    const auto place = [](const char *title, int order, Place::Role roles) {
        return Place{[title] { return QString::fromLatin1(title); }, u"today"_s, order, Place::Bar, roles};
    };
    pages.add({u"bonus"_s, QUrl(u"qrc:/b"_s), {}, place("Bonus", 40, Place::Technician)});
    pages.add({u"today"_s, QUrl(u"qrc:/t"_s), {}, place("Today", 10, Place::Everybody)});
    pages.add({u"team"_s, QUrl(u"qrc:/m"_s), {}, place("Team", 5, Place::Supervisor)});
    pages.add({u"asset"_s, QUrl(u"qrc:/a"_s), [](const PageRequest &to) -> QObject * {
                   auto *model = new QObject;
                   model->setObjectName(QString::number(to.id));
                   return model;
               }});
    return pages;
}

QStringList keysOf(const PlaceModel &model)
{
    QStringList keys;
    for (int i = 0; i < model.rowCount(); ++i)
        keys.append(model.index(i).data(PlaceModel::Key).toString());
    return keys;
}

} // namespace

class TestNavigator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placesFollowTheRole();
    void openedPagesComeBackAfterAKill();
    void unknownPagesAreRefused();
    void backToLeavesWhatIsAbove();
    void signingOutLocksAndKeepsTheRows();
    void signingInOpensTheFirstPlace();
    void languageAndThemeAreRemembered();

private:
    PageRegistry m_pages = somePages();
    tests::FakeSync m_sync;
};

void TestNavigator::placesFollowTheRole()
{
    tests::TestDatabase database;
    Session session(database.connection(), m_pages, m_sync);
    const QAbstractItemModelTester tester(session.places());
    QCOMPARE(keysOf(*session.places()), QStringList({u"today"_s, u"bonus"_s}));
    session.places()->setRole(Place::Supervisor);
    QCOMPARE(keysOf(*session.places()), QStringList({u"team"_s, u"today"_s}));
}

void TestNavigator::openedPagesComeBackAfterAKill()
{
    tests::TestDatabase database;
    {
        Session session(database.connection(), m_pages, m_sync);
        session.start();
        QVERIFY(session.navigator()->open(u"asset"_s, 202, 9));
    }
    database.reopen();
    Session session(database.connection(), m_pages, m_sync);
    QSignalSpy opened(session.navigator(), &Navigator::opened);
    session.start();
    QCOMPARE(opened.size(), 2);
    QCOMPARE(session.navigator()->stack(), QList<PageRequest>({{u"today"_s, 0, 0}, {u"asset"_s, 202, 9}}));
    QObject page;
    auto *model = opened.at(1).at(1).value<QObject *>();
    QCOMPARE(model->objectName(), u"202"_s);
    session.navigator()->adopt(&page, model);
    QCOMPARE(model->parent(), &page);
}

void TestNavigator::unknownPagesAreRefused()
{
    tests::TestDatabase database;
    Session session(database.connection(), m_pages, m_sync);
    session.start();
    QTest::ignoreMessage(QtWarningMsg, "there is no page \"moon\"");
    QVERIFY(!session.navigator()->open(u"moon"_s));
    QCOMPARE(session.navigator()->depth(), 1);
    QVERIFY(!session.navigator()->back());
}

void TestNavigator::backToLeavesWhatIsAbove()
{
    tests::TestDatabase database;
    Session session(database.connection(), m_pages, m_sync);
    session.start();
    Navigator &navigator = *session.navigator();
    navigator.open(u"asset"_s, 1);
    navigator.open(u"bonus"_s);
    QSignalSpy closed(&navigator, &Navigator::closed);
    QVERIFY(!navigator.backTo(u"team"_s));
    QVERIFY(navigator.backTo(u"today"_s));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 2);
    QCOMPARE(navigator.page(), u"today"_s);
}

void TestNavigator::signingOutLocksAndKeepsTheRows()
{
    tests::TestDatabase database;
    {
        Session session(database.connection(), m_pages, m_sync);
        session.start();
        session.signOut();
        QVERIFY(!session.isSignedIn());
        QVERIFY(session.isLocked());
        QCOMPARE(session.navigator()->depth(), 0);
    }
    database.reopen();
    const Session session(database.connection(), m_pages, m_sync);
    QVERIFY(session.isLocked());
    QCOMPARE(session.staffName(), u"Jana Muster"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM customer"), 1);
}

void TestNavigator::signingInOpensTheFirstPlace()
{
    tests::TestDatabase database;
    Session session(database.connection(), m_pages, m_sync);
    session.start();
    session.signOut();
    m_sync.signIn({}, u"jana.muster"_s, {});
    QVERIFY(session.isSignedIn());
    QCOMPARE(session.navigator()->page(), u"today"_s);
}

void TestNavigator::languageAndThemeAreRemembered()
{
    tests::TestDatabase database;
    {
        Session session(database.connection(), m_pages, m_sync);
        session.setLanguage(u"de"_s);
        session.setTheme(u"dark"_s);
        session.setLanguage(u"fr"_s);
    }
    const Session session(database.connection(), m_pages, m_sync);
    QCOMPARE(session.language(), u"de"_s);
    QCOMPARE(session.theme(), u"dark"_s);
}

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
