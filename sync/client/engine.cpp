#include "sync/client/engine.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/applier.h"
#include "sync/client/bulkload.h"
#include "sync/client/limits.h"
#include "sync/client/outbox.h"
#include "sync/client/receipts.h"
#include "sync/client/renumber.h"

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

using storage::DeviceState;

/// How old the stored moment of the last contact may get, so that a sync without news need not write.
constexpr std::chrono::minutes contactStaleness{5};

/// The server's rows come in slices that may refer to each other across slices and in circles (a team's leader is of
/// the team); the server has checked them. Own edits go through other transactions, with foreign keys on.
class ForeignKeysOff
{
public:
    explicit ForeignKeysOff(sqlite3 *database) : m_database(database)
    {
        execute(m_database, "PRAGMA foreign_keys = OFF");
    }
    ~ForeignKeysOff() { execute(m_database, "PRAGMA foreign_keys = ON"); }
    ForeignKeysOff(const ForeignKeysOff &) = delete;
    ForeignKeysOff &operator=(const ForeignKeysOff &) = delete;

private:
    sqlite3 *m_database;
};

} // namespace

void Engine::describeCursors(protocol::SyncRequest &request)
{
    sqlite3 *database = m_connection.handle();
    const DeviceState state(m_connection);
    request.replica = state.integer(DeviceState::replica).value_or(0);
    request.lastSequence = Outbox(database).lastSequence();
    Sql cursors(database, "SELECT id, cursor, position FROM channel ORDER BY id");
    while (cursors.step())
        request.cursors.push_back({cursors.integer(0), cursors.integer(1), std::string(cursors.bytes(2))});
    Sql settled(database, "SELECT seq, name FROM conflict WHERE settled = 1");
    while (settled.step())
        request.settled.push_back({settled.integer(0), std::string(settled.bytes(1))});
}

Result<std::string> Engine::begin()
{
    m_reader = {};
    m_control.reset();
    m_end.reset();
    m_batches.clear();
    m_groups.clear();
    m_groupRows = 0;
    m_lastSent = 0;
    m_moreToSend = false;
    m_round = {};
    m_progress = {};

    protocol::SyncRequest request;
    TURNUS_ASSIGN(unsettled, m_connection.read([&] { return Outbox(m_connection.handle()).hasUnsettled(); }));
    if (unsettled) {
        TURNUS_TRY(m_connection.write([&](storage::Writer &) -> Status {
            Outbox::Batches taken = Outbox(m_connection.handle()).take();
            m_lastSent = taken.lastSequence;
            m_moreToSend = taken.more;
            request.operations = std::move(taken.operations);
            return {};
        }));
    }
    TURNUS_TRY(m_connection.read([&] { describeCursors(request); }));
    if (request.replica == 0)
        return fail(Domain::Access, u"not-signed-in", u"this database has no replica number yet"_s);
    m_told = request.settled;
    for (const protocol::Batch &batch : request.operations)
        m_round.operationsOut += batch.rows();
    return protocol::encodeRequest(request);
}

Status Engine::feed(std::string_view bytes)
{
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
        return m_groupRows >= limits::sliceRows ? flush() : Status();
    }
    m_end = std::get<protocol::AnswerEnd>(part);
    return flush();
}

bool Engine::hasNews() const
{
    const bool control =
        m_control && (m_control->replica || !m_control->applied.empty() || !m_control->receipts.empty() ||
                      !m_control->settled.empty() || !m_control->channels.empty() || !m_control->removed.empty());
    return control || !m_groups.empty() || (m_end && !m_told.empty());
}

Status Engine::flush()
{
    if (!hasNews()) {
        const auto stored =
            m_connection.read([&] { return DeviceState(m_connection).integer(DeviceState::lastContact).value_or(0); });
        const Instant now = m_connection.clock().now();
        if (!m_end || (stored && now - instantFrom(*stored) < contactStaleness && instantFrom(*stored) <= now))
            return {};
    }
    const ForeignKeysOff scope(m_connection.handle());
    Status written = m_connection.write([&](storage::Writer &writer) -> Status {
        TURNUS_TRY(applyControl(writer));
        applyGroups(m_end.has_value());
        if (m_end) {
            Sql forget(m_connection.handle(), "DELETE FROM conflict WHERE settled = 1 AND seq = ? AND name = ?");
            for (const protocol::Settled &told : m_told) {
                forget.bind(1, told.sequence);
                forget.bindText(2, told.field);
                forget.run();
            }
            DeviceState(m_connection).set(DeviceState::lastContact, writer.now());
        }
        return {};
    });
    TURNUS_TRY(std::move(written));
    m_control.reset();
    m_groups.clear();
    m_groupRows = 0;
    m_progress.rows = m_round.rowsIn;
    if (onProgress)
        onProgress(m_progress);
    return {};
}

Status Engine::applyControl(storage::Writer &writer)
{
    if (!m_control)
        return {};
    sqlite3 *database = m_connection.handle();
    Receipts receipts(database, toInteger(writer.now()), m_lastSent);
    TURNUS_TRY(receipts.apply(*m_control));
    if (m_control->replica)
        TURNUS_TRY(renumber(m_connection, writer, *m_control->replica));
    m_round.settled += receipts.settled();
    Applier applier(database);
    applier.addChannels(m_control->channels);
    applier.removeChannels(m_control->removed);
    if (receipts.settled() > 0)
        applier.sweep();
    return {};
}

void Engine::applyGroups(bool atEnd)
{
    BulkLoad bulk(m_connection.handle());
    if (m_groupRows >= limits::sliceRows)
        bulk.beginIfFirst();
    if (!m_groups.empty()) {
        Applier applier(m_connection.handle());
        for (const Group &group : m_groups)
            applier.apply(group.batches, group.position);
        applier.noteFiles();
        m_round.rowsIn += applier.rows();
        m_round.repaired.insert(m_round.repaired.end(), applier.repaired().begin(), applier.repaired().end());
    }
    if (atEnd && !m_end->more)
        bulk.finish();
}

Result<Round> Engine::finish()
{
    if (!m_reader.isComplete()) {
        m_batches.clear();
        if (m_control || !m_groups.empty())
            TURNUS_TRY(flush());
        return fail(Domain::Network, u"answer-cut", u"the answer ended after %1 bytes"_s.arg(m_progress.bytes));
    }
    m_round.more = m_end->more || m_moreToSend || !m_round.repaired.empty();
    return m_round;
}

} // namespace turnus::client
