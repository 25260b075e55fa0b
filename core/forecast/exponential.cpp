#include "core/forecast/exponential.h"

#include "core/forecast/wide.h"

#include <cstdint>
#include <cstring>

namespace turnus::forecast {

namespace {

/// As many at a time as every machine has registers for: wider ones would live in memory.
constexpr std::size_t lanes = 4;
using Numbers [[gnu::vector_size(32)]] = double;
using Bits [[gnu::vector_size(32)]] = std::int64_t;

/// 1/12!, 1/11! … 1/0!
constexpr double taylor[] = {1.6059043836821613e-10,
                             2.0876756987868099e-09,
                             2.5052108385441719e-08,
                             2.7557319223985891e-07,
                             2.7557319223985893e-06,
                             2.4801587301587302e-05,
                             1.9841269841269841e-04,
                             1.3888888888888889e-03,
                             8.3333333333333333e-03,
                             4.1666666666666667e-02,
                             1.6666666666666667e-01,
                             0.5,
                             1.0,
                             1.0};

} // namespace

TURNUS_WIDE void exponentials(double *values, std::size_t count)
{
    // x = k·ln 2 + r, |r| ≤ ln 2 / 2; k is found by adding a number whose last bit counts ones.
    constexpr double counting = 6755399441055744.0; // 1.5·2^52
    for (std::size_t i = 0; i + lanes <= count; i += lanes) {
        Numbers x;
        std::memcpy(&x, values + i, sizeof x);
        // Held within by masks: the compiler would take a conditional on vectors apart.
        const Bits under = x < -700.0;
        x = Numbers((Bits(Numbers{} - 700.0) & under) | (Bits(x) & ~under));
        const Bits over = x > 700.0;
        x = Numbers((Bits(Numbers{} + 700.0) & over) | (Bits(x) & ~over));
        const Numbers shifted = x * 1.4426950408889634074 + counting;
        const Numbers k = shifted - counting;
        const Numbers r = (x - k * 6.93147180369123816490e-01) - k * 1.90821492927058770002e-10;
        Numbers p = Numbers{} + taylor[0];
        for (std::size_t t = 1; t < sizeof taylor / sizeof taylor[0]; ++t)
            p = p * r + taylor[t];
        p *= Numbers((Bits(shifted) + 1023) << 52);
        std::memcpy(values + i, &p, sizeof p);
    }
}

} // namespace turnus::forecast
