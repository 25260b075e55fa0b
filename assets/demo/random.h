#pragma once

#include <QtGlobal>

#include <iterator>

namespace turnus::demo {

/// splitmix64 with the few draws the demo company needs. No std distributions: their output differs between
/// libraries, and the same seed must give the same bytes everywhere.
class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    /// An independent stream, so that a change in one part of the company does not shuffle all others.
    [[nodiscard]] Random fork(quint64 salt) const
    {
        Random mixed(m_state ^ (salt * 0xD1B54A32D192ED03ULL));
        return Random(mixed.next());
    }
    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 … count − 1
    int below(int count) { return static_cast<int>(next() % static_cast<quint64>(count)); }
    /// low … high, both included
    int between(int low, int high) { return low + below(high - low + 1); }
    /// [0, 1)
    double real() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double real(double low, double high) { return low + (high - low) * real(); }
    bool chance(double probability) { return real() < probability; }
    /// Mean 0, standard deviation 1: the sum of twelve uniform numbers, exact on every machine.
    double normal()
    {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i)
            sum += real();
        return sum;
    }
    template <class List>
    const auto &pick(const List &list)
    {
        return *std::next(std::begin(list), below(static_cast<int>(std::size(list))));
    }

private:
    quint64 m_state;
};

} // namespace turnus::demo
