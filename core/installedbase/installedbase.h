#pragma once

#include "core/installedbase/records.h"
#include "core/storage/connection.h"

#include <span>
#include <vector>

namespace turnus::installedbase {

/// Reads customers, their contacts, sites and assets from the handheld's database.
/// Each call is one consistent read by index, fit for a page that opens.
class InstalledBase
{
public:
    explicit InstalledBase(storage::Connection &connection) : m_connection(connection) {}

    /// Every customer by name; a list model fetches the rows it shows with customerRows().
    [[nodiscard]] Result<std::vector<CustomerId>> customerIds() const;
    /// In the order of `ids`; those that are gone are left out.
    [[nodiscard]] Result<std::vector<CustomerRow>> customerRows(std::span<const CustomerId> ids) const;
    /// Error "not-found" when the customer is not on this device.
    [[nodiscard]] Result<Customer> customer(CustomerId id) const;
    [[nodiscard]] Result<std::vector<Contact>> contacts(CustomerId id) const;
    [[nodiscard]] Result<std::vector<Site>> sites(CustomerId id) const;
    /// Active assets, ordered by site and product.
    [[nodiscard]] Result<std::vector<AssetRow>> assets(CustomerId id) const;
    [[nodiscard]] Result<Asset> asset(AssetId id) const;
    [[nodiscard]] Result<Product> product(ProductId id) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::installedbase
