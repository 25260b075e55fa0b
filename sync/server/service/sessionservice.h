#pragma once

#include "core/support/clock.h"
#include "sync/protocol/messages.h"
#include "sync/server/service/password.h"
#include "sync/server/service/principal.h"
#include "sync/server/store/accountstore.h"

#include <vector>

namespace turnus::server {

class Connection;

/// Signs devices in and knows who speaks. Refresh tokens rotate and are bound to one device. An old one works on while
/// nothing of the answer that it brought was ever used, for that answer was lost on the way; after that, using it again
/// ends the device's session. All errors are Domain::Access or the store's.
class SessionService
{
public:
    explicit SessionService(const Clock &clock, PasswordCost cost = {});

    /// Errors: "credentials" (wrong login or password, disabled), "locked" (with the seconds to wait),
    /// "device-lost" (the database is to be wiped).
    [[nodiscard]] Result<protocol::SessionAnswer> signIn(Connection &connection,
                                                         const protocol::SessionRequest &request);
    /// For load tests: so many fresh devices, shared among the technicians' accounts, signed in without a password by
    /// who owns the database. Error "login" when there is no technician.
    [[nodiscard]] Result<std::vector<protocol::SessionAnswer>> makeDevices(Connection &connection, int count);
    /// Errors: "token-expired" (or unknown), "revoked", "device-lost".
    [[nodiscard]] Result<protocol::SessionAnswer> refresh(Connection &connection,
                                                          const protocol::RefreshRequest &request);
    /// The session that a refresh token belongs to; empty for an unknown one.
    [[nodiscard]] static QString sessionOf(Connection &connection, const protocol::RefreshRequest &request);
    [[nodiscard]] Result<Principal> authenticate(Connection &connection, QByteArrayView accessToken);
    /// The device has its access token: from now on the refresh token that brought it is not to come again.
    [[nodiscard]] Status noteUse(Connection &connection, const Principal &principal);
    [[nodiscard]] Status signOut(Connection &connection, const Principal &principal);

private:
    [[nodiscard]] Result<std::optional<Account>> reserveTry(Connection &connection, const QString &login);
    [[nodiscard]] static Status refuseLost(Connection &connection, std::optional<qint64> replica);
    [[nodiscard]] Result<protocol::SessionAnswer> open(Connection &connection, const Account &account,
                                                       const protocol::SessionRequest &request);

    /// What a known login would hear after so many tries, so that a lock does not tell which logins there are.
    [[nodiscard]] static Status reserveUnknownTry(Connection &connection, const QString &login, Instant now);

    const Clock &m_clock;
    QString m_decoyHash; ///< verified for unknown logins, so that they take as long as known ones
};

} // namespace turnus::server
