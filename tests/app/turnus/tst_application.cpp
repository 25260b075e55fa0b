#include "app/turnus/application.h"

#include <QFile>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

using namespace turnus;
using namespace turnus::app;
using namespace Qt::StringLiterals;

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartAsksWhoYouAre();
    void oneProgramPerDirectory();
    void foreignFileIsRefusedUntouched();
    void languageAndThemeOfTheCommandLineStay();

private:
    [[nodiscard]] Options inDirectory() const { return {.dataDirectory = m_directory.path(), .language = u"en"_s}; }
    QTemporaryDir m_directory;
    SystemClock m_clock;
};

void TestApplication::firstStartAsksWhoYouAre()
{
    Options options = inDirectory();
    options.server = u"http://127.0.0.1:1"_s;
    auto opened = Application::open(options, m_clock);
    QVERIFY(opened);
    QVERIFY((*opened)->show());
    QVERIFY(QTest::qWaitForWindowExposed((*opened)->window()));
    const auto *server = (*opened)->window()->findChild<QQuickItem *>(u"signIn.server"_s);
    QVERIFY(server && server->isVisible());
    QCOMPARE(server->property("text").toString(), options.server);
    QVERIFY(!(*opened)->session().isSignedIn());
}

void TestApplication::oneProgramPerDirectory()
{
    const auto first = Application::open(inDirectory(), m_clock);
    QVERIFY(first);
    const auto second = Application::open(inDirectory(), m_clock);
    QVERIFY(!second);
    QCOMPARE(second.error().code, u"in-use"_s);
}

void TestApplication::foreignFileIsRefusedUntouched()
{
    const QTemporaryDir directory;
    const QByteArray words("a diary, not a database, and long enough to look at\n");
    QFile file(directory.filePath(u"turnus.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(words.repeated(100));
    file.flush();
    const auto opened = Application::open({.dataDirectory = directory.path()}, m_clock);
    QVERIFY(!opened);
    QCOMPARE(opened.error().domain, Domain::Storage);
    file.seek(0);
    QCOMPARE(file.readAll(), words.repeated(100));
}

void TestApplication::languageAndThemeOfTheCommandLineStay()
{
    {
        Options options = inDirectory();
        options.language = u"de"_s;
        options.theme = u"dark"_s;
        QVERIFY(Application::open(options, m_clock));
    }
    const auto again = Application::open({.dataDirectory = m_directory.path()}, m_clock);
    QVERIFY(again);
    QCOMPARE((*again)->session().language(), u"de"_s);
    QCOMPARE((*again)->session().theme(), u"dark"_s);
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
