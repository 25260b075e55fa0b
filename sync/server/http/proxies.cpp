#include "sync/server/http/proxies.h"

#include <algorithm>
#include <cctype>
#include <cstring>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Takes what stands behind the last `separator` off the text.
std::string_view takeLast(std::string_view &text, char separator)
{
    const auto at = text.rfind(separator);
    const std::string_view last = at == std::string_view::npos ? text : text.substr(at + 1);
    text = at == std::string_view::npos ? std::string_view() : text.substr(0, at);
    return trimmed(last);
}

/// The value of for= in one element of a Forwarded header.
std::string_view forOf(std::string_view element)
{
    constexpr std::string_view name = "for=";
    while (!element.empty()) {
        const std::string_view pair = takeLast(element, ';');
        const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
        if (pair.size() > name.size() &&
            std::equal(name.begin(), name.end(), pair.begin(), [&](char b, char a) { return same(a, b); }))
            return trimmed(pair.substr(name.size()));
    }
    return {};
}

/// Without quotes, brackets and port.
std::string_view bare(std::string_view node)
{
    if (node.size() >= 2 && node.front() == '"' && node.back() == '"')
        node = node.substr(1, node.size() - 2);
    if (node.starts_with('['))
        return node.substr(1, node.find(']') - 1);
    return std::ranges::count(node, ':') == 1 ? node.substr(0, node.find(':')) : node;
}

} // namespace

Status TrustedProxies::add(const QString &network)
{
    const std::string text = network.section(u'/', 0, 0).trimmed().toStdString();
    const auto address = parseAddress(text);
    bool good = address.has_value();
    int bits = addressBits;
    if (network.contains(u'/')) {
        const int before = text.find(':') == std::string::npos ? mappedBits : 0;
        bool isNumber = false;
        const int given = network.section(u'/', 1).toInt(&isNumber);
        good = good && isNumber && given >= 0 && given <= addressBits - before;
        bits = before + given;
    }
    if (!good)
        return fail(Domain::Input, u"proxy", u"\"%1\" is neither an IP address nor a network"_s.arg(network));
    m_networks.push_back({*address, bits});
    return {};
}

bool TrustedProxies::contains(std::string_view address) const
{
    const auto bytes = parseAddress(address);
    if (!bytes)
        return false;
    return std::ranges::any_of(m_networks, [&](const Network &network) {
        const auto whole = static_cast<std::size_t>(network.bits / 8);
        if (std::memcmp(network.address.data(), bytes->data(), whole) != 0)
            return false;
        const int rest = network.bits % 8;
        return rest == 0 || ((network.address.at(whole) ^ bytes->at(whole)) >> (8 - rest)) == 0;
    });
}

std::string TrustedProxies::clientOf(std::string_view xForwardedFor, std::string_view forwarded) const
{
    const bool isOld = !xForwardedFor.empty();
    std::string_view left = isOld ? xForwardedFor : forwarded;
    std::string client;
    while (!left.empty()) {
        const std::string_view element = takeLast(left, ',');
        const std::string_view node = bare(isOld ? element : forOf(element));
        if (!parseAddress(node))
            return client.empty() ? "unknown" : client;
        client = node;
        if (!contains(client))
            break;
    }
    return client;
}

} // namespace turnus::server
