#pragma once

#include "core/installedbase/limits.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <vector>

namespace turnus::installedbase {

enum class HitKind { Customer, Site, Asset, Product };

struct SearchHit
{
    HitKind kind = HitKind::Customer;
    /// Row id of the customer, site, asset or product.
    qint64 id = 0;
    /// Whose site or asset it is; null for a product.
    CustomerId customer;
    QString title;
    QString detail;
};

/// Search as you type over customers, sites, assets and products: every word must begin some word of the record.
/// Best first: names before details, customers before their sites, products and assets when all else is equal.
class Search
{
public:
    explicit Search(storage::Connection &connection) : m_connection(connection) {}
    /// Nothing for a text without a letter or digit.
    [[nodiscard]] Result<std::vector<SearchHit>> find(const QString &text, int limit = limits::searchHits) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::installedbase
