#include "qml/shell/navigator.h"

#include <QLoggingCategory>
#include <QQmlEngine>

using namespace Qt::StringLiterals;

namespace turnus::shell {

namespace {

Q_LOGGING_CATEGORY(log, "turnus.shell")

const QString stackKey = u"shell/stack"_s;

// One page per line: key, id, visit.
QString written(const QList<PageRequest> &stack)
{
    QStringList lines;
    for (const PageRequest &request : stack)
        lines.append(u"%1 %2 %3"_s.arg(request.page).arg(request.id).arg(request.visit));
    return lines.join(u'\n');
}

QList<PageRequest> readStack(const QString &text)
{
    QList<PageRequest> stack;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u' ');
        if (parts.size() == 3)
            stack.append({parts.at(0), parts.at(1).toLongLong(), parts.at(2).toLongLong()});
    }
    return stack;
}

} // namespace

Navigator::Navigator(const PageRegistry &pages, storage::Connection &connection, QObject *parent)
    : QObject(parent), m_pages(pages), m_drafts(connection)
{
}

QString Navigator::place() const
{
    return m_stack.isEmpty() ? QString() : m_stack.first().page;
}

QString Navigator::page() const
{
    return m_stack.isEmpty() ? QString() : m_stack.last().page;
}

bool Navigator::has(const QString &page) const
{
    return m_pages.find(page) != nullptr;
}

bool Navigator::open(const QString &page, qint64 id, qint64 visit)
{
    if (!has(page)) {
        qCWarning(log) << "there is no page" << page;
        return false;
    }
    put({page, id, visit}, true);
    keep();
    return true;
}

bool Navigator::back()
{
    if (m_stack.size() < 2)
        return false;
    m_stack.removeLast();
    keep();
    Q_EMIT closed(1);
    return true;
}

bool Navigator::backTo(const QString &page)
{
    for (qsizetype i = m_stack.size() - 1; i >= 0; --i) {
        if (m_stack.at(i).page != page)
            continue;
        const int count = static_cast<int>(m_stack.size() - 1 - i);
        if (count > 0) {
            m_stack.resize(i + 1);
            keep();
            Q_EMIT closed(count);
        }
        return true;
    }
    return false;
}

bool Navigator::show(const QString &page)
{
    if (!has(page))
        return false;
    m_stack.clear();
    Q_EMIT cleared();
    put({page}, false);
    keep();
    return true;
}

void Navigator::restore(const QString &fallback)
{
    const auto kept = m_drafts.text(stackKey);
    if (!kept)
        qCWarning(log) << kept.error().toString();
    for (const PageRequest &request : kept ? readStack(*kept) : QList<PageRequest>()) {
        if (has(request.page))
            put(request, false);
    }
    if (m_stack.isEmpty() && has(fallback))
        put({fallback}, false);
    Q_EMIT stackChanged();
}

void Navigator::clear()
{
    m_stack.clear();
    Q_EMIT cleared();
    Q_EMIT stackChanged();
}

void Navigator::adopt(QObject *page, QObject *viewModel) const
{
    if (page && viewModel)
        viewModel->setParent(page);
}

void Navigator::put(const PageRequest &request, bool animated)
{
    const Page *page = m_pages.find(request.page);
    QObject *viewModel = page->viewModel ? page->viewModel(request) : nullptr;
    if (viewModel)
        QQmlEngine::setObjectOwnership(viewModel, QQmlEngine::CppOwnership);
    m_stack.append(request);
    Q_EMIT opened(page->source, viewModel, animated);
}

void Navigator::keep()
{
    if (const Status kept = m_drafts.set(stackKey, written(m_stack)); !kept)
        qCWarning(log) << kept.error().toString();
    Q_EMIT stackChanged();
}

} // namespace turnus::shell
