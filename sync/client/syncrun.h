#pragma once

#include "sync/client/account.h"
#include "sync/client/engine.h"

namespace turnus::client {

/// What one run did, over all its rounds.
struct RunReport
{
    int rounds = 0;
    std::size_t rowsIn = 0;
    std::size_t operationsOut = 0;
    int settled = 0;
    int sentAgain = 0; ///< records that a restored server lacked
    std::vector<qint64> repaired;
    bool checked = false;
    std::vector<qint64> stillDiffering;
};

/// One run over one connection: rounds until nothing is left to send or to fetch. After an error a new run goes on
/// where the last whole slice ended.
class SyncRun
{
public:
    SyncRun(storage::Connection &connection, Account &account) : m_engine(connection), m_account(account) {}

    void setProgress(std::function<void(const Progress &)> progress) { m_engine.onProgress = std::move(progress); }
    /// Has what is here compared with what the server holds, beside the daily comparison.
    void askForCheck() { m_engine.askForCheck(); }
    Result<RunReport> run();
    /// The daily comparison, once it is due: a run of its own, so that nothing waits for it. Nothing when it is not
    /// due.
    Result<std::optional<RunReport>> compareIfDue();

private:
    Result<Round> round();
    /// Asks in brief. Nothing when the server knows no brief requests.
    Result<std::optional<Round>> ask(const std::string &brief);
    Result<Round> exchange(HttpRequest request);

    Engine m_engine;
    Account &m_account;
};

} // namespace turnus::client
