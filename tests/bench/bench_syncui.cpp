// How long the interface's thread is busy with one event while the app syncs beside it: at the first sync of the whole
// territory, and at a daily delta with Today open. The real app, offscreen, against a real turnus-server on loopback.
// Processor time of the thread, so that other work on the machine does not count.
#include "app/turnus/application.h"
#include "tests/bench/measure.h"
#include "tests/bench/syncprocess.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QThread>
#include <ctime>

using namespace turnus;
using namespace turnus::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double frameMs = 8;
constexpr int patienceMs = 120'000;

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Times every event of the interface's thread while it watches.
class WatchedApplication : public QGuiApplication
{
public:
    using QGuiApplication::QGuiApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_depth > 0)
            return QGuiApplication::notify(receiver, event);
        ++m_depth;
        const double from = threadMilliseconds();
        const bool done = QGuiApplication::notify(receiver, event);
        if (isWatching)
            times.push_back(threadMilliseconds() - from);
        --m_depth;
        return done;
    }

    bool isWatching = false;
    std::vector<double> times;

private:
    int m_depth = 0;
};

/// Runs the event loop until `done`.
void runUntil(const std::function<bool()> &done)
{
    QElapsedTimer waited;
    waited.start();
    while (!done() && waited.elapsed() < patienceMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 100);
    if (!done())
        qFatal("the app does not come to the end of its sync");
}

void add(std::vector<Figure> &figures, const QString &name, const std::vector<double> &times)
{
    figures.push_back({name + u", longest event of the interface"_s, u"ms"_s, {quantile(times, 1)}, frameMs});
    figures.push_back({name + u", 99th of 100 events"_s, u"ms"_s, {quantile(times, 0.99)}, frameMs});
}

} // namespace

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    ServerProcess server;
    const QTemporaryDir changes;
    writeServerChanges(changes.path());
    DeviceProcess(server.url()).sync();
    const QTemporaryDir directory;
    const SystemClock clock;
    auto opened =
        app::Application::open({.dataDirectory = directory.path(), .server = server.url(), .language = u"de"_s}, clock);
    if (!opened || !(*opened)->show())
        return 1;
    shell::SyncFace &sync = *(*opened)->session().sync();
    bool arrived = false;
    QObject::connect(&sync, &shell::SyncFace::signedIn, &application, [&] {
        arrived = true;
        application.isWatching = false; // what follows is the opening of a page
    });
    runUntil([&] { return sync.state() == shell::SyncFace::State::SignedOut; });
    application.isWatching = true;
    sync.signIn(server.url(), u"tech"_s, u"territory"_s);
    runUntil([&] { return arrived; });
    std::vector<Figure> figures;
    add(figures, u"W1 in the app"_s, std::exchange(application.times, {}));
    const auto isQuiet = [&] { return sync.state() == shell::SyncFace::State::Idle; };
    runUntil(isQuiet);
    server.import(changes.path());
    application.isWatching = true;
    bool began = false;
    QObject::connect(&sync, &shell::SyncFace::changed, &application,
                     [&] { began = began || sync.state() == shell::SyncFace::State::Syncing; });
    sync.syncNow();
    runUntil([&] { return began && isQuiet(); });
    application.isWatching = false;
    add(figures, u"W2 in the app, Today open"_s, application.times);
    print(figures);
}
