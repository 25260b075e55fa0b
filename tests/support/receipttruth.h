#pragma once

#include "core/support/clock.h"
#include "sync/client/completeness.h"
#include "sync/protocol/dayreceipt.h"
#include "tests/support/testdatabase.h"

namespace turnus::tests {

/// One visit as a server lists it that holds all that the handheld has.
inline protocol::ReceiptVisit listedAsHere(TestDatabase &database, qint64 id, qint64 started)
{
    protocol::ReceiptVisit visit{.visit = id, .kind = "maintenance", .status = "completed", .started = started};
    for (const protocol::Table *table : protocol::tablesOfVisit()) {
        std::string text = "SELECT id";
        for (const protocol::Column &column : table->columns)
            text.append(", ").append(column.name);
        text.append(" FROM ").append(table->name).append(" WHERE ");
        text.append(table->name == "visit" ? "id" : "visit_id").append(" = ").append(std::to_string(id));
        client::Sql row(database.connection().handle(), text.append(" ORDER BY id"));
        protocol::LinesHash lines;
        protocol::RowHash hash;
        while (row.step()) {
            hash.begin(*table, row.integer(0));
            int index = 1;
            for (const protocol::Column &column : table->columns)
                client::addCell(hash, column, row, index++);
            lines.add(hash);
        }
        if (lines.lines(*table).rows > 0)
            visit.lines.push_back(lines.lines(*table));
    }
    return visit;
}

/// Today's receipt as a server says it that holds all that the handheld has, its files left out.
inline protocol::DayReceipt receiptAsHere(TestDatabase &database)
{
    const Day today = database.clock.today();
    protocol::DayReceipt receipt{.company = "c",
                                 .staff = TestDatabase::technician.value,
                                 .name = "Jana",
                                 .day = toQDate(today).toString(Qt::ISODate).toStdString(),
                                 .from = toInteger(startOfLocalDay(today)),
                                 .until = toInteger(startOfLocalDay(today + days{1})),
                                 .issued = toInteger(database.clock.now())};
    const auto read = database.connection().read([&] {
        auto visit = database.connection().query("SELECT id, started FROM visit WHERE technician_id = ? AND started >= "
                                                 "? AND started < ? ORDER BY id",
                                                 TestDatabase::technician, instantFrom(receipt.from),
                                                 instantFrom(receipt.until));
        while (visit.step())
            receipt.visits.push_back(listedAsHere(database, visit.integer(0), visit.integer(1)));
    });
    if (!read || receipt.visits.empty())
        qFatal("no visits today");
    return receipt;
}

} // namespace turnus::tests
