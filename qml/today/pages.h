#pragma once

#include "qml/shell/pages.h"

namespace turnus::today {

/// "today", the first place of a technician.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::today
