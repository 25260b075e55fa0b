#include "sync/client/outboxbook.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/limits.h"
#include "sync/client/makers.h"
#include "sync/client/recovery.h"
#include "sync/client/sql.h"
#include "sync/protocol/codec.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// The column that takes what a person wants to keep beside the server's value.
std::string_view noteColumn(const protocol::Table &table)
{
    for (const std::string_view name : {"note", "access_note"}) {
        if (protocol::columnIndex(table, name) >= 0)
            return name;
    }
    return {};
}

QString asText(const protocol::Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return QString::number(*integer);
    if (const auto *real = std::get_if<double>(&value))
        return QString::number(*real);
    if (const auto *text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    return {};
}

} // namespace

Result<OutboxCounts> OutboxBook::counts()
{
    const qint64 today = toInteger(startOfLocalDay(m_connection.clock().today()));
    return m_connection.read([&] {
        OutboxCounts counts;
        // Records, not operations: several edits of one record travel as one.
        auto states = m_connection.query("SELECT state, count(DISTINCT row) FROM outbox GROUP BY state");
        while (states.step()) {
            int &count = states.integer(0) == 0   ? counts.here
                         : states.integer(0) == 1 ? counts.sent
                                                  : counts.quarantined;
            count = states.number(1);
        }
        auto confirmed = m_connection.query("SELECT count(*) FROM receipt WHERE confirmed >= ?", today);
        counts.confirmedToday = confirmed.step() ? confirmed.number(0) : 0;
        auto conflicts = m_connection.query("SELECT count(*) FROM own_conflict WHERE settled = 0");
        counts.conflicts = conflicts.step() ? conflicts.number(0) : 0;
        auto files = m_connection.query(
            "WITH open (visit_id) AS (SELECT DISTINCT a.visit_id FROM content_file f JOIN attachment a "
            "ON a.sha256 = f.sha256 WHERE f.present = 1 AND f.held = 0) "
            "SELECT count(*), ifnull(sum(f.held), 0), ifnull(sum(f.refused IS NOT NULL), 0), "
            "ifnull(sum(CASE WHEN f.held = 0 AND f.refused IS NULL THEN f.size END), 0) FROM attachment a "
            "JOIN content_file f ON f.sha256 = a.sha256 WHERE f.present = 1 AND a.visit_id IN open");
        if (files.step()) {
            counts.files = files.number(0);
            counts.filesHeld = files.number(1);
            counts.filesRefused = files.number(2);
            counts.fileBytes = files.integer(3);
        }
        counts.setBack = setBack();
        return counts;
    });
}

std::optional<SetBackNotice> OutboxBook::setBack() const
{
    const storage::DeviceState state(m_connection);
    const auto noticed = state.integer(Recovery::noticed);
    if (!noticed || m_connection.clock().now() - instantFrom(*noticed) > limits::setBackTold)
        return {};
    SetBackNotice notice{instantFrom(*noticed), {}, {}};
    if (const auto to = state.integer(Recovery::restoredTo); to && *to != 0)
        notice.to = instantFrom(*to);
    if (const auto records = state.integer(Recovery::records))
        notice.records = static_cast<int>(*records);
    return notice;
}

std::optional<OutboxBook::Place> OutboxBook::parentOf(const Place &place)
{
    if (place.table->parent.empty())
        return std::nullopt;
    const auto column = static_cast<std::size_t>(protocol::columnIndex(*place.table, place.table->parent));
    auto row = m_connection.query("SELECT " + std::string(place.table->parent) + " FROM " +
                                      std::string(place.table->name) + " WHERE id = ?",
                                  place.row);
    if (!row.step() || row.isNull(0))
        return std::nullopt;
    return Place{protocol::findTable(place.table->columns[column].refersTo), row.integer(0)};
}

OutboxBook::Place OutboxBook::subjectOf(const Place &place)
{
    if (place.table->name != "visit" && protocol::columnIndex(*place.table, "visit_id") >= 0) {
        auto row =
            m_connection.query("SELECT visit_id FROM " + std::string(place.table->name) + " WHERE id = ?", place.row);
        if (row.step() && !row.isNull(0))
            return {protocol::findTable("visit"), row.integer(0)};
    }
    if (place.table->kind != protocol::RowKind::Fact)
        return place;
    const auto parent = parentOf(place);
    return parent ? subjectOf(*parent) : place;
}

QString OutboxBook::customerOf(Place place)
{
    while (place.table->name != "customer") {
        const auto parent = parentOf(place);
        if (!parent)
            return {};
        place = *parent;
    }
    auto row = m_connection.query("SELECT name FROM customer WHERE id = ?", place.row);
    return row.step() ? row.text(0) : QString();
}

Result<std::vector<OutboxSubject>> OutboxBook::subjects()
{
    return m_connection.read([&] {
        std::vector<OutboxSubject> subjects;
        std::map<std::pair<int, qint64>, std::size_t> places;
        auto rows = m_connection.query("SELECT tbl, row, state, min(at) FROM outbox GROUP BY row, state "
                                       "ORDER BY min(seq)");
        while (rows.step()) {
            const protocol::Table *table = protocol::findTable(rows.text(0).toStdString());
            if (!table)
                continue;
            const Place subject = subjectOf({table, rows.integer(1)});
            const auto [entry, isNew] = places.try_emplace({subject.table->number, subject.row}, subjects.size());
            if (isNew) {
                subjects.push_back({.table = words(subject.table->name),
                                    .row = subject.row,
                                    .customer = customerOf(subject),
                                    .since = rows.instant(3)});
            }
            OutboxSubject &one = subjects[entry->second];
            ++(rows.integer(2) == 0 ? one.here : rows.integer(2) == 1 ? one.sent : one.quarantined);
            if (!one.tables.contains(rows.text(0)))
                one.tables.append(rows.text(0));
        }
        return subjects;
    });
}

Result<std::vector<QuarantinedOperation>> OutboxBook::quarantined()
{
    return m_connection.read([&] {
        std::vector<QuarantinedOperation> operations;
        auto rows = m_connection.query("SELECT seq, tbl, row, at, reason FROM outbox WHERE state = 2 ORDER BY seq");
        while (rows.step()) {
            const protocol::Table *table = protocol::findTable(rows.text(1).toStdString());
            operations.push_back({rows.integer(0), rows.text(1), rows.integer(2),
                                  table ? customerOf({table, rows.integer(2)}) : QString(), rows.instant(3),
                                  Makers(m_connection.handle()).named(rows.text(4))});
        }
        return operations;
    });
}

Result<std::vector<OpenConflict>> OutboxBook::conflicts()
{
    return m_connection.read([&] {
        std::vector<OpenConflict> conflicts;
        Sql rows(m_connection.handle(), "SELECT id, tbl, row, name, mine, theirs, mine_at, theirs_at, theirs_by "
                                        "FROM own_conflict WHERE settled = 0 ORDER BY id");
        while (rows.step()) {
            const protocol::Table *table = protocol::findTable(rows.bytes(1));
            if (!table)
                continue;
            conflicts.push_back({.id = rows.integer(0),
                                 .table = words(rows.bytes(1)),
                                 .row = rows.integer(2),
                                 .field = words(rows.bytes(3)),
                                 .customer = customerOf({table, rows.integer(2)}),
                                 .mine = asText(rows.value(4)),
                                 .theirs = asText(rows.value(5)),
                                 .mineAt = instantFrom(rows.integer(6)),
                                 .theirsAt = instantFrom(rows.integer(7)),
                                 .theirsBy = words(rows.bytes(8)),
                                 .canKeepBoth = !noteColumn(*table).empty()});
        }
        return conflicts;
    });
}

void OutboxBook::yieldToNewer(qint64 sequence)
{
    const std::string newer = "FROM outbox o JOIN outbox_field g ON g.seq = o.seq WHERE o.seq > ?1 AND o.row = "
                              "(SELECT row FROM outbox WHERE seq = ?1)";
    m_connection.execute("UPDATE outbox_field AS next SET old = mine.old FROM outbox_field AS mine WHERE mine.seq = ?1 "
                         "AND next.name = mine.name AND next.old IS mine.new AND next.seq = (SELECT min(o.seq) " +
                             newer + " AND g.name = mine.name)",
                         sequence);
    m_connection.execute("DELETE FROM outbox_field WHERE seq = ?1 AND name IN (SELECT g.name " + newer +
                             " AND o.state IN (0, 1))",
                         sequence);
    m_connection.execute("DELETE FROM outbox WHERE seq = ?1 AND kind = 2 AND NOT EXISTS (SELECT 1 FROM outbox_field f "
                         "WHERE f.seq = ?1)",
                         sequence);
}

Result<QString> OutboxBook::refusalOf(qint64 sequence)
{
    auto refused = m_connection.query("SELECT reason FROM outbox WHERE seq = ? AND state = 2", sequence);
    if (!refused.step())
        return fail(Domain::Input, u"not-quarantined", u"operation %1"_s.arg(sequence));
    if (Makers::waitsForItsMaker(refused.text(0)))
        return fail(Domain::Input, u"others-work", u"operation %1 waits for who recorded it"_s.arg(sequence));
    return refused.text(0);
}

std::vector<OutboxBook::Refused> OutboxBook::withRefusedBelow(qint64 sequence)
{
    auto first = m_connection.query("SELECT tbl, row, kind FROM outbox WHERE seq = ?", sequence);
    if (!first.step())
        return {};
    const protocol::Table *table = protocol::findTable(first.text(0).toStdString());
    std::vector<Refused> all{{sequence, {table, first.integer(1)}}};
    if (!table || first.integer(2) != 1)
        return all;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Place above = all[i].place;
        for (const protocol::Table &below : protocol::tables()) {
            for (const protocol::Column &column : below.columns) {
                if (column.refersTo == above.table->name)
                    addReferring(all, below, std::string(column.name), above.row);
            }
        }
    }
    return all;
}

void OutboxBook::addReferring(std::vector<Refused> &all, const protocol::Table &table, const std::string &column,
                              qint64 above)
{
    const std::string name(table.name);
    auto rows =
        m_connection.query("SELECT o.seq, o.row FROM outbox o JOIN " + name + " t ON t.id = o.row WHERE t." + column +
                               " = ? AND o.tbl = ? AND o.kind = 1 AND o.state = 2 AND o.reason NOT "
                               "GLOB 'maker:*'",
                           above, QString::fromStdString(name));
    while (rows.step()) {
        if (std::ranges::find(all, rows.integer(0), &Refused::sequence) == all.end())
            all.push_back({rows.integer(0), {&table, rows.integer(1)}});
    }
}

Status OutboxBook::retry(qint64 sequence)
{
    return m_connection.write([&](storage::Writer &) -> Status {
        TURNUS_ASSIGN(reason, refusalOf(sequence));
        if (reason.startsWith("erased"_L1))
            return fail(Domain::Input, u"erased", u"operation %1: its customer was erased"_s.arg(sequence));
        std::vector<Outbox::Renewal> again;
        for (const Refused &refused : withRefusedBelow(sequence))
            again.push_back({0, refused.place.table ? refused.place.table->number : 0, refused.sequence});
        yieldToNewer(sequence);
        Outbox(m_connection.handle()).renew(std::move(again));
        return {};
    });
}

void OutboxBook::takeBack(const protocol::Batch &operation)
{
    const std::string table(operation.table->name);
    const qint64 row = operation.ids.front();
    if (operation.kind == protocol::BatchKind::Inserts) {
        m_connection.execute("DELETE FROM outbox_field WHERE seq IN (SELECT seq FROM outbox WHERE row = ?)", row);
        m_connection.execute("DELETE FROM outbox WHERE row = ?", row);
        m_connection.execute("DELETE FROM " + table + " WHERE id = ?", row);
        return;
    }
    for (std::size_t i = 0; i < operation.columns.size(); ++i) {
        const std::string name(operation.table->columns[static_cast<std::size_t>(operation.columns[i])].name);
        Sql others(m_connection.handle(), "SELECT 1 FROM outbox o JOIN outbox_field f ON f.seq = o.seq "
                                          "WHERE o.row = ? AND f.name = ? AND o.seq <> ?");
        others.bind(1, row);
        others.bindText(2, name);
        others.bind(3, operation.sequences.front());
        if (others.step())
            continue;
        Sql held(m_connection.handle(), "SELECT value FROM held_value WHERE row = ? AND name = ?");
        held.bind(1, row);
        held.bindText(2, name);
        const protocol::Value value = held.step() ? held.value(0) : operation.olds[i].value(0);
        Sql set(m_connection.handle(), setText(table, name));
        set.bind(1, value);
        set.bind(2, row);
        set.run();
        m_connection.execute("DELETE FROM held_value WHERE row = ? AND name = ?", row, QString::fromStdString(name));
    }
}

namespace {

QString fileOf(qint64 sequence, const QString &directory)
{
    return QDir(directory).filePath(u"refused-%1.txt"_s.arg(sequence));
}

Status writeText(const std::vector<protocol::Batch> &operations, const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    std::string text;
    for (const protocol::Batch &operation : operations)
        text += protocol::print(operation);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) != qint64(text.size()) ||
        !file.commit())
        return fail(Domain::Storage, u"io", u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace

Result<QString> OutboxBook::save(qint64 sequence, const QString &directory)
{
    bool refused = false;
    TURNUS_ASSIGN(operation, m_connection.read([&] {
        refused = m_connection.query("SELECT 1 FROM outbox WHERE seq = ? AND state = 2", sequence).step();
        return Outbox(m_connection.handle()).find(sequence);
    }));
    if (!refused)
        return fail(Domain::Input, u"not-quarantined", u"operation %1"_s.arg(sequence));
    if (!operation)
        return fail(Domain::Input, u"gone", u"operation %1: its row is gone"_s.arg(sequence));
    const QString path = fileOf(sequence, directory);
    TURNUS_TRY(writeText({*operation}, path));
    return path;
}

Result<QString> OutboxBook::discard(qint64 sequence, const QString &directory)
{
    const QString path = fileOf(sequence, directory);
    const bool wasThere = QFile::exists(path);
    std::vector<protocol::Batch> operations;
    const Status done = m_connection.write([&](storage::Writer &) -> Status {
        TURNUS_ASSIGN(reason, refusalOf(sequence));
        const std::vector<Refused> refused = withRefusedBelow(sequence);
        // Of one whose customer was erased there is nothing to take back.
        for (std::size_t i = 0; i < refused.size() && !reason.startsWith("erased"_L1); ++i) {
            if (auto operation = Outbox(m_connection.handle()).find(refused[i].sequence))
                operations.push_back(std::move(*operation));
        }
        if (!operations.empty())
            TURNUS_TRY(writeText(operations, path));
        for (const protocol::Batch &operation : operations)
            takeBack(operation);
        for (const Refused &one : refused) {
            m_connection.execute("DELETE FROM outbox_field WHERE seq = ?", one.sequence);
            m_connection.execute("DELETE FROM outbox WHERE seq = ?", one.sequence);
        }
        return {};
    });
    // What is still here was not taken back; what a person saved before stays.
    if (!done && !wasThere)
        QFile::remove(path);
    TURNUS_TRY(done);
    return operations.empty() ? QString() : path;
}

void OutboxBook::keepBoth(storage::Writer &writer, const OpenConflict &conflict, const QString &label)
{
    const protocol::Table &table = *protocol::findTable(conflict.table.toStdString());
    const std::string column(noteColumn(table));
    auto row =
        m_connection.query("SELECT " + column + " FROM " + std::string(table.name) + " WHERE id = ?", conflict.row);
    QString note = row.step() ? row.text(0) : QString();
    if (!note.isEmpty())
        note += u'\n';
    note += conflict.field == QString::fromStdString(column) ? conflict.mine : label + u": "_s + conflict.mine;
    writer.updateRow(table.name.data(), conflict.row, {{column.c_str(), note}});
}

Status OutboxBook::resolve(qint64 conflict, Choice choice, const QString &label)
{
    TURNUS_ASSIGN(open, conflicts());
    const auto found = std::find_if(open.begin(), open.end(), [&](const auto &one) { return one.id == conflict; });
    if (found == open.end())
        return fail(Domain::Input, u"no-conflict", u"conflict %1"_s.arg(conflict));
    if (choice == Choice::Both && !found->canKeepBoth)
        return fail(Domain::Input, u"no-note", found->table);
    return m_connection.write([&](storage::Writer &writer) -> Status {
        if (choice == Choice::Mine) {
            auto mine = m_connection.query("SELECT mine FROM conflict WHERE id = ?", conflict);
            if (mine.step()) {
                const storage::Value value = mine.value(0);
                writer.updateRow(protocol::findTable(found->table.toStdString())->name.data(), found->row,
                                 {{found->field.toLatin1().constData(), value}});
            }
        } else if (choice == Choice::Both) {
            keepBoth(writer, *found, label);
        }
        m_connection.execute("UPDATE conflict SET settled = 1 WHERE id = ?", conflict);
        return {};
    });
}

} // namespace turnus::client
