#include "sync/server/service/syncservice.h"

#include "sync/server/service/changereader.h"
#include "sync/server/service/earlierpushes.h"
#include "sync/server/service/operationapplier.h"
#include "sync/server/service/replicanumbers.h"
#include "sync/server/service/snapshots.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/sessionstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

Result<std::vector<Operation>> operationsOf(const SyncRequest &request)
{
    std::vector<Operation> operations;
    for (const Batch &batch : request.operations) {
        if (!batch.isOperations() || batch.sequences.size() != batch.rows() || batch.times.size() != batch.rows())
            return fail(Domain::Protocol, u"operations", u"a batch that holds no operations"_s);
        for (std::size_t i = 0; i < batch.rows(); ++i)
            operations.push_back({batch.sequences[i], instantFrom(batch.times[i]), &batch, i});
    }
    std::ranges::sort(operations, {}, &Operation::sequence);
    const auto same = std::ranges::adjacent_find(operations, {}, &Operation::sequence);
    if (same != operations.end())
        return fail(Domain::Protocol, u"operations", u"operation %1 is there twice"_s.arg(same->sequence));
    if (!operations.empty() && (operations.front().sequence < 1 || operations.back().sequence > request.lastSequence))
        return fail(Domain::Protocol, u"operations", u"operation numbers beyond what the device has given out"_s);
    return operations;
}

void receipt(AnswerControl &control, qint64 sequence)
{
    if (!control.applied.empty() && control.applied.back().last == sequence - 1)
        control.applied.back().last = sequence;
    else
        control.applied.push_back({sequence, sequence});
}

ChannelContent contentFrom(const ChannelSum &sum)
{
    return {sum.cursor, {sum.rows, static_cast<quint64>(sum.sum)}};
}

Cursor cursorOf(const SyncRequest &request, const Channel &channel)
{
    const auto found = std::ranges::find(request.cursors, channel.id, &Cursor::channel);
    // A cursor beyond the head comes from before the server was restored from a backup: begin again.
    const bool unknown = found == request.cursors.end() || found->cursor > channel.head || found->cursor < 0;
    return unknown ? Cursor{channel.id, 0, {}} : *found;
}

/// Whether this answer sends the channel's snapshot or a part of it.
bool isBegun(const SyncRequest &request, const Channel &channel)
{
    return channel.head > 0 && cursorOf(request, channel).cursor == 0;
}

/// Remembers where a channel that is begun from nothing must not leave out the device's own rows.
void rememberFullPulls(Connection &connection, const Authorisation &access, const SyncRequest &request)
{
    for (const Channel &channel : access.channels()) {
        if (isBegun(request, channel))
            OperationStore(connection).setFullUntil(access.principal().replica, channel.id, channel.head);
    }
}

/// Also one that was empty so far.
bool beginsAnyChannel(const Authorisation &access, const SyncRequest &request)
{
    return std::ranges::any_of(access.channels(),
                               [&](const Channel &channel) { return cursorOf(request, channel).cursor == 0; });
}

bool startsAnyChannel(const Authorisation &access, const SyncRequest &request)
{
    return std::ranges::any_of(access.channels(), [&](const Channel &channel) { return isBegun(request, channel); });
}

/// Whether there is anything to write for it.
bool saysSomething(const SyncRequest &request)
{
    return !request.operations.empty() || !request.settled.empty() || !request.differed.empty();
}

/// A database that was restored from a backup: more of it has been dealt with than it knows.
bool knowsLess(const SyncRequest &request, qint64 highest)
{
    return highest > std::min(request.lastSequence, request.receipted.value_or(request.lastSequence));
}

/// What was receipted is known here, unless somebody put an older copy in the database's place.
bool knowsMore(const SyncRequest &request, qint64 highest)
{
    return request.receipted.value_or(0) > highest;
}

/// Whether the request names the person's channels, no other, and each at its head.
bool isAtHeads(const SyncRequest &request, const Authorisation &access)
{
    return !request.check && request.cursors.size() == static_cast<std::size_t>(access.channels().size()) &&
           std::ranges::all_of(access.channels(), [&](const Channel &channel) {
               const auto found = std::ranges::find(request.cursors, channel.id, &Cursor::channel);
               return found != request.cursors.end() && found->cursor == channel.head && found->position.empty();
           });
}

void listChannels(AnswerControl &control, const Authorisation &access, const SyncRequest &request)
{
    for (const Channel &channel : access.channels()) {
        if (std::ranges::find(request.cursors, channel.id, &Cursor::channel) == request.cursors.end())
            control.channels.push_back({channel.id, channel.kind, channel.subject, channel.name.toStdString()});
    }
    for (const Cursor &cursor : request.cursors) {
        if (!access.mayRead(cursor.channel))
            control.removed.push_back(cursor.channel);
    }
    for (const Channel &channel : access.channels()) {
        if (isBegun(request, channel))
            control.snapshots.push_back(channel.id);
    }
}

} // namespace

Result<std::string> SyncService::sync(Connection &connection, const Principal &principal, const SyncRequest &request)
{
    TURNUS_TRY(Authorisation::mayUse(principal.role, Endpoint::Sync));
    if (request.protocol > m_versions.newest) {
        return fail(
            Domain::Protocol, u"server-old",
            u"the app speaks protocol %1, this server up to %2: the server must be updated"_s.arg(request.protocol)
                .arg(m_versions.newest));
    }
    const bool isServed = request.protocol >= m_versions.oldestServed;
    if (!isServed && request.operations.empty() && request.settled.empty()) {
        return fail(Domain::Protocol, u"version",
                    u"protocol %1 is not served any more, this server speaks %2 to %3: update the app; what was sent "
                    "has been taken"_s.arg(request.protocol)
                        .arg(m_versions.oldestServed)
                        .arg(m_versions.newest));
    }
    if (request.replica != principal.replica)
        return adopt(connection, principal, request);
    TURNUS_ASSIGN(operations, operationsOf(request));
    Applied applied;
    bool writes = saysSomething(request);
    TURNUS_TRY(connection.read([&]() -> Status {
        const qint64 highest = OperationStore(connection).highest(principal.replica);
        const qint64 named = SessionStore(connection).setBackOf(principal.replica);
        applied.control.setBack = setBackFor(connection, named, highest, request);
        writes = writes || named > 0 || startsAnyChannel(Authorisation::of(connection, principal), request) ||
                 knowsLess(request, highest);
        return {};
    }));
    // An app from before would take that answer for "nothing new" for ever.
    if (applied.control.setBack && request.protocol < protocol::briefSince) {
        return fail(Domain::Protocol, u"version",
                    u"a backup of this server was restored, which protocol %1 cannot be told: update the app"_s.arg(
                        request.protocol));
    }
    if (applied.control.setBack)
        return only(applied.control, request);
    if (writes) {
        Status pushed = push(connection, principal, request, operations, false, applied);
        if (!pushed && (pushed.error().code == "constraint"_L1 || pushed.error().code == "sql"_L1))
            pushed = push(connection, principal, request, operations, true, applied);
        TURNUS_TRY(pushed);
    }
    // One too old hears what became of its work, and when it has handed in all, that it is too old.
    if (applied.stale || !isServed)
        return only(applied.control, request);
    if (writes)
        TURNUS_TRY(prepareSnapshots(connection, principal, request));
    return pull(connection, principal, request, std::move(applied));
}

Result<bool> SyncService::isCurrent(Connection &connection, const Principal &principal,
                                    const SyncRequest &request) const
{
    TURNUS_TRY(Authorisation::mayUse(principal.role, Endpoint::Sync));
    if (request.protocol > m_versions.newest || request.protocol < m_versions.oldestServed || saysSomething(request))
        return false;
    bool current = false;
    TURNUS_TRY(connection.read([&]() -> Status {
        if (request.replica != principal.replica) {
            if (ReplicaNumbers(connection, m_clock.now()).isLost(request.replica))
                return fail(Domain::Input, u"no-such-endpoint", u"the number must be proved: ask with a body"_s);
            return {};
        }
        const Authorisation access = Authorisation::of(connection, principal);
        const qint64 highest = OperationStore(connection).highest(principal.replica);
        const qint64 named = SessionStore(connection).setBackOf(principal.replica);
        current = isAtHeads(request, access) && !knowsLess(request, highest) && named <= 0 &&
                  !setBackFor(connection, named, highest, request);
        return {};
    }));
    return current;
}

/// An answer without changes; the device asks again.
std::string SyncService::only(protocol::AnswerControl &control, const SyncRequest &request) const
{
    AnswerWriter writer;
    control.protocol = std::min(request.protocol, protocol::version);
    control.serverTime = toInteger(m_clock.now());
    writer.control(control);
    // An app that does not know of restores would ask for ever.
    writer.end({!control.setBack});
    return writer.take();
}

std::optional<SetBack> SyncService::setBackFor(Connection &connection, qint64 named, qint64 highest,
                                               const SyncRequest &request)
{
    // Also a request from before the device heard of it, which arrives late: its numbers are given out anew.
    if (named != 0 && std::abs(named) != request.setBack)
        return SetBack{std::abs(named), highest, toInteger(Meta(connection).restored().to)};
    if (knowsMore(request, highest))
        return SetBack{0, highest, 0};
    return {};
}

Status SyncService::prepareSnapshots(Connection &connection, const Principal &principal, const SyncRequest &request)
{
    Snapshots snapshots(connection, m_clock, m_pieces);
    QList<qint64> stale;
    const auto differs = [&](qint64 channel) {
        return std::ranges::find(request.differed, channel, &ChannelSum::channel) != request.differed.end();
    };
    TURNUS_TRY(connection.read([&]() -> Status {
        stale.clear();
        const Authorisation access = Authorisation::of(connection, principal);
        for (const Channel &channel : access.channels()) {
            // One that is repaired keeps rows of its own, which an older snapshot does not have.
            if (isBegun(request, channel) && (differs(channel.id) || snapshots.isStale(channel)))
                stale.append(channel.id);
        }
        return {};
    }));
    for (const qint64 channel : std::as_const(stale))
        TURNUS_TRY(snapshots.renew(channel, differs(channel)));
    return {};
}

void SyncService::addSums(Connection &connection, const Authorisation &access, AnswerControl &control)
{
    Snapshots snapshots(connection, m_clock, m_pieces);
    for (const Channel &channel : access.channels()) {
        const ChannelContent content = snapshots.contentOf(channel);
        control.sums.push_back({channel.id, content.seq, content.sum.rows, static_cast<qint64>(content.sum.sum)});
    }
}

/// A stale database was offered a new number; it speaks by it once it has heard of it, perhaps much later. A number
/// that a restore lost and that is not proved to be this account's is nobody's: the database gets another one, as a
/// stale one does, and nothing of the request is taken.
Result<std::string> SyncService::adopt(Connection &connection, const Principal &principal, const SyncRequest &request)
{
    AnswerControl control;
    TURNUS_TRY(connection.write([&]() -> Status {
        control = {};
        SessionStore sessions(connection);
        ReplicaNumbers numbers(connection, m_clock.now());
        if (!numbers.isOf(request.replica, request.certificate, principal.login, principal.device)) {
            if (!numbers.isLost(request.replica))
                return fail(Domain::Access, u"foreign-replica", u"signed in as replica %1"_s.arg(principal.replica));
            control.replica = numbers.numberFor(request.replica, {}, principal.login, principal.device);
            control.certificate = numbers.certificateOf(*control.replica, principal.login);
            return {};
        }
        if (sessions.isLost(request.replica))
            return fail(Domain::Access, u"device-lost", u"this handheld was reported lost"_s);
        sessions.setReplica(principal.session, principal.replica, request.replica);
        return {};
    }));
    if (control.replica)
        return only(control, request);
    Principal adopted = principal;
    adopted.replica = request.replica;
    return sync(connection, adopted, request);
}

Status SyncService::push(Connection &connection, const Principal &principal, const SyncRequest &request,
                         const std::vector<Operation> &operations, bool careful, Applied &applied)
{
    return connection.write([&]() -> Status {
        applied = {};
        const Instant now = m_clock.now();
        SessionStore(connection).noteSetBackHeard(principal.replica);
        ChangeLog log(connection, now);
        const Authorisation access = Authorisation::of(connection, principal);
        EarlierPushes earlier(connection, log, principal.replica);
        OperationApplier applier(connection, log, access, earlier.applied(), careful);
        applied.stale = earlier.isStale(request, operations);
        if (!applied.stale)
            applier.lookAhead(operations);
        for (const Settled &settled : request.settled)
            applier.hear(settled);
        for (const Operation &operation : operations) {
            if (applied.stale && earlier.wasTakenByOtherNumber(operation)) {
                receipt(applied.control, operation.sequence);
                continue;
            }
            if (applied.stale && !earlier.wasDealtWith(operation))
                continue;
            if (auto answer = applier.apply(operation))
                applied.control.receipts.push_back(std::move(*answer));
            else
                receipt(applied.control, operation.sequence);
        }
        if (applied.stale) {
            applied.control.replica =
                SessionStore(connection).createReplica(principal.login, principal.device, now, principal.replica);
            applied.control.certificate =
                ReplicaNumbers(connection, now).certificateOf(*applied.control.replica, principal.login);
            applied.control.serverTime = toInteger(now);
            return {};
        }
        for (const Settled &settled : request.settled)
            applier.settle(settled);
        applier.finish();
        log.flush();
        if (beginsAnyChannel(access, request)) // what was just applied counts too
            rememberFullPulls(connection, Authorisation::of(connection, principal), request);
        for (const ChannelSum &had : request.differed) {
            // Reported once, when the repair begins.
            const auto at = std::ranges::find(request.cursors, had.channel, &Cursor::channel);
            if (access.mayRead(had.channel) && at != request.cursors.end() && at->cursor == 0 && at->position.empty())
                SnapshotStore(connection).reportRepair(principal.replica, had.channel, contentFrom(had), now);
        }
        return {};
    });
}

Result<std::string> SyncService::pull(Connection &connection, const Principal &principal, const SyncRequest &request,
                                      Applied applied)
{
    std::string body;
    AnswerControl control;
    TURNUS_TRY(connection.read([&]() -> Status {
        AnswerWriter writer;
        control = applied.control;
        control.protocol = std::min(request.protocol, protocol::version);
        const Authorisation access = Authorisation::of(connection, principal);
        control.serverTime = toInteger(m_clock.now());
        listChannels(control, access, request);
        if (request.check)
            addSums(connection, access, control);
        ChangeReader reader(connection, access, writer, m_pieces);
        for (const Channel &channel : access.channels()) {
            if (isBegun(request, channel))
                reader.addLoad(channel, cursorOf(request, channel), control.load);
        }
        writer.control(control);
        const bool complete = std::ranges::all_of(access.channels(), [&](const Channel &channel) {
            return reader.read(channel, cursorOf(request, channel));
        });
        writer.end({!complete});
        body = writer.take();
        return {};
    }));
    if (!control.sums.empty()) {
        TURNUS_TRY(connection.write([&]() -> Status {
            for (const ChannelSum &sum : control.sums)
                SnapshotStore(connection).putSum(sum.channel, contentFrom(sum));
            return {};
        }));
    }
    return body;
}

} // namespace turnus::server
