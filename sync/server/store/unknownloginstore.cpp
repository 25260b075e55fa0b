#include "sync/server/store/unknownloginstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

UnknownLoginStore::Tries UnknownLoginStore::hold(const QByteArray &loginHash)
{
    // Whoever sends so many learns which of them there are, at the price of so many tries.
    run(m_connection, u"DELETE FROM unknown_login WHERE (SELECT count(*) FROM unknown_login) >= ?"_s,
        limits::unknownLoginsKept);
    Statement row(m_connection,
                  u"INSERT INTO unknown_login (login_hash, failed_tries, locked_until) VALUES (?, 0, 0) ON CONFLICT "
                  "(login_hash) DO UPDATE SET failed_tries = unknown_login.failed_tries RETURNING failed_tries, "
                  "locked_until"_s,
                  loginHash);
    return row.next() ? Tries{static_cast<int>(row.integer(0)), instantFrom(row.integer(1))} : Tries{};
}

void UnknownLoginStore::set(const QByteArray &loginHash, const Tries &tries)
{
    run(m_connection, u"UPDATE unknown_login SET failed_tries = ?, locked_until = ? WHERE login_hash = ?"_s,
        tries.failed, toInteger(tries.lockedUntil), loginHash);
}

} // namespace turnus::server
