#include "sync/client/teamconflicts.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "sync/protocol/tables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

bool hasNote(const QString &table)
{
    const protocol::Table *described = protocol::findTable(table.toStdString());
    return described &&
           (protocol::columnIndex(*described, "note") >= 0 || protocol::columnIndex(*described, "access_note") >= 0);
}

/// Of a choice d: it counts as none.
constexpr const char *refused =
    "EXISTS (SELECT 1 FROM outbox q WHERE q.row = d.id AND q.tbl = 'conflict_choice' AND q.state = 2)";

bool isNote(const QString &field)
{
    return field == "note"_L1 || field == "access_note"_L1;
}

} // namespace

Result<std::vector<TeamConflict>> TeamConflicts::open()
{
    return m_connection.read([&] {
        std::vector<TeamConflict> conflicts;
        auto row = m_connection.query(
            "SELECT o.id, o.tbl, o.field, c.name, ifnull(o.mine, ''), ifnull(m.name, ''), o.mine_at, "
            "ifnull(o.theirs, ''), ifnull(t.name, ''), o.theirs_at FROM open_conflict o "
            "JOIN customer c ON c.id = o.customer_id LEFT JOIN staff m ON m.id = o.mine_by "
            "LEFT JOIN staff t ON t.id = o.theirs_by "
            "WHERE NOT EXISTS (SELECT 1 FROM conflict_choice d WHERE d.conflict = o.id AND NOT " +
            std::string(refused) + ") ORDER BY o.mine_at, o.id");
        while (row.step()) {
            conflicts.push_back({.id = row.integer(0),
                                 .table = row.text(1),
                                 .field = row.text(2),
                                 .customer = row.text(3),
                                 .mine = row.text(4),
                                 .mineBy = row.text(5),
                                 .mineAt = row.instant(6),
                                 .theirs = row.text(7),
                                 .theirsBy = row.text(8),
                                 .theirsAt = row.instant(9),
                                 .canKeepBoth = hasNote(row.text(1))});
        }
        return conflicts;
    });
}

Status TeamConflicts::choose(const TeamConflict &shown, OutboxBook::Choice choice, const QString &label)
{
    const qint64 conflict = shown.id;
    TURNUS_ASSIGN(known, open());
    if (std::ranges::find(known, conflict, &TeamConflict::id) == known.end())
        return fail(Domain::Input, u"no-conflict", u"conflict %1"_s.arg(conflict));
    const bool both = choice == OutboxBook::Choice::Both;
    if (both && !shown.canKeepBoth)
        return fail(Domain::Input, u"no-note", shown.table);
    const QString word = both ? u"both"_s : choice == OutboxBook::Choice::Mine ? u"mine"_s : u"theirs"_s;
    storage::Value addition;
    if (both)
        addition = isNote(shown.field) ? shown.mine : label + u": "_s + shown.mine;
    else if (choice == OutboxBook::Choice::Mine)
        addition = shown.theirs;
    return m_connection.write([&](storage::Writer &writer) -> Status {
        auto row = m_connection.query("SELECT customer_id, channel FROM open_conflict WHERE id = ?", conflict);
        if (!row.step())
            return fail(Domain::Input, u"no-conflict", u"conflict %1"_s.arg(conflict));
        const qint64 customer = row.integer(0);
        const qint64 channel = row.integer(1);
        const auto self = storage::DeviceState(m_connection).integer(storage::DeviceState::staffId);
        forgetRefused(conflict);
        TURNUS_ASSIGN(id, writer.next());
        writer.insertRow("conflict_choice", id, channel,
                         {{"customer_id", customer},
                          {"conflict", conflict},
                          {"choice", word},
                          {"addition", addition},
                          {"staff_id", self.value_or(0)},
                          {"at", writer.now()}});
        return {};
    });
}

void TeamConflicts::forgetRefused(qint64 conflict)
{
    std::vector<qint64> choices;
    auto row = m_connection.query("SELECT d.id FROM conflict_choice d WHERE d.conflict = ? AND " + std::string(refused),
                                  conflict);
    while (row.step())
        choices.push_back(row.integer(0));
    for (const qint64 choice : choices) {
        m_connection.execute("DELETE FROM outbox WHERE row = ?", choice);
        m_connection.execute("DELETE FROM conflict_choice WHERE id = ?", choice);
    }
}

} // namespace turnus::client
