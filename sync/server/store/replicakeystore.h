#pragma once

#include "core/support/time.h"

#include <QByteArray>
#include <QList>

namespace turnus::server {

class Connection;

/// The secrets of the certificates of replica numbers (service/replicanumbers), in the company's database: shared by
/// all its servers, and part of every backup. A restore keeps those of what stood there before, too.
class ReplicaKeyStore
{
public:
    static constexpr int bytes = 32;

    struct Key
    {
        QByteArray secret;
        Instant created;
    };

    explicit ReplicaKeyStore(Connection &connection) : m_connection(connection) {}

    /// The one in use first; none before the first number was given out.
    [[nodiscard]] QList<Key> all();
    /// Inside write: makes the first one unless there is one.
    void ensure(Instant now);
    /// Inside write: those that are not there yet.
    void keep(const QList<Key> &keys);

private:
    Connection &m_connection;
};

} // namespace turnus::server
