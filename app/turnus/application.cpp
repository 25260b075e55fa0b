#include "app/turnus/application.h"

#include "app/report/pdfreport.h"
#include "app/turnus/modules.h"
#include "app/turnus/positions.h"
#include "core/storage/devicestate.h"
#include "core/storage/place.h"
#include "core/storage/wipe.h"
#include "core/support/lockfile.h"
#include "qml/theme/resources.h"
#include "sync/transport/httptransport.h"
#include "sync/transport/tokenstores.h"

#include <QCoreApplication>
#include <QDir>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

QString databaseIn(const QString &directory)
{
    return QDir(directory).filePath(u"turnus.db"_s);
}

QString contentIn(const QString &directory)
{
    return QDir(directory).filePath(u"content"_s);
}

std::unique_ptr<schedule::PositionSource> positionsFor(const Options &options)
{
    if (options.position)
        return std::make_unique<FixedPosition>(*options.position);
    return std::make_unique<GeoPositions>();
}

} // namespace

QString standardDataDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

Result<std::unique_ptr<Application>> Application::open(const Options &options, const Clock &clock)
{
    Options placed = options;
    if (placed.dataDirectory.isEmpty())
        placed.dataDirectory = standardDataDirectory();
    TURNUS_TRY(storage::makePlace(placed.dataDirectory));
    if (!QDir().mkpath(contentIn(placed.dataDirectory)))
        return fail(Domain::Storage, u"io", u"cannot make %1"_s.arg(placed.dataDirectory));
    auto lock = std::make_unique<QLockFile>(QDir(placed.dataDirectory).filePath(u"turnus.lock"_s));
    if (!takeLock(*lock))
        return fail(Domain::Storage, u"in-use", u"another program works in %1"_s.arg(placed.dataDirectory));
    if (storage::isMarkedForWipe(placed.dataDirectory)) {
        TURNUS_TRY(storage::wipe(placed.dataDirectory));
        QDir().mkpath(contentIn(placed.dataDirectory));
    }
    auto notifier = std::make_unique<storage::ChangeNotifier>();
    TURNUS_ASSIGN(connection, storage::Connection::open(
                                  {.path = databaseIn(placed.dataDirectory), .notifier = notifier.get()}, clock));
    return std::unique_ptr<Application>(
        new Application(placed, clock, std::move(lock), std::move(notifier), std::move(connection)));
}

Application::Application(const Options &options, const Clock &clock, std::unique_ptr<QLockFile> lock,
                         std::unique_ptr<storage::ChangeNotifier> notifier,
                         std::unique_ptr<storage::Connection> connection)
    : m_options(options), m_clock(clock), m_lock(std::move(lock)), m_notifier(std::move(notifier)),
      m_connection(std::move(connection)), m_position(positionsFor(options)), m_service(syncOptions()),
      m_status(*m_connection, *m_notifier, m_service), m_sync(m_status),
      m_session(std::make_unique<shell::Session>(*m_connection, m_pages, m_sync)),
      m_forecasts(databaseIn(options.dataDirectory), *m_notifier, clock)
{
    addAllPages(m_pages, {*m_connection, *m_notifier, m_clock, *m_position, *m_session, m_sync,
                          contentIn(m_options.dataDirectory), std::make_shared<printing::PdfReport>()});
    if (!m_options.server.isEmpty())
        m_session->offerServer(m_options.server);
    if (!m_options.language.isEmpty())
        m_session->setLanguage(m_options.language);
    if (!m_options.theme.isEmpty())
        m_session->setTheme(m_options.theme);
    m_session->reload();
    QObject::connect(&m_network, &NetworkState::returned, &m_service, &client::SyncService::syncNow);
    // A lost handheld's rows must not stay on the screen either.
    QObject::connect(&m_service, &client::SyncService::deviceLost, &m_engine,
                     [] { QCoreApplication::exit(startAnew); });
}

Application::~Application() = default;

client::SyncService::Options Application::syncOptions() const
{
    const QString directory = m_options.dataDirectory;
    return {.databasePath = databaseIn(directory),
            .contentDirectory = contentIn(directory),
            .clock = m_clock,
            .notifier = m_notifier.get(),
            .makeTransport = [] { return std::make_unique<transport::HttpTransport>(); },
            .makeTokenStore = [directory] { return transport::openTokenStore(directory); },
            .isMetered = [this] { return m_network.isMetered(); },
            .random = [] { return QRandomGenerator::global()->generateDouble(); }};
}

bool Application::show()
{
    if (!theme::loadFonts())
        return false;
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_session->attach(m_engine);
    m_engine.setInitialProperties({{u"width"_s, m_options.size.width()}, {u"height"_s, m_options.size.height()}});
    m_engine.load(QUrl(u"qrc:/qt/qml/Turnus/Shell/ShellWindow.qml"_s));
    if (m_engine.rootObjects().isEmpty())
        return false;
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    // What is not needed for the first picture starts after it.
    QObject::connect(
        m_window, &QQuickWindow::frameSwapped, &m_engine,
        [this] {
            m_service.start();
            m_forecasts.start();
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    return m_window != nullptr;
}

} // namespace turnus::app
