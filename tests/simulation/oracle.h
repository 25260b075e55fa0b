#pragma once

#include "tests/simulation/device.h"
#include "tests/simulation/journal.h"
#include "tests/simulation/server.h"

#include <QStringList>

namespace turnus::simulation {

/// The values of one table's rows by id, in the order of table.columns, after the channel.
struct StoredRow
{
    qint64 channel = 0;
    std::vector<protocol::Value> values;
    bool operator==(const StoredRow &) const = default;
};
using StoredRows = std::map<qint64, StoredRow>;
using StoredTables = std::map<int, StoredRows>; ///< by table number

StoredTables tablesOf(server::Connection &connection);
StoredTables tablesOf(storage::Connection &connection);

/// Says what is wrong after everything is healed and synced; an empty list is the proof that a schedule went well.
class Oracle
{
public:
    /// `restored`: the server was set back to a backup.
    Oracle(SimulatedServer &server, const Journal &journal, bool restored = false);

    void server();
    void agreement(SimulatedDevice &device);
    /// The device shows every open conflict that it met, and no other. Not for devices that were set back or whose
    /// territory moved: those forget conflicts that the supervisor still sees.
    void conflicts(SimulatedDevice &device);
    /// The server knows whatever it confirmed to the device. Not where it was set back to a backup, and not for a
    /// device whose disk lies.
    void promises(SimulatedDevice &device);
    void edits(const std::vector<std::unique_ptr<SimulatedDevice>> &devices);
    void ledger();
    /// Nothing that anybody wrote of an erased customer is left, on the server or on a device; a row of his is on none.
    void erasures(const std::vector<std::unique_ptr<SimulatedDevice>> &devices);
    [[nodiscard]] const QStringList &violations() const { return m_violations; }

private:
    struct Listed ///< what the server keeps of an operation that it did not simply apply
    {
        int status = 0;
        QString payload;
    };
    using RowOf = std::map<std::pair<int, int>, std::vector<qint64>>; ///< (table, edit) -> ids

    void say(const QString &words) { m_violations.append(words); }
    void readServer();
    void compareTable(SimulatedDevice &device, const protocol::Table &table, const StoredTables &tables,
                      const std::vector<qint64> &channels);
    /// Whether the row belongs to a customer with whom the device's person has a visit under way.
    [[nodiscard]] static bool isAtWork(SimulatedDevice &device, const protocol::Table &table, qint64 id,
                                       const StoredTables &tables);
    void inserted(const Edit &edit);
    void updated(const Edit &edit);
    [[nodiscard]] bool isErased(const StoredRow &referral) const;
    void sayLeft(const QString &where, const std::string &texts);
    [[nodiscard]] bool isListed(int table, const QString &field) const;
    [[nodiscard]] bool isInConflict(const Edit &edit, qint64 row) const;
    void referral(qint64 id, const StoredRow &row);
    void posting(qint64 id, const StoredRow &row);
    [[nodiscard]] const protocol::Value &cell(const char *table, const StoredRow &row, const char *column) const;

    SimulatedServer &m_server;
    const Journal &m_journal;
    bool m_restored;
    StoredTables m_tables;
    RowOf m_rowOf;
    std::multimap<int, Listed> m_listed;                       ///< by table
    std::multimap<qint64, std::array<QString, 3>> m_conflicts; ///< row -> column, mine, theirs
    std::multimap<std::pair<RowKey, std::string>, const Edit *> m_updates;
    std::map<int, std::vector<std::pair<std::string, protocol::Value>>> m_quarantined; ///< device: field, new value
    std::map<int, std::vector<int>> m_quarantinedInserts;                              ///< device: edit numbers
    QStringList m_violations;
};

} // namespace turnus::simulation
