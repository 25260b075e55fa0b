#pragma once

#include "core/support/result.h"

#include <QtGlobal>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The part of CBOR (RFC 8949) that frames are written in, with typed arrays (RFC 8746); definite lengths only.
namespace turnus::protocol::cbor {

enum class Major : unsigned char { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };

class Writer
{
public:
    void integer(qint64 value);
    void null();
    void array(std::size_t size) { head(Major::Array, size); }
    void text(std::string_view value);
    void bytes(std::string_view value);
    /// In the narrowest unsigned typed array that holds `greatest`.
    void unsignedArray(std::span<const quint64> values, quint64 greatest);
    /// In the narrowest signed typed array that holds least and greatest.
    void signedArray(std::span<const qint64> values, qint64 least, qint64 greatest);
    void realArray(std::span<const double> values);
    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    void head(Major major, quint64 argument);
    template <class To, class From>
    void typedArray(unsigned tag, std::span<const From> values);

    std::string m_bytes;
};

/// 1, 2, 4 or 8.
int unsignedWidth(quint64 greatest);
int signedWidth(qint64 least, qint64 greatest);

/// Reads strictly: what is not expected is an error that names the place. After an error the rest is not read.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    Result<qint64> integer();
    /// An integer from 0 to `greatest`.
    Result<std::size_t> count(std::size_t greatest);
    Result<std::size_t> array(std::size_t greatest);
    Status arrayOf(std::size_t size);
    Result<std::string_view> text();
    Result<std::string_view> bytes();
    /// Exactly `size` elements, widened.
    Status unsignedArray(std::size_t size, std::vector<quint64> &into);
    Status signedArray(std::size_t size, std::vector<qint64> &into);
    Status realArray(std::size_t size, std::vector<double> &into);
    /// Skips a null and says so; leaves anything else.
    bool tryNull();
    /// Skips one item with all that is in it.
    Status skip(int depth = 0);
    [[nodiscard]] bool atEnd() const { return m_offset == m_bytes.size(); }
    [[nodiscard]] tl::unexpected<Error> wrong(const QString &what) const;

private:
    struct Head
    {
        Major major;
        quint64 argument;
    };
    Result<Head> head();
    Result<quint64> head(Major expected, const char *what);
    Result<std::string_view> string(Major expected, const char *what);
    Result<std::string_view> typedArray(std::size_t size, quint64 &tag);

    std::string_view m_bytes;
    std::size_t m_offset = 0;
};

} // namespace turnus::protocol::cbor
