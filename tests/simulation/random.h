#pragma once

#include <cstdint>
#include <iterator>
#include <utility>

namespace turnus::simulation {

/// The one source of chance of a schedule (splitmix64): the same seed gives the same schedule on every machine.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 … count - 1.
    int below(int count) { return static_cast<int>(next() % static_cast<std::uint64_t>(count)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class Container>
    auto &pick(Container &from)
    {
        return from[static_cast<std::size_t>(below(static_cast<int>(std::size(from))))];
    }

private:
    std::uint64_t m_state;
};

} // namespace turnus::simulation
