#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <atomic>

namespace turnus::storage {

/// What one committed transaction changed: tables, and the rows in them unless there were too many to list.
class ChangeSet
{
public:
    void add(QLatin1StringView table, qint64 row);
    [[nodiscard]] bool isEmpty() const { return m_tables.isEmpty(); }
    [[nodiscard]] bool touches(QLatin1StringView table) const { return m_tables.contains(table); }
    /// True also when the table changed too much for its rows to be listed.
    [[nodiscard]] bool touches(QLatin1StringView table, qint64 row) const;
    /// Empty when the table did not change or `changedAtLarge`.
    [[nodiscard]] QSet<qint64> rows(QLatin1StringView table) const { return m_tables.value(table).rows; }
    [[nodiscard]] bool changedAtLarge(QLatin1StringView table) const { return m_tables.value(table).atLarge; }

private:
    struct Rows
    {
        QSet<qint64> rows;
        bool atLarge = false;
    };
    QHash<QString, Rows> m_tables;
};

/// Tells view models what changed, whichever connection of this program committed it. Lives on the interface's
/// thread; `publish` may be called from any thread.
class ChangeNotifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void publish(const ChangeSet &changes);
    /// Pages in the database's write-ahead log after the last commit of any of its connections.
    [[nodiscard]] std::atomic<int> &logPages() { return m_logPages; }

Q_SIGNALS:
    void changed(const turnus::storage::ChangeSet &changes);

private:
    std::atomic<int> m_logPages = 0;
};

} // namespace turnus::storage
