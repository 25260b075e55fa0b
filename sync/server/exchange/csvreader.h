#pragma once

#include "core/support/result.h"

#include <QFile>
#include <QStringList>
#include <memory>

namespace turnus::server {

/// Reads a comma-separated file by RFC 4180 (quoted fields may hold separators, line ends and doubled quotes), UTF-8
/// with or without byte order mark, row by row. Every error is Domain::Input and says "file: line L, column C (name)".
class CsvReader
{
public:
    /// Reads the header line. Errors: "open", "encoding", "separator", "header", "quote".
    [[nodiscard]] static Result<CsvReader> open(const QString &path);

    [[nodiscard]] const QStringList &header() const { return m_header; }
    /// Position of a column, or -1.
    [[nodiscard]] int column(const QString &name) const { return static_cast<int>(m_header.indexOf(name)); }

    /// Steps to the next row; false at the end. Errors: "quote", "encoding", "fields" (too few or too many),
    /// "too-long".
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] const QString &field(int column) const { return m_fields.at(column); }
    /// Line of the row's beginning, the first being 1.
    [[nodiscard]] qint64 line() const { return m_rowLine; }
    /// An error at a field of the present row; column -1: at the row.
    [[nodiscard]] tl::unexpected<Error> error(int column, QStringView code, const QString &detail) const;
    /// An error at the header line.
    [[nodiscard]] tl::unexpected<Error> headerError(int column, QStringView code, const QString &detail) const;

private:
    CsvReader() = default;
    [[nodiscard]] Result<bool> readRow(QStringList &fields);
    [[nodiscard]] Result<bool> readField(QByteArray &field);
    [[nodiscard]] Status readQuoted(QByteArray &field);
    [[nodiscard]] Status readPlain(QByteArray &field);
    [[nodiscard]] Result<QString> decode(const QByteArray &field);
    [[nodiscard]] tl::unexpected<Error> fault(qint64 line, int column, QStringView code, const QString &detail) const;
    /// The next byte, or -1 at the end; look does not take it.
    int look();
    int take();

    std::unique_ptr<QFile> m_file;
    QString m_name;
    QStringList m_header;
    QStringList m_fields;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qint64 m_rowLine = 1;
    int m_column = 0; ///< of the field being read, from 0
};

} // namespace turnus::server
