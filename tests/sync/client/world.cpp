#include "tests/sync/client/world.h"

#include "sync/client/sql.h"

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

std::map<std::string, std::map<qint64, FakeServer::Row>> rowsOf(storage::Connection &connection)
{
    std::map<std::string, std::map<qint64, FakeServer::Row>> tables;
    for (const protocol::Table &table : protocol::tables()) {
        std::string text = "SELECT id, channel";
        for (const protocol::Column &column : table.columns)
            text.append(", ").append(column.name);
        client::Sql read(connection.handle(), text + " FROM " + std::string(table.name));
        while (read.step()) {
            FakeServer::Row row{read.integer(1), {}};
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                row.fields[std::string(table.columns[i].name)] = read.value(static_cast<int>(i) + 2);
            tables[std::string(table.name)][read.integer(0)] = row;
        }
    }
    return tables;
}

} // namespace

World::World()
{
    server.subscribed = {{1, {1, protocol::ChannelKind::Company, 0, "Firma"}},
                         {10, {10, protocol::ChannelKind::Territory, 50, "Nord"}},
                         {20, {20, protocol::ChannelKind::Person, 100, ""}}};
    for (const auto &[table, rows] : rowsOf(device.connection())) {
        for (const auto &[id, row] : rows)
            server.put(table, id, row.channel, row.fields);
    }
}

Result<client::Round> World::sync()
{
    client::Engine engine(device.connection());
    client::Round all;
    for (int rounds = 0; rounds < 100; ++rounds) {
        TURNUS_ASSIGN(request, engine.begin());
        TURNUS_TRY(engine.feed(server.answer(request)));
        TURNUS_ASSIGN(round, engine.finish());
        all.rowsIn += round.rowsIn;
        all.operationsOut += round.operationsOut;
        all.settled += round.settled;
        all.repaired.insert(all.repaired.end(), round.repaired.begin(), round.repaired.end());
        if (!round.more)
            return all;
    }
    return fail(Domain::Protocol, u"endless");
}

bool World::syncCut(std::size_t bytes)
{
    client::Engine engine(device.connection());
    const auto request = engine.begin();
    if (!request)
        return false;
    const std::string answer = server.answer(*request);
    if (!engine.feed(std::string_view(answer).substr(0, bytes)))
        return false;
    return engine.finish().has_value();
}

void World::syncLost()
{
    client::Engine engine(device.connection());
    if (const auto request = engine.begin())
        (void)server.answer(*request);
}

QString World::difference()
{
    const auto mine = rowsOf(device.connection());
    for (const auto &[table, rows] : mine) {
        for (const auto &[id, row] : rows) {
            const FakeServer::Row *theirs = server.find(table, id);
            const QString name = u"%1 %2"_s.arg(QString::fromStdString(table)).arg(id);
            if (!theirs || !server.subscribed.contains(theirs->channel))
                return name + u" is on the device only"_s;
            if (theirs->channel != row.channel)
                return name + u" has another channel"_s;
            for (const auto &[field, value] : row.fields) {
                const auto other = theirs->fields.find(field);
                if ((other == theirs->fields.end() ? protocol::Value{} : other->second) != value)
                    return name + u" differs in "_s + QString::fromStdString(field);
            }
        }
    }
    for (const auto &[table, rows] : server.tables) {
        for (const auto &[id, row] : rows) {
            if (server.subscribed.contains(row.channel) && (!mine.contains(table) || !mine.at(table).contains(id)))
                return u"%1 %2 is on the server only"_s.arg(QString::fromStdString(table)).arg(id);
        }
    }
    return {};
}

qint64 World::addReading(double value)
{
    qint64 id = 0;
    const Status written = device.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(minted, writer.next());
        id = minted;
        writer.insert("meter_reading", Id<struct ReadingTag>{id}, "asset", TestDatabase::grinder,
                      {{"asset_id", TestDatabase::grinder},
                       {"at", writer.now()},
                       {"value", value},
                       {"meter_exchanged", false},
                       {"implausible_confirmed", false}});
        return {};
    });
    return written ? id : 0;
}

qint64 World::addVisit()
{
    qint64 visit = 0;
    const Status written = device.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(minted, writer.next());
        visit = minted;
        writer.insert("visit", VisitId{visit}, "customer", TestDatabase::customer,
                      {{"customer_id", TestDatabase::customer},
                       {"site_id", TestDatabase::site},
                       {"technician_id", TestDatabase::technician},
                       {"kind", u"repair"_s},
                       {"status", u"under_way"_s},
                       {"started", writer.now()}});
        TURNUS_ASSIGN(finding, writer.next());
        writer.insert("finding", Id<struct FindingTag>{finding}, "visit", VisitId{visit},
                      {{"asset_id", TestDatabase::grinder},
                       {"visit_id", VisitId{visit}},
                       {"what", u"Leck"_s},
                       {"at", writer.now()}});
        return {};
    });
    if (!written)
        qFatal("%s", qPrintable(written.error().toString()));
    return visit;
}

void World::edit(const char *table, qint64 id, std::initializer_list<storage::Field> fields)
{
    const Status written = device.connection().write([&](storage::Writer &writer) -> Status {
        writer.updateRow(table, id, fields);
        return {};
    });
    if (!written)
        qFatal("%s", qPrintable(written.error().toString()));
}

QString World::text(const char *sql)
{
    return device.connection()
        .read([&] {
            storage::Statement row = device.connection().query(sql);
            return row.step() ? row.text(0) : QString();
        })
        .value_or(QString());
}

} // namespace turnus::tests
