#include "sync/server/http/addresses.h"

#include <algorithm>
#include <arpa/inet.h>

namespace turnus::server {

namespace {

constexpr std::size_t mappedBytes = mappedBits / 8;
constexpr AddressBytes mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::ptrdiff_t networkBytes = 8; ///< of the /64 that belongs to one network

bool isIpv4(const AddressBytes &bytes)
{
    return std::equal(bytes.begin(), bytes.begin() + mappedBytes, mapped.begin());
}

} // namespace

std::optional<AddressBytes> parseAddress(std::string_view text)
{
    const std::string address(text);
    AddressBytes bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1)
        return bytes;
    bytes = mapped;
    if (inet_pton(AF_INET, address.c_str(), bytes.data() + mappedBytes) == 1)
        return bytes;
    return {};
}

bool isLoopback(std::string_view address)
{
    constexpr unsigned char loopbackNetwork = 127;
    const auto bytes = parseAddress(address);
    return bytes && (isIpv4(*bytes) ? bytes->at(mappedBytes) == loopbackNetwork : bytes == parseAddress("::1"));
}

std::string countedAs(std::string_view address)
{
    // A link-local one comes with the interface that it was heard at.
    auto bytes = parseAddress(address.substr(0, address.find('%')));
    if (!bytes)
        return std::string(address);
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (isIpv4(*bytes))
        return inet_ntop(AF_INET, bytes->data() + mappedBytes, text.data(), text.size());
    std::fill(bytes->begin() + networkBytes, bytes->end(), 0);
    return inet_ntop(AF_INET6, bytes->data(), text.data(), text.size());
}

} // namespace turnus::server
