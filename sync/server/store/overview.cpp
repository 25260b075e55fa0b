#include "sync/server/store/overview.h"

#include "sync/server/store/connection.h"

#include <array>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

/// `sql` has one place for the condition on the technician's login, whose account is joined as `a`.
struct Topic
{
    const char *name;
    const char *columns;
    const char *sql;
};

constexpr std::array allTopics{
    Topic{"visits",
          "id customer city technician kind status started ended device asset answers readings grades parts signed",
          "SELECT v.id, c.name, si.city, s.name, v.kind, v.status, v.started, v.ended, v.id / 4294967296, p.name, "
          "(SELECT count(*) FROM checklist_answer x WHERE x.visit_id = v.id), "
          "(SELECT count(*) FROM meter_reading x WHERE x.visit_id = v.id), "
          "(SELECT count(*) FROM condition_grade x WHERE x.visit_id = v.id), "
          "(SELECT count(*) FROM part_use x WHERE x.visit_id = v.id), "
          "(SELECT count(*) FROM signature x WHERE x.visit_id = v.id) "
          "FROM visit v JOIN customer c ON c.id = v.customer_id JOIN site si ON si.id = v.site_id "
          "JOIN staff s ON s.id = v.technician_id LEFT JOIN account a ON a.staff_id = s.id "
          "LEFT JOIN asset t ON t.id = v.asset_id LEFT JOIN product p ON p.id = t.product_id "
          "WHERE 1 = 1 %1 ORDER BY v.started DESC, v.id DESC LIMIT ?"},
    Topic{"referrals",
          "id customer technician asset serial offered interest stage amount_cents forecast verdict created reason "
          "complaint",
          "SELECT r.id, c.name, s.name, p.name, t.serial, o.name, r.interest, r.stage, r.amount_cents, "
          "d.forecast_status, d.verdict, r.created, (SELECT e.reason FROM referral_event e WHERE e.referral_id = r.id "
          "ORDER BY e.at DESC, e.id DESC LIMIT 1), CASE WHEN EXISTS (SELECT 1 FROM complaint q WHERE q.customer_id = "
          "r.customer_id AND q.settled IS NULL) THEN 'open' ELSE 'none' END "
          "FROM referral r JOIN customer c ON c.id = r.customer_id "
          "JOIN staff s ON s.id = r.technician_id LEFT JOIN account a ON a.staff_id = s.id "
          "JOIN asset t ON t.id = r.asset_id JOIN product p ON p.id = t.product_id "
          "LEFT JOIN product o ON o.id = r.product_id LEFT JOIN due_note d ON d.id = r.due_note_id "
          "WHERE 1 = 1 %1 ORDER BY r.created DESC, r.id DESC LIMIT ?"},
    Topic{"bonus", "id technician rule rule_version referral amount_cents state decided_by reason reserved",
          "SELECT e.id, s.name, u.number, u.version, e.referral_id, e.amount_cents, COALESCE(n.kind, e.kind), d.name, "
          "n.reason, e.at FROM bonus_entry e JOIN staff s ON s.id = e.technician_id "
          "LEFT JOIN account a ON a.staff_id = s.id JOIN bonus_rule u ON u.id = e.rule_id "
          "LEFT JOIN bonus_entry n ON n.id = (SELECT x.id FROM bonus_entry x WHERE x.entry_id = e.id "
          "ORDER BY x.at DESC, x.id DESC LIMIT 1) LEFT JOIN staff d ON d.id = n.staff_id "
          "WHERE e.kind = 'reserved' %1 ORDER BY e.at DESC, e.id DESC LIMIT ?"},
    Topic{"ledger", "id technician kind amount_cents line referral rule decision by reason at",
          "SELECT e.id, s.name, e.kind, e.amount_cents, e.entry_id, e.referral_id, u.number, e.decision_id, d.name, "
          "e.reason, e.at FROM bonus_entry e JOIN staff s ON s.id = e.technician_id "
          "LEFT JOIN account a ON a.staff_id = s.id JOIN bonus_rule u ON u.id = e.rule_id "
          "LEFT JOIN staff d ON d.id = e.staff_id WHERE 1 = 1 %1 ORDER BY e.at DESC, e.id DESC LIMIT ?"},
    Topic{"conflicts",
          "id table row column base mine mine_by mine_at theirs theirs_by theirs_at settled_at settled_by "
          "choice",
          "SELECT f.id, f.tbl, f.row_id, f.column_name, f.base, f.mine, s.name, f.mine_at, f.theirs, f.theirs_by, "
          "f.theirs_at, f.settled_at, (SELECT name FROM staff WHERE id = f.settled_by), f.choice FROM conflict f LEFT "
          "JOIN staff s ON s.id = f.mine_by "
          "LEFT JOIN account a ON a.staff_id = s.id WHERE 1 = 1 %1 ORDER BY f.id DESC LIMIT ?"},
    Topic{"quarantine", "replica sequence table row reason detail says by at",
          "SELECT o.replica, o.seq, o.tbl, o.row_id, o.reason, o.detail, o.payload, s.name, o.at FROM outcome o "
          "LEFT JOIN staff s ON s.id = o.staff_id LEFT JOIN account a ON a.staff_id = s.id "
          "WHERE o.status = 4 %1 ORDER BY o.at DESC, o.seq DESC LIMIT ?"},
    Topic{"repairs", "replica login device channel cursor device_rows at",
          "SELECT r.replica, p.login, p.device, r.channel, r.seq, r.device_rows, r.at FROM repair_report r "
          "JOIN replica p ON p.number = r.replica JOIN account a ON a.login = p.login "
          "WHERE 1 = 1 %1 ORDER BY r.at DESC, r.replica DESC LIMIT ?"},
};

} // namespace

QStringList Overview::topics()
{
    QStringList names;
    for (const Topic &topic : allTopics)
        names.append(QLatin1StringView(topic.name));
    return names;
}

Listing Overview::list(const QString &name, const QString &login, int limit)
{
    Listing listing;
    for (const Topic &topic : allTopics) {
        if (name != QLatin1StringView(topic.name))
            continue;
        listing.columns = QString::fromLatin1(topic.columns).split(u' ');
        QList<Value> parameters;
        if (!login.isEmpty())
            parameters.append(login.toLower());
        parameters.append(qint64{limit});
        Statement row(m_connection,
                      QString::fromLatin1(topic.sql).arg(login.isEmpty() ? QString() : u"AND a.login = ?"_s),
                      parameters);
        while (row.next()) {
            QList<Value> values;
            for (int i = 0; i < listing.columns.size(); ++i)
                values.append(row.value(i));
            listing.rows.append(values);
        }
    }
    return listing;
}

} // namespace turnus::server
