#pragma once

#include "core/support/result.h"
#include "sync/protocol/tables.h"

#include <QString>
#include <string>
#include <unordered_set>
#include <vector>

struct sqlite3;

namespace turnus::storage {
class Connection;
}

namespace turnus::client {

/// Takes an erased customer out of this handheld: rows of his, whichever channel they came by, what was recorded for
/// him and not yet sent, both values of conflicts, drafts. Lives inside one Connection::write.
class Eraser
{
public:
    explicit Eraser(sqlite3 *database) : m_database(database) {}

    /// Also of what outlives the customer's row here, as drafts do. Of the edits that go unsent, one stays in
    /// quarantine without its content, to say how many there were.
    void erase(qint64 customer);
    /// The rows of operations that the server refused because their customer is erased: what they hung on may have left
    /// this device before.
    void eraseRefused();

    /// Notes whose customer's the operations here are, before the rows go that would tell.
    void noteCustomers();

    /// Notes the file that a photo's or a signature's row names, before the row goes.
    void noteFile(const protocol::Table &table, qint64 row);
    /// What no row names any more of the files whose rows went (erased_file); Scrub removes them.
    void forgetFiles();
    /// Drafts about these rows: "visit/12/…".
    void dropDrafts(const std::unordered_set<qint64> &rows);

    /// Whose the row is, also when only an operation is left of it; 0 where nothing here leads to him.
    [[nodiscard]] qint64 customerOf(const protocol::Table &table, qint64 row);

    /// How the reason of such an operation begins.
    static constexpr std::string_view reason = "erased";
    /// How a discarded operation's text begins, before the number of the customer that it is about.
    static constexpr std::string_view aboutCustomer = "customer ";

private:
    struct Place
    {
        const protocol::Table *table;
        qint64 row;
    };
    [[nodiscard]] std::vector<Place> rowsOf(qint64 customer);
    /// 0 where what leads to him is not here any more.
    [[nodiscard]] qint64 customerOf(const Place &place);
    void erase(const std::vector<Place> &places);
    void dropOperations();
    void run(const std::string &text);

    sqlite3 *m_database;
};

/// What an erasure leaves to be done once it is committed: files, also those of rows that left the device, and the
/// bytes that SQLite keeps of deleted rows.
class Scrub
{
public:
    /// `discarded`: where the texts of refused operations were written to.
    Scrub(storage::Connection &connection, QString content, QString discarded)
        : m_connection(connection), m_content(std::move(content)), m_discarded(std::move(discarded))
    {
    }

    /// What another connection keeps from being done is done next time.
    Status run();

private:
    /// Outside transactions; false when another connection keeps the log from being cut.
    [[nodiscard]] Result<bool> rewrite();
    [[nodiscard]] Status removeFiles(const std::vector<QString> &files) const;
    /// Files that an end of the process left: a photo whose row was not written, the preview of a report. Younger ones
    /// may be about to get theirs.
    [[nodiscard]] Status removeStrays();
    [[nodiscard]] Status removeTexts(const std::unordered_set<qint64> &rows) const;

    storage::Connection &m_connection;
    QString m_content;
    QString m_discarded;
};

} // namespace turnus::client
