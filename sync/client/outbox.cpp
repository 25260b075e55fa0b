#include "sync/client/outbox.h"

#include "sync/client/limits.h"
#include "sync/client/sql.h"
#include "sync/protocol/limits.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace turnus::client {

namespace {

constexpr int insertKind = 1;
constexpr int updateKind = 2;
/// How often a batch is weighed while it is filled, in rows.
constexpr std::size_t weighedRows = 128;

/// Collects operations into batches of one table, kind and set of columns; reads the rows that inserts carry.
class BatchCollector
{
public:
    explicit BatchCollector(sqlite3 *database)
        : m_database(database), m_fields(database, "SELECT name, old, new FROM outbox_field WHERE seq = ?")
    {
    }

    /// Empty when it was added, else why not.
    std::string_view addInsert(const protocol::Table &table, qint64 sequence, qint64 at, qint64 row)
    {
        Sql &read = rowOf(table);
        read.bind(1, row);
        if (!read.step()) {
            read.reset();
            return "row-missing";
        }
        protocol::Batch &batch = open(protocol::BatchKind::Inserts, table, m_allColumns);
        for (std::size_t i = 0; i < batch.values.size(); ++i) {
            // The tables are STRICT and made from the same description, so that every cell has its column's kind.
            if (!read.addTo(batch.values[i], static_cast<int>(i)))
                batch.values[i].addNull();
        }
        read.reset();
        addHead(batch, sequence, at, row);
        return {};
    }

    std::string_view addUpdate(const protocol::Table &table, qint64 sequence, qint64 at, qint64 row)
    {
        std::map<int, std::pair<protocol::Value, protocol::Value>> changed;
        m_fields.bind(1, sequence);
        bool known = true;
        while (m_fields.step()) {
            const int column = protocol::columnIndex(table, m_fields.bytes(0));
            known = known && column >= 0;
            changed.insert({column, {m_fields.value(1), m_fields.value(2)}});
        }
        m_fields.reset();
        if (!known || changed.empty())
            return "field-unknown";
        std::vector<int> columns;
        columns.reserve(changed.size());
        for (const auto &[column, values] : changed)
            columns.push_back(column);
        for (const auto &[column, values] : changed) {
            protocol::ColumnData trial(table.columns[static_cast<std::size_t>(column)].type);
            if (!trial.add(values.first) || !trial.add(values.second))
                return "value-of-wrong-kind";
        }
        protocol::Batch &batch = open(protocol::BatchKind::Updates, table, columns);
        std::size_t i = 0;
        for (const auto &[column, values] : changed) {
            (void)batch.olds[i].add(values.first);
            (void)batch.values[i].add(values.second);
            ++i;
        }
        addHead(batch, sequence, at, row);
        return {};
    }

    [[nodiscard]] std::size_t weight() const { return m_weight; }

    std::vector<protocol::Batch> take()
    {
        for (auto &[key, batch] : m_open)
            m_full.push_back(std::move(batch));
        return std::move(m_full);
    }

private:
    using Key = std::tuple<int, protocol::BatchKind, std::vector<int>>;
    using KeyView = std::tuple<int, protocol::BatchKind, const std::vector<int> &>;

    static void addHead(protocol::Batch &batch, qint64 sequence, qint64 at, qint64 row)
    {
        batch.ids.push_back(row);
        batch.sequences.push_back(sequence);
        batch.times.push_back(at);
    }

    Sql &rowOf(const protocol::Table &table)
    {
        const auto found = m_rows.find(table.number);
        if (found != m_rows.end())
            return found->second;
        std::string text = "SELECT ";
        for (const protocol::Column &column : table.columns) {
            if (text.size() > 7)
                text += ", ";
            text += column.name;
        }
        text.append(" FROM ").append(table.name).append(" WHERE id = ?");
        return m_rows.emplace(table.number, Sql(m_database, text)).first->second;
    }

    /// The batch that such rows go into; a full one is put aside. No columns: all of the table.
    protocol::Batch &open(protocol::BatchKind kind, const protocol::Table &table, const std::vector<int> &columns)
    {
        const auto fresh = [&] {
            return columns.empty() ? protocol::Batch::over(kind, table) : protocol::Batch::over(kind, table, columns);
        };
        const auto found = m_open.find(KeyView(table.number, kind, columns));
        if (found == m_open.end())
            return m_open.emplace(Key(table.number, kind, columns), fresh()).first->second;
        protocol::Batch &batch = found->second;
        if (batch.rows() % weighedRows == 0 && batch.weight() > protocol::limits::frameTargetBytes) {
            m_weight += batch.weight();
            m_full.push_back(std::exchange(batch, fresh()));
        }
        return batch;
    }

    const std::vector<int> m_allColumns;
    sqlite3 *m_database;
    Sql m_fields;
    std::map<int, Sql> m_rows;
    std::map<Key, protocol::Batch, std::less<>> m_open;
    std::vector<protocol::Batch> m_full;
    std::size_t m_weight = 0;
};

} // namespace

bool Outbox::hasUnsettled(qint64 upTo)
{
    Sql first(m_database, "SELECT 1 FROM outbox WHERE state IN (0, 1) AND seq <= ? LIMIT 1");
    first.bind(1, upTo);
    return first.step();
}

qint64 Outbox::lastSequence()
{
    Sql row(m_database, "SELECT seq FROM sqlite_sequence WHERE name = 'outbox'");
    return row.step() ? row.integer(0) : 0;
}

void Outbox::drop(qint64 sequence)
{
    for (const std::string_view text : {"DELETE FROM outbox_field WHERE seq = ?", "DELETE FROM outbox WHERE seq = ?"}) {
        Sql statement(m_database, text);
        statement.bind(1, sequence);
        statement.run();
    }
}

/// An insert carries the row as it is now, but its edits follow it all the same, as one update: the server may know the
/// insert already, from a database of which this one is an older copy, and would take it for dealt with.
void Outbox::squeeze()
{
    std::vector<qint64> rows;
    Sql several(m_database, "SELECT row FROM outbox WHERE state = 0 AND kind = 2 GROUP BY row HAVING count(*) > 1");
    while (several.step())
        rows.push_back(several.integer(0));
    several.reset();
    Sql read(m_database, "SELECT seq FROM outbox WHERE row = ? AND state = 0 AND kind = 2 ORDER BY seq");
    for (const qint64 row : rows) {
        std::vector<qint64> updates;
        read.bind(1, row);
        while (read.step())
            updates.push_back(read.integer(0));
        read.reset();
        fold(row, updates);
    }
}

/// Folds the updates of one row into the last of them: the first old value and the last new one of each field. A field
/// that is as before drops out, but not where the server's value waits behind it: that has to be met.
void Outbox::fold(qint64 row, const std::vector<qint64> &updates)
{
    struct Change
    {
        protocol::Value old;
        protocol::Value now;
        bool isAgain = false; ///< sent again after a restore, its old value unknown: the same value says something
    };
    std::map<std::string, Change> changes;
    Sql read(m_database, "SELECT name, old, new FROM outbox_field WHERE seq = ?");
    for (const qint64 sequence : updates) {
        read.bind(1, sequence);
        while (read.step()) {
            const auto [change, isNew] = changes.try_emplace(std::string(read.bytes(0)));
            if (isNew)
                change->second.old = read.value(1);
            change->second.now = read.value(2);
            change->second.isAgain = change->second.isAgain || read.value(1) == change->second.now;
        }
        read.reset();
    }
    Sql held(m_database, "SELECT 1 FROM held_value WHERE row = ? AND name = ?");
    std::erase_if(changes, [&](const auto &entry) {
        held.bind(1, row);
        held.bindText(2, entry.first);
        const bool waits = held.step();
        held.reset();
        return !waits && !entry.second.isAgain && entry.second.old == entry.second.now;
    });
    for (const qint64 sequence : updates) {
        if (sequence != updates.back() || changes.empty())
            drop(sequence);
    }
    if (changes.empty())
        return;
    Sql clear(m_database, "DELETE FROM outbox_field WHERE seq = ?");
    clear.bind(1, updates.back());
    clear.run();
    Sql write(m_database, "INSERT INTO outbox_field (seq, name, old, new) VALUES (?, ?, ?, ?)");
    for (const auto &[name, change] : changes) {
        write.bind(1, updates.back());
        write.bindText(2, name);
        write.bind(3, change.old);
        write.bind(4, change.now);
        write.run();
    }
}

void Outbox::quarantine(qint64 sequence, std::string_view reason)
{
    Sql mark(m_database, "UPDATE outbox SET state = 2, reason = ? WHERE seq = ?");
    mark.bindText(1, reason);
    mark.bind(2, sequence);
    mark.run();
}

void Outbox::renew(std::vector<Renewal> operations)
{
    std::ranges::sort(operations);
    Sql copy(m_database, "INSERT INTO outbox (at, kind, tbl, row) SELECT at, kind, tbl, row FROM outbox WHERE seq = ? "
                         "RETURNING seq");
    Sql fields(m_database, "UPDATE outbox_field SET seq = ?1 WHERE seq = ?2");
    Sql drop(m_database, "DELETE FROM outbox WHERE seq = ?");
    for (const Renewal &operation : operations) {
        const qint64 before = operation.sequence;
        copy.bind(1, before);
        const qint64 sequence = copy.step() ? copy.integer(0) : 0;
        copy.reset();
        fields.bind(1, sequence);
        fields.bind(2, before);
        fields.run();
        drop.bind(1, before);
        drop.run();
    }
}

std::optional<protocol::Batch> Outbox::find(qint64 sequence)
{
    Sql read(m_database, "SELECT at, kind, tbl, row FROM outbox WHERE seq = ?");
    read.bind(1, sequence);
    const protocol::Table *table = read.step() ? protocol::findTable(read.bytes(2)) : nullptr;
    if (!table)
        return std::nullopt;
    BatchCollector collector(m_database);
    const std::string_view refused = read.integer(1) == insertKind
                                         ? collector.addInsert(*table, sequence, read.integer(0), read.integer(3))
                                         : collector.addUpdate(*table, sequence, read.integer(0), read.integer(3));
    if (!refused.empty())
        return std::nullopt;
    return std::move(collector.take().front());
}

Outbox::Batches Outbox::take(qint64 upTo)
{
    if (upTo == all)
        squeeze();
    Batches taken;
    BatchCollector collector(m_database);
    Sql next(m_database,
             "SELECT seq, at, kind, tbl, row FROM outbox WHERE state IN (0, 1) AND seq <= ? ORDER BY seq LIMIT ?");
    next.bind(1, upTo);
    next.bind(2, qint64{limits::requestOperations} + 1);
    std::vector<std::pair<qint64, std::string_view>> refused;
    int count = 0;
    while (next.step()) {
        if (++count > limits::requestOperations || collector.weight() > limits::requestBytes) {
            taken.more = true;
            break;
        }
        const qint64 sequence = next.integer(0);
        const protocol::Table *table = protocol::findTable(next.bytes(3));
        std::string_view reason = "table-unknown";
        if (table && next.integer(2) == insertKind)
            reason = collector.addInsert(*table, sequence, next.integer(1), next.integer(4));
        else if (table && next.integer(2) == updateKind)
            reason = collector.addUpdate(*table, sequence, next.integer(1), next.integer(4));
        if (reason.empty())
            taken.lastSequence = sequence;
        else
            refused.emplace_back(sequence, reason);
    }
    next.reset();
    for (const auto &[sequence, reason] : refused)
        quarantine(sequence, reason);
    Sql mark(m_database, "UPDATE outbox SET state = 1 WHERE state = 0 AND seq <= ?");
    mark.bind(1, taken.lastSequence);
    mark.run();
    taken.operations = collector.take();
    return taken;
}

} // namespace turnus::client
