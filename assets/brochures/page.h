#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPagedPaintDevice;
class QPainter;

/// The page of a brochure: 1280 × 800 units, made to be shown full screen.
namespace turnus::brochures {

inline constexpr qreal pageWidth = 1280;
inline constexpr qreal pageHeight = 800;

namespace ink {
inline const QColor strong(0x11, 0x1A, 0x19);
inline const QColor soft(0x3D, 0x4B, 0x49);
inline const QColor line(0xCF, 0xD8, 0xD5);
inline const QColor sunk(0xE6, 0xEC, 0xEA);
inline const QColor ground(0xF1, 0xF4, 0xF3);
inline const QColor primary(0x0B, 0x53, 0x65);
inline const QColor primarySoft(0xD7, 0xEA, 0xEE);
inline const QColor hero(0x0A, 0x44, 0x52);
inline const QColor hero2(0x0F, 0x53, 0x63);
inline const QColor heroFloor(0x07, 0x31, 0x3B);
inline const QColor onHero2(0xCF, 0xE5, 0xEA);
inline const QColor due(0xF1, 0xB3, 0x3C);
inline const QColor dueSoft(0xFC, 0xEE, 0xD1);
inline const QColor ok(0x1B, 0x6A, 0x3A);
inline const QColor okSoft(0xDC, 0xF0, 0xE1);
} // namespace ink

/// Colours of a hero panel and of the text on it.
struct HeroColors
{
    QColor ground;
    QColor ring;
    QColor floor;
    QColor text;
    QColor softText;
};

enum class Weight { Regular = 400, Medium = 500, SemiBold = 600, Bold = 700 };

struct Type
{
    qreal size;
    Weight weight = Weight::Regular;
    QColor color = ink::strong;
    Qt::Alignment align = Qt::AlignLeft;
    bool figures = false; ///< figures of one width, for tables and amounts
};

inline constexpr qreal lineHeight = 1.3;

/// Draws in page units; where a text wraps, its next free y is returned.
class Page
{
public:
    Page(QPainter &painter, QString iconDirectory) : m_painter(painter), m_icons(std::move(iconDirectory)) {}

    [[nodiscard]] QPainter &painter() const { return m_painter; }
    /// Wrapped text in `width`; returns the y below it.
    qreal text(qreal x, qreal y, qreal width, const QString &text, const Type &type) const;
    /// One line whose middle lies on `middle`.
    void label(QRectF box, const QString &text, const Type &type) const;
    [[nodiscard]] qreal textWidth(const QString &text, const Type &type) const;
    void fill(QRectF rect, const QColor &color, qreal radius = 0) const;
    void frame(QRectF rect, const QColor &color, qreal width, qreal radius) const;
    void rule(qreal x1, qreal x2, qreal y, const QColor &color = ink::line, qreal width = 1.5) const;
    void icon(const QString &name, QRectF rect, const QColor &color) const;
    /// An icon in a soft disc.
    void badge(const QString &name, QPointF middle, qreal radius, const QColor &disc, const QColor &color) const;
    /// The product, `height` units high, standing on `floor` with its middle at x.
    void product(const QString &key, qreal x, qreal floor, qreal height) const;
    /// A coloured ground with the open ring of the brand and a floor.
    void heroPanel(QRectF rect, const HeroColors &colors, QPointF ringMiddle, qreal ringRadius, qreal floor) const;

private:
    QPainter &m_painter;
    QString m_icons;
};

} // namespace turnus::brochures
