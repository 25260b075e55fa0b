#include "qml/bonus/pages.h"
#include "qml/team/pages.h"
#include "tests/core/bonus/bonusbooks.h"
#include "tests/qml/support/appwindow.h"

#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_BonusPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_TeamPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestApprovalsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onTheTabletALineIsApproved();
    void onTheHandheldALineIsDeclined();
    void aNameLeadsToItsLedger();
    void withoutWorkItSaysSo();
    void pictures_data();
    void pictures();

private:
    struct Supervisor
    {
        explicit Supervisor(QSize size)
        {
            books.signInSupervisor();
            app = std::make_unique<AppWindow>(
                database, std::initializer_list<AppWindow::AddPages>{bonus::addPages, team::addPages}, size);
            app->session().setLanguage(u"de"_s);
            layPhoto(u"f1"_s, QColor(0x4f, 0x5d, 0x5a));
            layPhoto(u"f2"_s, QColor(0xa9, 0x74, 0x4a));
        }
        void layPhoto(const QString &sha256, const QColor &colour) const
        {
            QImage image(320, 240, QImage::Format_RGB32);
            image.fill(colour);
            QPainter painter(&image);
            painter.setPen(QPen(Qt::white, 12));
            painter.drawEllipse(QPoint(160, 120), 70, 70);
            painter.end();
            if (!image.save(QDir(app->contentDirectory()).filePath(sha256), "png"))
                qFatal("no photo");
        }
        TestDatabase database;
        BonusBooks books{database};
        std::unique_ptr<AppWindow> app;
    };
};

void TestApprovalsPage::onTheTabletALineIsApproved()
{
    Supervisor s(AppWindow::tablet);
    QVERIFY(s.app->tap(u"nav.approvals"_s));
    QCOMPARE(s.app->text(u"review.title"_s), u"Kauf BK 620, Pension Mustertal"_s);
    QVERIFY(s.app->tap(u"team.queue.1"_s));
    QCOMPARE(s.app->text(u"review.title"_s), u"Empfehlung Mühle GR 75, Hotel Musterhof"_s);
    QVERIFY(s.app->tap(u"review.approve"_s));
    QTRY_COMPARE(
        s.database.integer("SELECT count(*) FROM bonus_decision WHERE entry_id = 501 AND decision = 'approve'"), 1);
    QTRY_COMPARE(s.app->text(u"review.title"_s), u"Empfehlung Mühle GR 75, Kiosk Vorlage"_s);
    QVERIFY(s.app->find(u"snackbar"_s));
    QCOMPARE(s.app->warnings, QStringList());
}

void TestApprovalsPage::onTheHandheldALineIsDeclined()
{
    Supervisor s(AppWindow::handheld);
    QVERIFY(s.app->tap(u"nav.approvals"_s));
    QVERIFY(s.app->tap(u"team.queue.0"_s));
    QCOMPARE(s.app->session().navigator()->page(), u"approval"_s);
    QVERIFY(s.app->tap(u"review.helper"_s));
    QVERIFY(s.app->find(u"decline.primary"_s));
    QVERIFY(!s.app->property(u"decline.primary"_s, "enabled").toBool());
    QVERIFY(s.app->type(u"decline.reason"_s, u"Kein Auftrag"_s));
    QVERIFY(s.app->property(u"decline.primary"_s, "enabled").toBool());
    QVERIFY(s.app->tap(u"decline.primary"_s));
    QTRY_COMPARE(s.database.integer("SELECT count(*) FROM bonus_decision WHERE entry_id = 500 AND "
                                    "decision = 'decline' AND reason = 'Kein Auftrag'"),
                 1);
    QTRY_COMPARE(s.app->session().navigator()->page(), u"approvals"_s);
    QCOMPARE(s.app->warnings, QStringList());
}

void TestApprovalsPage::aNameLeadsToItsLedger()
{
    Supervisor s(AppWindow::handheld);
    QVERIFY(s.app->tap(u"nav.team"_s));
    QVERIFY(s.app->tap(u"team.member.1"_s));
    QCOMPARE(s.app->session().navigator()->page(), u"ledger"_s);
    QTRY_COMPARE(s.app->property(u"bonus.reserved"_s, "cents").toInt(), 14'300);
    QVERIFY(s.app->tap(u"back"_s));
    QCOMPARE(s.app->session().navigator()->page(), u"team"_s);
    QCOMPARE(s.app->warnings, QStringList());
}

void TestApprovalsPage::withoutWorkItSaysSo()
{
    TestDatabase database;
    AppWindow app(database, {team::addPages});
    app.open(u"approvals"_s);
    QVERIFY(app.find(u"team.empty"_s));
    app.open(u"team"_s);
    QVERIFY(app.find(u"team.nobody"_s));
    QCOMPARE(app.warnings, QStringList());
}

void TestApprovalsPage::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("approvals-tablet-de-light") << AppWindow::tablet << u"de"_s << false;
    QTest::newRow("approvals-tablet-en-light") << AppWindow::tablet << u"en"_s << false;
    QTest::newRow("approvals-tablet-de-dark") << AppWindow::tablet << u"de"_s << true;
    QTest::newRow("approvals-de-light") << AppWindow::handheld << u"de"_s << false;
    QTest::newRow("approvals-en-dark") << AppWindow::handheld << u"en"_s << true;
}

void TestApprovalsPage::pictures()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    Supervisor s(size);
    s.app->session().setLanguage(language);
    s.app->setDark(dark);
    s.app->shoot(QString(name).replace(u"approvals"_s, u"team"_s));
    QVERIFY(s.app->tap(u"nav.approvals"_s));
    s.app->shoot(name);
    QVERIFY(s.app->tap(u"team.queue.1"_s));
    s.app->shoot(name + u"-line"_s);
    QVERIFY(s.app->tap(size == AppWindow::tablet ? u"review.decline"_s : u"review.helper"_s));
    QVERIFY(s.app->type(u"decline.reason"_s, u"Bitte erst ein Foto vom Mahlwerk"_s));
    s.app->shoot(name + u"-decline"_s);
    QCOMPARE(s.app->warnings, QStringList());
}

QTEST_MAIN(TestApprovalsPage)
#include "tst_approvalspage.moc"
