#include "tests/simulation/plants.h"

#include "core/support/ids.h"
#include "sync/protocol/codec.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

/// Transactions that began within this time of each other may overlap.
constexpr std::chrono::seconds overlap{60};
constexpr qint64 mintedAgainFrom = qint64{1} << 30;
constexpr std::size_t blockHead = 5;

/// What a server says that acknowledges operations as soon as it has read them.
std::string earlyAnswer(const protocol::SyncRequest &request)
{
    protocol::AnswerWriter writer;
    protocol::AnswerControl control;
    control.applied = {{1, request.lastSequence}};
    writer.control(control);
    writer.end({true});
    return writer.take();
}

} // namespace

std::optional<Plant> plantFrom(const QString &name)
{
    if (name == "acknowledge-before-commit"_L1)
        return Plant::AcknowledgeBeforeCommit;
    if (name == "cursor-skips-late-commit"_L1)
        return Plant::CursorSkipsLateCommit;
    if (name == "retry-without-idempotence"_L1)
        return Plant::RetryWithoutIdempotence;
    return {};
}

Gateway::Answered Gateway::answer(int device, const QString &session, const std::string &body, Random &random)
{
    if (m_plant == Plant::None)
        return {m_server.sync(session, body), false};
    const auto request = protocol::decodeRequest(body);
    const bool pushes = request && !request->operations.empty();
    if (m_plant == Plant::RetryWithoutIdempotence && pushes)
        return {m_server.sync(session, withoutIdempotence(session, body)), false};
    auto answer = m_server.sync(session, body);
    if (m_plant == Plant::AcknowledgeBeforeCommit && pushes && !answer)
        return {earlyAnswer(*request), true};
    const bool overlaps = m_lastPusher != device && m_clock.now() - m_lastPush < overlap;
    if (m_plant == Plant::CursorSkipsLateCommit && answer && overlaps && random.chance(30))
        return {withoutLateCommit(*answer), false};
    if (pushes && answer) {
        m_lastPush = m_clock.now();
        m_lastPusher = device;
    }
    return {std::move(answer), false};
}

Gateway::Answered Gateway::answerBrief(int device, const QString &session, const std::string &brief, Random &random)
{
    if (m_plant != Plant::None) {
        const auto request = protocol::decodeBrief(brief);
        return request ? answer(device, session, protocol::encodeRequest(*request), random)
                       : Answered{tl::unexpected(request.error())};
    }
    auto told = m_server.syncInBrief(session, brief);
    if (!told)
        return {tl::unexpected(told.error())};
    return {told->value_or(std::string()), false, !told->has_value()};
}

/// Forgets which operations were dealt with, and gives rows that come again a new id, as a server does that mints ids.
std::string Gateway::withoutIdempotence(const QString &session, const std::string &body)
{
    auto request = protocol::decodeRequest(body);
    const auto principal = m_server.principalOf(session);
    if (!request || !principal)
        return body;
    (void)m_server.connection().write([&]() -> Status {
        for (const QString &table : {u"applied"_s, u"pushed"_s})
            server::run(m_server.connection(), u"DELETE FROM %1 WHERE replica = ?"_s.arg(table), principal->replica);
        for (protocol::Batch &batch : request->operations) {
            for (qint64 &id : batch.ids) {
                if (batch.kind != protocol::BatchKind::Inserts)
                    continue;
                const QString table = QString::fromStdString(std::string(batch.table->name));
                if (!server::isNull(
                        server::one(m_server.connection(), u"SELECT id FROM %1 WHERE id = ?"_s.arg(table), id)))
                    id = idRangeStart(principal->replica) + mintedAgainFrom + ++m_mintedAgain;
            }
        }
        return {};
    });
    return protocol::encodeRequest(*request);
}

/// The last run of frames is missing, but not the position that it leads to: as if its transaction had been given its
/// numbers before, and committed after, the log was read.
std::string Gateway::withoutLateCommit(const std::string &answer) const
{
    std::size_t runBegin = 0;
    std::size_t runEnd = 0;
    std::size_t begin = 0;
    bool open = false;
    for (std::size_t at = 0; at + blockHead <= answer.size();) {
        const char type = answer[at];
        const auto length = qFromLittleEndian<quint32>(answer.data() + at + 1);
        if (type == 'F' && !open) {
            begin = at;
            open = true;
        } else if (type == 'P' && open) {
            runBegin = begin;
            runEnd = at;
            open = false;
        }
        at += blockHead + length;
    }
    return answer.substr(0, runBegin) + answer.substr(runEnd);
}

} // namespace turnus::simulation
