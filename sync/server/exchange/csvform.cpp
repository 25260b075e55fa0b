#include "sync/server/exchange/csvform.h"

#include "core/support/time.h"
#include "sync/protocol/exchanged.h"
#include "sync/server/store/rowstore.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

using Kind = CsvColumn::Kind;

CsvColumn columnOf(const Table &table, int index)
{
    const Column &column = table.columns[static_cast<std::size_t>(index)];
    const QString name = named(column.name);
    if (column.type == ColumnType::Id)
        return {name.chopped(3), Kind::Reference, index, !column.nullable}; // without _id
    if (table.name == "product" && column.name == "image_sha256")
        return {u"image"_s, Kind::File, index, false};
    if (column.name == "sha256")
        return {u"file"_s, Kind::File, index, true};
    return {name, Kind::Plain, index, !column.nullable};
}

QString typeName(const Table &table, const CsvColumn &column)
{
    switch (column.kind) {
    case Kind::Key:
        return u"key"_s;
    case Kind::Territory:
        return u"key of territory"_s;
    case Kind::File:
        return u"file"_s;
    case Kind::Reference:
        return u"key of "_s + named(table.columns[static_cast<std::size_t>(column.column)].refersTo);
    case Kind::Plain:
        break;
    }
    switch (table.columns[static_cast<std::size_t>(column.column)].type) {
    case ColumnType::Integer:
        return u"integer"_s;
    case ColumnType::Flag:
        return u"0 or 1"_s;
    case ColumnType::Day:
        return u"day"_s;
    case ColumnType::Instant:
        return u"instant"_s;
    case ColumnType::Cents:
        return u"cents"_s;
    case ColumnType::Real:
        return u"number"_s;
    case ColumnType::Blob:
        return u"base64"_s;
    default:
        return u"text"_s;
    }
}

Result<Value> parseInteger(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok)
        return fail(Domain::Input, u"number", u"\"%1\" is no whole number"_s.arg(text.left(40)));
    return number;
}

Result<Value> parseReal(const QString &text)
{
    bool ok = false;
    const double number = text.toDouble(&ok);
    if (!ok || text.contains("n"_L1, Qt::CaseInsensitive))
        return fail(Domain::Input, u"number", u"\"%1\" is no number (with a decimal point)"_s.arg(text.left(40)));
    return number;
}

Result<Value> parseDay(const QString &text)
{
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return fail(Domain::Input, u"date", u"\"%1\" is no day as 2026-12-31"_s.arg(text.left(40)));
    return toInteger(fromQDate(date));
}

Result<Value> parseInstant(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid() || !text.contains(u'T') || moment.timeSpec() == Qt::LocalTime)
        return fail(Domain::Input, u"date", u"\"%1\" is no instant as 2026-12-31T08:30:00Z"_s.arg(text.left(40)));
    return moment.toMSecsSinceEpoch();
}

Result<Value> parseBlob(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return fail(Domain::Input, u"base64", u"no base64"_s);
    return *decoded;
}

} // namespace

QList<CsvColumn> csvColumns(const Table &table)
{
    QList<CsvColumn> columns{{u"key"_s, Kind::Key, -1, true}};
    if (table.name == "customer")
        columns.append({u"territory"_s, Kind::Territory, -1, true});
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
        columns.append(columnOf(table, i));
    return columns;
}

bool namesTheRow(const CsvColumn &column)
{
    return column.name == "name"_L1 || column.name == "title"_L1 || column.name == "label"_L1;
}

QString csvFormAsText()
{
    QString text = u"| file | columns (*: may be left out or empty) |\n|---|---|\n"_s;
    for (const Table &table : tables()) {
        if (!isExchanged(table))
            continue;
        QStringList words;
        for (const CsvColumn &column : csvColumns(table)) {
            const QString type = typeName(table, column);
            words.append(u'`' + column.name + u'`' + (column.required ? QString() : u"\\*"_s) +
                         (type == "text"_L1 || type == "key"_L1 ? QString() : u" ("_s + type + u')'));
        }
        text += u"| `"_s + named(table.name) + u".csv` | "_s + words.join(u", "_s) + u" |\n"_s;
    }
    return text + u"| `account.csv` | `login`, `password`, `staff` (key of staff) |\n"_s;
}

Result<Value> parseCsvValue(const Column &column, const QString &text)
{
    if (text.isEmpty() && (column.nullable || column.type != ColumnType::Text)) {
        if (column.nullable)
            return Value();
        return fail(Domain::Input, u"value-missing", u"must not be empty"_s);
    }
    switch (column.type) {
    case ColumnType::Real:
        return parseReal(text);
    case ColumnType::Day:
        return parseDay(text);
    case ColumnType::Instant:
        return parseInstant(text);
    case ColumnType::Blob:
        return parseBlob(text);
    case ColumnType::Text:
        return Value(text);
    default:
        return parseInteger(text);
    }
}

QString csvText(const Column &column, const Value &value)
{
    if (isNull(value))
        return {};
    switch (column.type) {
    case ColumnType::Real: {
        const auto *real = std::get_if<double>(&value);
        return QString::number(real ? *real : static_cast<double>(integerOf(value)), 'g',
                               QLocale::FloatingPointShortest);
    }
    case ColumnType::Day:
        return toQDate(dayFrom(integerOf(value))).toString(Qt::ISODate);
    case ColumnType::Instant: {
        const qint64 ms = integerOf(value);
        return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(ms % 1'000 ? Qt::ISODateWithMs : Qt::ISODate);
    }
    case ColumnType::Blob: {
        const auto *bytes = std::get_if<QByteArray>(&value);
        return bytes ? QString::fromLatin1(bytes->toBase64()) : QString();
    }
    case ColumnType::Text:
        return textOf(value);
    default:
        return QString::number(integerOf(value));
    }
}

QByteArray csvField(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    const bool plain = !bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r');
    if (plain)
        return bytes;
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

} // namespace turnus::server
