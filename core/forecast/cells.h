#pragma once

#include "core/forecast/limits.h"

#include <array>
#include <cstddef>
#include <span>

namespace turnus::forecast {

/// One number a cell of a life grid.
using CellValues = std::array<double, limits::lifeCells>;

/// A stretch of a table that a grid looks at: cell j lies the share `part` of the way from entry j to entry j + 1.
struct TableWindow
{
    const double *table = nullptr;
    double part = 0;
};

/// The loops over cells where a forecast spends its time.
namespace loops {

constexpr int count = limits::lifeCells;
/// Cells are summed in blocks, so that the sum up to a cell needs no chain of additions through all before it.
constexpr int blockSize = 16;
constexpr int blocks = count / blockSize;

void multiply(double *out, const double *factor);
/// Multiplies by what each window shows; `skip` entries further on in each table.
void multiply(double *out, std::span<const TableWindow> windows, std::size_t skip = 0);
/// Reads the table at each cell.
void read(double *out, TableWindow window);
/// Multiplies by `least` more than the t density of 7 degrees, one at its middle, of (value − mean)·scale, for each
/// value and its row of means. At most 8 values: their factors of at most 1e24 then stay far from overflow.
void multiplyStudents(double *out, const double *means, std::span<const double> values, double scale, double least);
/// Sum of `rowCount` rows of cells, each times its weight.
void weightedSum(double *out, const double *rows, const double *weights, std::size_t rowCount);
void sumBlocks(double *blockSum, const double *values);

} // namespace loops

} // namespace turnus::forecast
