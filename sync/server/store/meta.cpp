#include "sync/server/store/meta.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace turnus::server {

qint64 Meta::takeIds(qint64 count)
{
    return take("next_id", count);
}

qint64 Meta::takeReplica()
{
    return take("next_replica", 1);
}

qint64 Meta::take(const char *key, qint64 count)
{
    return integerOf(one(m_connection, u"UPDATE meta SET value = value + ? WHERE key = ? RETURNING value"_s, count,
                         QString::fromLatin1(key))) -
           count;
}

qint64 Meta::lastReplica()
{
    return valueOf("next_replica") - 1;
}

Meta::Restored Meta::restored()
{
    return {valueOf("generation"), instantFrom(valueOf("restored_to"))};
}

void Meta::noteRestored(qint64 generation)
{
    std::ignore = take("next_id", limits::idsPassedOver);
    std::ignore = take("next_replica", limits::replicasPassedOver);
    set("generation", generation);
    set("restored_to", integerOf(one(m_connection, u"SELECT max(at) FROM change"_s)));
    run(m_connection, u"UPDATE replica SET set_back = ?"_s, generation);
}

qint64 Meta::valueOf(const char *key)
{
    return integerOf(one(m_connection, u"SELECT value FROM meta WHERE key = ?"_s, QString::fromLatin1(key)));
}

void Meta::set(const char *key, qint64 value)
{
    run(m_connection,
        u"INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
        QString::fromLatin1(key), value);
}

} // namespace turnus::server
