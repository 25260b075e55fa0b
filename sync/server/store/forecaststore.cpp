#include "sync/server/store/forecaststore.h"

#include "core/forecast/standing.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

std::optional<Day> dayOrNone(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(dayFrom(row.integer(column)));
}

double realOf(const Statement &row, int column)
{
    const Value value = row.value(column);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return static_cast<double>(integerOf(value));
}

/// Puts the condition on the customer where the text says {of}; asset is named a there.
QString ofCustomer(const char *sql, qint64 customer)
{
    return QString::fromLatin1(sql).replace(u"{of}"_s, customer == 0 ? u"a.customer_id > ?"_s : u"a.customer_id = ?"_s);
}

QList<Row> rowsOf(Connection &connection, const protocol::Table &table, const QString &order)
{
    QStringList names{u"id"_s, u"channel"_s};
    for (const protocol::Column &column : table.columns)
        names.append(named(column.name));
    QList<Row> rows;
    Statement row(connection, u"SELECT "_s + names.join(u", "_s) + u" FROM "_s + named(table.name) + order,
                  QList<Value>{});
    while (row.next()) {
        Row &added = rows.emplace_back(Row{row.integer(0), row.integer(1), {}});
        for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
            added.values.append(row.value(2 + i));
    }
    return rows;
}

} // namespace

void ForecastStore::products(Day today, const std::function<void(const ProductRow &)> &take)
{
    QHash<qint64, std::pair<double, double>> measured;
    Statement quantity(m_connection, u"SELECT product_id, at_new, value_limit FROM measured_quantity ORDER BY id"_s,
                       QList<Value>{});
    while (quantity.next())
        measured.insert(quantity.integer(0), {realOf(quantity, 1), realOf(quantity, 2)});
    Statement row(m_connection,
                  u"SELECT p.id, p.name, p.category, p.nominal_life_months, p.nominal_usage_per_day, p.usage_unit, "
                  "p.hidden_failure, p.spare_parts_until, coalesce("
                  "(SELECT amount_cents FROM price WHERE product_id = p.id AND valid_from <= ? "
                  "ORDER BY valid_from DESC, id DESC LIMIT 1), "
                  "(SELECT amount_cents FROM price WHERE product_id = p.successor_id AND valid_from <= ? "
                  "ORDER BY valid_from DESC, id DESC LIMIT 1), 0) FROM product p ORDER BY p.id"_s,
                  toInteger(today), toInteger(today));
    while (row.next()) {
        const auto values = measured.constFind(row.integer(0));
        take({.id = row.integer(0),
              .name = row.text(1),
              .category = row.text(2),
              .nominalLifeMonths = static_cast<int>(row.integer(3)),
              .nominalUsagePerDay = realOf(row, 4),
              .usageUnit = row.text(5),
              .hiddenFailure = row.integer(6) != 0,
              .sparePartsUntil = dayOrNone(row, 7),
              .priceCents = row.integer(8),
              .measured = values == measured.cend() ? std::nullopt : std::optional(*values)});
    }
}

void ForecastStore::assets(qint64 customer, const std::function<void(const AssetRow &)> &take)
{
    Statement row(m_connection,
                  ofCustomer("SELECT a.id, a.channel, a.product_id, a.customer_id, a.serial, a.installed, "
                             "a.installed_year_only, a.observed_from, a.warranty_end, a.statutory_limit, k.ends, "
                             "CASE a.status WHEN 'active' THEN 1 ELSE 0 END FROM asset a "
                             "LEFT JOIN service_contract k ON k.id = a.contract_id WHERE {of} ORDER BY a.id",
                             customer),
                  customer);
    while (row.next()) {
        take({.id = row.integer(0),
              .channel = row.integer(1),
              .product = row.integer(2),
              .customer = row.integer(3),
              .serial = row.text(4),
              .installed = dayFrom(row.integer(5)),
              .installedYearOnly = row.integer(6) != 0,
              .observedFrom = dayFrom(row.integer(7)),
              .warrantyEnd = dayOrNone(row, 8),
              .statutoryLimit = dayOrNone(row, 9),
              .contractEnd = dayOrNone(row, 10),
              .active = row.integer(11) != 0});
    }
}

void ForecastStore::facts(const char *sql, qint64 customer, const std::function<void(const FactRow &)> &take)
{
    Statement row(m_connection, ofCustomer(sql, customer), customer);
    while (row.next()) {
        take({.id = row.integer(0),
              .asset = row.integer(1),
              .day = localDay(instantFrom(row.integer(2))),
              .value = realOf(row, 3),
              .number = row.integer(4),
              .technician = row.integer(5),
              .visit = row.integer(6)});
    }
}

void ForecastStore::standingFacts(const char *sql, qint64 customer, const std::function<void(const FactRow &)> &take)
{
    forecast::StandingFacts<FactRow> ofAsset;
    qint64 asset = 0;
    const auto flush = [&] {
        for (const FactRow &row : ofAsset.take())
            take(row);
    };
    facts(sql, customer, [&](const FactRow &row) {
        if (row.asset != asset)
            flush();
        asset = row.asset;
        ofAsset.add(row.visit, row);
    });
    flush();
}

void ForecastStore::readings(qint64 customer, const std::function<void(const FactRow &)> &take)
{
    standingFacts("SELECT f.id, f.asset_id, f.at, f.value, f.meter_exchanged, 0, coalesce(f.visit_id, 0) "
                  "FROM meter_reading f JOIN asset a ON a.id = f.asset_id WHERE {of} ORDER BY f.asset_id, f.at, f.id",
                  customer, take);
}

void ForecastStore::grades(qint64 customer, const std::function<void(const FactRow &)> &take)
{
    standingFacts("SELECT f.id, f.asset_id, f.at, 0, f.grade, coalesce(f.technician_id, 0), coalesce(f.visit_id, 0) "
                  "FROM condition_grade f JOIN asset a ON a.id = f.asset_id WHERE {of} ORDER BY f.asset_id, f.at, f.id",
                  customer, take);
}

void ForecastStore::measurements(qint64 customer, const std::function<void(const FactRow &)> &take)
{
    const auto takeValue = [&](const FactRow &row) {
        if (row.number != 0) // else the item was answered anew, without a value
            take(row);
    };
    standingFacts("SELECT f.id, a.id, f.at, coalesce(f.value, 0), CASE WHEN f.value IS NULL THEN 0 ELSE 1 END, 0, v.id "
                  "FROM measured_quantity q JOIN asset a ON a.product_id = q.product_id "
                  "JOIN visit v ON v.asset_id = a.id JOIN checklist_answer f ON f.visit_id = v.id "
                  "AND f.item_id = q.item_id WHERE {of} ORDER BY a.id, f.at, f.id",
                  customer, takeValue);
}

void ForecastStore::repairs(qint64 customer, const std::function<void(const FactRow &)> &take)
{
    facts("SELECT f.id, f.asset_id, f.at, 0, coalesce(f.cost_cents, 0), 0, 0 FROM repair f "
          "JOIN asset a ON a.id = f.asset_id WHERE {of} ORDER BY f.asset_id, f.at, f.id",
          customer, take);
}

void ForecastStore::removals(const std::function<void(const RemovalRow &)> &take)
{
    Statement row(m_connection,
                  u"SELECT id, asset_id, reason, removed, last_good FROM asset_removal ORDER BY asset_id, at, id"_s,
                  QList<Value>{});
    while (row.next()) {
        take({.id = row.integer(0),
              .asset = row.integer(1),
              .reason = row.text(2),
              .removed = dayFrom(row.integer(3)),
              .lastGood = dayOrNone(row, 4)});
    }
}

void ForecastStore::statements(const std::function<void(const StatementRow &)> &take)
{
    Statement row(m_connection,
                  u"SELECT asset_id, as_of, status, p10, p50, p90, limited, fails_within_year FROM forecast_statement "
                  "ORDER BY asset_id, as_of, id"_s,
                  QList<Value>{});
    while (row.next()) {
        take({.asset = row.integer(0),
              .asOf = dayFrom(row.integer(1)),
              .status = row.text(2),
              .p10 = dayFrom(row.integer(3)),
              .p50 = dayFrom(row.integer(4)),
              .p90 = dayFrom(row.integer(5)),
              .limited = row.integer(6) != 0,
              .failsWithinYear = realOf(row, 7)});
    }
}

QHash<qint64, PackRow> ForecastStore::packs()
{
    QHash<qint64, PackRow> packs;
    Statement row(m_connection, u"SELECT product_id, id, version, parameters FROM life_model ORDER BY version"_s,
                  QList<Value>{});
    while (row.next())
        packs.insert(row.integer(0), {row.integer(1), static_cast<int>(row.integer(2)), row.bytes(3)});
    return packs;
}

QHash<qint64, CustomerLifeRow> ForecastStore::customerLives(qint64 customer)
{
    QHash<qint64, CustomerLifeRow> lives;
    Statement row(m_connection,
                  ofCustomer("SELECT a.customer_id, a.id, a.channel, a.life_log FROM customer_life a WHERE {of} "
                             "ORDER BY a.id",
                             customer),
                  customer);
    while (row.next())
        lives.insert(row.integer(0), {row.integer(1), row.integer(2), realOf(row, 3)});
    return lives;
}

QHash<qint64, qint64> ForecastStore::customerChannels()
{
    QHash<qint64, qint64> channels;
    Statement row(m_connection, u"SELECT id, channel FROM customer"_s, QList<Value>{});
    while (row.next())
        channels.insert(row.integer(0), row.integer(1));
    return channels;
}

std::optional<Row> ForecastStore::settings()
{
    const QList<Row> rows =
        rowsOf(m_connection, *protocol::findTable("forecast_setting"), u" ORDER BY version DESC, id DESC LIMIT 1"_s);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

QString ForecastStore::evidence()
{
    QStringList parts;
    for (const char *table : {"product", "price", "asset", "meter_reading", "condition_grade", "repair",
                              "asset_removal", "measured_quantity"}) {
        const protocol::Table *described = protocol::findTable(table);
        Statement row(m_connection, u"SELECT count(*), coalesce(max(id), 0) FROM "_s + QString::fromLatin1(table),
                      QList<Value>{});
        if (row.next())
            parts << u"%1:%2:%3"_s.arg(described->number).arg(row.integer(0)).arg(row.integer(1));
    }
    Statement measured(m_connection,
                       u"SELECT count(*), coalesce(max(f.id), 0) FROM checklist_answer f WHERE f.item_id IN "
                       "(SELECT item_id FROM measured_quantity)"_s,
                       QList<Value>{});
    if (measured.next())
        parts << u"measured:%1:%2"_s.arg(measured.integer(0)).arg(measured.integer(1));
    Statement edited(m_connection,
                     u"SELECT count(*), coalesce(max(at), 0) FROM change WHERE tbl IN (5, 18, 24) AND op = 2"_s,
                     QList<Value>{});
    if (edited.next())
        parts << u"edits:%1:%2"_s.arg(edited.integer(0)).arg(edited.integer(1));
    return parts.join(u' ');
}

QList<qint64> ForecastStore::assetsNamed(const QString &name)
{
    QList<qint64> found;
    bool isNumber = false;
    const qint64 id = name.toLongLong(&isNumber);
    Statement row(m_connection,
                  u"SELECT row_id FROM external_key WHERE tbl = ? AND key = ? UNION SELECT id FROM asset WHERE "
                  "serial = ? UNION SELECT id FROM asset WHERE id = ? ORDER BY 1"_s,
                  protocol::findTable("asset")->number, name, name, isNumber ? id : qint64{0});
    while (row.next())
        found.append(row.integer(0));
    return found;
}

qint64 ForecastStore::customerOf(qint64 asset)
{
    return integerOf(one(m_connection, u"SELECT customer_id FROM asset WHERE id = ?"_s, asset));
}

std::optional<OpenComplaint> ForecastStore::complaintOf(qint64 customer, Instant before)
{
    Statement row(m_connection,
                  u"SELECT what, opened FROM complaint WHERE customer_id = ? AND opened < ? AND "
                  "(settled IS NULL OR settled >= ?) ORDER BY opened, id LIMIT 1"_s,
                  customer, toInteger(before), toInteger(before));
    if (!row.next())
        return std::nullopt;
    return OpenComplaint{row.text(0), instantFrom(row.integer(1))};
}

QHash<qint64, Row> ForecastStore::calibrations()
{
    QHash<qint64, Row> found;
    for (const Row &row : rowsOf(m_connection, *protocol::findTable("calibration"), u" ORDER BY id"_s))
        found.insert(integerOf(row.values.first()), row);
    return found;
}

QHash<qint64, QList<Row>> ForecastStore::calibrationBins()
{
    QHash<qint64, QList<Row>> found;
    for (const Row &row : rowsOf(m_connection, *protocol::findTable("calibration_bin"), u" ORDER BY id"_s))
        found[integerOf(row.values.first())].append(row);
    return found;
}

} // namespace turnus::server
