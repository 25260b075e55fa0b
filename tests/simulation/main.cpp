#include "tests/simulation/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashSeed>
#include <QRegularExpression>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace turnus::simulation;

namespace {

struct Range
{
    std::uint64_t first = 1;
    std::uint64_t last = 1;
};

std::optional<Range> rangeOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d+)\\.\\.(\\d+)$"_s);
    const auto match = form.match(text);
    const Range range{match.captured(1).toULongLong(), match.captured(2).toULongLong()};
    return match.hasMatch() && range.first <= range.last ? std::optional(range) : std::nullopt;
}

void print(std::uint64_t seed, const Verdict &verdict)
{
    static std::mutex one;
    const std::lock_guard lock(one);
    for (const QString &violation : verdict.violations)
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(violation));
    std::fflush(stdout);
}

struct Tally
{
    std::atomic<std::uint64_t> next;
    std::atomic<int> failed = 0;
    std::atomic<qint64> edits = 0;
    std::atomic<qint64> rounds = 0;
};

void work(Tally &tally, const Range &range, const Options &options, int mostFailures)
{
    for (std::uint64_t seed = tally.next++; seed <= range.last && tally.failed < mostFailures; seed = tally.next++) {
        const Verdict verdict = World(seed, options).run();
        tally.edits += verdict.edits;
        tally.rounds += verdict.rounds;
        if (verdict.violations.isEmpty())
            continue;
        ++tally.failed;
        print(seed, verdict);
    }
}

int runRange(const Range &range, const Options &options, int jobs, int mostFailures)
{
    QElapsedTimer timer;
    timer.start();
    Tally tally{range.first};
    std::vector<std::thread> threads;
    for (int job = 1; job < jobs; ++job)
        threads.emplace_back([&] { work(tally, range, options, mostFailures); });
    work(tally, range, options, mostFailures);
    for (std::thread &thread : threads)
        thread.join();
    const auto seeds = std::min(tally.next.load() - range.first, range.last - range.first + 1);
    std::printf("%llu schedules, %d failed, %lld edits, %lld round trips, %.1f s\n",
                static_cast<unsigned long long>(seeds), tally.failed.load(), static_cast<long long>(tally.edits),
                static_cast<long long>(tally.rounds), static_cast<double>(timer.elapsed()) / 1000);
    return tally.failed ? 1 : 0;
}

int runOne(std::uint64_t seed, Options options)
{
    options.digest = true;
    const Verdict verdict = World(seed, options).run();
    print(seed, verdict);
    std::printf("seed %llu: %s, %d edits, %d round trips, digest %s\n", static_cast<unsigned long long>(seed),
                verdict.violations.isEmpty() ? "fine" : "FAILED", verdict.edits, verdict.rounds,
                verdict.digest.constData());
    return verdict.violations.isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays schedules of devices, server, network and disks, each from one seed."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"seeds"_s, u"Play the seeds A to B."_s, u"A..B"_s},
         {u"seed"_s, u"Play one seed; prints its digest."_s, u"N"_s},
         {u"trace"_s, u"Print the schedule as it runs."_s},
         {u"confirmed-edits"_s, u"After a restore of the server, also demand confirmed edits and conflicts."_s},
         {u"jobs"_s, u"Threads; default: one a core."_s, u"N"_s},
         {u"most-failures"_s, u"Stop after so many failing seeds."_s, u"N"_s, u"10"_s},
         {u"plant"_s,
          u"Plant a known bug: acknowledge-before-commit, cursor-skips-late-commit or "
          "retry-without-idempotence."_s,
          u"bug"_s}});
    parser.process(application);
    Options options;
    options.trace = parser.isSet(u"trace"_s);
    options.confirmedEdits = parser.isSet(u"confirmed-edits"_s);
    if (parser.isSet(u"plant"_s)) {
        const auto plant = plantFrom(parser.value(u"plant"_s));
        if (!plant)
            parser.showHelp(2);
        options.plant = *plant;
    }
    if (parser.isSet(u"seed"_s))
        return runOne(parser.value(u"seed"_s).toULongLong(), options);
    const auto range = rangeOf(parser.value(u"seeds"_s));
    if (!range)
        parser.showHelp(2);
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int jobs = parser.isSet(u"jobs"_s) ? std::max(1, parser.value(u"jobs"_s).toInt()) : cores;
    return runRange(*range, options, jobs, parser.value(u"most-failures"_s).toInt());
}
