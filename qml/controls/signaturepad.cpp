#include "qml/controls/signaturepad.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace turnus {

namespace {

constexpr double penWidth = 3;

QPainterPath smoothPath(const QList<QPointF> &points, const QSizeF &size)
{
    const auto place = [&](const QPointF &point) {
        return QPointF(point.x() * size.width(), point.y() * size.height());
    };
    QPainterPath path(place(points.first()));
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF here = place(points[i]);
        path.quadTo(here, (here + place(points[i + 1])) / 2);
    }
    path.lineTo(place(points.last()) + QPointF(points.size() == 1 ? 0.1 : 0, 0));
    return path;
}

} // namespace

SignaturePad::SignaturePad(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    // a list or sheet below must not take the stroke away
    setKeepMouseGrab(true);
    setKeepTouchGrab(true);
}

QByteArray SignaturePad::strokes() const
{
    return m_drawing.toBytes();
}

void SignaturePad::setStrokes(const QByteArray &bytes)
{
    if (bytes == strokes())
        return;
    m_drawing = SignatureStrokes::fromBytes(bytes);
    Q_EMIT strokesChanged();
    update();
}

void SignaturePad::setPenColor(const QColor &color)
{
    if (color == m_penColor)
        return;
    m_penColor = color;
    Q_EMIT penColorChanged();
    update();
}

void SignaturePad::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    m_readOnly = readOnly;
    Q_EMIT readOnlyChanged();
}

void SignaturePad::undo()
{
    if (isEmpty() || m_readOnly)
        return;
    m_drawing.strokes.removeLast();
    Q_EMIT strokesChanged();
    Q_EMIT edited();
    update();
}

void SignaturePad::clear()
{
    if (isEmpty() || m_readOnly)
        return;
    m_drawing.strokes.clear();
    Q_EMIT strokesChanged();
    Q_EMIT edited();
    update();
}

void SignaturePad::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_penColor, penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    // a signature from another device keeps its proportions
    const double wanted = m_drawing.aspect;
    const QSizeF size = isEmpty() || height() <= 0 ? QSizeF(width(), height())
                                                   : QSizeF(wanted, 1).scaled(width(), height(), Qt::KeepAspectRatio);
    for (const auto &stroke : std::as_const(m_drawing.strokes)) {
        if (!stroke.isEmpty())
            painter->drawPath(smoothPath(stroke, size));
    }
    if (!m_current.isEmpty())
        painter->drawPath(smoothPath(m_current, {width(), height()}));
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (m_readOnly) {
        event->ignore();
        return;
    }
    begin(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event)
{
    extend(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    extend(event->position());
    finish();
}

void SignaturePad::mouseUngrabEvent()
{
    finish();
}

void SignaturePad::touchEvent(QTouchEvent *event)
{
    if (m_readOnly) {
        event->ignore();
        return;
    }
    for (const QEventPoint &point : event->points()) {
        if (m_touchId < 0 && point.state() == QEventPoint::Pressed) {
            m_touchId = point.id();
            begin(point.position());
        } else if (point.id() == m_touchId) {
            extend(point.position());
            if (point.state() == QEventPoint::Released) {
                m_touchId = -1;
                finish();
            }
        }
    }
    event->accept();
}

void SignaturePad::touchUngrabEvent()
{
    m_touchId = -1;
    finish();
}

void SignaturePad::begin(const QPointF &position)
{
    m_drawingNow = true;
    m_current = {normalised(position)};
    update();
}

void SignaturePad::extend(const QPointF &position)
{
    if (!m_drawingNow || m_current.last() == normalised(position))
        return;
    m_current.append(normalised(position));
    update();
}

void SignaturePad::finish()
{
    if (!m_drawingNow)
        return;
    m_drawingNow = false;
    if (isEmpty())
        m_drawing.aspect = height() > 0 ? width() / height() : 2;
    m_drawing.strokes.append(std::exchange(m_current, {}));
    Q_EMIT strokesChanged();
    Q_EMIT edited();
    update();
}

QPointF SignaturePad::normalised(const QPointF &position) const
{
    return {std::clamp(position.x() / std::max(1.0, width()), 0.0, 1.0),
            std::clamp(position.y() / std::max(1.0, height()), 0.0, 1.0)};
}

} // namespace turnus
