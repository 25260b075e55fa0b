#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace turnus::simulation {

/// What a disk does wrong. Counted over all files of the disk.
struct Faults
{
    /// The call of this number (1 is the next) fails, and every later one too when `lasting`; 0: none fails.
    std::int64_t failAtCall = 0;
    bool lasting = false;
    bool fullInsteadOfError = false; ///< the failing write says "disk full", not "I/O error"
    bool shortWrites = false;        ///< the failing write leaves half of its bytes behind
    bool losesSyncs = false;         ///< fsync answers without making anything durable
    std::int64_t capacity = 0;       ///< bytes in all files together; 0: endless
};

/// A disk in memory that SQLite uses as a VFS of its own name. It knows what was synced and what was not, so that a
/// process kill (everything written stays) and a power cut (unsynced writes stay in part) can be played.
/// For one thread; a program may have many.
class SimulatedDisk
{
public:
    explicit SimulatedDisk(std::uint64_t seed);
    ~SimulatedDisk();
    SimulatedDisk(const SimulatedDisk &) = delete;
    SimulatedDisk &operator=(const SimulatedDisk &) = delete;

    /// The VFS's name, for OpenOptions::vfs or "file:…?vfs=NAME".
    [[nodiscard]] QString name() const;
    Faults faults;
    /// Counts every read, write, sync, truncate, open and delete.
    [[nodiscard]] std::int64_t calls() const { return m_calls; }
    void resetCalls() { m_calls = 0; }
    /// Where SQLite's clock stands, in ms UTC.
    std::function<std::int64_t()> now;

    /// The process is gone: locks and shared memory vanish, everything written stays. Close connections before.
    void processKilled();
    /// The power is gone: of what was written after the last sync, an arbitrary part survives, torn at sectors.
    void powerCut();

    /// A file's bytes, for starting many disks from one prepared database; empty when there is none.
    [[nodiscard]] QByteArray content(const std::string &path) const;
    void setContent(const std::string &path, const QByteArray &bytes);
    [[nodiscard]] bool exists(const std::string &path) const { return m_files.contains(path); }
    /// Forgets all files. Close connections before.
    void clear();
    /// Bytes in all files together.
    [[nodiscard]] std::int64_t used() const;

    struct File;
    struct Access; // the VFS's functions, in simulateddisk.cpp

private:
    friend struct Access;
    struct Vfs;

    bool failsNow();
    std::uint64_t random();

    std::map<std::string, std::shared_ptr<File>> m_files;
    std::int64_t m_calls = 0;
    std::uint64_t m_random;
    std::unique_ptr<Vfs> m_vfs;
};

} // namespace turnus::simulation
