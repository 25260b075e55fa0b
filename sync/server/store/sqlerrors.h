#pragma once

#include "core/support/result.h"

class QSqlError;

namespace turnus::server {

class Database;

/// Throws what an engine refused as SqlError. It has the engine's words, but where people can help themselves, and no
/// values of rows.
[[noreturn]] void refuse(const Database &database, const QSqlError &error, const QString &sql);
/// The same, when the company's schema is not there for this user.
[[noreturn]] void refuseSchema(const Database &database);
/// Why a database cannot be opened, for people: "open", "rights", "damaged", "busy", "io", "full".
[[nodiscard]] Error cannotOpen(const Database &database, const QSqlError &error);

} // namespace turnus::server
