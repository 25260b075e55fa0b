#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "core/support/time.h"

#include <vector>

namespace turnus::content {

struct PageView
{
    BrochureId brochure;
    VisitId visit;
    /// Counted from 1.
    int page = 1;
    milliseconds shown{0};
};

/// Which pages a customer saw, and for how long: facts of the visit, and evidence of a referral.
class PageViews
{
public:
    explicit PageViews(storage::Connection &connection) : m_connection(connection) {}

    /// Records one look at a page. A page only leafed over leaves no fact; a very long look is cut.
    Status record(const PageView &view);
    /// In the order they were shown.
    [[nodiscard]] Result<std::vector<PageView>> ofVisit(VisitId visit) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::content
