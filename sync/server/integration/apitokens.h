#pragma once

#include "core/support/clock.h"
#include "sync/server/service/principal.h"

#include "core/support/result.h"

#include <QList>
#include <optional>

namespace turnus::server {

class Connection;

struct ApiToken
{
    QString name;
    Instant created;
    bool revoked = false;
};

/// Access of the company's other systems (its ERP): a token that does not expire, kept as a hash, until revoked.
class ApiTokens
{
public:
    explicit ApiTokens(const Clock &clock) : m_clock(clock) {}

    /// What tells such a token from a session's.
    static constexpr std::string_view mark = "tit_";
    /// The secret; it is shown this once. Error "name": empty, or there already.
    [[nodiscard]] Result<QString> add(Connection &connection, const QString &name);
    [[nodiscard]] Status revoke(Connection &connection, const QString &name);
    [[nodiscard]] Result<QList<ApiToken>> list(Connection &connection);
    /// Errors as SessionService::authenticate.
    [[nodiscard]] Result<Principal> authenticate(Connection &connection, QByteArrayView token);

private:
    const Clock &m_clock;
};

} // namespace turnus::server
