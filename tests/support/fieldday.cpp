#include "tests/support/fieldday.h"

#include "core/support/time.h"
#include "tests/support/testdatabase.h"

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

const char *const catalogue = R"(
    UPDATE channel SET cursor = 1;
    UPDATE site SET name = 'Küche' WHERE id = 201;
    INSERT INTO contact (id, channel, customer_id, name, position) VALUES (210, 10, 200, 'Erika Mustermann', 'Hotelleitung');
    INSERT INTO product (id, channel, sku, name, category, manufacturer, nominal_life_months, nominal_usage_per_day,
                         usage_unit, capacity_per_day, hidden_failure, successor_id) VALUES
        (303, 1, 'BK620', 'BK 620', 'bean_to_cup', 'Berger', 96, 120, 'cups', 150, 0, NULL),
        (302, 1, 'BK420', 'BK 420', 'bean_to_cup', 'Berger', 84, 80, 'cups', 80, 0, 303);
    INSERT INTO price (id, channel, product_id, valid_from, amount_cents) VALUES (320, 1, 303, 20000, 1190000);
    INSERT INTO brochure (id, channel, title, language, product_id, sha256, size, pages, version, valid_from) VALUES
        (700, 1, 'BK 620', 'de', 303, 'b620', 1000, 4, 1, 20000);
    INSERT INTO content_file (sha256, size, present) VALUES ('b620', 1000, 1);
    INSERT INTO checklist (id, channel, name, kind, category) VALUES (600, 1, 'Wartung Vollautomat', 'maintenance', 'bean_to_cup');
    INSERT INTO checklist_item (id, channel, checklist_id, position, label, answer, unit, required) VALUES
        (601, 1, 600, 1, 'Brühgruppe gereinigt', 'ok_defect', NULL, 1),
        (602, 1, 600, 2, 'Dichtungen geprüft', 'ok_defect', NULL, 1),
        (603, 1, 600, 3, 'Brühdruck', 'number', 'bar', 1),
        (604, 1, 600, 4, 'Bemerkung', 'text', NULL, 0);
    INSERT INTO part (id, channel, number, name, product_id, price_cents) VALUES
        (620, 1, 'BG-31', 'Dichtung BG-31', 302, 1450),
        (621, 1, 'PU-07', 'Pumpe PU-07', 302, NULL),
        (622, 1, 'WF-12', 'Wasserfilter WF 1200', NULL, 8900);
    INSERT INTO service_contract (id, channel, customer_id, name, starts, visits_per_year, response_hours) VALUES
        (630, 10, 200, 'Vertrag Plus', 19000, 2, 8);
    INSERT INTO asset (id, channel, customer_id, site_id, product_id, contract_id, serial, installed, installed_year_only,
                       observed_from, place, status) VALUES
        (403, 10, 200, 201, 302, 630, 'BK4-20718', 18200, 0, 18200, 'Küche', 'active');
    INSERT INTO customer (id, channel, name, segment_id, phone) VALUES
        (220, 10, 'Café Beispiel', 70, '0123 555-0101'), (221, 10, 'Bäckerei Probe', 70, '0123 555-0102'),
        (222, 10, 'Kantine Testwerk', 70, '0123 555-0103'), (223, 10, 'Kanzlei Exempel', 70, '0123 555-0104'),
        (224, 10, 'Klinikcafé Muster', 70, '0123 555-0105');
    INSERT INTO site (id, channel, customer_id, name, street, postal_code, city, country, latitude, longitude) VALUES
        (230, 10, 220, 'Theke', 'Beispielweg 3', '20095', 'Musterstadt', 'DE', 53.56, 10.00),
        (231, 10, 221, 'Laden', 'Probegasse 8', '20095', 'Musterstadt', 'DE', 53.54, 10.01),
        (232, 10, 222, 'Kantine', 'Testring 40', '20097', 'Musterstadt', 'DE', 53.57, 10.06),
        (233, 10, 223, 'Empfang', 'Exempelallee 1', '20099', 'Musterstadt', 'DE', 53.60, 9.95),
        (234, 10, 224, 'Foyer', 'Probestraße 3', '20099', 'Musterstadt', 'DE', 53.58, 9.93);
)";

} // namespace

FieldDay::FieldDay(TestDatabase &database) : m_database(database)
{
    database.execute(catalogue);
    const Day today = database.clock.today();
    const qint64 midnight = toInteger(startOfLocalDay(today));
    const auto at = [&](int hour, int minute) { return midnight + (hour * 60 + minute) * 60'000LL; };
    const auto run = [&](const QString &sql) { database.execute(sql.toUtf8().constData()); };
    const auto appointment = [&](qint64 id, qint64 customer, qint64 site, const QString &asset, const QString &kind,
                                 qint64 from, qint64 to, const QString &status, const QString &reason) {
        run(u"INSERT INTO appointment (id, channel, customer_id, site_id, asset_id, technician_id, kind, starts, ends, "
            "status, reason) VALUES (%1, 10, %2, %3, %4, 100, '%5', %6, %7, '%8', %9)"_s.arg(id)
                .arg(customer)
                .arg(site)
                .arg(asset, kind)
                .arg(from)
                .arg(to)
                .arg(status, reason));
    };
    appointment(500, 220, 230, u"NULL"_s, u"maintenance"_s, at(8, 0), at(8, 45), u"done"_s, u"NULL"_s);
    appointment(501, 221, 231, u"NULL"_s, u"maintenance"_s, at(9, 0), at(10, 0), u"done"_s, u"'Filterwechsel'"_s);
    appointment(502, 200, 201, u"403"_s, u"maintenance"_s, at(10, 30), at(11, 30), u"planned"_s, u"NULL"_s);
    appointment(503, 222, 232, u"NULL"_s, u"repair"_s, at(12, 45), at(13, 45), u"planned"_s, u"'Milchschaum'"_s);
    appointment(504, 223, 233, u"NULL"_s, u"pick_up"_s, at(14, 30), at(15, 15), u"planned"_s,
                u"'Mühle abholen, Leihgerät'"_s);
    for (const auto &[id, appointmentId, customer, site] :
         {std::tuple(510, 500, 220, 230), std::tuple(511, 501, 221, 231)}) {
        run(u"INSERT INTO visit (id, channel, customer_id, site_id, appointment_id, technician_id, kind, status, "
            "started, ended) VALUES (%1, 10, %3, %4, %2, 100, 'maintenance', 'completed', %5, %5)"_s.arg(id)
                .arg(appointmentId)
                .arg(customer)
                .arg(site)
                .arg(at(8 + id - 510, 5)));
    }
    run(u"INSERT INTO outbox (at, kind, tbl, row, state) VALUES (%1, 1, 'visit', 511, 0)"_s.arg(at(9, 5)));
    const double values[] = {121'000, 136'600, 152'100, 167'700, 183'100, lastReading};
    for (int i = 0; i < 6; ++i) {
        const qint64 when = at(10, 0) - (181LL + (5 - i) * 180LL) * 86'400'000LL;
        run(u"INSERT INTO meter_reading (id, channel, asset_id, at, value, meter_exchanged, implausible_confirmed) "
            "VALUES (%1, 10, 403, %2, %3, 0, 0)"_s.arg(800 + i)
                .arg(when)
                .arg(values[i]));
        run(u"INSERT INTO condition_grade (id, channel, asset_id, technician_id, at, grade) "
            "VALUES (%1, 10, 403, 100, %2, %3)"_s.arg(810 + i)
                .arg(when)
                .arg(i < 2 ? 2 : 3));
    }
    const qint64 day = toInteger(today);
    run(u"INSERT INTO asset_forecast (asset_id, computed, model_version, status, p10, p50, p90, talk_from, talk_until, "
        "fail_within_interval) VALUES (403, %1, 0, 2, %2, %3, %4, %1, %3, 0.4)"_s.arg(day)
            .arg(day + 120)
            .arg(day + 270)
            .arg(day + 480));
}

void FieldDay::addEmergency()
{
    const qint64 noon = toInteger(startOfLocalDay(m_database.clock.today())) + 12 * 3'600'000LL;
    m_database.execute(u"INSERT INTO appointment (id, channel, customer_id, site_id, technician_id, kind, starts, "
                       u"ends, status, reason) "
                       "VALUES (505, 10, 224, 234, 100, 'emergency', %1, %2, 'planned', "
                       "'Vollautomat steht, kein Ersatzgerät im Haus')"_s.arg(noon - 3'600'000)
                           .arg(noon)
                           .toUtf8()
                           .constData());
}

} // namespace turnus::tests
