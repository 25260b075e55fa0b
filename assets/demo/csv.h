#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace turnus::demo {

/// UTF-8 text. The company is made of texts that go to UTF-8 files unchanged.
using Text = QByteArray;

/// An empty field: no value.
struct None
{
};
inline constexpr None none;

/// Fixed number of decimals, so that 12.30 does not become 12.300000001.
struct Decimal
{
    double value;
    int digits;
};

/// One table's file: a header line and rows by RFC 4180. A row whose number of fields differs from the header's
/// makes save() fail, so that a new column cannot be forgotten silently.
class CsvFile
{
public:
    CsvFile(const char *table, const char *columns);

    template <class... Values>
    void add(const Values &...values)
    {
        (append(values), ...);
        endRow(static_cast<int>(sizeof...(Values)));
    }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] const QByteArray &table() const { return m_table; }
    [[nodiscard]] Status save(const QString &directory) const;

private:
    void append(const Text &text);
    void append(const char *text) { append(Text(text)); }
    void append(None) { separate(); }
    void append(qint64 number);
    void append(int number) { append(static_cast<qint64>(number)); }
    void append(bool flag) { append(flag ? 1 : 0); }
    void append(Decimal number);
    void append(Day day);
    void append(Instant instant);
    template <class Value>
    void append(const std::optional<Value> &value)
    {
        if (value)
            append(*value);
        else
            separate();
    }
    void separate();
    void endRow(int fields);

    QByteArray m_table;
    QByteArray m_bytes;
    int m_columns;
    int m_rows = 0;
    bool m_rowStarted = false;
    bool m_malformed = false;
};

/// 2026-11-23
Text isoDay(Day day);

} // namespace turnus::demo
