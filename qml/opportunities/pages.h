#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::opportunities {

/// The chances, a proposal for one unit, its referral to sales, and what became of the referrals.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::opportunities
