#include "assets/brochures/brochure.h"

#include "assets/brochures/pages.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <array>
#include <vector>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

using DrawPage = void (*)(const Page &, const Brochure &);

std::vector<const Brochure *> allBrochures()
{
    std::vector<const Brochure *> all;
    for (const auto list : {coffeeBrochures(), otherBrochures(), serviceBrochures()})
        for (const Brochure &brochure : list)
            all.push_back(&brochure);
    return all;
}

std::vector<DrawPage> pagesOf(const Brochure &brochure)
{
    switch (brochure.look) {
    case Look::Green:
        return {drawCover, drawFacts, drawContracts, drawMaintenance, drawCosts, drawContact};
    case Look::Ochre:
        return {drawCover, drawFacts, drawCostCurve, drawDecision, drawContact};
    case Look::Petrol:
        break;
    }
    return {drawCover, drawFacts, drawModels, drawData, drawCosts, drawContracts, drawContact};
}

/// QPdfWriter stamps the time and a random id. The content alone names a brochure (its SHA-256), so both become
/// constants of the same length, which leaves every offset in the file as it is.
void makeReproducible(QByteArray &pdf)
{
    const auto replaceDigits = [&](const QByteArray &mark, const QByteArray &stop) {
        for (qsizetype at = pdf.indexOf(mark); at >= 0; at = pdf.indexOf(mark, at + 1)) {
            const qsizetype end = pdf.indexOf(stop, at + mark.size());
            for (qsizetype i = at + mark.size(); i < end; ++i) {
                if (QChar::fromLatin1(pdf.at(i)).isLetterOrNumber())
                    pdf[i] = '0';
            }
        }
    };
    replaceDigits("/CreationDate (D:", ")");
    replaceDigits("/ID [", "]");
}

} // namespace

QStringList brochureKeys()
{
    QStringList keys;
    for (const Brochure *brochure : allBrochures())
        keys.append(QString::fromLatin1(brochure->key));
    return keys;
}

bool writeBrochure(const QString &key, const QString &path, const QString &iconDirectory)
{
    for (const Brochure *brochure : allBrochures()) {
        if (key != QLatin1String(brochure->key))
            continue;
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setTitle(QString::fromUtf8(brochure->title).replace(u'\n', u' '));
        writer.setCreator(u"Berger Kaffeetechnik"_s);
        writer.setPageSize(QPageSize(QSizeF(960, 600), QPageSize::Point));
        writer.setPageMargins({});
        writer.setResolution(1200);
        QPainter painter(&writer);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(writer.width() / pageWidth, writer.height() / pageHeight);
        const Page page(painter, iconDirectory);
        const std::vector<DrawPage> pages = pagesOf(*brochure);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (i > 0)
                writer.newPage();
            pages.at(i)(page, *brochure);
            drawFooter(page, *brochure, static_cast<int>(i + 1), static_cast<int>(pages.size()));
        }
        painter.end();
        makeReproducible(bytes);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    }
    return false;
}

} // namespace turnus::brochures
