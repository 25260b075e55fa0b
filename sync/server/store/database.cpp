#include "sync/server/store/database.h"

#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr int postgresPort = 5432;

} // namespace

Result<std::unique_ptr<Database>> Database::at(const QString &location)
{
    std::unique_ptr<Database> database(new Database);
    if (!location.startsWith("postgres://"_L1) && !location.startsWith("postgresql://"_L1)) {
        // SQLite would take an empty name for a database that is gone at the end, and any other for a file.
        if (location.isEmpty() || location.contains("://"_L1))
            return fail(Domain::Input, u"database-url",
                        u"\"%1\": neither a path nor postgres://user@host:port/name"_s.arg(location));
        if (QFileInfo(location).isDir())
            return fail(Domain::Input, u"database-url", location + u": a directory, not a database file"_s);
        database->m_path = location;
        return database;
    }
    const QUrl url(location);
    if (!url.isValid() || url.path().size() < 2)
        return fail(Domain::Input, u"database-url", u"expected postgres://user:password@host:port/name"_s);
    database->m_engine = Engine::PostgreSql;
    database->m_host = url.host();
    database->m_port = url.port(postgresPort);
    database->m_user = url.userName();
    database->m_password = url.password();
    database->m_path = url.path().mid(1);
    TURNUS_TRY(database->readQuery(QUrlQuery(url)));
    return database;
}

/// Nothing is passed over: whoever asks for TLS must not go without it.
Status Database::readQuery(const QUrlQuery &query)
{
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        // A directory of Unix sockets cannot stand in a URL's host part.
        if (name == "host"_L1)
            m_host = value;
        else if (name == "schema"_L1)
            m_schema = value;
        else if (name == "sslmode"_L1)
            m_tls.insert(name, value);
        else if (name == "sslrootcert"_L1 || name == "sslcert"_L1 || name == "sslkey"_L1)
            m_tls.insert(name, QFileInfo(value).absoluteFilePath());
        else
            return fail(Domain::Input, u"database-url",
                        u"\"%1\": not known in postgres://…?…; host, schema, sslmode, sslrootcert, sslcert and sslkey "
                        "are"_s.arg(name));
    }
    return {};
}

QString Database::name() const
{
    if (m_engine == Engine::Sqlite)
        return m_path;
    return u"postgres://%1:%2/%3"_s.arg(m_host).arg(m_port).arg(m_path);
}

QString Database::location() const
{
    if (m_engine == Engine::Sqlite)
        return m_path.startsWith("file:"_L1) ? m_path : QFileInfo(m_path).absoluteFilePath();
    QUrl url;
    url.setScheme(u"postgres"_s);
    url.setUserName(m_user);
    url.setPath(u'/' + m_path);
    QUrlQuery query;
    if (m_host.startsWith(u'/'))
        query.addQueryItem(u"host"_s, m_host);
    else
        url.setHost(m_host);
    if (m_port != postgresPort)
        url.setPort(m_port);
    for (auto item = m_tls.cbegin(); item != m_tls.cend(); ++item)
        query.addQueryItem(item.key(), *item);
    if (const QString found = schema(); !found.isEmpty())
        query.addQueryItem(u"schema"_s, found);
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

void Database::setCommitted(std::function<void()> committed)
{
    const std::lock_guard writer(m_writer);
    m_committed = std::move(committed);
}

QString Database::schema() const
{
    const std::lock_guard lock(m_schemaLock);
    return m_schema;
}

void Database::keepSchema(const QString &schema)
{
    const std::lock_guard lock(m_schemaLock);
    if (m_schema.isEmpty())
        m_schema = schema;
}

QString Database::quotedSchema() const
{
    return u'"' + schema().replace(u'"', u"\"\""_s) + u'"';
}

QString Database::channel() const
{
    // Qt takes a point for the one between a schema and a name in it.
    return u"turnus_"_s + schema().left(40).replace(u'.', u'_');
}

QString Database::program() const
{
    return u"turnus-server "_s + schema().remove(u'"').left(40);
}

QString Database::connectOptions() const
{
    QString options = u"connect_timeout=10"_s;
    for (auto item = m_tls.cbegin(); item != m_tls.cend(); ++item) {
        const QString quoted = QString(*item).replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        options += u";%1='%2'"_s.arg(item.key(), quoted);
    }
    return options;
}

QMap<QString, QString> Database::toolEnvironment() const
{
    QMap<QString, QString> environment;
    if (!m_password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, m_password);
    for (auto item = m_tls.cbegin(); item != m_tls.cend(); ++item)
        environment.insert(u"PG"_s + item.key().toUpper(), *item);
    return environment;
}

QStringList Database::connectArguments() const
{
    return {u"-h"_s, m_host, u"-p"_s, QString::number(m_port), u"-U"_s, m_user, u"-d"_s, m_path};
}

QStringList Database::dumpArguments() const
{
    return connectArguments() + QStringList{u"-n"_s, quotedSchema()};
}

} // namespace turnus::server
