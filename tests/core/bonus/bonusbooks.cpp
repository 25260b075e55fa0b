#include "tests/core/bonus/bonusbooks.h"

#include "core/storage/devicestate.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

/// SQL in which {d-3} stands for the instant three days before the clock's start, {day-3} for that day's number.
void lay(TestDatabase &database, QString sql)
{
    constexpr qint64 start = 1'791'187'200'000;
    constexpr qint64 day = 86'400'000;
    for (int ago = 0; ago <= 2'200; ++ago) {
        if (!sql.contains(u"-%1}"_s.arg(ago)))
            continue;
        sql.replace(u"{d-%1}"_s.arg(ago), QString::number(start - ago * day));
        sql.replace(u"{day-%1}"_s.arg(ago), QString::number(start / day - ago));
    }
    database.execute(sql.toUtf8().constData());
}

} // namespace

BonusBooks::BonusBooks(TestDatabase &database) : m_database(database)
{
    people();
    rules();
    visits();
    evidence();
    ledger();
}

void BonusBooks::signInSupervisor()
{
    const auto done = m_database.connection().write([&](storage::Writer &) -> Status {
        storage::DeviceState state(m_database.connection());
        state.set(storage::DeviceState::staffId, supervisor);
        state.set(storage::DeviceState::role, u"supervisor"_s);
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().toString()));
}

BonusEntryId BonusBooks::post(BonusEntryId line, const char *kind, const char *reason)
{
    const qint64 id = m_database.integer("SELECT max(id) + 1 FROM bonus_entry");
    const QString sql =
        u"INSERT INTO bonus_entry SELECT %1, channel, technician_id, rule_id, referral_id, id, "
        "(SELECT max(id) FROM bonus_decision WHERE entry_id = %2), '%3', amount_cents, base_cents, %4, %5, %6 "
        "FROM bonus_entry WHERE id = %2"_s.arg(id)
            .arg(line.value)
            .arg(QLatin1StringView(kind))
            .arg(supervisor.value)
            .arg(reason ? u"'%1'"_s.arg(QString::fromUtf8(reason)) : u"NULL"_s)
            .arg(toInteger(m_database.clock.now()));
    // through a connection's write, so that view models hear of it
    const auto done = m_database.connection().write([&](storage::Writer &) -> Status {
        m_database.connection().execute(sql.toStdString());
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().toString()));
    return BonusEntryId{id};
}

void BonusBooks::people()
{
    lay(m_database, uR"(
        UPDATE team SET leader_id = 101;
        UPDATE staff SET team_id = NULL WHERE id = 101;
        INSERT INTO channel (id, kind, subject_id, name) VALUES (21, 3, 110, ''), (22, 3, 111, ''), (23, 3, 112, ''),
            (24, 3, 113, '');
        INSERT INTO staff (id, channel, name, role, team_id) VALUES (110, 1, 'Anton Exempel', 'technician', 60),
            (111, 1, 'Kira Probe', 'technician', 60), (112, 1, 'Simon Beispiel', 'technician', 60),
            (113, 1, 'Tom Platzhalter', 'technician', 60);
        INSERT INTO customer (id, channel, name, segment_id) VALUES (210, 10, 'Pension Mustertal', 70),
            (211, 10, 'Kanzlei Exempel', 70), (212, 10, 'Kiosk Vorlage', 70), (213, 10, 'Praxis Platzhalter', 70);
        INSERT INTO site (id, channel, customer_id, name, street, postal_code, city, country)
            SELECT id + 10, 10, id, 'Haupthaus', 'Hafenweg 3', '20457', 'Hamburg', 'DE' FROM customer WHERE id >= 210;
        INSERT INTO product (id, channel, sku, name, category, manufacturer, nominal_life_months,
            nominal_usage_per_day, usage_unit, hidden_failure) VALUES
            (302, 1, 'BK620', 'BK 620', 'espresso_machine', 'Berger', 96, 150, 'cups', 0),
            (303, 1, 'BK520', 'BK 520', 'espresso_machine', 'Berger', 96, 120, 'cups', 0);
        INSERT INTO price (id, channel, product_id, valid_from, amount_cents) VALUES
            (311, 1, 302, 20000, 1190000), (312, 1, 303, 20000, 890000);
        INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, installed, installed_year_only,
            observed_from, status)
            SELECT id + 30, 10, id, id + 10, 303, 'BK5-' || id, 18000, 0, 18000, 'active' FROM customer WHERE id >= 210;
    )"_s);
}

void BonusBooks::rules()
{
    lay(m_database, uR"(
        INSERT INTO bonus_rule (id, channel, name, number, version, event, category, flat_cents, basis_points,
            cap_cents, valid_from) VALUES
            (400, 1, 'Kauf', '4.2', 7, 'order', NULL, NULL, 100, 15000, 20000),
            (401, 1, 'Qualifizierte Empfehlung', '2.1', 3, 'referral', NULL, 2400, NULL, NULL, 20000),
            (402, 1, 'Vertrag Plus', '5.1', 2, 'contract', NULL, 4000, NULL, NULL, 20000);
    )"_s);
}

void BonusBooks::visits()
{
    lay(m_database, uR"(
        INSERT INTO visit (id, channel, customer_id, site_id, asset_id, technician_id, kind, status, started, ended,
            arrival, arrival_distance_m, summary) VALUES
            (600, 10, 210, 220, 240, 100, 'maintenance', 'completed', {d-24}, {d-24}, 'position', 40, NULL),
            (601, 10, 200, 201, 202, 100, 'maintenance', 'completed', {d-3}, {d-3}, 'position', 25,
             'Mahlscheiben abgenutzt, Motor wird heiß'),
            (602, 10, 212, 222, 242, 112, 'repair', 'completed', {d-2}, {d-2}, 'hand', NULL, NULL),
            (603, 10, 213, 223, 243, 110, 'maintenance', 'completed', {d-1}, {d-1}, 'position', 60, NULL);
        INSERT INTO due_note (id, channel, asset_id, visit_id, verdict, horizon_months, signs, customer_informed,
            forecast_status, p10, p50, p90, model_version, reasons, at) VALUES
            (650, 10, 202, 601, 'replace', NULL, 'grade,repair_cost', 1, 'due', {day-60}, {day-0}, {day-0}, 1,
             'Note 4 bei drei Besuchen in Folge
Zwei Reparaturen für 610,00 € in 24 Monaten
90 Tassen am Tag statt 80', {d-3}),
            (651, 10, 242, 602, 'replace', NULL, 'grade', 0, 'overdue', {day-90}, {day-30}, {day-0}, 1, NULL, {d-2});
        INSERT INTO referral (id, channel, customer_id, site_id, asset_id, visit_id, due_note_id, technician_id,
            product_id, interest, note, repair_shown, amount_cents, stage, created) VALUES
            (700, 10, 210, 220, 240, 600, NULL, 100, 302, 'hot', NULL, 1, 1190000, 'won', {d-24}),
            (701, 10, 200, 201, 202, 601, 650, 100, 301, 'hot', 'Wünscht Vergleich mit Leihgerät', 1, NULL, 'new',
             {d-3}),
            (702, 10, 212, 222, 242, 602, 651, 112, 301, 'later', NULL, 0, NULL, 'new', {d-2}),
            (703, 10, 213, 223, 243, 603, NULL, 110, NULL, 'information', NULL, 0, NULL, 'new', {d-1}),
            (704, 10, 200, 201, 202, 601, 650, 100, 301, 'later', NULL, 0, NULL, 'lost', {d-40});
        INSERT INTO referral_event (id, channel, referral_id, stage, staff_id, reason, at) VALUES
            (720, 10, 700, 'accepted', 101, NULL, {d-22}), (721, 10, 700, 'offered', 101, NULL, {d-18}),
            (722, 10, 700, 'won', 101, 'Auftrag A-2291', {d-11}), (723, 10, 704, 'accepted', 101, NULL, {d-38}),
            (724, 10, 704, 'lost', 101, 'Kunde bleibt bei Reparatur', {d-6});
    )"_s);
}

void BonusBooks::evidence()
{
    lay(m_database, uR"(
        INSERT INTO finding (id, channel, asset_id, visit_id, what, place, grade, at) VALUES
            (800, 10, 202, 601, 'Mahlscheiben abgenutzt', 'Mahlwerk', 4, {d-3}),
            (801, 10, 240, 600, 'Pumpe verliert Druck', NULL, 5, {d-24});
        INSERT INTO condition_grade (id, channel, asset_id, visit_id, technician_id, at, grade) VALUES
            (810, 10, 202, NULL, 100, {d-1100}, 2), (811, 10, 202, NULL, 100, {d-730}, 3),
            (812, 10, 202, NULL, 100, {d-365}, 4), (813, 10, 202, NULL, 100, {d-180}, 4),
            (814, 10, 202, 601, 100, {d-3}, 4);
        INSERT INTO brochure (id, channel, title, language, product_id, sha256, size, pages, version, valid_from)
            VALUES (820, 1, 'Mühlen der Reihe GR', 'de', 301, 'b0', 1000, 12, 1, 20000);
        INSERT INTO page_view (id, channel, brochure_id, visit_id, page, shown_ms, at) VALUES
            (830, 10, 820, 601, 1, 21000, {d-3}), (831, 10, 820, 601, 4, 64000, {d-3}),
            (832, 10, 820, 601, 5, 49000, {d-3}), (833, 10, 820, 601, 4, 12000, {d-3});
        INSERT INTO consent (id, channel, customer_id, visit_id, technician_id, given_by, medium, purpose, granted, at)
            VALUES (840, 10, 200, 601, 100, 'Frau Musterhof', 'phone', 'sales_contact', 1, {d-3}),
                   (841, 10, 200, 601, 100, 'Frau Musterhof', 'email', 'sales_contact', 0, {d-3});
        INSERT INTO content_file (sha256, size, present) VALUES ('f1', 100, 1), ('f2', 100, 1), ('f3', 100, 0);
        INSERT INTO attachment (id, channel, visit_id, asset_id, finding_id, sha256, size, media_type, kind, at) VALUES
            (850, 10, 601, 202, 800, 'f1', 100, 'image/png', 'photo', {d-3}),
            (851, 10, 601, 202, 800, 'f2', 100, 'image/png', 'photo', {d-3}),
            (852, 10, 601, 202, NULL, 'f3', 100, 'image/png', 'photo', {d-3}),
            (853, 10, 601, NULL, NULL, 'r1', 100, 'application/pdf', 'report', {d-3});
    )"_s);
}

void BonusBooks::ledger()
{
    lay(m_database, uR"(
        INSERT INTO bonus_entry (id, channel, technician_id, rule_id, referral_id, entry_id, kind, amount_cents,
            base_cents, staff_id, reason, at) VALUES
            (500, 20, 100, 400, 700, NULL, 'reserved', 11900, 1190000, NULL, NULL, {d-11}),
            (501, 20, 100, 401, 701, NULL, 'reserved', 2400, NULL, NULL, NULL, {d-3}),
            (502, 20, 100, 402, NULL, NULL, 'reserved', 4000, NULL, NULL, NULL, {d-12}),
            (503, 20, 100, 401, 704, NULL, 'reserved', 2400, NULL, NULL, NULL, {d-40}),
            (504, 20, 100, 401, NULL, NULL, 'reserved', 2400, NULL, NULL, NULL, {d-70}),
            (505, 20, 100, 400, 700, NULL, 'reserved', 8900, 890000, NULL, NULL, {d-75}),
            (510, 21, 110, 402, 703, NULL, 'reserved', 4000, NULL, NULL, NULL, {d-1}),
            (511, 21, 110, 401, NULL, NULL, 'reserved', 2400, NULL, NULL, NULL, {d-20}),
            (512, 23, 112, 401, 702, NULL, 'reserved', 2400, NULL, NULL, NULL, {d-2}),
            (513, 23, 112, 400, NULL, NULL, 'reserved', 11900, 1190000, NULL, NULL, {d-15}),
            (514, 22, 111, 402, NULL, NULL, 'reserved', 4000, NULL, NULL, NULL, {d-9}),
            (520, 20, 100, 402, NULL, 502, 'approved', 4000, NULL, 101, NULL, {d-2}),
            (521, 20, 100, 401, 704, 503, 'approved', 2400, NULL, 101, NULL, {d-35}),
            (522, 20, 100, 401, 704, 503, 'reversed', -2400, NULL, NULL, 'Auftrag zurückgenommen', {d-1}),
            (523, 20, 100, 401, NULL, 504, 'approved', 2400, NULL, 101, NULL, {d-60}),
            (524, 20, 100, 401, NULL, 504, 'paid', 2400, NULL, NULL, NULL, {d-10}),
            (525, 20, 100, 400, 700, 505, 'approved', 8900, 890000, 101, NULL, {d-61}),
            (526, 20, 100, 400, 700, 505, 'paid', 8900, 890000, NULL, NULL, {d-10}),
            (527, 21, 110, 401, NULL, 511, 'approved', 2400, NULL, 101, NULL, {d-3}),
            (528, 23, 112, 400, NULL, 513, 'approved', 11900, 1190000, 101, NULL, {d-4}),
            (529, 22, 111, 402, NULL, 514, 'declined', 4000, NULL, 101, 'Vertrag bestand schon', {d-2});
    )"_s);
}

} // namespace turnus::tests
