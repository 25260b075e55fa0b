#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <string>
#include <string_view>

/// What the headers of a tus request say. Errors are "header" (protocol) and "checksum" (content).
namespace turnus::server {

[[nodiscard]] Result<qint64> wholeNumber(const std::string &text, const char *header);
/// The value of one key of Upload-Metadata, "key base64,key base64".
[[nodiscard]] QByteArray metadataValue(const std::string &header, const QByteArray &key);
/// "sha1 base64" or "sha256 base64": of this piece alone; nothing to check when empty.
[[nodiscard]] Status checkPiece(const std::string &checksum, std::string_view bytes);

} // namespace turnus::server
