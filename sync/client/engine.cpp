#include "sync/client/engine.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/applier.h"
#include "sync/client/bulkload.h"
#include "sync/client/completeness.h"
#include "sync/client/eraser.h"
#include "sync/client/limits.h"
#include "sync/client/outbox.h"
#include "sync/client/receipts.h"
#include "sync/client/recovery.h"
#include "sync/client/renumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

using storage::DeviceState;

/// How old the stored moment of the last contact may get, so that a sync without news need not write.
constexpr std::chrono::minutes contactStaleness{5};

/// When the server's sums were last compared, and the channels that differed then and are being fetched again.
constexpr auto checkedKey = DeviceState::compared;
constexpr auto differedKey = DeviceState::differed;

/// "channel:cursor:rows:sum", separated by blanks.
QString textOf(const std::vector<protocol::ChannelSum> &sums)
{
    QStringList parts;
    for (const protocol::ChannelSum &one : sums)
        parts.append(u"%1:%2:%3:%4"_s.arg(one.channel).arg(one.cursor).arg(one.rows).arg(one.sum));
    return parts.join(u' ');
}

std::vector<protocol::ChannelSum> differedFrom(const QString &text)
{
    std::vector<protocol::ChannelSum> sums;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList numbers = part.split(u':');
        if (numbers.size() == 4) {
            sums.push_back({numbers.at(0).toLongLong(), numbers.at(1).toLongLong(), numbers.at(2).toLongLong(),
                            numbers.at(3).toLongLong()});
        }
    }
    return sums;
}

/// The server's rows come in slices that may refer to each other across slices and in circles (a team's leader is of
/// the team); the server has checked them. Own edits go through other transactions, with foreign keys on.
class ForeignKeysOff
{
public:
    explicit ForeignKeysOff(storage::Connection &connection) : m_connection(connection)
    {
        execute(m_connection.handle(), "PRAGMA foreign_keys = OFF");
    }
    ~ForeignKeysOff()
    {
        try {
            // After a failure of the disk it may be another database than at first, which has them on already.
            execute(m_connection.handle(), "PRAGMA foreign_keys = ON");
        } catch (const SQLite::Exception &) {
            // The next that is opened has them on.
        }
    }
    ForeignKeysOff(const ForeignKeysOff &) = delete;
    ForeignKeysOff &operator=(const ForeignKeysOff &) = delete;

private:
    storage::Connection &m_connection;
};

} // namespace

void Engine::describeCursors(protocol::SyncRequest &request)
{
    sqlite3 *database = m_connection.handle();
    const DeviceState state(m_connection);
    request.protocol = spoken;
    request.replica = state.integer(DeviceState::replica).value_or(0);
    request.certificate = state.text(DeviceState::certificate).toStdString();
    request.lastSequence = Outbox(database).lastSequence();
    request.receipted = state.integer(DeviceState::receipted).value_or(0);
    request.setBack = Recovery(database).generation();
    Sql cursors(database, "SELECT id, cursor, position FROM channel ORDER BY id");
    while (cursors.step())
        request.cursors.push_back({cursors.integer(0), cursors.integer(1), std::string(cursors.bytes(2))});
    Sql settled(database, "SELECT seq, name, replica FROM own_conflict WHERE settled = 1");
    while (settled.step()) {
        const qint64 metAs = settled.integer(2);
        request.settled.push_back(
            {settled.integer(0), std::string(settled.bytes(1)), metAs == request.replica ? 0 : metAs});
    }
    request.differed = differedFrom(state.text(differedKey));
    // While the server's channels come anew, there is nothing to compare them with.
    request.check = !Recovery(database).isUnderWay() && (m_checkAsked || !request.differed.empty());
}

Result<std::string> Engine::begin()
{
    m_reader = {};
    m_brief.reset();
    m_control.reset();
    m_end.reset();
    m_batches.clear();
    m_groups.clear();
    m_sums.clear();
    m_snapshots.clear();
    m_groupRows = 0;
    m_lastSent = 0;
    m_moreToSend = false;
    m_isSetBack = false;
    m_round = {};
    m_answerBytes = 0;

    protocol::SyncRequest request;
    TURNUS_ASSIGN(unsettled, m_connection.read([&] {
        sqlite3 *database = m_connection.handle();
        return Outbox(database).hasUnsettled(Recovery(database).sendable());
    }));
    if (unsettled) {
        TURNUS_TRY(m_connection.write([&](storage::Writer &) -> Status {
            sqlite3 *database = m_connection.handle();
            Outbox::Batches taken = Outbox(database).take(Recovery(database).sendable());
            m_lastSent = taken.lastSequence;
            m_moreToSend = taken.more;
            request.operations = std::move(taken.operations);
            return {};
        }));
    }
    TURNUS_TRY(m_connection.read([&] { describeCursors(request); }));
    if (request.replica == 0)
        return fail(Domain::Access, u"not-signed-in", u"nobody has signed in on this device yet"_s);
    m_told = request.settled;
    m_replica = request.replica;
    m_differed = request.differed;
    m_checks = request.check;
    m_checkAsked = false;
    for (const protocol::Batch &batch : request.operations)
        m_round.operationsOut += batch.rows();
    m_brief = protocol::encodeBrief(request);
    return protocol::encodeRequest(request);
}

Status Engine::feed(std::string_view bytes)
{
    m_answerBytes += bytes.size();
    m_progress.bytes += bytes.size();
    m_reader.feed(bytes);
    for (;;) {
        auto part = m_reader.next();
        if (!part)
            return tl::unexpected(std::move(part.error()));
        if (!*part)
            return {};
        TURNUS_TRY(take(std::move(**part)));
    }
}

Status Engine::take(protocol::AnswerPart part)
{
    if (auto *control = std::get_if<protocol::AnswerControl>(&part)) {
        if (control->protocol > protocol::version) {
            return fail(Domain::Protocol, u"version",
                        u"the server answered in version %1, this app knows %2"_s.arg(control->protocol)
                            .arg(protocol::version));
        }
        m_sums = std::exchange(control->sums, {});
        m_snapshots = std::exchange(control->snapshots, {});
        noteLoad(control->load);
        if (control->setBack) { // nothing that the request said has been taken
            m_told.clear();
            m_isSetBack = true;
        }
        m_control = std::move(*control);
        return {};
    }
    if (auto *frame = std::get_if<protocol::Frame>(&part)) {
        for (protocol::Batch &batch : *frame) {
            m_groupRows += batch.rows();
            m_batches.push_back(std::move(batch));
        }
        return {};
    }
    if (auto *position = std::get_if<protocol::Position>(&part)) {
        m_groups.push_back({std::exchange(m_batches, {}), std::move(*position)});
        return m_groupRows >= sliceRows ? flush() : Status();
    }
    m_end = std::get<protocol::AnswerEnd>(part);
    TURNUS_TRY(flush());
    if (m_end->more || m_isSetBack)
        return {};
    TURNUS_TRY(finishLoad());
    TURNUS_TRY(finishRecovery());
    return compare();
}

void Engine::noteLoad(const protocol::SnapshotLoad &load)
{
    if (load.rows == 0)
        return;
    const auto rowsThere = static_cast<std::size_t>(load.rowsThere);
    const auto bytesThere = static_cast<std::size_t>(load.bytesThere);
    if (m_progress.rowsInAll == 0) {
        m_progress.rows = m_progress.rowsBefore = rowsThere;
        m_progress.bytes += bytesThere;
    }
    // A later round counts only the channels that are not whole yet; what has come of its answer is to come.
    const std::size_t bytesBefore = m_progress.bytes - m_answerBytes;
    m_progress.rowsInAll = m_progress.rows - std::min(m_progress.rows, rowsThere) + static_cast<std::size_t>(load.rows);
    m_progress.bytesInAll = bytesBefore - std::min(bytesBefore, bytesThere) + static_cast<std::size_t>(load.bytes);
    if (onProgress)
        onProgress(m_progress);
}

Status Engine::finishRecovery()
{
    TURNUS_ASSIGN(underWay, m_connection.read([&] { return Recovery(m_connection.handle()).isUnderWay(); }));
    if (!underWay || !m_round.repaired.empty())
        return {};
    const ForeignKeysOff scope(m_connection);
    return m_connection.write([&](storage::Writer &writer) -> Status {
        Applier(m_connection.handle()).emptyUnbegunChannels();
        m_round.sentAgain = Recovery(m_connection.handle()).finish();
        m_moreToSend = m_moreToSend || Outbox(m_connection.handle()).hasUnsettled();
        Applier applier(m_connection.handle());
        applier.followParents();
        applier.sweep(writer.now());
        return {};
    });
}

Status Engine::finishLoad()
{
    TURNUS_ASSIGN(loaded, m_connection.read([&] { return BulkLoad(m_connection.handle()).isLoaded(); }));
    for (bool more = loaded; more;) {
        TURNUS_TRY(m_connection.write([&](storage::Writer &) -> Status {
            more = BulkLoad(m_connection.handle()).finishStep();
            return {};
        }));
    }
    return {};
}

Result<bool> Engine::isCheckDue() const
{
    return m_connection.read([&] {
        if (!Sql(m_connection.handle(), "SELECT 1 FROM channel").step())
            return false;
        const auto checked = DeviceState(m_connection).integer(checkedKey);
        const Instant now = m_connection.clock().now();
        return !checked || now - instantFrom(*checked) >= limits::checkInterval || instantFrom(*checked) > now;
    });
}

Status Engine::compare()
{
    if (m_sums.empty()) {
        if (!m_checks)
            return {};
        // A server that has none to tell is not asked again before tomorrow.
        return m_connection.write([&](storage::Writer &writer) -> Status {
            DeviceState(m_connection).set(checkedKey, writer.now());
            return {};
        });
    }
    // All rows are read beside the person's edits, which a transaction that writes would hold up.
    TURNUS_ASSIGN(differences,
                  m_connection.read([&] { return Completeness(m_connection.handle()).differences(m_sums); }));
    return m_connection.write([&](storage::Writer &writer) -> Status {
        DeviceState state(m_connection);
        std::vector<protocol::ChannelSum> again = differedFrom(state.text(differedKey));
        std::erase_if(again, [&](const protocol::ChannelSum &one) {
            Sql fetched(m_connection.handle(), "SELECT 1 FROM channel WHERE id = ? AND cursor > 0");
            fetched.bind(1, one.channel);
            return fetched.step();
        });
        for (const protocol::ChannelSum &one : differences) {
            if (std::ranges::find(m_differed, one.channel, &protocol::ChannelSum::channel) != m_differed.end()) {
                m_round.stillDiffering.push_back(one.channel);
                continue;
            }
            Sql begin(m_connection.handle(), "UPDATE channel SET cursor = 0, position = '' WHERE id = ?");
            begin.bind(1, one.channel);
            begin.run();
            again.push_back(one);
            m_round.repaired.push_back(one.channel);
        }
        state.set(differedKey, textOf(again));
        state.set(checkedKey, writer.now());
        Receipts(m_connection.handle(), toInteger(writer.now()), 0).forgetOld();
        m_round.checked = true;
        return {};
    });
}

bool Engine::hasNews() const
{
    const bool control = m_control && (m_control->replica || m_control->setBack || !m_control->applied.empty() ||
                                       !m_control->receipts.empty() || !m_control->settled.empty() ||
                                       !m_control->channels.empty() || !m_control->removed.empty());
    return control || !m_groups.empty() || (m_end && !m_told.empty());
}

bool Engine::isCaughtUp() const
{
    return m_end && !m_end->more && !m_isSetBack && !Recovery(m_connection.handle()).isUnderWay();
}

bool Engine::isIdle() const
{
    if (!m_end)
        return true;
    if (isCaughtUp() && Applier::mustSweep(m_connection.handle()))
        return false;
    const auto stored = DeviceState(m_connection).integer(DeviceState::lastContact);
    const Instant now = m_connection.clock().now();
    return stored && now - instantFrom(*stored) < contactStaleness && instantFrom(*stored) <= now;
}

Status Engine::flush()
{
    if (!hasNews()) {
        TURNUS_ASSIGN(idle, m_connection.read([&] { return isIdle(); }));
        if (idle)
            return {};
    }
    const ForeignKeysOff scope(m_connection);
    std::vector<qint64> snapshots = m_snapshots; // as long as it is not committed, the same groups may come here again
    Status written = m_connection.write([&](storage::Writer &writer) -> Status {
        TURNUS_TRY(applyControl(writer));
        applyGroups(snapshots);
        if (m_end)
            forgetTold(writer);
        if (isCaughtUp())
            Applier(m_connection.handle()).sweep(writer.now());
        return {};
    });
    TURNUS_TRY(std::move(written));
    m_snapshots = std::move(snapshots);
    m_control.reset();
    m_groups.clear();
    m_groupRows = 0;
    if (onProgress)
        onProgress(m_progress);
    return {};
}

void Engine::forgetTold(storage::Writer &writer)
{
    Sql forget(m_connection.handle(),
               "DELETE FROM conflict WHERE settled = 1 AND seq = ? AND name = ? AND replica IN (0, ?) "
               // Until the edit that it comes with has been answered.
               "AND NOT EXISTS (SELECT 1 FROM outbox o JOIN outbox_field f ON f.seq = o.seq WHERE "
               "o.row = conflict.row AND f.name = conflict.name AND o.state <> 2)");
    for (const protocol::Settled &told : m_told) {
        forget.bind(1, told.sequence);
        forget.bindText(2, told.field);
        forget.bind(3, told.replica != 0 ? told.replica : m_replica);
        forget.run();
    }
    DeviceState(m_connection).set(DeviceState::lastContact, writer.now());
}

Status Engine::applyControl(storage::Writer &writer)
{
    if (!m_control)
        return {};
    sqlite3 *database = m_connection.handle();
    Receipts receipts(database, toInteger(writer.now()), m_lastSent);
    TURNUS_TRY(receipts.apply(*m_control));
    Eraser(database).eraseRefused();
    // A database set back to its own copy as well: the server must see all that waits before it gets new numbers.
    if (m_control->replica && !Recovery(database).offerAll())
        TURNUS_TRY(renumber(m_connection, writer, *m_control->replica, QString::fromStdString(m_control->certificate)));
    TURNUS_ASSIGN(renumbered, renumberRefused(m_connection, writer));
    m_moreToSend = m_moreToSend || renumbered;
    if (m_control->setBack)
        Recovery(database).begin(*m_control->setBack, toInteger(writer.now()));
    m_round.settled += receipts.settled();
    Applier applier(database);
    applier.addChannels(m_control->channels);
    applier.removeChannels(m_control->removed);
    return {};
}

void Engine::applyGroups(std::vector<qint64> &snapshots)
{
    if (m_groups.empty())
        return;
    if (m_groupRows >= sliceRows && !Recovery(m_connection.handle()).isUnderWay())
        BulkLoad(m_connection.handle()).beginIfFirst();
    Applier applier(m_connection.handle());
    for (const Group &group : m_groups) {
        const auto snapshot = std::ranges::find(snapshots, group.position.channel);
        if (snapshot == snapshots.end()) {
            applier.apply(group.batches, group.position);
            continue;
        }
        applier.applySnapshot(group.batches, group.position);
        if (group.position.position.empty())
            snapshots.erase(snapshot); // the tail of the log follows
    }
    if (applier.mayHaveToFollow())
        applier.followParents();
    applier.noteFiles();
    m_round.rowsIn += applier.rows();
    m_progress.rows += applier.rows();
    m_moreToSend = Recovery(m_connection.handle()).retryRefused() || m_moreToSend;
    if (applier.repaired().empty())
        return;
    DeviceState state(m_connection);
    std::vector<protocol::ChannelSum> differing = differedFrom(state.text(differedKey));
    for (const qint64 channel : applier.repaired()) {
        differing.push_back({channel, 0, 0, 0});
        m_round.repaired.push_back(channel);
    }
    state.set(differedKey, textOf(differing));
}

Result<Round> Engine::finish()
{
    if (!m_reader.isComplete()) {
        m_batches.clear();
        if (m_control || !m_groups.empty())
            TURNUS_TRY(flush());
        return fail(Domain::Network, u"answer-cut", u"the answer ended after %1 bytes"_s.arg(m_answerBytes));
    }
    m_round.more = m_end->more || m_isSetBack || m_moreToSend || !m_round.repaired.empty();
    return m_round;
}

Result<Round> Engine::finishUnchanged()
{
    TURNUS_TRY(take(protocol::AnswerEnd{}));
    return m_round;
}

} // namespace turnus::client
