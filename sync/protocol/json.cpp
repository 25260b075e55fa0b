#include "sync/protocol/json.h"

#include "sync/protocol/jsonreader.h"
#include "sync/protocol/limits.h"

#include <QByteArray>
#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::protocol::json {

namespace {

namespace bj = boost::json;

constexpr std::array<std::string_view, 4> outcomeNames{"applied", "merged", "conflict", "refused"};

bj::value toJson(const Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return static_cast<std::int64_t>(*integer);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (const auto *text = std::get_if<std::string>(&value))
        return bj::string(*text);
    if (const auto *blob = std::get_if<Blob>(&value)) {
        const QByteArray encoded = QByteArray::fromStdString(blob->bytes).toBase64();
        return bj::object{{"base64", bj::string(encoded.constData(), static_cast<std::size_t>(encoded.size()))}};
    }
    return nullptr;
}

Value valueFrom(const JsonReader &reader)
{
    const bj::value &raw = reader.raw();
    if (raw.is_null())
        return {};
    if (raw.is_int64())
        return qint64{raw.get_int64()};
    if (raw.is_double())
        return raw.get_double();
    if (raw.is_string())
        return std::string(raw.get_string());
    if (reader.has("base64")) {
        const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(reader.at("base64").text()),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            return Blob{(*decoded).toStdString()};
    }
    reader.wrong(u"a value"_s);
    return {};
}

bj::array settledJson(const std::vector<Settled> &settled)
{
    bj::array list;
    for (const Settled &one : settled) {
        bj::array entry{one.sequence, bj::string(one.field)};
        if (one.replica != 0)
            entry.push_back(one.replica);
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<Settled> settledFrom(const JsonReader &reader)
{
    std::vector<Settled> settled;
    reader.each([&](const JsonReader &one) {
        settled.push_back({one[0].integer(1), one[1].text(), one.size() > 2 ? one[2].integer(1) : 0});
    });
    return settled;
}

bj::array cursorJson(const Cursor &cursor)
{
    bj::array entry{cursor.channel, cursor.cursor};
    if (!cursor.position.empty())
        entry.push_back(bj::string(cursor.position));
    return entry;
}

Cursor cursorFrom(const JsonReader &reader)
{
    Cursor cursor{reader[0].integer(1), reader[1].integer(), {}};
    if (reader.size() > 2)
        cursor.position = reader[2].text();
    return cursor;
}

bj::object receiptJson(const Receipt &receipt)
{
    bj::object entry{{"seq", receipt.sequence},
                     {"outcome", bj::string(outcomeNames[static_cast<std::size_t>(receipt.outcome)])}};
    if (!receipt.reason.empty())
        entry["reason"] = bj::string(receipt.reason);
    bj::array fields;
    for (const ServerField &field : receipt.fields) {
        bj::object one{{"name", bj::string(field.name)}, {"value", toJson(field.value)}};
        if (field.at != 0)
            one["at"] = field.at;
        if (!field.by.empty())
            one["by"] = bj::string(field.by);
        if (field.conflict)
            one["conflict"] = true;
        fields.push_back(std::move(one));
    }
    if (!fields.empty())
        entry["fields"] = std::move(fields);
    return entry;
}

ServerField serverFieldFrom(const JsonReader &reader)
{
    ServerField field{.name = reader.at("name").text(), .value = valueFrom(reader.at("value"))};
    if (reader.has("at"))
        field.at = reader.at("at").integer();
    if (reader.has("by"))
        field.by = reader.at("by").text();
    field.conflict = reader.has("conflict") && reader.at("conflict").boolean();
    return field;
}

Receipt receiptFrom(const JsonReader &reader)
{
    Receipt receipt{.sequence = reader.at("seq").integer(1)};
    const std::string outcome = reader.at("outcome").text();
    const auto *found = std::ranges::find(outcomeNames, outcome);
    if (found == outcomeNames.end())
        reader.at("outcome").wrong(u"applied, merged, conflict or refused"_s);
    else
        receipt.outcome = static_cast<Outcome>(found - outcomeNames.begin());
    if (reader.has("reason"))
        receipt.reason = reader.at("reason").text();
    if (reader.has("fields"))
        reader.at("fields").each([&](const JsonReader &field) { receipt.fields.push_back(serverFieldFrom(field)); });
    return receipt;
}

bj::array sumJson(const ChannelSum &sum)
{
    return {sum.channel, sum.cursor, sum.rows, sum.sum};
}

ChannelSum sumFrom(const JsonReader &reader)
{
    return {reader[0].integer(1), reader[1].integer(), reader[2].integer(),
            reader[3].integer(std::numeric_limits<qint64>::min())};
}

SnapshotLoad loadFrom(const JsonReader &reader)
{
    SnapshotLoad load{reader[0].integer(), reader[1].integer(), 0, 0};
    load.rowsThere = reader[2].integer(0, load.rows);
    load.bytesThere = reader[3].integer(0, load.bytes);
    return load;
}

bj::array setBackJson(const SetBack &setBack)
{
    return {setBack.generation, setBack.highest, setBack.at};
}

SetBack setBackFrom(const JsonReader &reader)
{
    return {reader[0].integer(), reader[1].integer(), reader[2].integer()};
}

bj::object channelJson(const ChannelInfo &channel)
{
    return {{"id", channel.id},
            {"kind", static_cast<int>(channel.kind)},
            {"subject", channel.subject},
            {"name", bj::string(channel.name)}};
}

ChannelInfo channelFrom(const JsonReader &reader)
{
    return {reader.at("id").integer(1), static_cast<ChannelKind>(reader.at("kind").integer(1, 3)),
            reader.at("subject").integer(), reader.at("name").text()};
}

/// Parses, reads with `read(JsonReader)` and returns its value unless something was wrong.
template <class T, class Read>
Result<T> message(std::string_view text, const char *name, Read &&read)
{
    TURNUS_ASSIGN(value, parseJson(text, limits::controlMaxBytes));
    Status status;
    const JsonReader reader(value, QString::fromLatin1(name), status);
    T result = read(reader);
    if (!value.is_object() && !value.is_array())
        reader.wrong(u"object"_s);
    TURNUS_TRY(status);
    return result;
}

template <class List, class ToJson>
void addList(bj::object &object, std::string_view name, const List &list, ToJson &&convert)
{
    if (list.empty())
        return;
    bj::array entries;
    for (const auto &one : list)
        entries.push_back(convert(one));
    object[name] = std::move(entries);
}

} // namespace

std::string encode(const SyncRequest &request)
{
    bj::object object{
        {"protocol", request.protocol}, {"replica", request.replica}, {"lastSequence", request.lastSequence}};
    if (request.receipted)
        object["receipted"] = *request.receipted;
    if (!request.certificate.empty())
        object["certificate"] = bj::string(request.certificate);
    if (request.setBack != 0)
        object["setBack"] = request.setBack;
    addList(object, "cursors", request.cursors, cursorJson);
    if (!request.settled.empty())
        object["settled"] = settledJson(request.settled);
    if (request.check)
        object["check"] = true;
    addList(object, "differed", request.differed, sumJson);
    return bj::serialize(object);
}

Result<SyncRequest> decodeSyncRequest(std::string_view text)
{
    return message<SyncRequest>(text, "request", [](const JsonReader &reader) {
        SyncRequest request;
        request.protocol = static_cast<int>(reader.at("protocol").integer(1, 1'000'000));
        request.replica = reader.at("replica").integer();
        request.lastSequence = reader.at("lastSequence").integer();
        if (reader.has("receipted"))
            request.receipted = reader.at("receipted").integer();
        if (reader.has("certificate"))
            request.certificate = reader.at("certificate").text();
        if (reader.has("setBack"))
            request.setBack = reader.at("setBack").integer(1);
        if (reader.has("cursors"))
            reader.at("cursors").each([&](const JsonReader &one) { request.cursors.push_back(cursorFrom(one)); });
        if (reader.has("settled"))
            request.settled = settledFrom(reader.at("settled"));
        request.check = reader.has("check") && reader.at("check").boolean();
        if (reader.has("differed"))
            reader.at("differed").each([&](const JsonReader &one) { request.differed.push_back(sumFrom(one)); });
        return request;
    });
}

std::string encode(const AnswerControl &control)
{
    bj::object object{{"protocol", control.protocol}, {"serverTime", control.serverTime}};
    if (control.replica)
        object["replica"] = *control.replica;
    if (!control.certificate.empty())
        object["certificate"] = bj::string(control.certificate);
    if (control.setBack)
        object["setBack"] = setBackJson(*control.setBack);
    addList(object, "applied", control.applied, [](const SequenceRange &range) {
        return bj::array{range.first, range.last};
    });
    addList(object, "receipts", control.receipts, receiptJson);
    if (!control.settled.empty())
        object["settled"] = settledJson(control.settled);
    addList(object, "channels", control.channels, channelJson);
    const auto number = [](qint64 channel) { return bj::value(std::int64_t{channel}); };
    addList(object, "removed", control.removed, number);
    addList(object, "snapshots", control.snapshots, number);
    if (const SnapshotLoad &load = control.load; load.rows > 0)
        object["load"] = bj::array{load.rows, load.bytes, load.rowsThere, load.bytesThere};
    addList(object, "sums", control.sums, sumJson);
    return bj::serialize(object);
}

Result<AnswerControl> decodeAnswerControl(std::string_view text)
{
    return message<AnswerControl>(text, "answer", [](const JsonReader &reader) {
        AnswerControl control;
        control.protocol = static_cast<int>(reader.at("protocol").integer(1, 1'000'000));
        control.serverTime = reader.at("serverTime").integer();
        if (reader.has("replica"))
            control.replica = reader.at("replica").integer(1);
        if (reader.has("certificate"))
            control.certificate = reader.at("certificate").text();
        if (reader.has("setBack"))
            control.setBack = setBackFrom(reader.at("setBack"));
        if (reader.has("applied"))
            reader.at("applied").each([&](const JsonReader &range) {
                const qint64 first = range[0].integer(1);
                control.applied.push_back({first, range[1].integer(first)});
            });
        if (reader.has("receipts"))
            reader.at("receipts").each([&](const JsonReader &one) { control.receipts.push_back(receiptFrom(one)); });
        if (reader.has("settled"))
            control.settled = settledFrom(reader.at("settled"));
        if (reader.has("channels"))
            reader.at("channels").each([&](const JsonReader &one) { control.channels.push_back(channelFrom(one)); });
        if (reader.has("removed"))
            reader.at("removed").each([&](const JsonReader &one) { control.removed.push_back(one.integer(1)); });
        if (reader.has("snapshots"))
            reader.at("snapshots").each([&](const JsonReader &one) { control.snapshots.push_back(one.integer(1)); });
        if (reader.has("load"))
            control.load = loadFrom(reader.at("load"));
        if (reader.has("sums"))
            reader.at("sums").each([&](const JsonReader &one) { control.sums.push_back(sumFrom(one)); });
        return control;
    });
}

std::string encode(const Position &position)
{
    return bj::serialize(cursorJson(position));
}

Result<Position> decodePosition(std::string_view text)
{
    return message<Position>(text, "position", cursorFrom);
}

std::string encode(const AnswerEnd &end)
{
    return end.more ? R"({"more":true})" : "{}";
}

Result<AnswerEnd> decodeAnswerEnd(std::string_view text)
{
    return message<AnswerEnd>(text, "end", [](const JsonReader &reader) {
        return AnswerEnd{reader.has("more") && reader.at("more").boolean()};
    });
}

} // namespace turnus::protocol::json
