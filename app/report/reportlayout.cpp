#include "app/report/reportlayout.h"

#include "qml/controls/strokes/signaturestrokes.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace turnus::printing {

namespace {

constexpr qreal labelWidth = 290;
constexpr qreal pictureWidth = 400;
constexpr qreal pictureHeight = 300;
constexpr int picturesInRow = 4;
constexpr qreal signatureWidth = 800;
constexpr qreal signatureHeight = 280;

const Type small{.size = 28};
const Type soft{.size = 28, .color = ink::soft};
const Type tiny{.size = 24, .color = ink::soft};
constexpr qreal line = 33 * Paper::lineHeight;

QColor colorOf(visit::Answer answer)
{
    switch (answer) {
    case visit::Answer::Ok:
    case visit::Answer::Value:
        return ink::ok;
    case visit::Answer::Defect:
        return ink::due;
    default:
        return ink::line;
    }
}

/// A point for good, an upright bar for a defect: told apart without colour, and the words stand beside it.
void drawMark(QPainter &painter, visit::Answer answer, qreal middle)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(answer));
    if (answer == visit::Answer::Defect)
        painter.drawRect(QRectF(Paper::left + 6, middle - 15, 10, 30));
    else
        painter.drawEllipse(QPointF(Paper::left + 11, middle), 10, 10);
}

} // namespace

int ReportLayout::draw(QPdfWriter &writer, QPainter &painter) const
{
    Paper paper(writer, painter, [this](Paper &started, int page) { return startPage(started, page); });
    who(paper);
    checks(paper);
    block(paper, m_document.measured);
    findings(paper);
    parts(paper);
    block(paper, m_document.advice);
    signature(paper);
    return paper.page();
}

qreal ReportLayout::startPage(Paper &paper, int page) const
{
    const QString company = m_document.letterhead.value(0);
    const QString pageText = m_document.pageWords.arg(page).arg(m_pages);
    paper.rule(2'800, ink::line);
    paper.label({Paper::left, 1'300, m_document.title + u' ' + m_document.number, tiny}, 2'815);
    paper.label({Paper::right - 400, 400, pageText, {.size = 24, .color = ink::soft, .right = true}}, 2'815);
    if (page > 1) {
        paper.label({Paper::left, 1'000, company, soft}, 130);
        paper.rule(185, ink::primary, 4);
        return 225;
    }
    paper.label({Paper::left, 1'100, company, {.size = 52, .bold = true, .color = ink::primary}}, 150);
    paper.label({Paper::right - 620, 620, m_document.title, {.size = 46, .bold = true, .right = true}}, 154);
    paper.label({Paper::right - 620, 620, m_document.number, {.size = 28, .color = ink::soft, .right = true}}, 226);
    paper.setY(226);
    for (qsizetype i = 1; i < m_document.letterhead.size(); ++i)
        paper.row({{Paper::left, 1'050, m_document.letterhead.at(i), soft}});
    const qreal under = std::max(paper.y(), 270.0) + 20;
    paper.rule(under, ink::primary, 6);
    return under + 40;
}

void ReportLayout::heading(Paper &paper, const QString &title, qreal following)
{
    paper.need(100 + following);
    paper.gap(24);
    paper.row({{Paper::left, Paper::inner, title, {.size = 36, .bold = true, .color = ink::primary}}});
    paper.rule(paper.y() + 4);
    paper.gap(16);
}

void ReportLayout::block(Paper &paper, const visit::ReportBlock &block)
{
    if (block.fields.empty())
        return;
    heading(paper, block.title, line);
    for (const visit::ReportField &field : block.fields) {
        paper.row({{Paper::left, labelWidth - 20, field.label, soft},
                   {Paper::left + labelWidth, Paper::inner - labelWidth, field.text}});
    }
}

void ReportLayout::who(Paper &paper) const
{
    constexpr qreal half = Paper::inner / 2 - 20;
    constexpr qreal second = Paper::left + Paper::inner / 2 + 20;
    const auto column = [&](const visit::ReportBlock &shown, qreal x) {
        paper.row({{x, half, shown.title, {.size = 36, .bold = true, .color = ink::primary}}});
        paper.gap(6);
        for (const visit::ReportField &field : shown.fields) {
            paper.row(
                {{x, labelWidth - 30, field.label, soft}, {x + labelWidth - 20, half - labelWidth + 20, field.text}});
        }
    };
    // Beside each other while one page holds them, as nearly always.
    const qreal top = paper.y();
    const int page = paper.page();
    column(m_document.customer, Paper::left);
    if (!m_document.unit.fields.empty() && paper.page() == page) {
        const qreal below = paper.y();
        paper.setY(top);
        column(m_document.unit, second);
        if (paper.page() == page)
            paper.setY(std::max(below, paper.y()));
    } else if (!m_document.unit.fields.empty()) {
        block(paper, m_document.unit);
    }
    block(paper, m_document.work);
}

void ReportLayout::checks(Paper &paper) const
{
    if (m_document.checks.empty())
        return;
    heading(paper, m_document.checksTitle, line);
    constexpr qreal half = 900;
    for (const visit::ReportCheck &check : m_document.checks) {
        paper.need(line);
        drawMark(paper.painter(), check.answer, paper.y() + line / 2);
        paper.row(
            {{Paper::left + 50, half - 80, check.label},
             {Paper::left + half, Paper::inner - half, check.text, {.bold = check.answer == visit::Answer::Defect}}});
        paper.gap(4);
    }
}

void ReportLayout::pictureRows(Paper &paper, const std::vector<visit::ReportPicture> &pictures) const
{
    constexpr qreal between = (Paper::inner - picturesInRow * pictureWidth) / (picturesInRow - 1);
    for (size_t i = 0; i < pictures.size(); ++i) {
        const auto column = static_cast<int>(i % picturesInRow);
        if (column == 0) {
            paper.gap(i == 0 ? 8 : pictureHeight + between);
            paper.need(pictureHeight + 10);
        }
        const QRectF box(Paper::left + column * (pictureWidth + between), paper.y(), pictureWidth, pictureHeight);
        const QImage picture = m_pictures.picture(pictures.at(i).sha256);
        if (!picture.isNull()) {
            paper.painter().drawImage(box, picture);
            continue;
        }
        paper.painter().setPen(QPen(ink::line, 3));
        paper.painter().setBrush(Qt::NoBrush);
        paper.painter().drawRect(box);
        paper.label({box.left() + 12, box.width() - 24, m_document.noPicture, tiny}, box.center().y() - 16);
    }
    if (!pictures.empty())
        paper.gap(pictureHeight + 20);
}

void ReportLayout::findings(Paper &paper) const
{
    if (!m_document.findings.empty())
        heading(paper, m_document.findingsTitle, line);
    for (const visit::ReportFinding &finding : m_document.findings) {
        paper.need(line + (finding.pictures.empty() ? 0 : pictureHeight + 20));
        paper.row({{Paper::left, Paper::inner, finding.text}});
        pictureRows(paper, finding.pictures);
        paper.gap(4);
    }
    if (!m_document.pictures.empty())
        heading(paper, m_document.picturesTitle, pictureHeight + 20);
    pictureRows(paper, m_document.pictures);
}

void ReportLayout::parts(Paper &paper) const
{
    const visit::ReportParts &parts = m_document.parts;
    if (parts.rows.empty())
        return;
    heading(paper, parts.title, 3 * line);
    const auto row = [&](const visit::ReportPart &part, const Type &words, bool bold) {
        const Type amount{.size = words.size, .bold = bold, .color = words.color, .right = true, .figures = true};
        paper.row({{Paper::left, 200, part.quantity, words},
                   {Paper::left + 210, 840, part.name, words},
                   {Paper::left + 1'070, 320, part.each, amount},
                   {Paper::left + 1'410, Paper::inner - 1'410, part.price, amount}});
    };
    row(parts.headings, soft, false);
    for (const visit::ReportPart &part : parts.rows)
        row(part, {}, false);
    paper.rule(paper.y() + 4);
    paper.gap(12);
    row({{}, parts.sumLabel, {}, parts.sum}, {.bold = true}, true);
    if (!parts.note.isEmpty())
        paper.row({{Paper::left + 210, Paper::inner - 210, parts.note, soft}});
}

void ReportLayout::signature(Paper &paper) const
{
    const visit::ReportSignature &signature = m_document.signature;
    heading(paper, signature.title, signatureHeight + 340);
    paper.row({{Paper::left, Paper::inner, signature.statement, small}});
    paper.gap(12);
    const QRectF box(Paper::left, paper.y(), signatureWidth, signatureHeight);
    signatureBox(paper, box);
    paper.setY(box.bottom() + 10);
    const QString who = signature.signer.isEmpty() ? signature.note : signature.signer + u" · "_s + signature.signedAt;
    paper.row({{Paper::left, Paper::inner, who, {.bold = true}}});
    if (!signature.signer.isEmpty() && !signature.note.isEmpty())
        paper.row({{Paper::left, Paper::inner, signature.note, soft}});
    paper.row({{Paper::left, Paper::inner, signature.fingerprintLabel + u' ' + visit::fingerprint(m_document), tiny}});
}

void ReportLayout::signatureBox(Paper &paper, const QRectF &box) const
{
    QPainter &painter = paper.painter();
    painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 3), ink::soft);
    const visit::ReportSignature &signature = m_document.signature;
    if (signature.strokes.isEmpty()) {
        paper.label({box.left() + 20, box.width() - 40, signature.signer, {.size = 60}}, box.bottom() - 110);
        return;
    }
    const SignatureStrokes drawn = SignatureStrokes::fromBytes(signature.strokes);
    QSizeF size(drawn.aspect, 1);
    size.scale(box.size(), Qt::KeepAspectRatio);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink::strong, 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const SignatureStrokes::Stroke &stroke : drawn.strokes) {
        QPolygonF path;
        for (const QPointF &point : stroke)
            path.append(box.topLeft() + QPointF(point.x() * size.width(), point.y() * size.height()));
        if (path.size() == 1)
            path.append(path.first() + QPointF(1, 0));
        painter.drawPolyline(path);
    }
}

} // namespace turnus::printing
