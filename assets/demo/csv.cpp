#include "assets/demo/csv.h"

#include <QDir>
#include <QFile>
#include <chrono>

namespace turnus::demo {

using namespace Qt::StringLiterals;

namespace {

void appendPadded(QByteArray &bytes, int number, int width)
{
    const QByteArray digits = QByteArray::number(number);
    bytes.append(qMax(0, width - static_cast<int>(digits.size())), '0').append(digits);
}

void appendDay(QByteArray &bytes, Day day)
{
    const std::chrono::year_month_day date(day);
    appendPadded(bytes, static_cast<int>(date.year()), 4);
    bytes.append('-');
    appendPadded(bytes, static_cast<int>(static_cast<unsigned>(date.month())), 2);
    bytes.append('-');
    appendPadded(bytes, static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

} // namespace

Text isoDay(Day day)
{
    Text text;
    appendDay(text, day);
    return text;
}

CsvFile::CsvFile(const char *table, const char *columns)
    : m_table(table), m_bytes(columns), m_columns(static_cast<int>(m_bytes.count(',')) + 1)
{
    m_bytes.append('\n');
}

void CsvFile::separate()
{
    if (m_rowStarted)
        m_bytes.append(',');
    m_rowStarted = true;
}

void CsvFile::append(const Text &text)
{
    separate();
    if (!text.contains(',') && !text.contains('"') && !text.contains('\n')) {
        m_bytes.append(text);
        return;
    }
    m_bytes.append('"').append(Text(text).replace('"', "\"\"")).append('"');
}

void CsvFile::append(qint64 number)
{
    separate();
    m_bytes.append(QByteArray::number(number));
}

void CsvFile::append(Decimal number)
{
    separate();
    m_bytes.append(QByteArray::number(number.value, 'f', number.digits));
}

void CsvFile::append(Day day)
{
    separate();
    appendDay(m_bytes, day);
}

void CsvFile::append(Instant instant)
{
    separate();
    const Day day = std::chrono::floor<std::chrono::days>(instant);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(instant - day).count();
    appendDay(m_bytes, day);
    m_bytes.append('T');
    appendPadded(m_bytes, static_cast<int>(seconds / 3600), 2);
    m_bytes.append(':');
    appendPadded(m_bytes, static_cast<int>(seconds / 60 % 60), 2);
    m_bytes.append(':');
    appendPadded(m_bytes, static_cast<int>(seconds % 60), 2);
    m_bytes.append('Z');
}

void CsvFile::endRow(int fields)
{
    m_malformed = m_malformed || fields != m_columns;
    m_rowStarted = false;
    ++m_rows;
    m_bytes.append('\n');
}

Status CsvFile::save(const QString &directory) const
{
    const QString path = QDir(directory).filePath(QString::fromUtf8(m_table) + u".csv"_s);
    if (m_malformed)
        return fail(Domain::Content, u"columns", path + u": a row and the header differ in length"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_bytes) != m_bytes.size() || !file.flush())
        return fail(Domain::Storage, u"write", path + u": "_s + file.errorString());
    return {};
}

} // namespace turnus::demo
