#pragma once

#include "core/support/result.h"
#include "sync/protocol/batch.h"

#include <optional>

/// What devices and server say to each other, as plain values. README.md describes the bytes, openapi.yaml the
/// endpoints.
namespace turnus::protocol {

/// The version this program speaks. A server answers older devices in their own.
constexpr int version = 2;
/// The oldest version that a server still sends changes to. Of older ones it only takes what they recorded.
constexpr int oldestServed = 1;
/// The oldest version that an app still speaks to a server that knows no later one.
constexpr int oldestSpoken = 1;
/// The version from which on a request that says only where the device is may be brief (GET /v2/{brief}).
constexpr int briefSince = 2;

// Sign-in -------------------------------------------------------------------------------------------------------

/// POST /v1/session
struct SessionRequest
{
    std::string login;
    std::string password;
    std::string device;            ///< what the person calls this handheld
    std::optional<qint64> replica; ///< this database's number; none on a fresh database
    std::string certificate;       ///< came with that number; empty when none did
    bool operator==(const SessionRequest &) const = default;
};

/// POST /v1/session/refresh
struct RefreshRequest
{
    std::string refreshToken;
    bool operator==(const RefreshRequest &) const = default;
};

/// The answer to both.
struct SessionAnswer
{
    std::string accessToken;
    qint64 accessExpires = 0; ///< ms UTC
    std::string refreshToken; ///< replaces the one used; using an old one again revokes them all
    qint64 replica = 0;       ///< the one sent when it is this account's, else a new one
    qint64 staff = 0;
    std::string name;
    std::string role;
    std::string certificate; ///< proves the number to a server restored from a backup; empty from an older server
    bool operator==(const SessionAnswer &) const = default;
};

// Sync ----------------------------------------------------------------------------------------------------------

/// How far a device is in one channel. A channel that the device does not name is sent whole.
struct Cursor
{
    qint64 channel = 0;
    qint64 cursor = 0;
    std::string position; ///< inside a snapshot: where to go on, in the server's own words; else empty
    bool operator==(const Cursor &) const = default;
};

/// A conflict that a person settled on this device (its choice, if not the server's value, is an operation).
/// Named by the operation that met it.
struct Settled
{
    qint64 sequence = 0;
    std::string field;
    qint64 replica = 0; ///< as which the device met it; 0: as which it speaks now
    bool operator==(const Settled &) const = default;
};

/// The server was restored from a backup: it knows nothing of what came after.
struct SetBack
{
    qint64 generation = 0; ///< of what was restored; 0: a copy was put back without a word
    qint64 highest = 0;    ///< the highest operation number of this replica that it knows
    qint64 at = 0;         ///< of its newest change then, ms UTC; 0 unknown
    bool operator==(const SetBack &) const = default;
};

/// What a channel holds at a cursor: number of rows, and the sum of their hashes (checksum.h) as a signed number.
struct ChannelSum
{
    qint64 channel = 0;
    qint64 cursor = 0;
    qint64 rows = 0;
    qint64 sum = 0;
    bool operator==(const ChannelSum &) const = default;
};

/// POST /v1/sync. Operations are applied in the order of their sequence numbers, across batches. Numbers rise but
/// have gaps: operations on one record are squeezed before they are first sent.
struct SyncRequest
{
    int protocol = version;
    qint64 replica = 0;
    std::string certificate; ///< came with that number; empty when none did
    qint64 lastSequence = 0; ///< the highest operation number this database ever gave out
    /// The highest operation number that an answer has settled here. A database restored from a backup cannot know what
    /// it was told since. Nothing: a device that does not say.
    std::optional<qint64> receipted;
    qint64 setBack = 0; ///< generation of the last restored backup that this device has heard of; 0 for none
    std::vector<Cursor> cursors;
    std::vector<Settled> settled;
    bool check = false;               ///< asks for the sums of all channels
    std::vector<ChannelSum> differed; ///< channels asked for again, with what the device had in place of the server's
    std::vector<Batch> operations;    ///< kinds Inserts and Updates
    bool operator==(const SyncRequest &) const = default;
};

enum class Outcome : std::uint8_t {
    Applied,
    Merged,   ///< the server's value stands for the fields listed; the others were applied
    Conflict, ///< the server's value stands for the fields listed until a person chooses; both are kept
    Refused   ///< nothing was applied; `reason` says why
};

/// The server's present value of a field where it stands against an operation's.
struct ServerField
{
    std::string name;
    Value value;
    qint64 at = 0;         ///< when it was set, ms UTC; 0 unknown
    std::string by;        ///< who set it; empty unknown
    bool conflict = false; ///< Outcome::Conflict: this field is one of those that a person must settle
    bool operator==(const ServerField &) const = default;
};

/// The answer to one operation that was not simply applied.
struct Receipt
{
    qint64 sequence = 0;
    Outcome outcome = Outcome::Refused;
    std::string reason; ///< stable slug, and after ": " words for people who help
    std::vector<ServerField> fields;
    bool operator==(const Receipt &) const = default;
};

/// Operations first..last of this replica that the server applied; numbers that were not sent do not count.
struct SequenceRange
{
    qint64 first = 0;
    qint64 last = 0;
    bool operator==(const SequenceRange &) const = default;
};

struct ChannelInfo
{
    qint64 id = 0;
    ChannelKind kind = ChannelKind::Company;
    qint64 subject = 0; ///< territory or staff id; 0 for the company
    std::string name;
    bool operator==(const ChannelInfo &) const = default;
};

/// What a device has of the snapshots that it is in the middle of, all of them, and what they weigh as they travel.
struct SnapshotLoad
{
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 rowsThere = 0; ///< thereof on the device already
    qint64 bytesThere = 0;
    bool operator==(const SnapshotLoad &) const = default;
};

/// The first block of an answer. Receipts are applied before the changes that follow.
struct AnswerControl
{
    int protocol = version;
    qint64 serverTime = 0;
    /// A stale database (restored from a backup) gets a new number: operations not receipted here must be sent
    /// again under it, rows inserted by them with new ids. Such an answer carries no changes and says more.
    std::optional<qint64> replica;
    std::string certificate; ///< of that number
    /// The server was restored since this device last heard of it. Such an answer settles and carries nothing; the
    /// device asks again at once, and sends again what the server lost.
    std::optional<SetBack> setBack;
    std::vector<SequenceRange> applied;
    std::vector<Receipt> receipts;
    std::vector<Settled> settled;      ///< this device's conflicts that someone settled elsewhere
    std::vector<ChannelInfo> channels; ///< those that the device did not name, or whose name changed
    std::vector<qint64> removed;       ///< channels that are not the device's any more: drop their rows
    std::vector<qint64> snapshots;     ///< channels that this answer sends whole, or the next part of
    SnapshotLoad load;                 ///< of these
    std::vector<ChannelSum> sums;      ///< what channels hold once this answer has been applied
    bool operator==(const AnswerControl &) const = default;
};

/// After the frames that lead there: commit them together with this cursor.
using Position = Cursor;

/// The last block of an answer; without it the answer was cut.
struct AnswerEnd
{
    bool more = false; ///< ask again at once, there is more
    bool operator==(const AnswerEnd &) const = default;
};

} // namespace turnus::protocol
