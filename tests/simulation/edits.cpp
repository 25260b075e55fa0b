#include "tests/simulation/edits.h"

#include "core/storage/writer.h"
#include "sync/client/outboxbook.h"
#include "tests/simulation/company.h"

#include <array>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

const std::array visitKinds{u"maintenance"_s, u"repair"_s, u"emergency"_s};
const std::array forecastWords{u"not_due"_s, u"plan"_s, u"due"_s, u"overdue"_s};

storage::Value idValue(qint64 id)
{
    return id ? storage::Value(id) : storage::Value();
}

} // namespace

protocol::Value toProtocol(const storage::Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value.data()))
        return *integer;
    if (const auto *real = std::get_if<double>(&value.data()))
        return *real;
    if (const auto *text = std::get_if<QString>(&value.data()))
        return text->toStdString();
    if (const auto *blob = std::get_if<QByteArray>(&value.data()))
        return protocol::Blob{blob->toStdString()};
    return {};
}

QString Person::act()
{
    struct Choice
    {
        Action action;
        const char *name;
        int weight;
    };
    // A dispatcher works with what is below the first five.
    static constexpr int onSite = 28;
    static constexpr std::array choices{Choice{&Person::read, "meter reading", 6},
                                        Choice{&Person::beginVisit, "visit begun", 5},
                                        Choice{&Person::recordFacts, "facts", 6},
                                        Choice{&Person::editOwnVisit, "visit edited", 5},
                                        Choice{&Person::advise, "referral", 6},
                                        Choice{&Person::editCustomer, "customer edited", 7},
                                        Choice{&Person::editSeveral, "several fields edited", 4},
                                        Choice{&Person::editAppointment, "appointment edited", 4},
                                        Choice{&Person::addContact, "contact added", 3},
                                        Choice{&Person::editContact, "contact edited", 4},
                                        Choice{&Person::complain, "complaint", 3},
                                        Choice{&Person::settleComplaint, "complaint settled", 3},
                                        Choice{&Person::overstep, "edit that is not his", 1}};
    constexpr int settles = 4;
    constexpr int retries = 1;
    constexpr int total = 57 + settles + retries;
    if (m_staff == company::supervisor && m_random.chance(50))
        return record("bonus decided", &Person::decide);
    int at = m_staff == company::dispatcher ? m_random.between(onSite, total - 1) : m_random.below(total);
    for (const Choice &choice : choices) {
        if (at < choice.weight)
            return record(choice.name, choice.action);
        at -= choice.weight;
    }
    return at < settles ? settle() : retryRefused();
}

QString Person::record(const char *name, Action action)
{
    m_made.clear();
    const Status done = m_connection.write([&](storage::Writer &writer) -> Status {
        m_writer = &writer;
        m_made.clear();
        return (this->*action)();
    });
    const bool nothing = !done && done.error().domain != Domain::Storage;
    QString words = QString::fromLatin1(name);
    if (!m_made.empty())
        words += u" #%1..%2"_s.arg(m_made.front().number).arg(m_made.back().number);
    if (!nothing)
        m_journal.add(std::move(m_made), done.has_value());
    if (!done)
        words += nothing ? u": nothing to do"_s : u": not saved, "_s + done.error().code;
    return words;
}

qint64 Person::any(const char *sql)
{
    std::vector<qint64> rows;
    storage::Statement row = m_connection.query(sql);
    while (row.step())
        rows.push_back(row.integer(0));
    return rows.empty() ? 0 : m_random.pick(rows);
}

RowKey Person::keyOf(const protocol::Table &table, qint64 row)
{
    if (row >> idCounterBits == 0)
        return {row, 0};
    storage::Statement marker = m_connection.query(
        "SELECT " + std::string(markerColumn(table)) + " FROM " + std::string(table.name) + " WHERE id = ?", row);
    if (!marker.step())
        return {row, 0};
    return {0, numberIn(toProtocol(marker.value(0)))};
}

qint64 Person::customerOf(std::string table, qint64 row)
{
    while (table != "customer" && row != 0) {
        const protocol::Table &known = *protocol::findTable(table);
        const std::string up(known.name == "bonus_entry" ? "referral_id" : known.parent);
        const int column = protocol::columnIndex(known, up);
        if (column < 0)
            return 0;
        storage::Statement above = m_connection.query("SELECT " + up + " FROM " + table + " WHERE id = ?", row);
        row = above.step() && !above.isNull(0) ? above.integer(0) : 0;
        table = known.columns[static_cast<std::size_t>(column)].refersTo;
    }
    return row;
}

Result<qint64> Person::insert(const char *name, const char *parentTable, qint64 parent, Fields fields)
{
    const protocol::Table &table = *protocol::findTable(name);
    TURNUS_ASSIGN(id, m_writer->next());
    Edit edit{.number = ++m_journal.lastNumber, .device = m_device, .table = &table, .isInsert = true};
    edit.row.maker = edit.number;
    edit.customer = customerOf(parentTable, parent);
    const protocol::Value marker = markerOf(table, edit.number);
    if (const auto *instant = std::get_if<qint64>(&marker))
        fields.push_back({markerColumn(table), *instant});
    else
        fields.push_back({markerColumn(table), QString::fromStdString(std::get<std::string>(marker))});
    m_writer->insertRow(name, id, m_writer->channelOf(parentTable, parent), fields);
    for (const storage::Field &field : fields)
        edit.values[field.name] = toProtocol(field.value);
    m_made.push_back(std::move(edit));
    return id;
}

void Person::update(const char *name, qint64 row, const char *column, const storage::Value &value)
{
    const protocol::Table &table = *protocol::findTable(name);
    storage::Value old;
    {
        storage::Statement before =
            m_connection.query(std::string("SELECT ") + column + " FROM " + name + " WHERE id = ?", row);
        if (before.step())
            old = before.value(0);
    }
    if (old == value)
        return;
    Edit edit{.number = ++m_journal.lastNumber, .device = m_device, .table = &table, .row = keyOf(table, row)};
    edit.customer = customerOf(name, row);
    edit.column = column;
    edit.old = toProtocol(old);
    edit.now = toProtocol(value);
    const storage::Field field{column, value};
    m_writer->updateRow(name, row, std::span(&field, 1));
    m_made.push_back(std::move(edit));
}

QString Person::token(const char *what)
{
    return u"%1 %2"_s.arg(QLatin1StringView(what)).arg(m_journal.lastNumber + 1);
}

Status Person::read()
{
    const qint64 asset = any("SELECT id FROM asset ORDER BY id");
    if (!asset)
        return fail(Domain::Input, u"nothing");
    for (int i = m_random.between(1, 3); i > 0; --i)
        TURNUS_TRY(insert("meter_reading", "asset", asset,
                          {{"asset_id", asset},
                           {"value", m_random.below(100'000) / 4.0},
                           {"meter_exchanged", false},
                           {"implausible_confirmed", false}}));
    return {};
}

Status Person::beginVisit()
{
    const qint64 asset = any("SELECT id FROM asset ORDER BY id");
    if (!asset)
        return fail(Domain::Input, u"nothing");
    storage::Statement row = m_connection.query("SELECT customer_id, site_id FROM asset WHERE id = ?", asset);
    if (!row.step())
        return fail(Domain::Input, u"nothing");
    const qint64 customer = row.integer(0);
    TURNUS_TRY(insert("visit", "customer", customer,
                      {{"customer_id", customer},
                       {"site_id", row.integer(1)},
                       {"asset_id", asset},
                       {"technician_id", m_staff},
                       {"kind", m_random.pick(visitKinds)},
                       {"status", u"under_way"_s},
                       {"arrival", u"hand"_s}}));
    return {};
}

Status Person::recordFacts()
{
    const qint64 visit = any(("SELECT id FROM visit WHERE technician_id = " + std::to_string(m_staff)).c_str());
    if (!visit)
        return fail(Domain::Input, u"nothing");
    storage::Statement row = m_connection.query("SELECT asset_id, customer_id FROM visit WHERE id = ?", visit);
    if (!row.step())
        return fail(Domain::Input, u"nothing");
    const storage::Value asset = row.value(0);
    const qint64 customer = row.integer(1);
    TURNUS_TRY(insert("part_use", "visit", visit,
                      {{"visit_id", visit},
                       {"asset_id", asset},
                       {"name", token("part")},
                       {"quantity", 2},
                       {"source", u"van"_s},
                       {"unit_cents", 1'250}}));
    if (m_random.chance(40))
        TURNUS_TRY(insert("checklist_answer", "visit", visit,
                          {{"visit_id", visit}, {"item_id", 341}, {"answer", u"ok"_s}, {"note", token("answer")}}));
    if (m_random.chance(40))
        TURNUS_TRY(insert("condition_grade", "asset", row.integer(0),
                          {{"asset_id", asset}, {"visit_id", visit}, {"grade", m_random.between(1, 5)}}));
    if (m_random.chance(30))
        TURNUS_TRY(insert("signature", "visit", visit,
                          {{"visit_id", visit},
                           {"signer", token("signer")},
                           {"strokes", QByteArray("\0\1\2", 3)},
                           {"report_sha256", QString(64, u'a')}}));
    if (m_random.chance(30))
        TURNUS_TRY(insert("page_view", "visit", visit,
                          {{"brochure_id", 320}, {"visit_id", visit}, {"page", 3}, {"shown_ms", 1'500}}));
    if (m_random.chance(30))
        TURNUS_TRY(insert("consent", "customer", customer,
                          {{"customer_id", customer},
                           {"visit_id", visit},
                           {"technician_id", m_staff},
                           {"given_by", token("giver")},
                           {"medium", u"phone"_s},
                           {"purpose", u"sales_contact"_s},
                           {"granted", true}}));
    return {};
}

Status Person::editOwnVisit()
{
    const qint64 visit = any(("SELECT id FROM visit WHERE technician_id = " + std::to_string(m_staff)).c_str());
    if (!visit)
        return fail(Domain::Input, u"nothing");
    update("visit", visit, "summary", token("summary"));
    if (m_random.chance(40)) {
        update("visit", visit, "status", u"completed"_s);
        update("visit", visit, "ended", toInteger(m_writer->now()));
    }
    return {};
}

/// A due note, perhaps a finding, and the referral that rests on them.
Status Person::advise()
{
    const qint64 visit = any(("SELECT id FROM visit WHERE technician_id = " + std::to_string(m_staff)).c_str());
    if (!visit)
        return fail(Domain::Input, u"nothing");
    storage::Statement row = m_connection.query("SELECT customer_id, site_id, asset_id FROM visit WHERE id = ?", visit);
    if (!row.step())
        return fail(Domain::Input, u"nothing");
    const storage::Value asset = row.value(2);
    TURNUS_ASSIGN(note, insert("due_note", "visit", visit,
                               {{"asset_id", asset},
                                {"visit_id", visit},
                                {"verdict", u"replace"_s},
                                {"customer_informed", true},
                                {"forecast_status", m_random.pick(forecastWords)},
                                {"reasons", token("reasons")}}));
    if (m_random.chance(30))
        TURNUS_TRY(
            insert("finding", "visit", visit, {{"asset_id", asset}, {"visit_id", visit}, {"what", token("leak")}}));
    TURNUS_TRY(insert("referral", "visit", visit,
                      {{"customer_id", row.integer(0)},
                       {"site_id", row.integer(1)},
                       {"asset_id", asset},
                       {"visit_id", visit},
                       {"due_note_id", idValue(note)},
                       {"technician_id", m_staff},
                       {"product_id", 301},
                       {"interest", u"hot"_s},
                       {"note", token("wish")},
                       {"repair_shown", true},
                       {"stage", u"new"_s}}));
    return {};
}

Status Person::editCustomer()
{
    static constexpr std::array fields{"phone", "email", "note"};
    const qint64 customer = any("SELECT id FROM customer ORDER BY id");
    if (!customer)
        return fail(Domain::Input, u"nothing");
    const char *field = m_random.pick(fields);
    update("customer", customer, field, token(field));
    return {};
}

Status Person::editSeveral()
{
    const qint64 customer = any("SELECT id FROM customer ORDER BY id");
    if (!customer)
        return fail(Domain::Input, u"nothing");
    update("customer", customer, "phone", token("phone"));
    update("customer", customer, "note", token("note"));
    const qint64 site = any("SELECT id FROM site ORDER BY id");
    if (site)
        update("site", site, "access_note", token("key"));
    const qint64 asset = any("SELECT id FROM asset ORDER BY id");
    if (asset)
        update("asset", asset, "place", token("place"));
    return {};
}

Status Person::editAppointment()
{
    static const std::array words{u"planned"_s, u"under_way"_s, u"done"_s};
    const qint64 appointment = any("SELECT id FROM appointment ORDER BY id");
    if (!appointment)
        return fail(Domain::Input, u"nothing");
    if (m_random.chance(50))
        update("appointment", appointment, "status", m_random.pick(words));
    else
        update("appointment", appointment, "note", token("remark"));
    return {};
}

Status Person::addContact()
{
    const qint64 customer = any("SELECT id FROM customer ORDER BY id");
    if (!customer)
        return fail(Domain::Input, u"nothing");
    TURNUS_TRY(insert("contact", "customer", customer, {{"customer_id", customer}, {"phone", token("phone")}}));
    return {};
}

Status Person::editContact()
{
    const qint64 contact = any("SELECT id FROM contact ORDER BY id");
    if (!contact)
        return fail(Domain::Input, u"nothing");
    update("contact", contact, m_random.chance(50) ? "phone" : "position", token("contact"));
    return {};
}

Status Person::complain()
{
    const qint64 customer = any("SELECT id FROM customer ORDER BY id");
    if (!customer)
        return fail(Domain::Input, u"nothing");
    TURNUS_TRY(insert("complaint", "customer", customer,
                      {{"customer_id", customer}, {"technician_id", m_staff}, {"what", token("complaint")}}));
    return {};
}

/// Also what a colleague took, or is settling meanwhile.
Status Person::settleComplaint()
{
    const qint64 complaint = any("SELECT id FROM complaint ORDER BY id");
    if (!complaint)
        return fail(Domain::Input, u"nothing");
    // Later than any complaint was taken.
    const protocol::Value now = markerOf(*protocol::findTable("complaint"), m_journal.lastNumber + 1);
    if (m_random.chance(50))
        update("complaint", complaint, "settled", std::get<qint64>(now));
    update("complaint", complaint, "settlement", token("settlement"));
    return {};
}

/// What the server must refuse and the device must keep: a plan's field that belongs to the office.
Status Person::overstep()
{
    const qint64 customer = any("SELECT id FROM customer ORDER BY id");
    if (!customer)
        return fail(Domain::Input, u"nothing");
    update("customer", customer, "external_key", token("key"));
    return {};
}

Status Person::decide()
{
    const qint64 entry = any("SELECT id FROM bonus_entry e WHERE kind = 'reserved' AND NOT EXISTS "
                             "(SELECT 1 FROM bonus_decision d WHERE d.entry_id = e.id) ORDER BY id");
    if (!entry)
        return fail(Domain::Input, u"nothing");
    const bool approve = m_random.chance(70);
    TURNUS_TRY(insert("bonus_decision", "bonus_entry", entry,
                      {{"entry_id", entry},
                       {"decision", approve ? u"approve"_s : u"decline"_s},
                       {"reason", approve ? storage::Value() : storage::Value(token("because"))},
                       {"staff_id", m_staff}}));
    return {};
}

/// A person chooses between the two values of a conflict; choosing his own is a new edit.
QString Person::settle()
{
    client::OutboxBook book(m_connection);
    const auto open = book.conflicts();
    if (!open || open->empty())
        return u"conflict settled: nothing to do"_s;
    const client::OpenConflict conflict = m_random.pick(*open);
    const bool mine = m_random.chance(50);
    Edit edit{.number = ++m_journal.lastNumber, .device = m_device};
    edit.table = protocol::findTable(conflict.table.toStdString());
    edit.column = conflict.field.toStdString();
    const auto read = m_connection.read([&] {
        edit.row = keyOf(*edit.table, conflict.row);
        edit.customer = customerOf(conflict.table.toStdString(), conflict.row);
        storage::Statement value =
            m_connection.query("SELECT c.mine, r." + edit.column + " FROM conflict c JOIN " +
                                   std::string(edit.table->name) + " r ON r.id = c.row WHERE c.id = ?",
                               conflict.id);
        if (!value.step())
            return false;
        edit.now = toProtocol(value.value(0));
        edit.old = toProtocol(value.value(1));
        return true;
    });
    if (!read.value_or(false))
        return u"conflict settled: nothing to do"_s;
    using Choice = client::OutboxBook::Choice;
    const Status done = book.resolve(conflict.id, mine ? Choice::Mine : Choice::Theirs, {});
    if (mine && (done || done.error().domain == Domain::Storage))
        m_journal.add({edit}, done.has_value());
    return u"conflict about %1.%2 settled with %3 #%4%5"_s
        .arg(conflict.table, conflict.field, mine ? u"mine"_s : u"theirs"_s)
        .arg(edit.number)
        .arg(done ? QString() : u": not saved, "_s + done.error().code);
}

QString Person::retryRefused()
{
    client::OutboxBook book(m_connection);
    const auto refused = book.quarantined();
    if (!refused || refused->empty())
        return u"refused one retried: nothing to do"_s;
    const qint64 sequence = m_random.pick(*refused).sequence;
    const Status done = book.retry(sequence);
    return u"refused one retried: operation %1%2"_s.arg(sequence).arg(done ? QString() : u": "_s + done.error().code);
}

} // namespace turnus::simulation
