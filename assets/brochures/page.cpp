#include "assets/brochures/page.h"

#include "assets/brochures/illustration.h"

#include <QFile>
#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <QTextLayout>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

QFont fontOf(const Type &type)
{
    QFont font(type.figures ? u"Turnus Sans Tab"_s : u"Turnus Sans"_s);
    font.setPixelSize(qRound(type.size));
    font.setWeight(static_cast<QFont::Weight>(type.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (type.size >= 40)
        font.setLetterSpacing(QFont::PercentageSpacing, 97.5);
    return font;
}

} // namespace

qreal Page::text(qreal x, qreal y, qreal width, const QString &text, const Type &type) const
{
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, fontOf(type), m_painter.device());
        layout.setTextOption(QTextOption(type.align));
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, height + (type.size * lineHeight - line.height()) / 2});
            height += type.size * lineHeight;
        }
        layout.endLayout();
        m_painter.setPen(type.color);
        layout.draw(&m_painter, {x, y});
        y += height;
    }
    return y;
}

qreal Page::textWidth(const QString &text, const Type &type) const
{
    return QFontMetricsF(fontOf(type), m_painter.device()).horizontalAdvance(text);
}

void Page::label(QRectF box, const QString &text, const Type &type) const
{
    m_painter.setFont(fontOf(type));
    m_painter.setPen(type.color);
    m_painter.drawText(box, static_cast<int>(type.align) | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                       text);
}

void Page::fill(QRectF rect, const QColor &color, qreal radius) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawRoundedRect(rect, radius, radius);
}

void Page::frame(QRectF rect, const QColor &color, qreal width, qreal radius) const
{
    m_painter.setPen(QPen(color, width));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(rect, radius, radius);
}

void Page::rule(qreal x1, qreal x2, qreal y, const QColor &color, qreal width) const
{
    m_painter.setPen(QPen(color, width));
    m_painter.drawLine(QPointF(x1, y), QPointF(x2, y));
}

void Page::icon(const QString &name, QRectF rect, const QColor &color) const
{
    QFile file(m_icons + u'/' + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no icon %s", qPrintable(file.fileName()));
    QSvgRenderer renderer(file.readAll().replace("#111A19", color.name().toUtf8()));
    renderer.render(&m_painter, rect);
}

void Page::badge(const QString &name, QPointF middle, qreal radius, const QColor &disc, const QColor &color) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(disc);
    m_painter.drawEllipse(middle, radius, radius);
    const qreal half = radius * 0.52;
    icon(name, {middle.x() - half, middle.y() - half, 2 * half, 2 * half}, color);
}

void Page::product(const QString &key, qreal x, qreal floor, qreal height) const
{
    const qreal scale = height / 207.0;
    m_painter.save();
    m_painter.translate(x - 100 * scale, floor - 207 * scale);
    m_painter.scale(scale, scale);
    if (!drawProduct(m_painter, key))
        qFatal("no drawing of %s", qPrintable(key));
    m_painter.restore();
}

void Page::heroPanel(QRectF rect, const HeroColors &colors, QPointF ringMiddle, qreal ringRadius, qreal floor) const
{
    fill(rect, colors.ground);
    m_painter.save();
    m_painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width(), floor - rect.top()));
    m_painter.setBrush(Qt::NoBrush);
    QPen pen(colors.ring, ringRadius * 0.22);
    pen.setCapStyle(Qt::FlatCap);
    m_painter.setPen(pen);
    const QRectF ring(ringMiddle.x() - ringRadius, ringMiddle.y() - ringRadius, 2 * ringRadius, 2 * ringRadius);
    m_painter.drawArc(ring, 8 * 16, 112 * 16);
    m_painter.drawArc(ring, 128 * 16, 130 * 16);
    m_painter.drawArc(ring, -96 * 16, 96 * 16);
    m_painter.restore();
    fill({rect.left(), floor, rect.width(), rect.bottom() - floor}, colors.floor);
}

} // namespace turnus::brochures
