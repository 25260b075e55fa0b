#include "core/storage/writer.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"

#include <SQLiteCpp/Exception.h>

using namespace Qt::StringLiterals;

namespace turnus::storage {

namespace {

constexpr int insertKind = 1;
constexpr int updateKind = 2;

} // namespace

Instant Writer::now()
{
    if (!m_now)
        m_now = m_connection.clock().now();
    return *m_now;
}

Result<qint64> Writer::next()
{
    if (!m_nextId) {
        const auto stored = DeviceState(m_connection).integer(DeviceState::nextId);
        if (!stored)
            return fail(Domain::Storage, u"no-replica", u"this database has no replica number yet: sign in first"_s);
        m_nextId = *stored;
    }
    return (*m_nextId)++;
}

void Writer::finish()
{
    if (m_nextId)
        DeviceState(m_connection).set(DeviceState::nextId, *m_nextId);
}

qint64 Writer::channelOf(const char *table, qint64 id)
{
    Statement row = m_connection.query(std::string("SELECT channel FROM ") + table + " WHERE id = ?", id);
    if (!row.step())
        throw SQLite::Exception(std::string("no row ") + std::to_string(id) + " in " + table);
    return row.integer(0);
}

void Writer::insertRow(const char *table, qint64 id, qint64 channel, std::span<const Field> fields)
{
    std::string names = "id, channel";
    std::string marks = "?, ?";
    for (const Field &field : fields) {
        names.append(", ").append(field.name);
        marks.append(", ?");
    }
    Statement row = m_connection.query(std::string("INSERT INTO ") + table + " (" + names + ") VALUES (" + marks + ')',
                                       id, channel);
    int index = 2;
    for (const Field &field : fields)
        row.bind(++index, field.value);
    row.step();
    journal(insertKind, table, id);
}

void Writer::updateRow(const char *table, qint64 id, std::span<const Field> fields)
{
    std::optional<qint64> operation;
    for (const Field &field : fields) {
        Statement before =
            m_connection.query(std::string("SELECT ") + field.name + " FROM " + table + " WHERE id = ?", id);
        if (!before.step())
            throw SQLite::Exception(std::string("no row ") + std::to_string(id) + " in " + table);
        const Value old = before.value(0);
        if (old == field.value)
            continue;
        if (!operation)
            operation = journal(updateKind, table, id);
        m_connection.execute(std::string("UPDATE ") + table + " SET " + field.name + " = ? WHERE id = ?", field.value,
                             id);
        m_connection.execute("INSERT INTO outbox_field (seq, name, old, new) VALUES (?, ?, ?, ?)", *operation,
                             QString::fromLatin1(field.name), old, field.value);
    }
}

qint64 Writer::journal(int kind, const char *table, qint64 id)
{
    Statement operation =
        m_connection.query("INSERT INTO outbox (at, kind, tbl, row) VALUES (?, ?, ?, ?) RETURNING seq", now(), kind,
                           QString::fromLatin1(table), id);
    operation.step();
    const qint64 seq = operation.integer(0);
    operation.step();
    return seq;
}

} // namespace turnus::storage
