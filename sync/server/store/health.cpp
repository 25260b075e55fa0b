#include "sync/server/store/health.h"

#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

Result<QString> quickCheck(Connection &connection)
{
    QString said = u"ok"_s;
    TURNUS_TRY(connection.read([&]() -> Status {
        if (connection.engine() == Engine::Sqlite)
            said = textOf(one(connection, u"PRAGMA quick_check(1)"_s));
        return {};
    }));
    return said;
}

Result<Instant> newestChange(Connection &connection)
{
    Instant newest;
    TURNUS_TRY(connection.read([&]() -> Status {
        newest = instantFrom(integerOf(one(connection, u"SELECT coalesce(max(at), 0) FROM change"_s)));
        return {};
    }));
    return newest;
}

} // namespace turnus::server
