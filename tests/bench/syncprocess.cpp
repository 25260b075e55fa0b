#include "tests/bench/syncprocess.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <csignal>

using namespace Qt::StringLiterals;

namespace turnus::bench {

namespace {

constexpr int patienceMs = 120'000;
constexpr int startPatienceMs = 10;
constexpr double kilo = 1e3;

QString program(const QString &name)
{
    return qEnvironmentVariable("TURNUS_BIN", QCoreApplication::applicationDirPath()) + u'/' + name;
}

QByteArray runProgram(const QString &name, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0) {
        qFatal("%s %s: %s%s", qPrintable(name), qPrintable(arguments.join(u' ')),
               process.readAllStandardOutput().constData(), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

ProcessCost costOf(const QByteArray &printed)
{
    const QJsonObject report = QJsonDocument::fromJson(printed).object();
    if (report.isEmpty())
        qFatal("turnus-device sync printed %s", printed.constData());
    return {report[u"wall_ms"_s].toDouble(),         report[u"cpu_ms"_s].toDouble(),
            report[u"bytes_up"_s].toDouble() / kilo, report[u"bytes_down"_s].toDouble() / kilo,
            report[u"round_trips"_s].toInt(),        report[u"rss_kb"_s].toDouble() / kilo};
}

} // namespace

ServerProcess::ServerProcess()
{
    const QTemporaryDir workload;
    writeWorkload(workload.path());
    runProgram(u"turnus-server"_s, {u"init"_s, u"--data"_s, m_data.path()});
    runProgram(u"turnus-server"_s, {u"import"_s, workload.path(), u"--data"_s, m_data.path()});
    runProgram(u"turnus-server"_s,
               {u"user"_s, u"add"_s, u"tech"_s, u"--staff"_s, u"technician"_s, u"--data"_s, m_data.path()},
               "territory\n");
    start();
}

ServerProcess::~ServerProcess()
{
    stop();
}

void ServerProcess::start()
{
    const QString portFile = m_data.filePath(u"port"_s);
    QFile::remove(portFile);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program(u"turnus-server"_s), {u"serve"_s, u"--quiet"_s, u"--data"_s, m_data.path(), u"--listen"_s,
                                                  u"127.0.0.1:%1"_s.arg(m_port), u"--port-file"_s, portFile});
    for (int waited = 0; waited < patienceMs; waited += startPatienceMs) {
        QFile file(portFile);
        const QByteArray port = file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
        if (!port.isEmpty()) {
            m_port = port.toInt(); // kept, for the devices know it
            return;
        }
        if (m_process.waitForFinished(startPatienceMs))
            break;
    }
    qFatal("turnus-server serve does not answer");
}

void ServerProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished(patienceMs);
}

void ServerProcess::import(const QString &directory)
{
    runProgram(u"turnus-server"_s, {u"import"_s, directory, u"--data"_s, m_data.path()});
}

DeviceProcess::DeviceProcess(const QString &url)
{
    runProgram(u"turnus-device"_s, {u"--data"_s, m_data.path(), u"login"_s, url, u"tech"_s}, "territory\n");
}

void DeviceProcess::syncUntil(LinkProxy &link, qint64 bytesDown)
{
    QProcess process;
    process.start(program(u"turnus-device"_s), {u"--data"_s, m_data.path(), u"sync"_s, u"--no-content"_s});
    if (!process.waitForStarted(patienceMs))
        qFatal("turnus-device does not start");
    link.whenDown(bytesDown, [id = static_cast<pid_t>(process.processId())] { ::kill(id, SIGKILL); });
    process.waitForFinished(patienceMs);
    if (process.exitStatus() != QProcess::CrashExit)
        qFatal("turnus-device was through before %lld bytes had come", static_cast<long long>(bytesDown));
}

ProcessCost DeviceProcess::sync(int repeat)
{
    return costOf(runProgram(u"turnus-device"_s, {u"--data"_s, m_data.path(), u"--json"_s, u"sync"_s, u"--no-content"_s,
                                                  u"--repeat"_s, QString::number(repeat)}));
}

ProcessCost DeviceProcess::syncAfter(const std::function<void()> &meanwhile)
{
    QProcess process;
    process.start(program(u"turnus-device"_s), {u"--data"_s, m_data.path(), u"--json"_s, u"sync"_s, u"--no-content"_s,
                                                u"--repeat"_s, u"2"_s, u"--await"_s});
    process.setReadChannel(QProcess::StandardError);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patienceMs))
            qFatal("turnus-device sync does not get ready");
    }
    meanwhile();
    process.write("go on\n");
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        qFatal("turnus-device sync: %s", process.readAllStandardError().constData());
    return costOf(process.readAllStandardOutput());
}

} // namespace turnus::bench
