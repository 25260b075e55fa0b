#pragma once

#include "core/support/result.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/contentstore.h"

#include <QLockFile>

namespace turnus::server {

/// Where one company's server keeps everything: turnus-server.db (unless a database elsewhere is named) and content/.
class DataDirectory
{
public:
    /// XDG data home, turnus-server/.
    [[nodiscard]] static QString standardPath();
    /// `database`: empty, a path, or postgres://… Nothing is made: error "no-company" when
    /// the database would lie in a directory that is not there.
    [[nodiscard]] static Result<std::unique_ptr<DataDirectory>> open(const QString &path, const QString &database = {});
    /// The same, and makes the directory.
    [[nodiscard]] static Result<std::unique_ptr<DataDirectory>> make(const QString &path, const QString &database = {});

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const ContentStore &content() const { return m_content; }
    /// Where files on their way up lie; on the disk of content().
    [[nodiscard]] QString uploads() const;
    /// Where a restore unpacks a PostgreSQL dump. What one that was killed left there goes with the next, or with
    /// serve.
    [[nodiscard]] QString unpacked() const;
    /// Whether the database is there at all; always true for PostgreSQL.
    [[nodiscard]] bool exists() const;
    /// Keeps a second server off an SQLite company, by whatever directory it comes to it; error "in-use" names the
    /// process that has it.
    [[nodiscard]] Status lock();

private:
    explicit DataDirectory(const QString &path);

    QString m_path;
    ContentStore m_content;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace turnus::server
