#include "tests/bench/syncworld.h"

#include "core/storage/devicestate.h"
#include "sync/client/engine.h"
#include "sync/server/exchange/importer.h"
#include "sync/server/exchange/territory.h"
#include "sync/server/service/accountservice.h"
#include "sync/server/service/sessionservice.h"
#include "tests/bench/measure.h"
#include "tests/bench/territory/territory.hpp"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace turnus::bench {

namespace {

const terr::Data &data()
{
    static const terr::Data all = terr::generate();
    return all;
}

void writeFile(const QString &path, const std::string &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) != qint64(text.size()))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

Instant instantOf(const std::string &iso)
{
    return instantFrom(QDateTime::fromString(QString::fromStdString(iso), Qt::ISODate).toMSecsSinceEpoch());
}

qint64 number(storage::Connection &connection, std::string_view sql, const QString &key)
{
    auto row = connection.query(sql, key);
    return row.step() ? row.integer(0) : 0;
}

} // namespace

void writeWorkload(const QString &directory)
{
    for (int table = 0; table < 4; ++table) {
        std::string text;
        for (const terr::Row &row : data().t[table])
            text += terr::json(table, row) + '\n';
        writeFile(directory + u'/' + QString::fromLatin1(terr::tables()[std::size_t(table)].name) + u".ndjson"_s, text);
    }
}

void writeServerChanges(const QString &directory)
{
    std::vector<terr::Change> server;
    std::vector<terr::Change> device;
    terr::daily_delta(data(), server, device);
    std::string text;
    for (const terr::Change &change : server) {
        text += std::string(R"({"t":")") + terr::tables()[std::size_t(change.table)].name + R"(","row":)" +
                terr::json(change.table, change.row) + "}\n";
    }
    writeFile(directory + u"/changes.ndjson"_s, text);
}

SyncServer::SyncServer()
{
    m_database = expect(server::Database::at(m_directory.filePath(u"server.db"_s)));
    m_connection = expect(server::Connection::open(*m_database));
}

void SyncServer::import(const QString &directory)
{
    const QTemporaryDir csv;
    expect(server::writeTerritory(directory, csv.path()));
    const server::ContentStore content(m_directory.path());
    expect(server::Importer(*m_connection, content, m_clock, server::PasswordCost::least()).run(csv.path()));
}

server::Principal SyncServer::newDevice()
{
    const auto cost = server::PasswordCost::least();
    // There after the first device.
    std::ignore = server::AccountService(m_clock, cost).add(*m_connection, u"tech"_s, u"technician"_s, u"territory"_s);
    server::SessionService sessions(m_clock, cost);
    const auto answer = expect(sessions.signIn(*m_connection, {"tech", "territory", "bench", {}}));
    return expect(sessions.authenticate(*m_connection, QByteArray::fromStdString(answer.accessToken)));
}

SyncDevice::SyncDevice(SyncServer &server) : m_server(server), m_principal(server.newDevice())
{
    m_connection = expect(storage::Connection::open({.path = path()}, server.clock()));
    expect(m_connection->write([&](storage::Writer &) -> Status {
        storage::DeviceState(*m_connection).adoptReplica(m_principal.replica);
        return {};
    }));
}

SyncCost SyncDevice::sync()
{
    SyncCost cost;
    server::SyncService service(m_server.clock());
    client::Engine engine(*m_connection);
    cost.milliseconds = millisecondsOf([&] {
        for (bool more = true; more;) {
            const std::string request = expect(engine.begin());
            std::string answer;
            cost.serverMilliseconds += millisecondsOf([&] {
                answer =
                    expect(service.sync(m_server.connection(), m_principal, expect(protocol::decodeRequest(request))));
            });
            ++cost.trips;
            cost.up += request.size();
            cost.down += answer.size();
            constexpr std::size_t piece = 64 * 1024;
            for (std::size_t at = 0; at < answer.size(); at += piece)
                expect(engine.feed(std::string_view(answer).substr(at, piece)));
            const client::Round round = expect(engine.finish());
            cost.rowsIn += round.rowsIn;
            more = round.more;
        }
    });
    return cost;
}

void editDaily(storage::Connection &connection)
{
    std::vector<terr::Change> server;
    std::vector<terr::Change> device;
    terr::daily_delta(data(), server, device);
    for (const terr::Change &change : device) {
        const QString customer = QString::fromStdString(change.row[1].t);
        const Instant starts = instantOf(change.row[3].t);
        expect(connection.write([&](storage::Writer &writer) -> Status {
            auto row = connection.query(
                "SELECT a.id FROM appointment a JOIN customer c ON c.id = a.customer_id WHERE c.external_key = ? "
                "AND a.starts = ?",
                customer, starts);
            if (!row.step())
                return fail(Domain::Storage, u"missing", customer);
            const qint64 id = row.integer(0);
            writer.updateRow("appointment", id,
                             {{"status", u"done"_s}, {"note", QString::fromStdString(change.row[7].t)}});
            return {};
        }));
    }
}

void recordVisits(storage::Connection &connection)
{
    const std::vector<terr::Change> changes = terr::offline_push(data());
    const auto staff = expect(connection.read(
        [&] { return number(connection, "SELECT id FROM staff WHERE name = ?", u"Territory Technician"_s); }));
    std::map<std::string, std::string> serials;
    for (const terr::Row &asset : data().t[1])
        serials[asset[0].t] = asset[3].t;
    expect(connection.write([&](storage::Writer &writer) -> Status {
        qint64 visit = 0;
        qint64 asset = 0;
        for (const terr::Change &change : changes) {
            TURNUS_ASSIGN(id, writer.next());
            if (change.table == 2) {
                auto row = connection.query("SELECT id, customer_id, site_id FROM asset WHERE serial = ?",
                                            QString::fromStdString(serials[change.row[2].t]));
                if (!row.step())
                    return fail(Domain::Storage, u"missing");
                visit = id;
                asset = row.integer(0);
                writer.insertRow("visit", id, writer.channelOf("asset", asset),
                                 {{"customer_id", row.integer(1)},
                                  {"site_id", row.integer(2)},
                                  {"asset_id", asset},
                                  {"technician_id", staff},
                                  {"kind", u"maintenance"_s},
                                  {"status", u"completed"_s},
                                  {"started", instantOf(change.row[3].t)},
                                  {"ended", instantOf(change.row[4].t)},
                                  {"summary", QString::fromStdString(change.row[7].t)}});
            } else {
                writer.insertRow("meter_reading", id, writer.channelOf("asset", asset),
                                 {{"asset_id", asset},
                                  {"visit_id", visit},
                                  {"at", instantOf(change.row[2].t)},
                                  {"value", change.row[4].r},
                                  {"meter_exchanged", false},
                                  {"implausible_confirmed", false}});
            }
        }
        return {};
    }));
}

} // namespace turnus::bench
