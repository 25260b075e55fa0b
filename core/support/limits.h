#pragma once

#include <QtGlobal>

namespace turnus::limits {

/// Longest free text a person may type into one field, in characters.
constexpr int textLength = 4'000;

} // namespace turnus::limits
