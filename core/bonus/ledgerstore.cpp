#include "core/bonus/ledgerstore.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace turnus::bonus {

namespace {

constexpr auto linesSql = R"(
    SELECT e.id, e.technician_id, t.name, e.rule_id, r.name, r.number, r.version, r.event, e.referral_id, f.stage,
           coalesce(p.name, ap.name), coalesce(p.category, ap.category), c.name, e.amount_cents, e.base_cents, e.at,
           e.kind, e.staff_id, s.name, e.reason, e.entry_id
    FROM bonus_entry e
    JOIN staff t ON t.id = e.technician_id
    JOIN bonus_rule r ON r.id = e.rule_id
    LEFT JOIN referral f ON f.id = e.referral_id
    LEFT JOIN product p ON p.id = f.product_id
    LEFT JOIN asset a ON a.id = f.asset_id
    LEFT JOIN product ap ON ap.id = a.product_id
    LEFT JOIN customer c ON c.id = f.customer_id
    LEFT JOIN staff s ON s.id = e.staff_id
    WHERE )";

Posting postingFrom(const storage::Statement &row)
{
    return {.id = row.id<BonusEntryId>(0),
            .kind = entryKindFrom(row.text(16)).value_or(EntryKind::Reserved),
            .amount = row.money(13),
            .by = row.id<StaffId>(17),
            .byName = row.text(18),
            .reason = row.text(19),
            .at = row.instant(15)};
}

Line lineFrom(const storage::Statement &row)
{
    return {.id = row.id<BonusEntryId>(0),
            .technician = row.id<StaffId>(1),
            .technicianName = row.text(2),
            .rule = row.id<BonusRuleId>(3),
            .ruleName = row.text(4),
            .ruleNumber = row.text(5),
            .ruleVersion = row.number(6),
            .event = eventKindFrom(row.text(7)).value_or(EventKind::Referral),
            .referral = row.id<ReferralId>(8),
            .referralStage = row.text(9),
            .product = row.text(10),
            .category = row.text(11),
            .customer = row.text(12),
            .amount = row.money(13),
            .base = row.maybeMoney(14),
            .booked = row.instant(15),
            .postings = {postingFrom(row)}};
}

/// Groups postings by the line they refer to; rows come in the order of time.
std::vector<Line> linesFrom(storage::Statement rows)
{
    std::vector<Line> lines;
    std::unordered_map<qint64, std::size_t> places;
    std::vector<std::pair<qint64, Posting>> others;
    while (rows.step()) {
        if (rows.isNull(20)) {
            places.emplace(rows.integer(0), lines.size());
            lines.push_back(lineFrom(rows));
        } else {
            others.emplace_back(rows.integer(20), postingFrom(rows));
        }
    }
    for (auto &[line, posting] : others) {
        if (const auto place = places.find(line); place != places.end())
            lines[place->second].postings.push_back(std::move(posting));
    }
    return lines;
}

/// The newest decision that no posting answers yet.
void addDecision(storage::Connection &connection, Line &line)
{
    storage::Statement row = connection.query("SELECT d.decision, d.staff_id, s.name, d.reason, d.at "
                                              "FROM bonus_decision d LEFT JOIN staff s ON s.id = d.staff_id "
                                              "WHERE d.entry_id = ? AND NOT EXISTS (SELECT 1 FROM bonus_entry e "
                                              "WHERE e.entry_id = d.entry_id AND e.decision_id = d.id) "
                                              "ORDER BY d.at DESC LIMIT 1",
                                              line.id);
    if (row.step())
        line.pending =
            Decision{row.text(0) == u"approve", row.id<StaffId>(1), row.text(2), row.text(3), row.instant(4)};
}

void finish(storage::Connection &connection, std::vector<Line> &lines)
{
    for (Line &line : lines) {
        if (line.state() == EntryKind::Reserved)
            addDecision(connection, line);
    }
    std::ranges::stable_sort(lines, std::ranges::greater{},
                             [](const Line &line) { return std::pair(line.changed(), line.id); });
}

} // namespace

Result<std::vector<Line>> LedgerStore::linesOf(StaffId technician)
{
    return m_connection.read([&] {
        static const std::string sql = std::string(linesSql) + "e.technician_id = ? ORDER BY e.at, e.id";
        std::vector<Line> lines = linesFrom(m_connection.query(sql, technician));
        finish(m_connection, lines);
        return lines;
    });
}

Result<std::optional<Line>> LedgerStore::line(BonusEntryId id)
{
    return m_connection.read([&]() -> std::optional<Line> {
        static const std::string sql = std::string(linesSql) + "e.id = ?1 OR e.entry_id = ?1 ORDER BY e.at, e.id";
        std::vector<Line> lines = linesFrom(m_connection.query(sql, id));
        finish(m_connection, lines);
        return lines.empty() ? std::nullopt : std::optional(std::move(lines.front()));
    });
}

Result<Rule> LedgerStore::rule(BonusRuleId id)
{
    auto found = m_connection.read([&]() -> std::optional<Rule> {
        storage::Statement row = m_connection.query("SELECT id, name, number, version, event, category, flat_cents, "
                                                    "basis_points, cap_cents, valid_from, valid_until "
                                                    "FROM bonus_rule WHERE id = ?",
                                                    id);
        if (!row.step())
            return std::nullopt;
        Rule rule{.id = row.id<BonusRuleId>(0),
                  .name = row.text(1),
                  .number = row.text(2),
                  .version = row.number(3),
                  .event = eventKindFrom(row.text(4)).value_or(EventKind::Referral),
                  .category = row.text(5),
                  .flat = row.maybeMoney(6),
                  .cap = row.maybeMoney(8),
                  .validFrom = row.day(9),
                  .validUntil = row.maybeDay(10)};
        if (const auto points = row.maybeInteger(7))
            rule.basisPoints = static_cast<int>(*points);
        return rule;
    });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(Domain::Storage, u"not-here", u"bonus rule %1"_s.arg(id.value));
    return std::move(**found);
}

Result<QString> LedgerStore::leaderOf(StaffId technician)
{
    return m_connection.read([&] {
        storage::Statement row = m_connection.query("SELECT l.name FROM staff s JOIN team t ON t.id = s.team_id "
                                                    "JOIN staff l ON l.id = t.leader_id WHERE s.id = ?",
                                                    technician);
        return row.step() ? row.text(0) : QString();
    });
}

Result<std::vector<FateEvent>> LedgerStore::fateOf(ReferralId referral)
{
    return m_connection.read([&] {
        std::vector<FateEvent> fate;
        storage::Statement first = m_connection.query("SELECT s.name, f.created FROM referral f "
                                                      "LEFT JOIN staff s ON s.id = f.technician_id WHERE f.id = ?",
                                                      referral);
        if (first.step())
            fate.push_back({u"referred"_s, first.text(0), {}, first.instant(1)});
        storage::Statement row = m_connection.query("SELECT e.stage, s.name, e.reason, e.at FROM referral_event e "
                                                    "LEFT JOIN staff s ON s.id = e.staff_id "
                                                    "WHERE e.referral_id = ? ORDER BY e.at, e.id",
                                                    referral);
        while (row.step())
            fate.push_back({row.text(0), row.text(1), row.text(2), row.instant(3)});
        return fate;
    });
}

} // namespace turnus::bonus
