#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::bonus {

/// The technician's own bonus.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::bonus
