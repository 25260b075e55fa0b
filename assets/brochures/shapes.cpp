#include "assets/brochures/shapes.h"

#include <QPainter>
#include <array>
#include <cmath>

namespace turnus::brochures {

namespace {

QLinearGradient across(QRectF rect, const Finish &finish)
{
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, finish.edge);
    gradient.setColorAt(0.2, finish.middle);
    gradient.setColorAt(0.8, finish.middle);
    gradient.setColorAt(1, finish.edge);
    return gradient;
}

QColor withAlpha(QColor color, qreal alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

} // namespace

void box(QPainter &painter, QRectF rect, qreal radius, const QBrush &brush)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRoundedRect(rect, radius, radius);
}

void cabinet(QPainter &painter, QRectF rect, qreal radius, const Finish &finish)
{
    box(painter, rect, radius, across(rect, finish));
    box(painter, {rect.left() + 1, rect.top(), rect.width() - 2, 4}, 2, withAlpha(Qt::white, 0.16));
}

void steelPanel(QPainter &painter, QRectF rect, qreal radius)
{
    QLinearGradient gradient(rect.topLeft(), rect.bottomLeft());
    gradient.setColorAt(0, QColor(0xF0, 0xF3, 0xF3));
    gradient.setColorAt(0.5, QColor(0xC7, 0xCF, 0xD0));
    gradient.setColorAt(1, QColor(0x9E, 0xA9, 0xAA));
    box(painter, rect, radius, gradient);
}

void screen(QPainter &painter, QRectF rect, qreal radius)
{
    QLinearGradient gradient(rect.topLeft(), rect.bottomRight());
    gradient.setColorAt(0, QColor(0x0F, 0x53, 0x63));
    gradient.setColorAt(1, QColor(0x06, 0x30, 0x3B));
    box(painter, rect, radius, gradient);
}

void drinkKeys(QPainter &painter, QRectF rect, int columns, int rows)
{
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const qreal x = rect.left() + rect.width() * (column + 0.5) / columns - 4;
            const qreal y = rect.top() + rect.height() * (row + 0.5) / rows - 3.2;
            QPainterPath path(QPointF(x, y));
            path.lineTo(x + 8, y);
            path.lineTo(x + 8, y + 3.5);
            path.quadTo(x + 8, y + 6.5, x + 5, y + 6.5);
            path.lineTo(x + 3, y + 6.5);
            path.quadTo(x, y + 6.5, x, y + 3.5);
            painter.fillPath(path, withAlpha(QColor(0xBF, 0xE3, 0xEA), (row + column) % 3 == 0 ? 0.65 : 0.95));
        }
    }
}

void hopper(QPainter &painter, qreal x, qreal bottom, qreal topWidth, qreal bottomWidth, qreal height)
{
    QPainterPath glass(QPointF(x - topWidth / 2, bottom - height));
    glass.lineTo(x + topWidth / 2, bottom - height);
    glass.lineTo(x + bottomWidth / 2, bottom);
    glass.lineTo(x - bottomWidth / 2, bottom);
    glass.closeSubpath();
    painter.fillPath(glass, QColor(0xA9, 0xB9, 0xBC));
    painter.save();
    painter.setClipPath(glass, Qt::IntersectClip);
    painter.setPen(Qt::NoPen);
    const int rows = static_cast<int>(height * 0.72 / 5.2);
    for (int row = 0; row < rows; ++row) {
        const int count = static_cast<int>(topWidth / 6.4) + 1;
        for (int i = 0; i < count; ++i) {
            const int mix = (row * 37 + i * 53) % 7;
            painter.save();
            painter.translate(x - topWidth / 2 + 3 + i * 6.4 + (row % 2) * 3, bottom - 3.2 - row * 5.2 + mix % 3);
            painter.rotate(mix * 26 - 70);
            painter.setBrush(mix % 2 ? QColor(0x4A, 0x2D, 0x1B) : QColor(0x5E, 0x3A, 0x23));
            painter.drawEllipse(QPointF(0, 0), 4.1, 2.8);
            painter.restore();
        }
    }
    painter.restore();
    painter.fillPath(glass, withAlpha(QColor(0xD5, 0xE2, 0xE4), 0.18));
    painter.strokePath(glass, QPen(QColor(0x7D, 0x8B, 0x8D), 1.4));
    box(painter, {x - topWidth / 2 - 2, bottom - height - 4.5, topWidth + 4, 5.5}, 2, QColor(0x3B, 0x47, 0x49));
}

void cup(QPainter &painter, qreal x, qreal bottom, qreal width, bool coffee)
{
    const qreal height = width * 0.72;
    const qreal left = x - width / 2;
    const qreal top = bottom - height;
    QPainterPath body(QPointF(left, top));
    body.lineTo(left + width, top);
    body.lineTo(left + width, top + height * 0.4);
    body.cubicTo(left + width, bottom - height * 0.1, left + width * 0.75, bottom, left + width * 0.62, bottom);
    body.lineTo(left + width * 0.38, bottom);
    body.cubicTo(left + width * 0.25, bottom, left, bottom - height * 0.1, left, top + height * 0.4);
    body.closeSubpath();
    painter.setPen(QPen(Qt::white, width * 0.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(left + width, top + height * 0.38), width * 0.17, width * 0.18);
    painter.fillPath(body, Qt::white);
    painter.strokePath(body, QPen(QColor(0x9E, 0xA9, 0xAA, 120), width * 0.03));
    painter.setPen(QPen(QColor(0xDF, 0xE6, 0xE6), width * 0.04));
    painter.setBrush(coffee ? QColor(0x6B, 0x41, 0x24) : QColor(0xC9, 0xD2, 0xD3));
    painter.drawEllipse(QPointF(x, top), width / 2, width * 0.1);
}

void steam(QPainter &painter, qreal x, qreal bottom)
{
    for (const qreal shift : {-3.4, 3.4}) {
        QPainterPath path(QPointF(x + shift, bottom));
        path.cubicTo(x + shift - 4, bottom - 4, x + shift + 4, bottom - 7, x + shift, bottom - 12);
        painter.strokePath(path, QPen(withAlpha(Qt::white, 0.75), 1.6, Qt::SolidLine, Qt::RoundCap));
    }
}

void dripTray(QPainter &painter, QRectF rect)
{
    box(painter, rect, 3, QColor(0x14, 0x1B, 0x1C));
    const int slots = static_cast<int>((rect.width() - 8) / 9);
    const qreal first = rect.center().x() - slots * 4.5 + 2;
    for (int i = 0; i < slots; ++i)
        box(painter, {first + i * 9, rect.top() + 3, 5, 2.2}, 1, QColor(0x6C, 0x79, 0x7B));
}

void feet(QPainter &painter, qreal left, qreal right, qreal y)
{
    box(painter, {left, y, 12, 4.5}, 1.5, QColor(0x0F, 0x16, 0x17));
    box(painter, {right - 12, y, 12, 4.5}, 1.5, QColor(0x0F, 0x16, 0x17));
}

void groundShadow(QPainter &painter, qreal left, qreal right)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(QColor(0x0A, 0x12, 0x11), 0.16));
    painter.drawEllipse(QPointF((left + right) / 2, 207), (right - left) / 2 + 7, 6);
}

void groupHead(QPainter &painter, qreal x, qreal y)
{
    steelPanel(painter, {x - 15, y, 30, 13}, 3);
    box(painter, {x - 12, y + 13, 24, 5}, 1.5, QColor(0x5D, 0x69, 0x6B));
    steelPanel(painter, {x - 14, y + 18, 28, 8}, 3);
    // Handle towards the beholder, two spouts below.
    box(painter, {x - 4, y + 21, 8, 21}, 4, QColor(0x14, 0x1B, 0x1C));
    box(painter, {x - 3, y + 23, 2, 15}, 1, withAlpha(Qt::white, 0.2));
    box(painter, {x - 9, y + 26, 4, 7}, 1.4, QColor(0x6C, 0x79, 0x7B));
    box(painter, {x + 5, y + 26, 4, 7}, 1.4, QColor(0x6C, 0x79, 0x7B));
}

void pipe(QPainter &painter, const QPainterPath &path, qreal width, const QColor &color)
{
    painter.strokePath(path, QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path.translated(-width * 0.16, 0),
                       QPen(withAlpha(Qt::white, 0.35), width * 0.28, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void gauge(QPainter &painter, QPointF middle, qreal radius, qreal share)
{
    painter.setPen(QPen(QColor(0x5D, 0x69, 0x6B), radius * 0.2));
    painter.setBrush(QColor(0xF7, 0xF9, 0xF8));
    painter.drawEllipse(middle, radius, radius);
    painter.setBrush(Qt::NoBrush);
    const QRectF arc(middle.x() - radius * 0.66, middle.y() - radius * 0.66, radius * 1.32, radius * 1.32);
    painter.setPen(QPen(QColor(0x1B, 0x6A, 0x3A), radius * 0.16));
    painter.drawArc(arc, 0, 100 * 16);
    const qreal angle = 3.926990817 - share * 4.71238898;
    painter.setPen(QPen(QColor(0xB0, 0x1E, 0x19), radius * 0.14, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle, middle + QPointF(std::cos(angle), -std::sin(angle)) * radius * 0.66);
}

} // namespace turnus::brochures
