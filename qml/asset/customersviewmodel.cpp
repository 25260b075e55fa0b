#include "qml/asset/customersviewmodel.h"

#include "core/installedbase/search.h"
#include "core/storage/changes.h"

namespace turnus::asset {

CustomersViewModel::CustomersViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                       const Clock &clock, QObject *parent)
    : QObject(parent), m_connection(connection), m_notifier(notifier), m_clock(clock), m_customers(connection),
      m_hits(this)
{
    take(m_customers.reload());
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        take(m_customers.apply(changes));
        if (isSearching())
            search();
    });
}

void CustomersViewModel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    search();
    Q_EMIT queryChanged();
}

void CustomersViewModel::search()
{
    const auto found = installedbase::Search(m_connection).find(m_query);
    if (!found) {
        take(tl::unexpected(found.error()));
        return;
    }
    QList<HitRow> rows;
    rows.reserve(qsizetype(found->size()));
    for (const installedbase::SearchHit &hit : *found)
        rows.append({hit.kind, hit.id, hit.customer.value, hit.title, hit.detail});
    m_hits.overwriteRows(rows);
}

void CustomersViewModel::select(qint64 customer)
{
    if (m_selected && m_selected->customerId() == double(customer))
        return;
    auto *fresh = new CustomerViewModel(m_connection, m_notifier, m_clock, CustomerId{customer}, VisitId{}, this);
    if (m_selected)
        m_selected->deleteLater();
    m_selected = fresh;
    Q_EMIT selectedChanged();
}

void CustomersViewModel::take(const Status &status)
{
    const QString error = status ? QString() : status.error().code;
    if (error == m_error)
        return;
    m_error = error;
    Q_EMIT errorChanged();
}

void CustomersViewModel::retranslate()
{
    m_customers.retranslate();
    if (m_selected)
        m_selected->retranslate();
}

} // namespace turnus::asset
