#pragma once

#include "core/installedbase/installedbase.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <unordered_map>

namespace turnus::storage {
class ChangeSet;
}

namespace turnus::asset {

/// Every customer of the device by name. Holds the ids only; rows are read in blocks when a view shows them.
class CustomerListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CustomersViewModel.customers")

public:
    enum Role { IdRole = Qt::UserRole + 1, Name, Detail, Assets, DueAssets, Initial };

    explicit CustomerListModel(storage::Connection &connection, QObject *parent = nullptr);

    /// Reads the ids anew and tells views which rows came, went and changed.
    Status reload();
    Status apply(const storage::ChangeSet &changes);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    /// Rows that were read and are kept; for tests.
    [[nodiscard]] size_t cachedRows() const { return m_cache.size(); }

private:
    [[nodiscard]] const installedbase::CustomerRow *rowAt(int row) const;
    void replaceIds(std::vector<CustomerId> fresh);
    void changeEverything();

    installedbase::InstalledBase m_base;
    std::vector<CustomerId> m_ids;
    mutable std::unordered_map<qint64, installedbase::CustomerRow> m_cache;
};

} // namespace turnus::asset
