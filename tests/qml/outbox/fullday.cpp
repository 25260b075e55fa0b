#include "tests/qml/outbox/fullday.h"

#include "core/storage/devicestate.h"
#include "tests/support/receipttruth.h"

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

using storage::Writer;

Status recordVisit(Writer &writer)
{
    TURNUS_ASSIGN(visit, writer.mint<VisitId>());
    writer.insert("visit", visit, "customer", TestDatabase::customer,
                  {{"customer_id", TestDatabase::customer},
                   {"site_id", TestDatabase::site},
                   {"asset_id", TestDatabase::grinder},
                   {"technician_id", TestDatabase::technician},
                   {"kind", u"maintenance"_s},
                   {"status", u"completed"_s},
                   {"started", writer.now()}});
    TURNUS_ASSIGN(reading, writer.next());
    writer.insert("meter_reading", Id<struct ReadingTag>{reading}, "asset", TestDatabase::grinder,
                  {{"asset_id", TestDatabase::grinder},
                   {"visit_id", visit},
                   {"at", writer.now()},
                   {"value", 214'380.0},
                   {"meter_exchanged", false},
                   {"implausible_confirmed", false}});
    TURNUS_ASSIGN(referral, writer.mint<ReferralId>());
    writer.insert("referral", referral, "visit", visit,
                  {{"customer_id", TestDatabase::customer},
                   {"site_id", TestDatabase::site},
                   {"asset_id", TestDatabase::grinder},
                   {"visit_id", visit},
                   {"technician_id", TestDatabase::technician},
                   {"interest", u"hot"_s},
                   {"repair_shown", true},
                   {"stage", u"new"_s},
                   {"created", writer.now()}});
    return {};
}

Status editRecords(Writer &writer)
{
    writer.update("customer", TestDatabase::customer, {{"note", u"Hintereingang"_s}});
    writer.update("asset", TestDatabase::grinder, {{"place", u"Theke"_s}});
    return {};
}

} // namespace

void layFullDay(TestDatabase &database)
{
    const Status done = database.connection().write([](Writer &writer) -> Status {
        TURNUS_TRY(recordVisit(writer));
        return editRecords(writer);
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().toString()));
    const QString now = QString::number(toInteger(database.clock.now()));
    database.execute("UPDATE outbox SET state = 1 WHERE tbl = 'customer'");
    database.execute("UPDATE outbox SET state = 2, reason = 'reference: part 9' WHERE tbl = 'asset'");
    database.execute(
        u"INSERT INTO receipt (seq, tbl, row, recorded, confirmed) VALUES (101, 'visit', 1, %1, %1), "
        "(102, 'visit', 2, %1, %1), (103, 'visit', 3, %1, %1);"
        "INSERT INTO conflict (id, tbl, row, name, mine, mine_at, theirs, theirs_at, theirs_by, seq) VALUES "
        "(1, 'customer', 200, 'phone', '0123 555-0142', %1, '0123 555-0124', %1 - 300000, 'Rolf Vorlage', 104)"_s
            .arg(now)
            .toUtf8()
            .constData());
}

void layReceipt(TestDatabase &database, bool whole)
{
    protocol::DayReceipt receipt = receiptAsHere(database);
    protocol::ReceiptVisit &visit = receipt.visits.front();
    visit.files = {{"ab", 90'000, "photo", true}, {"cd", 80'000, "photo", whole}};
    receipt.referrals = {{7, visit.visit, "new"}};
    receipt.bonus = {{8, "lead", 2'500}};
    if (!whole)
        std::erase_if(visit.lines, [](const protocol::ReceiptLines &one) { return one.table == "meter_reading"; });
    const protocol::SigningKey key = protocol::newSigningKey();
    const std::string file = protocol::seal(protocol::receiptPurpose, protocol::encode(receipt), key);
    const Status done = database.connection().write([&](Writer &) -> Status {
        database.connection().execute("INSERT INTO trusted_key (server, public_key, since) VALUES (?, ?, 0)",
                                      storage::DeviceState(database.connection()).text(storage::DeviceState::serverUrl),
                                      QByteArray::fromStdString(key.publicKey));
        database.connection().execute("INSERT INTO day_receipt (staff_id, day, file, fetched) VALUES (?, ?, ?, ?)",
                                      TestDatabase::technician, database.clock.today(), QByteArray::fromStdString(file),
                                      database.clock.now());
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().toString()));
}

} // namespace turnus::tests
