#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <functional>
#include <vector>

class QPainter;
class QPdfWriter;

namespace turnus::printing {

namespace ink {
inline const QColor strong(0x11, 0x1A, 0x19);
inline const QColor soft(0x3D, 0x4B, 0x49);
inline const QColor line(0xCF, 0xD8, 0xD5);
inline const QColor primary(0x0B, 0x53, 0x65);
inline const QColor ok(0x1B, 0x6A, 0x3A);
inline const QColor due(0xA6, 0x6B, 0x00);
} // namespace ink

/// Sizes and places on paper are tenths of a millimetre.
struct Type
{
    qreal size = 33;
    bool bold = false;
    QColor color = ink::strong;
    bool right = false; ///< aligned to the right
    bool figures = false;
};

/// Text in a column; side by side with others it makes a row.
struct Cell
{
    qreal x = 0;
    qreal width = 0;
    QString text;
    Type type = {};
};

/// A4 pages filled from the top. What does not fit goes on on the next page, line by line.
class Paper
{
public:
    /// `startPage` draws what every page carries and answers where its contents begin.
    using StartPage = std::function<qreal(Paper &paper, int page)>;

    Paper(QPdfWriter &writer, QPainter &painter, StartPage startPage);

    /// Goes to the next page unless so much is left on this one.
    void need(qreal room);
    void gap(qreal by) { m_y += by; }
    /// Draws the cells beside each other and moves below the longest.
    void row(const std::vector<Cell> &cells);
    /// At a fixed place, one line, without moving.
    void label(const Cell &cell, qreal y);
    void rule(qreal y, const QColor &color = ink::line, qreal thickness = 2);

    [[nodiscard]] qreal y() const { return m_y; }
    void setY(qreal y) { m_y = y; }
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] QPainter &painter() { return m_painter; }

    static constexpr qreal width = 2'100;
    static constexpr qreal height = 2'970;
    static constexpr qreal left = 180;
    static constexpr qreal right = 1'920;
    static constexpr qreal inner = right - left;
    static constexpr qreal bottom = 2'760;
    static constexpr qreal lineHeight = 1.34; ///< times the size of the type

private:
    void newPage();

    QPdfWriter &m_writer;
    QPainter &m_painter;
    StartPage m_startPage;
    qreal m_y = 0;
    int m_page = 1;
};

} // namespace turnus::printing
