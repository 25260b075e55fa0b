#include "app/turnus-walkthrough/finger.h"

#include <QElapsedTimer>
#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

using namespace Qt::StringLiterals;

namespace turnus::walkthrough {

namespace {

constexpr int patienceMs = 120'000;
constexpr int glanceMs = 20;
constexpr int holdMs = 1'300;
constexpr int dragSteps = 12;
constexpr int marginPx = 6;

bool isShown(const QQuickItem &item)
{
    if (!item.isVisible() || item.width() < 1 || item.height() < 1)
        return false;
    for (const QQuickItem *up = &item; up; up = up->parentItem()) {
        if (up->opacity() < 0.05)
            return false;
    }
    return true;
}

/// Later children lie above earlier ones, so the last one found is the one on top.
QQuickItem *findIn(QQuickItem &item, const QString &name)
{
    QQuickItem *found = item.objectName() == name && isShown(item) ? &item : nullptr;
    const auto children = item.childItems();
    for (QQuickItem *child : children) {
        if (!child->isVisible())
            continue;
        if (QQuickItem *inside = findIn(*child, name))
            found = inside;
    }
    return found;
}

QQuickItem *flickableAround(const QQuickItem &item)
{
    for (QQuickItem *up = item.parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable") && up->property("interactive").toBool())
            return up;
    }
    return nullptr;
}

QRectF inWindow(const QQuickItem &item)
{
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
}

tl::unexpected<Error> lost(const QString &what)
{
    return fail(Domain::Content, u"walkthrough", what);
}

} // namespace

Finger::Finger(QQuickWindow &window) : m_window(window), m_device(QTest::createTouchDevice()) {}

QQuickItem *Finger::find(const QString &name) const
{
    return findIn(*m_window.contentItem(), name);
}

Status Finger::waitFor(const QString &what, const std::function<bool()> &holds)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > patienceMs)
            return lost(u"waited in vain: "_s + what);
        QTest::qWait(glanceMs);
    }
    return {};
}

Result<QQuickItem *> Finger::see(const QString &name)
{
    TURNUS_TRY(waitFor(u"to see \"%1\""_s.arg(name), [&] { return find(name) != nullptr; }));
    settle();
    return find(name);
}

/// Until nothing that is shown has moved for a moment: animations have ended.
void Finger::settle()
{
    QImage before;
    for (int look = 0; look < 60; ++look) {
        QTest::qWait(glanceMs * 3);
        QImage now = m_window.grabWindow();
        if (now == before)
            return;
        before = std::move(now);
    }
}

void Finger::drag(QPointF from, QPointF to)
{
    QTest::touchEvent(&m_window, m_device).press(0, from.toPoint());
    for (int step = 1; step <= dragSteps; ++step) {
        QTest::qWait(glanceMs);
        QTest::touchEvent(&m_window, m_device).move(0, (from + (to - from) * step / dragSteps).toPoint());
    }
    QTest::qWait(glanceMs * 10); // resting before it lifts: a drag, not a flick
    QTest::touchEvent(&m_window, m_device).release(0, to.toPoint());
    QTest::qWait(glanceMs);
}

bool Finger::scrollTowards(QQuickItem &item)
{
    const QQuickItem *flickable = flickableAround(item);
    if (!flickable)
        return true;
    const QRectF view = inWindow(*flickable).intersected(QRectF(QPointF(), m_window.size()));
    const QPointF middle = inWindow(item).center();
    const bool horizontal = flickable->property("contentWidth").toReal() > flickable->width() + 1;
    if (view.adjusted(-1, 8, 1, -8).contains(middle) ||
        (!horizontal && middle.y() > view.top() + 8 && middle.y() < view.bottom() - 8))
        return true;
    // Along the margin, where nothing else takes the finger.
    const QPointF centre = horizontal ? view.center() : QPointF(view.left() + marginPx, view.center().y());
    QPointF by = view.center() - middle;
    if (!horizontal)
        by.setX(0);
    else
        by.setY(0);
    const qreal reach = (horizontal ? view.width() : view.height()) * 0.6;
    const qreal length = std::max(std::abs(by.x()), std::abs(by.y()));
    if (length > reach)
        by *= reach / length;
    drag(centre - by / 2, centre + by / 2);
    return false;
}

Result<QQuickItem *> Finger::reach(const QString &name)
{
    for (int attempt = 0; attempt < 12; ++attempt) {
        TURNUS_ASSIGN(item, see(name));
        if (!item)
            continue;
        if (scrollTowards(*item)) {
            TURNUS_TRY(waitFor(u"\"%1\" to be enabled"_s.arg(name), [&] {
                const QQuickItem *now = find(name);
                return now && now->isEnabled();
            }));
            return find(name);
        }
    }
    return lost(u"could not scroll to \"%1\""_s.arg(name));
}

Status Finger::tap(const QString &name)
{
    TURNUS_ASSIGN(item, reach(name));
    const QPoint at = inWindow(*item).center().toPoint();
    QTest::touchEvent(&m_window, m_device).press(0, at);
    QTest::qWait(glanceMs);
    QTest::touchEvent(&m_window, m_device).release(0, at);
    settle();
    return {};
}

Status Finger::hold(const QString &name)
{
    TURNUS_ASSIGN(item, reach(name));
    const QPoint at = inWindow(*item).center().toPoint();
    QTest::touchEvent(&m_window, m_device).press(0, at);
    QTest::qWait(holdMs);
    QTest::touchEvent(&m_window, m_device).release(0, at);
    settle();
    return {};
}

Status Finger::type(const QString &name, const QString &text)
{
    TURNUS_TRY(tap(name));
    for (const QChar letter : text) {
        QTest::sendKeyEvent(QTest::Click, &m_window, Qt::Key_unknown, letter, Qt::NoModifier);
        QTest::qWait(glanceMs / 2);
    }
    return {};
}

Status Finger::draw(const QString &name, const QList<QPointF> &shares)
{
    TURNUS_ASSIGN(item, reach(name));
    const QRectF box = inWindow(*item);
    const auto at = [&](QPointF share) {
        return QPointF(box.x() + share.x() * box.width(), box.y() + share.y() * box.height()).toPoint();
    };
    QTest::touchEvent(&m_window, m_device).press(0, at(shares.first()));
    for (const QPointF share : shares) {
        QTest::qWait(glanceMs / 2);
        QTest::touchEvent(&m_window, m_device).move(0, at(share));
    }
    QTest::touchEvent(&m_window, m_device).release(0, at(shares.last()));
    settle();
    return {};
}

Status Finger::swipeLeft(const QString &name)
{
    TURNUS_ASSIGN(item, see(name));
    const QRectF box = inWindow(*item);
    QTest::touchEvent(&m_window, m_device).press(0, QPointF(box.right() - 30, box.center().y()).toPoint());
    for (int step = 1; step <= dragSteps; ++step) {
        QTest::qWait(glanceMs / 2);
        const qreal x = box.right() - 30 - (box.width() - 60) * step / dragSteps;
        QTest::touchEvent(&m_window, m_device).move(0, QPointF(x, box.center().y()).toPoint());
    }
    QTest::touchEvent(&m_window, m_device).release(0, QPointF(box.left() + 30, box.center().y()).toPoint());
    settle();
    return {};
}

Status Finger::picture(const QString &path)
{
    settle();
    if (!m_window.grabWindow().save(path))
        return lost(u"cannot write "_s + path);
    return {};
}

} // namespace turnus::walkthrough
