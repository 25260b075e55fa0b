#include "tests/support/testdatabase.h"

#include "core/storage/devicestate.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

namespace turnus::tests {

namespace {

const char *const company = R"(
    INSERT INTO channel (id, kind, subject_id, name) VALUES (1, 1, 0, 'Firma'), (10, 2, 50, 'Nord'), (20, 3, 100, '');
    INSERT INTO territory (id, channel, name) VALUES (50, 1, 'Nord');
    INSERT INTO team (id, channel, name, territory_id) VALUES (60, 1, 'Team Nord', 50);
    INSERT INTO staff (id, channel, name, role, team_id) VALUES
        (100, 1, 'Jana Muster', 'technician', 60), (101, 1, 'Rolf Vorlage', 'supervisor', 60);
    INSERT INTO segment (id, channel, name) VALUES (70, 1, 'Gastronomie');
    INSERT INTO product (id, channel, sku, name, category, manufacturer, nominal_life_months, nominal_usage_per_day,
                         usage_unit, hidden_failure, successor_id) VALUES
        (301, 1, 'GR75', 'Mühle GR 75', 'grinder', 'Berger', 96, 90, 'cups', 0, NULL),
        (300, 1, 'GR60', 'Mühle GR 60', 'grinder', 'Berger', 84, 80, 'cups', 0, 301);
    INSERT INTO price (id, channel, product_id, valid_from, amount_cents) VALUES (310, 1, 301, 20000, 240000);
    INSERT INTO customer (id, channel, name, segment_id, phone) VALUES (200, 10, 'Hotel Musterhof', 70, '0123 555-0100');
    INSERT INTO site (id, channel, customer_id, name, street, postal_code, city, country, latitude, longitude) VALUES
        (201, 10, 200, 'Küche', 'Musterstraße 12', '20095', 'Hamburg', 'DE', 53.55, 9.99);
    INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, installed, installed_year_only,
                       observed_from, status) VALUES (202, 10, 200, 201, 300, 'GR6-20718', 17600, 0, 17600, 'active');
)";

} // namespace

TestDatabase::TestDatabase()
{
    if (!m_directory.isValid())
        qFatal("no temporary directory");
    reopen();
    execute(company);
    const auto adopted = m_connection->write([&](storage::Writer &) -> Status {
        storage::DeviceState state(*m_connection);
        state.adoptReplica(7);
        state.set(storage::DeviceState::staffId, technician);
        state.set(storage::DeviceState::role, QStringLiteral("technician"));
        return {};
    });
    if (!adopted)
        qFatal("%s", qPrintable(adopted.error().toString()));
}

void TestDatabase::reopen()
{
    m_connection.reset();
    auto opened = storage::Connection::open({.path = path(), .notifier = &notifier}, clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    m_connection = std::move(*opened);
}

void TestDatabase::execute(const char *sql)
{
    char *message = nullptr;
    if (sqlite3_exec(m_connection->handle(), sql, nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s in %s", message, sql);
}

qint64 TestDatabase::integer(const char *sql)
{
    const auto value = m_connection->read([&] {
        storage::Statement row = m_connection->query(sql);
        return row.step() ? row.integer(0) : 0;
    });
    if (!value)
        qFatal("%s", qPrintable(value.error().toString()));
    return *value;
}

} // namespace turnus::tests
