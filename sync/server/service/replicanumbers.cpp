#include "sync/server/service/replicanumbers.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/replicakeystore.h"
#include "sync/server/store/sessionstore.h"
#include "sync/server/store/signingkeystore.h"

#include <algorithm>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

static_assert(ReplicaKeyStore::bytes == crypto_auth_KEYBYTES);

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

/// What is certified. The login comes last, so that no other company and number make the same words.
QByteArray wordsFor(const QString &company, qint64 replica, const QString &login)
{
    return u"turnus-replica-1\n%1\n%2\n"_s.arg(company).arg(replica).toUtf8() + login.toUtf8();
}

} // namespace

std::string ReplicaNumbers::certificateOf(qint64 replica, const QString &login)
{
    ReplicaKeyStore keys(m_connection);
    keys.ensure(m_now);
    const QByteArray words = wordsFor(SigningKeyStore(m_connection).company(), replica, login);
    QByteArray mac(crypto_auth_BYTES, Qt::Uninitialized);
    crypto_auth(reinterpret_cast<unsigned char *>(mac.data()), raw(words), static_cast<std::size_t>(words.size()),
                raw(keys.all().constFirst().secret));
    return mac.toBase64(encoding).toStdString();
}

bool ReplicaNumbers::isGenuine(qint64 replica, const std::string &certificate, const QString &login)
{
    const auto mac = QByteArray::fromBase64Encoding(QByteArray::fromStdString(certificate),
                                                    encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!mac || mac.decoded.size() != crypto_auth_BYTES)
        return false;
    const QByteArray words = wordsFor(SigningKeyStore(m_connection).company(), replica, login);
    const QList<ReplicaKeyStore::Key> keys = ReplicaKeyStore(m_connection).all();
    return std::ranges::any_of(keys, [&](const ReplicaKeyStore::Key &key) {
        return crypto_auth_verify(raw(mac.decoded), raw(words), static_cast<std::size_t>(words.size()),
                                  raw(key.secret)) == 0;
    });
}

bool ReplicaNumbers::isLost(qint64 replica)
{
    return SessionStore(m_connection).isLostByRestore(replica);
}

bool ReplicaNumbers::isOf(qint64 replica, const std::string &certificate, const QString &login, const QString &device)
{
    SessionStore sessions(m_connection);
    if (const auto owner = sessions.ownerOfReplica(replica))
        return *owner == login;
    if (!isLost(replica) || !isGenuine(replica, certificate, login))
        return false;
    sessions.readoptReplica(replica, login, device, m_now);
    return true;
}

qint64 ReplicaNumbers::numberFor(std::optional<qint64> replica, const std::string &certificate, const QString &login,
                                 const QString &device)
{
    if (replica && isOf(*replica, certificate, login, device))
        return *replica;
    return SessionStore(m_connection).createReplica(login, device, m_now, 0, replica.has_value());
}

} // namespace turnus::server
