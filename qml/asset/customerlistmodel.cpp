#include "qml/asset/customerlistmodel.h"

#include "core/storage/changes.h"

#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::asset {

namespace {

/// Rows around a wanted one that are read with it, and rows that are kept.
constexpr int block = 24;
constexpr size_t mostCached = 600;
/// More rows than this that come or go at once are a new list.
constexpr qsizetype mostSteps = 100;

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + u" · "_s + second;
}

} // namespace

CustomerListModel::CustomerListModel(storage::Connection &connection, QObject *parent)
    : QAbstractListModel(parent), m_base(connection)
{
}

Status CustomerListModel::reload()
{
    TURNUS_ASSIGN(ids, m_base.customerIds());
    m_cache.clear();
    replaceIds(std::move(ids));
    return {};
}

Status CustomerListModel::apply(const storage::ChangeSet &changes)
{
    if (changes.touches("customer"_L1)) {
        TURNUS_TRY(reload());
        changeEverything();
    } else if (changes.touches("asset"_L1) || changes.touches("asset_forecast"_L1) || changes.touches("site"_L1)) {
        m_cache.clear();
        changeEverything();
    }
    return {};
}

void CustomerListModel::retranslate()
{
    changeEverything();
}

void CustomerListModel::changeEverything()
{
    if (!m_ids.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void CustomerListModel::replaceIds(std::vector<CustomerId> fresh)
{
    if (fresh == m_ids)
        return;
    QSet<CustomerId> kept(fresh.begin(), fresh.end());
    const QSet<CustomerId> before(m_ids.begin(), m_ids.end());
    const qsizetype steps = (QSet<CustomerId>(kept) - before).size() + (QSet<CustomerId>(before) - kept).size();
    if (steps == 0 || steps > mostSteps) {
        beginResetModel();
        m_ids = std::move(fresh);
        endResetModel();
        return;
    }
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (kept.contains(m_ids[size_t(i)]))
            continue;
        beginRemoveRows({}, i, i);
        m_ids.erase(m_ids.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(fresh.size()); ++i) {
        if (before.contains(fresh[size_t(i)]))
            continue;
        beginInsertRows({}, i, i);
        m_ids.insert(m_ids.begin() + i, fresh[size_t(i)]);
        endInsertRows();
    }
    if (m_ids != fresh) { // somebody was renamed meanwhile
        beginResetModel();
        m_ids = std::move(fresh);
        endResetModel();
    }
}

int CustomerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

const installedbase::CustomerRow *CustomerListModel::rowAt(int row) const
{
    const auto found = m_cache.find(m_ids[size_t(row)].value);
    if (found != m_cache.end())
        return &found->second;
    if (m_cache.size() > mostCached)
        m_cache.clear();
    const int first = std::max(0, row - block / 2);
    const int count = std::min(block, rowCount() - first);
    const auto rows = m_base.customerRows(std::span(m_ids).subspan(size_t(first), size_t(count)));
    if (!rows)
        return nullptr;
    for (const installedbase::CustomerRow &read : *rows)
        m_cache.insert_or_assign(read.id.value, read);
    const auto now = m_cache.find(m_ids[size_t(row)].value);
    return now == m_cache.end() ? nullptr : &now->second;
}

QVariant CustomerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return m_ids[size_t(index.row())].value;
    const installedbase::CustomerRow *row = rowAt(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case Detail:
        return joined(row->segment, row->city);
    case Assets:
        return row->assets;
    case DueAssets:
        return row->dueAssets;
    case Initial:
        return row->name.left(1).toUpper();
    default:
        return {};
    }
}

QHash<int, QByteArray> CustomerListModel::roleNames() const
{
    return {{IdRole, "customerId"}, {Name, "name"},           {Detail, "detail"},
            {Assets, "assets"},     {DueAssets, "dueAssets"}, {Initial, "initial"}};
}

} // namespace turnus::asset
