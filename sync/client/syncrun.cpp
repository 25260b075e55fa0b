#include "sync/client/syncrun.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

constexpr int unchangedStatus = 204;

} // namespace

Result<Round> SyncRun::exchange(HttpRequest request)
{
    Status fed;
    auto answer =
        m_account.send(std::move(request), [&](int, std::string_view bytes) { return fed = m_engine.feed(bytes); });
    TURNUS_TRY(fed);
    if (answer && answer->status == unchangedStatus)
        return m_engine.finishUnchanged();
    auto finished = m_engine.finish(); // what came whole before a cut counts
    if (!answer)
        return tl::unexpected(std::move(answer.error()));
    return finished;
}

Result<std::optional<Round>> SyncRun::ask(const std::string &brief)
{
    auto asked = exchange({.path = u"/v2/"_s + QString::fromStdString(brief), .terse = true});
    if (asked)
        return std::optional(std::move(*asked));
    if (asked.error().domain == Domain::Input && asked.error().code == "no-such-endpoint"_L1)
        return std::nullopt;
    return tl::unexpected(std::move(asked.error()));
}

Result<Round> SyncRun::round()
{
    TURNUS_ASSIGN(body, m_engine.begin());
    if (m_engine.brief()) {
        TURNUS_ASSIGN(done, ask(*m_engine.brief()));
        if (done)
            return std::move(*done);
    }
    auto done = exchange({.method = HttpRequest::Method::Post,
                          .path = u"/v1/sync"_s,
                          .body = std::move(body),
                          .contentType = "application/vnd.turnus.sync"});
    const bool isTooNew = !done && done.error().domain == Domain::Protocol && done.error().code == "server-old"_L1;
    if (!isTooNew || m_engine.spoken <= protocol::oldestSpoken)
        return done;
    --m_engine.spoken; // an app is served by the server of before, too
    return round();
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
        report.sentAgain += done.sentAgain;
        report.repaired.insert(report.repaired.end(), done.repaired.begin(), done.repaired.end());
        report.checked = report.checked || done.checked;
        report.stillDiffering = std::move(done.stillDiffering);
        more = done.more;
    }
    return report;
}

Result<std::optional<RunReport>> SyncRun::compareIfDue()
{
    TURNUS_ASSIGN(due, m_engine.isCheckDue());
    if (!due)
        return std::nullopt;
    m_engine.askForCheck();
    return run().map([](RunReport &&report) { return std::optional(std::move(report)); });
}

} // namespace turnus::client
