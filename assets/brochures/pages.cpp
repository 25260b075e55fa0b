#include "assets/brochures/pages.h"

#include <QPainter>
#include <array>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

void drawFeature(const Page &page, qreal x, qreal y, qreal width, const QString &feature)
{
    const bool missing = feature.startsWith(u'-');
    page.icon(missing ? u"minus"_s : u"tick"_s, {x, y + 2, 20, 20}, missing ? QColor(0x75, 0x82, 0x7F) : ink::ok);
    page.text(x + 30, y, width - 30, missing ? feature.mid(1) : feature,
              {18, Weight::Regular, missing ? QColor(0x75, 0x82, 0x7F) : ink::strong});
}

void drawModelCard(const Page &page, QRectF card, const Model &model, bool chosen, const QString &tag)
{
    page.fill(card, Qt::white, 20);
    page.frame(card, chosen ? ink::primary : ink::line, chosen ? 3.5 : 1.5, 20);
    const qreal left = card.left() + 28;
    const qreal width = card.width() - 56;
    page.fill({card.left() + 2, card.top() + 2, card.width() - 4, 204}, chosen ? ink::primarySoft : ink::ground, 18);
    page.fill({card.left() + 2, card.top() + 150, card.width() - 4, 60}, chosen ? ink::primarySoft : ink::ground);
    page.product(utf8(model.product), card.center().x(), card.top() + 200, 184);
    if (chosen) {
        const Type type{15, Weight::SemiBold, Qt::white, Qt::AlignCenter};
        const qreal tagWidth = page.textWidth(tag, type) + 32;
        const QRectF box(card.center().x() - tagWidth / 2, card.top() - 16, tagWidth, 32);
        page.fill(box, ink::primary, 16);
        page.label(box, tag, type);
    }
    page.text(left, card.top() + 226, width, utf8(model.grade), {16, Weight::SemiBold, ink::primary});
    page.text(left, card.top() + 247, width, utf8(model.name), {30, Weight::Bold});
    page.text(left, card.top() + 289, width, utf8(model.capacity), {17, Weight::Medium, ink::soft});
    qreal y = card.top() + 328;
    for (const char *feature : model.features) {
        drawFeature(page, left, y, width, utf8(feature));
        y += 32;
    }
    page.rule(left, card.right() - 28, card.bottom() - 108);
    page.text(left, card.bottom() - 98, width, utf8(model.price), {30, Weight::Bold, ink::strong, Qt::AlignLeft, true});
    page.text(left, card.bottom() - 52, width, utf8(model.fit), {15, Weight::Medium, ink::soft});
}

/// An arrow with a bar at both ends, and the measure beside it.
void drawDimension(const Page &page, QPointF from, QPointF to, const QString &text)
{
    QPainter &painter = page.painter();
    painter.setPen(QPen(ink::primary, 1.8));
    painter.drawLine(from, to);
    const bool upright = qFuzzyCompare(from.x(), to.x());
    const QPointF bar = upright ? QPointF(7, 0) : QPointF(0, 7);
    painter.drawLine(from - bar, from + bar);
    painter.drawLine(to - bar, to + bar);
    const QPointF middle = (from + to) / 2;
    const Type type{16, Weight::SemiBold, ink::primary, Qt::AlignCenter};
    if (!upright) {
        page.label({middle.x() - 80, middle.y() + 8, 160, 24}, text, type);
        return;
    }
    painter.save();
    painter.translate(middle.x() - 20, middle.y());
    painter.rotate(-90);
    page.label({-80, -12, 160, 24}, text, type);
    painter.restore();
}

/// Left and right edge of a product's drawing in its 200 units.
std::pair<qreal, qreal> drawnWidth(const QString &product)
{
    if (product == u"bk520")
        return {48, 152};
    if (product == u"bk620")
        return {34, 166};
    if (product == u"bk820")
        return {14, 186};
    if (product == u"nova2")
        return {24, 176};
    return product == u"m75" ? std::pair{60.0, 140.0} : std::pair{69.0, 131.0};
}

qreal drawnTop(const QString &product)
{
    if (product.startsWith(u"bk"))
        return product == u"bk520" ? 30 : 19;
    if (product == u"nova2")
        return 72;
    return product == u"m75" ? 30 : 38;
}

} // namespace

HeroColors heroColors(Look look)
{
    switch (look) {
    case Look::Green:
        return {ink::ok, QColor(0x24, 0x7A, 0x47), QColor(0x10, 0x45, 0x25), Qt::white, ink::okSoft};
    case Look::Ochre:
        return {ink::due, QColor(0xF7, 0xC8, 0x69), QColor(0xD0, 0x92, 0x1C), QColor(0x24, 0x17, 0x00),
                QColor(0x4A, 0x32, 0x05)};
    case Look::Petrol:
        break;
    }
    return {ink::hero, ink::hero2, ink::heroFloor, Qt::white, ink::onHero2};
}

qreal drawHeading(const Page &page, const QString &title, const QString &lead, qreal width)
{
    const qreal y = page.text(margin, 60, width, title, {44, Weight::Bold});
    return page.text(margin, y + 4, width, lead, {22, Weight::Medium, ink::soft});
}

void drawFooter(const Page &page, const Brochure &brochure, int number, int count)
{
    if (number == 1)
        return;
    page.label({margin, 752, 400, 24}, u"Berger Kaffeetechnik"_s, {14, Weight::SemiBold, ink::primary});
    const QString prices = brochure.german ? u"Preise netto, unverbindlich"_s : u"Net prices, not binding"_s;
    const QString place = QString::number(number) + u" / "_s + QString::number(count);
    page.label({margin + 174, 752, 500, 24}, utf8(brochure.version) + u" · "_s + prices + u" · "_s + place,
               {14, Weight::Medium, QColor(0x5A, 0x68, 0x65)});
}

void drawCover(const Page &page, const Brochure &brochure)
{
    const HeroColors colors = heroColors(brochure.look);
    const bool machine = brochure.look == Look::Petrol;
    page.heroPanel({0, 0, pageWidth, pageHeight}, colors, {900, 412}, 318, 648);
    if (machine)
        page.product(utf8(brochure.symbol), 900, 664, 500);
    else
        page.icon(utf8(brochure.symbol), {740, 240, 320, 320}, colors.text);
    page.label({margin, 60, 500, 28}, u"Berger Kaffeetechnik"_s, {20, Weight::SemiBold, colors.text});
    const QString title = utf8(brochure.title);
    const qreal size = title.size() > 20 ? 62 : (title.contains(u'\n') ? 70 : 104);
    qreal y = title.contains(u'\n') ? 238 : 262;
    y = page.text(margin, y - 34, 560, utf8(brochure.kicker), {22, Weight::SemiBold, colors.softText});
    y = page.text(margin - 3, y + 4, 620, title, {size, Weight::Bold, colors.text});
    page.text(margin, y + 18, 560, utf8(brochure.subtitle), {28, Weight::Medium, colors.softText});
    page.label({margin, 712, 400, 24}, utf8(brochure.version), {16, Weight::Medium, colors.softText});
}

void drawFacts(const Page &page, const Brochure &brochure)
{
    const bool machine = brochure.look == Look::Petrol;
    const HeroColors colors = heroColors(brochure.look);
    page.heroPanel({836, 0, 444, pageHeight}, colors, {1058, 420}, 210, 640);
    if (machine)
        page.product(utf8(brochure.symbol), 1058, 652, 340);
    else
        page.icon(utf8(brochure.symbol), {948, 300, 220, 220}, colors.text);
    qreal y = drawHeading(page, utf8(brochure.factsTitle), utf8(brochure.factsLead), 700) + 34;
    const qreal step = qMin(122.0, (730 - y) / static_cast<qreal>(brochure.facts.size()));
    for (const Fact &fact : brochure.facts) {
        page.badge(utf8(fact.icon), {margin + 30, y + 34}, 30, ink::primarySoft, QColor(0x06, 0x3A, 0x48));
        const qreal below = page.text(margin + 86, y + 4, 600, utf8(fact.title), {24, Weight::SemiBold});
        page.text(margin + 86, below + 2, 610, utf8(fact.text), {19, Weight::Regular, ink::soft});
        y += step;
    }
}

void drawModels(const Page &page, const Brochure &brochure)
{
    const QString lead = brochure.german
                             ? u"Ihr Techniker hat Ihre Zählerstände dabei und rechnet mit Ihnen."_s
                             : u"Your technician has your meter readings at hand and works it out with you."_s;
    drawHeading(page, utf8(brochure.modelsTitle), lead, 1136);
    const qreal width = 362;
    for (std::size_t i = 0; i < brochure.models.size(); ++i) {
        const QRectF card(margin + static_cast<qreal>(i) * (width + 25), 184, width, 548);
        drawModelCard(page, card, brochure.models[i], static_cast<int>(i) == brochure.shown,
                      brochure.german ? u"In diesem Prospekt"_s : u"In this brochure"_s);
    }
}

void drawData(const Page &page, const Brochure &brochure)
{
    const qreal right = 850;
    drawHeading(page, brochure.german ? u"Technische Daten"_s : u"Technical data"_s, {}, 700);
    constexpr std::array columns{300.0, 485.0, 668.0};
    constexpr qreal top = 150;
    constexpr qreal rowHeight = 55;
    const auto shown = static_cast<std::size_t>(brochure.shown);
    page.fill({columns.at(shown) - 16, top - 12, 182, 24 + rowHeight * 10.4}, ink::primarySoft, 14);
    for (std::size_t i = 0; i < columns.size(); ++i)
        page.label({columns.at(i), top, 160, 32}, utf8(brochure.models[i].name),
                   {19, Weight::Bold, i == shown ? ink::primary : ink::strong});
    qreal y = top + 38;
    for (const DataRow &row : brochure.data) {
        page.rule(margin, right, y);
        page.label({margin, y, 220, rowHeight - 3}, utf8(row.label), {17, Weight::Medium, ink::soft});
        for (std::size_t i = 0; i < columns.size(); ++i)
            page.label({columns.at(i), y, 170, rowHeight - 3}, utf8(row.cells[i]),
                       {16, i == shown ? Weight::SemiBold : Weight::Regular, ink::strong, Qt::AlignLeft, true});
        y += rowHeight - 2;
    }
    // The machine with its measures
    page.fill({892, 0, 388, pageHeight}, ink::ground);
    const QString product = utf8(brochure.models[shown].product);
    const qreal scale = 1.56;
    const qreal floor = 560;
    const qreal middle = 1100;
    page.product(product, middle, floor, 207 * scale);
    const auto [drawnLeft, drawnRight] = drawnWidth(product);
    const qreal leftEdge = middle + (drawnLeft - 100) * scale;
    const qreal rightEdge = middle + (drawnRight - 100) * scale;
    drawDimension(page, {leftEdge, floor + 26}, {rightEdge, floor + 26}, utf8(brochure.dimensions.width));
    // The filter's hose hangs beside it.
    const qreal beside = product == u"wf1200" ? middle - 84 * scale : leftEdge - 16;
    drawDimension(page, {beside, floor - (207 - drawnTop(product)) * scale}, {beside, floor},
                  utf8(brochure.dimensions.height));
    const QString depth = (brochure.german ? u"Tiefe "_s : u"Depth "_s) + utf8(brochure.dimensions.depth);
    page.label({middle - 130, floor + 66, 260, 24}, depth, {16, Weight::SemiBold, ink::primary, Qt::AlignCenter});
}

} // namespace turnus::brochures
