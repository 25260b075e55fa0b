#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace turnus::server {

/// An IP address; IPv4 as ::ffff:a.b.c.d.
using AddressBytes = std::array<unsigned char, 16>;
constexpr int addressBits = 128;
constexpr int mappedBits = 96; ///< before an IPv4 address

[[nodiscard]] std::optional<AddressBytes> parseAddress(std::string_view text);
[[nodiscard]] bool isLoopback(std::string_view address);
/// Whom limits count: an IPv4 address, also when it is written as IPv6; of IPv6 the /64, which is the least that a
/// network is given. What is no address stands for itself.
[[nodiscard]] std::string countedAs(std::string_view address);

} // namespace turnus::server
