#pragma once

#include "core/schedule/geo.h"

#include <functional>
#include <optional>

namespace turnus::schedule {

/// Where the handheld is. Asked at arrival, at departure and while Today is open; never on its own.
class PositionSource
{
public:
    using Answer = std::function<void(std::optional<GeoPoint>)>;

    virtual ~PositionSource() = default;
    /// The last fix of this run, if there was one: free of cost.
    [[nodiscard]] virtual std::optional<GeoPoint> last() const = 0;
    /// Takes one fix and calls `answer` once on the caller's thread, perhaps before it returns; with nothing when there
    /// is no receiver, no permission or no fix in time. A newer request takes the place of an older one.
    virtual void request(Answer answer) = 0;
    /// Forgets the request under way; its answer is not called any more.
    virtual void cancel() = 0;
};

} // namespace turnus::schedule
