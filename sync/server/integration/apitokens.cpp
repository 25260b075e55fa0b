#include "sync/server/integration/apitokens.h"

#include "sync/server/service/password.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

Result<QString> ApiTokens::add(Connection &connection, const QString &name)
{
    const QString secret = QLatin1StringView(mark.data(), mark.size()) + newToken();
    if (name.trimmed().isEmpty())
        return fail(Domain::Input, u"name", u"the token needs a name"_s);
    TURNUS_TRY(connection.write([&]() -> Status {
        if (!isNull(one(connection, u"SELECT created FROM api_token WHERE name = ?"_s, name)))
            return fail(Domain::Input, u"name", u"\"%1\" is there already"_s.arg(name));
        run(connection, u"INSERT INTO api_token (name, hash, created) VALUES (?, ?, ?)"_s, name,
            hashToken(secret.toLatin1()), toInteger(m_clock.now()));
        return {};
    }));
    return secret;
}

Status ApiTokens::revoke(Connection &connection, const QString &name)
{
    return connection.write([&]() -> Status {
        const int changed = run(connection, u"UPDATE api_token SET revoked = ? WHERE name = ? AND revoked IS NULL"_s,
                                toInteger(m_clock.now()), name);
        return changed ? Status() : fail(Domain::Input, u"name", u"no token \"%1\" is valid"_s.arg(name));
    });
}

Result<QList<ApiToken>> ApiTokens::list(Connection &connection)
{
    QList<ApiToken> tokens;
    TURNUS_TRY(connection.read([&]() -> Status {
        tokens.clear();
        Statement row(connection, u"SELECT name, created, revoked FROM api_token ORDER BY name"_s);
        while (row.next())
            tokens.append({row.text(0), instantFrom(row.integer(1)), !row.isNull(2)});
        return {};
    }));
    return tokens;
}

Result<Principal> ApiTokens::authenticate(Connection &connection, QByteArrayView token)
{
    Principal principal;
    TURNUS_TRY(connection.read([&]() -> Status {
        Statement row(connection, u"SELECT name, revoked FROM api_token WHERE hash = ?"_s, hashToken(token));
        if (!row.next())
            return fail(Domain::Access, u"token-expired", u"the access token is unknown"_s);
        if (!row.isNull(1))
            return fail(Domain::Access, u"revoked", u"this token was revoked"_s);
        principal.login = row.text(0);
        principal.role = Role::Integration;
        return {};
    }));
    return principal;
}

} // namespace turnus::server
