#pragma once

#include "core/support/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Signed statements of the server (README.md, "Signed statements"): Ed25519 over the very bytes that are kept.
namespace turnus::protocol {

/// An Ed25519 key as the server keeps it; `seed` and `publicKey` are 32 raw bytes.
struct SigningKey
{
    std::string seed;
    std::string publicKey;
};

[[nodiscard]] SigningKey newSigningKey();
/// The first 16 hexadecimal digits of the SHA-256 of the raw public key.
[[nodiscard]] std::string keyIdOf(std::string_view publicKey);
[[nodiscard]] std::string toHex(std::string_view bytes);
/// Nothing when it is not hexadecimal of that many bytes.
[[nodiscard]] std::optional<std::string> fromHex(std::string_view text, std::size_t bytes);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// A public key of a company. One that took the place of another is endorsed by it, so that who trusts the old one may
/// trust the new.
struct PublicKey
{
    std::string key; ///< raw
    qint64 created = 0;
    std::optional<qint64> retired;
    std::string endorsedBy;  ///< id of the key before; empty for the first
    std::string endorsement; ///< raw signature of the key before
    bool operator==(const PublicKey &) const = default;
};

[[nodiscard]] std::string endorse(const SigningKey &old, std::string_view newPublicKey);
/// Those of `offered` that follow from `trusted` by endorsements, and those trusted.
[[nodiscard]] std::vector<std::string> trustedOf(std::span<const PublicKey> offered, std::vector<std::string> trusted);

/// The answer of GET /v1/receipt-keys.
struct KeyList
{
    std::string company;
    std::vector<PublicKey> keys; ///< the one in use first
    bool operator==(const KeyList &) const = default;
};
[[nodiscard]] std::string encode(const KeyList &list);
[[nodiscard]] Result<KeyList> decodeKeyList(std::string_view json);

/// What a signed file says, and by which key.
struct Sealed
{
    std::string statement; ///< the signed JSON, byte for byte
    std::string keyId;
    std::string signature; ///< raw
};

/// `purpose` keeps a signature made for one kind of statement from passing for another.
[[nodiscard]] std::string seal(std::string_view purpose, std::string_view statement, const SigningKey &key);
/// Takes the file apart; says nothing about the signature.
[[nodiscard]] Result<Sealed> unseal(std::string_view file);
[[nodiscard]] bool isGenuine(std::string_view purpose, const Sealed &sealed, std::string_view publicKey);

} // namespace turnus::protocol
