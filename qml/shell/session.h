#pragma once

#include "qml/shell/navigator.h"
#include "qml/shell/placemodel.h"
#include "qml/shell/syncface.h"

#include <QtQml/qqmlregistration.h>

class QJSEngine;
class QQmlEngine;

namespace turnus::shell {

/// Who works with the handheld, how it looks and where he is in it: the one thing every page may ask. The
/// application makes one and attaches it to its engine before it loads QML.
class Session : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY userChanged)
    Q_PROPERTY(bool locked READ isLocked NOTIFY userChanged)
    Q_PROPERTY(QString staffName READ staffName NOTIFY userChanged)
    Q_PROPERTY(QString teamName READ teamName NOTIFY userChanged)
    Q_PROPERTY(QString role READ role NOTIFY userChanged)
    Q_PROPERTY(bool supervisor READ isSupervisor NOTIFY userChanged)
    Q_PROPERTY(QString login READ login NOTIFY userChanged)
    Q_PROPERTY(QString serverUrl READ serverUrl NOTIFY userChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY lookChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY lookChanged)
    Q_PROPERTY(turnus::shell::SyncFace *sync READ sync CONSTANT)
    Q_PROPERTY(turnus::shell::Navigator *navigator READ navigator CONSTANT)
    Q_PROPERTY(turnus::shell::PlaceModel *places READ places CONSTANT)
    Q_PROPERTY(turnus::shell::PlaceModel *morePlaces READ morePlaces CONSTANT)

public:
    Session(storage::Connection &connection, const PageRegistry &pages, SyncFace &sync, QObject *parent = nullptr);

    /// For QML: the session that was attached to this engine.
    static Session *create(QQmlEngine *engine, QJSEngine *);
    void attach(QQmlEngine &engine);

    [[nodiscard]] bool isSignedIn() const { return m_user.id && !m_user.locked; }
    /// Signed out: rows and unsent edits wait for the same person.
    [[nodiscard]] bool isLocked() const { return m_user.locked; }
    [[nodiscard]] StaffId staff() const { return m_user.id; }
    [[nodiscard]] QString staffName() const { return m_user.name; }
    [[nodiscard]] QString teamName() const { return m_user.team; }
    [[nodiscard]] QString role() const { return m_user.role; }
    [[nodiscard]] bool isSupervisor() const { return m_user.role == QLatin1StringView("supervisor"); }
    [[nodiscard]] QString login() const { return m_user.login; }
    [[nodiscard]] QString serverUrl() const { return m_user.server.isEmpty() ? m_offeredServer : m_user.server; }

    /// "de" or "en".
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString &language);
    /// "light", "dark", "system" or "sunlight".
    [[nodiscard]] QString theme() const { return m_theme; }
    void setTheme(const QString &theme);
    /// 1 to 2.
    [[nodiscard]] double textScale() const { return m_textScale; }
    void setTextScale(double scale);

    [[nodiscard]] SyncFace *sync() const { return &m_sync; }
    [[nodiscard]] Navigator *navigator() { return &m_navigator; }
    [[nodiscard]] PlaceModel *places() { return &m_places; }
    [[nodiscard]] PlaceModel *morePlaces() { return &m_morePlaces; }

    /// After pages were added or the person's rows changed.
    void reload() { readUser(); }
    /// Shown at the sign-in when this device has not signed in anywhere yet.
    void offerServer(const QString &url) { m_offeredServer = url; }
    /// For the window, once it listens: opens what was open last.
    Q_INVOKABLE void start();
    Q_INVOKABLE void signOut();

Q_SIGNALS:
    void userChanged();
    /// The translations are already exchanged; view models that hold words make them anew.
    void languageChanged();
    void lookChanged();

private:
    struct User
    {
        StaffId id;
        QString name;
        QString team;
        QString role;
        QString login;
        QString server;
        bool locked = false;
    };
    void readUser();
    void readLook();
    void takeLanguage(const QString &language);
    void remember(const char *key, const QString &value);
    void enter();

    storage::Connection &m_connection;
    SyncFace &m_sync;
    Navigator m_navigator;
    PlaceModel m_places;
    PlaceModel m_morePlaces;
    QQmlEngine *m_engine = nullptr;
    User m_user;
    QString m_language;
    QString m_theme;
    double m_textScale = 1;
    QString m_offeredServer;
};

} // namespace turnus::shell
