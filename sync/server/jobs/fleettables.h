#pragma once

#include "core/support/result.h"

#include <QStringList>

namespace turnus::jobs {

enum class FleetTable { Models, Assets, Readings, Findings, Measurements, Repairs };

/// What is read of one table of a fleet. CsvReader numbers the columns in this order, required ones first.
struct FleetColumns
{
    QString file;
    /// Without the others forecasts are made all the same.
    bool needed = false;
    QStringList required;
    QStringList optional;
};
const FleetColumns &fleetColumns(FleetTable table);

/// Columns of this table that are there and not used, in one line with the reason; empty without any.
QString columnsNotUsed(FleetTable table, const QStringList &columns);
/// One line for each other table in the folder, with the reason why it is not used.
QStringList tablesNotUsed(const QString &folder);

/// Tables, columns and limits for --help, with what is not used and why.
QString helpOnFleetTables();

} // namespace turnus::jobs
