#include "core/bonus/rules/rule.h"
#include "tests/simulation/company.h"
#include "tests/simulation/oracle.h"

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

constexpr qint64 referralRule = 330;
constexpr qint64 orderRule = 331;

qint64 number(const protocol::Value &value)
{
    const auto *integer = std::get_if<qint64>(&value);
    return integer ? *integer : 0;
}

std::string text(const protocol::Value &value)
{
    const auto *words = std::get_if<std::string>(&value);
    return words ? *words : std::string();
}

/// What the company's rules give, by the same arithmetic that explains a bonus on the handheld.
qint64 due(qint64 rule, std::optional<Money> base)
{
    bonus::Rule terms{.id = BonusRuleId{rule}};
    bonus::Event event{.kind = bonus::EventKind::Referral, .day = Day{}};
    if (rule == orderRule) {
        event.kind = terms.event = bonus::EventKind::Order;
        terms.basisPoints = 200;
        terms.cap = Money{8'000};
    } else {
        terms.flat = Money{2'500};
    }
    const auto computed = bonus::computeBonus(terms, event, base);
    return computed ? computed->amount.cents : -1;
}

} // namespace

const protocol::Value &Oracle::cell(const char *table, const StoredRow &row, const char *column) const
{
    return row.values[static_cast<std::size_t>(protocol::columnIndex(*protocol::findTable(table), column))];
}

void Oracle::ledger()
{
    for (const auto &[id, row] : m_tables[protocol::findTable("referral")->number]) {
        if (!isErased(row)) // the words of his events are gone, with the reasons among them
            referral(id, row);
    }
    for (const auto &[id, row] : m_tables[protocol::findTable("bonus_entry")->number])
        posting(id, row);
    for (const auto &[id, row] : m_tables[protocol::findTable("bonus_decision")->number]) {
        int postings = 0;
        for (const auto &[entryId, entry] : m_tables[protocol::findTable("bonus_entry")->number])
            postings += number(cell("bonus_entry", entry, "decision_id")) == id;
        if (postings != 1)
            say(u"decision %1 is posted %2 times"_s.arg(id).arg(postings));
    }
}

/// Every referral either earns by the rule or says why not, once; a won one earns by the rule for orders, once.
void Oracle::referral(qint64 id, const StoredRow &row)
{
    int reserved = 0;
    int orders = 0;
    for (const auto &[entryId, entry] : m_tables[protocol::findTable("bonus_entry")->number]) {
        if (number(cell("bonus_entry", entry, "referral_id")) != id ||
            text(cell("bonus_entry", entry, "kind")) != "reserved")
            continue;
        const qint64 rule = number(cell("bonus_entry", entry, "rule_id"));
        const qint64 amount = number(cell("bonus_entry", entry, "amount_cents"));
        std::optional<Money> base;
        if (rule == orderRule)
            base = Money{number(cell("referral", row, "amount_cents"))};
        if (amount != due(rule, base))
            say(u"bonus %1 is %2 cents, the rule gives %3"_s.arg(entryId).arg(amount).arg(due(rule, base)));
        if (cell("bonus_entry", entry, "technician_id") != cell("referral", row, "technician_id"))
            say(u"bonus %1 goes to another person"_s.arg(entryId));
        reserved += rule == referralRule;
        orders += rule == orderRule;
    }
    std::string refusal;
    std::string stage = "new";
    int refusals = 0;
    for (const auto &[eventId, event] : m_tables[protocol::findTable("referral_event")->number]) {
        if (number(cell("referral_event", event, "referral_id")) != id)
            continue;
        stage = text(cell("referral_event", event, "stage"));
        if (stage != "new")
            continue;
        refusal = text(cell("referral_event", event, "reason"));
        ++refusals;
    }
    if (reserved + refusals != 1)
        say(u"referral %1 has %2 reserved lines and %3 refusals"_s.arg(id).arg(reserved).arg(refusals));
    if (orders != (text(cell("referral", row, "stage")) == "won"))
        say(u"referral %1 has %2 lines for its order"_s.arg(id).arg(orders));
    if (stage != text(cell("referral", row, "stage")))
        say(u"referral %1: its events do not lead to its stage"_s.arg(id));
    const auto &notes = m_tables[protocol::findTable("due_note")->number];
    const auto note = notes.find(number(cell("referral", row, "due_note_id")));
    const bool due = note != notes.end() && text(cell("due_note", note->second, "forecast_status")) != "not_due";
    if (due && refusals && refusal != "already-referred")
        say(u"referral %1 was due and is refused: %2"_s.arg(id).arg(QString::fromStdString(refusal)));
}

void Oracle::posting(qint64 id, const StoredRow &row)
{
    const auto &entries = m_tables[protocol::findTable("bonus_entry")->number];
    const std::string kind = text(cell("bonus_entry", row, "kind"));
    const qint64 amount = number(cell("bonus_entry", row, "amount_cents"));
    if (kind == "reserved") {
        int later = 0;
        for (const auto &[otherId, other] : entries)
            later += number(cell("bonus_entry", other, "entry_id")) == id;
        if (later > 1)
            say(u"bonus %1 is decided %2 times"_s.arg(id).arg(later));
        return;
    }
    const auto line = entries.find(number(cell("bonus_entry", row, "entry_id")));
    const auto &decisions = m_tables[protocol::findTable("bonus_decision")->number];
    const auto decision = decisions.find(number(cell("bonus_entry", row, "decision_id")));
    if (line == entries.end() || decision == decisions.end())
        return say(u"posting %1 comes from nowhere"_s.arg(id));
    const bool approved = text(cell("bonus_decision", decision->second, "decision")) == "approve";
    const qint64 reserved = number(cell("bonus_entry", line->second, "amount_cents"));
    if (amount != (approved ? reserved : -reserved) || kind != (approved ? "approved" : "declined"))
        say(u"posting %1 is %2 of %3 cents against its decision"_s.arg(id)
                .arg(QString::fromStdString(kind))
                .arg(amount));
}

} // namespace turnus::simulation
