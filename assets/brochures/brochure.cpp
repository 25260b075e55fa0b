#include "assets/brochures/brochure.h"

#include "assets/brochures/page.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <array>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

struct Cover
{
    const char *key;
    const char *product;
    const char *title;
    const char *subtitle;
};

constexpr std::array covers{
    Cover{"bk620-de", "bk620", "BK 620", "Frühstück ohne Warteschlange.\nMit frischer Milch auf Knopfdruck."},
    Cover{"bk620-en", "bk620", "BK 620", "Breakfast without a queue.\nFresh milk at the touch of a button."},
    Cover{"m75-de", "m75", "M 65 · M 75 · M 85", "Jede Portion gewogen.\nVom ersten bis zum letzten Gast."},
    Cover{"m75-en", "m75", "M 65 · M 75 · M 85", "Every dose weighed.\nFrom the first guest to the last."},
    Cover{"bk520-de", "bk520", "BK 520", "Guter Kaffee für alle im Haus."},
    Cover{"bk820-de", "bk820", "BK 820", "250 Tassen am Tag, jeden Tag."},
    Cover{"nova2-de", "nova2", "Nova", "Siebträger, die ihre Temperatur halten."},
    Cover{"wf1200-de", "wf1200", "Wasser", "98 % der Tasse sind Wasser."},
    Cover{"service-de", "bk620", "Servicevertrag Plus", "Zwei Wartungen, Notdienst in 8 Stunden."},
    Cover{"repair-de", "m60", "Reparieren oder tauschen?", "So rechnen wir gemeinsam."},
};

} // namespace

QStringList brochureKeys()
{
    QStringList keys;
    for (const Cover &cover : covers)
        keys.append(QString::fromLatin1(cover.key));
    return keys;
}

bool writeBrochure(const QString &key, const QString &path, const QString &iconDirectory)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QSizeF(960, 600), QPageSize::Point));
    writer.setPageMargins({});
    writer.setResolution(96);
    QPainter painter(&writer);
    painter.scale(writer.width() / pageWidth, writer.height() / pageHeight);
    const Page page(painter, iconDirectory);
    for (const Cover &cover : covers) {
        if (key != QLatin1String(cover.key))
            continue;
        page.heroPanel({0, 0, pageWidth, pageHeight}, {900, 420}, 300, 640);
        page.product(QString::fromLatin1(cover.product), 900, 650, 440);
        page.text(72, 64, 500, u"Berger Kaffeetechnik"_s, {18, Weight::SemiBold, ink::onHero2});
        const qreal y = page.text(72, 250, 560, QString::fromUtf8(cover.title), {72, Weight::Bold, Qt::white});
        page.text(72, y + 16, 540, QString::fromUtf8(cover.subtitle), {28, Weight::Medium, ink::onHero2});
    }
    return painter.end();
}

} // namespace turnus::brochures
