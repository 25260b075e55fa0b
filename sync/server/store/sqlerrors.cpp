#include "sync/server/store/sqlerrors.h"

#include "sync/server/store/connection.h"

#include <QFileInfo>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

/// PostgreSQL's SQLSTATE when the one that was named is not there, or not for this user.
constexpr auto noSchema = "3F000"_L1;

QString codeOf(Engine engine, const QSqlError &error)
{
    const QString native = error.nativeErrorCode();
    if (engine == Engine::PostgreSql) {
        if (native.startsWith("40"_L1))
            return u"retry"_s;
        if (native.startsWith("23"_L1))
            return u"constraint"_s;
        if (native.isEmpty() || native.startsWith("08"_L1) || native.startsWith("57P"_L1))
            return u"busy"_s;
        if (native == "53100"_L1)
            return u"full"_s;
        if (native == "42501"_L1 || native == noSchema)
            return u"rights"_s;
        return u"sql"_s;
    }
    switch (native.toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return u"busy"_s;
    case 8: // SQLITE_READONLY
        return u"rights"_s;
    case 10:
        return u"io"_s;
    case 11:
    case 26:
        return u"damaged"_s;
    case 13:
        return u"full"_s;
    case 19:
        return u"constraint"_s;
    default:
        return u"sql"_s;
    }
}

/// The reason alone: not where the server was looked for, not how grave it is, no advice on further lines.
QString reasonOf(const QSqlError &error)
{
    QString reason = error.databaseText().section(u'\n', 0, 0).section(u"failed: "_s, -1);
    for (const auto &mark : {u"FATAL:"_s, u"ERROR:"_s, u"fe_sendauth:"_s})
        reason.remove(mark);
    return reason.simplified();
}

/// What the engine says without a row's values, which nobody may find in a log. PostgreSQL shows them below the first
/// line, and on it behind quotes when a value is not what its type demands (class 22).
QString withoutValues(Engine engine, const QSqlError &error)
{
    QString line = error.databaseText().section(u'\n', 0, 0);
    if (engine == Engine::PostgreSql && error.nativeErrorCode().startsWith("22"_L1))
        line = line.section(u'"', 0, 0);
    line = line.simplified();
    return line.isEmpty() ? error.driverText() : line;
}

bool isClosedToUs(const QFileInfo &file)
{
    return file.exists() && (!file.isReadable() || !file.isWritable() || !QFileInfo(file.path()).isWritable());
}

} // namespace

void refuse(const Database &database, const QSqlError &error, const QString &sql)
{
    const QString code = codeOf(database.engine(), error);
    if (error.nativeErrorCode() == noSchema)
        refuseSchema(database);
    if (code == "rights"_L1)
        throw SqlError{code, u"%1: this user may not do that (%2)"_s.arg(database.name(), reasonOf(error))};
    throw SqlError{code, withoutValues(database.engine(), error) + u" in: "_s + sql.left(200).simplified()};
}

void refuseSchema(const Database &database)
{
    const QString named = database.schema().isEmpty() ? QString() : u' ' + database.quotedSchema();
    throw SqlError{u"rights"_s, u"%1: no schema%2 that this user may use"_s.arg(database.name(), named)};
}

Error cannotOpen(const Database &database, const QSqlError &error)
{
    const QString place = database.name() + u": "_s;
    if (database.engine() == Engine::PostgreSql)
        return {Domain::Storage, u"open"_s, place + reasonOf(error)};
    const QString code = codeOf(database.engine(), error);
    if (code == "damaged"_L1)
        return {Domain::Storage, code, place + u"no SQLite database, or a damaged one"_s};
    if (code == "rights"_L1 || isClosedToUs(QFileInfo(database.path())))
        return {Domain::Storage, u"rights"_s, place + u"this user may not write it, or in its directory"_s};
    return {Domain::Storage, code == "sql"_L1 ? u"open"_s : code, place + reasonOf(error)};
}

} // namespace turnus::server
