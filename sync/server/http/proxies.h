#pragma once

#include "core/support/result.h"
#include "sync/server/http/addresses.h"

#include <string>
#include <string_view>
#include <vector>

namespace turnus::server {

/// The reverse proxies before the server: only they are believed where a request comes from.
class TrustedProxies
{
public:
    /// An address or a network, "10.0.0.5", "10.0.0.0/8", "fd00::/8". Error "proxy" (input).
    [[nodiscard]] Status add(const QString &network);
    [[nodiscard]] bool contains(std::string_view address) const;
    /// Who asked the outermost trusted proxy, by X-Forwarded-For, or by Forwarded (RFC 7239) when that is not there.
    /// The last entry is the nearest proxy's; what stands before the first foreign address anybody could have written.
    /// Empty when nobody is named.
    [[nodiscard]] std::string clientOf(std::string_view xForwardedFor, std::string_view forwarded) const;

private:
    struct Network
    {
        AddressBytes address;
        int bits;
    };

    std::vector<Network> m_networks;
};

} // namespace turnus::server
