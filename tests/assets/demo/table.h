#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

/// A CSV file of the demo company, read by the rules of RFC 4180.
struct DemoTable
{
    QStringList columns;
    QList<QStringList> rows;
    QHash<QString, int> byKey;

    [[nodiscard]] QString at(int row, const QString &column) const { return rows.at(row).at(columns.indexOf(column)); }
    [[nodiscard]] QString of(const QString &key, const QString &column) const { return at(byKey.value(key), column); }
    [[nodiscard]] int size() const { return static_cast<int>(rows.size()); }
};

/// Empty columns when the file cannot be read or a row differs from the header in length.
DemoTable readDemoTable(const QString &directory, const QString &name);
/// A company of this seed and day in a directory of its own, written once per program; empty on failure.
QString demoCompany(quint64 seed, const QString &today);
