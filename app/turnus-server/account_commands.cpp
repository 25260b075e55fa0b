#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/service/accountservice.h"
#include "sync/server/service/sessionservice.h"

#include <QDateTime>
#include <QFile>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

/// One line of standard input; not shown while it is typed.
QString readPassword(QTextStream &err)
{
    const bool typed = isatty(STDIN_FILENO) != 0;
    termios shown{};
    if (typed) {
        tcgetattr(STDIN_FILENO, &shown);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
        err << "Password: " << Qt::flush;
    }
    QTextStream in(stdin);
    QString line = in.readLine();
    if (typed) {
        tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        err << "\n";
    }
    return line;
}

QString passwordFor(const jobs::Options &options, QTextStream &err)
{
    return options.has(u"generate"_s) ? server::newToken().left(16) : readPassword(err);
}

/// A password that was made up is told only once the account has it.
Status told(const Status &done, const QString &password, const jobs::Options &options, QTextStream &out)
{
    if (done && options.has(u"generate"_s))
        out << "password: " << password << "\n";
    return done;
}

Status addUser(server::AccountService &service, const Company &company, const jobs::Options &options, QTextStream &out,
               QTextStream &err)
{
    const QString login = options.words().at(1);
    if (options.has(u"staff"_s) == options.has(u"name"_s))
        return fail(Domain::Input, u"usage", u"either --staff KEY, or --name NAME --role ROLE"_s);
    const QString password = passwordFor(options, err);
    server::Connection &connection = *company.connection;
    const Status done = options.has(u"staff"_s) ? service.add(connection, login, options.value(u"staff"_s), password)
                                                : service.addPerson(connection, login, options.value(u"name"_s),
                                                                    options.value(u"role"_s), password);
    return told(done, password, options, out);
}

Status listUsers(server::AccountService &service, const Company &company, QTextStream &out)
{
    const Instant now = SystemClock().now();
    TURNUS_ASSIGN(accounts, service.list(*company.connection));
    for (const server::Account &account : std::as_const(accounts)) {
        const char *state = account.disabled ? "locked" : account.lockedUntil > now ? "waiting" : "open";
        out << account.login << "\t" << account.role << "\t" << state << "\t" << account.staffName << "\n";
    }
    return {};
}

Status listDevices(server::AccountService &service, const Company &company, const QString &login, QTextStream &out)
{
    TURNUS_ASSIGN(devices, service.devices(*company.connection, login));
    for (const auto &device : std::as_const(devices)) {
        const char *state = device.lost ? "lost" : device.open ? "signed in" : "signed out";
        out << device.replica << "\t" << device.login << "\t" << state << "\t"
            << QDateTime::fromMSecsSinceEpoch(toInteger(device.created), Qt::UTC).toString(Qt::ISODate) << "\t"
            << device.device << "\n";
    }
    return {};
}

Status reportLost(server::AccountService &service, const Company &company, const QString &number, QTextStream &out)
{
    bool ok = false;
    const qint64 replica = number.toLongLong(&ok);
    if (!ok)
        return fail(Domain::Input, u"usage", u"revoke-device NUMBER, as user devices prints it"_s);
    TURNUS_ASSIGN(others, service.reportLost(*company.connection, replica));
    for (const qint64 other : std::as_const(others)) {
        out << "its database was restored from a backup and has gone by number " << other
            << ", too; revoke that as well if it is the same handheld\n";
    }
    return {};
}

} // namespace

int runUser(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        const QString verb = args.value(0);
        static const QStringList verbs{u"list"_s,   u"add"_s,     u"password"_s,     u"lock"_s,
                                       u"unlock"_s, u"devices"_s, u"revoke-device"_s};
        if (!verbs.contains(verb))
            return fail(Domain::Input, u"usage", u"user "_s + verbs.join(u", "_s));
        const bool lists = verb == "list"_L1;
        const bool alone = lists || (verb == "devices"_L1 && (args.size() == 1 || args.at(1).startsWith("--"_L1)));
        TURNUS_ASSIGN(options, parse(args, {u"staff"_s, u"name"_s, u"role"_s}, {u"generate"_s}, alone ? 1 : 2));
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        server::AccountService service(clock);
        server::Connection &connection = *company.connection;
        const QString login = options.words().value(1);
        if (lists)
            return listUsers(service, company, out);
        if (verb == "devices"_L1)
            return listDevices(service, company, login, out);
        if (verb == "revoke-device"_L1)
            return reportLost(service, company, login, out);
        if (verb == "add"_L1)
            return addUser(service, company, options, out, err);
        if (verb == "lock"_L1 || verb == "unlock"_L1)
            return service.setLocked(connection, login, verb == "lock"_L1);
        const QString password = passwordFor(options, err);
        return told(service.setPassword(connection, login, password), password, options, out);
    }();
    return done ? 0 : report(done.error(), err);
}

int runLoadDevices(const QStringList &args, QTextStream &out, QTextStream &err)
{
    constexpr int most = 20'000;
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {}, {}, 2));
        const int count = options.words().at(0).toInt();
        if (count < 1 || count > most)
            return fail(Domain::Input, u"usage", u"COUNT: 1 to %1"_s.arg(most));
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        TURNUS_ASSIGN(devices, server::SessionService(clock).makeDevices(*company.connection, count));
        QFile file(options.words().at(1));
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return fail(Domain::Storage, u"io", file.fileName() + u": "_s + file.errorString());
        for (const auto &device : devices)
            file.write(QByteArray::number(device.replica) + '\t' + QByteArray::fromStdString(device.accessToken) +
                       '\n');
        out << count << " devices\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
