#include "sync/server/store/meta.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"

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

QStringList Meta::restoredSql(qint64 generation)
{
    const QString raise = u"UPDATE meta SET value = value + %1 WHERE key = '%2'"_s;
    const QString set = u"INSERT INTO meta (key, value) SELECT '%1', %2 ON CONFLICT (key) DO UPDATE SET value = "
                        "excluded.value"_s;
    return {raise.arg(limits::idsPassedOver).arg("next_id"_L1),
            raise.arg(limits::replicasPassedOver).arg("next_replica"_L1),
            set.arg("generation"_L1, u"%1 WHERE true"_s.arg(generation)),
            set.arg("restored_to"_L1, "COALESCE(max(at), 0) FROM change WHERE true"_L1)};
}

void Meta::noteRestored(qint64 generation)
{
    if (restored().generation != generation) {
        for (const QString &sql : restoredSql(generation))
            m_connection.execute(sql);
    }
    run(m_connection, u"UPDATE replica SET set_back = ?"_s, generation);
}

qint64 Meta::valueOf(const char *key)
{
    return integerOf(one(m_connection, u"SELECT value FROM meta WHERE key = ?"_s, QString::fromLatin1(key)));
}

} // namespace turnus::server
