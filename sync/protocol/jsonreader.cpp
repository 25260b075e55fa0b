#include "sync/protocol/jsonreader.h"

#include <boost/json/parse.hpp>

using namespace Qt::StringLiterals;

namespace turnus::protocol {

namespace {

const boost::json::value nothing;

} // namespace

Result<boost::json::value> parseJson(std::string_view text, std::size_t mostBytes)
{
    if (text.size() > mostBytes) {
        return fail(Domain::Protocol, u"message-too-large",
                    u"%1 bytes of JSON, at most %2 allowed"_s.arg(text.size()).arg(mostBytes));
    }
    boost::json::error_code failed;
    boost::json::value value = boost::json::parse(text, failed);
    if (failed) {
        return fail(Domain::Protocol, u"message-malformed",
                    u"no JSON: %1"_s.arg(QString::fromStdString(failed.message())));
    }
    return value;
}

void JsonReader::wrong(const QString &expected) const
{
    if (m_status)
        m_status = fail(Domain::Protocol, u"message-malformed", u"%1: %2 expected"_s.arg(m_path, expected));
}

bool JsonReader::has(std::string_view name) const
{
    return m_value.is_object() && m_value.get_object().contains(name);
}

JsonReader JsonReader::at(std::string_view name) const
{
    const QString path = m_path + u'.' + QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (m_value.is_object()) {
        if (const auto *member = m_value.get_object().if_contains(name))
            return {*member, path, m_status};
    } else {
        wrong(u"object"_s);
    }
    return {nothing, path, m_status};
}

std::size_t JsonReader::size() const
{
    if (m_value.is_array())
        return m_value.get_array().size();
    wrong(u"array"_s);
    return 0;
}

JsonReader JsonReader::operator[](std::size_t index) const
{
    const QString path = u"%1[%2]"_s.arg(m_path).arg(index);
    if (m_value.is_array() && index < m_value.get_array().size())
        return {m_value.get_array()[index], path, m_status};
    JsonReader missing(nothing, path, m_status);
    missing.wrong(u"value"_s);
    return missing;
}

qint64 JsonReader::integer(qint64 least, qint64 most) const
{
    if (m_value.is_int64() && m_value.get_int64() >= least && m_value.get_int64() <= most)
        return m_value.get_int64();
    wrong(u"integer from %1 to %2"_s.arg(least).arg(most));
    return least;
}

std::string JsonReader::text() const
{
    if (m_value.is_string())
        return std::string(m_value.get_string());
    wrong(u"string"_s);
    return {};
}

bool JsonReader::boolean() const
{
    if (m_value.is_bool())
        return m_value.get_bool();
    wrong(u"true or false"_s);
    return false;
}

} // namespace turnus::protocol
