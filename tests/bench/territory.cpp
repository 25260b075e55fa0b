#include "tests/bench/territory.h"

<<<<<<< HEAD
#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"

#include <QDir>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
=======
#include "sync/protocol/limits.h"

#include <array>
>>>>>>> 41fa2ee (Measure the handheld's part of sync against SQLite's bare insert)

namespace turnus::bench {

namespace {

<<<<<<< HEAD
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
=======
using protocol::Value;

constexpr std::array<std::string_view, 24> vocabulary{
    "filter", "replaced", "burner",  "cleaned", "pressure", "checked", "leak",   "found",
    "valve",  "customer", "asked",   "offer",   "pump",     "noisy",   "sensor", "calibrated",
    "wiring", "loose",    "contact", "tenant",  "level",    "low",     "seal",   "ordered"};
constexpr qint64 day = 86'400'000;
constexpr qint64 start = 1'767'254'400'000;

Value text(std::string words)
{
    return Value(std::move(words));
>>>>>>> 41fa2ee (Measure the handheld's part of sync against SQLite's bare insert)
}

} // namespace

<<<<<<< HEAD
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
=======
Territory::Territory(quint64 seed) : m_state(seed)
{
    reference();
    customerRows();
    visitRows();
    readingRows();
    close();
}

quint64 Territory::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::string Territory::words(std::size_t length)
{
    std::string sentence;
    while (sentence.size() < length) {
        if (!sentence.empty())
            sentence += ' ';
        sentence += vocabulary[static_cast<std::size_t>(below(int(vocabulary.size())))];
    }
    return sentence;
}

void Territory::close()
{
    if (m_open.rows() > 0)
        m_batches.push_back(std::move(m_open));
    m_open = {};
}

void Territory::add(std::string_view table, qint64 id, qint64 rowChannel, const std::vector<Value> &values)
{
    constexpr std::size_t weighedRows = 64;
    const bool full = m_open.rows() % weighedRows == 0 && m_open.weight() >= protocol::limits::frameTargetBytes;
    if (!m_open.table || m_open.table->name != table || full) {
        close();
        m_open = protocol::Batch::over(protocol::BatchKind::Rows, *protocol::findTable(table));
    }
    m_open.ids.push_back(id);
    m_open.channels.push_back(rowChannel);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!m_open.values[i].add(values[i]))
            qFatal("column %d of %s", int(i), m_open.table->name.data());
    }
}

void Territory::reference()
{
    add("territory", 50, companyChannel, {text("Nord")});
    add("team", 60, companyChannel, {text("Team Nord"), qint64{50}, Value()});
    add("staff", 100, companyChannel, {text("Jana Muster"), text("technician"), qint64{60}, Value(), Value()});
    add("segment", 70, companyChannel, {text("Gastronomie"), Value()});
    for (qint64 i = 0; i < 400; ++i) {
        add("product", 1'000 + i, companyChannel,
            {text("P" + std::to_string(i)), text("Product " + std::to_string(i)), text("grinder"), text("Berger"),
             Value(), qint64{96}, 90.0, text("cups"), Value(), qint64{0}, Value(), Value(), Value()});
    }
}

void Territory::customerRows()
{
    for (int i = 0; i < customers; ++i) {
        add("customer", 10'000 + i, channel,
            {text("Kunde " + words(14)), qint64{70}, text("K" + std::to_string(10'000 + i)),
             text("+49 8" + std::to_string(below(10)) + ' ' + std::to_string(1'000'000 + below(8'999'999))),
             text("kontakt" + std::to_string(i) + "@example.de"), Value()});
    }
    for (int i = 0; i < customers; ++i) {
        add("site", 20'000 + i, channel,
            {qint64{10'000 + i}, text("Küche"), text("Lindenstraße " + std::to_string(1 + below(180))),
             text(std::to_string(80'000 + below(10'000))), text("München"), text("DE"),
             (47'600'000 + below(1'400'000)) / 1e6, (10'700'000 + below(1'700'000)) / 1e6, Value()});
    }
    for (int i = 0; i < assets; ++i) {
        m_customerOfAsset.push_back(below(customers));
        const qint64 installed = 14'600 + below(5'500);
        add("asset", assetId(i), channel,
            {qint64{10'000 + m_customerOfAsset.back()}, qint64{20'000 + m_customerOfAsset.back()},
             qint64{1'000 + below(400)}, Value(), text("SN-" + std::to_string(next() >> 32)), installed, qint64{0},
             installed, installed + 1'826, Value(), text(words(30) + ", Raum " + std::to_string(below(400))),
             text("active")});
    }
}

void Territory::visitRows()
{
    constexpr std::array kinds{"maintenance", "repair", "installation", "courtesy_call"};
    for (int i = 0; i < visits; ++i) {
        const int asset = below(assets);
        const int customer = m_customerOfAsset[static_cast<std::size_t>(asset)];
        const qint64 begun = start + (below(730) - 640) * day + below(40) * 900'000LL;
        add("visit", 200'000 + i, channel,
            {qint64{10'000 + customer}, qint64{20'000 + customer}, assetId(asset), Value(), qint64{100},
             text(kinds[static_cast<std::size_t>(below(4))]), text("completed"), begun,
             begun + 1'800'000 + below(8) * 900'000LL, text("hand"), Value(), text(words(95))});
    }
}

void Territory::readingRows()
{
    for (int i = 0; i < readings; ++i) {
        add("meter_reading", 300'000 + i, channel,
            {assetId(below(assets)), Value(), start - below(640) * day + below(36'000) * 1'000LL,
             below(1'000'000) / 10.0, qint64{0}, qint64{0}});
    }
}

std::size_t Territory::rows() const
{
    std::size_t sum = 0;
    for (const protocol::Batch &batch : m_batches)
        sum += batch.rows();
    return sum;
>>>>>>> 41fa2ee (Measure the handheld's part of sync against SQLite's bare insert)
}

} // namespace turnus::bench
