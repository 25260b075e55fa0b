#include "sync/server/service/contentaccess.h"

#include "sync/server/service/authorisation.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/rowstore.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

Status mayRead(Connection &connection, const Principal &principal, const QString &sha256)
{
    return connection.read([&]() -> Status {
        const Authorisation access = Authorisation::of(connection, principal);
        for (const qint64 channel : RowStore::channelsOfFile(connection, sha256)) {
            if (access.mayRead(channel))
                return {};
        }
        return fail(Domain::Content, u"missing", u"no file "_s + sha256);
    });
}

} // namespace turnus::server
