#include "qml/settings/pages.h"
#include "qml/settings/settingsviewmodel.h"
#include "tests/qml/support/appwindow.h"

#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_SettingsPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSwitchStopsTheNetwork();
    void largeFilesTravelAsThePersonSays();
    void aDeviceWithoutAKeyStoreSaysSo();
    void lookIsKeptOverARestart();
    void signingOutSaysWhatIsNotSentAndKeepsIt();
    void theFontsLicenceIsInTheProgram();
    void pictures_data();
    void pictures();
};

void TestSettingsPage::theSwitchStopsTheNetwork()
{
    TestDatabase database;
    AppWindow app(database, {settings::addPages});
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"settings"_s);
    QVERIFY(app.tap(u"settings.offline"_s));
    QVERIFY(!app.sync.isOnline());
    QVERIFY(app.tap(u"settings.offline"_s));
    QVERIFY(app.sync.isOnline());
    QCOMPARE(app.warnings, QStringList());
}

void TestSettingsPage::largeFilesTravelAsThePersonSays()
{
    TestDatabase database;
    AppWindow app(database, {settings::addPages});
    app.open(u"settings"_s);
    QCOMPARE(app.property(u"settings.wifi"_s, "checked").toBool(), true);
    QVERIFY(app.tap(u"settings.wifi"_s));
    QCOMPARE(settings::SettingsViewModel(database.connection()).largeFilesOnWifi(), false);
    QCOMPARE(database.integer("SELECT value FROM device WHERE key = 'large_files_on_wifi'"), 0);
    QVERIFY(app.tap(u"settings.wifi"_s));
    QCOMPARE(settings::SettingsViewModel(database.connection()).largeFilesOnWifi(), true);
    QCOMPARE(app.warnings, QStringList());
}

void TestSettingsPage::aDeviceWithoutAKeyStoreSaysSo()
{
    TestDatabase database;
    AppWindow app(database, {settings::addPages});
    app.open(u"settings"_s);
    QCOMPARE(app.property(u"settings.noKeyStore"_s, "visible").toBool(), false);
    app.sync.keyStore = false;
    app.sync.set(shell::SyncFace::State::Idle);
    QCOMPARE(app.property(u"settings.noKeyStore"_s, "visible").toBool(), true);
    QCOMPARE(app.warnings, QStringList());
}

void TestSettingsPage::lookIsKeptOverARestart()
{
    TestDatabase database;
    {
        AppWindow app(database, {settings::addPages});
        app.session().setLanguage(u"en"_s);
        app.open(u"settings"_s);
        app.session().setTheme(u"sunlight"_s);
        app.setTextScale(1.6);
        QCOMPARE(app.property(u"settings.theme"_s, "currentIndex").toInt(), 3);
        QCOMPARE(app.property(u"settings.textScale"_s, "currentIndex").toInt(), 2);
        QCOMPARE(app.warnings, QStringList());
    }
    AppWindow app(database, {settings::addPages});
    QCOMPARE(app.session().theme(), u"sunlight"_s);
    QCOMPARE(app.session().textScale(), 1.6);
    QCOMPARE(app.session().language(), u"en"_s);
    app.session().setTextScale(9);
    QCOMPARE(app.session().textScale(), 2.0);
}

void TestSettingsPage::signingOutSaysWhatIsNotSentAndKeepsIt()
{
    TestDatabase database;
    QVERIFY(database.connection().write([](storage::Writer &writer) -> Status {
        writer.update("customer", TestDatabase::customer, {{"phone", u"0123 555-0142"_s}});
        return {};
    }));
    AppWindow app(database, {settings::addPages});
    app.session().setLanguage(u"en"_s);
    app.sync.pending = 1;
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"settings"_s);
    QVERIFY(app.text(u"settings.signOut"_s, "subtitle").contains(u'1'));
    QVERIFY(app.tap(u"settings.signOut"_s));
    QVERIFY(app.tap(u"dialog.accept"_s));
    QTRY_VERIFY(app.session().isLocked());
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM customer"), 1);
}

void TestSettingsPage::theFontsLicenceIsInTheProgram()
{
    TestDatabase database;
    const settings::SettingsViewModel model(database.connection());
    QVERIFY(model.fontLicence().contains(u"OFL-1.1"_s));
    QVERIFY(!model.version().isEmpty());
    AppWindow app(database, {settings::addPages});
    app.open(u"settings"_s);
    QVERIFY(app.tap(u"settings.licences"_s));
    QTRY_VERIFY(app.find(u"settings.fontLicence"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestSettingsPage::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("settings-de-light") << AppWindow::handheld << u"de"_s << false;
    QTest::newRow("settings-en-dark") << AppWindow::handheld << u"en"_s << true;
    QTest::newRow("settings-tablet-de-light") << AppWindow::tablet << u"de"_s << false;
}

void TestSettingsPage::pictures()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    TestDatabase database;
    AppWindow app(database, {settings::addPages}, size);
    app.session().setLanguage(language);
    app.setDark(dark);
    app.sync.set(shell::SyncFace::State::Idle);
    app.open(u"settings"_s);
    app.shoot(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(app.tap(u"settings.licences"_s));
    app.shoot(QString::fromLatin1(QTest::currentDataTag()) + u"-licences"_s);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
