#include "assets/brochures/illustration.h"

#include "assets/brochures/shapes.h"

#include <QMap>
#include <QPainter>
#include <functional>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

const QColor dark(0x22, 0x2C, 0x2E);
const QColor black(0x0F, 0x16, 0x17);

struct VendingShape
{
    qreal left;
    qreal width;
    int hoppers;
    int columns;
    int rows;
    bool milkFridge;
    bool milkLance;
    Finish finish;
};

void drawBeanToCup(QPainter &p, const VendingShape &shape)
{
    const qreal right = shape.left + shape.width;
    const qreal top = shape.rows > 1 ? 50 : 62;
    const qreal screenHeight = shape.rows > 1 ? 38 : 30;
    groundShadow(p, shape.left, right);
    const qreal working = shape.milkFridge ? shape.width - 60 : shape.width;
    const qreal middle = shape.left + working / 2;
    for (int i = 0; i < shape.hoppers; ++i)
        hopper(p, middle + (i - (shape.hoppers - 1) / 2.0) * 50, top, 44, 36, 27);
    cabinet(p, {shape.left, top, shape.width, 204 - top}, 9, shape.finish);
    const QRectF keys(shape.left + 14, top + 10, working - 28, screenHeight);
    screen(p, keys, 5);
    drinkKeys(p, keys.adjusted(5, 2, -5, -2), shape.columns, shape.rows);
    const QRectF alcove(shape.left + 14, keys.bottom() + 8, working - 28, 186 - keys.bottom() - 8);
    steelPanel(p, alcove, 5);
    box(p, alcove.adjusted(9, 15, -9, 0), 4, QColor(0x5E, 0x6A, 0x6B, 90));
    QPainterPath outlet;
    outlet.addRoundedRect(middle - 15, alcove.top(), 30, 19, 4, 4);
    p.fillPath(outlet, dark);
    box(p, {middle - 9, alcove.top() + 19, 5, 6}, 1.5, dark);
    box(p, {middle + 4, alcove.top() + 19, 5, 6}, 1.5, dark);
    steam(p, middle, alcove.bottom() - 29);
    cup(p, middle, alcove.bottom() - 3, 29, true);
    dripTray(p, {shape.left + 8, 186, working - 16, 12});
    if (shape.milkLance) {
        box(p, {right - 11, 112, 7, 52}, 3.5, black);
        box(p, {right - 9.5, 162, 4, 26}, 2, QColor(0x9E, 0xA9, 0xAA));
    }
    if (shape.milkFridge) {
        box(p, {right - 56, top + 10, 47, 198 - top - 10}, 5, QColor(0x11, 0x18, 0x19));
        screen(p, {right - 51, top + 17, 37, 112}, 3);
        box(p, {right - 46, 118, 27, 56}, 4, QColor(0xF4, 0xF6, 0xF5));
        box(p, {right - 46, 118, 27, 15}, 4, QColor(0xBF, 0xE3, 0xEA));
        box(p, {right - 17, 116, 3, 46}, 1.5, QColor(0x9E, 0xA9, 0xAA));
    }
    feet(p, shape.left + 14, right - 14, 203);
}

void drawEspresso(QPainter &p, int groups, const Finish &finish)
{
    const qreal width = groups == 1 ? 108 : (groups == 2 ? 152 : 188);
    const qreal left = 100 - width / 2;
    const qreal right = 100 + width / 2;
    groundShadow(p, left, right);
    const int cups = static_cast<int>((width - 24) / 21);
    for (int i = 0; i < cups; ++i)
        cup(p, 100 + (i - (cups - 1) / 2.0) * 21, 84, 15, false);
    p.setPen(QPen(QColor(0xB9, 0xC3, 0xC4), 2));
    p.drawLine(QPointF(left + 6, 74), QPointF(right - 6, 74));
    for (const qreal post : {left + 8, 100.0, right - 8})
        p.drawLine(QPointF(post, 74), QPointF(post, 84));
    cabinet(p, {left, 83, width, 44}, 8, finish);
    steelPanel(p, {left + 8, 91, width - 16, 28}, 4);
    gauge(p, {left + (groups == 3 ? 19 : 23), 105}, groups == 3 ? 7.5 : 10, 0.62);
    for (int i = 0; i < groups; ++i) {
        const qreal x = 100 + (i - (groups - 1) / 2.0) * 46 + (groups == 1 ? 6 : 0);
        screen(p, {x - 13, 98, 26, 13}, 3);
        for (int key = 0; key < 4; ++key)
            box(p, {x - 10.5 + key * 5.6, 102.5, 3.6, 3.6}, 1.8, QColor(0xBF, 0xE3, 0xEA));
    }
    // Back wall, tray and feet first, group heads hang in front of them.
    box(p, {left + 10, 127, width - 20, 56}, 0, QColor(0x2B, 0x35, 0x37));
    steelPanel(p, {left + 14, 130, width - 28, 50}, 3);
    for (int i = 0; i < groups; ++i) {
        const qreal x = 100 + (i - (groups - 1) / 2.0) * 46 + (groups == 1 ? 6 : 0);
        groupHead(p, x, 124);
        cup(p, x, 183, 19, true);
    }
    for (const qreal side : {-1.0, 1.0}) {
        const qreal x = side < 0 ? left + 12 : right - 12;
        QPainterPath lance(QPointF(x, 122));
        lance.cubicTo(x + side * 5, 130, x + side * 4, 145, x + side * 1, 170);
        pipe(p, lance, 3.2, QColor(0xAE, 0xB9, 0xBA));
        box(p, {x - 6, 114, 12, 8}, 3, black);
    }
    cabinet(p, {left, 183, width, 20}, 5, finish);
    dripTray(p, {left + 6, 182, width - 12, 8});
    feet(p, left + 12, right - 12, 202);
}

struct GrinderShape
{
    qreal width;
    qreal bodyTop;
    qreal hopperHeight;
    int hoppers;
    Finish finish;
};

void drawGrinder(QPainter &p, const GrinderShape &shape)
{
    const qreal left = 100 - shape.width / 2;
    groundShadow(p, left, left + shape.width);
    for (int i = 0; i < shape.hoppers; ++i) {
        const qreal x = 100 + (i - (shape.hoppers - 1) / 2.0) * 42;
        const qreal top = shape.hoppers > 1 ? 40 : 58;
        hopper(p, x, shape.bodyTop - 5, top, 22, shape.hopperHeight);
        steelPanel(p, {x - 14, shape.bodyTop - 7, 28, 9}, 2);
    }
    cabinet(p, {left, shape.bodyTop, shape.width, 196 - shape.bodyTop}, 10, shape.finish);
    const QRectF display(left + 12, shape.bodyTop + 11, shape.width - 24, 21);
    screen(p, display, 4);
    for (int key = 0; key < 3; ++key) {
        const QRectF lamp(100 - 14 + key * 11.5, display.top() + 7.5, 6, 6);
        box(p, lamp, 3, key == 1 ? QColor(0xF1, 0xB3, 0x3C) : QColor(0xBF, 0xE3, 0xEA));
    }
    // Chute, fork and portafilter
    const qreal fork = shape.bodyTop + 42;
    QPainterPath chute(QPointF(88, fork));
    chute.lineTo(112, fork);
    chute.lineTo(107, fork + 17);
    chute.lineTo(93, fork + 17);
    chute.closeSubpath();
    p.fillPath(chute, black);
    steelPanel(p, {84, fork + 25, 32, 9}, 3);
    box(p, {87, fork + 22, 26, 4}, 2, QColor(0x5E, 0x3A, 0x23));
    box(p, {96, fork + 28, 8, 27}, 4, QColor(0x14, 0x1B, 0x1C));
    box(p, {97.4, fork + 31, 2, 19}, 1, QColor(255, 255, 255, 50));
    box(p, {80, fork + 36, 40, 3}, 1.5, QColor(0x6C, 0x79, 0x7B));
    cabinet(p, {left - 5, 192, shape.width + 10, 12}, 4, shape.finish);
    dripTray(p, {left + 4, 190, shape.width - 8, 7});
    feet(p, left + 4, left + shape.width - 4, 203);
}

void drawCartridge(QPainter &p, qreal width, const Finish &finish, bool meter)
{
    const qreal left = 100 - width / 2;
    groundShadow(p, left, left + width);
    QPainterPath hose(QPointF(100 - 14, 62));
    hose.cubicTo(60, 52, 44, 60, 40, 96);
    hose.cubicTo(38, 130, 30, 170, 26, 200);
    pipe(p, hose, 6, QColor(0x9E, 0xA9, 0xAA));
    QPainterPath outgoing(QPointF(100 + 14, 62));
    outgoing.cubicTo(142, 50, 160, 60, 166, 30);
    pipe(p, outgoing, 6, QColor(0x9E, 0xA9, 0xAA));
    steelPanel(p, {76, 50, 48, 24}, 6);
    box(p, {92, 38, 16, 14}, 4, black);
    cabinet(p, {left, 70, width, 133}, 16, finish);
    box(p, {left, 104, width, 62}, 0, QColor(0xF4, 0xF6, 0xF5));
    QPainterPath drop(QPointF(100, 114));
    drop.cubicTo(110, 128, 116, 134, 116, 142);
    drop.cubicTo(116, 151, 109, 157, 100, 157);
    drop.cubicTo(91, 157, 84, 151, 84, 142);
    drop.cubicTo(84, 134, 90, 128, 100, 114);
    p.fillPath(drop, QColor(0x0B, 0x53, 0x65));
    if (meter) {
        box(p, {140, 92, 44, 30}, 6, QColor(0x1B, 0x26, 0x25));
        screen(p, {145, 97, 34, 15}, 3);
        for (int bar = 0; bar < 4; ++bar)
            box(p, {148.0 + bar * 7.4, 101, 5, 7}, 1, bar < 3 ? QColor(0x82, 0xD6, 0x9D) : QColor(0x3B, 0x47, 0x49));
    }
}

void drawOsmosis(QPainter &p)
{
    groundShadow(p, 30, 170);
    cabinet(p, {30, 56, 140, 147}, 10, darkFinish);
    screen(p, {44, 68, 112, 26}, 5);
    for (int bar = 0; bar < 8; ++bar)
        box(p, {52.0 + bar * 8, 88.0 - bar * 1.7, 5, 1.0 + bar * 1.7}, 1, QColor(0xBF, 0xE3, 0xEA));
    gauge(p, {142, 81}, 8.5, 0.7);
    steelPanel(p, {44, 102, 112, 90}, 6);
    for (int i = 0; i < 3; ++i) {
        const qreal x = 52.0 + i * 34;
        box(p, {x + 5, 107, 18, 9}, 3, black);
        cabinet(p, {x, 114, 28, 70}, 9, i == 1 ? petrolFinish : creamFinish);
    }
    feet(p, 42, 158, 202);
}

void drawCooler(QPainter &p, qreal width, int containers)
{
    const qreal left = 100 - width / 2;
    groundShadow(p, left, left + width);
    cabinet(p, {left, 86, width, 117}, 8, darkFinish);
    const QRectF door(left + 9, 98, width - 18, 92);
    screen(p, door, 5);
    const qreal each = (door.width() - 16) / containers;
    for (int i = 0; i < containers; ++i) {
        const QRectF can(door.left() + 8 + i * each + 3, 128, each - 6, 56);
        box(p, can, 5, QColor(0xF4, 0xF6, 0xF5));
        box(p, {can.left(), can.top(), can.width(), 13}, 5, QColor(0xBF, 0xE3, 0xEA));
        QPainterPath tube(QPointF(can.center().x(), can.top()));
        tube.cubicTo(can.center().x(), 112, left + 18, 116, left + 10, 70);
        pipe(p, tube, 3, QColor(0xD8, 0xDF, 0xDF));
    }
    box(p, {door.right() - 34, 104, 27, 12}, 3, black);
    box(p, {door.right() - 30, 108, 12, 4}, 1, QColor(0x82, 0xD6, 0x9D));
    box(p, {left + width - 7, 118, 3, 46}, 1.5, QColor(0x9E, 0xA9, 0xAA));
    feet(p, left + 10, left + width - 10, 202);
}

void drawBrewer(QPainter &p, const Finish &finish, bool large)
{
    groundShadow(p, 24, 176);
    cabinet(p, {78, 40, 44, 163}, 8, finish);
    screen(p, {84, 50, 32, 40}, 4);
    drinkKeys(p, {86, 52, 28, 36}, 2, 2);
    cabinet(p, {28, 60, 144, 14}, 5, finish);
    for (const qreal x : {52.0, 148.0}) {
        QPainterPath funnel(QPointF(x - 20, 74));
        funnel.lineTo(x + 20, 74);
        funnel.lineTo(x + 13, 94);
        funnel.lineTo(x - 13, 94);
        funnel.closeSubpath();
        p.fillPath(funnel, dark);
        const qreal top = large ? 100 : 122;
        steelPanel(p, {x - 23, top, 46, 198 - top}, 8);
        box(p, {x - 17, top - 5, 34, 7}, 3, dark);
        box(p, {x - 3, top + 12, 6, 60 - (top - 100) * 0.6}, 2, QColor(0x4A, 0x2D, 0x1B));
        box(p, {x - 5, 182, 10, 7}, 2, black);
    }
    cabinet(p, {24, 197, 152, 8}, 3, finish);
    cup(p, 100, 197, 24, true);
}

void drawCupWarmer(QPainter &p)
{
    groundShadow(p, 42, 158);
    cabinet(p, {42, 70, 116, 133}, 8, darkFinish);
    for (int shelf = 0; shelf < 3; ++shelf) {
        const qreal bottom = 112.0 + shelf * 39;
        box(p, {50, bottom - 32, 100, 33}, 3, QColor(0x3B, 0x32, 0x26));
        box(p, {50, bottom - 2, 100, 3}, 1, QColor(0xF1, 0xB3, 0x3C));
        for (int i = 0; i < 4; ++i)
            cup(p, 63 + i * 24, bottom - 3, 18, false);
    }
    feet(p, 54, 146, 202);
}

void drawPayment(QPainter &p)
{
    groundShadow(p, 62, 138);
    box(p, {90, 150, 20, 50}, 3, dark);
    cabinet(p, {66, 196, 68, 8}, 3, darkFinish);
    cabinet(p, {58, 54, 84, 108}, 12, darkFinish);
    screen(p, {68, 66, 64, 50}, 6);
    for (int wave = 0; wave < 3; ++wave) {
        p.setPen(QPen(QColor(0xBF, 0xE3, 0xEA), 3, Qt::SolidLine, Qt::RoundCap));
        p.setBrush(Qt::NoBrush);
        const qreal radius = 7.0 + wave * 7;
        p.drawArc(QRectF(88 - radius, 91 - radius, 2 * radius, 2 * radius), -45 * 16, 90 * 16);
    }
    box(p, {74, 126, 52, 5}, 2, black);
    p.save();
    p.translate(100, 140);
    box(p, {-24, -12, 48, 32}, 4, QColor(0xF1, 0xB3, 0x3C));
    box(p, {-24, -3, 48, 6}, 0, QColor(0x57, 0x37, 0x00));
    p.restore();
}

using Drawing = std::function<void(QPainter &)>;

const QMap<QString, Drawing> &drawings()
{
    static const QMap<QString, Drawing> map{
        {u"bk400"_s,
         [](QPainter &p) {
             drawBeanToCup(p, {52, 96, 1, 2, 1, false, false, creamFinish});
         }},
        {u"bk420"_s,
         [](QPainter &p) {
             drawBeanToCup(p, {44, 112, 1, 3, 1, false, true, greyFinish});
         }},
        {u"bk480"_s,
         [](QPainter &p) {
             drawBeanToCup(p, {30, 140, 2, 5, 1, false, true, greyFinish});
         }},
        {u"bk520"_s,
         [](QPainter &p) {
             drawBeanToCup(p, {48, 104, 1, 3, 1, false, false, darkFinish});
         }},
        {u"bk620"_s,
         [](QPainter &p) {
             drawBeanToCup(p, {34, 132, 2, 4, 2, false, true, darkFinish});
         }},
        {u"bk820"_s,
         [](QPainter &p) {
             drawBeanToCup(p, {14, 172, 2, 4, 2, true, false, darkFinish});
         }},
        {u"nova1"_s, [](QPainter &p) { drawEspresso(p, 1, darkFinish); }},
        {u"nova2"_s, [](QPainter &p) { drawEspresso(p, 2, darkFinish); }},
        {u"nova3"_s, [](QPainter &p) { drawEspresso(p, 3, darkFinish); }},
        {u"classic2"_s, [](QPainter &p) { drawEspresso(p, 2, steelFinish); }},
        {u"classic3"_s, [](QPainter &p) { drawEspresso(p, 3, steelFinish); }},
        {u"m50"_s,
         [](QPainter &p) {
             drawGrinder(p, {60, 104, 44, 1, greyFinish});
         }},
        {u"m60"_s,
         [](QPainter &p) {
             drawGrinder(p, {66, 94, 50, 1, greyFinish});
         }},
        {u"m65"_s,
         [](QPainter &p) {
             drawGrinder(p, {60, 100, 46, 1, darkFinish});
         }},
        {u"m75"_s,
         [](QPainter &p) {
             drawGrinder(p, {70, 92, 52, 1, darkFinish});
         }},
        {u"m85"_s,
         [](QPainter &p) {
             drawGrinder(p, {94, 90, 52, 2, darkFinish});
         }},
        {u"wf600"_s, [](QPainter &p) { drawCartridge(p, 52, greyFinish, false); }},
        {u"wf1200"_s, [](QPainter &p) { drawCartridge(p, 62, petrolFinish, true); }},
        {u"ro120"_s, drawOsmosis},
        {u"mk4"_s, [](QPainter &p) { drawCooler(p, 82, 1); }},
        {u"mk9"_s, [](QPainter &p) { drawCooler(p, 132, 2); }},
        {u"fb2"_s, [](QPainter &p) { drawBrewer(p, greyFinish, false); }},
        {u"fb5"_s, [](QPainter &p) { drawBrewer(p, darkFinish, true); }},
        {u"tw60"_s, drawCupWarmer},
        {u"bz1"_s, drawPayment},
    };
    return map;
}

} // namespace

bool drawProduct(QPainter &painter, const QString &product)
{
    const auto found = drawings().constFind(product);
    if (found == drawings().constEnd())
        return false;
    painter.save();
    (*found)(painter);
    painter.restore();
    return true;
}

QStringList drawnProducts()
{
    return drawings().keys();
}

} // namespace turnus::brochures
