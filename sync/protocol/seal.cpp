#include "sync/protocol/seal.h"

#include "sync/protocol/jsonreader.h"
#include "sync/protocol/limits.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

namespace bj = boost::json;

constexpr std::string_view endorsementPurpose = "turnus-key-1";
constexpr std::size_t keyIdDigits = 16;

const unsigned char *raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(std::string &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

std::string signedBytes(std::string_view purpose, std::string_view statement)
{
    return std::string(purpose).append("\n").append(statement);
}

std::string sign(std::string_view bytes, const SigningKey &key)
{
    std::string publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_seed_keypair(raw(publicKey), raw(secret), raw(key.seed));
    crypto_sign_detached(raw(signature), nullptr, raw(bytes), bytes.size(), raw(secret));
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

bool matches(std::string_view bytes, std::string_view signature, std::string_view publicKey)
{
    return signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(raw(signature), raw(bytes), bytes.size(), raw(publicKey)) == 0;
}

std::string hexOf(const JsonReader &reader, std::size_t bytes)
{
    const auto value = fromHex(reader.text(), bytes);
    if (!value)
        reader.wrong(u"%1 hexadecimal digits"_s.arg(2 * bytes));
    return value.value_or(std::string());
}

PublicKey decodeKey(const JsonReader &reader)
{
    PublicKey key{.key = hexOf(reader.at("publicKey"), crypto_sign_PUBLICKEYBYTES),
                  .created = reader.at("created").integer()};
    if (reader.has("retired"))
        key.retired = reader.at("retired").integer();
    if (reader.has("endorsedBy")) {
        key.endorsedBy = reader.at("endorsedBy").text();
        key.endorsement = hexOf(reader.at("endorsement"), crypto_sign_BYTES);
    }
    return key;
}

} // namespace

SigningKey newSigningKey()
{
    SigningKey key{std::string(crypto_sign_SEEDBYTES, '\0'), std::string(crypto_sign_PUBLICKEYBYTES, '\0')};
    std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used on this machine");
    randombytes_buf(key.seed.data(), key.seed.size());
    crypto_sign_seed_keypair(raw(key.publicKey), raw(secret), raw(key.seed));
    sodium_memzero(secret.data(), secret.size());
    return key;
}

std::string toHex(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString();
}

std::optional<std::string> fromHex(std::string_view text, std::size_t bytes)
{
    const bool isHex =
        text.size() == 2 * bytes && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (!isHex)
        return {};
    return QByteArray::fromHex(QByteArray(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
}

std::string sha256Hex(std::string_view bytes)
{
    return QCryptographicHash::hash(QByteArrayView(bytes), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string keyIdOf(std::string_view publicKey)
{
    return sha256Hex(publicKey).substr(0, keyIdDigits);
}

std::string endorse(const SigningKey &old, std::string_view newPublicKey)
{
    return sign(signedBytes(endorsementPurpose, newPublicKey), old);
}

std::vector<std::string> trustedOf(std::span<const PublicKey> offered, std::vector<std::string> trusted)
{
    const auto isTrusted = [&](std::string_view key) { return std::ranges::find(trusted, key) != trusted.end(); };
    for (bool found = true; found;) {
        found = false;
        for (const PublicKey &key : offered) {
            const auto voucher =
                std::ranges::find(trusted, key.endorsedBy, [](const std::string &one) { return keyIdOf(one); });
            if (isTrusted(key.key) || voucher == trusted.end() ||
                !matches(signedBytes(endorsementPurpose, key.key), key.endorsement, *voucher))
                continue;
            trusted.push_back(key.key);
            found = true;
        }
    }
    return trusted;
}

std::string encode(const KeyList &list)
{
    bj::array keys;
    for (const PublicKey &key : list.keys) {
        bj::object object{{"id", keyIdOf(key.key)}, {"publicKey", toHex(key.key)}, {"created", key.created}};
        if (key.retired)
            object["retired"] = *key.retired;
        if (!key.endorsedBy.empty()) {
            object["endorsedBy"] = key.endorsedBy;
            object["endorsement"] = toHex(key.endorsement);
        }
        keys.push_back(std::move(object));
    }
    return bj::serialize(bj::object{{"company", list.company}, {"keys", std::move(keys)}});
}

Result<KeyList> decodeKeyList(std::string_view json)
{
    TURNUS_ASSIGN(value, parseJson(json, limits::jsonMaxBytes));
    Status status;
    const JsonReader reader(value, u"keys"_s, status);
    KeyList list{.company = reader.at("company").text()};
    reader.at("keys").each([&](const JsonReader &key) { list.keys.push_back(decodeKey(key)); });
    TURNUS_TRY(status);
    return list;
}

std::string seal(std::string_view purpose, std::string_view statement, const SigningKey &key)
{
    const std::string signature = sign(signedBytes(purpose, statement), key);
    const bj::object line{{"key", keyIdOf(key.publicKey)}, {"signature", toHex(signature)}};
    return std::string(statement).append("\n").append(bj::serialize(line)).append("\n");
}

Result<Sealed> unseal(std::string_view file)
{
    const auto end = file.find('\n');
    if (end == std::string_view::npos || file.size() > limits::jsonMaxBytes)
        return fail(Domain::Protocol, u"not-signed", u"two lines of JSON are expected: statement and signature"_s);
    TURNUS_ASSIGN(value, parseJson(file.substr(end + 1), limits::jsonMaxBytes));
    Status status;
    const JsonReader reader(value, u"signature"_s, status);
    Sealed sealed{.statement = std::string(file.substr(0, end)),
                  .keyId = reader.at("key").text(),
                  .signature = hexOf(reader.at("signature"), crypto_sign_BYTES)};
    TURNUS_TRY(status);
    return sealed;
}

bool isGenuine(std::string_view purpose, const Sealed &sealed, std::string_view publicKey)
{
    return keyIdOf(publicKey) == sealed.keyId &&
           matches(signedBytes(purpose, sealed.statement), sealed.signature, publicKey);
}

} // namespace turnus::protocol
