// The workload 'territory' on the product's tables: first sync (W1), daily delta (W2), no-op (W3) and push (W4) between
// a real turnus-server and a real turnus-device over loopback HTTP; then the same engine and service in one process,
// to tell the device's part from the server's. Floors are bare SQLite with the same rows and indexes, commits, and
// round trips; over the link (60 ms, 10 Mbit/s down, 2 up) what the bytes themselves need.
#include "tests/bench/measure.h"
#include "tests/bench/syncprocess.h"

#include <QCoreApplication>
#include <array>
#include <functional>

using namespace turnus;
using namespace turnus::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int firstSyncs = 5;
constexpr int noOps = 100;
/// Companies with a delta and a push each, and as many again for processes that start anew.
constexpr int deltas = 3;

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

/// The kills of the first sync: after these shares of what comes down.
constexpr std::array killedAt{0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95};
constexpr Link handheldLink{std::chrono::milliseconds(60), 10e6, 2e6};
constexpr double repeatedAtMostKb = 256;
constexpr double kilo = 1e3;

struct Deltas
{
    std::vector<ProcessCost> daily;
    std::vector<ProcessCost> push;
    std::vector<double> pushFloors;
};

/// W2 and W4 of companies of their own: on a device that keeps running beside its server, or by a process for each.
Deltas measureDeltas(const QString &changes, bool warm)
{
    Deltas measured;
    for (int run = 0; run < deltas; ++run) {
        ServerProcess server;
        DeviceProcess device(server.url());
        device.sync();
        const auto after = [&](const std::function<void()> &meanwhile) {
            if (warm)
                return device.syncAfter(meanwhile);
            meanwhile();
            return device.sync();
        };
        measured.daily.push_back(after([&] {
            editDevice(device.path(), editDaily);
            server.import(changes);
        }));
        measured.push.push_back(after([&] { editDevice(device.path(), recordVisits); }));
        measured.pushFloors.push_back(bareInsertOfOwn(device.path()) + bareRoundTrip(server.port()));
    }
    return measured;
}

struct Runs
{
    std::vector<ProcessCost> first;
    std::vector<ProcessCost> daily;
    std::vector<ProcessCost> nothing;
    std::vector<ProcessCost> push;
};

/// How many bytes come twice when the first sync is killed and begun again.
std::vector<double> killFirstSyncs(LinkProxy &link, double wholeKb)
{
    std::vector<double> repeated;
    for (const double share : killedAt) {
        DeviceProcess device(link.url());
        link.reset();
        device.syncUntil(link, static_cast<qint64>(share * wholeKb * kilo));
        device.sync();
        repeated.push_back(std::max(0.0, double(link.down()) / kilo - wholeKb));
    }
    return repeated;
}

void addLink(std::vector<Figure> &figures, const Runs &runs)
{
    const auto time = [&](const QString &name, const std::vector<ProcessCost> &costs, double floor) {
        figures.push_back(
            {name + u", link of 60 ms, 10/2 Mbit/s"_s, u"ms"_s, part(costs, &ProcessCost::milliseconds), floor});
    };
    // The floor is what the bytes and one round trip need on that link.
    const auto floorOf = [](const ProcessCost &cost) {
        return double(handheldLink.roundTrip.count()) + cost.down * 8 * 1e6 / handheldLink.downBitsPerSecond +
               cost.up * 8 * 1e6 / handheldLink.upBitsPerSecond;
    };
    time(u"W1"_s, runs.first, floorOf(runs.first.front()));
    time(u"W2"_s, runs.daily, floorOf(runs.daily.front()));
    time(u"W3"_s, runs.nothing, floorOf(runs.nothing.front()));
    time(u"W4"_s, runs.push, floorOf(runs.push.front()));
}

void measureProcesses(std::vector<Figure> &figures, const QString &changes)
{
    ServerProcess server;
    LinkProxy link(server.port(), handheldLink);
    LinkProxy counting(server.port(), {});
    DeviceProcess(server.url()).sync(); // the first device of a channel waits until its snapshot is made
    Runs near;
    Runs far;
    std::vector<double> floors;
    std::vector<double> memory;
    for (int run = 0; run < firstSyncs; ++run) {
        DeviceProcess device(server.url());
        near.first.push_back(device.sync());
        const InsertFloor floor = bareInsert(device.path());
        floors.push_back(floor.inserts + floor.indexes);
        memory.push_back(near.first.back().peakMegabytes - device.sync().peakMegabytes);
    }
    DeviceProcess device(counting.url());
    DeviceProcess distant(link.url());
    counting.reset();
    device.sync();
    const double wholeKb = double(counting.down()) / kilo;
    far.first.push_back(distant.sync());
    const std::vector<double> repeated = killFirstSyncs(link, wholeKb);
    near.nothing = {device.sync(noOps), device.sync(noOps), device.sync(noOps)};
    counting.reset();
    device.sync();
    const double nothingBytes = double(counting.up() + counting.down());
    far.nothing.push_back(distant.sync(firstSyncs));
    editDevice(distant.path(), editDaily);
    server.import(changes);
    far.daily.push_back(distant.sync());
    editDevice(distant.path(), recordVisits);
    far.push.push_back(distant.sync());
    const double commit = bareCommit();
    const double trip = bareRoundTrip(server.port());
    add(figures, u"W1 first sync, 92,000 rows"_s, near.first, median(floors));
    figures.push_back({u"W1 memory above the idle device"_s, u"MB"_s, memory, 16});
    figures.push_back({u"W1 bytes repeated after a kill (aim: 256)"_s, u"kB"_s, repeated, repeatedAtMostKb});
    for (const bool warm : {true, false}) {
        const QString how = warm ? u", warm"_s : u", process started for it"_s;
        const Deltas measured = measureDeltas(changes, warm);
        add(figures, u"W2 delta, 500 down 100 up"_s + how, measured.daily, 2 * commit + trip);
        add(figures, u"W4 push, 1,000 visits 5,000 readings"_s + how, measured.push, median(measured.pushFloors));
    }
    add(figures, u"W3 nothing new, warm"_s, near.nothing, trip);
    figures.push_back({u"W3 bytes both ways, as a proxy counts them (aim: 200)"_s, u"B"_s, {nothingBytes}, 200});
    addLink(figures, far);
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
