#pragma once

#include "core/schedule/position.h"

#include <utility>

namespace turnus::tests {

/// Answers at once with `here`, unless it is told to hold the answer back.
class FakePosition final : public schedule::PositionSource
{
public:
    [[nodiscard]] std::optional<schedule::GeoPoint> last() const override { return m_last; }
    void request(Answer answer) override
    {
        ++requests;
        m_answer = std::move(answer);
        if (!holdBack)
            release();
    }
    void cancel() override { m_answer = {}; }
    void release()
    {
        if (const Answer answer = std::exchange(m_answer, {})) {
            m_last = here;
            answer(here);
        }
    }

    std::optional<schedule::GeoPoint> here;
    bool holdBack = false;
    int requests = 0;

private:
    Answer m_answer;
    std::optional<schedule::GeoPoint> m_last;
};

} // namespace turnus::tests
