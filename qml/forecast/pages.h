#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::outlook {

/// The supervisor's forecast of what is coming.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::outlook
