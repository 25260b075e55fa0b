#pragma once

#include <cstddef>

struct sqlite3;

namespace turnus::client {

/// Makes the first load of an empty database fast: indexes and triggers are put aside, and made again at the end, step
/// by step. What is still to be made is kept in the database, so that a kill in between loses nothing. Everything lives
/// inside Connection::write.
class BulkLoad
{
public:
    explicit BulkLoad(sqlite3 *database) : m_database(database) {}

    [[nodiscard]] bool isUnderWay();
    /// True when all rows are here, and only indexes and search are still to be made.
    [[nodiscard]] bool isLoaded();
    /// Begins when no channel has brought anything yet and there is nothing in the tables.
    void beginIfFirst();
    /// Makes the next index or part of the search, so much as one transaction should hold. False when nothing is left.
    bool finishStep();

private:
    [[nodiscard]] bool hasRows();
    bool makeIndexes();
    bool fillSearch();

    sqlite3 *m_database;
};

} // namespace turnus::client
