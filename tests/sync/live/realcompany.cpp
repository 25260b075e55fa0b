#include "tests/sync/live/realcompany.h"

#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/sql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

QString program(const char *name)
{
    return qEnvironmentVariable("TURNUS_BIN", QCoreApplication::applicationDirPath()) + u'/' + QLatin1StringView(name);
}

QByteArray call(const char *name, const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.start(program(name), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(RealCompany::patienceMs) || process.exitCode() != 0) {
        qFatal("%s %s: %s", name, qPrintable(words.join(u' ')), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

} // namespace

RealCompany::RealCompany(const QString &database) : m_database(database)
{
    QDir(m_directory.path()).mkpath(u"csv"_s);
    write("territory.csv", "key,name\nN,Nord\n");
    write("team.csv", "key,name,territory\nTN,Team Nord,N\n");
    write("staff.csv", "key,name,role,team\njana,Jana Muster,technician,TN\n");
    write("segment.csv", "key,name\nG,Gastronomie\n");
    write("customer.csv", "key,territory,name,segment\nC,N,Hotel Musterhof,G\n");
    write("site.csv", "key,customer,name,street,postal_code,city,country\nS,C,Bar,Weg 1,20095,Hamburg,DE\n");
    write("account.csv", QByteArray("login,password,staff\njana,") + password + ",jana\n");
    server({u"init"_s});
    server({u"import"_s, path(u"csv"_s)});
}

RealCompany::~RealCompany()
{
    for (const auto &process : m_servers) {
        process->kill();
        process->waitForFinished(patienceMs);
    }
}

QStringList RealCompany::where() const
{
    QStringList words{u"--data"_s, path(u"server"_s)};
    if (!m_database.isEmpty())
        words << u"--database"_s << m_database;
    return words;
}

void RealCompany::write(const char *name, const QByteArray &text) const
{
    QFile file(path(u"csv/"_s + QLatin1StringView(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s", name);
}

QByteArray RealCompany::server(const QStringList &words) const
{
    return call("turnus-server", words + where(), {});
}

QByteArray RealCompany::device(const QStringList &words, const QByteArray &input) const
{
    return call("turnus-device", QStringList{u"--data"_s, path(u"handheld"_s)} + words, input);
}

quint16 RealCompany::serve()
{
    auto &process = m_servers.emplace_back(std::make_unique<QProcess>());
    process->start(program("turnus-server"),
                   QStringList{u"serve"_s, u"--quiet"_s, u"--listen"_s, u"127.0.0.1:0"_s} + where());
    while (!process->canReadLine()) {
        if (!process->waitForReadyRead(patienceMs))
            qFatal("no server: %s", process->readAllStandardError().constData());
    }
    const QByteArray line = process->readLine().trimmed();
    return line.mid(line.lastIndexOf(':') + 1).toUShort();
}

void RealCompany::follow(QProcess &process) const
{
    process.start(program("turnus-device"), {u"--data"_s, path(u"handheld"_s), u"follow"_s});
    if (!process.waitForStarted(patienceMs))
        qFatal("no turnus-device");
}

qint64 RealCompany::number(const char *sql) const
{
    const SystemClock clock;
    auto opened = storage::Connection::open({.path = path(u"handheld/turnus.db"_s)}, clock);
    if (!opened)
        return -1;
    client::Sql row((*opened)->handle(), sql);
    return row.step() ? row.integer(0) : -1;
}

QByteArray RealCompany::erpToken() const
{
    return server({u"token"_s, u"add"_s, u"erp"_s}).trimmed();
}

QByteArray RealCompany::emergency()
{
    return R"({"customer":"C","site":"S","technician":"jana","kind":"emergency","starts":"2026-10-05T10:00:00Z",)"
           R"("ends":"2026-10-05T11:00:00Z","status":"planned","reason":"no pressure"})";
}

} // namespace turnus::tests
