#include "core/installedbase/installedbase.h"

#include "core/installedbase/storedforecast.h"

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

namespace {

using storage::Statement;

constexpr std::string_view customerRowSql = R"(
    SELECT c.name, s.name,
           ifnull((SELECT city FROM site WHERE customer_id = c.id ORDER BY id LIMIT 1), ''),
           (SELECT count(*) FROM asset WHERE customer_id = c.id AND status = 'active'),
           (SELECT count(*) FROM asset a JOIN asset_forecast f ON f.asset_id = a.id
            WHERE a.customer_id = c.id AND a.status = 'active' AND f.status > 0)
    FROM customer c JOIN segment s ON s.id = c.segment_id WHERE c.id = ?)";

constexpr std::string_view productColumns =
    "p.id, p.sku, p.name, p.category, p.manufacturer, p.usage_unit, p.capacity_per_day, p.successor_id, "
    "p.spare_parts_until, p.image_sha256";
constexpr std::string_view siteColumns =
    "s.id, s.name, s.street, s.postal_code, s.city, s.country, s.latitude, s.longitude, s.access_note";
constexpr std::string_view contractColumns =
    "k.id, k.name, k.starts, k.ends, k.response_hours, k.visits_per_year, k.monthly_cents";
constexpr std::string_view assetColumnsAndJoins = R"(
    , c.id, c.name, a.serial, a.place, a.installed, a.installed_year_only, a.warranty_end, a.statutory_limit, a.status
    FROM asset a JOIN site s ON s.id = a.site_id JOIN product p ON p.id = a.product_id
    JOIN customer c ON c.id = a.customer_id LEFT JOIN service_contract k ON k.id = a.contract_id WHERE a.id = ?)";
constexpr int siteColumnCount = 9;
constexpr int productColumnCount = 10;

std::string sql(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

std::optional<int> maybeNumber(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional<int>(row.number(column));
}

Product readProduct(const Statement &row, int first)
{
    return {.id = row.id<ProductId>(first),
            .sku = row.text(first + 1),
            .name = row.text(first + 2),
            .category = row.text(first + 3),
            .manufacturer = row.text(first + 4),
            .usageUnit = row.text(first + 5),
            .capacityPerDay = maybeNumber(row, first + 6),
            .successor = row.id<ProductId>(first + 7),
            .sparePartsUntil = row.maybeDay(first + 8),
            .imageSha256 = row.text(first + 9)};
}

Site readSite(const Statement &row, int first)
{
    return {.id = row.id<SiteId>(first),
            .name = row.text(first + 1),
            .street = row.text(first + 2),
            .postalCode = row.text(first + 3),
            .city = row.text(first + 4),
            .country = row.text(first + 5),
            .latitude = row.maybeReal(first + 6),
            .longitude = row.maybeReal(first + 7),
            .accessNote = row.text(first + 8)};
}

std::optional<Contract> readContract(const Statement &row, int first)
{
    if (row.isNull(first))
        return std::nullopt;
    return Contract{.id = row.id<ServiceContractId>(first),
                    .name = row.text(first + 1),
                    .starts = row.day(first + 2),
                    .ends = row.maybeDay(first + 3),
                    .responseHours = maybeNumber(row, first + 4),
                    .visitsPerYear = row.number(first + 5),
                    .monthly = row.maybeMoney(first + 6)};
}

/// A read whose body itself answers with a Result: the two layers of errors become one.
template <class T>
Result<T> flat(Result<Result<T>> result)
{
    if (!result)
        return tl::unexpected(std::move(result.error()));
    return std::move(*result);
}

auto notHere(const char *what, qint64 id)
{
    return fail(Domain::Storage, u"not-found", u"no %1 %2 on this device"_s.arg(QLatin1String(what)).arg(id));
}

} // namespace

Result<std::vector<CustomerId>> InstalledBase::customerIds() const
{
    return m_connection.read([&] {
        std::vector<CustomerId> ids;
        Statement row = m_connection.query("SELECT id FROM customer ORDER BY name COLLATE NOCASE, id");
        while (row.step())
            ids.push_back(row.id<CustomerId>(0));
        return ids;
    });
}

Result<std::vector<CustomerRow>> InstalledBase::customerRows(std::span<const CustomerId> ids) const
{
    return m_connection.read([&] {
        std::vector<CustomerRow> rows;
        rows.reserve(ids.size());
        for (const CustomerId id : ids) {
            Statement row = m_connection.query(customerRowSql, id);
            if (!row.step())
                continue;
            rows.push_back({.id = id,
                            .name = row.text(0),
                            .segment = row.text(1),
                            .city = row.text(2),
                            .assets = row.number(3),
                            .dueAssets = row.number(4)});
        }
        return rows;
    });
}

Result<Customer> InstalledBase::customer(CustomerId id) const
{
    return flat<Customer>(m_connection.read([&]() -> Result<Customer> {
        Statement row =
            m_connection.query("SELECT c.id, c.name, s.name, c.external_key, c.phone, c.email, c.note FROM customer c "
                               "JOIN segment s ON s.id = c.segment_id WHERE c.id = ?",
                               id);
        if (!row.step())
            return notHere("customer", id.value);
        return Customer{.id = row.id<CustomerId>(0),
                        .name = row.text(1),
                        .segment = row.text(2),
                        .externalKey = row.text(3),
                        .phone = row.text(4),
                        .email = row.text(5),
                        .note = row.text(6)};
    }));
}

Result<std::vector<Contact>> InstalledBase::contacts(CustomerId id) const
{
    return m_connection.read([&] {
        std::vector<Contact> contacts;
        Statement row = m_connection.query(
            "SELECT id, name, position, phone, email FROM contact WHERE customer_id = ? ORDER BY id", id);
        while (row.step()) {
            contacts.push_back({.id = row.id<ContactId>(0),
                                .name = row.text(1),
                                .position = row.text(2),
                                .phone = row.text(3),
                                .email = row.text(4)});
        }
        return contacts;
    });
}

Result<std::vector<Site>> InstalledBase::sites(CustomerId id) const
{
    return m_connection.read([&] {
        std::vector<Site> sites;
        Statement row = m_connection.query(
            sql({"SELECT ", siteColumns, " FROM site s WHERE s.customer_id = ? ORDER BY s.name, s.id"}), id);
        while (row.step())
            sites.push_back(readSite(row, 0));
        return sites;
    });
}

Result<std::vector<AssetRow>> InstalledBase::assets(CustomerId id) const
{
    return m_connection.read([&] {
        std::vector<AssetRow> assets;
        Statement row = m_connection.query(
            "SELECT a.id, a.site_id, s.name, p.name, p.category, a.serial, a.place, a.installed, "
            "a.installed_year_only, " TURNUS_STORED_FORECAST_COLUMNS " FROM asset a JOIN site s ON s.id = a.site_id "
            "JOIN product p ON p.id = a.product_id LEFT JOIN asset_forecast f ON f.asset_id = a.id "
            "WHERE a.customer_id = ? AND a.status = 'active' ORDER BY s.name, s.id, p.name, a.serial",
            id);
        while (row.step()) {
            assets.push_back({.id = row.id<AssetId>(0),
                              .site = row.id<SiteId>(1),
                              .siteName = row.text(2),
                              .product = row.text(3),
                              .category = row.text(4),
                              .serial = row.text(5),
                              .place = row.text(6),
                              .installed = row.day(7),
                              .installedYearOnly = row.flag(8),
                              .forecast = readStoredForecast(row, 9)});
        }
        return assets;
    });
}

Result<Asset> InstalledBase::asset(AssetId id) const
{
    return flat<Asset>(m_connection.read([&]() -> Result<Asset> {
        Statement row = m_connection.query(
            sql({"SELECT ", siteColumns, ", ", productColumns, ", ", contractColumns, assetColumnsAndJoins}), id);
        if (!row.step())
            return notHere("asset", id.value);
        constexpr int contract = siteColumnCount + productColumnCount;
        constexpr int own = contract + 7;
        return Asset{.id = id,
                     .customer = row.id<CustomerId>(own),
                     .customerName = row.text(own + 1),
                     .site = readSite(row, 0),
                     .product = readProduct(row, siteColumnCount),
                     .contract = readContract(row, contract),
                     .serial = row.text(own + 2),
                     .place = row.text(own + 3),
                     .installed = row.day(own + 4),
                     .installedYearOnly = row.flag(own + 5),
                     .warrantyEnd = row.maybeDay(own + 6),
                     .statutoryLimit = row.maybeDay(own + 7),
                     .removed = row.text(own + 8) == u"removed"};
    }));
}

Result<Product> InstalledBase::product(ProductId id) const
{
    return flat<Product>(m_connection.read([&]() -> Result<Product> {
        Statement row = m_connection.query(sql({"SELECT ", productColumns, " FROM product p WHERE p.id = ?"}), id);
        if (!row.step())
            return notHere("product", id.value);
        return readProduct(row, 0);
    }));
}

} // namespace turnus::installedbase
