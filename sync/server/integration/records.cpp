#include "sync/server/integration/records.h"

#include "sync/server/integration/limits.h"
#include "sync/server/service/rowrules.h"
#include "sync/server/service/values.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/keystore.h"
#include "sync/server/store/meta.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

using Form = GivenField::Form;
using Kind = CsvColumn::Kind;

struct Type
{
    QLatin1StringView name;
    std::string_view table;
};
constexpr std::array recordTypes{
    Type{"customers"_L1, "customer"},       Type{"contacts"_L1, "contact"}, Type{"sites"_L1, "site"},
    Type{"products"_L1, "product"},         Type{"prices"_L1, "price"},     Type{"assets"_L1, "asset"},
    Type{"appointments"_L1, "appointment"},
};

const Column &columnOf(const Table &table, const CsvColumn &field)
{
    return table.columns[static_cast<std::size_t>(field.column)];
}

quint64 bitOf(int column)
{
    return quint64{1} << column;
}

Error wrongForm(const QString &expected)
{
    return {Domain::Input, u"value-type"_s, u"expected "_s + expected};
}

/// The value as the column keeps it; references and territories are not this function's.
Result<Value> plainValue(const Column &column, const GivenField &given)
{
    if (given.form == Form::Null)
        return Value();
    switch (column.type) {
    case ColumnType::Text:
        if (given.form != Form::Text)
            return tl::unexpected(wrongForm(u"text"_s));
        return given.value;
    case ColumnType::Flag:
        if (given.form != Form::Flag && given.form != Form::Integer)
            return tl::unexpected(wrongForm(u"true or false"_s));
        return given.value;
    case ColumnType::Real:
        if (given.form == Form::Integer)
            return Value(static_cast<double>(integerOf(given.value)));
        if (given.form != Form::Real)
            return tl::unexpected(wrongForm(u"a number"_s));
        return given.value;
    case ColumnType::Day:
    case ColumnType::Instant:
        if (given.form != Form::Text)
            return tl::unexpected(wrongForm(column.type == ColumnType::Day ? u"a day as 2026-12-31"_s
                                                                           : u"an instant as 2026-12-31T08:30:00Z"_s));
        return parseCsvValue(column, textOf(given.value));
    default:
        if (given.form != Form::Integer)
            return tl::unexpected(wrongForm(u"a whole number"_s));
        return given.value;
    }
}

/// One request while its transaction runs.
class Upsert
{
public:
    Upsert(Connection &connection, const Principal &principal, const QList<GivenRecord> &records, Instant now)
        : m_connection(connection), m_author{0, principal.staff.value}, m_records(records), m_log(connection, now),
          m_rows(connection, m_log), m_keys(connection)
    {
    }

    UpsertAnswer run();

private:
    struct Place
    {
        const Table *table = nullptr;
        qint64 id = 0;
        bool isNew = false;
    };
    void problem(int record, const QString &field, QStringView code, const QString &reason);
    void survey();
    void take(int record);
    void setField(int record, const GivenField &given, Row &row);
    /// What is kept of an erased customer's rows is still there; they have lost their keys, but "id:" names them.
    [[nodiscard]] bool isErased(const QString &key, qint64 id)
    {
        return key.startsWith("id:"_L1) && ErasureStore(m_connection).customerOf({id}) != 0;
    }
    [[nodiscard]] std::optional<qint64> idOf(const Table &table, const QString &key);
    [[nodiscard]] qint64 channelOf(const Table &table, const Row &row);
    void checkMissing(int record, const Row &row);
    void checkRules(int record, const Row &row);
    void write(int record, const Row &before, Row &row);

    Connection &m_connection;
    Author m_author;
    const QList<GivenRecord> &m_records;
    ChangeLog m_log;
    RowStore m_rows;
    KeyStore m_keys;
    QList<Place> m_places;
    QHash<std::pair<int, QString>, qint64> m_added; ///< by table and key
    UpsertAnswer m_answer;
};

void Upsert::problem(int record, const QString &field, QStringView code, const QString &reason)
{
    if (m_answer.problems.size() < limits::problemsTold)
        m_answer.problems.append({record, field, code.toString(), reason});
}

/// Finds each record's row, or gives it a number, so that records may refer to later ones.
void Upsert::survey()
{
    QHash<std::pair<int, QString>, int> seen;
    for (int i = 0; i < m_records.size(); ++i) {
        const GivenRecord &record = m_records.at(i);
        Place place{Records::tableOf(record.type), 0, false};
        m_places.append(place);
        if (!place.table) {
            problem(i, u"type"_s, u"type-unknown",
                    u"\"%1\": one of %2"_s.arg(record.type, Records::types().join(u", "_s)));
            continue;
        }
        if (record.key.trimmed().isEmpty() || record.key.size() > limits::keyLength || record.key.contains(QChar(0))) {
            problem(i, u"key"_s, u"key", u"1 to %1 characters"_s.arg(limits::keyLength));
            continue;
        }
        const std::pair name{place.table->number, record.key};
        if (const auto before = seen.constFind(name); before != seen.cend()) {
            problem(i, u"key"_s, u"key-twice", u"\"%1\" is also record %2"_s.arg(record.key).arg(*before));
            continue;
        }
        seen.insert(name, i);
        const auto known = m_keys.find(*place.table, record.key);
        if (known && isErased(record.key, *known)) {
            problem(i, u"key"_s, u"erased", u"\"%1\" was erased"_s.arg(record.key));
            continue;
        }
        if (!known && record.key.startsWith("id:"_L1)) {
            problem(i, u"key"_s, u"key", u"there is no row \"%1\", and new ones get no such key"_s.arg(record.key));
            continue;
        }
        if (known) {
            place.id = *known;
        } else {
            const qint64 fresh = Meta(m_connection).takeIds();
            place.id = m_keys.claim(*place.table, record.key, fresh);
            place.isNew = place.id == fresh;
        }
        if (place.isNew)
            m_added.insert(name, place.id);
        m_places.last() = place;
    }
}

std::optional<qint64> Upsert::idOf(const Table &table, const QString &key)
{
    const auto added = m_added.constFind({table.number, key});
    return added != m_added.cend() ? std::optional(*added) : m_keys.find(table, key);
}

qint64 Upsert::channelOf(const Table &table, const Row &row)
{
    if (table.name == "customer")
        return row.channel;
    const int parent = columnIndex(table, table.parent);
    if (parent < 0)
        return companyChannel;
    const Table &up = *findTable(table.columns[static_cast<std::size_t>(parent)].refersTo);
    return m_rows.channelOf(up, integerOf(row.values.at(parent))).value_or(0);
}

void Upsert::setField(int record, const GivenField &given, Row &row)
{
    const Table &table = *m_places.at(record).table;
    const QList<CsvColumn> fields = Records::fieldsOf(table);
    const auto field = std::ranges::find(fields, given.name, &CsvColumn::name);
    if (field == fields.end())
        return problem(record, given.name, u"field-unknown", u"%1 have no such field"_s.arg(m_records.at(record).type));
    if (field->kind == Kind::Plain) {
        auto value = plainValue(columnOf(table, *field), given);
        if (!value)
            return problem(record, given.name, value.error().code, value.error().detail);
        row.values[field->column] = *value;
        if (namesTheRow(*field) && !isNull(*value) && textOf(*value).trimmed().isEmpty())
            return problem(record, given.name, u"value-missing", u"must not be empty"_s);
        if (const Status good = checkValue(table, columnOf(table, *field), *value); !good)
            problem(record, given.name, good.error().code, good.error().detail.section(u": "_s, 1));
        return;
    }
    const bool territory = field->kind == Kind::Territory;
    const Table &to = *findTable(territory ? "territory" : columnOf(table, *field).refersTo);
    if (given.form == Form::Null && !field->required) {
        row.values[field->column] = Value();
        return;
    }
    if (given.form != Form::Text)
        return problem(record, given.name, u"value-type", u"expected the key of a %1"_s.arg(named(to.name)));
    const auto id = idOf(to, textOf(given.value));
    if (!id) {
        return problem(record, given.name, u"reference",
                       u"there is no %1 \"%2\""_s.arg(named(to.name), textOf(given.value).left(limits::keyLength)));
    }
    if (isErased(textOf(given.value), *id)) {
        return problem(record, given.name, u"erased",
                       u"the %1 \"%2\" was erased"_s.arg(named(to.name), textOf(given.value)));
    }
    if (territory) {
        row.channel = ChannelStore(m_connection).find(ChannelKind::Territory, *id).value_or(0);
    } else {
        row.values[field->column] = *id;
    }
}

void Upsert::checkMissing(int record, const Row &row)
{
    const Table &table = *m_places.at(record).table;
    for (const CsvColumn &field : Records::fieldsOf(table)) {
        const bool missing = field.kind == Kind::Territory ? row.channel == 0 : isNull(row.values.at(field.column));
        const auto wasGiven = [&](const GivenField &given) { return given.name == field.name; };
        if (field.required && missing && !std::ranges::any_of(m_records.at(record).fields, wasGiven))
            problem(record, field.name, u"value-missing", u"is needed"_s);
    }
}

void Upsert::checkRules(int record, const Row &row)
{
    const Table &table = *m_places.at(record).table;
    for (const FieldFault &fault : RowRules(m_rows).check(table, row, allColumns(table))) {
        // Fields are named as in the CSV form: "site" for site_id.
        QString field = named(fault.column);
        if (field.endsWith("_id"_L1))
            field.chop(3);
        problem(record, field, fault.code, fault.why);
    }
}

void Upsert::take(int record)
{
    const Place &place = m_places.at(record);
    const Table &table = *place.table;
    m_rows.lock(table, place.id);
    Row before{place.id, 0, QList<Value>(static_cast<qsizetype>(table.columns.size()))};
    if (!place.isNew) {
        const auto there = m_rows.find(table, place.id);
        if (!there)
            return problem(record, u"key"_s, u"row-missing", u"was deleted"_s);
        before = *there;
    }
    const qsizetype problems = m_answer.problems.size();
    Row row = before;
    for (const GivenField &given : m_records.at(record).fields)
        setField(record, given, row);
    checkMissing(record, row);
    const int parent = columnIndex(table, table.parent);
    if (!place.isNew && parent >= 0 && row.values.at(parent) != before.values.at(parent)) {
        const std::string_view name = table.columns[static_cast<std::size_t>(parent)].refersTo;
        problem(record, named(name), u"fixed-field", u"never changes: make a new record"_s);
    }
    if (m_answer.problems.size() != problems)
        return;
    checkRules(record, row);
    row.channel = channelOf(table, row);
    if (row.channel == 0)
        return problem(record, u"key"_s, u"channel", u"belongs to no territory"_s);
    write(record, before, row);
}

void Upsert::write(int record, const Row &before, Row &row)
{
    const Place &place = m_places.at(record);
    RecordResult &result = m_answer.results[record];
    result = {place.id, RecordResult::Outcome::Unchanged};
    if (place.isNew) {
        result.outcome = RecordResult::Outcome::Created;
        m_rows.insert(*place.table, row, m_author);
        return;
    }
    quint64 mask = 0;
    for (int i = 0; i < row.values.size(); ++i)
        mask |= row.values.at(i) == before.values.at(i) ? 0 : bitOf(i);
    const bool moves = row.channel != before.channel;
    if (!mask && !moves)
        return;
    result.outcome = RecordResult::Outcome::Changed;
    const qint64 to = row.channel;
    row.channel = before.channel;
    m_rows.update(*place.table, row, mask, m_author);
    if (moves)
        m_rows.moveCustomer(row.id, to);
}

UpsertAnswer Upsert::run()
{
    survey();
    m_answer.results.resize(m_records.size());
    QList<int> order;
    for (int i = 0; i < m_records.size(); ++i) {
        if (m_places.at(i).id != 0)
            order.append(i);
    }
    // Parents first: a row's channel is its parent's.
    std::ranges::stable_sort(order, {}, [this](int i) { return m_places.at(i).table->number; });
    for (const int record : std::as_const(order))
        take(record);
    if (m_answer.problems.isEmpty())
        m_log.flush();
    std::ranges::stable_sort(m_answer.problems, {}, &RecordProblem::record);
    return std::move(m_answer);
}

} // namespace

QStringList Records::types()
{
    QStringList names;
    for (const Type &type : recordTypes)
        names.append(type.name);
    return names;
}

const Table *Records::tableOf(const QString &type)
{
    const auto found = std::ranges::find_if(recordTypes, [&](const Type &known) { return known.name == type; });
    return found == recordTypes.end() ? nullptr : findTable(found->table);
}

QList<CsvColumn> Records::fieldsOf(const Table &table)
{
    QList<CsvColumn> fields = csvColumns(table);
    fields.removeIf([](const CsvColumn &field) { return field.kind == Kind::Key || field.kind == Kind::File; });
    return fields;
}

Result<UpsertAnswer> Records::upsert(Connection &connection, const Principal &principal,
                                     const QList<GivenRecord> &records)
{
    if (records.isEmpty() || records.size() > limits::recordsPerRequest)
        return fail(Domain::Input, u"records", u"1 to %1 records"_s.arg(limits::recordsPerRequest));
    UpsertAnswer answer;
    const Status done = connection.write([&]() -> Status {
        answer = Upsert(connection, principal, records, m_clock.now()).run();
        return answer.problems.isEmpty() ? Status() : fail(Domain::Input, u"records-refused");
    });
    if (!done && answer.problems.isEmpty())
        return tl::unexpected(done.error());
    if (!done)
        answer.results.clear();
    return answer;
}

Result<Records::Known> Records::find(Connection &connection, const Table &table, const QString &key)
{
    Known known;
    TURNUS_TRY(connection.read([&]() -> Status {
        KeyStore keys(connection);
        ChangeLog log(connection, m_clock.now());
        const auto id = keys.find(table, key);
        const auto row = id ? RowStore(connection, log).find(table, *id) : std::nullopt;
        if (!row)
            return fail(Domain::Content, u"record-missing", u"no %1 \"%2\""_s.arg(named(table.name), key));
        known = {*id, {}};
        for (const CsvColumn &field : fieldsOf(table)) {
            Value value;
            if (field.kind == Kind::Territory) {
                const Value territory = one(connection, u"SELECT subject_id FROM channel WHERE id = ?"_s, row->channel);
                value = keys.keyOf(*findTable("territory"), integerOf(territory));
            } else if (field.kind == Kind::Reference && !isNull(row->values.at(field.column))) {
                value =
                    keys.keyOf(*findTable(columnOf(table, field).refersTo), integerOf(row->values.at(field.column)));
            } else {
                value = row->values.at(field.column);
            }
            known.fields.append({field, value});
        }
        return {};
    }));
    return known;
}

} // namespace turnus::server
