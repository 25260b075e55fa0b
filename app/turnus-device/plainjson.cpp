#include "app/turnus-device/plainjson.h"

#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>

namespace turnus::device {

namespace bj = boost::json;

namespace {

/// Enough for the longest double without an exponent.
constexpr std::size_t numberBytes = 400;

std::string plainNumber(double number)
{
    std::array<char, numberBytes> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

} // namespace

std::string plainJson(const bj::value &value)
{
    if (value.is_double())
        return plainNumber(value.get_double());
    std::string text;
    if (value.is_array()) {
        for (const bj::value &one : value.get_array())
            text.append(text.empty() ? "" : ",").append(plainJson(one));
        return '[' + text + ']';
    }
    if (value.is_object()) {
        for (const auto &[name, one] : value.get_object())
            text.append(text.empty() ? "" : ",").append(bj::serialize(name)).append(":").append(plainJson(one));
        return '{' + text + '}';
    }
    return bj::serialize(value);
}

} // namespace turnus::device
