#include "app/turnus-server/doctor.h"

#include "sync/server/http/server.h"
#include "sync/server/service/uploadservice.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/health.h"
#include "sync/server/store/migrations.h"
#include "sync/server/store/storemove.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStorageInfo>
#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <sys/resource.h>
#include <sys/timex.h>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

using State = Finding::State;

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 warnBelow = 2048 * mebibyte;
constexpr rlim_t filesWanted = 13'000;
constexpr int warnDays = 30;

Finding directory(const QString &path)
{
    const QFileInfo info(path);
    const QString what = u"directory "_s + path;
    if (!info.isDir())
        return {State::Fault, what + u": not there"_s, u"make a company with turnus-server init --data %1"_s.arg(path)};
    if (!info.isWritable() || !info.isReadable())
        return {State::Fault, what + u": not readable and writable for this user"_s,
                u"run the server as the user who owns it, or chown it"_s};
    if (info.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        return {State::Warning, what + u": open to other users"_s, u"chmod 700 %1"_s.arg(path)};
    return {State::Well, what, {}};
}

Finding disk(const QString &path)
{
    const qint64 left = QStorageInfo(path).bytesAvailable();
    const QString what = u"disk: %1 MiB free"_s.arg(left / mebibyte);
    const server::UploadLimits limits;
    if (left < limits.leastBytes)
        return {State::Fault, what,
                u"free some: the server is not ready below %1 MiB"_s.arg(limits.leastBytes / mebibyte)};
    if (left < limits.reserveBytes)
        return {State::Warning, what,
                u"free some: uploads are refused below %1 MiB"_s.arg(limits.reserveBytes / mebibyte)};
    if (left < warnBelow)
        return {State::Warning, what, u"free some before it is full"_s};
    return {State::Well, what, {}};
}

QString adviceFor(const QString &code)
{
    if (code == "file-newer"_L1)
        return u"install the program that wrote it, or a newer one"_s;
    if (code == "damaged"_L1 || code == "io"_L1)
        return u"name the company's own database (--database); if this is it, restore the latest backup: "
               "turnus-server restore FILE"_s;
    return u"name the company's database (--database), and see that it is there and that this user may use it"_s;
}

Finding integrity(server::Connection &connection, qint64 schema)
{
    const auto said = server::quickCheck(connection);
    if (!said)
        return {State::Fault, u"database: "_s + said.error().toString(),
                u"restore the latest backup: turnus-server restore FILE"_s};
    if (*said != "ok"_L1)
        return {State::Fault, u"database: damaged, "_s + *said,
                u"stop the server and restore the latest backup: turnus-server restore FILE"_s};
    return {State::Well, u"database: pages are sound, schema %1"_s.arg(schema), {}};
}

QList<Finding> place(server::Connection &connection)
{
    const QString target = server::movedTo(connection).value_or(QString());
    if (target.isEmpty())
        return {};
    return {{State::Fault, u"database: the company was moved to "_s + target,
             u"name that with --database, or take the company back: turnus-server migrate-store --undo"_s}};
}

Finding clockFinding(server::Connection &connection)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString what = u"clock: "_s + now.toString(Qt::ISODate);
    constexpr std::chrono::minutes margin{1};
    if (instantFrom(now.toMSecsSinceEpoch()) + margin < server::newestChange(connection).value_or(Instant()))
        return {State::Fault, what + u", before the newest change in the company"_s, u"set the clock (timedatectl)"_s};
    timex state{};
    if (adjtimex(&state) == TIME_ERROR)
        return {State::Warning, what + u", not kept by a time server"_s,
                u"switch one on (timedatectl set-ntp true): tokens and the order of edits hang on it"_s};
    return {State::Well, what, {}};
}

/// Read as it is: an older company is brought up to date by serve.
QList<Finding> company(server::Database &database)
{
    const auto fault = [](const Error &error) {
        return QList{Finding{State::Fault, u"database: "_s + error.toString(), adviceFor(error.code)}};
    };
    const auto connection = server::Connection::openAsItIs(database);
    if (!connection)
        return fault(connection.error());
    if (const Status ours = server::migrations::check(**connection); !ours)
        return fault(ours.error());
    const qint64 schema = server::migrations::schemaOf(**connection).value_or(0);
    QList<Finding> findings{integrity(**connection, schema)};
    if (schema < server::migrations::current()) {
        findings.append({State::Warning,
                         u"database: schema %1 of an older version, this one writes %2"_s.arg(schema).arg(
                             server::migrations::current()),
                         u"serve brings it up to date; make a backup before, for the older program cannot go back"_s});
        return findings;
    }
    return findings + place(**connection) + QList{clockFinding(**connection)};
}

template <class T, class Read>
std::shared_ptr<T> readPem(const QString &path, Read read, void (*release)(T *))
{
    const std::unique_ptr<BIO, int (*)(BIO *)> file(BIO_new_file(QFile::encodeName(path).constData(), "r"), BIO_free);
    return {file ? read(file.get(), nullptr, nullptr, nullptr) : nullptr, release};
}

Finding tls(const DoctorOptions &options)
{
    const bool loopback = options.address.startsWith("127."_L1) || options.address == "::1"_L1;
    if (options.certificate.isEmpty() || options.key.isEmpty()) {
        if (loopback && options.certificate == options.key)
            return {State::Well, u"TLS: none, loopback only"_s, {}};
        return {State::Fault, u"TLS: %1 needs a certificate and its key"_s.arg(options.address),
                u"name them with --tls-cert and --tls-key"_s};
    }
    const auto certificate = readPem<X509>(options.certificate, PEM_read_bio_X509, X509_free);
    const auto key = readPem<EVP_PKEY>(options.key, PEM_read_bio_PrivateKey, EVP_PKEY_free);
    if (!certificate || !key)
        return {State::Fault, u"TLS: %1 cannot be read"_s.arg(certificate ? options.key : options.certificate),
                u"PEM files that this user may read are expected"_s};
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return {State::Fault, u"TLS: %1 is not the key of %2"_s.arg(options.key, options.certificate),
                u"name the pair that belongs together"_s};
    int days = 0;
    int seconds = 0;
    ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(certificate.get()));
    const QString what = u"TLS: certificate for %1 more days"_s.arg(days);
    if (days < 0 || seconds < 0)
        return {State::Fault, u"TLS: the certificate has expired"_s, u"renew it: handhelds refuse to speak to it"_s};
    if (days < warnDays)
        return {State::Warning, what, u"renew it"_s};
    return {State::Well, what, {}};
}

Finding port(const DoctorOptions &options, bool served)
{
    const QString what = u"port %1:%2"_s.arg(options.address).arg(options.port);
    const Status free = server::HttpServer::tryListen(options.address, options.port);
    if (free)
        return {State::Well, what + u": free"_s, {}};
    if (served && free.error().code == "port-taken"_L1)
        return {State::Well, what + u": taken while a server serves this company"_s, {}};
    return {State::Fault, what + u": "_s + free.error().detail,
            u"stop what has it (ss -ltnp), or listen elsewhere (--listen)"_s};
}

Finding openFiles()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const QString what = u"open files: up to %1"_s.arg(limit.rlim_max);
    if (limit.rlim_max < filesWanted)
        return {State::Warning, what, u"raise the limit (LimitNOFILE=32768) for more than some thousand handhelds"_s};
    return {State::Well, what, {}};
}

} // namespace

QList<Finding> examine(const DoctorOptions &options)
{
    QList<Finding> findings{directory(options.directory)};
    if (findings.first().state == State::Fault)
        return findings;
    findings.append(disk(options.directory));
    auto opened = server::DataDirectory::open(options.directory, options.database);
    bool served = false;
    if (opened && (*opened)->exists()) {
        served = !(*opened)->lock();
        findings.append(company((*opened)->database()));
        const QString path = (*opened)->database().path();
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        if ((*opened)->database().engine() == server::Engine::Sqlite && (QFile::permissions(path) & others))
            findings.append({State::Warning, path + u": open to other users"_s, u"chmod 600 %1"_s.arg(path)});
    } else if (!opened) {
        findings.append({State::Fault, u"database: "_s + opened.error().toString(), adviceFor(opened.error().code)});
    } else {
        findings.append({State::Fault, u"database: no company in %1"_s.arg(options.directory),
                         u"make one with turnus-server init"_s});
    }
    findings.append(tls(options));
    findings.append(port(options, served));
    findings.append(openFiles());
    return findings;
}

} // namespace turnus::app
