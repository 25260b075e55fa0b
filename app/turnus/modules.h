#pragma once

#include "qml/shell/pages.h"

namespace turnus::app {

/// Every page of the program.
void addAllPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::app
