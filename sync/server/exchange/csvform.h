#pragma once

#include "core/support/result.h"
#include "sync/protocol/tables.h"
#include "sync/server/store/value.h"

#include <QList>
#include <QString>

namespace turnus::server {

/// How a table is written down as a CSV file, for import and export: one description for both.
struct CsvColumn
{
    enum class Kind {
        Key,       ///< the company's own key of the row
        Territory, ///< key of the customer's territory: decides the row's channel
        Plain,     ///< a value
        Reference, ///< key of the row that an Id column points at
        File       ///< path of a file in the directory, kept in the table as its SHA-256
    };
    QString name;
    Kind kind = Kind::Plain;
    int column = -1; ///< position in table.columns
    bool required = false;
};

/// The columns of table's file, in the order of the export.
[[nodiscard]] QList<CsvColumn> csvColumns(const protocol::Table &table);
/// What a person knows the row by: it is never empty, while other texts, as a site's street, may be.
[[nodiscard]] bool namesTheRow(const CsvColumn &column);
/// The form of all files as a table in Markdown; sync/server/README.md holds it.
[[nodiscard]] QString csvFormAsText();

/// A field's text as a value of the column's type; the error has a code and a detail without place.
[[nodiscard]] Result<Value> parseCsvValue(const protocol::Column &column, const QString &text);
[[nodiscard]] QString csvText(const protocol::Column &column, const Value &value);
/// With quotes where RFC 4180 wants them.
[[nodiscard]] QByteArray csvField(const QString &text);

} // namespace turnus::server
