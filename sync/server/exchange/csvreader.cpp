#include "sync/server/exchange/csvreader.h"

#include "sync/server/service/limits.h"

#include <QFileInfo>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr qint64 blockBytes = 64LL * 1024;
constexpr char quote = '"';
constexpr char separator = ',';

} // namespace

Result<CsvReader> CsvReader::open(const QString &path)
{
    CsvReader reader;
    reader.m_name = QFileInfo(path).fileName();
    reader.m_file = std::make_unique<QFile>(path);
    if (!reader.m_file->open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"open", reader.m_name + u": "_s + reader.m_file->errorString());
    if (reader.m_file->size() > limits::csvFileBytes)
        return fail(Domain::Input, u"too-long", reader.m_name + u": file too large"_s);
    const QByteArray start = reader.m_file->peek(3);
    if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff"))
        return reader.fault(1, 0, u"encoding", u"the file is UTF-16; save it as UTF-8"_s);
    if (start == "\xef\xbb\xbf")
        reader.m_file->skip(3);
    TURNUS_ASSIGN(any, reader.readRow(reader.m_header));
    if (!any)
        return reader.fault(1, 0, u"header", u"the file is empty; its first line must name the columns"_s);
    if (reader.m_header.size() == 1 &&
        (reader.m_header.first().contains(u';') || reader.m_header.first().contains(u'\t')))
        return reader.fault(1, 0, u"separator", u"columns must be separated by commas"_s);
    for (int i = 0; i < reader.m_header.size(); ++i) {
        if (reader.m_header.indexOf(reader.m_header.at(i)) != i)
            return reader.headerError(i, u"column-twice", u"the column is there twice"_s);
    }
    return reader;
}

tl::unexpected<Error> CsvReader::fault(qint64 line, int column, QStringView code, const QString &detail) const
{
    QString where = u"%1: line %2"_s.arg(m_name).arg(line);
    if (column >= 0)
        where += u", column %1"_s.arg(column + 1);
    if (column >= 0 && column < m_header.size())
        where += u" (%1)"_s.arg(m_header.at(column));
    return fail(Domain::Input, code, where + u": "_s + detail);
}

tl::unexpected<Error> CsvReader::error(int column, QStringView code, const QString &detail) const
{
    return fault(m_rowLine, column, code, detail);
}

tl::unexpected<Error> CsvReader::headerError(int column, QStringView code, const QString &detail) const
{
    return fault(1, column, code, detail);
}

int CsvReader::look()
{
    if (m_at >= m_buffer.size()) {
        m_buffer = m_file->read(blockBytes);
        m_at = 0;
        if (m_buffer.isEmpty())
            return -1;
    }
    return static_cast<unsigned char>(m_buffer.at(m_at));
}

int CsvReader::take()
{
    const int byte = look();
    if (byte >= 0)
        ++m_at;
    if (byte == '\n')
        ++m_line;
    return byte;
}

Result<bool> CsvReader::next()
{
    do {
        TURNUS_ASSIGN(any, readRow(m_fields));
        if (!any)
            return false;
        // A blank line is no row.
    } while (m_fields.size() == 1 && m_fields.first().isEmpty() && m_header.size() > 1);
    if (m_fields.size() != m_header.size()) {
        return error(-1, u"fields", u"%1 fields where the header names %2"_s.arg(m_fields.size()).arg(m_header.size()));
    }
    return true;
}

Result<bool> CsvReader::readRow(QStringList &fields)
{
    fields.clear();
    m_rowLine = m_line;
    m_column = 0;
    if (look() < 0)
        return false;
    bool more = true;
    while (more) {
        QByteArray bytes;
        TURNUS_ASSIGN(again, readField(bytes));
        TURNUS_ASSIGN(text, decode(bytes));
        fields.append(text);
        more = again;
        ++m_column;
    }
    return true;
}

/// True when a separator followed, false at the end of the row.
Result<bool> CsvReader::readField(QByteArray &field)
{
    TURNUS_TRY(look() == quote ? readQuoted(field) : readPlain(field));
    const int end = take();
    if (end == separator)
        return true;
    if (end == '\r' && look() == '\n')
        take();
    return false;
}

Status CsvReader::readQuoted(QByteArray &field)
{
    const qint64 begun = m_line;
    take();
    for (;;) {
        const int byte = take();
        if (byte < 0)
            return fault(begun, m_column, u"quote", u"the quote that opens here is never closed"_s);
        if (byte == quote && look() != quote)
            break;
        if (byte == quote)
            take();
        if (field.size() >= limits::csvFieldBytes)
            return fault(begun, m_column, u"quote",
                         u"a field of more than %1 bytes; a quote is missing"_s.arg(limits::csvFieldBytes));
        field.append(static_cast<char>(byte));
    }
    const int after = look();
    if (after >= 0 && after != separator && after != '\r' && after != '\n')
        return fault(m_line, m_column, u"quote", u"text behind the closing quote"_s);
    return {};
}

Status CsvReader::readPlain(QByteArray &field)
{
    for (int byte = look(); byte >= 0 && byte != separator && byte != '\r' && byte != '\n'; byte = look()) {
        if (byte == quote)
            return fault(m_line, m_column, u"quote", u"a quote inside a field that does not begin with one"_s);
        if (field.size() >= limits::csvFieldBytes)
            return fault(m_line, m_column, u"too-long", u"more than %1 bytes"_s.arg(limits::csvFieldBytes));
        field.append(static_cast<char>(take()));
    }
    return {};
}

Result<QString> CsvReader::decode(const QByteArray &field)
{
    if (field.contains('\0'))
        return fault(m_rowLine, m_column, u"encoding", u"a zero byte; the file is no UTF-8 text"_s);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(field);
    if (!decoder.hasError())
        return text;
    const QString guess = QString::fromLatin1(field).simplified().left(40);
    return fault(m_rowLine, m_column, u"encoding",
                 u"not UTF-8; read as Latin-1 it says \"%1\". Save the file as UTF-8"_s.arg(guess));
}

} // namespace turnus::server
