#pragma once

#include "qml/shell/session.h"
#include "tests/support/fakeposition.h"
#include "tests/support/fakesync.h"
#include "tests/support/testdatabase.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <functional>
#include <initializer_list>

namespace turnus::tests {

/// The real window with the pages of some modules over a test database, offscreen, worked by synthetic touch. Items are
/// found by objectName among what shows.
class AppWindow
{
public:
    using AddPages = std::function<void(shell::PageRegistry &, const shell::Services &)>;

    using SetUp = std::function<void(AppWindow &)>;

    /// `setUp` runs before anything shows: what sync says, where the handheld is.
    AppWindow(TestDatabase &database, std::initializer_list<AddPages> modules, QSize size = handheld,
              const SetUp &setUp = {});
    ~AppWindow();

    /// What follows a kill -9: the objects are gone without a word, the file is opened again.
    void killAndOpen();
    /// Opens a page by its key as the navigator does.
    void open(const QString &page, qint64 id = 0, qint64 visit = 0);
    /// nullptr when no such item shows.
    [[nodiscard]] QQuickItem *find(const QString &name) const;
    /// Waits for the item, scrolls it into view and touches its middle. False when it does not come.
    bool tap(const QString &name);
    /// Waits until it shows, or does not.
    [[nodiscard]] bool shows(const QString &name) const;
    [[nodiscard]] bool hides(const QString &name) const;
    /// Draws a zigzag with the finger.
    bool scribble(const QString &name);
    /// Types into what has the focus.
    void type(const QString &words) const;
    /// Touches a field and types.
    bool type(const QString &name, const QString &words);
    /// `property` of the item as text; "(none)" when it does not show.
    [[nodiscard]] QString text(const QString &name, const char *property = "text") const;
    [[nodiscard]] QVariant property(const QString &name, const char *property) const;
    /// Saves what the window shows when TURNUS_SCREENSHOTS names a directory.
    void shoot(const QString &name);
    void setDark(bool dark);
    void setTextScale(double scale);
    void settle() const;

    static constexpr QSize handheld{412, 892};
    static constexpr QSize tablet{1280, 800};

    FakeSync sync;
    FakePosition position;
    QStringList warnings; ///< what QML complained about

    /// Where the pages look for files by their SHA-256.
    [[nodiscard]] QString contentDirectory() const { return m_content.path(); }
    [[nodiscard]] shell::Session &session() { return *m_session; }
    [[nodiscard]] QQuickWindow *window() const { return m_window; }

private:
    /// As large as the database says, where a test has laid none.
    void layFiles();
    void load();
    void close();
    [[nodiscard]] QObject *theme();
    void showInView(QQuickItem *item) const;

    TestDatabase &m_database;
    QList<AddPages> m_modules;
    QSize m_size;
    QTemporaryDir m_content;
    std::unique_ptr<shell::PageRegistry> m_pages;
    std::unique_ptr<shell::Session> m_session;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace turnus::tests
