// The workload 'territory' on the product's tables: first sync (W1), daily delta (W2), no-op (W3) and push (W4), the
// real engine against the real service in one process, without a network. Bytes are those of the bodies.
#include "tests/bench/measure.h"
#include "tests/bench/syncworld.h"

#include <QTextStream>
#include <functional>

using namespace turnus;
using namespace turnus::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 5;

/// Samples of one part of the cost.
template <class Part>
std::vector<double> part(const std::vector<SyncCost> &costs, Part &&of)
{
    std::vector<double> values;
    for (const SyncCost &cost : costs)
        values.push_back(static_cast<double>(std::invoke(of, cost)));
    return values;
}

void add(std::vector<Figure> &figures, const QString &name, const std::vector<SyncCost> &costs, double floor)
{
    figures.push_back({name, u"ms"_s, part(costs, &SyncCost::milliseconds), floor});
    figures.push_back({name + u", of it service"_s, u"ms"_s, part(costs, &SyncCost::serverMilliseconds)});
    figures.push_back({name + u", up"_s, u"kB"_s, part(costs, [](const SyncCost &c) { return double(c.up) / 1e3; })});
    figures.push_back(
        {name + u", down"_s, u"kB"_s, part(costs, [](const SyncCost &c) { return double(c.down) / 1e3; })});
    figures.push_back({name + u", round trips"_s, u""_s, part(costs, &SyncCost::trips)});
}

} // namespace

int main(int argc, char *argv[])
{
    const bool onlyFirst = argc > 1 && std::string_view(argv[1]) == "W1";
    const QTemporaryDir workload;
    const QTemporaryDir changes;
    writeWorkload(workload.path());
    writeServerChanges(changes.path());
    SyncServer server;
    server.import(workload.path());
    { // The first device of a channel waits for the snapshot; all others find it made.
        SyncDevice first(server);
        QTextStream(stderr) << "first device of the channel: " << first.sync().milliseconds << " ms\n";
    }
    std::vector<SyncCost> first;
    std::vector<double> inserts;
    std::vector<double> indexes;
    for (int run = 0; run < runs; ++run) {
        SyncDevice device(server);
        first.push_back(device.sync());
        const InsertFloor floor = bareInsert(device.path());
        inserts.push_back(floor.inserts);
        indexes.push_back(floor.indexes);
    }
    if (onlyFirst)
        return 0;
    SyncDevice device(server);
    device.sync();
    std::vector<SyncCost> nothing;
    for (int run = 0; run < runs * 4; ++run)
        nothing.push_back(device.sync());
    device.editDaily();
    server.import(changes.path());
    const std::vector<SyncCost> daily{device.sync()};
    device.recordVisits();
    const std::vector<SyncCost> push{device.sync()};

    const double commit = bareCommit();
    std::vector<Figure> figures;
    add(figures, u"W1 first sync, 92,000 rows"_s, first, median(inserts) + median(indexes));
    figures.push_back({u"W1 floor, inserts"_s, u"ms"_s, inserts});
    figures.push_back({u"W1 floor, indexes"_s, u"ms"_s, indexes});
    add(figures, u"W2 delta, 500 down 100 up"_s, daily, 2 * commit);
    add(figures, u"W3 nothing new"_s, nothing, commit);
    add(figures, u"W4 push, 1,000 visits 5,000 readings"_s, push, commit);
    print(figures);
}
