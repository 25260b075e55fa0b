#pragma once

namespace turnus::shell {
class PageRegistry;
struct Services;
} // namespace turnus::shell

namespace turnus::outbox {

/// What waits for the server.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::outbox
