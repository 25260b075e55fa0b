#pragma once

#include <QAbstractListModel>
#include <algorithm>

namespace turnus::shell {

/// A list model over rows that know their key() and compare. setRows() tells the view only what changed, so that it
/// keeps its place and its delegates.
template <class Row>
class RowModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// nullptr when there is no such row.
    [[nodiscard]] const Row *at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }

    void setRows(const QList<Row> &rows)
    {
        removeGone(rows);
        for (int i = 0; i < rows.size(); ++i)
            placeRow(i, rows.at(i));
    }
    /// Every row's words may have changed.
    void retouch()
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }

private:
    void removeGone(const QList<Row> &rows)
    {
        for (int i = rowCount() - 1; i >= 0; --i) {
            if (find(rows, m_rows.at(i).key(), 0) >= 0)
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }
    void placeRow(int i, const Row &row)
    {
        const int from = find(m_rows, row.key(), i);
        if (from < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, row);
            endInsertRows();
            return;
        }
        if (from != i) {
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
        }
        if (!(m_rows.at(i) == row)) {
            m_rows[i] = row;
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
    template <class Key>
    static int find(const QList<Row> &rows, const Key &key, int from)
    {
        const auto found =
            std::find_if(rows.begin() + from, rows.end(), [&](const Row &row) { return row.key() == key; });
        return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
    }

    QList<Row> m_rows;
};

} // namespace turnus::shell
