#pragma once

struct sqlite3;

namespace turnus::client {

/// Makes the first load of an empty database fast: indexes and search triggers are put aside, and made again from
/// all rows at the end. What was put aside is kept in the database, so that a kill in between loses nothing.
/// Lives inside Connection::write.
class BulkLoad
{
public:
    explicit BulkLoad(sqlite3 *database) : m_database(database) {}

    [[nodiscard]] bool isUnderWay();
    /// Begins when no channel has brought anything yet.
    void beginIfFirst();
    void finish();

private:
    sqlite3 *m_database;
};

} // namespace turnus::client
