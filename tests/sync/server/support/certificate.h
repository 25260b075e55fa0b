#pragma once

#include <QString>

namespace turnus::tests {

/// Writes a certificate of its own for localhost and its key.
void makeCertificate(const QString &certificate, const QString &key);

} // namespace turnus::tests
