#pragma once

#include "core/storage/connection.h"

namespace turnus::storage {

/// The handheld's own small facts, by key. Used inside Connection::read and Connection::write.
class DeviceState
{
public:
    static constexpr auto nextId = "next_id";                 ///< the next row id to mint
    static constexpr auto replica = "replica";                ///< this installed database's number, given by the server
    static constexpr auto certificate = "certificate";        ///< proves that number to a restored server; or empty
    static constexpr auto formerReplicas = "former_replicas"; ///< numbers that it had before, separated by blanks
    /// Whose the former numbers were: "number:person:operations after this:until this", separated by blanks.
    static constexpr auto makers = "makers";
    static constexpr auto replicaSince = "replica_since"; ///< the last operation number given out under a former one
    static constexpr auto receipted = "receipted";        ///< the highest operation number that an answer has settled
    static constexpr auto staffId = "staff_id";           ///< who signed in
    static constexpr auto role = "role";                  ///< his role, as the server names it
    static constexpr auto login = "login";                ///< his account's name
    static constexpr auto serverUrl = "server_url";       ///< where to sync
    static constexpr auto lastContact = "last_contact";   ///< Instant of the last completed sync
    static constexpr auto largeFilesOnWifi = "large_files_on_wifi"; ///< 0: large files travel by any network
    static constexpr auto compared = "checked";  ///< Instant at which all rows were compared with the server's sums
    static constexpr auto differed = "differed"; ///< what differed then and is being fetched again; empty: nothing

    explicit DeviceState(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Value value(const char *key) const;
    [[nodiscard]] std::optional<qint64> integer(const char *key) const;
    /// Empty when not set.
    [[nodiscard]] QString text(const char *key) const;
    void set(const char *key, const Value &value);

    /// Takes a replica number: ids minted from here on start at its range (or go on in it). `proof`: its certificate;
    /// without one, that of the same number stays. Notes whose the number before was, so before another person.
    void adoptReplica(qint64 number, const QString &proof = {});

private:
    Connection &m_connection;
};

} // namespace turnus::storage
