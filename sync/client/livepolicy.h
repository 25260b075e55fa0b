#pragma once

#include "sync/client/backoff.h"

namespace turnus::client {

/// When the handheld speaks to the server by itself: at once on urgent news, rarely while nothing happens (a radio
/// that sleeps spares the battery), and never all handhelds in the same moment. `random` is from 0 to 1.
class LivePolicy
{
public:
    /// After a run that reached its end. `moved`: rows went up or down, or a person is at work.
    [[nodiscard]] std::chrono::milliseconds afterSuccess(bool streaming, bool moved, double random);
    /// After a run that failed.
    [[nodiscard]] std::chrono::milliseconds afterFailure(double random) { return m_failures.next(random); }
    /// News of the person's or the team's channel is fetched at once; what concerns the whole company is not, for
    /// everybody hears of it in the same moment.
    [[nodiscard]] static std::chrono::milliseconds afterNews(bool urgent, double random);
    /// Until a stream that ended, or could not be opened, is tried again.
    [[nodiscard]] std::chrono::milliseconds afterStreamEnd(double random);
    void streamOpened() { m_streamFailures = 0; }
    /// The person or the network asks for a new beginning.
    void reset();

private:
    Backoff m_failures;
    int m_quietRuns = 0;
    int m_streamFailures = 0;
};

} // namespace turnus::client
