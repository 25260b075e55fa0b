#pragma once

#include "app/report/paper.h"
#include "app/report/pictures.h"

namespace turnus::printing {

/// Lays a report out on paper. Done twice: the first time tells how many pages there are.
class ReportLayout
{
public:
    ReportLayout(const visit::ReportDocument &document, const Pictures &pictures, int pages)
        : m_document(document), m_pictures(pictures), m_pages(pages)
    {
    }
    /// Answers the number of pages.
    int draw(QPdfWriter &writer, QPainter &painter) const;

private:
    qreal startPage(Paper &paper, int page) const;
    static void heading(Paper &paper, const QString &title, qreal following);
    static void block(Paper &paper, const visit::ReportBlock &block);
    void who(Paper &paper) const;
    void checks(Paper &paper) const;
    void findings(Paper &paper) const;
    void pictureRows(Paper &paper, const std::vector<visit::ReportPicture> &pictures) const;
    void parts(Paper &paper) const;
    void signature(Paper &paper) const;
    void signatureBox(Paper &paper, const QRectF &box) const;

    const visit::ReportDocument &m_document;
    const Pictures &m_pictures;
    int m_pages;
};

} // namespace turnus::printing
