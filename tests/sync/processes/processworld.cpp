#include "tests/sync/processes/processworld.h"

#include "core/storage/connection.h"
#include "core/storage/writer.h"
#include "core/support/clock.h"
#include "sync/client/sql.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

QString program(const char *name)
{
    return qEnvironmentVariable("TURNUS_BIN") + u'/' + QLatin1StringView(name);
}

QString databaseOf(const QString &directory)
{
    return directory + u"/turnus.db"_s;
}

} // namespace

QJsonObject Ended::json() const
{
    return QJsonDocument::fromJson(out).object();
}

Ended call(const char *name, const QStringList &words, const QByteArray &input, const Environment &environment)
{
    QProcess process;
    auto whole = QProcessEnvironment::systemEnvironment();
    for (auto word = environment.cbegin(); word != environment.cend(); ++word)
        whole.insert(word.key(), *word);
    process.setProcessEnvironment(whole);
    process.start(program(name), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs))
        qFatal("%s %s does not end", name, qPrintable(words.join(u' ')));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended done(Ended ended)
{
    if (ended.code != 0)
        qFatal("%s%s", ended.out.constData(), ended.err.constData());
    return ended;
}

ProcessWorld::ProcessWorld(QString database) : m_database(std::move(database))
{
    QDir(m_directory.path()).mkpath(u"csv"_s);
    write(u"csv/territory.csv"_s, "key,name\nN,Nord\n");
    write(u"csv/team.csv"_s, "key,name,territory\nT,Team Nord,N\n");
    write(u"csv/staff.csv"_s, "key,name,role,team\njana,Jana Muster,technician,T\nuwe,Uwe Beispiel,technician,T\n");
    write(u"csv/segment.csv"_s, "key,name\nG,Gastronomie\n");
    write(u"csv/product.csv"_s, "key,sku,name,category,manufacturer,nominal_life_months,nominal_usage_per_day,"
                                "usage_unit,hidden_failure\nP,GR60,GR 60,grinder,Berger,84,80,cups,0\n");
    write(u"csv/customer.csv"_s, "key,territory,name,segment\nC,N,Hotel Musterhof,G\n");
    write(u"csv/site.csv"_s,
          "key,customer,name,street,postal_code,city,country\nS,C,Bar,Musterweg 1,20095,Hamburg,DE\n");
    write(u"csv/asset.csv"_s, "key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n"
                              "A,C,S,P,GR6-1,2020-01-01,0,2020-01-01,active\n");
    write(u"csv/account.csv"_s, "login,password,staff\njana,demo-turnus,jana\nuwe,demo-turnus,uwe\n");
}

ProcessWorld::~ProcessWorld()
{
    kill();
}

void ProcessWorld::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

void ProcessWorld::makeCompany() const
{
    done(server({u"init"_s}));
    importCsv();
}

void ProcessWorld::importCsv() const
{
    done(server({u"import"_s, path(u"csv"_s)}));
}

QStringList ProcessWorld::where() const
{
    QStringList words{u"--data"_s, path(u"server"_s)};
    if (!m_database.isEmpty())
        words << u"--database"_s << m_database;
    return words;
}

QString ProcessWorld::location() const
{
    return m_database.isEmpty() ? path(u"server/turnus-server.db"_s) : m_database;
}

Ended ProcessWorld::server(const QStringList &words, const QByteArray &input, const Environment &environment) const
{
    return call("turnus-server", words + where(), input, environment);
}

QString ProcessWorld::serveAt(const QString &listen, const QStringList &options)
{
    m_servers.push_back(std::make_unique<QProcess>());
    process().start(program("turnus-server"),
                    QStringList{u"serve"_s, u"--quiet"_s, u"--listen"_s, listen} + options + where());
    const QByteArray saying = "listening on ";
    QByteArray line;
    while (!line.startsWith(saying)) {
        if (!process().canReadLine() && !process().waitForReadyRead(patienceMs))
            qFatal("no server: %s", process().readAllStandardError().constData());
        line = process().readLine();
    }
    return QString::fromUtf8(line.mid(saying.size())).trimmed();
}

QString ProcessWorld::serve(const QStringList &options)
{
    m_url = serveAt(m_url.isEmpty() ? u"127.0.0.1:0"_s : QUrl(m_url).authority(), options);
    return m_url;
}

QString ProcessWorld::serveElsewhere(const QStringList &options)
{
    return serveAt(u"127.0.0.1:0"_s, options);
}

quint16 ProcessWorld::port() const
{
    return static_cast<quint16>(QUrl(m_url).port());
}

void ProcessWorld::kill()
{
    for (const auto &server : m_servers) {
        server->kill();
        server->waitForFinished(patienceMs);
    }
    m_servers.clear();
}

bool ProcessWorld::stop()
{
    bool isWell = true;
    for (const auto &server : m_servers) {
        server->terminate();
        isWell = server->waitForFinished(patienceMs) && server->exitStatus() == QProcess::NormalExit &&
                 server->exitCode() == 0 && isWell;
    }
    m_servers.clear();
    return isWell;
}

Ended ProcessWorld::device(const QString &name, const QStringList &words, const QByteArray &input) const
{
    return call("turnus-device", QStringList{u"--data"_s, path(name), u"--json"_s} + words, input);
}

QJsonObject ProcessWorld::sync(const QString &name, const QStringList &options) const
{
    return done(device(name, QStringList{u"sync"_s} + options)).json();
}

void ProcessWorld::start(QProcess &process, const QString &name, const QStringList &words) const
{
    process.start(program("turnus-device"), QStringList{u"--data"_s, path(name)} + words);
    if (!process.waitForStarted(patienceMs))
        qFatal("no turnus-device");
}

qint64 ProcessWorld::signIn(const QString &name, const QString &login, const QString &url) const
{
    const Ended ended = done(device(name, {u"login"_s, url.isEmpty() ? m_url : url, login}, "demo-turnus\n"));
    return ended.json()[u"replica"_s].toInteger();
}

void ProcessWorld::edit(const QString &name,
                        const std::function<void(storage::Connection &, storage::Writer &)> &work) const
{
    const SystemClock clock;
    auto opened = storage::Connection::open({.path = databaseOf(path(name))}, clock);
    const Status written = opened ? (*opened)->write([&](storage::Writer &writer) -> Status {
        work(**opened, writer);
        return {};
    })
                                  : Status(tl::unexpected(opened.error()));
    if (!written)
        qFatal("%s", qPrintable(written.error().toString()));
}

void ProcessWorld::record(const QString &name, int first, int count) const
{
    edit(name, [&](storage::Connection &connection, storage::Writer &writer) {
        auto asset = connection.query("SELECT id FROM asset");
        if (!asset.step())
            qFatal("no asset");
        for (int i = 0; i < count; ++i) {
            writer.insertRow("meter_reading", writer.next().value(), writer.channelOf("asset", asset.integer(0)),
                             {{"asset_id", asset.integer(0)},
                              {"at", writer.now()},
                              {"value", double(first + i)},
                              {"meter_exchanged", false},
                              {"implausible_confirmed", false}});
        }
    });
}

qint64 ProcessWorld::number(const QString &name, const char *sql) const
{
    const SystemClock clock;
    auto opened = storage::Connection::open({.path = databaseOf(path(name))}, clock);
    if (!opened)
        return -1;
    client::Sql row((*opened)->handle(), sql);
    return row.step() ? row.integer(0) : -1;
}

QString ProcessWorld::text(const QString &name, const char *sql) const
{
    const SystemClock clock;
    auto opened = storage::Connection::open({.path = databaseOf(path(name))}, clock);
    if (!opened)
        return opened.error().toString();
    client::Sql row((*opened)->handle(), sql);
    if (!row.step())
        return u"no row"_s;
    const std::string_view found = row.bytes(0);
    return QString::fromUtf8(found.data(), qsizetype(found.size()));
}

} // namespace turnus::tests
