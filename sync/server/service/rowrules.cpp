#include "sync/server/service/rowrules.h"

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

bool isWritten(quint64 mask, int column)
{
    return (mask & (quint64{1} << column)) != 0;
}

struct Period
{
    std::string_view first;
    std::string_view last;
};

bool endsTooEarly(const Table &table, const Row &row, quint64 mask, Period period)
{
    const int first = columnIndex(table, period.first);
    const int last = columnIndex(table, period.last);
    if (first < 0 || last < 0 || isNull(row.values.at(first)) || isNull(row.values.at(last)))
        return false;
    return (isWritten(mask, first) || isWritten(mask, last)) &&
           integerOf(row.values.at(last)) < integerOf(row.values.at(first));
}

} // namespace

QList<FieldFault> RowRules::check(const Table &table, const Row &row, quint64 mask)
{
    QList<FieldFault> faults;
    const int customer = columnIndex(table, "customer_id");
    for (int i = 0; customer >= 0 && i < static_cast<int>(table.columns.size()); ++i) {
        const Column &column = table.columns[static_cast<std::size_t>(i)];
        if (i == customer || column.type != ColumnType::Id || isNull(row.values.at(i)))
            continue;
        if (!isWritten(mask, i) && !isWritten(mask, customer))
            continue;
        const auto owner = customerOf(*findTable(column.refersTo), integerOf(row.values.at(i)));
        if (owner && *owner != integerOf(row.values.at(customer)))
            faults.append({column.name, u"foreign-customer"_s, u"belongs to another customer"_s});
    }
    if (endsTooEarly(table, row, mask, {"starts", "ends"}))
        faults.append({"ends", u"period"_s, u"is before it starts"_s});
    if (endsTooEarly(table, row, mask, {"opened", "settled"}))
        faults.append({"settled", u"period"_s, u"is before it was opened"_s});
    return faults;
}

void RowRules::remember(const Table &table, const Row &row)
{
    if (const int customer = columnIndex(table, "customer_id"); customer >= 0)
        remember(row.id, integerOf(row.values.at(customer)));
}

std::optional<qint64> RowRules::customerOf(const Table &table, qint64 id)
{
    if (columnIndex(table, "customer_id") < 0)
        return {};
    const auto known = m_customers.constFind(id);
    if (known != m_customers.cend())
        return *known;
    const auto customer = m_rows.customerOf(table, id);
    if (customer)
        m_customers.insert(id, *customer);
    return customer;
}

} // namespace turnus::server
