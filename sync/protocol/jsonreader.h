#pragma once

#include "core/support/result.h"

#include <boost/json/value.hpp>
#include <limits>

/// Reads JSON strictly and says where it is not as expected.
namespace turnus::protocol {

Result<boost::json::value> parseJson(std::string_view text, std::size_t mostBytes);

/// A value inside a message with the way to it, "receipts[3].seq". The first error is kept; readers after it get
/// defaults, so that a message is read in one go and asked at the end.
class JsonReader
{
public:
    JsonReader(const boost::json::value &value, QString path, Status &status)
        : m_value(value), m_path(std::move(path)), m_status(status)
    {
    }

    /// The member of that name; for `has` first when it may be missing.
    [[nodiscard]] JsonReader at(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] JsonReader operator[](std::size_t index) const;
    [[nodiscard]] qint64 integer(qint64 least = 0, qint64 most = std::numeric_limits<qint64>::max()) const;
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] const boost::json::value &raw() const { return m_value; }
    void wrong(const QString &expected) const;

    /// Calls `body(JsonReader)` for each element of an array.
    template <class Body>
    void each(Body &&body) const
    {
        for (std::size_t i = 0; i < size() && m_status; ++i)
            body((*this)[i]);
    }

private:
    const boost::json::value &m_value;
    QString m_path;
    Status &m_status;
};

} // namespace turnus::protocol
