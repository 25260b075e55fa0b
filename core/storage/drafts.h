#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"

namespace turnus::storage {

/// What a person has typed but not yet saved, and where he was, by key ("visit/12/meter"); survives a kill.
/// Never synced. Each call is its own transaction.
class Drafts
{
public:
    explicit Drafts(Connection &connection) : m_connection(connection) {}

    /// Empty when there is none.
    [[nodiscard]] Result<QString> text(const QString &key) const;
    Status set(const QString &key, const QString &text);
    /// As set(), but only while the customer's row is here: what was typed about an erased customer must not come back.
    Status setAbout(CustomerId customer, const QString &key, const QString &text);
    Status remove(const QString &key);
    /// Removes all keys that begin with `prefix`.
    Status removeAll(const QString &prefix);

private:
    Connection &m_connection;
};

} // namespace turnus::storage
