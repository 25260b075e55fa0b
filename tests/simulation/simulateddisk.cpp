#include "tests/simulation/simulateddisk.h"

#include "core/sqlite/setup.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

constexpr int sector = 512;
constexpr int shmRegionBytes = 32'768;
/// Synced writes that a file keeps before it works them into what is durable.
constexpr std::size_t keptWrites = 2'000;

} // namespace

struct SimulatedDisk::File
{
    struct Write
    {
        std::int64_t offset;
        std::vector<std::uint8_t> bytes; ///< empty: truncate to offset
    };

    std::vector<std::uint8_t> current;
    std::vector<std::uint8_t> durable; ///< but for the first `synced` of `written`
    std::vector<Write> written;
    std::size_t synced = 0;
    std::vector<std::unique_ptr<std::array<std::uint8_t, shmRegionBytes>>> shared;
    std::array<int, SQLITE_SHM_NLOCK> shmShared{};
    std::array<const void *, SQLITE_SHM_NLOCK> shmExclusive{};
    std::map<const void *, int> locks; ///< handle -> SQLITE_LOCK_*

    void write(Write change)
    {
        apply(current, change);
        written.push_back(std::move(change));
    }
    void sync()
    {
        synced = written.size();
        if (synced > keptWrites)
            settle();
    }
    /// Works what was synced into `durable`.
    void settle()
    {
        const auto end = written.begin() + static_cast<std::ptrdiff_t>(synced);
        std::for_each(written.begin(), end, [this](const Write &change) { apply(durable, change); });
        written.erase(written.begin(), end);
        synced = 0;
    }
    static void apply(std::vector<std::uint8_t> &image, const Write &write)
    {
        if (write.bytes.empty()) {
            image.resize(static_cast<std::size_t>(write.offset));
            return;
        }
        const auto end = static_cast<std::size_t>(write.offset) + write.bytes.size();
        if (image.size() < end)
            image.resize(end);
        std::ranges::copy(write.bytes, image.begin() + write.offset);
    }
    [[nodiscard]] int highestLockOfOthers(const void *self) const
    {
        int highest = SQLITE_LOCK_NONE;
        for (const auto &[handle, lock] : locks)
            if (handle != self)
                highest = std::max(highest, lock);
        return highest;
    }
};

struct SimulatedDisk::Vfs
{
    sqlite3_vfs vfs{};
    std::string name;
};

namespace {

/// What SQLite holds as an open file.
struct Handle
{
    sqlite3_file base;
    SimulatedDisk *disk;
    std::shared_ptr<SimulatedDisk::File> *file;
    std::string *path;
    bool deleteOnClose;
};

Handle &handleOf(sqlite3_file *file)
{
    return *reinterpret_cast<Handle *>(file);
}

} // namespace

/// SQLite's calls, in the order of sqlite3_io_methods and sqlite3_vfs.
struct SimulatedDisk::Access
{
    static int close(sqlite3_file *file)
    {
        Handle &handle = handleOf(file);
        (*handle.file)->locks.erase(&handle);
        if (handle.deleteOnClose)
            handle.disk->m_files.erase(*handle.path);
        delete handle.file;
        delete handle.path;
        return SQLITE_OK;
    }

    static int read(sqlite3_file *file, void *into, int amount, sqlite3_int64 offset)
    {
        Handle &handle = handleOf(file);
        if (handle.disk->failsNow())
            return SQLITE_IOERR_READ;
        const auto &image = (*handle.file)->current;
        const auto size = static_cast<sqlite3_int64>(image.size());
        const auto there = static_cast<std::size_t>(std::clamp<sqlite3_int64>(size - offset, 0, amount));
        if (there)
            std::memcpy(into, image.data() + offset, there);
        if (there == static_cast<std::size_t>(amount))
            return SQLITE_OK;
        std::memset(static_cast<char *>(into) + there, 0, static_cast<std::size_t>(amount) - there);
        return SQLITE_IOERR_SHORT_READ;
    }

    static int write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 offset)
    {
        Handle &handle = handleOf(file);
        SimulatedDisk &disk = *handle.disk;
        const auto *bytes = static_cast<const std::uint8_t *>(from);
        const bool grows = offset + amount > static_cast<sqlite3_int64>((*handle.file)->current.size());
        if (disk.faults.capacity && grows && disk.used() + amount > disk.faults.capacity)
            return SQLITE_FULL;
        if (disk.failsNow()) {
            if (disk.faults.shortWrites && amount > 1)
                (*handle.file)->write({offset, {bytes, bytes + amount / 2}});
            return disk.faults.fullInsteadOfError ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        }
        (*handle.file)->write({offset, {bytes, bytes + amount}});
        return SQLITE_OK;
    }

    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        Handle &handle = handleOf(file);
        if (handle.disk->failsNow())
            return SQLITE_IOERR_TRUNCATE;
        (*handle.file)->write({size, {}});
        return SQLITE_OK;
    }

    static int sync(sqlite3_file *file, int /*flags*/)
    {
        Handle &handle = handleOf(file);
        if (handle.disk->failsNow())
            return SQLITE_IOERR_FSYNC;
        if (!handle.disk->faults.losesSyncs)
            (*handle.file)->sync();
        return SQLITE_OK;
    }

    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        *size = static_cast<sqlite3_int64>((*handleOf(file).file)->current.size());
        return SQLITE_OK;
    }

    static int lock(sqlite3_file *file, int level)
    {
        Handle &handle = handleOf(file);
        auto &locks = (*handle.file)->locks;
        const int others = (*handle.file)->highestLockOfOthers(&handle);
        const bool refused = level == SQLITE_LOCK_SHARED     ? others >= SQLITE_LOCK_PENDING
                             : level == SQLITE_LOCK_RESERVED ? others >= SQLITE_LOCK_RESERVED
                                                             : others >= SQLITE_LOCK_SHARED;
        if (refused)
            return SQLITE_BUSY;
        locks[&handle] = std::max(locks[&handle], level);
        return SQLITE_OK;
    }

    static int unlock(sqlite3_file *file, int level)
    {
        Handle &handle = handleOf(file);
        int &held = (*handle.file)->locks[&handle];
        held = std::min(held, level);
        return SQLITE_OK;
    }

    static int checkReservedLock(sqlite3_file *file, int *held)
    {
        Handle &handle = handleOf(file);
        *held = (*handle.file)->highestLockOfOthers(&handle) >= SQLITE_LOCK_RESERVED;
        return SQLITE_OK;
    }

    static int fileControl(sqlite3_file * /*file*/, int /*operation*/, void * /*argument*/) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file * /*file*/) { return sector; }
    static int deviceCharacteristics(sqlite3_file * /*file*/) { return 0; }

    static int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **address)
    {
        auto &shared = (*handleOf(file).file)->shared;
        *address = nullptr;
        if (size > shmRegionBytes)
            return SQLITE_IOERR_SHMMAP;
        if (static_cast<std::size_t>(region) >= shared.size()) {
            if (!extend)
                return SQLITE_OK;
            while (static_cast<std::size_t>(region) >= shared.size())
                shared.push_back(std::make_unique<std::array<std::uint8_t, shmRegionBytes>>());
        }
        *address = shared[static_cast<std::size_t>(region)]->data();
        return SQLITE_OK;
    }

    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        Handle &handle = handleOf(file);
        File &target = **handle.file;
        for (int slot = offset; slot < offset + count; ++slot) {
            const auto index = static_cast<std::size_t>(slot);
            if (flags & SQLITE_SHM_UNLOCK)
                continue;
            const bool byOther = target.shmExclusive[index] && target.shmExclusive[index] != &handle;
            if (byOther || ((flags & SQLITE_SHM_EXCLUSIVE) && target.shmShared[index] > 0))
                return SQLITE_BUSY;
        }
        for (int slot = offset; slot < offset + count; ++slot) {
            const auto index = static_cast<std::size_t>(slot);
            const bool exclusive = flags & SQLITE_SHM_EXCLUSIVE;
            if (exclusive)
                target.shmExclusive[index] = flags & SQLITE_SHM_LOCK ? &handle : nullptr;
            else
                target.shmShared[index] += flags & SQLITE_SHM_LOCK ? 1 : -1;
        }
        return SQLITE_OK;
    }

    static void shmBarrier(sqlite3_file * /*file*/) {}
    static int shmUnmap(sqlite3_file * /*file*/, int /*deleteFlag*/) { return SQLITE_OK; }

    static SimulatedDisk &diskOf(sqlite3_vfs *vfs) { return *static_cast<SimulatedDisk *>(vfs->pAppData); }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        static const sqlite3_io_methods methods{2,
                                                close,
                                                read,
                                                write,
                                                truncate,
                                                sync,
                                                fileSize,
                                                lock,
                                                unlock,
                                                checkReservedLock,
                                                fileControl,
                                                sectorSize,
                                                deviceCharacteristics,
                                                shmMap,
                                                shmLock,
                                                shmBarrier,
                                                shmUnmap,
                                                nullptr,
                                                nullptr};
        SimulatedDisk &disk = diskOf(vfs);
        file->pMethods = nullptr;
        if (disk.failsNow())
            return SQLITE_CANTOPEN;
        static std::atomic<std::uint64_t> temporary = 0;
        const std::string path = name ? name : "temporary-" + std::to_string(++temporary);
        if (name && !(flags & SQLITE_OPEN_CREATE) && !disk.m_files.contains(path))
            return SQLITE_CANTOPEN;
        std::shared_ptr<File> &entry = disk.m_files[path];
        if (!entry)
            entry = std::make_shared<File>();
        Handle &handle = handleOf(file);
        handle.disk = &disk;
        handle.file = new std::shared_ptr<File>(entry);
        handle.path = new std::string(path);
        handle.deleteOnClose = !name || (flags & SQLITE_OPEN_DELETEONCLOSE);
        handle.base.pMethods = &methods;
        if (outFlags)
            *outFlags = flags;
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs *vfs, const char *name, int /*syncDirectory*/)
    {
        SimulatedDisk &disk = diskOf(vfs);
        if (disk.failsNow())
            return SQLITE_IOERR_DELETE;
        return disk.m_files.erase(name) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }

    static int access(sqlite3_vfs *vfs, const char *name, int /*flags*/, int *there)
    {
        *there = diskOf(vfs).m_files.contains(name);
        return SQLITE_OK;
    }

    static int fullPathname(sqlite3_vfs * /*vfs*/, const char *name, int size, char *out)
    {
        sqlite3_snprintf(size, out, "%s", name);
        return SQLITE_OK;
    }

    static int randomness(sqlite3_vfs *vfs, int size, char *out)
    {
        for (int i = 0; i < size; ++i)
            out[i] = static_cast<char>(diskOf(vfs).random());
        return size;
    }

    static int sleep(sqlite3_vfs * /*vfs*/, int microseconds) { return microseconds; }

    static int currentTime64(sqlite3_vfs *vfs, sqlite3_int64 *time)
    {
        constexpr sqlite3_int64 julianMsAtUnixEpoch = 210'866'760'000'000;
        SimulatedDisk &disk = diskOf(vfs);
        *time = julianMsAtUnixEpoch + (disk.now ? disk.now() : 0);
        return SQLITE_OK;
    }

    static int currentTime(sqlite3_vfs *vfs, double *time)
    {
        sqlite3_int64 ms = 0;
        currentTime64(vfs, &ms);
        *time = static_cast<double>(ms) / 86'400'000.0;
        return SQLITE_OK;
    }

    static int lastError(sqlite3_vfs * /*vfs*/, int /*size*/, char * /*out*/) { return 0; }
};

SimulatedDisk::SimulatedDisk(std::uint64_t seed) : m_random(seed), m_vfs(std::make_unique<Vfs>())
{
    sqlite::setUp(); // what follows begins the library
    static std::atomic<int> count = 0;
    m_vfs->name = "simulated-disk-" + std::to_string(++count);
    sqlite3_vfs &vfs = m_vfs->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 512;
    vfs.zName = m_vfs->name.c_str();
    vfs.pAppData = this;
    vfs.xOpen = Access::open;
    vfs.xDelete = Access::remove;
    vfs.xAccess = Access::access;
    vfs.xFullPathname = Access::fullPathname;
    vfs.xRandomness = Access::randomness;
    vfs.xSleep = Access::sleep;
    vfs.xCurrentTime = Access::currentTime;
    vfs.xCurrentTimeInt64 = Access::currentTime64;
    vfs.xGetLastError = Access::lastError;
    sqlite3_vfs_register(&vfs, 0);
}

SimulatedDisk::~SimulatedDisk()
{
    sqlite3_vfs_unregister(&m_vfs->vfs);
}

QString SimulatedDisk::name() const
{
    return QString::fromStdString(m_vfs->name);
}

bool SimulatedDisk::failsNow()
{
    ++m_calls;
    if (faults.failAtCall == 0)
        return false;
    return m_calls == faults.failAtCall || (faults.lasting && m_calls > faults.failAtCall);
}

std::uint64_t SimulatedDisk::random()
{
    std::uint64_t z = (m_random += 0x9E3779B97F4A7C15ULL); // splitmix64
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::int64_t SimulatedDisk::used() const
{
    std::int64_t bytes = 0;
    for (const auto &[path, file] : m_files)
        bytes += static_cast<std::int64_t>(file->current.size());
    return bytes;
}

void SimulatedDisk::processKilled()
{
    for (auto &[path, file] : m_files) {
        file->locks.clear();
        file->shared.clear();
        file->shmShared = {};
        file->shmExclusive = {};
    }
    std::erase_if(m_files, [](const auto &entry) { return entry.first.starts_with("temporary-"); });
}

void SimulatedDisk::powerCut()
{
    processKilled();
    for (auto &[path, file] : m_files) {
        file->settle();
        for (File::Write &change : file->written) {
            if (random() % 2 == 0)
                continue;
            if (change.bytes.size() > sector && random() % 4 == 0) // torn: only its first sectors reached the disk
                change.bytes.resize(sector * (1 + random() % (change.bytes.size() / sector)));
            File::apply(file->durable, change);
        }
        file->written.clear();
        file->current = file->durable;
    }
}

QByteArray SimulatedDisk::content(const std::string &path) const
{
    const auto found = m_files.find(path);
    if (found == m_files.end())
        return {};
    const auto &image = found->second->current;
    return {reinterpret_cast<const char *>(image.data()), static_cast<qsizetype>(image.size())};
}

void SimulatedDisk::clear()
{
    m_files.clear();
}

void SimulatedDisk::setContent(const std::string &path, const QByteArray &bytes)
{
    auto file = std::make_shared<File>();
    file->current.assign(bytes.begin(), bytes.end());
    file->durable = file->current;
    m_files[path] = std::move(file);
}

} // namespace turnus::simulation
