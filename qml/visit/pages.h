#pragma once

#include "qml/shell/pages.h"

namespace turnus::visitpage {

/// "visit", opened with an appointment or a visit.
void addPages(shell::PageRegistry &registry, const shell::Services &services);

} // namespace turnus::visitpage
