#pragma once

#include "sync/protocol/messages.h"

/// The control messages of a sync as JSON; codec.h puts them into blocks.
namespace turnus::protocol::json {

std::string encode(const SyncRequest &request);
std::string encode(const AnswerControl &control);
std::string encode(const Position &position);
std::string encode(const AnswerEnd &end);
Result<SyncRequest> decodeSyncRequest(std::string_view text);
Result<AnswerControl> decodeAnswerControl(std::string_view text);
Result<Position> decodePosition(std::string_view text);
Result<AnswerEnd> decodeAnswerEnd(std::string_view text);

} // namespace turnus::protocol::json
