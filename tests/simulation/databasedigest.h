#pragma once

class QCryptographicHash;
class QString;

namespace turnus::simulation {

/// Adds every cell of every table of a database on a simulated disk.
void addDatabase(QCryptographicHash &hash, const QString &vfs, const char *file);

} // namespace turnus::simulation
