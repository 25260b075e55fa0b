#pragma once

namespace turnus::care::limits {

/// Settled complaints that a customer's page shows, the newest ones.
constexpr int settledShown = 3;

} // namespace turnus::care::limits
