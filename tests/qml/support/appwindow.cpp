#include "tests/qml/support/appwindow.h"

#include "app/report/pdfreport.h"
#include "qml/theme/resources.h"

#include <QDir>
#include <QFile>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>
#include <cmath>

Q_IMPORT_QML_PLUGIN(Turnus_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ShellPlugin)

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

constexpr int patienceMs = 10'000;

QQuickItem *findIn(QQuickItem *parent, const QString &name)
{
    if (!parent->isVisible())
        return nullptr;
    if (parent->objectName() == name)
        return parent;
    const QList<QQuickItem *> children = parent->childItems();
    for (auto child = children.crbegin(); child != children.crend(); ++child) {
        if (QQuickItem *found = findIn(*child, name))
            return found;
    }
    return nullptr;
}

QPointingDevice *finger()
{
    static QPointingDevice *device = QTest::createTouchDevice();
    return device;
}

} // namespace

AppWindow::AppWindow(TestDatabase &database, std::initializer_list<AddPages> modules, QSize size, const SetUp &setUp)
    : m_database(database), m_modules(modules), m_size(size)
{
    if (!theme::loadFonts())
        qFatal("the fonts are not in the program");
    if (setUp)
        setUp(*this);
    layFiles();
    load();
}

void AppWindow::layFiles()
{
    const auto laid = m_database.connection().read([&] {
        auto row = m_database.connection().query("SELECT sha256, size FROM content_file WHERE present = 1");
        while (row.step()) {
            QFile file(m_content.filePath(row.text(0)));
            if (!file.exists() && (!file.open(QIODevice::WriteOnly) || !file.resize(row.integer(1))))
                qFatal("%s", qPrintable(file.fileName()));
        }
    });
    if (!laid)
        qFatal("%s", qPrintable(laid.error().toString()));
}

AppWindow::~AppWindow()
{
    close();
}

void AppWindow::load()
{
    m_pages = std::make_unique<shell::PageRegistry>();
    m_session = std::make_unique<shell::Session>(m_database.connection(), *m_pages, sync);
    const shell::Services services{m_database.connection(),
                                   m_database.notifier,
                                   m_database.clock,
                                   position,
                                   *m_session,
                                   sync,
                                   m_content.path(),
                                   std::make_shared<printing::PdfReport>()};
    for (const AddPages &add : m_modules)
        add(*m_pages, services);
    m_engine = std::make_unique<QQmlApplicationEngine>();
    QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError> &errors) {
        for (const QQmlError &error : errors)
            warnings.append(error.toString());
    });
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
    m_session->attach(*m_engine);
    m_session->reload();
    theme()->setProperty("reducedMotion", true);
    m_engine->setInitialProperties({{u"width"_s, m_size.width()}, {u"height"_s, m_size.height()}});
    m_engine->load(QUrl(u"qrc:/qt/qml/Turnus/Shell/ShellWindow.qml"_s));
    if (m_engine->rootObjects().isEmpty())
        qFatal("no window: %s", qPrintable(warnings.join(u'\n')));
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    if (!QTest::qWaitForWindowExposed(m_window))
        qFatal("the window does not show");
    settle();
}

void AppWindow::close()
{
    m_window = nullptr;
    m_engine.reset();
    m_session.reset();
    m_pages.reset();
}

void AppWindow::killAndOpen()
{
    close();
    m_database.reopen();
    load();
}

QObject *AppWindow::theme()
{
    QQmlComponent component(m_engine.get());
    component.setData("import QtQml\nimport Turnus.Theme\nQtObject { property QtObject theme: Theme }", {});
    const std::unique_ptr<QObject> object(component.create());
    return object ? object->property("theme").value<QObject *>() : nullptr;
}

void AppWindow::open(const QString &page, qint64 id, qint64 visit)
{
    if (!m_session->navigator()->open(page, id, visit))
        qFatal("no page %s", qPrintable(page));
    settle();
}

QQuickItem *AppWindow::find(const QString &name) const
{
    return findIn(m_window->contentItem(), name);
}

bool AppWindow::shows(const QString &name) const
{
    return QTest::qWaitFor([&] { return find(name) != nullptr; }, patienceMs);
}

bool AppWindow::hides(const QString &name) const
{
    return QTest::qWaitFor([&] { return find(name) == nullptr; }, patienceMs);
}

bool AppWindow::tap(const QString &name)
{
    if (!shows(name))
        return false;
    settle();
    // Where it comes to rest: a sheet that has just opened is laid out in several steps.
    QPoint middle(-1, -1);
    const bool rests = QTest::qWaitFor(
        [&] {
            QQuickItem *item = find(name);
            if (!item)
                return false;
            showInView(item);
            const QPoint before = middle;
            middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
            return middle == before;
        },
        patienceMs);
    if (!rests)
        return false;
    QTest::touchEvent(m_window, finger()).press(0, middle, m_window);
    QTest::touchEvent(m_window, finger()).release(0, middle, m_window);
    settle();
    return true;
}

bool AppWindow::type(const QString &name, const QString &words)
{
    if (!tap(name))
        return false;
    QQuickItem *item = find(name);
    item->forceActiveFocus();
    type(words);
    return true;
}

void AppWindow::type(const QString &words) const
{
    for (const QChar letter : words)
        QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    settle();
}

bool AppWindow::scribble(const QString &name)
{
    QQuickItem *item = shows(name) ? find(name) : nullptr;
    if (!item)
        return false;
    showInView(item);
    const auto at = [&](double x, double y) {
        return item->mapToScene({item->width() * x, item->height() * y}).toPoint();
    };
    QTest::touchEvent(m_window, finger()).press(0, at(0.15, 0.6), m_window);
    for (int i = 1; i <= 24; ++i)
        QTest::touchEvent(m_window, finger()).move(0, at(0.15 + i * 0.028, 0.5 + 0.18 * std::sin(i * 1.1)), m_window);
    QTest::touchEvent(m_window, finger()).release(0, at(0.83, 0.45), m_window);
    settle();
    return true;
}

QVariant AppWindow::property(const QString &name, const char *property) const
{
    const QQuickItem *item = find(name);
    return item ? item->property(property) : QVariant();
}

QString AppWindow::text(const QString &name, const char *property) const
{
    const QQuickItem *item = find(name);
    return item ? item->property(property).toString() : u"(none)"_s;
}

void AppWindow::shoot(const QString &name)
{
    const QString directory = qEnvironmentVariable("TURNUS_SCREENSHOTS");
    if (directory.isEmpty())
        return;
    settle();
    QDir().mkpath(directory);
    if (!m_window->grabWindow().save(QDir(directory).filePath(name + u".png"_s)))
        qWarning("cannot save %s", qPrintable(name));
}

void AppWindow::setDark(bool dark)
{
    m_session->setTheme(dark ? u"dark"_s : u"light"_s);
    settle();
}

void AppWindow::setTextScale(double scale)
{
    m_session->setTextScale(scale);
    settle();
}

void AppWindow::showInView(QQuickItem *item) const
{
    for (QQuickItem *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (!parent->inherits("QQuickFlickable"))
            continue;
        const qreal top = item->mapToItem(parent, QPointF()).y();
        const qreal below = top + item->height() - parent->height();
        const qreal at = parent->property("contentY").toReal();
        if (top < 0)
            parent->setProperty("contentY", at + top);
        else if (below > 0)
            parent->setProperty("contentY", at + below + 8);
    }
    settle();
}

void AppWindow::settle() const
{
    QCoreApplication::processEvents();
    m_window->grabWindow();
    QCoreApplication::processEvents();
}

} // namespace turnus::tests
