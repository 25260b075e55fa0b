#include "tests/sync/snapshots/backup.h"

#include "sync/server/store/meta.h"

using namespace Qt::StringLiterals;

namespace turnus::tests {

Backup::Backup(Company &company) : m_company(company), m_file(company.directory() + u"/copy.db"_s)
{
    company.connection().execute(u"VACUUM INTO '%1'"_s.arg(m_file));
}

void Backup::restore(qint64 generation)
{
    server::Connection &connection = m_company.connection();
    connection.execute(u"PRAGMA foreign_keys = OFF"_s);
    connection.execute(u"ATTACH '%1' AS copy"_s.arg(m_file));
    const Status restored = connection.write([&]() -> Status {
        QStringList tables;
        server::Statement name(connection, u"SELECT name FROM copy.sqlite_master WHERE type = 'table' AND name NOT "
                                           "LIKE 'sqlite_%'"_s);
        while (name.next())
            tables.append(name.text(0));
        for (const QString &table : tables) {
            if (table == "replica_key"_L1) // a restore keeps them
                continue;
            server::run(connection, u"DELETE FROM main.%1"_s.arg(table));
            server::run(connection, u"INSERT INTO main.%1 SELECT * FROM copy.%1"_s.arg(table));
        }
        server::Meta(connection).noteRestored(generation);
        return {};
    });
    if (!restored)
        qFatal("%s", qPrintable(restored.error().toString()));
    connection.execute(u"DETACH copy"_s);
    connection.execute(u"PRAGMA foreign_keys = ON"_s);
}

} // namespace turnus::tests
