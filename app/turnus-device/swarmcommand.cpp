#include "app/turnus-device/commands.h"
#include "app/turnus-device/swarm.h"

#include <QFile>
#include <QUrl>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace turnus::device {

namespace {

constexpr qint64 mostDevices = 20'000;
constexpr qint64 mostSeconds = 120;
constexpr qint64 mostPerSecond = 50'000;

Result<std::vector<SwarmDevice>> devicesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Input, u"file-unreadable", u"%1: %2"_s.arg(path, file.errorString()));
    std::vector<SwarmDevice> devices;
    while (!file.atEnd() && static_cast<qint64>(devices.size()) < mostDevices) {
        const QByteArrayList words = file.readLine().trimmed().split('\t');
        devices.push_back({words.first().toLongLong(), words.value(1).toStdString()});
    }
    return devices;
}

Result<int> bounded(const Arguments &arguments, const QString &name, qint64 otherwise, qint64 most)
{
    TURNUS_ASSIGN(value, arguments.maybeInteger(name));
    const qint64 number = value.value_or(otherwise);
    if (number < 0 || number > most)
        return fail(Domain::Input, u"usage", u"--%1: 0 to %2"_s.arg(name).arg(most));
    return static_cast<int>(number);
}

} // namespace

Result<Report> swarm(const QStringList &words)
{
    TURNUS_ASSIGN(arguments, Arguments::parse(words,
                                              {u"devices"_s, u"streams"_s, u"noop"_s, u"mixed"_s, u"seconds"_s,
                                               u"connections"_s, u"server-pid"_s},
                                              {}));
    TURNUS_ASSIGN(text, arguments.word(0, u"URL"_s));
    const QUrl url(text);
    if (url.scheme() != "http"_L1)
        return fail(Domain::Input, u"usage", u"http://127.0.0.1:PORT is expected"_s);
    SwarmOptions options;
    options.host = url.host().toStdString();
    options.port = std::to_string(url.port(80));
    TURNUS_ASSIGN(devices, devicesIn(arguments.value(u"devices"_s)));
    options.devices = std::move(devices);
    TURNUS_ASSIGN(streams, bounded(arguments, u"streams"_s, 0, mostDevices));
    TURNUS_ASSIGN(noops, bounded(arguments, u"noop"_s, 0, mostPerSecond));
    TURNUS_ASSIGN(mixed, bounded(arguments, u"mixed"_s, 0, mostPerSecond));
    TURNUS_ASSIGN(seconds, bounded(arguments, u"seconds"_s, 10, mostSeconds));
    TURNUS_ASSIGN(connections, bounded(arguments, u"connections"_s, 64, 1'000));
    TURNUS_ASSIGN(process, arguments.maybeInteger(u"server-pid"_s));
    options.streams = streams;
    options.noopsPerSecond = noops;
    options.mixedPerSecond = mixed;
    options.length = std::chrono::seconds(seconds);
    options.connections = std::max(1, connections);
    options.serverProcess = process.value_or(0);
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    return runSwarm(options);
}

} // namespace turnus::device
