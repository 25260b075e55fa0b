#pragma once

#include "qml/asset/customerlistmodel.h"
#include "qml/asset/customerviewmodel.h"
#include "qml/asset/hitmodel.h"

namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::asset {

/// All customers of the device, a search over customers, sites, assets and products, and on a tablet the customer that
/// is looked at.
class CustomersViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool searching READ isSearching NOTIFY queryChanged)
    Q_PROPERTY(turnus::asset::CustomerListModel *customers READ customers CONSTANT)
    Q_PROPERTY(turnus::asset::HitModel *hits READ hits CONSTANT)
    Q_PROPERTY(turnus::asset::CustomerViewModel *selected READ selected NOTIFY selectedChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    CustomersViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                       QObject *parent = nullptr);

    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] bool isSearching() const { return !m_query.trimmed().isEmpty(); }
    [[nodiscard]] CustomerListModel *customers() { return &m_customers; }
    [[nodiscard]] HitModel *hits() { return &m_hits; }
    [[nodiscard]] CustomerViewModel *selected() const { return m_selected; }
    [[nodiscard]] QString error() const { return m_error; }

    /// Shows a customer beside the list.
    Q_INVOKABLE void select(qint64 customer);
    void retranslate();

Q_SIGNALS:
    void queryChanged();
    void selectedChanged();
    void errorChanged();

private:
    void search();
    void take(const Status &status);

    storage::Connection &m_connection;
    storage::ChangeNotifier &m_notifier;
    const Clock &m_clock;
    CustomerListModel m_customers;
    HitModel m_hits;
    CustomerViewModel *m_selected = nullptr;
    QString m_query;
    QString m_error;
};

} // namespace turnus::asset
