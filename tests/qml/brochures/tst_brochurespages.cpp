#include "qml/brochures/pages.h"
#include "tests/qml/support/looks.h"
#include "tests/support/salescompany.h"

#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_BrochuresPlugin)

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestBrochuresPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAPageOfTheFileInFullScreen();
    void keysAndArrowsTurnPagesAndTheLooksAreRecorded();
    void holdingEndsThePresentation();
    void backAsksBeforeItEnds();
    void aBrokenFileIsSaid();
    void lockedDocumentsCannotBeOpened();
    void pictures_data() { addLooks(); }
    void pictures();

private:
    static void writeFiles(const AppWindow &app);
    static bool isTurned(const AppWindow &app, const QString &number);
};

/// A brochure of twelve pages in one colour each, under the names that the rows tell; or the company's real ones when
/// TURNUS_BROCHURES names their directory.
void TestBrochuresPages::writeFiles(const AppWindow &app)
{
    const QDir real(qEnvironmentVariable("TURNUS_BROCHURES"));
    const QStringList sources{u"bk620-de.pdf"_s, u"repair-de.pdf"_s, u"bk520-de.pdf"_s, u"bk620-en.pdf"_s};
    const QStringList names{u"aa"_s, u"bb"_s, u"cc"_s, u"dd"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString target = QDir(app.contentDirectory()).filePath(names.at(i));
        if (qEnvironmentVariableIsSet("TURNUS_BROCHURES") && QFile::copy(real.filePath(sources.at(i)), target))
            continue;
        QPdfWriter writer(target);
        writer.setPageSize(QPageSize(QSizeF(280, 175), QPageSize::Millimeter));
        writer.setPageMargins({});
        QPainter painter(&writer);
        for (int page = 0; page < 12; ++page) {
            if (page > 0)
                writer.newPage();
            painter.fillRect(QRect(0, 0, writer.width(), writer.height()), QColor::fromHsv(page * 30, 200, 200));
        }
    }
}

bool TestBrochuresPages::isTurned(const AppWindow &app, const QString &number)
{
    return QTest::qWaitFor([&] { return app.text(u"presentation.number"_s) == number; }, 3'000);
}

void TestBrochuresPages::showsAPageOfTheFileInFullScreen()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages});
    app.session().setLanguage(u"de"_s);
    writeFiles(app);
    app.open(u"brochures"_s, SalesCompany::machine.value, SalesCompany::visit.value);
    QVERIFY(app.tap(u"fitting.0"_s));
    QTRY_VERIFY(app.find(u"page.1"_s));
    QTRY_VERIFY(app.property(u"page.1"_s, "ready").toBool());
    const QImage shown = app.window()->grabWindow();
    // The page's own colour, without a GPU, and white paper around it.
    QCOMPARE(shown.pixelColor(206, 414).hsvSaturation() > 100, true);
    QCOMPARE(shown.pixelColor(20, 20), QColor(Qt::white));
    QCOMPARE(app.warnings, QStringList());
}

void TestBrochuresPages::keysAndArrowsTurnPagesAndTheLooksAreRecorded()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages});
    app.session().setLanguage(u"en"_s);
    writeFiles(app);
    app.open(u"presentation"_s, SalesCompany::hotelBrochure.value, SalesCompany::visit.value);
    QVERIFY(isTurned(app, u"1 of 12"_s));
    database.clock.advance(std::chrono::seconds{4});
    QVERIFY(app.tap(u"presentation.next"_s));
    QVERIFY(isTurned(app, u"2 of 12"_s));
    database.clock.advance(std::chrono::seconds{9});
    app.find(u"presentation.pages"_s)->forceActiveFocus();
    QTest::keyClick(app.window(), Qt::Key_Right);
    QVERIFY(isTurned(app, u"3 of 12"_s));
    QTest::keyClick(app.window(), Qt::Key_Left);
    QVERIFY(isTurned(app, u"2 of 12"_s));
    QCOMPARE(database.integer("SELECT count(*) FROM page_view WHERE visit_id = 530"), 2);
    QCOMPARE(database.integer("SELECT shown_ms FROM page_view WHERE page = 2"), 9'000);
    QCOMPARE(app.warnings, QStringList());
}

void TestBrochuresPages::holdingEndsThePresentation()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages});
    writeFiles(app);
    app.open(u"brochures"_s);
    app.open(u"presentation"_s, SalesCompany::hotelBrochure.value);
    QVERIFY(app.tap(u"presentation.end"_s)); // a touch is not enough
    QCOMPARE(app.session().navigator()->page(), u"presentation"_s);
    QQuickItem *end = app.find(u"presentation.end"_s);
    QVERIFY(end);
    end->setProperty("holdDuration", 1);
    const QPoint middle = end->mapToScene(QPointF(24, 24)).toPoint();
    QTest::mousePress(app.window(), Qt::LeftButton, {}, middle);
    QTRY_COMPARE(app.session().navigator()->page(), u"brochures"_s);
    QTest::mouseRelease(app.window(), Qt::LeftButton, {}, middle);
}

void TestBrochuresPages::backAsksBeforeItEnds()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages});
    writeFiles(app);
    app.open(u"brochures"_s);
    app.open(u"presentation"_s, SalesCompany::hotelBrochure.value);
    QTest::keyClick(app.window(), Qt::Key_Escape);
    QTRY_VERIFY(app.find(u"dialog.accept"_s));
    QCOMPARE(app.session().navigator()->page(), u"presentation"_s);
    QVERIFY(app.tap(u"dialog.accept"_s));
    QTRY_COMPARE(app.session().navigator()->page(), u"brochures"_s);
    QCOMPARE(app.warnings, QStringList());
}

void TestBrochuresPages::aBrokenFileIsSaid()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages});
    QFile broken(QDir(app.contentDirectory()).filePath(u"aa"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a pdf");
    broken.close();
    app.open(u"presentation"_s, SalesCompany::hotelBrochure.value);
    QTRY_VERIFY(app.property(u"page.1"_s, "failed").toBool());
    QVERIFY(!app.property(u"page.1"_s, "ready").toBool());
}

void TestBrochuresPages::lockedDocumentsCannotBeOpened()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages});
    writeFiles(app);
    app.open(u"presentation"_s, SalesCompany::expiredBrochure.value);
    QVERIFY(app.find(u"presentation.error"_s));
    QVERIFY(!app.find(u"page.1"_s));
}

void TestBrochuresPages::pictures()
{
    TestDatabase database;
    SalesCompany company(database);
    AppWindow app(database, {brochures::addPages}, lookSize());
    const QString tag = applyLook(app);
    writeFiles(app);
    app.open(u"brochures"_s, SalesCompany::machine.value, SalesCompany::visit.value);
    QTRY_VERIFY(app.find(u"fitting.0"_s));
    QTRY_VERIFY(app.property(u"cover"_s, "ready").toBool());
    app.shoot(u"brochures"_s + tag);
    app.open(u"presentation"_s, SalesCompany::hotelBrochure.value, SalesCompany::visit.value);
    QVERIFY(app.tap(u"presentation.next"_s));
    QTRY_VERIFY(app.property(u"page.2"_s, "ready").toBool());
    app.shoot(u"presentation"_s + tag);
    QCOMPARE(app.warnings, QStringList());
}

QTEST_MAIN(TestBrochuresPages)
#include "tst_brochurespages.moc"
