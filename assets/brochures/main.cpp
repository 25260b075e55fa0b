#include "assets/brochures/brochure.h"
#include "assets/brochures/illustration.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QImage>
#include <QPainter>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 400;

/// The 200 × 220 box, centred in a transparent square.
bool writePicture(const QString &product, const QString &path)
{
    QImage image(pictureSize, pictureSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal scale = pictureSize / 220.0;
    painter.scale(scale, scale);
    painter.translate(10, 3);
    return turnus::brochures::drawProduct(painter, product) && painter.end() && image.save(path, "PNG");
}

int failed(const QString &what)
{
    QTextStream(stderr) << "turnus-draw: " << what << Qt::endl;
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    // QPdfWriter writes its fonts in the order of a hash.
    QHashSeed::setDeterministicGlobalSeed();
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Draws the product pictures (PNG) and the brochures (PDF) of the demo company."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"DIR"_s, u"where pictures/ and brochures/ are made"_s);
    parser.addOption({u"fonts"_s, u"directory of the Turnus Sans fonts"_s, u"DIR"_s});
    parser.addOption({u"icons"_s, u"directory of the line icons"_s, u"DIR"_s});
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QDir fonts(parser.value(u"fonts"_s));
    for (const QString &font : fonts.entryList({u"*.otf"_s}, QDir::Files, QDir::Name))
        QFontDatabase::addApplicationFont(fonts.filePath(font));
    if (!QFontDatabase::families().contains(u"Turnus Sans"_s))
        return failed(u"no Turnus Sans in "_s + fonts.path());
    const QDir target(parser.positionalArguments().constFirst());
    if (!target.mkpath(u"pictures"_s) || !target.mkpath(u"brochures"_s))
        return failed(u"cannot make "_s + target.path());
    for (const QString &product : turnus::brochures::drawnProducts())
        if (!writePicture(product, target.filePath(u"pictures/"_s + product + u".png"_s)))
            return failed(product);
    for (const QString &key : turnus::brochures::brochureKeys())
        if (!turnus::brochures::writeBrochure(key, target.filePath(u"brochures/"_s + key + u".pdf"_s),
                                              parser.value(u"icons"_s)))
            return failed(key);
    return 0;
}
