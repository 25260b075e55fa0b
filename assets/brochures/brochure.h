#pragma once

#include <QString>

namespace turnus::brochures {

/// Keys of the brochures: <product or topic>-<language>.
QStringList brochureKeys();
/// Writes one brochure as a PDF whose bytes depend on nothing but its content; false when it cannot be written.
bool writeBrochure(const QString &key, const QString &path, const QString &iconDirectory);

} // namespace turnus::brochures
