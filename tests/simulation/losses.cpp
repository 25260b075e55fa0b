// What the server loses: by a restore from its backup, and by an erasure.
#include "core/storage/devicestate.h"
#include "sync/client/sql.h"
#include "sync/server/service/erasure.h"
#include "sync/server/service/values.h"
#include "sync/server/store/meta.h"
#include "tests/simulation/company.h"
#include "tests/simulation/world.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

server::Value serverValue(const protocol::Value &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto *integer = std::get_if<qint64>(&value))
        return *integer;
    return {};
}

} // namespace

bool World::isOnServer(const Edit &edit)
{
    bool there = false;
    const Status read = m_server->connection().read([&]() -> Status {
        there = !server::isNull(
            server::one(m_server->connection(),
                        u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(server::named(edit.table->name),
                                                                QLatin1StringView(markerColumn(*edit.table))),
                        serverValue(markerOf(*edit.table, edit.number))));
        return {};
    });
    return read && there;
}

void World::backUpServer()
{
    if (!m_server->isUp())
        return;
    m_backup = {m_server->disk.content(serverFile),
                m_server->disk.content(std::string(serverFile) + "-wal"),
                m_journal.lastNumber,
                {}};
    note(u"server is backed up"_s);
}

void World::restoreServer()
{
    if (!m_backup || !m_server->isUp())
        return;
    note(u"server is restored from its backup"_s);
    m_server->kill(false);
    m_server->disk.clear();
    m_server->disk.setContent(serverFile, m_backup->file);
    if (!m_backup->log.isEmpty())
        m_server->disk.setContent(std::string(serverFile) + "-wal", m_backup->log);
    Status restored = m_server->open();
    if (restored) {
        restored = m_server->connection().write([&]() -> Status {
            server::Meta(m_server->connection()).noteRestored(1 + m_backups.below(1'000'000));
            return {};
        });
    }
    if (!restored)
        return m_verdict.violations.append(u"the server cannot be restored: "_s + restored.error().toString());
    m_restored = true;
    if (const auto again = m_journal.erased.empty() ? Result<int>(0) : erasure().again(m_server->connection()); !again)
        m_verdict.violations.append(u"nobody is erased again: "_s + again.error().toString());
    forgetLost();
    for (const auto &device : m_devices) {
        if (device->session.isEmpty() || m_server->principalOf(device->session))
            continue;
        note(*device, u"is not known any more"_s);
        device->session.clear();
        m_copies.erase(device->index);
        if (device->engine)
            endRun(*device, u"signed out"_s);
    }
}

bool World::isHeld(const Edit &edit)
{
    if (edit.device == Edit::office)
        return false;
    const auto &device = m_devices[static_cast<std::size_t>(edit.device)];
    if (!device->isUp())
        return false;
    const auto held = device->connection().read([&] {
        const storage::DeviceState state(device->connection());
        QStringList own = state.text(storage::DeviceState::formerReplicas).split(u' ');
        own.append(QString::number(state.integer(storage::DeviceState::replica).value_or(0)));
        client::Sql row(device->connection().handle(), "SELECT id FROM " + std::string(edit.table->name) + " WHERE " +
                                                           markerColumn(*edit.table) + " = ?");
        const protocol::Value marker = markerOf(*edit.table, edit.number); // read until the row was
        row.bind(1, marker);
        return row.step() && own.contains(QString::number(row.integer(0) >> idCounterBits));
    });
    return held.value_or(false);
}

bool World::isUpdateHeld(const Edit &edit)
{
    if (edit.device == Edit::office)
        return false;
    const auto &device = m_devices[static_cast<std::size_t>(edit.device)];
    if (!device->isUp())
        return false;
    const protocol::Column &column =
        edit.table->columns[static_cast<std::size_t>(protocol::columnIndex(*edit.table, edit.column))];
    const bool travelsAgain = column.merge != protocol::Merge::ServerWins && !protocol::isFixed(*edit.table, column);
    const auto held = device->connection().read([&] {
        sqlite3 *database = device->connection().handle();
        qint64 id = edit.row.id;
        if (edit.row.maker) {
            client::Sql made(database, "SELECT id FROM " + std::string(edit.table->name) + " WHERE " +
                                           markerColumn(*edit.table) + " = ?");
            const protocol::Value marker = markerOf(*edit.table, edit.row.maker);
            made.bind(1, marker);
            id = made.step() ? made.integer(0) : 0;
        }
        client::Sql waiting(database, "SELECT 1 FROM outbox o JOIN outbox_field f ON f.seq = o.seq WHERE o.row = ?1 "
                                      "AND o.state < 2 AND f.name = ?2 AND f.new IS ?3");
        client::Sql shown(database, "SELECT 1 FROM " + std::string(edit.table->name) +
                                        " WHERE id = ?1 AND channel > 0 "
                                        "AND ?2 <> '' AND " +
                                        edit.column + " IS ?3");
        client::Sql asked(database,
                          "SELECT 1 FROM conflict WHERE row = ?1 AND name = ?2 AND mine IS ?3 AND settled = 0");
        const auto finds = [&](client::Sql &row) {
            row.bind(1, id);
            row.bindText(2, edit.column);
            row.bind(3, edit.now);
            return row.step();
        };
        return id != 0 && (finds(waiting) || (travelsAgain && (finds(shown) || finds(asked))));
    });
    return held.value_or(false);
}

bool World::isUpdateOnServer(const Edit &edit)
{
    server::Connection &connection = m_server->connection();
    bool there = false;
    const Status read = connection.read([&]() -> Status {
        const QString table = server::named(edit.table->name);
        server::Value id = edit.row.id;
        if (edit.row.maker) {
            id = server::one(
                connection,
                u"SELECT id FROM %1 WHERE %2 = ?"_s.arg(table, QLatin1StringView(markerColumn(*edit.table))),
                serverValue(markerOf(*edit.table, edit.row.maker)));
        }
        const QString column = QString::fromStdString(edit.column);
        const QString now = server::toTagged(server::fromWire(edit.now));
        const server::Value value = server::one(connection, u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(column, table), id);
        there = server::toTagged(value) == now ||
                !server::isNull(server::one(connection,
                                            u"SELECT id FROM conflict WHERE row_id = ? AND column_name = ? "
                                            "AND mine = ?"_s,
                                            id, column, now));
        return {};
    });
    return read && there;
}

void World::forgetLost()
{
    for (Edit &edit : m_journal.edits) {
        if (!edit.certain)
            continue;
        edit.certain = edit.isInsert ? isOnServer(edit) || isHeld(edit)
                                     : m_options.confirmedEdits && (isUpdateOnServer(edit) || isUpdateHeld(edit));
    }
}

/// What lies beside the server's database: no row of a schedule names a file, but the list of erasures is one.
server::Erasure World::erasure()
{
    if (!m_files)
        m_files = std::make_unique<QTemporaryDir>();
    return {m_serverClock, server::ContentStore(m_files->filePath(u"content"_s)), m_files->filePath(u"uploads"_s)};
}

void World::eraseCustomer()
{
    if (!m_server->isUp())
        return;
    const qint64 customer = company::firstCustomer + 10 * m_erasures.below(company::customers);
    const auto done = erasure().erase(m_server->connection(), customer, u"request"_s, {}, false);
    if (!done && done.error().code != "already-erased"_L1)
        m_verdict.violations.append(u"customer %1 is not erased: %2"_s.arg(customer).arg(done.error().toString()));
    if (!done)
        return;
    note(u"customer %1 is erased"_s.arg(customer));
    m_journal.erased.insert(customer);
}

} // namespace turnus::simulation
