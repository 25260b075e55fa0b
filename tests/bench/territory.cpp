#include "tests/bench/territory.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"

#include <QDir>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace turnus::bench {

namespace {

const char *const rows = R"(
    CREATE TEMP TABLE n AS WITH RECURSIVE count(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM count WHERE i < 59999)
                           SELECT i FROM count;
    CREATE TEMP TABLE day AS SELECT %1 / 86400000 AS today, %1 AS now;
    INSERT INTO channel (id, kind, subject_id, name, cursor)
        VALUES (1, 1, 0, '', 1), (10, 2, 50, 'Nord', 1), (20, 3, 100, '', 1);
    INSERT INTO territory (id, channel, name) VALUES (50, 1, 'Nord');
    INSERT INTO team (id, channel, name, territory_id) VALUES (60, 1, 'Team Nord', 50);
    INSERT INTO staff (id, channel, name, role, team_id) VALUES (100, 1, 'Jana Muster', 'technician', 60);
    INSERT INTO segment (id, channel, name) VALUES (70, 1, 'Gastronomie'), (71, 1, 'Büro'), (72, 1, 'Bäckerei');
    INSERT INTO product (id, channel, sku, name, category, manufacturer, nominal_life_months, nominal_usage_per_day,
                         usage_unit, hidden_failure)
        SELECT 300 + i, 1, 'BK' || i, 'Modell BK ' || (100 + 20 * i), 'bean_to_cup', 'Berger', 84 + i, 80, 'cups', 0
        FROM n WHERE i < 25;
    INSERT INTO customer (id, channel, name, segment_id, phone)
        SELECT 10000 + i, 10, (CASE i %% 5 WHEN 0 THEN 'Hotel ' WHEN 1 THEN 'Café ' WHEN 2 THEN 'Bäckerei '
               WHEN 3 THEN 'Praxis ' ELSE 'Kantine ' END) || char(65 + i %% 26) || 'lster ' || i, 70 + i %% 3,
               '040 ' || (100000 + i) FROM n WHERE i < 2000;
    INSERT INTO site (id, channel, customer_id, name, street, postal_code, city, country, latitude, longitude)
        SELECT 20000 + i, 10, 10000 + i, 'Theke', 'Lindenstraße ' || (i %% 180), 20000 + i, 'Hamburg', 'DE',
               53.4 + (i %% 100) * 0.003, 9.8 + (i %% 83) * 0.004 FROM n WHERE i < 2000;
    INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, installed, installed_year_only,
                       observed_from, status)
        SELECT 30000 + i, 10, 10000 + i / 4, 20000 + i / 4, 300 + i %% 25, 'SN-' || (100000 + i),
               today - 400 - (i * 7919) %% 3000, 0, today - 400 - (i * 7919) %% 3000, 'active' FROM n, day WHERE i < 8000;
    INSERT INTO visit (id, channel, customer_id, site_id, asset_id, technician_id, kind, status, started, ended, summary)
        SELECT 100000 + i, 10, 10000 + (i %% 8000) / 4, 20000 + (i %% 8000) / 4, 30000 + i %% 8000, 100, 'maintenance',
               'completed', now - 86400000 * (30 + i / 20), now - 86400000 * (30 + i / 20) + 3600000, 'Gereinigt'
        FROM n, day WHERE i < 20000;
    INSERT INTO meter_reading (id, channel, asset_id, at, value, meter_exchanged, implausible_confirmed)
        SELECT 200000 + i, 10, 30000 + i %% 8000, now - 86400000 * 180 * (8 - i / 8000), 20000 + 14000 * (i / 8000), 0, 0
        FROM n, day;
    INSERT INTO appointment (id, channel, customer_id, site_id, asset_id, technician_id, kind, starts, ends, status,
                             reason)
        SELECT 400000 + i, 10, 10000 + i * 17, 20000 + i * 17, 30000 + i * 68, 100, 'maintenance',
               today * 86400000 + 3600000 * (7 + i), today * 86400000 + 3600000 * (8 + i), 'planned',
               'Halbjahreswartung laut Vertrag Plus' FROM n, day WHERE i < 6;
)";

void execute(storage::Connection &connection, const QString &sql)
{
    char *message = nullptr;
    if (sqlite3_exec(connection.handle(), sql.toUtf8().constData(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s", message);
}

} // namespace

void layOutTerritory(const QString &directory, qint64 nowMs)
{
    const SystemClock clock;
    auto opened = storage::Connection::open({.path = QDir(directory).filePath(u"turnus.db"_s)}, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    storage::Connection &connection = **opened;
    execute(connection, u"BEGIN"_s);
    execute(connection, QString::fromUtf8(rows).replace(u"%1"_s, QString::number(nowMs)).replace(u"%%"_s, u"%"_s));
    execute(connection, u"COMMIT; ANALYZE"_s);
    const Status signedIn = connection.write([&](storage::Writer &) -> Status {
        storage::DeviceState state(connection);
        state.adoptReplica(7);
        state.set(storage::DeviceState::staffId, StaffId{100});
        state.set(storage::DeviceState::role, u"technician"_s);
        state.set(storage::DeviceState::login, u"jana.muster"_s);
        state.set(storage::DeviceState::serverUrl, u"http://127.0.0.1:9"_s);
        return {};
    });
    if (!signedIn)
        qFatal("%s", qPrintable(signedIn.error().toString()));
}

} // namespace turnus::bench
