#include "tests/qml/support/appwindow.h"

#include "qml/theme/resources.h"

#include <QDir>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Turnus_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Turnus_ShellPlugin)

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

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

AppWindow::AppWindow(TestDatabase &database, std::initializer_list<AddPages> modules, QSize size)
{
    if (!theme::loadFonts())
        qFatal("the fonts are not in the program");
    m_session = std::make_unique<shell::Session>(database.connection(), m_pages, sync);
    const shell::Services services{database.connection(), database.notifier, database.clock, position, *m_session, sync,
                                   m_content.path()};
    for (const AddPages &add : modules)
        add(m_pages, services);
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, [this](const QList<QQmlError> &errors) {
        for (const QQmlError &error : errors)
            warnings.append(error.toString());
    });
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_session->attach(m_engine);
    m_session->places()->setRole(m_session->isSupervisor() ? shell::Place::Supervisor : shell::Place::Technician);
    theme()->setProperty("reducedMotion", true);
    m_engine.load(QUrl(u"qrc:/qt/qml/Turnus/Shell/ShellWindow.qml"_s));
    if (m_engine.rootObjects().isEmpty())
        qFatal("no window");
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
    m_window->resize(size);
    settle();
}

QObject *AppWindow::theme()
{
    QQmlComponent component(&m_engine);
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

bool AppWindow::tap(const QString &name)
{
    if (!QTest::qWaitFor([&] { return find(name) != nullptr; }, 2'000))
        return false;
    QQuickItem *item = find(name);
    showInView(item);
    const QPoint middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
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
    for (const QChar letter : words) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(m_window, &press);
        QCoreApplication::sendEvent(m_window, &release);
    }
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
