#pragma once

#include <cstddef>

namespace turnus::forecast {

/// Replaces each value by its exponential, to a few units in the last digit; arguments are held within ±700. `count`
/// is a multiple of 8. Plain multiplications and additions, several at a time, with the same bits on every machine,
/// which no C library promises.
void exponentials(double *values, std::size_t count);

} // namespace turnus::forecast
