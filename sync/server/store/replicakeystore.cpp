#include "sync/server/store/replicakeystore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/signingkeystore.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

QList<ReplicaKeyStore::Key> ReplicaKeyStore::all()
{
    QList<Key> keys;
    // The oldest is in use: most certificates that handhelds have were made by it.
    Statement row(m_connection, u"SELECT secret, created FROM replica_key ORDER BY created, secret"_s);
    while (row.next())
        keys.append({row.bytes(0), instantFrom(row.integer(1))});
    return keys;
}

void ReplicaKeyStore::ensure(Instant now)
{
    if (!all().isEmpty())
        return;
    // Names the company, which certificates name, and keeps a second server waiting that has come to it, too.
    SigningKeyStore(m_connection).ensure(now);
    if (!all().isEmpty())
        return;
    QByteArray secret(bytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), static_cast<std::size_t>(secret.size()));
    keep({{secret, now}});
}

void ReplicaKeyStore::keep(const QList<Key> &keys)
{
    for (const Key &key : keys) {
        run(m_connection, u"INSERT INTO replica_key (secret, created) VALUES (?, ?) ON CONFLICT (secret) DO NOTHING"_s,
            key.secret, toInteger(key.created));
    }
}

} // namespace turnus::server
