#include "tests/support/salescompany.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

/// The condition of the old machine in the course of its life.
int gradeAt(int monthsAgo)
{
    if (monthsAgo > 60)
        return 2;
    if (monthsAgo > 30)
        return 3;
    return monthsAgo > 10 ? 4 : 5;
}

} // namespace

SalesCompany::SalesCompany(TestDatabase &database) : m_database(database)
{
    addProducts();
    addMachine();
    addNeighbours();
    addBrochures();
}

void SalesCompany::run(const QString &sql)
{
    m_database.execute(sql.toUtf8().constData());
}

qint64 SalesCompany::dayNumber(int monthsAgo) const
{
    return toInteger(addMonths(today(), -monthsAgo));
}

qint64 SalesCompany::ms(int monthsAgo) const
{
    return toInteger(startOfLocalDay(addMonths(today(), -monthsAgo))) + 9 * 3'600'000LL;
}

void SalesCompany::addProducts()
{
    run(u"INSERT INTO product (id, channel, sku, name, category, manufacturer, summary, nominal_life_months, "
        "nominal_usage_per_day, usage_unit, capacity_per_day, hidden_failure, successor_id, spare_parts_until) VALUES "
        "(403, 1, 'BK820', 'BK 820', 'bean_to_cup', 'Berger', 'Mit Milchkühler', 102, 180, 'cups', 250, 0, NULL, NULL),"
        "(402, 1, 'BK620', 'BK 620', 'bean_to_cup', 'Berger', 'Milch selbsttätig', 102, 110, 'cups', 150, 0, NULL, "
        "NULL),"
        "(401, 1, 'BK520', 'BK 520', 'bean_to_cup', 'Berger', 'Milch von Hand', 96, 60, 'cups', 80, 0, NULL, NULL),"
        "(400, 1, 'BK420', 'BK 420', 'bean_to_cup', 'Berger', 'Auslauf', 92, 80, 'cups', 120, 0, 402, %1),"
        "(404, 1, 'MK4', 'Milchkühler 4 l', 'milk_cooler', 'Berger', NULL, 84, 0, '', NULL, 0, NULL, NULL),"
        "(405, 1, 'WF1200', 'Wasserfilter WF 1200', 'water_filter', 'Berger', NULL, 12, 0, '', NULL, 0, NULL, NULL)"_s
            .arg(dayNumber(-22)));
    run(u"INSERT INTO price (id, channel, product_id, valid_from, amount_cents) VALUES "
        "(410, 1, 401, 19000, 890000), (411, 1, 402, 19000, 1150000), (412, 1, 402, %1, 1190000), "
        "(413, 1, 403, 19000, 1540000), (414, 1, 404, 19000, 64000), (415, 1, 403, %2, 1990000)"_s.arg(dayNumber(1))
            .arg(dayNumber(-1)));
    run(u"INSERT INTO accessory (id, channel, product_id, accessory_id, reason) VALUES "
        "(420, 1, 402, 404, 'Nötig für Milchgetränke'), (421, 1, 402, 405, 'Vorhandener passt weiter')"_s);
    run(u"INSERT INTO wording (id, channel, topic, version, language, body) VALUES "
        "(430, 1, 'sales_contact', 1, 'de', 'Alte Fassung.'), "
        "(431, 1, 'sales_contact', 2, 'de', 'Der Vertrieb darf sich melden. Jederzeit widerrufbar.'), "
        "(432, 1, 'sales_contact', 2, 'en', 'Sales may get in touch. You can withdraw at any time.')"_s);
    run(u"INSERT INTO bonus_rule (id, channel, name, number, version, event, flat_cents, valid_from) VALUES "
        "(440, 1, 'Empfehlung', 'R1', 1, 'referral', 2500, 18000)"_s);
}

void SalesCompany::addMachine()
{
    run(u"INSERT INTO service_contract (id, channel, customer_id, name, starts, ends, response_hours, visits_per_year, "
        "monthly_cents) VALUES (510, 10, 200, 'Vertrag Plus', %1, %2, 8, 2, 3900)"_s.arg(dayNumber(30))
            .arg(dayNumber(-6)));
    run(u"INSERT INTO contact (id, channel, customer_id, name, position, phone, email) VALUES "
        "(520, 10, 200, 'Erika Mustermann', 'Küchenleitung', '0123 555-0101', 'e.mustermann@example.org')"_s);
    run(u"INSERT INTO asset (id, channel, customer_id, site_id, product_id, contract_id, serial, installed, "
        "installed_year_only, observed_from, warranty_end, place, status) VALUES "
        "(500, 10, 200, 201, 400, 510, 'BK4-20718', %1, 0, %1, %2, 'Theke', 'active'), "
        "(501, 10, 200, 201, 402, 510, 'BK6-31001', %3, 0, %3, %4, 'Bar', 'active')"_s.arg(dayNumber(103))
            .arg(dayNumber(79))
            .arg(dayNumber(10))
            .arg(dayNumber(-26)));
    QStringList readings;
    QStringList grades;
    int id = 5000;
    for (int months = 97; months >= 1; months -= 12) {
        const int cups = (103 - months) * 2680;
        readings.append(u"(%1, 10, 500, %2, %3.0, 0, 0)"_s.arg(id).arg(ms(months)).arg(cups));
        grades.append(u"(%1, 10, 500, 100, %2, %3)"_s.arg(id + 1).arg(ms(months)).arg(gradeAt(months)));
        id += 2;
    }
    run(u"INSERT INTO meter_reading (id, channel, asset_id, at, value, meter_exchanged, implausible_confirmed) VALUES "_s +
        readings.join(u','));
    run(u"INSERT INTO condition_grade (id, channel, asset_id, technician_id, at, grade) VALUES "_s + grades.join(u','));
    run(u"INSERT INTO repair (id, channel, asset_id, at, description, cost_cents) VALUES "
        "(5101, 10, 500, %1, 'Pumpe ersetzt', 48000), (5102, 10, 500, %2, 'Brühgruppe überholt', 100000), "
        "(5103, 10, 500, %3, 'Mahlwerk ersetzt', 86000)"_s.arg(ms(30))
            .arg(ms(9))
            .arg(ms(3)));
    run(u"INSERT INTO appointment (id, channel, customer_id, site_id, asset_id, technician_id, kind, starts, ends, "
        "status) VALUES (531, 10, 200, 201, 500, 100, 'maintenance', %1, %2, 'under_way')"_s.arg(ms(0))
            .arg(ms(0) + 5'400'000));
    run(u"INSERT INTO visit (id, channel, customer_id, site_id, asset_id, appointment_id, technician_id, kind, status, "
        "started) VALUES (530, 10, 200, 201, 500, 531, 100, 'maintenance', 'under_way', %1), "
        "(532, 10, 200, 201, 500, NULL, 100, 'repair', 'completed', %2)"_s.arg(ms(0))
            .arg(ms(3)));
}

void SalesCompany::addNeighbours()
{
    struct Neighbour
    {
        int id;
        const char *name;
        double latitude;
        double longitude;
        int product;
        int monthsOld;
    };
    const Neighbour neighbours[] = {{600, "Kantine Testwerk", 53.565, 10.03, 300, 96},
                                    {601, "Bäckerei Probe", 53.585, 9.93, 400, 112},
                                    {602, "Gasthof Vorlage", 53.51, 9.90, 400, 100},
                                    {603, "Praxis Platzhalter", 53.61, 10.05, 300, 90},
                                    {604, "Kanzlei Exempel", 53.52, 10.08, 402, 12}};
    for (const Neighbour &n : neighbours) {
        run(u"INSERT INTO customer (id, channel, name, segment_id) VALUES (%1, 10, '%2', 70)"_s.arg(n.id).arg(
            QString::fromUtf8(n.name)));
        run(u"INSERT INTO site (id, channel, customer_id, name, street, postal_code, city, country, latitude, "
            "longitude) VALUES (%1, 10, %2, 'Haupthaus', 'Beispielweg %2', '20099', 'Hamburg', 'DE', %3, %4)"_s
                .arg(n.id + 10)
                .arg(n.id)
                .arg(n.latitude)
                .arg(n.longitude));
        run(u"INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, installed, "
            "installed_year_only, observed_from, status) VALUES (%1, 10, %2, %3, %4, 'SN-%1', %5, 0, %5, 'active')"_s
                .arg(n.id + 20)
                .arg(n.id)
                .arg(n.id + 10)
                .arg(n.product)
                .arg(dayNumber(n.monthsOld)));
    }
    run(u"INSERT INTO condition_grade (id, channel, asset_id, technician_id, at, grade) VALUES "
        "(5201, 10, 620, 100, %1, 4), (5202, 10, 620, 100, %2, 5), (5203, 10, 621, 100, %1, 4), "
        "(5204, 10, 621, 100, %2, 5), (5205, 10, 622, 100, %2, 4)"_s.arg(ms(13))
            .arg(ms(1)));
    run(u"INSERT INTO appointment (id, channel, customer_id, site_id, asset_id, technician_id, kind, starts, ends, "
        "status) VALUES (640, 10, 600, 610, 620, 100, 'maintenance', %1, %2, 'planned')"_s.arg(ms(0) + 13'500'000)
            .arg(ms(0) + 17'100'000));
    run(u"INSERT INTO visit (id, channel, customer_id, site_id, asset_id, technician_id, kind, status, started, ended) "
        "VALUES (641, 10, 601, 611, 621, 100, 'maintenance', 'completed', %1, %1)"_s.arg(ms(1)));
    run(u"INSERT INTO referral (id, channel, customer_id, site_id, asset_id, visit_id, technician_id, product_id, "
        "interest, repair_shown, stage, created) VALUES "
        "(650, 10, 601, 611, 621, 641, 100, 402, 'hot', 1, 'new', %1)"_s.arg(ms(0) - 3 * 86'400'000LL));
}

void SalesCompany::addBrochures()
{
    run(u"INSERT INTO brochure (id, channel, title, language, product_id, sha256, size, pages, version, valid_from, "
        "valid_until) VALUES "
        "(540, 1, 'BK 620 für Hotels', 'de', 402, 'aa', 1000, 12, 5, 19000, NULL), "
        "(541, 1, 'Reparieren oder tauschen?', 'de', NULL, 'bb', 800, 4, 2, 19000, NULL), "
        "(542, 1, 'BK 400 Baureihe', 'de', 400, 'cc', 900, 8, 5, 18000, %1), "
        "(543, 1, 'BK 620 for hotels', 'en', 402, 'dd', 1000, 12, 5, 19000, NULL), "
        "(544, 1, 'Mühle GR 75', 'de', 301, 'ee', 700, 6, 1, 19000, %2)"_s.arg(dayNumber(0) - 5)
            .arg(dayNumber(0) + 3));
    run(u"INSERT INTO content_file (sha256, size, present) VALUES ('aa', 1000, 1), ('bb', 800, 1), ('cc', 900, 1), "
        "('dd', 1000, 1), ('ee', 700, 0)"_s);
}

void SalesCompany::addCustomers(int count)
{
    const QStringList kinds{u"Hotel"_s, u"Gasthof"_s, u"Bäckerei"_s, u"Café"_s, u"Praxis"_s};
    const QStringList towns{u"Hamburg"_s, u"Kiel"_s, u"Lübeck"_s, u"Bremen"_s};
    run(u"BEGIN"_s);
    for (int i = 0; i < count; ++i) {
        const int id = 100'000 + i * 10;
        run(u"INSERT INTO customer (id, channel, name, segment_id, phone) VALUES (%1, 10, '%2 Betrieb %3', 70, "
            "'040 555-%3')"_s.arg(id)
                .arg(kinds.at(i % kinds.size()))
                .arg(i, 4, 10, QLatin1Char('0')));
        run(u"INSERT INTO site (id, channel, customer_id, name, street, postal_code, city, country, latitude, "
            "longitude) VALUES (%1, 10, %2, 'Küche', 'Lindenstraße %3', '2%4', '%5', 'DE', 53.5, 10.0)"_s.arg(id + 1)
                .arg(id)
                .arg(i)
                .arg(i, 4, 10, QLatin1Char('0'))
                .arg(towns.at(i % towns.size())));
        for (int a = 0; a < 4; ++a) {
            run(u"INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, installed, "
                "installed_year_only, observed_from, status) VALUES (%1, 10, %2, %3, %4, 'BK-%1', %5, 0, %5, "
                "'active')"_s.arg(id + 2 + a)
                    .arg(id)
                    .arg(id + 1)
                    .arg(a == 3 ? 300 : 400 + a)
                    .arg(dayNumber(6 + (i * 7 + a * 31) % 110)));
        }
    }
    run(u"COMMIT"_s);
}

void SalesCompany::addFinding(int grade)
{
    run(u"INSERT INTO finding (id, channel, asset_id, visit_id, what, place, grade, at) VALUES "
        "(5300, 10, 500, 530, 'Brühgruppe undicht', 'Brühgruppe', %1, %2)"_s.arg(grade)
            .arg(ms(0)));
}

} // namespace turnus::tests
