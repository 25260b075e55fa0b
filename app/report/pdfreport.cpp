#include "app/report/pdfreport.h"

#include "app/report/reportlayout.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace turnus::printing {

namespace {

constexpr int dotsPerInch = 1'200;
constexpr auto attachedText = "report.txt"_L1;

struct Printed
{
    QByteArray bytes;
    int pages = 0;
};

Result<Printed> print(const visit::ReportDocument &document, const Pictures &pictures, int pages)
{
    Printed printed;
    QBuffer buffer(&printed.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title + u' ' + document.number);
    writer.setCreator(document.letterhead.value(0, u"Turnus"_s));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(dotsPerInch);
    writer.addFileAttachment(attachedText, visit::reportText(document).toUtf8(), u"text/plain; charset=utf-8"_s);
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(Domain::Content, u"report-not-drawn", u"the PDF writer does not begin"_s);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(writer.width() / Paper::width, writer.height() / Paper::height);
    printed.pages = ReportLayout(document, pictures, pages).draw(writer, painter);
    if (!painter.end())
        return fail(Domain::Content, u"report-not-drawn", u"the PDF writer does not end"_s);
    return printed;
}

/// Overwrites what stands between `mark` and `stop`, letter by letter, so that every offset in the file stays true.
void overwrite(QByteArray &pdf, const QByteArray &mark, const QByteArray &stop, const QByteArray &letters)
{
    qsizetype at = pdf.indexOf(mark);
    if (at < 0)
        return;
    at += mark.size();
    const qsizetype end = pdf.indexOf(stop, at);
    for (qsizetype used = 0; at < end && used < letters.size(); ++at) {
        if (QChar::fromLatin1(pdf.at(at)).isLetterOrNumber())
            pdf[at] = letters.at(used++);
    }
}

/// The writer stamps the moment of writing, with the offset of the zone, and a random id. The report says when the
/// visit ended, and is named by what it says.
void makeReproducible(QByteArray &pdf, const visit::ReportDocument &document)
{
    const int zoneNow = QDateTime::currentDateTime().offsetFromUtc();
    const QDateTime ended = QDateTime::fromMSecsSinceEpoch(toInteger(document.ended), Qt::OffsetFromUTC, zoneNow);
    overwrite(pdf, "/CreationDate (D:", ")", ended.toString(u"yyyyMMddHHmmss"_s).toLatin1());
    const QByteArray id = visit::fingerprint(document).toLatin1();
    overwrite(pdf, "/ID [", "]", id + id);
}

} // namespace

Result<visit::RenderedReport> PdfReport::render(const visit::ReportDocument &document) const
{
    const Pictures pictures(document);
    TURNUS_ASSIGN(counted, print(document, pictures, 1));
    TURNUS_ASSIGN(printed, print(document, pictures, counted.pages));
    makeReproducible(printed.bytes, document);
    return visit::RenderedReport{printed.bytes, u"application/pdf"_s};
}

} // namespace turnus::printing
