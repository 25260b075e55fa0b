#include "sync/client/eraser.h"

#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/limits.h"
#include "sync/client/sql.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

/// Condition on the rows of a territory's table that hang on the customer ?1. His own row may have left this device
/// before, and others waited here for edits that were refused: what names him goes by that.
std::string belongs(const protocol::Table &table)
{
    if (table.name == "customer")
        return "id = ?1";
    const int parent = protocol::columnIndex(table, table.parent);
    const protocol::Table &up = *protocol::findTable(table.columns[static_cast<std::size_t>(parent)].refersTo);
    std::string text(table.parent);
    text.append(" IN (SELECT id FROM ").append(up.name).append(" WHERE ").append(belongs(up)).append(")");
    for (const protocol::Column &column : table.columns) {
        if (column.refersTo == "customer")
            text.append(" OR ").append(column.name).append(" = ?1");
    }
    return text;
}

/// Whether one of the rows stands in the text as a whole number.
bool namesOne(const QString &text, const std::unordered_set<qint64> &rows)
{
    static const QRegularExpression number(u"\\d+"_s);
    for (auto match = number.globalMatch(text); match.hasNext();) {
        if (rows.contains(match.next().captured().toLongLong()))
            return true;
    }
    return false;
}

/// Whether a discarded operation's text is about one of the rows. Without a first line that says whose it is, each
/// number in it may be one of his rows.
bool isAbout(const QString &text, const std::unordered_set<qint64> &rows)
{
    const QString first = text.section(u'\n', 0, 0);
    const QLatin1StringView about(Eraser::aboutCustomer.data(), qsizetype(Eraser::aboutCustomer.size()));
    return first.startsWith(about) ? rows.contains(first.mid(about.size()).toLongLong()) : namesOne(text, rows);
}

/// What no row names any more.
constexpr const char *unnamed = "sha256 NOT IN (SELECT sha256 FROM attachment) AND sha256 NOT IN (SELECT sha256 FROM "
                                "brochure) AND sha256 NOT IN (SELECT report_sha256 FROM signature) AND sha256 NOT IN "
                                "(SELECT image_sha256 FROM product WHERE image_sha256 IS NOT NULL)";

} // namespace

void Eraser::run(const std::string &text)
{
    Sql(m_database, text).run();
}

std::vector<Eraser::Place> Eraser::rowsOf(qint64 customer)
{
    std::vector<Place> places;
    for (const protocol::Table &table : protocol::tables()) {
        if (table.channel != protocol::ChannelKind::Territory)
            continue;
        Sql rows(m_database, "SELECT id FROM " + std::string(table.name) + " WHERE " + belongs(table));
        rows.bind(1, customer);
        while (rows.step())
            places.push_back({&table, rows.integer(0)});
    }
    Sql noted(m_database, "SELECT DISTINCT o.tbl, o.row FROM outbox o JOIN device d ON d.key = 'customer_of_' || o.row "
                          "WHERE d.value = ?");
    noted.bind(1, customer);
    while (noted.step()) {
        if (const protocol::Table *table = protocol::findTable(noted.bytes(0)))
            places.push_back({table, noted.integer(1)});
    }
    return places;
}

qint64 Eraser::customerOf(const Place &place)
{
    if (place.table->name == "customer")
        return place.row;
    for (const bool direct : {true, false}) {
        for (const protocol::Column &column : place.table->columns) {
            if (column.refersTo.empty() ||
                (direct ? column.refersTo != "customer" : column.name != place.table->parent))
                continue;
            std::string text("SELECT ");
            text.append(column.name).append(" FROM ").append(place.table->name).append(" WHERE id = ?");
            Sql read(m_database, text);
            read.bind(1, place.row);
            const qint64 up = read.step() ? read.integer(0) : 0;
            const qint64 customer = up == 0 ? 0 : customerOf({protocol::findTable(column.refersTo), up});
            if (customer != 0)
                return customer;
        }
    }
    return 0;
}

void Eraser::noteCustomers()
{
    std::vector<Place> places;
    Sql rows(m_database, "SELECT DISTINCT tbl, row FROM outbox");
    while (rows.step()) {
        const protocol::Table *table = protocol::findTable(rows.bytes(0));
        if (table && table->channel == protocol::ChannelKind::Territory)
            places.push_back({table, rows.integer(1)});
    }
    rows.reset();
    run("DELETE FROM device WHERE key GLOB 'customer_of_*' AND CAST(substr(key, 13) AS INTEGER) NOT IN (SELECT row "
        "FROM "
        "outbox)");
    Sql note(m_database, "INSERT OR REPLACE INTO device (key, value) VALUES ('customer_of_' || ?1, ?2)");
    for (const Place &place : places) {
        const qint64 customer = customerOf(place);
        if (customer == 0)
            continue;
        note.bind(1, place.row);
        note.bind(2, customer);
        note.run();
    }
}

qint64 Eraser::customerOf(const protocol::Table &table, qint64 row)
{
    const qint64 customer = customerOf({&table, row});
    if (customer != 0)
        return customer;
    Sql noted(m_database, "SELECT value FROM device WHERE key = 'customer_of_' || ?");
    noted.bind(1, row);
    return noted.step() ? noted.integer(0) : 0;
}

void Eraser::noteFile(const protocol::Table &table, qint64 row)
{
    const bool photo = table.name == "attachment";
    if (!photo && table.name != "signature")
        return;
    Sql note(m_database, photo ? "INSERT OR IGNORE INTO erased_file SELECT sha256 FROM attachment WHERE id = ?"
                               : "INSERT OR IGNORE INTO erased_file SELECT report_sha256 FROM signature WHERE id = ?");
    note.bind(1, row);
    note.run();
}

void Eraser::erase(qint64 customer)
{
    std::vector<Place> places = rowsOf(customer);
    // Also when his own row is not here any more: drafts, operations and discarded texts name him by it.
    places.push_back({protocol::findTable("customer"), customer});
    erase(places);
}

void Eraser::eraseRefused()
{
    std::vector<Place> places;
    Sql rows(m_database, "SELECT tbl, row FROM outbox WHERE state = 2 AND reason = ?");
    rows.bindText(1, reason);
    while (rows.step()) {
        if (const protocol::Table *table = protocol::findTable(rows.bytes(0)))
            places.push_back({table, rows.integer(1)});
    }
    rows.reset();
    erase(places);
}

void Eraser::erase(const std::vector<Place> &places)
{
    if (places.empty())
        return;
    Sql mark(m_database, "INSERT OR IGNORE INTO erased_row (id) VALUES (?)");
    std::unordered_set<qint64> rows;
    for (const Place &place : places) {
        mark.bind(1, place.row);
        mark.run();
        noteFile(*place.table, place.row);
        rows.insert(place.row);
    }
    for (const Place &place : places) {
        Sql drop(m_database, "DELETE FROM " + std::string(place.table->name) + " WHERE id = ?");
        drop.bind(1, place.row);
        drop.run();
    }
    run("DELETE FROM conflict WHERE row IN (SELECT id FROM erased_row)");
    run("DELETE FROM held_value WHERE row IN (SELECT id FROM erased_row)");
    run("DELETE FROM device WHERE key GLOB 'customer_of_*' AND CAST(substr(key, 13) AS INTEGER) IN (SELECT id FROM "
        "erased_row)");
    forgetFiles();
    dropOperations();
    dropDrafts(rows);
}

void Eraser::forgetFiles()
{
    run("DELETE FROM content_file WHERE sha256 IN (SELECT sha256 FROM erased_file) AND " + std::string(unnamed));
}

void Eraser::dropOperations()
{
    const std::string his = "row IN (SELECT id FROM erased_row)";
    const std::string untold = his + " AND ifnull(reason, '') NOT LIKE 'erased: %'";
    Sql count(m_database, "SELECT count(*), min(seq) FROM outbox WHERE " + untold);
    const qint64 operations = count.step() ? count.integer(0) : 0;
    const qint64 kept = operations > 0 ? count.integer(1) : 0;
    count.reset();
    run("DELETE FROM outbox_field WHERE seq IN (SELECT seq FROM outbox WHERE " + his + ")");
    if (operations == 0)
        return;
    Sql drop(m_database, "DELETE FROM outbox WHERE seq <> ?1 AND " + untold);
    drop.bind(1, kept);
    drop.run();
    Sql tell(m_database, "UPDATE outbox SET state = 2, reason = ?2 WHERE seq = ?1");
    tell.bind(1, kept);
    const std::string words = std::string(reason) + ": " + std::to_string(operations);
    tell.bindText(2, words);
    tell.run();
}

void Eraser::dropDrafts(const std::unordered_set<qint64> &rows)
{
    std::vector<std::string> gone;
    Sql keys(m_database, "SELECT key FROM draft");
    while (keys.step()) {
        const std::string key(keys.bytes(0));
        if (namesOne(QString::fromStdString(key), rows))
            gone.push_back(key);
    }
    keys.reset();
    Sql drop(m_database, "DELETE FROM draft WHERE key = ?");
    for (const std::string &key : gone) {
        drop.bindText(1, key);
        drop.run();
    }
}

Status Scrub::removeFiles(const std::vector<QString> &files) const
{
    for (const QString &file : files) {
        for (const QString &path : {m_content + u'/' + file, m_content + u'/' + file + u".part"_s}) {
            if (QFile::exists(path) && !QFile::remove(path))
                return fail(Domain::Storage, u"io", u"%1: cannot be removed"_s.arg(path));
        }
    }
    return {};
}

Status Scrub::removeStrays()
{
    static const QRegularExpression ours(u"^(?:([0-9a-f]{64})|report-preview\\.pdf)(?:\\..+)?$"_s);
    const QDateTime before = QDateTime::fromMSecsSinceEpoch(toInteger(m_connection.clock().now() - limits::strayKept));
    std::vector<QString> strays;
    TURNUS_TRY(m_connection.read([&] {
        Sql stray(m_connection.handle(), "SELECT 1 FROM (SELECT ? AS sha256) WHERE sha256 NOT IN (SELECT sha256 FROM "
                                         "content_file) AND " +
                                             std::string(unnamed));
        for (const QFileInfo &file : QDir(m_content).entryInfoList(QDir::Files)) {
            const auto name = ours.match(file.fileName());
            if (!name.hasMatch() || file.lastModified() >= before)
                continue;
            const std::string sha256 = name.captured(1).toStdString();
            stray.bindText(1, sha256);
            if (stray.step())
                strays.push_back(file.fileName());
            stray.reset();
        }
    }));
    return removeFiles(strays);
}

Status Scrub::removeTexts(const std::unordered_set<qint64> &rows) const
{
    const QDir directory(m_discarded);
    for (const QString &name : directory.entryList({u"refused-*.txt"_s, u"discarded-*.txt"_s}, QDir::Files)) {
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(Domain::Storage, u"io", file.fileName() + u": "_s + file.errorString());
        if (isAbout(QString::fromUtf8(file.readAll()), rows) && !file.remove())
            return fail(Domain::Storage, u"io", file.fileName() + u": cannot be removed"_s);
    }
    return {};
}

Result<bool> Scrub::rewrite()
{
    try {
        // The search keeps words of what is gone until its segments are merged; VACUUM leaves the rest behind.
        execute(m_connection.handle(), "INSERT INTO search (search) VALUES ('optimize')");
        // Its copy of the whole database belongs on the disk, not in memory.
        execute(m_connection.handle(), "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY");
        Sql checkpoint(m_connection.handle(), "PRAGMA wal_checkpoint(TRUNCATE)");
        return checkpoint.step() && checkpoint.integer(0) == 0;
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(storage::errorFrom(exception, m_connection.path()));
    }
}

Status Scrub::run()
{
    std::unordered_set<qint64> rows;
    std::vector<QString> files;
    TURNUS_TRY(m_connection.read([&] {
        auto row = m_connection.query("SELECT id FROM erased_row");
        while (row.step())
            rows.insert(row.integer(0));
        auto file = m_connection.query("SELECT sha256 FROM erased_file WHERE " + std::string(unnamed));
        while (file.step())
            files.push_back(file.text(0));
    }));
    TURNUS_TRY(removeFiles(files));
    TURNUS_TRY(removeStrays());
    if (!rows.empty()) {
        TURNUS_TRY(removeTexts(rows));
        TURNUS_ASSIGN(whole, rewrite());
        if (!whole)
            return {};
    } else if (files.empty()) {
        return {};
    }
    return m_connection.write([&](storage::Writer &) -> Status {
        m_connection.execute("DELETE FROM erased_file");
        m_connection.execute("DELETE FROM erased_row");
        return {};
    });
}

} // namespace turnus::client
