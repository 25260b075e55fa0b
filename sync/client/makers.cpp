#include "sync/client/makers.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/ids.h"
#include "sync/client/outbox.h"
#include "sync/client/renumber.h"
#include "sync/client/sql.h"
#include "sync/protocol/tables.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

using storage::DeviceState;

constexpr auto prefix = "maker:"_L1;
constexpr int insertKind = 1;

} // namespace

bool Makers::waitsForItsMaker(const QString &reason)
{
    return reason.startsWith(prefix);
}

QString Makers::named(const QString &reason)
{
    if (!waitsForItsMaker(reason))
        return reason;
    Sql read(m_database, "SELECT name FROM staff WHERE id = ?");
    read.bind(1, reason.sliced(prefix.size()).section(u' ', 0, 0).toLongLong());
    const std::string name(read.step() ? read.bytes(0) : std::string_view());
    return prefix + u' ' + QString::fromStdString(name);
}

bool Makers::hasUnsentWork()
{
    return Sql(m_database, "SELECT 1 FROM outbox WHERE state < 2 LIMIT 1").step();
}

std::vector<Makers::Former> Makers::former()
{
    std::vector<Former> all;
    Sql read(m_database, "SELECT value FROM device WHERE key = ?");
    read.bindText(1, DeviceState::makers);
    const std::string known(read.step() ? read.bytes(0) : std::string_view());
    for (const QString &word : QString::fromStdString(known).split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u':');
        if (parts.size() == 4)
            all.push_back({parts[0].toLongLong(), parts[1].toLongLong(), parts[2].toLongLong(), parts[3].toLongLong()});
    }
    return all;
}

qint64 Makers::person()
{
    Sql read(m_database, "SELECT value FROM device WHERE key = ?");
    read.bindText(1, DeviceState::staffId);
    return read.step() ? read.integer(0) : 0;
}

void Makers::leave(qint64 sequence, qint64 person)
{
    Sql wait(m_database, "UPDATE outbox SET state = 2, reason = 'maker:' || ?2 WHERE seq = ?1");
    wait.bind(1, sequence);
    wait.bind(2, person);
    wait.run();
}

/// A row is of who had the number of its id; an edit of who edited the record last, unless the person here did, too.
void Makers::leaveToOthers()
{
    const std::vector<Former> numbers = former();
    const qint64 self = person();
    if (std::ranges::all_of(numbers, [&](const Former &one) { return one.person == self; }))
        return;
    const auto makerOf = [&](qint64 row) {
        const auto found = std::ranges::find(numbers, row >> idCounterBits, &Former::replica);
        return found == numbers.end() ? self : found->person;
    };
    const auto editorOf = [&](qint64 row) {
        qint64 editor = self;
        Sql read(m_database, "SELECT seq FROM receipt WHERE row = ? ORDER BY seq");
        read.bind(1, row);
        while (read.step()) {
            const qint64 operation = read.integer(0);
            const auto under = std::ranges::find_if(
                numbers, [&](const Former &one) { return operation > one.after && operation <= one.lastOperation; });
            editor = under == numbers.end() ? self : under->person;
            if (editor == self)
                break;
        }
        return editor;
    };
    std::vector<std::pair<qint64, qint64>> others;
    Sql again(m_database, "SELECT seq, kind, row FROM outbox WHERE state = 0 AND reason = 'set-back'");
    while (again.step()) {
        const qint64 row = again.integer(2);
        const qint64 maker = again.integer(1) == insertKind ? makerOf(row) : editorOf(row);
        if (maker != self && maker != 0)
            others.emplace_back(again.integer(0), maker);
    }
    again.reset();
    for (const auto &[sequence, maker] : others)
        leave(sequence, maker);
}

void Makers::leaveAllTo(qint64 person)
{
    // What was refused is his to decide about, unless it only lacks what may be there by then. Of what was erased
    // nothing is left to wait for.
    std::string text("UPDATE outbox SET state = 2, reason = 'maker:' || ?1 || CASE WHEN state = 2 AND reason NOT GLOB "
                     "'reference:*' THEN ' ' || reason ELSE '' END WHERE ifnull(reason, '') NOT GLOB 'erased*' AND ");
    Sql wait(m_database, text.append(isOwnWork));
    wait.bind(1, person);
    wait.run();
}

void Makers::release(qint64 person)
{
    Sql refused(m_database, "UPDATE outbox SET reason = substr(reason, length('maker:' || ?1) + 2) WHERE state = 2 AND "
                            "reason GLOB 'maker:' || ?1 || ' *'");
    refused.bind(1, person);
    refused.run();
    // Rows first, parents before children.
    std::vector<Outbox::Renewal> operations;
    Sql read(m_database, "SELECT seq, kind, tbl FROM outbox WHERE state = 2 AND reason = 'maker:' || ?");
    read.bind(1, person);
    while (read.step()) {
        const bool inserts = read.integer(1) == insertKind;
        const protocol::Table *table = protocol::findTable(read.bytes(2));
        operations.push_back({inserts ? 0 : 1, inserts && table ? table->number : 0, read.integer(0)});
    }
    read.reset();
    Outbox(m_database).renew(std::move(operations));
}

Status handOver(storage::Connection &connection, storage::Writer &writer, const Person &to)
{
    DeviceState state(connection);
    Makers makers(connection.handle());
    const auto replica = state.integer(DeviceState::replica);
    const qint64 before = state.integer(DeviceState::staffId).value_or(to.staff);
    if (before != to.staff)
        makers.leaveAllTo(before);
    if (replica && *replica != to.replica)
        TURNUS_TRY(renumber(connection, writer, to.replica, to.certificate));
    state.adoptReplica(to.replica, to.certificate);
    state.set(DeviceState::staffId, to.staff);
    makers.release(to.staff);
    return {};
}

} // namespace turnus::client
