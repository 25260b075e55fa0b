#pragma once

#include "core/visit/report.h"

namespace turnus::tests {

/// Reports that are their own words, for tests that do not look at the paper.
class PlainReports : public visit::ReportRenderer
{
public:
    [[nodiscard]] Result<visit::RenderedReport> render(const visit::ReportDocument &document) const override
    {
        return visit::RenderedReport{visit::reportText(document).toUtf8(), QStringLiteral("text/plain")};
    }
};

} // namespace turnus::tests
