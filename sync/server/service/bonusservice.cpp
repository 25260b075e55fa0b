#include "sync/server/service/bonusservice.h"

#include "sync/server/service/events.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/meta.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

const Table &referralTable()
{
    static const Table &table = *findTable("referral");
    return table;
}

Value field(const Table &table, const Row &row, std::string_view column)
{
    return row.values.at(columnIndex(table, column));
}

/// A row with every column NULL, to be filled by name.
Row emptyRow(const Table &table, qint64 id, qint64 channel)
{
    return {id, channel, QList<Value>(static_cast<qsizetype>(table.columns.size()))};
}

void set(const Table &table, Row &row, std::string_view column, Value value)
{
    row.values[columnIndex(table, column)] = std::move(value);
}

Value orNull(qint64 id)
{
    return id ? Value(id) : Value();
}

Day dayOf(Instant instant)
{
    return std::chrono::floor<std::chrono::days>(instant);
}

std::optional<Money> money(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Money{row.integer(column)});
}

} // namespace

QList<bonus::Rule> BonusService::rules(Connection &connection)
{
    QList<bonus::Rule> all;
    Statement row(connection, u"SELECT id, name, number, version, event, category, flat_cents, basis_points, "
                              "cap_cents, valid_from, valid_until FROM bonus_rule"_s);
    while (row.next()) {
        const auto event = bonus::eventKindFrom(row.text(4));
        if (!event)
            continue;
        bonus::Rule rule{BonusRuleId{row.integer(0)},
                         row.text(1),
                         row.text(2),
                         static_cast<int>(row.integer(3)),
                         *event,
                         row.text(5),
                         money(row, 6),
                         {},
                         money(row, 8),
                         dayFrom(row.integer(9)),
                         {}};
        if (!row.isNull(7))
            rule.basisPoints = static_cast<int>(row.integer(7));
        if (!row.isNull(10))
            rule.validUntil = dayFrom(row.integer(10));
        all.append(rule);
    }
    return all;
}

QString BonusService::categoryOf(const Row &referral)
{
    return textOf(
        one(m_connection,
            u"SELECT p.category FROM asset a JOIN product p ON p.id = COALESCE(CAST(? AS BIGINT), a.product_id) "
            "WHERE a.id = ?"_s,
            field(referralTable(), referral, "product_id"), field(referralTable(), referral, "asset_id")));
}

std::optional<Money> BonusService::priceOf(const Row &referral, Day day)
{
    const Value price = one(m_connection,
                            u"SELECT amount_cents FROM price WHERE product_id = ? AND valid_from <= ? ORDER BY "
                            "valid_from DESC, id DESC LIMIT 1"_s,
                            field(referralTable(), referral, "product_id"), toInteger(day));
    return isNull(price) ? std::nullopt : std::optional(Money{integerOf(price)});
}

std::optional<QString> BonusService::refusal(const Row &referral)
{
    const qint64 asset = integerOf(field(referralTable(), referral, "asset_id"));
    bonus::Advice advice;
    advice.forecastStatus = textOf(one(m_connection, u"SELECT forecast_status FROM due_note WHERE id = ?"_s,
                                       field(referralTable(), referral, "due_note_id")));
    advice.findings = static_cast<int>(
        integerOf(one(m_connection, u"SELECT count(*) FROM finding WHERE visit_id = ? AND asset_id = ?"_s,
                      field(referralTable(), referral, "visit_id"), asset)));
    if (auto reason = bonus::refusalOf(advice))
        return reason;
    // One device is recommended for replacement once at a time, also when two say so at the same time.
    m_rows.lock(*findTable("asset"), asset);
    const Value open = one(m_connection,
                           u"SELECT r.id FROM referral r JOIN bonus_entry e ON e.referral_id = r.id WHERE "
                           "r.asset_id = ? AND r.id <> ? AND r.stage NOT IN ('lost', 'declined')"_s,
                           asset, referral.id);
    return isNull(open) ? std::nullopt : std::optional(u"already-referred"_s);
}

void BonusService::onReferral(const Row &referral)
{
    Events(m_connection, m_log.now()).onReferral(referral);
    if (const auto reason = refusal(referral)) {
        recordStage(referral, u"new"_s, {}, *reason);
        return;
    }
    const Day day = dayOf(instantFrom(integerOf(field(referralTable(), referral, "created"))));
    reserve(referral, {bonus::EventKind::Referral, day, categoryOf(referral)}, priceOf(referral, day));
}

void BonusService::reserve(const Row &referral, const bonus::Event &event, std::optional<Money> base)
{
    const QList<bonus::Rule> all = rules(m_connection);
    const bonus::Rule *rule = bonus::ruleFor(all, event);
    if (!rule)
        return;
    const auto computed = bonus::computeBonus(*rule, event, base);
    if (!computed) {
        recordStage(referral, textOf(field(referralTable(), referral, "stage")), {}, computed.error().code);
        return;
    }
    post({StaffId{integerOf(field(referralTable(), referral, "technician_id"))},
          rule->id,
          referral.id,
          0,
          0,
          bonus::EntryKind::Reserved,
          computed->amount,
          rule->basisPoints ? base : std::nullopt,
          {},
          {}});
}

void BonusService::post(const Line &line)
{
    const Table &table = *findTable("bonus_entry");
    const auto channel = ChannelStore(m_connection).find(ChannelKind::Person, line.technician.value);
    if (!channel)
        throw SqlError{u"constraint"_s, u"no person channel for staff %1"_s.arg(line.technician.value)};
    Row row = emptyRow(table, Meta(m_connection).takeIds(), *channel);
    set(table, row, "technician_id", line.technician.value);
    set(table, row, "rule_id", line.rule.value);
    set(table, row, "referral_id", orNull(line.referral));
    set(table, row, "entry_id", orNull(line.entry));
    set(table, row, "decision_id", orNull(line.decision));
    set(table, row, "kind", bonus::nameOf(line.kind));
    set(table, row, "amount_cents", line.amount.cents);
    set(table, row, "base_cents", line.base ? Value(line.base->cents) : Value());
    set(table, row, "staff_id", orNull(line.by.value));
    set(table, row, "reason", line.reason.isEmpty() ? Value() : Value(line.reason));
    set(table, row, "at", toInteger(m_log.now()));
    m_rows.insert(table, row);
    if (line.kind == bonus::EntryKind::Approved)
        Events(m_connection, m_log.now()).onApproval(row);
}

Status BonusService::onDecision(const Row &decision, const Authorisation &access)
{
    const Table &decisions = *findTable("bonus_decision");
    const Table &entries = *findTable("bonus_entry");
    const qint64 entryId = integerOf(field(decisions, decision, "entry_id"));
    m_rows.lock(entries, entryId);
    const auto entry = m_rows.find(entries, entryId);
    if (!entry || textOf(field(entries, *entry, "kind")) != bonus::nameOf(bonus::EntryKind::Reserved))
        return fail(Domain::Input, u"not-a-line", u"bonus_entry %1 is no reserved line"_s.arg(entryId));
    const StaffId technician{integerOf(field(entries, *entry, "technician_id"))};
    TURNUS_TRY(access.mayDecideFor(technician));
    if (!isNull(one(m_connection, u"SELECT id FROM bonus_entry WHERE entry_id = ?"_s, entryId)))
        return fail(Domain::Input, u"already-decided", u"bonus_entry %1"_s.arg(entryId));
    const bool approved = textOf(field(decisions, decision, "decision")) == "approve"_L1;
    const qint64 referralId = integerOf(field(entries, *entry, "referral_id"));
    QString reason = textOf(field(decisions, decision, "reason"));
    if (!approved && reason.trimmed().isEmpty())
        return fail(Domain::Input, u"reason-missing", u"a refusal needs a reason"_s);
    // Decided without a network: the words may name a customer who has been erased meanwhile.
    if (!reason.isEmpty() && ErasureStore(m_connection).customerOf({referralId}) != 0) {
        reason.clear();
        emptyReason(decision);
    }
    const StaffId by = access.principal().staff;
    const Money amount{integerOf(field(entries, *entry, "amount_cents"))};
    post({technician, BonusRuleId{integerOf(field(entries, *entry, "rule_id"))}, referralId, entryId, decision.id,
          approved ? bonus::EntryKind::Approved : bonus::EntryKind::Declined, approved ? amount : -amount, std::nullopt,
          by, reason});
    m_rows.lock(referralTable(), referralId);
    const auto referral = m_rows.find(referralTable(), referralId);
    if (!referral || textOf(field(referralTable(), *referral, "stage")) != "new"_L1)
        return {};
    return moveReferral(*referral, approved ? u"accepted"_s : u"declined"_s, by, reason);
}

/// As the server's own change, so that who decided hears of it too.
void BonusService::emptyReason(Row decision)
{
    const Table &decisions = *findTable("bonus_decision");
    set(decisions, decision, "reason", {});
    m_rows.update(decisions, decision, quint64{1} << columnIndex(decisions, "reason"));
}

bool BonusService::canFollow(const QString &from, const QString &to)
{
    static constexpr std::array steps{
        std::pair{"new"_L1, "accepted"_L1},     std::pair{"new"_L1, "declined"_L1},
        std::pair{"accepted"_L1, "offered"_L1}, std::pair{"accepted"_L1, "won"_L1},
        std::pair{"accepted"_L1, "lost"_L1},    std::pair{"accepted"_L1, "declined"_L1},
        std::pair{"offered"_L1, "won"_L1},      std::pair{"offered"_L1, "lost"_L1},
    };
    return std::ranges::any_of(steps, [&](const auto &step) { return step.first == from && step.second == to; });
}

Status BonusService::moveReferral(const Row &referral, const QString &stage, StaffId by, const QString &reason,
                                  Author author)
{
    const QString from = textOf(field(referralTable(), referral, "stage"));
    if (!canFollow(from, stage))
        return fail(Domain::Input, u"stage", u"referral %1: %2 cannot follow %3"_s.arg(referral.id).arg(stage, from));
    Row moved = referral;
    set(referralTable(), moved, "stage", stage);
    m_rows.update(referralTable(), moved, quint64{1} << columnIndex(referralTable(), "stage"), author);
    recordStage(moved, stage, by, reason);
    onStage(moved, stage);
    return {};
}

void BonusService::onStage(const Row &referral, const QString &stage)
{
    Events(m_connection, m_log.now()).onReferral(referral);
    if (stage != "won"_L1)
        return;
    const Value amount = field(referralTable(), referral, "amount_cents");
    const std::optional<Money> base = isNull(amount) ? std::nullopt : std::optional(Money{integerOf(amount)});
    reserve(referral, {bonus::EventKind::Order, dayOf(m_log.now()), categoryOf(referral)}, base);
}

void BonusService::recordStage(const Row &referral, const QString &stage, StaffId by, const QString &reason)
{
    const Table &table = *findTable("referral_event");
    Row row = emptyRow(table, Meta(m_connection).takeIds(), referral.channel);
    set(table, row, "referral_id", referral.id);
    set(table, row, "stage", stage);
    set(table, row, "staff_id", orNull(by.value));
    set(table, row, "reason", reason.isEmpty() ? Value() : Value(reason));
    set(table, row, "at", toInteger(m_log.now()));
    m_rows.insert(table, row);
}

} // namespace turnus::server
