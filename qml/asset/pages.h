#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::asset {

/// The asset and its history, the customers and one of them.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::asset
