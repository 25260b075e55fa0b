#pragma once

#include "core/support/result.h"

#include <QFile>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace turnus::jobs {

/// Reads a comma-separated file with a header row by line, mapped into memory; every error names file and line.
class CsvReader
{
public:
    /// Columns come back in the order of `required` followed by `optional`; missing optional ones read as empty.
    static Result<CsvReader> open(const QString &path, const QStringList &required, const QStringList &optional = {});

    /// Steps to the next row that is not blank. False at the end, or an error when a row has too few fields.
    Result<bool> next();
    [[nodiscard]] std::string_view field(int column) const { return m_fields[size_t(column)]; }
    [[nodiscard]] qint64 line() const { return m_line; }
    /// "assets.csv: line 7"
    [[nodiscard]] QString place() const;
    /// Columns of the file that nobody asked for.
    [[nodiscard]] const QStringList &ignoredColumns() const { return m_ignored; }

    [[nodiscard]] Result<double> number(int column) const;
    /// Empty, NA and every spelling of infinity are no number.
    [[nodiscard]] Result<std::optional<double>> optionalNumber(int column) const;
    /// Days since 1970-01-01.
    [[nodiscard]] Result<int> day(int column) const;
    [[nodiscard]] Result<std::optional<int>> optionalDay(int column) const;
    [[nodiscard]] tl::unexpected<Error> error(QStringView code, const QString &detail) const;

private:
    CsvReader() = default;
    bool readLine(std::string_view &line);
    void split(std::string_view line, std::vector<std::string_view> &fields);

    std::unique_ptr<QFile> m_file;
    QString m_name;
    std::string_view m_rest;
    qint64 m_line = 0;
    size_t m_columns = 0;
    std::vector<int> m_wanted;
    std::vector<std::string_view> m_fields;
    std::vector<std::string_view> m_raw;
    std::vector<std::string> m_unquoted;
    QStringList m_ignored;
};

/// "2024-02-29", perhaps with a time of day that is not looked at, as days since 1970-01-01; nothing when it is no
/// date.
std::optional<int> parseIsoDay(std::string_view text);

} // namespace turnus::jobs
