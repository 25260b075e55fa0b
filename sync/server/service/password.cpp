#include "sync/server/service/password.h"

#include "sync/server/service/limits.h"

#include <semaphore>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

void startSodium()
{
    static const bool started = sodium_init() >= 0;
    if (!started)
        qFatal("libsodium cannot start");
}

/// Held while a hash is computed, so that sign-ins cannot take all memory.
class HashSlot
{
public:
    HashSlot() { slots().acquire(); }
    ~HashSlot() { slots().release(); }
    HashSlot(const HashSlot &) = delete;

private:
    static std::counting_semaphore<limits::parallelHashes> &slots()
    {
        static std::counting_semaphore<limits::parallelHashes> all(limits::parallelHashes);
        return all;
    }
};

} // namespace

PasswordCost PasswordCost::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

Result<QString> hashPassword(const QString &password, PasswordCost cost)
{
    if (password.size() < limits::shortestPassword || password.size() > limits::longestPassword) {
        return fail(Domain::Input, u"password-length",
                    u"%1 to %2 characters"_s.arg(limits::shortestPassword).arg(limits::longestPassword));
    }
    startSodium();
    const HashSlot slot;
    const QByteArray secret = password.toUtf8();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(hash, secret.constData(), static_cast<unsigned long long>(secret.size()), cost.operations,
                              cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(Domain::Storage, u"memory", u"not enough memory for a password hash"_s);
    return QString::fromLatin1(hash);
}

bool passwordMatches(const QString &password, const QString &hash)
{
    startSodium();
    const HashSlot slot;
    const QByteArray secret = password.left(limits::longestPassword).toUtf8();
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), secret.constData(),
                                    static_cast<unsigned long long>(secret.size())) == 0;
}

QString newToken(int bytes)
{
    startSodium();
    QByteArray secret(bytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), static_cast<std::size_t>(secret.size()));
    return QString::fromLatin1(secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashToken(QByteArrayView token)
{
    startSodium();
    QByteArray hash(crypto_generichash_BYTES, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), static_cast<std::size_t>(hash.size()),
                       reinterpret_cast<const unsigned char *>(token.data()),
                       static_cast<unsigned long long>(token.size()), nullptr, 0);
    return hash;
}

} // namespace turnus::server
