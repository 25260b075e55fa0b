#pragma once

#include <cstddef>
#include <cstdint>

namespace turnus::protocol::limits {

/// What a frame is filled up to before compression, in bytes; one row may go beyond.
constexpr std::size_t frameTargetBytes = 256 * 1024;
/// What a frame may decompress to, in bytes.
constexpr std::size_t frameMaxBytes = 8 * 1024 * 1024;
/// Payload of one block as it travels, in bytes.
constexpr std::size_t blockMaxBytes = 8 * 1024 * 1024;
/// Payload of a control, position or end block, in bytes.
constexpr std::size_t controlMaxBytes = 1024 * 1024;
/// Body of one POST /v1/sync, in bytes; a device with more in its outbox sends it in several requests.
constexpr std::size_t requestMaxBytes = 16 * 1024 * 1024;
/// What all frames of one request may decompress to, in bytes.
constexpr std::size_t requestMaxPlainBytes = 64 * 1024 * 1024;
/// Text of a brief request; one that would be longer is sent as a body.
constexpr std::size_t briefMaxBytes = 1024;
/// Body of any other request or answer in JSON, in bytes.
constexpr std::size_t jsonMaxBytes = 64 * 1024;
/// Rows in all batches of one frame.
constexpr std::size_t frameMaxRows = 65'536;
constexpr std::size_t frameMaxBatches = 4'096;
/// Columns of one batch, known or not.
constexpr std::size_t batchMaxColumns = 64;
/// Arrays and maps within each other in the CBOR of one frame.
constexpr int cborMaxDepth = 8;
/// Longest name of a column, in bytes.
constexpr std::size_t nameMaxBytes = 64;
/// Operations in one request.
constexpr std::size_t requestMaxOperations = 20'000;
/// zstd level: what the floor was measured with.
constexpr int compressionLevel = 3;
/// For frames that are encoded once and sent to many.
constexpr int snapshotCompressionLevel = 15;

} // namespace turnus::protocol::limits
