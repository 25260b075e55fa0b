#pragma once

#include "tests/sync/server/support/company.h"

namespace turnus::tests {

/// Gives a Company `count` grinders (ids from 1000, half of them in the north, five a customer) with seven years of
/// readings, grades, repairs, failures and replacements, drawn from `seed`. Units live about eight years.
void addHistory(Company &company, int count, std::uint64_t seed = 1);

} // namespace turnus::tests
