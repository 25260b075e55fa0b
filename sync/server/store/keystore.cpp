#include "sync/server/store/keystore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/rowstore.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

std::optional<qint64> KeyStore::find(const protocol::Table &table, const QString &key)
{
    const Value known =
        one(m_connection, u"SELECT row_id FROM external_key WHERE tbl = ? AND key = ?"_s, table.number, key);
    if (!isNull(known))
        return integerOf(known);
    bool ok = false;
    const qint64 id = key.startsWith("id:"_L1) ? key.mid(3).toLongLong(&ok) : 0;
    if (!ok || isNull(one(m_connection, u"SELECT id FROM "_s + named(table.name) + u" WHERE id = ?"_s, id)))
        return {};
    return id;
}

QString KeyStore::keyOf(const protocol::Table &table, qint64 id)
{
    const Value key =
        one(m_connection, u"SELECT key FROM external_key WHERE row_id = ? AND tbl = ?"_s, id, table.number);
    return isNull(key) ? u"id:%1"_s.arg(id) : textOf(key);
}

qint64 KeyStore::claim(const protocol::Table &table, const QString &key, qint64 id)
{
    // Waits for the end of the other transaction.
    run(m_connection, u"INSERT INTO external_key (tbl, key, row_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
        table.number, key, id);
    return integerOf(
        one(m_connection, u"SELECT row_id FROM external_key WHERE tbl = ? AND key = ?"_s, table.number, key));
}

} // namespace turnus::server
