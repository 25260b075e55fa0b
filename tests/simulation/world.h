#pragma once

#include "tests/simulation/device.h"
#include "tests/simulation/journal.h"
#include "tests/simulation/plants.h"
#include "tests/simulation/random.h"
#include "tests/simulation/server.h"

#include "sync/server/service/erasure.h"

#include <QCryptographicHash>
#include <QStringList>
#include <QTemporaryDir>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace turnus::simulation {

/// The true time of a world; moves only from event to event.
class WorldClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void moveTo(Instant to) { m_now = to; }

private:
    Instant m_now = instantFrom(1'791'187'200'000); // 2026-10-05 08:00 UTC
};

/// What can go wrong in a schedule; each is drawn by itself, so that some schedules are calm in all but one.
struct Weather
{
    bool drops = false;
    bool doubles = false;
    bool delays = false;
    bool cuts = false;
    bool deviceKills = false;
    bool serverKills = false;
    bool powerCuts = false;
    bool ioErrors = false;
    bool fullDisks = false;
    bool wrongClocks = false;
    bool restores = false; ///< a device is set back to an older copy of its disk, or replaced
    bool backups = false;  ///< the server is restored from a backup
    bool erasures = false; ///< customers are erased
    bool moves = false;    ///< customers and technicians change territory
    bool lyingDisks = false;
    bool smallPieces = false; ///< frames, steps, slices and answers of a few rows each
};

struct Options
{
    Plant plant = Plant::None;
    bool trace = false;          ///< print the schedule as it runs
    bool digest = false;         ///< work out the verdict's digest
    bool confirmedEdits = false; ///< after a restore of the server, edits of records that it had confirmed count too
};

struct Verdict
{
    QStringList violations;
    QByteArray digest; ///< of the schedule and of all databases at the end, where asked for
    int edits = 0;
    int rounds = 0;
};

/// One schedule: devices and a server, all of the product's own code, on simulated disks and a simulated network under
/// virtual time; everything follows from the seed.
class World
{
public:
    World(std::uint64_t seed, const Options &options);
    ~World();
    World(const World &) = delete;

    Verdict run();

private:
    using Action = std::function<void()>;

    // world.cpp: time, the plan, the end
    void after(milliseconds delay, Action action);
    void note(const QString &words);
    void note(const SimulatedDevice &device, const QString &words);
    void draw();
    void prepare();
    [[nodiscard]] server::Pieces drawPieces();
    void plan();
    void happen(int device);
    void heal();
    [[nodiscard]] Result<std::optional<std::string>> askWhole(const SimulatedDevice &device,
                                                              const client::Engine &engine, const std::string &body);
    bool syncWhole(SimulatedDevice &device, bool check = false);
    void settleLyingDisks();
    void judge();
    [[nodiscard]] QByteArray digest();

    // mishaps.cpp: what people and bad luck do; losses.cpp: what the server loses
    void edit(SimulatedDevice &device);
    void armKill(SimulatedDevice &device);
    void armError(SimulatedDisk &disk);
    void fillDisk(SimulatedDevice &device);
    void copyDisk(SimulatedDevice &device);
    void setBack(SimulatedDevice &device);
    void replace(SimulatedDevice &device);
    void forgetUnsent(const SimulatedDevice &device, int after);
    [[nodiscard]] bool isOnServer(const Edit &edit);
    void backUpServer();
    void restoreServer();
    /// What neither the restored server nor the device that made it has any more is lost, and what the office did. An
    /// edit of a record that the device still shows is brought again, and stands or is asked about; but one of a field
    /// that is the office's, once it was confirmed.
    void forgetLost();
    [[nodiscard]] bool isHeld(const Edit &edit);
    [[nodiscard]] bool isUpdateHeld(const Edit &edit);
    [[nodiscard]] bool isUpdateOnServer(const Edit &edit);
    [[nodiscard]] server::Erasure erasure();
    void eraseCustomer();
    void setClockWrong();
    void crash(SimulatedDevice &device);
    void reopen(SimulatedDevice &device);
    void crashServer();
    /// False when an armed fault has ended the process.
    bool survives(SimulatedDevice &device);
    bool serverSurvives();
    void officeEdit();
    void moveCustomer();
    void moveTechnician();
    void moveReferral();
    Status onServer(const std::function<Status(server::ChangeLog &, server::RowStore &)> &work);

    // traffic.cpp: sync runs over the network
    void beginSync(SimulatedDevice &device);
    void sendRequest(SimulatedDevice &device);
    /// A request as it travels: in brief where there is little to say, as client::SyncRun sends it.
    struct Asked
    {
        std::optional<std::string> brief;
        std::string body;
    };
    void reachServer(SimulatedDevice &device, int run, const QString &session, const Asked &asked);
    void failRequest(SimulatedDevice &device, int run, const QString &session, const Asked &asked, const Error &error);
    void sendNothingNew(SimulatedDevice &device, int run);
    void sendAnswer(SimulatedDevice &device, int run, std::string answer);
    void feed(SimulatedDevice &device, int run, const std::shared_ptr<std::string> &answer, std::size_t from, bool cut);
    void noteRepair(SimulatedDevice &device, const client::Round &round);
    void endRun(SimulatedDevice &device, const QString &why);
    [[nodiscard]] milliseconds travelTime();
    [[nodiscard]] bool isWaiting(const SimulatedDevice &device, int run) const;

    Options m_options;
    Random m_random;
    Random m_backups;  ///< of its own, too
    Random m_erasures; ///< and these
    Random m_pieces;   ///< of its own, so that a schedule is the same in large and small pieces
    WorldClock m_clock;
    SkewedClock m_serverClock;
    Weather m_weather;
    Journal m_journal;
    std::unique_ptr<SimulatedServer> m_server;
    std::unique_ptr<Gateway> m_gateway;
    std::vector<std::unique_ptr<SimulatedDevice>> m_devices;
    struct Copy
    {
        QByteArray file;
        QByteArray log;
        int lastEdit = 0;
        QString session;
    };
    std::map<int, Copy> m_copies;
    std::optional<Copy> m_backup;
    bool m_restored = false; ///< the server was, from its backup
    std::unique_ptr<QTemporaryDir> m_files;
    std::map<std::pair<Instant, std::uint64_t>, Action> m_events;
    std::uint64_t m_eventCount = 0;
    bool m_moved = false; ///< somebody or something has changed territory
    Verdict m_verdict;
    QCryptographicHash m_trace{QCryptographicHash::Sha256};
};

} // namespace turnus::simulation
