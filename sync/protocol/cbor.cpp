#include "sync/protocol/cbor.h"

#include "sync/protocol/limits.h"

#include <QtEndian>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::protocol::cbor {

namespace {

// RFC 8746: unsigned and signed little-endian integers by width, and little-endian float64.
constexpr unsigned tagUint8 = 64;
constexpr unsigned tagUint16 = 69;
constexpr unsigned tagUint32 = 70;
constexpr unsigned tagUint64 = 71;
constexpr unsigned tagSint8 = 72;
constexpr unsigned tagSint16 = 77;
constexpr unsigned tagSint32 = 78;
constexpr unsigned tagSint64 = 79;
constexpr unsigned tagFloat64 = 86;
constexpr unsigned char nullItem = 0xf6;

template <class T>
bool fits(qint64 least, qint64 greatest)
{
    return least >= std::numeric_limits<T>::min() && greatest <= std::numeric_limits<T>::max();
}

template <class From, class To>
void widen(std::string_view bytes, std::vector<To> &into)
{
    const std::size_t size = bytes.size() / sizeof(From);
    into.resize(size);
    const char *at = bytes.data();
    for (std::size_t i = 0; i < size; ++i, at += sizeof(From))
        into[i] = static_cast<To>(qFromLittleEndian<From>(at));
}

} // namespace

int unsignedWidth(quint64 greatest)
{
    if (greatest <= std::numeric_limits<quint8>::max())
        return 1;
    if (greatest <= std::numeric_limits<quint16>::max())
        return 2;
    return greatest <= std::numeric_limits<quint32>::max() ? 4 : 8;
}

int signedWidth(qint64 least, qint64 greatest)
{
    if (fits<qint8>(least, greatest))
        return 1;
    if (fits<qint16>(least, greatest))
        return 2;
    return fits<qint32>(least, greatest) ? 4 : 8;
}

void Writer::head(Major major, quint64 argument)
{
    const auto type = static_cast<unsigned>(major) << 5;
    if (argument < 24) {
        m_bytes.push_back(static_cast<char>(type | static_cast<unsigned>(argument)));
        return;
    }
    const int width = unsignedWidth(argument);
    const unsigned code = width == 1 ? 24 : width == 2 ? 25 : width == 4 ? 26 : 27;
    m_bytes.push_back(static_cast<char>(type | code));
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        m_bytes.push_back(static_cast<char>(argument >> shift & 0xff));
}

void Writer::integer(qint64 value)
{
    if (value >= 0)
        head(Major::Unsigned, static_cast<quint64>(value));
    else
        head(Major::Negative, ~static_cast<quint64>(value));
}

void Writer::null()
{
    m_bytes.push_back(static_cast<char>(nullItem));
}

void Writer::text(std::string_view value)
{
    head(Major::Text, value.size());
    m_bytes.append(value);
}

void Writer::bytes(std::string_view value)
{
    head(Major::Bytes, value.size());
    m_bytes.append(value);
}

template <class To, class From>
void Writer::typedArray(unsigned tag, std::span<const From> values)
{
    head(Major::Tag, tag);
    head(Major::Bytes, values.size() * sizeof(To));
    const std::size_t start = m_bytes.size();
    m_bytes.resize(start + values.size() * sizeof(To));
    char *at = m_bytes.data() + start;
    for (const From value : values) {
        qToLittleEndian(static_cast<To>(value), at);
        at += sizeof(To);
    }
}

void Writer::unsignedArray(std::span<const quint64> values, quint64 greatest)
{
    switch (unsignedWidth(greatest)) {
    case 1:
        return typedArray<quint8>(tagUint8, values);
    case 2:
        return typedArray<quint16>(tagUint16, values);
    case 4:
        return typedArray<quint32>(tagUint32, values);
    default:
        return typedArray<quint64>(tagUint64, values);
    }
}

void Writer::signedArray(std::span<const qint64> values, qint64 least, qint64 greatest)
{
    switch (signedWidth(least, greatest)) {
    case 1:
        return typedArray<qint8>(tagSint8, values);
    case 2:
        return typedArray<qint16>(tagSint16, values);
    case 4:
        return typedArray<qint32>(tagSint32, values);
    default:
        return typedArray<qint64>(tagSint64, values);
    }
}

void Writer::realArray(std::span<const double> values)
{
    typedArray<double>(tagFloat64, values);
}

tl::unexpected<Error> Reader::wrong(const QString &what) const
{
    return fail(Domain::Protocol, u"frame-malformed", u"byte %1 of the frame: %2"_s.arg(m_offset).arg(what));
}

Result<Reader::Head> Reader::head()
{
    if (m_offset >= m_bytes.size())
        return wrong(u"the frame ends too early"_s);
    const auto first = static_cast<unsigned char>(m_bytes[m_offset]);
    const unsigned code = first & 0x1f;
    const auto major = static_cast<Major>(first >> 5);
    if (code < 24) {
        ++m_offset;
        return Head{major, code};
    }
    if (code > 27)
        return wrong(u"an indefinite or reserved length"_s);
    const std::size_t width = std::size_t{1} << (code - 24);
    if (m_bytes.size() - m_offset - 1 < width)
        return wrong(u"the frame ends too early"_s);
    quint64 argument = 0;
    for (std::size_t i = 1; i <= width; ++i)
        argument = argument << 8 | static_cast<unsigned char>(m_bytes[m_offset + i]);
    m_offset += 1 + width;
    return Head{major, argument};
}

Result<quint64> Reader::head(Major expected, const char *what)
{
    TURNUS_ASSIGN(found, head());
    if (found.major != expected)
        return wrong(u"%1 expected"_s.arg(QLatin1StringView(what)));
    return found.argument;
}

Result<qint64> Reader::integer()
{
    TURNUS_ASSIGN(found, head());
    const bool negative = found.major == Major::Negative;
    if ((!negative && found.major != Major::Unsigned) ||
        found.argument > static_cast<quint64>(std::numeric_limits<qint64>::max()))
        return wrong(u"integer of 64 bits expected"_s);
    return negative ? static_cast<qint64>(~found.argument) : static_cast<qint64>(found.argument);
}

Result<std::size_t> Reader::count(std::size_t greatest)
{
    TURNUS_ASSIGN(value, head(Major::Unsigned, "count"));
    if (value > greatest)
        return wrong(u"%1 is more than the %2 allowed"_s.arg(value).arg(greatest));
    return static_cast<std::size_t>(value);
}

Result<std::size_t> Reader::array(std::size_t greatest)
{
    TURNUS_ASSIGN(size, head(Major::Array, "array"));
    if (size > greatest)
        return wrong(u"array of %1, at most %2 allowed"_s.arg(size).arg(greatest));
    return static_cast<std::size_t>(size);
}

Status Reader::arrayOf(std::size_t size)
{
    TURNUS_ASSIGN(found, head(Major::Array, "array"));
    if (found != size)
        return wrong(u"array of %1, %2 expected"_s.arg(found).arg(size));
    return {};
}

Result<std::string_view> Reader::string(Major expected, const char *what)
{
    TURNUS_ASSIGN(size, head(expected, what));
    if (size > m_bytes.size() - m_offset)
        return wrong(u"%1 of %2 bytes goes beyond the frame"_s.arg(QLatin1StringView(what)).arg(size));
    const std::string_view value = m_bytes.substr(m_offset, static_cast<std::size_t>(size));
    m_offset += value.size();
    return value;
}

Result<std::string_view> Reader::text()
{
    return string(Major::Text, "text");
}

Result<std::string_view> Reader::bytes()
{
    return string(Major::Bytes, "byte string");
}

Result<std::string_view> Reader::typedArray(std::size_t size, quint64 &tag)
{
    TURNUS_ASSIGN(found, head(Major::Tag, "typed array"));
    tag = found;
    std::size_t width = 0;
    switch (tag) {
    case tagUint8:
    case tagSint8:
        width = 1;
        break;
    case tagUint16:
    case tagSint16:
        width = 2;
        break;
    case tagUint32:
    case tagSint32:
        width = 4;
        break;
    case tagUint64:
    case tagSint64:
    case tagFloat64:
        width = 8;
        break;
    default:
        return wrong(u"typed array with unknown tag %1"_s.arg(tag));
    }
    TURNUS_ASSIGN(content, bytes());
    if (content.size() != size * width)
        return wrong(u"typed array of %1 bytes, %2 expected"_s.arg(content.size()).arg(size * width));
    return content;
}

Status Reader::unsignedArray(std::size_t size, std::vector<quint64> &into)
{
    quint64 tag = 0;
    TURNUS_ASSIGN(content, typedArray(size, tag));
    switch (tag) {
    case tagUint8:
        widen<quint8>(content, into);
        return {};
    case tagUint16:
        widen<quint16>(content, into);
        return {};
    case tagUint32:
        widen<quint32>(content, into);
        return {};
    case tagUint64:
        widen<quint64>(content, into);
        return {};
    default:
        return wrong(u"typed array of unsigned integers expected, tag %1 found"_s.arg(tag));
    }
}

Status Reader::signedArray(std::size_t size, std::vector<qint64> &into)
{
    quint64 tag = 0;
    TURNUS_ASSIGN(content, typedArray(size, tag));
    switch (tag) {
    case tagSint8:
        widen<qint8>(content, into);
        return {};
    case tagSint16:
        widen<qint16>(content, into);
        return {};
    case tagSint32:
        widen<qint32>(content, into);
        return {};
    case tagSint64:
        widen<qint64>(content, into);
        return {};
    default:
        return wrong(u"typed array of signed integers expected, tag %1 found"_s.arg(tag));
    }
}

Status Reader::realArray(std::size_t size, std::vector<double> &into)
{
    quint64 tag = 0;
    TURNUS_ASSIGN(content, typedArray(size, tag));
    if (tag != tagFloat64)
        return wrong(u"typed array of float64 expected, tag %1 found"_s.arg(tag));
    widen<double>(content, into);
    return {};
}

bool Reader::tryNull()
{
    if (m_offset >= m_bytes.size() || static_cast<unsigned char>(m_bytes[m_offset]) != nullItem)
        return false;
    ++m_offset;
    return true;
}

Status Reader::skip(int depth)
{
    if (depth > limits::cborMaxDepth)
        return wrong(u"nested too deep"_s);
    TURNUS_ASSIGN(item, head());
    quint64 inside = 0;
    switch (item.major) {
    case Major::Bytes:
    case Major::Text:
        if (item.argument > m_bytes.size() - m_offset)
            return wrong(u"a string goes beyond the frame"_s);
        m_offset += static_cast<std::size_t>(item.argument);
        return {};
    case Major::Array:
        inside = item.argument;
        break;
    case Major::Map:
        if (item.argument > m_bytes.size())
            return wrong(u"a map goes beyond the frame"_s);
        inside = item.argument * 2;
        break;
    case Major::Tag:
        inside = 1;
        break;
    default:
        return {};
    }
    for (quint64 i = 0; i < inside; ++i)
        TURNUS_TRY(skip(depth + 1));
    return {};
}

} // namespace turnus::protocol::cbor
