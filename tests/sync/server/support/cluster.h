#pragma once

#include <QString>
#include <QTemporaryDir>

class QProcess;

namespace turnus::tests {

/// A PostgreSQL server of our own in a temporary directory, reached by a Unix socket; gone with the test program.
class Cluster
{
public:
    /// Starts it at the first call. The packages of app/install.sh hold all it needs.
    static Cluster &instance();
    /// Where a new, empty schema is; for Database::at.
    [[nodiscard]] QString freshLocation();
    /// One that its user has no rights in.
    [[nodiscard]] QString foreignLocation();
    /// A user's own schema, which PostgreSQL finds by his name: the location says nothing of it.
    [[nodiscard]] QString ownSchemaLocation();
    /// A database whose schema "public" is meant, because the location names none.
    [[nodiscard]] QString publicLocation();
    /// A user for whom no schema is there.
    [[nodiscard]] QString schemalessLocation();
    /// As an update does it: those who are connected are disconnected.
    void stop();
    void start();

private:
    Cluster();
    ~Cluster();
    void tool(const QString &program, const QStringList &arguments);
    void run(const QString &sql);
    [[nodiscard]] QString freshUser();

    QTemporaryDir m_directory;
    QStringList m_asUser;
    QString m_programs;
    int m_schemas = 0;
};

} // namespace turnus::tests
