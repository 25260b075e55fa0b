#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::brochures {

/// The library of brochures, and one of them in front of a customer.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::brochures
