#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QSet>
#include <QVariant>
#include <algorithm>
#include <functional>
#include <type_traits>
#include <vector>

namespace turnus {

/// A list model over a QList of structs that have `key()` and `==`. `setRows` moves, inserts, removes and changes
/// single rows, so that a view keeps its place. Derived models give the roles, the first of which is what a row is
/// called: Qt::DisplayRole.
template <class Row>
class RowModel : public QAbstractListModel
{
public:
    /// A role, its name in QML, and its value: a member of the row or a function of it.
    struct RoleEntry
    {
        template <class Value>
        RoleEntry(int number, const char *word, Value value)
            : role(number), name(word), valueOf([value](const Row &row) { return variantOf(std::invoke(value, row)); })
        {
        }
        int role;
        const char *name;
        std::function<QVariant(const Row &)> valueOf;
    };
    using Roles = std::vector<RoleEntry>;

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] virtual const Roles &roles() const = 0;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const final
    {
        const Row *row = at(index);
        if (!row)
            return {};
        const auto found = std::ranges::find_if(
            roles(), [role](const RoleEntry &entry) { return role == Qt::DisplayRole || entry.role == role; });
        return found == roles().end() ? QVariant() : found->valueOf(*row);
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const final
    {
        QHash<int, QByteArray> names;
        for (const RoleEntry &entry : roles())
            names.insert(entry.role, entry.name);
        return names;
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// nullptr when there is no such row.
    [[nodiscard]] const Row *at(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }
    /// -1 when there is none.
    template <class Key>
    [[nodiscard]] int rowOf(const Key &key, int from = 0) const
    {
        for (int i = from; i < m_rows.size(); ++i) {
            if (m_rows.at(i).key() == key)
                return i;
        }
        return -1;
    }
    void setRows(const QList<Row> &fresh)
    {
        removeMissing(fresh);
        for (int i = 0; i < fresh.size(); ++i) {
            const int was = rowOf(fresh.at(i).key(), i);
            if (was < 0) {
                beginInsertRows({}, i, i);
                m_rows.insert(i, fresh.at(i));
                endInsertRows();
                continue;
            }
            if (was != i) {
                beginMoveRows({}, was, was, {}, i);
                m_rows.move(was, i);
                endMoveRows();
            }
            setRow(i, fresh.at(i));
        }
    }
    /// For rows that have nothing to do with those before, as the hits of a search: each place takes its new row, so
    /// that a view writes anew into the delegates that it has.
    void overwriteRows(const QList<Row> &fresh)
    {
        const int kept = static_cast<int>(std::min(m_rows.size(), fresh.size()));
        if (kept < rowCount()) {
            beginRemoveRows({}, kept, rowCount() - 1);
            m_rows.remove(kept, m_rows.size() - kept);
            endRemoveRows();
        }
        for (int i = 0; i < kept; ++i)
            setRow(i, fresh.at(i));
        if (kept < fresh.size()) {
            beginInsertRows({}, kept, static_cast<int>(fresh.size()) - 1);
            m_rows.append(fresh.mid(kept));
            endInsertRows();
        }
    }
    void setRow(int row, const Row &fresh)
    {
        if (m_rows.at(row) == fresh)
            return;
        m_rows[row] = fresh;
        Q_EMIT dataChanged(index(row), index(row));
    }

protected:
    /// nullptr for an index that is not of this model.
    [[nodiscard]] const Row *at(const QModelIndex &index) const
    {
        return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows.at(index.row()) : nullptr;
    }

private:
    template <class Value>
    static QVariant variantOf(const Value &value)
    {
        if constexpr (std::is_enum_v<Value>)
            return static_cast<int>(value);
        else
            return QVariant::fromValue(value);
    }
    void removeMissing(const QList<Row> &fresh)
    {
        QSet<std::decay_t<decltype(fresh.first().key())>> kept;
        for (const Row &row : fresh)
            kept.insert(row.key());
        for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
            if (kept.contains(m_rows.at(i).key()))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }

    QList<Row> m_rows;
};

} // namespace turnus
