#pragma once

#include "core/support/result.h"

#include <QPointF>
#include <QString>
#include <functional>

class QPointingDevice;
class QQuickItem;
class QQuickWindow;

namespace turnus::walkthrough {

/// A finger on the glass: finds what a person would see and touches it where he would.
class Finger
{
public:
    explicit Finger(QQuickWindow &window);

    /// Waits until the item of this objectName is to be seen and still, scrolls to it, taps it.
    [[nodiscard]] Status tap(const QString &name);
    /// Holds it for a second.
    [[nodiscard]] Status hold(const QString &name);
    /// Taps a field and types.
    [[nodiscard]] Status type(const QString &name, const QString &text);
    /// Draws a line of points given as shares of the item's width and height.
    [[nodiscard]] Status draw(const QString &name, const QList<QPointF> &shares);
    /// Drags from right to left over the item.
    [[nodiscard]] Status swipeLeft(const QString &name);
    /// Waits until the item is to be seen.
    [[nodiscard]] Result<QQuickItem *> see(const QString &name);
    [[nodiscard]] Status waitFor(const QString &what, const std::function<bool()> &holds);
    /// The item when it is to be seen now, else nullptr.
    [[nodiscard]] QQuickItem *find(const QString &name) const;
    /// Saves what the window shows, once it is still.
    [[nodiscard]] Status picture(const QString &path);

private:
    [[nodiscard]] Result<QQuickItem *> reach(const QString &name);
    [[nodiscard]] bool scrollTowards(QQuickItem &item);
    void drag(QPointF from, QPointF to);
    void settle();

    QQuickWindow &m_window;
    QPointingDevice *m_device;
};

} // namespace turnus::walkthrough
