#include "tests/simulation/world.h"

#include "sync/client/sql.h"
#include "tests/simulation/company.h"
#include "tests/simulation/databasedigest.h"
#include "tests/simulation/oracle.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

constexpr std::chrono::hours planned{4};
constexpr int mostRounds = 1'000; ///< of one device until nothing is left; more is a sync that never ends
constexpr int mostPasses = 12;    ///< over all devices until nobody has news

} // namespace

World::World(std::uint64_t seed, const Options &options)
    : m_options(options), m_random(seed * 2 + 1), m_backups(~seed), m_erasures(seed * 3 + 1), m_pieces(seed * 2),
      m_serverClock(m_clock)
{
}

World::~World() = default;

void World::after(milliseconds delay, Action action)
{
    m_events.emplace(std::pair(m_clock.now() + delay, ++m_eventCount), std::move(action));
}

void World::note(const QString &words)
{
    const qint64 ms = toInteger(m_clock.now()) % 86'400'000;
    const QString line = u"%1.%2 %3\n"_s.arg(ms / 1000).arg(ms % 1000, 3, 10, QLatin1Char('0')).arg(words);
    m_trace.addData(line.toUtf8());
    if (m_options.trace)
        QTextStream(stdout) << line;
}

void World::note(const SimulatedDevice &device, const QString &words)
{
    note(device.name() + u' ' + words);
}

void World::draw()
{
    for (bool Weather::*flag :
         {&Weather::drops, &Weather::doubles, &Weather::delays, &Weather::cuts, &Weather::deviceKills,
          &Weather::serverKills, &Weather::powerCuts, &Weather::ioErrors, &Weather::fullDisks, &Weather::wrongClocks})
        m_weather.*flag = m_random.chance(40);
    m_weather.restores = m_random.chance(20);
    m_weather.moves = m_random.chance(25);
    m_weather.lyingDisks = m_random.chance(8);
    if (m_weather.lyingDisks)
        m_weather.powerCuts = m_weather.deviceKills = true;
    m_weather.backups = !m_weather.lyingDisks && m_backups.chance(15);
    m_weather.erasures = !m_weather.lyingDisks && m_erasures.chance(15);
}

server::Pieces World::drawPieces()
{
    m_weather.smallPieces = m_pieces.chance(60);
    server::Pieces pieces;
    if (!m_weather.smallPieces)
        return pieces;
    pieces.frameBytes = static_cast<std::size_t>(m_pieces.between(100, 3'000));
    pieces.rowsPerWeighing = static_cast<std::size_t>(m_pieces.between(1, 8));
    pieces.answerBytes = static_cast<std::size_t>(m_pieces.between(500, 20'000));
    pieces.changesPerStep = m_pieces.between(1, 40);
    pieces.snapshotLeastChanges = m_pieces.between(0, 60);
    return pieces;
}

void World::prepare()
{
    const Images &images = Images::get();
    const server::Pieces pieces = drawPieces();
    const bool drawn = m_random.chance(25);
    const bool fresh = drawn || (m_weather.smallPieces && m_pieces.chance(30));
    m_server = std::make_unique<SimulatedServer>(m_random.next(), m_serverClock,
                                                 fresh ? images.server : images.syncedServer, pieces);
    m_gateway = std::make_unique<Gateway>(*m_server, m_clock, m_options.plant);
    if (const Status opened = m_server->open(); !opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    std::vector<qint64> people{100, 101, 102, company::supervisor, company::dispatcher};
    const int count = m_random.between(2, 4);
    for (int i = 0; i < count; ++i) {
        const auto at = people.begin() + m_random.below(static_cast<int>(people.size()));
        auto device = std::make_unique<SimulatedDevice>(m_random.next(), m_clock, i, *at);
        device->disk.setContent(deviceFile, fresh ? images.device : images.synced.at(*at));
        device->session = fresh ? QString() : images.sessions.at(*at);
        device->disk.faults.losesSyncs = m_weather.lyingDisks;
        if (m_weather.smallPieces)
            device->sliceRows = static_cast<std::size_t>(m_pieces.between(1, 30));
        people.erase(at);
        // One that is set back as well may bring a row under two numbers: nothing tells that it is the same.
        if (m_weather.backups && !m_weather.restores && m_backups.chance(20))
            m_server->predating.insert(device->staff);
        note(*device, u"is of %1"_s.arg(device->staff));
        m_devices.push_back(std::move(device));
        reopen(*m_devices.back());
    }
}

void World::plan()
{
    const auto someday = [this] {
        return milliseconds{m_random.below(static_cast<int>(milliseconds(planned).count()))};
    };
    const int happenings = m_random.between(50, 110);
    for (int i = 0; i < happenings; ++i) {
        const int device = m_random.below(static_cast<int>(m_devices.size()));
        after(someday(), [this, device] { happen(device); });
    }
    for (int i = m_random.between(4, 12); i > 0; --i)
        after(someday(), [this] { officeEdit(); });
    for (int i = m_random.between(2, 5); i > 0; --i)
        after(someday(), [this] { moveReferral(); });
    m_moved = m_weather.moves;
    if (m_weather.moves) {
        for (int i = m_random.between(1, 4); i > 0; --i)
            after(someday(), [this] { moveCustomer(); });
        for (int i = m_random.between(0, 2); i > 0; --i)
            after(someday(), [this] { moveTechnician(); });
    }
    if (m_weather.wrongClocks) {
        for (int i = m_random.between(1, 4); i > 0; --i)
            after(someday(), [this] { setClockWrong(); });
    }
    if (m_weather.erasures) {
        for (int i = m_erasures.between(1, 3); i > 0; --i) {
            const int moment = m_erasures.below(static_cast<int>(milliseconds(planned).count()));
            after(milliseconds{moment}, [this] { eraseCustomer(); });
        }
    }
    if (m_weather.backups) {
        const milliseconds copied{m_backups.below(static_cast<int>(milliseconds(planned).count()))};
        const milliseconds rest{m_backups.below(static_cast<int>(milliseconds(planned - copied).count()) + 1)};
        after(copied, [this] { backUpServer(); });
        after(copied + rest, [this] { restoreServer(); });
    }
    if (m_weather.restores) {
        SimulatedDevice &device = *m_random.pick(m_devices);
        const milliseconds copied = someday();
        after(copied, [this, &device] { copyDisk(device); });
        after(copied + someday() / 2, [this, &device] { setBack(device); });
        if (m_random.chance(30))
            after(someday(), [this, &device] { replace(device); });
    }
}

void World::happen(int index)
{
    SimulatedDevice &device = *m_devices[static_cast<std::size_t>(index)];
    const int what = m_random.below(100);
    if (m_weather.deviceKills && what < 7)
        armKill(device);
    else if (m_weather.ioErrors && what < 12)
        armError(device.disk);
    else if (m_weather.fullDisks && what < 15)
        fillDisk(device);
    else if (what < 20 && device.isUp() && !device.engine)
        device.close(), note(device, u"is closed"_s), reopen(device);
    else if (what < 58)
        edit(device);
    else
        beginSync(device);
}

Verdict World::run()
{
    draw();
    prepare();
    plan();
    while (!m_events.empty()) {
        const auto first = m_events.begin();
        m_clock.moveTo(first->first.first);
        const Action action = std::move(first->second);
        m_events.erase(first);
        action();
    }
    heal();
    if (m_verdict.violations.isEmpty())
        judge();
    m_verdict.digest = digest();
    m_verdict.edits = m_journal.lastNumber;
    return std::move(m_verdict);
}

/// As client::SyncRun asks, over a perfect network; nothing when nothing is new.
Result<std::optional<std::string>> World::askWhole(const SimulatedDevice &device, const client::Engine &engine,
                                                   const std::string &body)
{
    if (engine.brief()) {
        auto told = m_server->syncInBrief(device.session, *engine.brief());
        if (told || told.error().code != "no-such-endpoint"_L1)
            return told;
    }
    TURNUS_ASSIGN(answer, m_server->sync(device.session, body));
    return std::optional(std::move(answer));
}

/// One run over a perfect network; false when there was nothing to do.
bool World::syncWhole(SimulatedDevice &device, bool check)
{
    bool news = false;
    client::Engine engine = device.makeEngine();
    if (check)
        engine.askForCheck();
    for (int round = 0; round < mostRounds; ++round) {
        const auto fails = [&](const Error &error) {
            m_verdict.violations.append(u"%1 cannot sync: %2"_s.arg(device.name(), error.toString()));
            return false;
        };
        const auto request = engine.begin();
        if (!request)
            return fails(request.error());
        const auto told = askWhole(device, engine, *request);
        if (!told)
            return fails(told.error());
        if (const Status fed = *told ? engine.feed(**told) : Status(); !fed)
            return fails(fed.error());
        const auto done = *told ? engine.finish() : engine.finishUnchanged();
        if (!done)
            return fails(done.error());
        noteRepair(device, *done);
        news = news || done->rowsIn > 0 || done->operationsOut > 0 || done->settled > 0;
        if (!done->more)
            return news;
    }
    m_verdict.violations.append(device.name() + u" never comes to an end"_s);
    return false;
}

void World::heal()
{
    note(u"everything is healed"_s);
    if (!m_server->isUp())
        return m_verdict.violations.append(u"the server is down"_s);
    m_server->disk.faults = {};
    m_weather = {.lyingDisks = m_weather.lyingDisks};
    for (const auto &device : m_devices) {
        const bool lies = device->disk.faults.losesSyncs;
        device->disk.faults = {.losesSyncs = lies};
        device->engine.reset();
        reopen(*device);
        device->disk.faults = {};
        if (!device->isUp())
            return m_verdict.violations.append(device->name() + u" does not start"_s);
        if (!device->session.isEmpty())
            continue;
        if (const Status signedIn = device->signIn(*m_server); !signedIn)
            m_verdict.violations.append(device->name() + u": "_s + signedIn.error().toString());
    }
    if (m_weather.lyingDisks)
        settleLyingDisks();
    for (int pass = 0; pass < mostPasses && m_verdict.violations.isEmpty(); ++pass) {
        bool news = false;
        for (const auto &device : m_devices)
            news = syncWhole(*device) || news;
        if (!news)
            return;
    }
    if (m_verdict.violations.isEmpty())
        m_verdict.violations.append(u"there is always something to sync"_s);
}

/// A disk that lies about what is durable may leave a database that is damaged, or a mixture of old and new pages.
/// Promised is that the server stays whole and takes nothing twice; a database that does not agree with the server
/// after a sync is replaced.
void World::settleLyingDisks()
{
    for (const auto &device : m_devices) {
        const auto sound = device->connection().read([&] {
            client::Sql check(device->connection().handle(), "PRAGMA integrity_check");
            return check.step() && check.bytes(0) == "ok";
        });
        bool agrees = sound.value_or(false);
        if (agrees) {
            (void)syncWhole(*device);
            Oracle oracle(*m_server, m_journal);
            oracle.agreement(*device);
            agrees = m_verdict.violations.isEmpty() && oracle.violations().isEmpty();
        }
        m_verdict.violations.clear();
        if (agrees)
            continue;
        replace(*device);
        if (device->isUp())
            (void)device->signIn(*m_server);
    }
}

void World::judge()
{
    for (const auto &device : m_devices) {
        if (syncWhole(*device, true))
            m_verdict.violations.append(device->name() + u" had something to sync"_s);
    }
    Oracle oracle(*m_server, m_journal, m_restored);
    oracle.server();
    for (const auto &device : m_devices)
        oracle.agreement(*device);
    for (const auto &device : m_devices) {
        if (!m_moved && (!m_restored || m_options.confirmedEdits) && !m_copies.contains(device->index) &&
            !m_weather.lyingDisks)
            oracle.conflicts(*device);
        if (!m_restored && !m_weather.lyingDisks)
            oracle.promises(*device);
    }
    oracle.edits(m_devices);
    oracle.erasures(m_devices);
    oracle.ledger();
    m_verdict.violations.append(oracle.violations());
}

QByteArray World::digest()
{
    if (m_server->isUp())
        addDatabase(m_trace, m_server->disk.name(), serverFile);
    for (const auto &device : m_devices)
        addDatabase(m_trace, device->disk.name(), deviceFile);
    return m_trace.result().toHex().left(32);
}

} // namespace turnus::simulation
