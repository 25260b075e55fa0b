#pragma once

#include "qml/shell/session.h"
#include "tests/support/fakeposition.h"
#include "tests/support/fakesync.h"
#include "tests/support/testdatabase.h"

#include <QQmlApplicationEngine>
#include <QTest>

class QQuickItem;
class QQuickWindow;

namespace turnus::tests {

/// The app's window with the pages that a test adds, over a TestDatabase, with synthetic touch. Fails the test when QML
/// warns. close() and open() again is a kill -9: nothing of the old objects is asked to save itself.
class AppHost
{
public:
    using AddPages = void (*)(shell::PageRegistry &, const shell::Services &);

    explicit AppHost(QList<AddPages> modules);
    ~AppHost();

    void open();
    void close();
    [[nodiscard]] TestDatabase &database() { return m_database; }
    [[nodiscard]] shell::Session &session() { return *m_session; }
    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    [[nodiscard]] QString contentDirectory() const { return m_files.filePath(QStringLiteral("content")); }

    /// The visible item with this object name; nullptr when there is none.
    [[nodiscard]] QQuickItem *find(const QString &objectName) const;
    /// Waits until it is there and stands still.
    [[nodiscard]] bool shows(const QString &objectName) const;
    [[nodiscard]] bool hides(const QString &objectName) const;
    /// Touches the middle of the item, scrolled into view when it stands in a Flickable; false when it is not there.
    bool tap(const QString &objectName);
    /// Types into the focused item.
    void type(const QString &text) const;
    /// Text of an item ("text" property), or of the first text below it.
    [[nodiscard]] QString textOf(const QString &objectName) const;
    /// Draws a zigzag with the finger.
    bool scribble(const QString &objectName);
    /// Saves a picture when TURNUS_SHOTS names a directory: NAME-de-light-412.png.
    void shoot(const QString &name) const;
    void settle() const;

    FakeSync sync;
    FakePosition position;
    QSize size{412, 892};
    QStringList warnings;

private:
    void scrollTo(QQuickItem *item) const;

    QTemporaryDir m_files;
    TestDatabase m_database;
    QList<AddPages> m_modules;
    std::unique_ptr<shell::PageRegistry> m_pages;
    std::unique_ptr<shell::Session> m_session;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace turnus::tests
