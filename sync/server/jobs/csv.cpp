#include "sync/server/jobs/csv.h"

#include <QFileInfo>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(std::min<size_t>(text.size(), 40)));
}

bool meansNothing(std::string_view text)
{
    if (text.empty() || text == "NA" || text == "NULL")
        return true;
    if (text.front() == '+')
        text.remove_prefix(1);
    const auto is = [&](std::string_view word) {
        return std::ranges::equal(text, word, [](char a, char b) { return (a | 0x20) == b; });
    };
    return is("inf") || is("infinity");
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "08:30", "08:30:15", "08:30:15.250", each perhaps with Z or an offset like +01:00. The time itself is not used.
bool isTimeOfDay(std::string_view text)
{
    const auto take = [&](std::string_view pattern) {
        if (text.size() < pattern.size())
            return false;
        for (size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] == '0' ? !isDigit(text[i]) : text[i] != pattern[i])
                return false;
        }
        text.remove_prefix(pattern.size());
        return true;
    };
    if (!take("00:00"))
        return false;
    if (take(":00") && take(".0")) {
        while (take("0")) {
        }
    }
    return text.empty() || text == "Z" ||
           ((take("+") || take("-")) && (take("00:00") || take("0000") || take("00")) && text.empty());
}

/// Why a file is no table of ours though it may be one of somebody's, in words; empty when nothing is odd.
QString whatIsForeign(std::string_view bytes)
{
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return u"the file is UTF-16, save it as UTF-8"_s;
    const std::string_view header = bytes.substr(0, bytes.find('\n'));
    if (header.find('\0') != std::string_view::npos)
        return u"the file is no UTF-8 text (there are zero bytes in its header), save it as UTF-8"_s;
    return {};
}

/// The sign that seems to part the fields of a header without commas.
QString otherSeparator(std::string_view header)
{
    if (header.find(',') != std::string_view::npos)
        return {};
    return header.find(';') != std::string_view::npos    ? u"semicolons"_s
           : header.find('\t') != std::string_view::npos ? u"tabs"_s
                                                         : QString();
}

} // namespace

std::optional<int> parseIsoDay(std::string_view text)
{
    if (text.size() < 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    if (text.size() > 10 && ((text[10] != 'T' && text[10] != ' ') || !isTimeOfDay(text.substr(11))))
        return std::nullopt;
    const auto digits = [&](size_t from, size_t count) {
        int value = 0;
        for (size_t i = from; i < from + count; ++i) {
            if (!isDigit(text[i]))
                return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const int y = digits(0, 4), m = digits(5, 2), d = digits(8, 2);
    if (y < 0 || m < 1 || d < 1)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{unsigned(m)},
                                           std::chrono::day{unsigned(d)}};
    if (!date.ok())
        return std::nullopt;
    return int(std::chrono::sys_days{date}.time_since_epoch().count());
}

tl::unexpected<Error> CsvReader::error(QStringView code, const QString &detail) const
{
    return fail(Domain::Input, code, place() + u": "_s + detail);
}

QString CsvReader::place() const
{
    return u"%1: line %2"_s.arg(m_name).arg(m_line);
}

Result<CsvReader> CsvReader::open(const QString &path, const QStringList &required, const QStringList &optional)
{
    CsvReader csv;
    csv.m_name = QFileInfo(path).fileName();
    csv.m_file = std::make_unique<QFile>(path);
    if (!csv.m_file->open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"file-unreadable", path + u": "_s + csv.m_file->errorString());
    const qint64 size = csv.m_file->size();
    if (size > 0) {
        const uchar *bytes = csv.m_file->map(0, size);
        if (!bytes)
            return fail(Domain::Input, u"file-unreadable", path + u": "_s + csv.m_file->errorString());
        csv.m_rest = {reinterpret_cast<const char *>(bytes), size_t(size)};
        if (csv.m_rest.starts_with("\xef\xbb\xbf"))
            csv.m_rest.remove_prefix(3);
    }
    if (const QString foreign = whatIsForeign(csv.m_rest); !foreign.isEmpty())
        return csv.error(u"encoding", foreign);
    std::string_view line;
    if (!csv.readLine(line))
        return csv.error(u"file-empty", u"a header row is missing"_s);
    csv.split(line, csv.m_raw);
    csv.m_columns = csv.m_raw.size();
    QStringList names;
    for (const std::string_view name : csv.m_raw)
        names << QString::fromUtf8(name.data(), qsizetype(name.size()));
    for (const QString &name : required + optional) {
        if (names.count(name) > 1)
            return csv.error(u"column-twice", u"column \"%1\" is there twice"_s.arg(name));
        const auto at = names.indexOf(name);
        if (const QString separator = otherSeparator(line); at < 0 && required.contains(name) && !separator.isEmpty())
            return csv.error(u"separator", u"%1 part the columns, commas have to"_s.arg(separator));
        if (at < 0 && required.contains(name))
            return csv.error(u"column-missing", u"column \"%1\" is missing"_s.arg(name));
        csv.m_wanted.push_back(int(at));
    }
    for (const QString &name : names) {
        if (!required.contains(name) && !optional.contains(name))
            csv.m_ignored << name;
    }
    csv.m_fields.resize(csv.m_wanted.size());
    return csv;
}

bool CsvReader::readLine(std::string_view &line)
{
    while (!m_rest.empty()) {
        const size_t end = m_rest.find('\n');
        line = trimmed(m_rest.substr(0, end));
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        ++m_line;
        if (!line.empty())
            return true;
    }
    if (m_line == 0)
        m_line = 1;
    return false;
}

void CsvReader::split(std::string_view line, std::vector<std::string_view> &fields)
{
    fields.clear();
    m_unquoted.clear();
    m_unquoted.reserve(line.find('"') == std::string_view::npos ? 0 : line.size());
    size_t from = 0;
    while (true) {
        if (from < line.size() && line[from] == '"') {
            std::string value;
            size_t i = from + 1;
            for (; i < line.size() && !(line[i] == '"' && !(i + 1 < line.size() && line[i + 1] == '"')); ++i) {
                if (line[i] == '"')
                    ++i;
                value += line[i];
            }
            m_unquoted.push_back(std::move(value));
            fields.push_back(m_unquoted.back());
            from = std::min(line.find(',', i), line.size());
        } else {
            const size_t end = std::min(line.find(',', from), line.size());
            fields.push_back(trimmed(line.substr(from, end - from)));
            from = end;
        }
        if (from >= line.size())
            return;
        ++from;
    }
}

Result<bool> CsvReader::next()
{
    std::string_view line;
    if (!readLine(line))
        return false;
    split(line, m_raw);
    if (m_raw.size() != m_columns)
        return error(u"fields", u"%1 fields where the header has %2"_s.arg(m_raw.size()).arg(m_columns));
    for (size_t i = 0; i < m_wanted.size(); ++i)
        m_fields[i] = m_wanted[i] < 0 ? std::string_view{} : m_raw[size_t(m_wanted[i])];
    return true;
}

Result<std::optional<double>> CsvReader::optionalNumber(int column) const
{
    const std::string_view text = field(column);
    if (meansNothing(text))
        return std::optional<double>{};
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return error(u"number", u"\"%1\" is not a number"_s.arg(shown(text)));
    return std::optional<double>{value};
}

Result<double> CsvReader::number(int column) const
{
    TURNUS_ASSIGN(value, optionalNumber(column));
    if (!value)
        return error(u"number", u"a number is missing"_s);
    return *value;
}

Result<std::optional<int>> CsvReader::optionalDay(int column) const
{
    const std::string_view text = field(column);
    if (meansNothing(text))
        return std::optional<int>{};
    const auto parsed = parseIsoDay(text);
    if (!parsed)
        return error(u"date", u"\"%1\" is not a date (YYYY-MM-DD)"_s.arg(shown(text)));
    return parsed;
}

Result<int> CsvReader::day(int column) const
{
    TURNUS_ASSIGN(value, optionalDay(column));
    if (!value)
        return error(u"date", u"a date is missing"_s);
    return *value;
}

} // namespace turnus::jobs
