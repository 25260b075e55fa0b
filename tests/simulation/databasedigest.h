#pragma once

#include <string>

class QCryptographicHash;
class QString;

namespace turnus::simulation {

/// Adds every cell of every table of a database on a simulated disk.
void addDatabase(QCryptographicHash &hash, const QString &vfs, const char *file);
/// All texts in it, a line each, also those that are kept for the search.
[[nodiscard]] std::string textsIn(const QString &vfs, const char *file);

} // namespace turnus::simulation
