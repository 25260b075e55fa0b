#include "assets/brochures/pages.h"

#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>
#include <numeric>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

QString text8(const char *text)
{
    return QString::fromUtf8(text);
}

QString euros(double amount, bool german)
{
    const QString number = QString::number(qRound(amount));
    return german ? number + u" €"_s : u"€"_s + number;
}

double sumOf(const CostBar &bar)
{
    return std::accumulate(std::begin(bar.parts), std::end(bar.parts), 0.0);
}

const std::array<QColor, 4> barColors{QColor(0x0B, 0x53, 0x65), QColor(0xF1, 0xB3, 0x3C), QColor(0x5E, 0x9F, 0xB0),
                                      QColor(0xA9, 0xCF, 0xD8)};

/// One stacked bar with its amounts inside, its sum above and its name below.
void drawBar(const Page &page, const CostBar &bar, qreal x, qreal floor, qreal unit, bool german)
{
    constexpr qreal width = 150;
    qreal y = floor;
    for (std::size_t i = 0; i < barColors.size(); ++i) {
        const qreal height = bar.parts[i] * unit;
        if (height <= 0)
            continue;
        y -= height;
        page.fill({x, y, width, height - 2}, barColors.at(i), 3);
        if (height > 21)
            page.label({x, y, width, height - 2}, euros(bar.parts[i], german),
                       {16, Weight::SemiBold, i == 0 ? QColor(Qt::white) : ink::strong, Qt::AlignCenter, true});
    }
    page.label({x - 30, y - 46, width + 60, 40}, euros(sumOf(bar), german),
               {30, Weight::Bold, ink::strong, Qt::AlignCenter, true});
    page.label({x - 40, floor + 12, width + 80, 28}, text8(bar.name),
               {20, Weight::SemiBold, ink::strong, Qt::AlignCenter});
    page.label({x - 40, floor + 40, width + 80, 24}, text8(bar.note), {16, Weight::Medium, ink::soft, Qt::AlignCenter});
}

/// Cost of a machine in one year of its age: what it loses in value, and what repairs take.
double yearlyLoss(double age)
{
    return 3200 / (age + 0.65);
}
double yearlyRepairs(double age)
{
    return 190 + 14.5 * std::pow(age, 2.15);
}

} // namespace

void drawCosts(const Page &page, const Brochure &brochure)
{
    const Costs &costs = brochure.costs;
    drawHeading(page, text8(costs.title), text8(costs.lead), 1136);
    constexpr qreal floor = 640;
    const qreal unit = 390.0 / std::max(sumOf(costs.before), sumOf(costs.after));
    page.rule(margin, 640, floor + 1, QColor(0x73, 0x82, 0x7E), 2);
    drawBar(page, costs.before, 130, floor, unit, brochure.german);
    drawBar(page, costs.after, 420, floor, unit, brochure.german);
    qreal y = 214;
    for (std::size_t i = 0; i < barColors.size(); ++i) {
        page.fill({720, y + 4, 18, 18}, barColors.at(i), 4);
        page.text(752, y, 300, text8(costs.kinds[i]), {18, Weight::Medium});
        y += 36;
    }
    const QRectF card(720, 390, 488, 206);
    page.fill(card, ink::okSoft, 20);
    page.text(card.left() + 32, card.top() + 18, 424, text8(costs.saving),
              {62, Weight::Bold, QColor(0x0D, 0x44, 0x23), Qt::AlignLeft, true});
    page.text(card.left() + 32, card.top() + 108, 424, text8(costs.savingText),
              {21, Weight::Medium, QColor(0x0D, 0x44, 0x23)});
    page.text(720, 626, 488, text8(costs.assumption), {14, Weight::Medium, ink::soft});
}

void drawCostCurve(const Page &page, const Brochure &)
{
    drawHeading(page, u"Was eine Maschine im Jahr kostet"_s,
                u"Beispiel: Kaffeevollautomat für 9.800 €, 90 Tassen am Tag."_s, 1136);
    constexpr qreal left = 120;
    constexpr qreal right = 800;
    constexpr qreal floor = 640;
    constexpr qreal top = 200;
    const auto at = [&](double age, double cost) {
        return QPointF(left + age / 12 * (right - left), floor - cost / 5000 * (floor - top));
    };
    for (int cost = 1000; cost <= 5000; cost += 1000) {
        page.rule(left, right, at(0, cost).y(), ink::sunk);
        page.label({left - 90, at(0, cost).y() - 12, 76, 24}, QString::number(cost / 1000) + u".000 €"_s,
                   {15, Weight::Medium, ink::soft, Qt::AlignRight, true});
    }
    QPainter &painter = page.painter();
    QPainterPath loss;
    QPainterPath repairs;
    QPainterPath sum;
    for (int step = 0; step <= 110; ++step) {
        const double age = 1 + step / 10.0;
        const auto add = [&](QPainterPath &path, double cost) {
            step == 0 ? path.moveTo(at(age, cost)) : path.lineTo(at(age, cost));
        };
        add(loss, yearlyLoss(age));
        add(repairs, yearlyRepairs(age));
        add(sum, yearlyLoss(age) + yearlyRepairs(age));
    }
    page.fill({at(7, 0).x(), top, at(9, 0).x() - at(7, 0).x(), floor - top}, ink::dueSoft);
    page.label({at(7, 0).x() - 40, top - 28, at(9, 0).x() - at(7, 0).x() + 80, 24}, u"Jetzt rechnen"_s,
               {16, Weight::SemiBold, QColor(0x85, 0x54, 0x00), Qt::AlignCenter});
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(loss, QPen(QColor(0x5E, 0x9F, 0xB0), 4, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(repairs, QPen(ink::due, 4, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(sum, QPen(ink::primary, 6, Qt::SolidLine, Qt::RoundCap));
    page.rule(left, right, floor, QColor(0x73, 0x82, 0x7E), 2);
    for (int age = 1; age <= 12; ++age)
        page.label({at(age, 0).x() - 20, floor + 8, 40, 24}, QString::number(age),
                   {15, Weight::Medium, ink::soft, Qt::AlignCenter, true});
    page.label({left, floor + 34, right - left, 24}, u"Alter in Jahren"_s,
               {15, Weight::Medium, ink::soft, Qt::AlignCenter});
    struct Legend
    {
        QColor color;
        QString name;
        QString text;
    };
    const std::array legends{
        Legend{ink::primary, u"Kosten im Jahr"_s, u"Am niedrigsten zwischen dem dritten und fünften Jahr."_s},
        Legend{QColor(0x5E, 0x9F, 0xB0), u"Wertverlust"_s, u"Am Anfang groß, dann fast nichts mehr."_s},
        Legend{ink::due, u"Reparaturen und Ausfall"_s, u"Wachsen mit Alter und Tassen, erst langsam, dann schnell."_s}};
    qreal y = 210;
    for (const Legend &legend : legends) {
        page.fill({868, y + 9, 34, 7}, legend.color, 3.5);
        page.text(918, y, 290, legend.name, {20, Weight::SemiBold});
        page.text(918, y + 30, 290, legend.text, {17, Weight::Regular, ink::soft});
        y += 116;
    }
    page.fill({868, 574, 340, 104}, ink::dueSoft, 16);
    page.text(892, 590, 292, u"Steigt die dicke Linie über die Rate der neuen Maschine, gewinnt der Tausch."_s,
              {18, Weight::Medium, QColor(0x57, 0x37, 0x00)});
}

} // namespace turnus::brochures
