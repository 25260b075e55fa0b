#include "sync/client/syncrun.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

Result<Round> SyncRun::round()
{
    TURNUS_ASSIGN(body, m_engine.begin());
    Status fed;
    auto answer = m_account.send({.method = HttpRequest::Method::Post,
                                  .path = u"/v1/sync"_s,
                                  .body = std::move(body),
                                  .contentType = "application/vnd.turnus.sync"},
                                 [&](int, std::string_view bytes) { return fed = m_engine.feed(bytes); });
    TURNUS_TRY(fed);
    auto finished = m_engine.finish(); // what came whole before a cut counts
    if (!answer)
        return tl::unexpected(std::move(answer.error()));
    return finished;
}

Result<RunReport> SyncRun::run()
{
    RunReport report;
    TURNUS_TRY(m_engine.finishLoad());
    for (bool more = true; more;) {
        TURNUS_ASSIGN(done, round());
        ++report.rounds;
        report.rowsIn += done.rowsIn;
        report.operationsOut += done.operationsOut;
        report.settled += done.settled;
        report.repaired.insert(report.repaired.end(), done.repaired.begin(), done.repaired.end());
        report.checked = report.checked || done.checked;
        report.stillDiffering = std::move(done.stillDiffering);
        more = done.more;
    }
    return report;
}

} // namespace turnus::client
