#include "sync/server/integration/recordjson.h"

#include "sync/protocol/jsonreader.h"
#include "sync/server/integration/limits.h"

#include <algorithm>
#include <boost/json.hpp>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

namespace bj = boost::json;
using Form = GivenField::Form;

QString textFrom(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

GivenField fieldFrom(std::string_view name, const bj::value &value)
{
    GivenField field{textFrom(name), Form::Other, {}};
    if (value.is_null()) {
        field.form = Form::Null;
    } else if (const auto *flag = value.if_bool()) {
        field.form = Form::Flag;
        field.value = qint64{*flag};
    } else if (const auto *integer = value.if_int64()) {
        field.form = Form::Integer;
        field.value = qint64{*integer};
    } else if (const auto *real = value.if_double()) {
        field.form = Form::Real;
        field.value = *real;
    } else if (const auto *text = value.if_string()) {
        field.form = Form::Text;
        field.value = textFrom(std::string_view(text->data(), text->size()));
    }
    return field;
}

QList<GivenField> fieldsFrom(const JsonReader &reader)
{
    QList<GivenField> fields;
    const auto *object = reader.raw().if_object();
    if (!object) {
        reader.wrong(u"an object of fields"_s);
        return fields;
    }
    for (const auto &[name, value] : *object)
        fields.append(fieldFrom(std::string_view(name.data(), name.size()), value));
    return fields;
}

bj::value jsonOf(const Table &table, const CsvColumn &field, const Value &value)
{
    if (isNull(value))
        return nullptr;
    if (field.kind != CsvColumn::Kind::Plain)
        return bj::value(textOf(value).toStdString());
    const Column &column = table.columns[static_cast<std::size_t>(field.column)];
    switch (column.type) {
    case ColumnType::Day:
    case ColumnType::Instant:
    case ColumnType::Text:
        return bj::value(csvText(column, value).toStdString());
    case ColumnType::Flag:
        return integerOf(value) != 0;
    case ColumnType::Real: {
        const auto *real = std::get_if<double>(&value);
        return real ? *real : static_cast<double>(integerOf(value));
    }
    default:
        return integerOf(value);
    }
}

const char *wordOf(RecordResult::Outcome outcome)
{
    switch (outcome) {
    case RecordResult::Outcome::Created:
        return "created";
    case RecordResult::Outcome::Changed:
        return "changed";
    case RecordResult::Outcome::Unchanged:
        break;
    }
    return "unchanged";
}

bj::object jsonOf(const GivenRecord &record, const RecordResult &result)
{
    return {{"type", record.type.toStdString()},
            {"key", record.key.toStdString()},
            {"id", result.id},
            {"outcome", wordOf(result.outcome)}};
}

} // namespace

Result<GivenRecord> decodeRecord(std::string_view json, const QString &type, const QString &key)
{
    TURNUS_ASSIGN(parsed, parseJson(json, limits::recordBytes));
    Status status;
    GivenRecord record{type, key, fieldsFrom(JsonReader(parsed, u"body"_s, status))};
    TURNUS_TRY(status);
    return record;
}

Result<QList<GivenRecord>> decodeRecords(std::string_view json)
{
    TURNUS_ASSIGN(parsed, parseJson(json, limits::recordsBytes));
    Status status;
    QList<GivenRecord> records;
    JsonReader(parsed, u"body"_s, status).at("records").each([&](const JsonReader &record) {
        records.append({QString::fromStdString(record.at("type").text()),
                        QString::fromStdString(record.at("key").text()), fieldsFrom(record.at("fields"))});
    });
    TURNUS_TRY(status);
    return records;
}

std::string encode(const Table &table, const QString &key, const Records::Known &known)
{
    bj::object fields;
    for (const auto &[field, value] : known.fields)
        fields[field.name.toStdString()] = jsonOf(table, field, value);
    return bj::serialize(bj::object{{"key", key.toStdString()}, {"id", known.id}, {"fields", std::move(fields)}});
}

std::string encode(const GivenRecord &record, const RecordResult &result)
{
    return bj::serialize(jsonOf(record, result));
}

std::string encode(const QList<GivenRecord> &records, const QList<RecordResult> &results)
{
    bj::array told;
    for (qsizetype i = 0; i < records.size(); ++i)
        told.push_back(jsonOf(records.at(i), results.at(i)));
    return bj::serialize(bj::object{{"records", std::move(told)}});
}

std::string encode(const QList<GivenRecord> &records, const QList<RecordProblem> &problems)
{
    bj::array told;
    for (const RecordProblem &problem : problems) {
        const GivenRecord &record = records.at(problem.record);
        told.push_back(bj::object{{"record", problem.record},
                                  {"type", record.type.toStdString()},
                                  {"key", record.key.toStdString()},
                                  {"field", problem.field.toStdString()},
                                  {"code", problem.code.toStdString()},
                                  {"reason", problem.reason.toStdString()}});
    }
    const RecordProblem &first = problems.first();
    const GivenRecord &record = records.at(first.record);
    const QString detail = u"%1 \"%2\": %3: %4"_s.arg(record.type, record.key, first.field, first.reason);
    return bj::serialize(bj::object{{"domain", "input"},
                                    {"code", "records-refused"},
                                    {"detail", detail.toStdString()},
                                    {"problems", std::move(told)}});
}

Result<StageMove> decodeStageMove(std::string_view json)
{
    TURNUS_ASSIGN(parsed, parseJson(json, limits::recordBytes));
    Status status;
    const JsonReader reader(parsed, u"body"_s, status);
    StageMove move{QString::fromStdString(reader.at("stage").text()), {}, {}};
    if (reader.has("reason"))
        move.reason = QString::fromStdString(reader.at("reason").text());
    if (reader.has("amountCents"))
        move.amount = Money{reader.at("amountCents").integer()};
    TURNUS_TRY(status);
    return move;
}

std::string encode(ReferralId referral, const StageMove &move)
{
    return bj::serialize(bj::object{{"id", referral.value}, {"stage", move.stage.toStdString()}});
}

Result<ErasureWish> decodeErasure(std::string_view json)
{
    TURNUS_ASSIGN(parsed, parseJson(json, limits::recordBytes));
    Status status;
    const JsonReader reader(parsed, u"body"_s, status);
    const ErasureWish wish{QString::fromStdString(reader.at("customer").text()),
                           QString::fromStdString(reader.at("reason").text()),
                           reader.has("dryRun") && reader.at("dryRun").boolean()};
    TURNUS_TRY(status);
    return wish;
}

std::string encode(const ErasureReport &report, bool dryRun)
{
    bj::array tables;
    for (const ErasureReport::Table &table : report.tables)
        tables.push_back(
            bj::object{{"table", table.name.toStdString()}, {"removed", table.removed}, {"kept", table.blanked}});
    return bj::serialize(bj::object{{"customer", report.customer},
                                    {"dryRun", dryRun},
                                    {"tables", std::move(tables)},
                                    {"files", report.files},
                                    {"operations", report.operations},
                                    {"conflicts", report.conflicts},
                                    {"keys", report.keys},
                                    {"events", report.events},
                                    {"scrubbed", report.scrubbed}});
}

Result<bool> decodeCalendarRequest(std::string_view json)
{
    if (json.empty())
        return false;
    TURNUS_ASSIGN(parsed, parseJson(json, limits::recordBytes));
    Status status;
    const JsonReader reader(parsed, u"body"_s, status);
    const bool names = reader.has("customerNames") && reader.at("customerNames").boolean();
    TURNUS_TRY(status);
    return names;
}

std::string encodeCalendarPath(std::string_view path)
{
    return bj::serialize(bj::object{{"path", path}});
}

} // namespace turnus::server
