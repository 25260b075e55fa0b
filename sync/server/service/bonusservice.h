#pragma once

#include "core/bonus/rules/rule.h"
#include "sync/server/service/authorisation.h"
#include "sync/server/store/rowstore.h"

namespace turnus::server {

class Connection;

/// Books bonus entries from events, inside the transaction that applies the event. Postings are immutable: each
/// further step of a line is a new posting that names the first (entry_id).
class BonusService
{
public:
    BonusService(Connection &connection, ChangeLog &log) : m_connection(connection), m_log(log), m_rows(connection, log)
    {
    }

    /// A technician has made a referral: reserves what the rule gives, or records why not as a referral event.
    void onReferral(const Row &referral);
    /// A supervisor has decided on a reserved line. Refused when it was decided before or is no line.
    [[nodiscard]] Status onDecision(const Row &decision, const Authorisation &access);
    /// The referral has come to a stage; an order earns by the rule for orders.
    void onStage(const Row &referral, const QString &stage);
    /// Changes the stage and records the event. Refuses a stage that cannot follow.
    [[nodiscard]] Status moveReferral(const Row &referral, const QString &stage, StaffId by, const QString &reason,
                                      Author author = {});
    /// The referral event alone, for an operation that has changed the stage itself.
    void recordStage(const Row &referral, const QString &stage, StaffId by, const QString &reason);
    [[nodiscard]] static QList<bonus::Rule> rules(Connection &connection);
    [[nodiscard]] static bool canFollow(const QString &from, const QString &to);

private:
    struct Line
    {
        StaffId technician;
        BonusRuleId rule;
        qint64 referral = 0;
        qint64 entry = 0;
        qint64 decision = 0;
        bonus::EntryKind kind = bonus::EntryKind::Reserved;
        Money amount;
        std::optional<Money> base;
        StaffId by;
        QString reason;
    };
    void post(const Line &line);
    void emptyReason(Row decision);
    void reserve(const Row &referral, const bonus::Event &event, std::optional<Money> base);
    [[nodiscard]] std::optional<QString> refusal(const Row &referral);
    [[nodiscard]] QString categoryOf(const Row &referral);
    [[nodiscard]] std::optional<Money> priceOf(const Row &referral, Day day);

    Connection &m_connection;
    ChangeLog &m_log;
    RowStore m_rows;
};

} // namespace turnus::server
