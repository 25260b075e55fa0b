#pragma once

#include "core/support/time.h"

#include <QString>
#include <optional>
#include <string>
#include <string_view>

namespace turnus::server {

class Connection;

/// Which account's database goes by which replica number. With every number goes a certificate: a MAC over company,
/// number and login. After a restore from a backup that does not know a number, only who shows the certificate takes it
/// up again; else anybody could take it, and the rows of whose it is would be refused as foreign. Inside write.
class ReplicaNumbers
{
public:
    ReplicaNumbers(Connection &connection, Instant now) : m_connection(connection), m_now(now) {}

    /// In base64url without padding; makes the company's key when there is none.
    [[nodiscard]] std::string certificateOf(qint64 replica, const QString &login);
    /// What a database is to go by that says it has this number: the same if it is the account's, else a new one.
    [[nodiscard]] qint64 numberFor(std::optional<qint64> replica, const std::string &certificate, const QString &login,
                                   const QString &device);
    /// Whether the number is the account's, taking it back into use where that is proved.
    [[nodiscard]] bool isOf(qint64 replica, const std::string &certificate, const QString &login,
                            const QString &device);
    /// Whether it is a number that a restore may have lost: to be proved by its certificate.
    [[nodiscard]] bool isLost(qint64 replica);

private:
    [[nodiscard]] bool isGenuine(qint64 replica, const std::string &certificate, const QString &login);

    Connection &m_connection;
    Instant m_now;
};

} // namespace turnus::server
