#include "sync/server/jobs/fleettables.h"

#include "sync/server/jobs/limits.h"

#include <QDir>
#include <QLocale>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

const std::array<FleetColumns, 6> &allColumns()
{
    static const std::array<FleetColumns, 6> all{
        FleetColumns{u"models.csv"_s,
                     true,
                     {u"model_id"_s, u"category"_s, u"nominal_life_years"_s, u"price_eur"_s},
                     {u"usage_unit"_s, u"nominal_usage_per_year"_s, u"measured_quantity"_s, u"value_new"_s,
                      u"value_limit"_s, u"hidden_failure"_s, u"spare_parts_end"_s, u"nominal_life_usage"_s}},
        FleetColumns{u"assets.csv"_s,
                     true,
                     {u"asset_id"_s, u"model_id"_s, u"customer_id"_s, u"install_date"_s},
                     {u"install_quality"_s, u"observed_from"_s, u"warranty_end"_s, u"exit_date"_s, u"exit_reason"_s,
                      u"failure_after"_s, u"failure_by"_s}},
        FleetColumns{u"readings.csv"_s, false, {u"asset_id"_s, u"date"_s, u"meter"_s}, {}},
        FleetColumns{u"findings.csv"_s, false, {u"asset_id"_s, u"date"_s, u"grade"_s}, {u"technician_id"_s}},
        FleetColumns{u"measurements.csv"_s, false, {u"asset_id"_s, u"date"_s, u"quantity"_s, u"value"_s}, {}},
        FleetColumns{u"repairs.csv"_s, false, {u"asset_id"_s, u"date"_s, u"cost_eur"_s}, {}},
    };
    return all;
}

/// A table that is known of and not read.
struct Unread
{
    QString file;
    QString why;
};

const std::array<Unread, 2> &unreadTables()
{
    static const std::array<Unread, 2> all{
        Unread{u"customers.csv"_s, u"assets.csv says whose a unit is; how long somebody has been a customer, and with "
                                   "which contract, says nothing of a unit that its own facts do not"_s},
        Unread{u"visits.csv"_s, u"what was read, graded, measured and repaired at a visit stands in the other tables, "
                                "and a breakdown is the exit of its unit"_s},
    };
    return all;
}

QString listed(const QStringList &names)
{
    const qsizetype more = names.size() - limits::namesTold;
    return names.mid(0, limits::namesTold).join(u", "_s) + (more > 0 ? u" and %1 more"_s.arg(more) : QString());
}

} // namespace

const FleetColumns &fleetColumns(FleetTable table)
{
    return allColumns().at(static_cast<size_t>(table));
}

QString columnsNotUsed(FleetTable table, const QStringList &columns)
{
    if (columns.isEmpty())
        return {};
    return u"%1: not used, no such column is known: %2"_s.arg(fleetColumns(table).file, listed(columns));
}

QStringList tablesNotUsed(const QString &folder)
{
    QStringList lines;
    QStringList unknown;
    for (const QString &file : QDir(folder).entryList({u"*.csv"_s}, QDir::Files, QDir::Name)) {
        const auto unread = std::ranges::find(unreadTables(), file, &Unread::file);
        if (unread != unreadTables().end())
            lines << u"%1: not used, %2"_s.arg(file, unread->why);
        else if (std::ranges::find(allColumns(), file, &FleetColumns::file) == allColumns().end())
            unknown << file;
    }
    if (!unknown.isEmpty())
        lines << u"not used, no such table is known: %1"_s.arg(listed(unknown));
    return lines;
}

QString helpOnFleetTables()
{
    QString help =
        u"Tables of a fleet in DIR (UTF-8, commas, a header row, columns in any order; * may be missing):\n"_s;
    for (const FleetColumns &table : allColumns()) {
        help += u"  %1: %2"_s.arg(table.file + (table.needed ? QString() : u"*"_s), table.required.join(u", "_s));
        for (const QString &column : table.optional)
            help += u", %1*"_s.arg(column);
        help += u'\n';
    }
    help +=
        u"  nominal_life_usage only stands in where nominal_usage_per_year is missing; warranty_end is who pays, and "
        "moves no forecast.\n"_s;
    for (const Unread &table : unreadTables())
        help += u"  Not used, %1: %2.\n"_s.arg(table.file, table.why);
    const QLocale english(QLocale::English);
    help += u"At most %1 units, %2 products, %3 technicians (grades of others count as nobody's) and %4 facts.\n"_s.arg(
        english.toString(qulonglong{limits::fleetUnits}), english.toString(qulonglong{limits::fleetProducts}),
        english.toString(qulonglong{limits::fleetTechnicians}), english.toString(qulonglong{limits::fleetFacts}));
    return help;
}

} // namespace turnus::jobs
