#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::settings {

/// Account, look, working offline, about.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::settings
