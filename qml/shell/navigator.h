#pragma once

#include "core/storage/drafts.h"
#include "qml/shell/pages.h"

#include <QtQml/qqmlregistration.h>

namespace turnus::shell {

/// The stack of open pages. Every change is kept as a draft before it shows, so that a killed program opens again where
/// it was. The window listens and does what it says.
class Navigator : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Session.navigator")
    Q_PROPERTY(QString place READ place NOTIFY stackChanged)
    Q_PROPERTY(QString page READ page NOTIFY stackChanged)
    Q_PROPERTY(int depth READ depth NOTIFY stackChanged)

public:
    Navigator(const PageRegistry &pages, storage::Connection &connection, QObject *parent = nullptr);

    /// The key of the page at the bottom of the stack; empty before the first.
    [[nodiscard]] QString place() const;
    /// The key of the page on top.
    [[nodiscard]] QString page() const;
    [[nodiscard]] int depth() const { return static_cast<int>(m_stack.size()); }
    [[nodiscard]] const QList<PageRequest> &stack() const { return m_stack; }

    Q_INVOKABLE [[nodiscard]] bool has(const QString &page) const;
    /// Puts a page on the stack; false when there is no such page.
    Q_INVOKABLE bool open(const QString &page, qint64 id = 0, qint64 visit = 0);
    /// Takes the top page off; false at the bottom.
    Q_INVOKABLE bool back();
    /// Goes back until the page with this key is on top; false (and nothing changes) when it is not on the stack.
    Q_INVOKABLE bool backTo(const QString &page);
    /// Leaves everything and opens one page alone.
    Q_INVOKABLE bool show(const QString &page);
    /// Opens what was open last, or `fallback`.
    void restore(const QString &fallback);
    /// Closes everything, as before a sign-in.
    void clear();
    /// For the window: the page owns its view model from here on.
    Q_INVOKABLE void adopt(QObject *page, QObject *viewModel) const;

Q_SIGNALS:
    void stackChanged();
    /// `viewModel` is null for a page without one.
    void opened(const QUrl &source, QObject *viewModel, bool animated);
    void closed(int count);
    void cleared();

private:
    void put(const PageRequest &request, bool animated);
    void keep();

    const PageRegistry &m_pages;
    storage::Drafts m_drafts;
    QList<PageRequest> m_stack;
};

} // namespace turnus::shell
