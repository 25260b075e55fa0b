#include "core/content/pageviews.h"

#include "core/content/limits.h"

#include <algorithm>

namespace turnus::content {

Status PageViews::record(const PageView &view)
{
    if (view.shown < limits::leastShown)
        return {};
    return m_connection.write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.mint<Id<struct PageViewTag>>());
        writer.insert("page_view", id, "visit", view.visit,
                      {{"brochure_id", view.brochure},
                       {"visit_id", view.visit},
                       {"page", view.page},
                       {"shown_ms", qint64{std::min(view.shown, limits::longestShown).count()}},
                       {"at", writer.now()}});
        return {};
    });
}

Result<std::vector<PageView>> PageViews::ofVisit(VisitId visit) const
{
    return m_connection.read([&] {
        std::vector<PageView> views;
        storage::Statement row = m_connection.query(
            "SELECT brochure_id, page, shown_ms FROM page_view WHERE visit_id = ? ORDER BY at, id", visit);
        while (row.step())
            views.push_back({row.id<BrochureId>(0), visit, row.number(1), milliseconds{row.integer(2)}});
        return views;
    });
}

} // namespace turnus::content
