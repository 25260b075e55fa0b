#include "app/report/paper.h"

#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace turnus::printing {

namespace {

QFont fontOf(const Type &type)
{
    QFont font(type.figures ? u"Turnus Sans Tab"_s : u"Turnus Sans"_s);
    font.setPixelSize(qRound(type.size));
    font.setWeight(type.bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Contextual forms (a raised hyphen between digits) have no character of their own: copied, a serial number would
    // lose its hyphen.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

qreal lineOf(const Type &type)
{
    return type.size * Paper::lineHeight;
}

/// A cell broken into lines.
class BrokenCell
{
public:
    BrokenCell(const Cell &cell, QPaintDevice *device)
        : m_cell(cell), m_layout(std::make_unique<QTextLayout>(QString(cell.text).replace(u'\n', QChar::LineSeparator),
                                                               fontOf(cell.type), device))
    {
        QTextOption option(cell.type.right ? Qt::AlignRight : Qt::AlignLeft);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout->setTextOption(option);
        m_layout->beginLayout();
        for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine())
            line.setLineWidth(cell.width);
        m_layout->endLayout();
    }

    [[nodiscard]] int lines() const { return m_layout->lineCount(); }
    [[nodiscard]] qreal lineHeight() const { return lineOf(m_cell.type); }
    void draw(QPainter &painter, int index, qreal y) const
    {
        QTextLine line = m_layout->lineAt(index);
        line.setPosition({0, 0});
        painter.setPen(m_cell.type.color);
        line.draw(&painter, {m_cell.x, y + (lineHeight() - line.height()) / 2});
    }

private:
    Cell m_cell;
    std::unique_ptr<QTextLayout> m_layout;
};

} // namespace

Paper::Paper(QPdfWriter &writer, QPainter &painter, StartPage startPage)
    : m_writer(writer), m_painter(painter), m_startPage(std::move(startPage))
{
    m_y = m_startPage(*this, m_page);
}

void Paper::newPage()
{
    m_writer.newPage();
    ++m_page;
    m_y = m_startPage(*this, m_page);
}

void Paper::need(qreal room)
{
    if (m_y + room > bottom)
        newPage();
}

void Paper::row(const std::vector<Cell> &cells)
{
    std::vector<BrokenCell> broken;
    int lines = 0;
    qreal tallest = 0;
    for (const Cell &cell : cells) {
        broken.emplace_back(cell, m_painter.device());
        lines = std::max(lines, broken.back().lines());
        tallest = std::max(tallest, broken.back().lineHeight());
    }
    for (int i = 0; i < lines; ++i) {
        need(tallest);
        for (const BrokenCell &cell : broken) {
            if (i < cell.lines())
                cell.draw(m_painter, i, m_y + (tallest - cell.lineHeight()) / 2);
        }
        m_y += tallest;
    }
}

void Paper::label(const Cell &cell, qreal y)
{
    const BrokenCell broken(cell, m_painter.device());
    if (broken.lines() > 0)
        broken.draw(m_painter, 0, y);
}

void Paper::rule(qreal y, const QColor &color, qreal thickness)
{
    m_painter.fillRect(QRectF(left, y, inner, thickness), color);
}

} // namespace turnus::printing
