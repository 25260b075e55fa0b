// Start to the first useful frame of Today with a whole territory on the device, against an empty QML window; frame
// times of scrolling 2,000 customers; search as one types. Software rendering, offscreen.
#include "app/turnus/application.h"
#include "tests/bench/measure.h"
#include "tests/bench/territory.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QProcess>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace turnus;
using namespace Qt::StringLiterals;

namespace {

constexpr int starts = 9;
constexpr int frames = 400;
constexpr qreal scrollPerFrame = 90;
constexpr double frameBudgetMs = 16.7;

QQuickItem *find(QQuickItem &item, const QString &name)
{
    if (item.objectName() == name && item.isVisible())
        return &item;
    const auto children = item.childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = find(*child, name))
            return found;
    }
    return nullptr;
}

void announce()
{
    QTextStream(stdout) << "shown" << Qt::endl;
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
}

int showEmpty()
{
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nWindow { width: 412; height: 892; visible: true }", QUrl());
    std::unique_ptr<QQuickWindow> window(qobject_cast<QQuickWindow *>(component.create()));
    QObject::connect(window.get(), &QQuickWindow::frameSwapped, qApp, announce, Qt::SingleShotConnection);
    return QGuiApplication::exec();
}

int showToday(const QString &directory)
{
    const SystemClock clock;
    auto opened = app::Application::open({.dataDirectory = directory, .language = u"de"_s}, clock);
    if (!opened || !(*opened)->show())
        return 1;
    QQuickWindow *window = (*opened)->window();
    bool told = false;
    QObject::connect(window, &QQuickWindow::frameSwapped, qApp, [&] {
        if (told || !find(*window->contentItem(), u"today.hero"_s))
            return;
        told = true;
        announce();
    });
    return QGuiApplication::exec();
}

double startOf(const QStringList &arguments)
{
    return bench::millisecondsOf([&] {
        QProcess child;
        child.setReadChannel(QProcess::StandardOutput);
        child.start(QCoreApplication::applicationFilePath(), arguments);
        if (!child.waitForReadyRead(30'000))
            qFatal("no first frame: %s", child.readAllStandardError().constData());
        child.kill();
        child.waitForFinished();
    });
}

std::vector<double> scroll(QQuickWindow &window, QQuickItem &list)
{
    std::vector<double> times;
    times.reserve(frames);
    for (int frame = 0; frame < frames; ++frame) {
        times.push_back(bench::millisecondsOf([&] {
            list.setProperty("contentY", frame * scrollPerFrame);
            window.grabWindow();
        }));
        QCoreApplication::processEvents();
    }
    return times;
}

std::vector<double> typeAndFind(QQuickWindow &window, QQuickItem &page)
{
    auto *viewModel = page.property("viewModel").value<QObject *>();
    std::vector<double> times;
    for (const QString &words : {u"hotel als"_s, u"bäck 12"_s, u"sn-1042"_s, u"linden 17"_s}) {
        for (qsizetype length = 1; length <= words.size(); ++length) {
            times.push_back(bench::millisecondsOf([&] {
                viewModel->setProperty("query", words.left(length));
                window.grabWindow();
            }));
        }
    }
    return times;
}

int measureAll()
{
    const QTemporaryDir directory;
    bench::layOutTerritory(directory.path(), QDateTime::currentMSecsSinceEpoch());
    std::vector<double> empty;
    std::vector<double> today;
    for (int run = 0; run < starts; ++run) {
        empty.push_back(startOf({u"--empty"_s}));
        today.push_back(startOf({u"--today"_s, directory.path()}));
    }
    const SystemClock clock;
    auto opened = app::Application::open({.dataDirectory = directory.path(), .language = u"de"_s}, clock);
    if (!opened || !(*opened)->show())
        return 1;
    QQuickWindow &window = *(*opened)->window();
    (*opened)->session().navigator()->show(u"customers"_s);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QQuickItem *list = find(*window.contentItem(), u"customers.list"_s);
    if (!list)
        qFatal("the customers do not show");
    const auto scrolled = scroll(window, *list);
    const auto typed = typeAndFind(window, *list->parentItem());
    bench::print({{u"interface: start to Today"_s, u"ms"_s, today, bench::median(empty)},
                  {u"interface: scroll customers, 99th of 100 frames"_s,
                   u"ms"_s,
                   {bench::quantile(scrolled, 0.99)},
                   frameBudgetMs},
                  {u"interface: scroll customers, frame"_s, u"ms"_s, scrolled, frameBudgetMs},
                  {u"interface: search, slowest key"_s, u"ms"_s, {bench::quantile(typed, 1)}, 16},
                  {u"interface: search, a key"_s, u"ms"_s, typed, 16}});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--empty")
        return showEmpty();
    if (arguments.value(1) == u"--today")
        return showToday(arguments.value(2));
    return measureAll();
}
