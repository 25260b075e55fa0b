#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/integration/webhookworker.h"
#include "sync/server/jobs/nightly.h"
#include "sync/server/service/erasure.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSaveFile>
#include <csignal>
#include <cstdio>
#include <limits>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

constexpr quint16 standardPort = 7'443;
/// Servers of one company do not all look for the night's work at once.
constexpr int greatestJitterSeconds = 20 * 60;

/// --listen, or where a server listens without it: "127.0.0.1:0", "[::1]:7443".
Status parseListen(const jobs::Options &options, QString &address, quint16 &port)
{
    const QString text = options.value(u"listen"_s, u"127.0.0.1:%1"_s.arg(standardPort));
    const qsizetype colon = text.lastIndexOf(u':');
    bool ok = false;
    port = text.mid(colon + 1).toUShort(&ok);
    address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (colon < 1 || !ok)
        return fail(Domain::Input, u"usage", u"--listen: ADDRESS:PORT, not \"%1\""_s.arg(text));
    return {};
}

/// "500M", "20G": a whole number of bytes or, with a letter, of powers of 1024.
Result<qint64> parseSize(const QString &text)
{
    constexpr QLatin1StringView letters("KMGT");
    const qsizetype power = text.isEmpty() ? -1 : letters.indexOf(text.back().toUpper());
    bool ok = false;
    const qint64 number = (power < 0 ? text : text.chopped(1)).toLongLong(&ok);
    const qint64 factor = qint64{1} << (10 * (power + 1));
    if (!ok || number < 0 || number > std::numeric_limits<qint64>::max() / factor || (number == 0 && power >= 0))
        return fail(Domain::Input, u"usage", u"--file-quota: a size like 500M or 20G, not \"%1\""_s.arg(text));
    return number * factor;
}

Status writePort(const QString &path, quint16 port)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(port) + '\n') < 0 || !file.commit())
        return fail(Domain::Storage, u"io", path + u": "_s + file.errorString());
    return {};
}

/// Each handheld that is connected needs an open file.
void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

void writeLine(const std::string &line)
{
    std::fputs((line + '\n').c_str(), stderr);
}

Status serve(const jobs::Options &options, QTextStream &out)
{
    // Until the server hears it: the certificate is about to be read anyway.
    std::signal(SIGHUP, SIG_IGN);
    TURNUS_ASSIGN(asked, serveOptions(options));
    // Another process over the company's PostgreSQL begins with a directory of its own.
    if (options.value(u"database"_s).startsWith("postgres"_L1))
        TURNUS_TRY(server::DataDirectory::make(options.value(u"data"_s, server::DataDirectory::standardPath()),
                                               options.value(u"database"_s)));
    TURNUS_ASSIGN(company, openCompany(options));
    TURNUS_TRY(company.directory->lock());
    // A restore that was killed has left the company as text.
    QDir(company.directory->unpacked()).removeRecursively();
    const SystemClock clock;
    // A backup may have been put back.
    const server::Erasure erasure(clock, company.directory->content(), company.directory->uploads());
    TURNUS_ASSIGN(erased, erasure.again(*company.connection));
    if (erased > 0)
        out << erased << " customers erased again" << Qt::endl;
    // The migration is done; each worker has a connection of its own.
    company.connection.reset();
    raiseFileLimit();
    asked.listen.notice = writeLine;
    server::HttpServer http(*company.directory, clock, asked.listen,
                            options.has(u"quiet"_s) ? server::LogSink() : writeLine);
    TURNUS_TRY(http.start());
    http.heedSignals(); // who reads that it listens may end it at once
    out << "listening on " << http.url() << Qt::endl;
    if (options.has(u"port-file"_s))
        TURNUS_TRY(writePort(options.value(u"port-file"_s), http.port()));
    server::WebhookWorker webhooks(company.directory->database(), clock);
    webhooks.start();
    std::optional<jobs::NightlyForecast> forecasts;
    if (asked.forecastAt) {
        jobs::NightlyOptions nightly;
        nightly.timeOfDay = *asked.forecastAt;
        nightly.jitter = std::chrono::seconds(QRandomGenerator::system()->bounded(greatestJitterSeconds));
        forecasts.emplace(company.directory->database(), clock, nightly,
                          [](const QString &line) { writeLine("forecast: " + line.toStdString()); });
    }
    http.run();
    webhooks.stop();
    return {};
}

/// A whole fleet may come from one address of its mobile network.
Status limitAddresses(const jobs::Options &options, server::HttpLimits &limits)
{
    const QString text = options.value(u"per-address"_s);
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    const int connections = text.toInt(&isNumber);
    if (!isNumber || connections < 1)
        return fail(Domain::Input, u"usage", u"--per-address: a number of connections, not \"%1\""_s.arg(text));
    const double share = connections / double(limits.connectionsPerAddress);
    limits.connectionsPerAddress = static_cast<std::size_t>(connections);
    limits.requestsPerSecond *= share;
    limits.requestBurst *= share;
    return {};
}

} // namespace

Result<jobs::Options> parseServe(const QStringList &args)
{
    return parse(args,
                 {u"listen"_s, u"port-file"_s, u"tls-cert"_s, u"tls-key"_s, u"trusted-proxy"_s, u"forecast-at"_s,
                  u"file-quota"_s, u"per-address"_s},
                 {u"quiet"_s}, 0);
}

Result<ServeOptions> serveOptions(const jobs::Options &options)
{
    ServeOptions asked;
    server::ListenOptions &listen = asked.listen;
    TURNUS_TRY(parseListen(options, listen.address, listen.port));
    listen.certificateFile = options.value(u"tls-cert"_s);
    listen.keyFile = options.value(u"tls-key"_s);
    for (const QString &proxy : options.value(u"trusted-proxy"_s).split(u',', Qt::SkipEmptyParts))
        TURNUS_TRY(listen.proxies.add(proxy));
    TURNUS_TRY(limitAddresses(options, listen.limits));
    TURNUS_ASSIGN(quota, parseSize(options.value(u"file-quota"_s, u"0"_s)));
    listen.uploads.quotaBytes = quota;
    TURNUS_ASSIGN(night, jobs::parseNightTime(options.value(u"forecast-at"_s, u"02:30"_s)));
    asked.forecastAt = night;
    return asked;
}

int runServe(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto options = parseServe(args);
    const Status done = options ? serve(*options, out) : tl::unexpected(options.error());
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
