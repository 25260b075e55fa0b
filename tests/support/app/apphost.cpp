#include "tests/support/app/apphost.h"

#include "qml/theme/resources.h"

#include <QDir>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

QPointingDevice *finger()
{
    static QPointingDevice *device = QTest::createTouchDevice();
    return device;
}

bool isShown(const QQuickItem *item)
{
    return item->isVisible() && item->opacity() > 0 && item->width() > 0 && item->height() > 0;
}

QQuickItem *search(QQuickItem *below, const QString &name)
{
    // The newest page lies on top: look from there.
    const QList<QQuickItem *> children = below->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (!(*child)->isVisible())
            continue;
        if ((*child)->objectName() == name && isShown(*child))
            return *child;
        if (QQuickItem *found = search(*child, name))
            return found;
    }
    return nullptr;
}

QQuickItem *flickableAround(const QQuickItem *item)
{
    for (QQuickItem *parent = item->parentItem(); parent; parent = parent->parentItem()) {
        if (parent->inherits("QQuickFlickable"))
            return parent;
    }
    return nullptr;
}

void setReducedMotion(QQmlEngine &engine)
{
    QQmlComponent component(&engine);
    component.setData(
        "import QtQml\nimport Turnus.Theme\nQtObject { Component.onCompleted: Theme.reducedMotion = true }", {});
    delete component.create();
}

} // namespace

AppHost::AppHost(QList<AddPages> modules) : m_modules(std::move(modules))
{
    static const bool fonts = theme::loadFonts();
    if (!fonts)
        qFatal("no fonts");
    QDir().mkpath(contentDirectory());
}

AppHost::~AppHost()
{
    close();
}

void AppHost::open()
{
    m_pages = std::make_unique<shell::PageRegistry>();
    m_session = std::make_unique<shell::Session>(m_database.connection(), *m_pages, sync);
    const shell::Services services{
        m_database.connection(), m_database.notifier, m_database.clock, position, *m_session, sync, contentDirectory()};
    for (const AddPages add : m_modules)
        add(*m_pages, services);
    m_session->reload();
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(u"qrc:/qt/qml"_s);
    QObject::connect(m_engine.get(), &QQmlEngine::warnings, m_engine.get(), [this](const QList<QQmlError> &list) {
        for (const QQmlError &each : list)
            warnings.append(each.toString());
    });
    setReducedMotion(*m_engine);
    m_session->attach(*m_engine);
    m_engine->setInitialProperties({{u"width"_s, size.width()}, {u"height"_s, size.height()}});
    m_engine->load(QUrl(u"qrc:/qt/qml/Turnus/Shell/ShellWindow.qml"_s));
    if (m_engine->rootObjects().isEmpty())
        qFatal("%s", qPrintable(warnings.join(u'\n')));
    m_window = qobject_cast<QQuickWindow *>(m_engine->rootObjects().constFirst());
    if (!QTest::qWaitForWindowExposed(m_window))
        qFatal("the window does not show");
    settle();
}

void AppHost::close()
{
    m_window = nullptr;
    m_engine.reset();
    m_session.reset();
    m_pages.reset();
}

void AppHost::settle() const
{
    // A frame for the layout and one for what follows from it.
    for (int i = 0; i < 2; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        m_window->grabWindow();
    }
}

QQuickItem *AppHost::find(const QString &objectName) const
{
    return search(m_window->contentItem(), objectName);
}

bool AppHost::shows(const QString &objectName) const
{
    return QTest::qWaitFor([&] { return find(objectName) != nullptr; }, 2'000);
}

bool AppHost::hides(const QString &objectName) const
{
    return QTest::qWaitFor([&] { return find(objectName) == nullptr; }, 2'000);
}

void AppHost::scrollTo(QQuickItem *item) const
{
    QQuickItem *flickable = flickableAround(item);
    if (!flickable)
        return;
    const QRectF place = item->mapRectToItem(flickable, QRectF(0, 0, item->width(), item->height()));
    const double room = flickable->height();
    double y = flickable->property("contentY").toDouble();
    if (place.bottom() > room)
        y += place.bottom() - room + 8;
    else if (place.top() < 0)
        y += place.top() - 8;
    else
        return;
    const double most = flickable->property("contentHeight").toDouble() - room;
    flickable->setProperty("contentY", std::clamp(y, 0.0, std::max(0.0, most)));
    settle();
}

bool AppHost::tap(const QString &objectName)
{
    if (!shows(objectName))
        return false;
    settle();
    QQuickItem *item = find(objectName);
    if (!item)
        return false;
    scrollTo(item);
    const QPoint where = item->mapToScene({item->width() / 2, item->height() / 2}).toPoint();
    QTest::touchEvent(m_window, finger()).press(1, where, m_window);
    QTest::touchEvent(m_window, finger()).release(1, where, m_window);
    settle();
    return true;
}

bool AppHost::scribble(const QString &objectName)
{
    QQuickItem *item = shows(objectName) ? find(objectName) : nullptr;
    if (!item)
        return false;
    scrollTo(item);
    const auto at = [&](double x, double y) {
        return item->mapToScene({item->width() * x, item->height() * y}).toPoint();
    };
    QTest::touchEvent(m_window, finger()).press(1, at(0.15, 0.6), m_window);
    for (int i = 1; i <= 24; ++i)
        QTest::touchEvent(m_window, finger()).move(1, at(0.15 + i * 0.028, 0.5 + 0.18 * std::sin(i * 1.1)), m_window);
    QTest::touchEvent(m_window, finger()).release(1, at(0.83, 0.45), m_window);
    settle();
    return true;
}

void AppHost::type(const QString &text) const
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    settle();
}

QString AppHost::textOf(const QString &objectName) const
{
    const QQuickItem *item = find(objectName);
    return item ? item->property("text").toString() : QString();
}

void AppHost::shoot(const QString &name) const
{
    const QString directory = qEnvironmentVariable("TURNUS_SHOTS");
    if (directory.isEmpty())
        return;
    QDir().mkpath(directory);
    settle();
    m_window->grabWindow().save(
        u"%1/%2-%3-%4-%5.png"_s.arg(directory, name, m_session->language(), m_session->theme()).arg(m_window->width()));
}

} // namespace turnus::tests
