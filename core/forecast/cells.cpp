#include "core/forecast/cells.h"

#include "core/forecast/wide.h"

#include <cstdint>
#include <cstring>

namespace turnus::forecast::loops {

namespace {

constexpr int lanes = 4;
using Lanes [[gnu::vector_size(32)]] = double;
using LaneBits [[gnu::vector_size(32)]] = std::int64_t;

// Vectors go by reference: how they would be passed by value differs between the two builds of a loop.
[[gnu::always_inline]] inline void load(Lanes &values, const double *from)
{
    std::memcpy(&values, from, sizeof values);
}

[[gnu::always_inline]] inline void store(double *to, const Lanes &values)
{
    std::memcpy(to, &values, sizeof values);
}

/// By masks: the compiler would take a conditional on vectors apart.
[[gnu::always_inline]] inline void cap(Lanes &values, double most)
{
    const LaneBits below = values < most;
    values = Lanes((LaneBits(values) & below) | (LaneBits(Lanes{} + most) & ~below));
}

} // namespace

TURNUS_WIDE void multiply(double *__restrict out, const double *__restrict factor)
{
    for (int j = 0; j < count; ++j)
        out[j] *= factor[j];
}

TURNUS_WIDE void multiply(double *__restrict out, std::span<const TableWindow> windows, std::size_t skip)
{
    // Several vectors at a time, so that finding a window is paid for once.
    constexpr int together = 4;
    for (int j = 0; j < count; j += together * lanes) {
        Lanes product[together];
        for (int k = 0; k < together; ++k)
            load(product[k], out + j + k * lanes);
        for (const TableWindow &window : windows) {
            const double *at = window.table + skip + j;
            const Lanes part = Lanes{} + window.part;
            for (int k = 0; k < together; ++k) {
                Lanes here;
                Lanes further;
                load(here, at + k * lanes);
                load(further, at + k * lanes + 1);
                product[k] *= here + part * (further - here);
            }
        }
        for (int k = 0; k < together; ++k)
            store(out + j + k * lanes, product[k]);
    }
}

TURNUS_WIDE void read(double *__restrict out, TableWindow window)
{
    const double *__restrict table = window.table;
    for (int j = 0; j < count; ++j)
        out[j] = table[j] + window.part * (table[j + 1] - table[j]);
}

TURNUS_WIDE void multiplyStudents(double *__restrict out, const double *__restrict means,
                                  std::span<const double> values, double scale, double least)
{
    constexpr double farthest = 1e6;
    for (int j = 0; j < count; j += lanes) {
        Lanes numerator = Lanes{} + 1.0; // of all factors together: one division serves them all
        Lanes denominator = Lanes{} + 1.0;
        const double *mean = means + j;
        for (const double value : values) {
            Lanes r;
            load(r, mean);
            r = (value - r) * scale;
            r *= r;
            cap(r, farthest);
            const Lanes q = 1.0 + r;
            const Lanes q2 = q * q;
            const Lanes q4 = q2 * q2;
            numerator *= 1.0 + least * q4;
            denominator *= q4;
            mean += count;
        }
        Lanes product;
        load(product, out + j);
        store(out + j, product * (numerator / denominator));
    }
}

TURNUS_WIDE void weightedSum(double *__restrict out, const double *__restrict rows, const double *__restrict weights,
                             std::size_t rowCount)
{
    for (int j = 0; j < count; ++j)
        out[j] = weights[0] * rows[j];
    for (std::size_t row = 1; row < rowCount; ++row) {
        const double weight = weights[row];
        const double *values = rows + row * count;
        for (int j = 0; j < count; ++j)
            out[j] += weight * values[j];
    }
}

TURNUS_WIDE void sumBlocks(double *__restrict blockSum, const double *__restrict values)
{
    // Four chains a block, so that each addition need not wait for the one before.
    for (int block = 0; block < blocks; ++block) {
        const double *v = values + block * blockSize;
        double sum[4];
        for (int k = 0; k < 4; ++k)
            sum[k] = (v[k] + v[k + 4]) + (v[k + 8] + v[k + 12]);
        blockSum[block] = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
}

} // namespace turnus::forecast::loops
