#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::team {

/// The supervisor's pages: approvals, one approval (bonus entry), team, ledger (staff).
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::team
