#pragma once

#include "core/visit/report.h"

namespace turnus::printing {

/// The report as a PDF of A4 pages. Needs a QGuiApplication (an offscreen one will do) with the program's fonts. The
/// text of the document lies in it as the attached file report.txt.
class PdfReport : public visit::ReportRenderer
{
public:
    [[nodiscard]] Result<visit::RenderedReport> render(const visit::ReportDocument &document) const override;
};

} // namespace turnus::printing
