#include "tests/simulation/databasedigest.h"

#include <QCryptographicHash>
#include <QString>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace turnus::simulation {

namespace {

void addCells(QCryptographicHash &hash, sqlite3 *database, const std::string &sql)
{
    sqlite3_stmt *row = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(database));
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(row); ++column) {
            const char type = static_cast<char>('0' + sqlite3_column_type(row, column));
            hash.addData(QByteArrayView(&type, 1));
            const void *bytes = sqlite3_column_blob(row, column);
            hash.addData(QByteArrayView(static_cast<const char *>(bytes), sqlite3_column_bytes(row, column)));
        }
    }
    sqlite3_finalize(row);
}

} // namespace

void addDatabase(QCryptographicHash &hash, const QString &vfs, const char *file)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(file, &database, SQLITE_OPEN_READWRITE, qPrintable(vfs)) != SQLITE_OK)
        qFatal("cannot open %s again", file);
    sqlite3_stmt *name = nullptr;
    sqlite3_prepare_v2(
        database,
        "SELECT 'SELECT * FROM ' || name || CASE (SELECT count(*) FROM pragma_table_info(m.name)) WHEN 1 "
        "THEN ' ORDER BY 1' ELSE ' ORDER BY 1, 2' END FROM sqlite_master m WHERE type = 'table' AND name "
        "NOT LIKE 'search%'",
        -1, &name, nullptr);
    std::vector<std::string> reads;
    while (sqlite3_step(name) == SQLITE_ROW)
        reads.emplace_back(reinterpret_cast<const char *>(sqlite3_column_text(name, 0)));
    sqlite3_finalize(name);
    for (const std::string &read : reads)
        addCells(hash, database, read);
    sqlite3_close(database);
}

} // namespace turnus::simulation
