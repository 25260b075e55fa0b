#include "tests/sync/server/support/company.h"

#include "sync/server/service/values.h"
#include "sync/server/service/verifier.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/contentstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;
using namespace turnus::server;

namespace turnus::tests {

using server::Value;

namespace {

Row rowOf(const Table &table, qint64 id, qint64 channel, const Fields &fields)
{
    Row row{id, channel, QList<Value>(static_cast<qsizetype>(table.columns.size()))};
    for (const auto &[name, value] : fields) {
        const int column = columnIndex(table, name);
        if (column < 0)
            qFatal("no column %s", std::string(name).c_str());
        row.values[column] = value;
    }
    return row;
}

template <class T>
T expect(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().toString()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

Value text(const char *word)
{
    return QString::fromUtf8(word);
}

Fields reading(double value)
{
    return {{"asset_id", Company::grinder},
            {"at", 5LL},
            {"value", value},
            {"meter_exchanged", 0LL},
            {"implausible_confirmed", 0LL}};
}

Company::Company(const QString &location)
{
    m_database = expect(Database::at(location.isEmpty() ? m_directory.filePath(u"server.db"_s) : location));
    m_connection = expect(Connection::open(*m_database));
    const QString hash = expect(hashPassword(QString::fromLatin1(password), PasswordCost::least()));
    expect(m_connection->write([&]() -> Status {
        ChangeLog log(*m_connection, clock.now());
        RowStore rows(*m_connection, log);
        run(*m_connection, u"INSERT INTO channel (id, kind, subject_id, name) VALUES (10, 2, 50, 'Nord'), "
                           "(11, 2, 51, 'Süd'), (20, 3, 100, ''), (21, 3, 101, ''), (22, 3, 102, ''), "
                           "(23, 3, 103, ''), (24, 3, 104, ''), (25, 3, 105, ''), (26, 3, 106, '')"_s);
        const Put put = [&](const char *table, qint64 id, qint64 channel, const Fields &fields) {
            rows.insert(*findTable(table), rowOf(*findTable(table), id, channel, fields));
        };
        layOutBooks(put);
        layOutCustomers(put);
        AccountStore accounts(*m_connection);
        qint64 staff = jana;
        for (const auto &login : {u"jana"_s, u"karl"_s, u"rolf"_s, u"petra"_s, u"sales"_s, u"dispatch"_s, u"admin"_s})
            accounts.put(login, hash, StaffId{staff++});
        log.flush();
        return {};
    }));
}

void Company::layOutBooks(const Put &put)
{
    put("territory", 50, 1, {{"name", text("Nord")}});
    put("territory", 51, 1, {{"name", text("Süd")}});
    put("team", 60, 1, {{"name", text("Team Nord")}, {"territory_id", 50LL}, {"leader_id", 102LL}});
    put("team", 61, 1, {{"name", text("Team Süd")}, {"territory_id", 51LL}, {"leader_id", 103LL}});
    put("staff", 100, 1, {{"name", text("Jana")}, {"role", text("technician")}, {"team_id", 60LL}});
    put("staff", 101, 1, {{"name", text("Karl")}, {"role", text("technician")}, {"team_id", 61LL}});
    qint64 staff = 102;
    for (const char *role : {"supervisor", "supervisor", "sales", "dispatcher", "admin"})
        put("staff", staff++, 1, {{"name", text(role)}, {"role", text(role)}});
    put("segment", 70, 1, {{"name", text("Gastronomie")}});
    const Fields product{{"sku", text("GR75")},         {"name", text("Mühle GR 75")},
                         {"category", text("grinder")}, {"manufacturer", text("Berger")},
                         {"nominal_life_months", 96LL}, {"nominal_usage_per_day", 90.5},
                         {"usage_unit", text("cups")},  {"hidden_failure", 0LL}};
    put("product", 301, 1, product);
    put("price", 310, 1, {{"product_id", 301LL}, {"valid_from", 20'000LL}, {"amount_cents", 240'000LL}});
    put("brochure", 320, 1,
        {{"title", text("GR 75")},
         {"language", text("de")},
         {"product_id", 301LL},
         {"sha256", text("00")},
         {"size", 1LL},
         {"pages", 4LL},
         {"version", 1LL},
         {"valid_from", 20'000LL}});
    put("bonus_rule", 330, 1,
        {{"name", text("Empfehlung")},
         {"number", text("E")},
         {"version", 1LL},
         {"event", text("referral")},
         {"flat_cents", 2'500LL},
         {"valid_from", 20'000LL}});
    put("bonus_rule", 331, 1,
        {{"name", text("Auftrag")},
         {"number", text("A")},
         {"version", 1LL},
         {"event", text("order")},
         {"basis_points", 200LL},
         {"cap_cents", 8'000LL},
         {"valid_from", 20'000LL}});
}

void Company::layOutCustomers(const Put &put) const
{
    for (const auto &[first, channel] : {std::pair{customer, nord}, std::pair{southCustomer, south}}) {
        put("customer", first, channel,
            {{"name", text("Hotel Musterhof")}, {"segment_id", 70LL}, {"phone", text("0123 555-0100")}});
        put("site", first + 1, channel,
            {{"customer_id", first},
             {"name", text("Küche")},
             {"street", text("Musterstraße 12")},
             {"postal_code", text("20095")},
             {"city", text("Hamburg")},
             {"country", text("DE")},
             {"latitude", 53.55},
             {"longitude", 9.99}});
        put("asset", first + 2, channel,
            {{"customer_id", first},
             {"site_id", first + 1},
             {"product_id", 301LL},
             {"serial", text("GR6-20718")},
             {"installed", 17'600LL},
             {"installed_year_only", 0LL},
             {"observed_from", 17'600LL},
             {"status", text("active")}});
    }
    put("appointment", appointment, nord,
        {{"customer_id", customer},
         {"site_id", site},
         {"asset_id", grinder},
         {"technician_id", jana},
         {"kind", text("maintenance")},
         {"starts", toInteger(clock.now())},
         {"ends", toInteger(clock.now()) + 3'600'000},
         {"status", text("planned")}});
}

void Company::insert(const char *table, qint64 id, qint64 channel, const Fields &fields)
{
    expect(m_connection->write([&]() -> Status {
        ChangeLog log(*m_connection, clock.now());
        RowStore(*m_connection, log).insert(*findTable(table), rowOf(*findTable(table), id, channel, fields));
        log.flush();
        return {};
    }));
}

void Company::update(const char *table, qint64 id, const Fields &fields)
{
    expect(m_connection->write([&]() -> Status {
        ChangeLog log(*m_connection, clock.now());
        RowStore rows(*m_connection, log);
        Row row = *rows.find(*findTable(table), id);
        quint64 mask = 0;
        for (const auto &[name, value] : fields) {
            row.values[columnIndex(*findTable(table), name)] = value;
            mask |= quint64{1} << columnIndex(*findTable(table), name);
        }
        rows.update(*findTable(table), row, mask);
        log.flush();
        return {};
    }));
}

void Company::moveCustomer(qint64 channel)
{
    expect(m_connection->write([&]() -> Status {
        ChangeLog log(*m_connection, clock.now());
        RowStore(*m_connection, log).moveCustomer(customer, channel);
        log.flush();
        return {};
    }));
}

Value Company::value(const QString &sql)
{
    Value result;
    expect(m_connection->read([&]() -> Status {
        result = one(*m_connection, sql);
        return {};
    }));
    return result;
}

QStringList Company::faults()
{
    const auto verified = Verifier(*m_connection, ContentStore(directory())).run();
    QStringList found = verified ? verified->faults : QStringList(verified.error().toString());
    found.removeAll(u"content/file-missing: 00"_s);
    return found;
}

Handheld::Handheld(Company &company, const std::string &login, std::optional<qint64> replica)
    : m_company(company), m_service(company.clock)
{
    SessionService sessions(company.clock, PasswordCost::least());
    const SessionAnswer answer =
        expect(sessions.signIn(company.connection(), {login, Company::password, "test", replica}));
    principal = expect(sessions.authenticate(company.connection(), QByteArrayView(answer.accessToken)));
    m_request.replica = principal.replica;
}

qint64 Handheld::insert(const char *name, qint64 id, const Fields &fields)
{
    const Table &table = *findTable(name);
    Batch batch = Batch::over(BatchKind::Inserts, table);
    const Row row = rowOf(table, id, 0, fields);
    batch.ids = {id};
    batch.sequences = {++m_request.lastSequence};
    batch.times = {toInteger(m_company.clock.now())};
    for (qsizetype i = 0; i < row.values.size(); ++i)
        append(batch.values[static_cast<std::size_t>(i)], row.values.at(i));
    m_request.operations.push_back(std::move(batch));
    return m_request.lastSequence;
}

qint64 Handheld::update(const char *name, qint64 id, const Fields &olds, const Fields &news)
{
    const Table &table = *findTable(name);
    std::vector<int> columns;
    for (const auto &[column, value] : news)
        columns.push_back(columnIndex(table, column));
    std::ranges::sort(columns);
    Batch batch = Batch::over(BatchKind::Updates, table, columns);
    batch.ids = {id};
    batch.sequences = {++m_request.lastSequence};
    batch.times = {toInteger(m_company.clock.now())};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string_view column = table.columns[static_cast<std::size_t>(columns[i])].name;
        append(batch.olds[i], olds.at(column));
        append(batch.values[i], news.at(column));
    }
    m_request.operations.push_back(std::move(batch));
    return m_request.lastSequence;
}

Result<std::string> Handheld::trySync()
{
    // Through the bytes, as it is over the network.
    const auto request = decodeRequest(encodeRequest(m_request));
    if (!request)
        return tl::unexpected(request.error());
    return m_service.sync(m_company.connection(), principal, *request);
}

Handheld::Answer Handheld::sync(bool keep)
{
    const std::string body = expect(trySync());
    Answer answer;
    answer.bytes = body.size();
    AnswerReader reader;
    reader.feed(body);
    while (const auto part = expect(reader.next())) {
        if (const auto *control = std::get_if<AnswerControl>(&*part)) {
            answer.control = *control;
        } else if (const auto *frame = std::get_if<Frame>(&*part)) {
            answer.batches.insert(answer.batches.end(), frame->begin(), frame->end());
        } else if (const auto *position = std::get_if<Position>(&*part)) {
            std::erase_if(m_request.cursors, [&](const Cursor &c) { return c.channel == position->channel; });
            m_request.cursors.push_back(*position);
        } else if (const auto *end = std::get_if<AnswerEnd>(&*part)) {
            answer.more = end->more;
        }
    }
    if (!reader.isComplete())
        qFatal("the answer was cut");
    if (!keep)
        m_request.operations.clear();
    for (const ChannelInfo &channel : answer.control.channels) {
        if (std::ranges::find(m_request.cursors, channel.id, &Cursor::channel) == m_request.cursors.end())
            m_request.cursors.push_back({channel.id, 0, {}});
    }
    if (answer.control.replica)
        principal.replica = m_request.replica = *answer.control.replica;
    return answer;
}

const Receipt *Handheld::Answer::receipt(qint64 sequence) const
{
    const auto found = std::ranges::find(control.receipts, sequence, &Receipt::sequence);
    return found == control.receipts.end() ? nullptr : &*found;
}

bool Handheld::Answer::applied(qint64 sequence) const
{
    return std::ranges::any_of(
        control.applied, [&](const SequenceRange &range) { return range.first <= sequence && sequence <= range.last; });
}

std::vector<qint64> Handheld::Answer::ids(const char *table, BatchKind kind) const
{
    std::vector<qint64> ids;
    for (const Batch &batch : batches) {
        if (batch.kind == kind && batch.table->name == table)
            ids.insert(ids.end(), batch.ids.begin(), batch.ids.end());
    }
    return ids;
}

Handheld::Visit Handheld::visitWithReferral(const QString &forecastStatus, bool finding)
{
    const qint64 now = toInteger(m_company.clock.now());
    Visit ids{mint(), mint(), mint(), 0};
    insert("visit", ids.visit,
           {{"customer_id", Company::customer},
            {"site_id", Company::site},
            {"asset_id", Company::grinder},
            {"appointment_id", Company::appointment},
            {"technician_id", principal.staff.value},
            {"kind", text("maintenance")},
            {"status", text("under_way")},
            {"started", now}});
    if (finding)
        insert("finding", mint(),
               {{"asset_id", Company::grinder}, {"visit_id", ids.visit}, {"what", text("Mahlscheiben")}, {"at", now}});
    insert("due_note", ids.dueNote,
           {{"asset_id", Company::grinder},
            {"visit_id", ids.visit},
            {"verdict", text("replace")},
            {"customer_informed", 1LL},
            {"forecast_status", forecastStatus},
            {"at", now}});
    ids.referralSequence = insert("referral", ids.referral,
                                  {{"customer_id", Company::customer},
                                   {"site_id", Company::site},
                                   {"asset_id", Company::grinder},
                                   {"visit_id", ids.visit},
                                   {"due_note_id", ids.dueNote},
                                   {"technician_id", principal.staff.value},
                                   {"product_id", 301LL},
                                   {"interest", text("hot")},
                                   {"repair_shown", 1LL},
                                   {"stage", text("new")},
                                   {"created", now}});
    return ids;
}

} // namespace turnus::tests
