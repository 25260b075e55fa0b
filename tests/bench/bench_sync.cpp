// The workload 'territory' on the product's tables: first sync (W1), daily delta (W2), no-op (W3) and push (W4) between
// a real turnus-server and a real turnus-device over loopback HTTP; then the same engine and service in one process,
// to tell the device's part from the server's. Floors are bare SQLite with the same rows and indexes, and commits.
#include "tests/bench/measure.h"
#include "tests/bench/syncprocess.h"

#include <QCoreApplication>
#include <functional>

using namespace turnus;
using namespace turnus::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int firstSyncs = 5;
constexpr int noOps = 100;

/// Samples of one part of the cost.
template <class Cost, class Part>
std::vector<double> part(const std::vector<Cost> &costs, Part &&of)
{
    std::vector<double> values;
    for (const Cost &cost : costs)
        values.push_back(static_cast<double>(std::invoke(of, cost)));
    return values;
}

void add(std::vector<Figure> &figures, const QString &name, const std::vector<ProcessCost> &costs, double floor)
{
    figures.push_back({name, u"ms"_s, part(costs, &ProcessCost::milliseconds), floor});
    figures.push_back({name + u", device's processor"_s, u"ms"_s, part(costs, &ProcessCost::cpuMilliseconds)});
    figures.push_back({name + u", up with headers"_s, u"kB"_s, part(costs, &ProcessCost::up)});
    figures.push_back({name + u", down with headers"_s, u"kB"_s, part(costs, &ProcessCost::down)});
    figures.push_back({name + u", round trips"_s, u""_s, part(costs, &ProcessCost::trips)});
}

void addParts(std::vector<Figure> &figures, const QString &name, const std::vector<SyncCost> &costs)
{
    figures.push_back({name + u", engine and service alone"_s, u"ms"_s, part(costs, &SyncCost::milliseconds)});
    figures.push_back({name + u", service alone"_s, u"ms"_s, part(costs, &SyncCost::serverMilliseconds)});
    figures.push_back(
        {name + u", body up"_s, u"kB"_s, part(costs, [](const SyncCost &c) { return double(c.up) / 1e3; })});
    figures.push_back(
        {name + u", body down"_s, u"kB"_s, part(costs, [](const SyncCost &c) { return double(c.down) / 1e3; })});
}

void editDevice(const QString &path, void (*edit)(storage::Connection &))
{
    const SystemClock clock;
    edit(*expect(storage::Connection::open({.path = path}, clock)));
}

void measureProcesses(std::vector<Figure> &figures, const QString &changes)
{
    ServerProcess server;
    DeviceProcess(server).sync(); // the first device of a channel waits until its snapshot is made
    std::vector<ProcessCost> first;
    std::vector<double> floors;
    std::vector<double> memory;
    for (int run = 0; run < firstSyncs; ++run) {
        DeviceProcess device(server);
        first.push_back(device.sync());
        const InsertFloor floor = bareInsert(device.path());
        floors.push_back(floor.inserts + floor.indexes);
        memory.push_back(first.back().peakMegabytes - device.sync().peakMegabytes);
    }
    DeviceProcess device(server);
    device.sync();
    const std::vector<ProcessCost> nothing{device.sync(noOps), device.sync(noOps), device.sync(noOps)};
    editDevice(device.path(), editDaily);
    server.import(changes);
    const std::vector<ProcessCost> daily{device.sync()};
    editDevice(device.path(), recordVisits);
    const std::vector<ProcessCost> push{device.sync()};
    const double commit = bareCommit();
    add(figures, u"W1 first sync, 92,000 rows"_s, first, median(floors));
    figures.push_back({u"W1 memory above the idle device"_s, u"MB"_s, memory});
    add(figures, u"W2 delta, 500 down 100 up"_s, daily, 2 * commit);
    add(figures, u"W3 nothing new, warm"_s, nothing, commit);
    add(figures, u"W4 push, 1,000 visits 5,000 readings"_s, push, commit);
}

void measureParts(std::vector<Figure> &figures, const QString &changes)
{
    const QTemporaryDir workload;
    writeWorkload(workload.path());
    SyncServer server;
    server.import(workload.path());
    figures.push_back({u"W1 first device of the channel"_s, u"ms"_s, {SyncDevice(server).sync().milliseconds}});
    std::vector<SyncCost> first;
    for (int run = 0; run < firstSyncs; ++run)
        first.push_back(SyncDevice(server).sync());
    SyncDevice device(server);
    device.sync();
    std::vector<SyncCost> nothing;
    for (int run = 0; run < noOps; ++run)
        nothing.push_back(device.sync());
    editDaily(device.connection());
    server.import(changes);
    const std::vector<SyncCost> daily{device.sync()};
    recordVisits(device.connection());
    const std::vector<SyncCost> push{device.sync()};
    addParts(figures, u"W1"_s, first);
    addParts(figures, u"W2"_s, daily);
    addParts(figures, u"W3"_s, nothing);
    addParts(figures, u"W4"_s, push);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir changes;
    writeServerChanges(changes.path());
    std::vector<Figure> figures;
    if (!QCoreApplication::arguments().contains(u"--parts"_s))
        measureProcesses(figures, changes.path());
    measureParts(figures, changes.path());
    print(figures);
}
