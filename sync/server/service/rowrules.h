#pragma once

#include "sync/server/store/rowstore.h"

#include <QHash>

namespace turnus::server {

/// What is wrong with a field beside others of its row.
struct FieldFault
{
    std::string_view column;
    QString code;
    QString why;
};

/// What the fields of a row owe each other, whoever writes it: what belongs to a customer stays with one customer, and
/// nothing ends before it starts.
class RowRules
{
public:
    explicit RowRules(RowStore &rows) : m_rows(rows) {}

    /// `mask`: the columns that are written; what they have no part in is not looked at.
    [[nodiscard]] QList<FieldFault> check(const protocol::Table &table, const Row &row, quint64 mask);
    /// A row that is not in the database yet but that later ones may refer to.
    void remember(const protocol::Table &table, const Row &row);
    /// Whose a row is that later ones may refer to.
    void remember(qint64 row, qint64 customer) { m_customers.insert(row, customer); }

private:
    [[nodiscard]] std::optional<qint64> customerOf(const protocol::Table &table, qint64 id);

    RowStore &m_rows;
    QHash<qint64, qint64> m_customers; ///< by row; ids are unique over all tables
};

} // namespace turnus::server
