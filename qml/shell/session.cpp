#include "qml/shell/session.h"

#include "core/storage/devicestate.h"
#include "qml/theme/resources.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QQmlEngine>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace turnus::shell {

namespace {

Q_LOGGING_CATEGORY(sessionLog, "turnus.session")

constexpr auto languageKey = "language";
constexpr auto themeKey = "theme";
constexpr auto textScaleKey = "text_scale";
constexpr auto lockedKey = "locked";
constexpr auto engineProperty = "turnusSession";

QLocale localeOf(const QString &language)
{
    const bool german = language == u"de";
    if (QLocale::system().language() == (german ? QLocale::German : QLocale::English))
        return QLocale::system();
    return german ? QLocale(QLocale::German, QLocale::Germany) : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

Session::Session(storage::Connection &connection, const PageRegistry &pages, SyncFace &sync, QObject *parent)
    : QObject(parent), m_connection(connection), m_sync(sync), m_navigator(pages, connection),
      m_places(pages, Place::Bar), m_morePlaces(pages, Place::More)
{
    readLook();
    readUser();
    connect(&sync, &SyncFace::signedIn, this, [this] {
        remember(lockedKey, {});
        readUser();
        enter();
    });
}

Session *Session::create(QQmlEngine *engine, QJSEngine *)
{
    auto *session = engine->property(engineProperty).value<Session *>();
    if (!session)
        qFatal("no Session was attached to this QML engine");
    QQmlEngine::setObjectOwnership(session, QQmlEngine::CppOwnership);
    return session;
}

void Session::attach(QQmlEngine &engine)
{
    m_engine = &engine;
    engine.setProperty(engineProperty, QVariant::fromValue(this));
    takeLanguage(m_language);
}

void Session::readUser()
{
    auto user = m_connection.read([&] {
        const storage::DeviceState state(m_connection);
        User found;
        found.id = StaffId{state.integer(storage::DeviceState::staffId).value_or(0)};
        found.role = state.text(storage::DeviceState::role);
        found.login = state.text(storage::DeviceState::login);
        found.server = state.text(storage::DeviceState::serverUrl);
        found.locked = !state.text(lockedKey).isEmpty();
        storage::Statement row = m_connection.query(
            "SELECT staff.name, team.name FROM staff LEFT JOIN team ON team.id = team_id WHERE staff.id = ?", found.id);
        if (row.step()) {
            found.name = row.text(0);
            found.team = row.text(1);
        }
        return found;
    });
    if (!user)
        qCWarning(sessionLog) << user.error().toString();
    m_user = user ? *user : User();
    const Place::Role role = isSupervisor() ? Place::Supervisor : Place::Technician;
    m_places.setRole(role);
    m_morePlaces.setRole(role);
    Q_EMIT userChanged();
}

void Session::readLook()
{
    const auto look = m_connection.read([&] {
        const storage::DeviceState state(m_connection);
        return std::tuple(state.text(languageKey), state.text(themeKey), state.text(textScaleKey).toDouble());
    });
    const bool german = QLocale::system().language() == QLocale::German;
    m_language = look && !std::get<0>(*look).isEmpty() ? std::get<0>(*look) : german ? u"de"_s : u"en"_s;
    m_theme = look && !std::get<1>(*look).isEmpty() ? std::get<1>(*look) : u"light"_s;
    m_textScale = look ? std::clamp(std::get<2>(*look), 1.0, 2.0) : 1.0;
}

void Session::setLanguage(const QString &language)
{
    if (language == m_language || (language != u"de" && language != u"en"))
        return;
    remember(languageKey, language);
    takeLanguage(language);
}

void Session::takeLanguage(const QString &language)
{
    m_language = language;
    if (!theme::useLanguage(localeOf(language), m_engine))
        qCWarning(sessionLog) << "no translation for" << language;
    m_places.retranslate();
    m_morePlaces.retranslate();
    Q_EMIT languageChanged();
}

void Session::setTheme(const QString &theme)
{
    if (theme == m_theme)
        return;
    remember(themeKey, theme);
    m_theme = theme;
    Q_EMIT lookChanged();
}

void Session::setTextScale(double scale)
{
    const double kept = std::clamp(scale, 1.0, 2.0);
    if (kept == m_textScale)
        return;
    remember(textScaleKey, QString::number(kept));
    m_textScale = kept;
    Q_EMIT lookChanged();
}

void Session::remember(const char *key, const QString &value)
{
    const Status kept = m_connection.write([&](storage::Writer &) -> Status {
        storage::DeviceState(m_connection).set(key, value);
        return {};
    });
    if (!kept)
        qCWarning(sessionLog) << kept.error().toString();
}

void Session::start()
{
    if (isSignedIn())
        enter();
}

void Session::enter()
{
    if (m_navigator.depth() == 0)
        m_navigator.restore(m_places.firstKey());
}

void Session::signOut()
{
    remember(lockedKey, u"1"_s);
    m_navigator.clear();
    m_sync.signOut();
    readUser();
}

} // namespace turnus::shell
