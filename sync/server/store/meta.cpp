#include "sync/server/store/meta.h"

#include "sync/server/store/connection.h"

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

} // namespace turnus::server
