#pragma once

#include <QColor>
#include <QPainterPath>

class QPainter;

/// What machines are put together from, in the 200 × 220 unit box of an illustration.
namespace turnus::brochures {

struct Finish
{
    QColor edge;
    QColor middle;
};

inline const Finish darkFinish{QColor(0x17, 0x1F, 0x21), QColor(0x35, 0x3F, 0x41)};
inline const Finish steelFinish{QColor(0x9A, 0xA6, 0xA8), QColor(0xE6, 0xEC, 0xEC)};
inline const Finish greyFinish{QColor(0x6C, 0x78, 0x79), QColor(0x8C, 0x98, 0x98)};
inline const Finish petrolFinish{QColor(0x06, 0x36, 0x43), QColor(0x12, 0x64, 0x78)};
inline const Finish creamFinish{QColor(0xCF, 0xC7, 0xB8), QColor(0xF3, 0xEE, 0xE4)};

void box(QPainter &painter, QRectF rect, qreal radius, const QBrush &brush);
/// A standing cabinet, lit in the middle, with a highlight along its upper edge.
void cabinet(QPainter &painter, QRectF rect, qreal radius, const Finish &finish);
/// Brushed steel, bright above.
void steelPanel(QPainter &painter, QRectF rect, qreal radius);
/// A dark petrol screen.
void screen(QPainter &painter, QRectF rect, qreal radius);
/// Cup symbols on a screen, columns × rows.
void drinkKeys(QPainter &painter, QRectF rect, int columns, int rows);
/// A glass hopper with beans; (x, bottom) is the middle of its lower edge.
void hopper(QPainter &painter, qreal x, qreal bottom, qreal topWidth, qreal bottomWidth, qreal height);
void cup(QPainter &painter, qreal x, qreal bottom, qreal width, bool coffee);
void steam(QPainter &painter, qreal x, qreal bottom);
void dripTray(QPainter &painter, QRectF rect);
void feet(QPainter &painter, qreal left, qreal right, qreal y);
void groundShadow(QPainter &painter, qreal left, qreal right);
/// A group head with its portafilter, handle to the front; (x, y) is the middle of its upper edge.
void groupHead(QPainter &painter, qreal x, qreal y);
/// A bent pipe, for lances and hoses.
void pipe(QPainter &painter, const QPainterPath &path, qreal width, const QColor &color);
void gauge(QPainter &painter, QPointF middle, qreal radius, qreal share);

} // namespace turnus::brochures
