#include "tests/sync/snapshots/handset.h"

#include "core/storage/devicestate.h"
#include "sync/client/makers.h"
#include "sync/client/sql.h"
#include "sync/server/service/syncservice.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

constexpr std::size_t blockHead = 5;

void require(const Status &status)
{
    if (!status)
        qFatal("%s", qPrintable(status.error().toString()));
}

/// One text for each row, then the row's channel.
std::string selectAll(const protocol::Table &table)
{
    std::string text = "SELECT id || '|' || channel";
    for (const protocol::Column &column : table.columns)
        text.append(" || '|' || quote(").append(column.name).append(")");
    return text + ", channel FROM " + std::string(table.name) + " ORDER BY id";
}

} // namespace

Handset::Handset(Company &company, const std::string &login, std::uint64_t seed)
    : disk(seed), m_company(company), m_login(login)
{
    open();
    signIn();
}

void Handset::signIn()
{
    using storage::DeviceState;
    protocol::SessionRequest request{m_login, Company::password, "test", {}, {}};
    require(connection->read([&] {
        const DeviceState state(*connection);
        request.replica = state.integer(DeviceState::replica);
        request.certificate = knowsCertificates ? state.text(DeviceState::certificate).toStdString() : std::string();
    }));
    server::SessionService sessions(m_company.clock, server::PasswordCost::least());
    const auto answer = sessions.signIn(m_company.connection(), request);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().toString()));
    m_principal = sessions.authenticate(m_company.connection(), QByteArrayView(answer->accessToken)).value();
    require(connection->write([&](storage::Writer &writer) -> Status {
        return client::handOver(
            *connection, writer,
            {answer->replica, QString::fromStdString(answer->certificate), m_principal.staff.value});
    }));
}

void Handset::signInAs(const std::string &login)
{
    m_login = login;
    signIn();
}

void Handset::open()
{
    auto opened = storage::Connection::open({.path = u"turnus.db"_s, .vfs = disk.name()}, m_company.clock);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    connection = std::move(*opened);
}

void Handset::kill()
{
    disk.faults = {.failAtCall = disk.calls() + 1, .lasting = true};
    connection.reset();
    disk.faults = {};
    disk.processKilled();
    open();
}

QByteArray Handset::databaseFile()
{
    connection.reset(); // which writes what the log holds into the file
    QByteArray bytes = disk.content("turnus.db");
    open();
    return bytes;
}

void Handset::setBack(const QByteArray &file)
{
    connection.reset();
    disk.clear();
    disk.setContent("turnus.db", file);
    open();
}

Status Handset::feed(client::Engine &engine, std::string_view answer)
{
    framesEnd.clear();
    for (std::size_t at = 0; at + blockHead <= answer.size();) {
        const char type = answer[at];
        at += blockHead + qFromLittleEndian<quint32>(answer.data() + at + 1);
        if (type == 'P')
            framesEnd.push_back(at);
    }
    constexpr std::size_t piece = 10'000;
    for (std::size_t at = 0; at < answer.size(); at += piece)
        TURNUS_TRY(engine.feed(answer.substr(at, piece)));
    return {};
}

Result<client::Round> Handset::sync(std::optional<std::size_t> cutAfter, bool check)
{
    client::Engine engine(*connection);
    progress.clear();
    engine.onProgress = [this](const client::Progress &told) { progress.push_back(told); };
    TURNUS_TRY(engine.finishLoad());
    if (check)
        engine.askForCheck();
    client::Round all;
    for (bool more = true; more;) {
        TURNUS_ASSIGN(body, engine.begin());
        TURNUS_ASSIGN(request, protocol::decodeRequest(body));
        if (!knowsCertificates)
            request.certificate.clear();
        TURNUS_ASSIGN(answer, server::SyncService(m_company.clock).sync(m_company.connection(), m_principal, request));
        lastDown = answer.size();
        const auto cut = std::exchange(cutAfter, {});
        TURNUS_TRY(feed(engine, std::string_view(answer).substr(0, cut.value_or(answer.size()))));
        TURNUS_ASSIGN(round, engine.finish());
        all.rowsIn += round.rowsIn;
        all.repaired.insert(all.repaired.end(), round.repaired.begin(), round.repaired.end());
        all.checked = all.checked || round.checked;
        all.stillDiffering = round.stillDiffering;
        more = round.more;
    }
    return all;
}

qint64 Handset::integer(const char *sql)
{
    client::Sql row(connection->handle(), sql);
    return row.step() ? row.integer(0) : 0;
}

void Handset::damage(const char *sql)
{
    client::execute(connection->handle(), "PRAGMA foreign_keys = OFF");
    client::execute(connection->handle(), sql);
    client::execute(connection->handle(), "PRAGMA foreign_keys = ON");
}

void Handset::edit(const char *table, qint64 id, std::initializer_list<storage::Field> fields)
{
    require(connection->write([&](storage::Writer &writer) -> Status {
        writer.updateRow(table, id, fields);
        return {};
    }));
}

qint64 Handset::insert(const char *table, const char *parentTable, qint64 parent,
                       std::initializer_list<storage::Field> fields)
{
    qint64 made = 0;
    require(connection->write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insertRow(table, id, writer.channelOf(parentTable, parent), fields);
        made = id;
        return {};
    }));
    return made;
}

qint64 Handset::insertContact(qint64 customer, const QString &name)
{
    return insert("contact", "customer", customer, {{"customer_id", customer}, {"name", name}});
}

qint64 Handset::recordVisit(const QString &status)
{
    return insert("visit", "customer", Company::customer,
                  {{"customer_id", Company::customer},
                   {"site_id", Company::site},
                   {"asset_id", Company::grinder},
                   {"technician_id", Company::jana},
                   {"kind", u"maintenance"_s},
                   {"status", status},
                   {"started", toInteger(m_company.clock.now())}});
}

QStringList Handset::rows()
{
    QStringList lines;
    for (const protocol::Table &table : protocol::tables()) {
        client::Sql row(connection->handle(), selectAll(table));
        while (row.step())
            lines.append(QString::fromStdString(std::string(table.name) + '|' + std::string(row.bytes(0))));
    }
    return lines;
}

QStringList Handset::schema()
{
    QStringList lines;
    for (const char *sql : {"SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL AND "
                            "type IN ('index', 'trigger') ORDER BY name",
                            "SELECT rowid || '|' || title || '|' || detail || '|' || kind FROM search ORDER BY rowid",
                            "SELECT key FROM device WHERE key LIKE 'deferred%' OR key LIKE 'search_%' OR key LIKE "
                            "'snapshot_%'"}) {
        client::Sql row(connection->handle(), sql);
        while (row.step())
            lines.append(QString::fromStdString(std::string(row.bytes(0))));
    }
    return lines;
}

QStringList serverRows(Company &company, const QList<qint64> &channels)
{
    QStringList lines;
    const Status read = company.connection().read([&]() -> Status {
        for (const protocol::Table &table : protocol::tables()) {
            server::Statement row(company.connection(), QString::fromStdString(selectAll(table)));
            while (row.next()) {
                if (channels.contains(row.integer(1)))
                    lines.append(server::named(table.name) + u'|' + row.text(0));
            }
        }
        return {};
    });
    require(read);
    return lines;
}

} // namespace turnus::tests
