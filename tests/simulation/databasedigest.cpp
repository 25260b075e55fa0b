#include "tests/simulation/databasedigest.h"

#include <QCryptographicHash>
#include <QString>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace turnus::simulation {

namespace {

/// Calls `take` with the type and the bytes of each cell that the query gives.
template <class Take>
void eachCell(sqlite3 *database, const std::string &sql, Take &&take)
{
    sqlite3_stmt *row = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(database));
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(row); ++column) {
            const int type = sqlite3_column_type(row, column);
            const void *bytes = sqlite3_column_blob(row, column);
            take(type, QByteArrayView(static_cast<const char *>(bytes), sqlite3_column_bytes(row, column)));
        }
    }
    sqlite3_finalize(row);
}

/// Every cell of every table but those of the search, or of what the search has of texts, too.
template <class Take>
void eachCellOf(const QString &vfs, const char *file, bool withSearch, Take &&take)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(file, &database, SQLITE_OPEN_READWRITE, qPrintable(vfs)) != SQLITE_OK)
        qFatal("cannot open %s again", file);
    std::string names =
        "SELECT 'SELECT * FROM ' || name || CASE (SELECT count(*) FROM pragma_table_info(m.name)) WHEN 1 "
        "THEN ' ORDER BY 1' ELSE ' ORDER BY 1, 2' END FROM sqlite_master m WHERE type = 'table' AND "
        "(name NOT LIKE 'search%'";
    names += withSearch ? " OR name = 'search_content')" : ")";
    std::vector<std::string> reads;
    eachCell(database, names, [&](int, QByteArrayView bytes) { reads.push_back(bytes.toByteArray().toStdString()); });
    for (const std::string &read : reads)
        eachCell(database, read, take);
    sqlite3_close(database);
}

} // namespace

void addDatabase(QCryptographicHash &hash, const QString &vfs, const char *file)
{
    eachCellOf(vfs, file, false, [&](int type, QByteArrayView bytes) {
        const char mark = static_cast<char>('0' + type);
        hash.addData(QByteArrayView(&mark, 1));
        hash.addData(bytes);
    });
}

std::string textsIn(const QString &vfs, const char *file)
{
    std::string texts;
    eachCellOf(vfs, file, true, [&](int type, QByteArrayView bytes) {
        if (type == SQLITE_TEXT)
            texts.append(bytes.data(), static_cast<std::size_t>(bytes.size())).append("\n");
    });
    return texts;
}

} // namespace turnus::simulation
