#include "tests/sync/live/failingfiles.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/syscall.h>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t mostFiles = 4096;

struct State
{
    std::vector<std::string> directories;
    std::array<bool, mostFiles> watched{};
    turnus::tests::FailingFiles::Fault fault;
    int calls = 0;
};

State *active = nullptr;

bool isBelow(const char *path)
{
    return active && std::ranges::any_of(active->directories, [&](const std::string &directory) {
               const char end =
                   std::strncmp(path, directory.c_str(), directory.size()) == 0 ? path[directory.size()] : '?';
               return end == '/' || end == '\0';
           });
}

bool isWatched(int file)
{
    return active && file >= 0 && static_cast<std::size_t>(file) < mostFiles &&
           active->watched.at(static_cast<std::size_t>(file));
}

/// Whether this call, on a watched file, is one that fails; errno says how.
bool fails()
{
    ++active->calls;
    const auto &fault = active->fault;
    if (!fault.atCall || active->calls < fault.atCall || (active->calls > fault.atCall && !fault.lasting))
        return false;
    errno = fault.full ? ENOSPC : EIO;
    return true;
}

int openFile(int directory, const char *path, int flags, unsigned mode)
{
    const bool below = isBelow(path);
    if (below && fails())
        return -1;
    const auto file = static_cast<int>(::syscall(SYS_openat, directory, path, flags, mode));
    if (below && file >= 0 && static_cast<std::size_t>(file) < mostFiles)
        active->watched.at(static_cast<std::size_t>(file)) = true;
    return file;
}

unsigned modeFrom(int flags, va_list words)
{
    return (flags & (O_CREAT | O_TMPFILE)) ? va_arg(words, unsigned) : 0U;
}

} // namespace

// The C library's functions as the whole process calls them, Qt included: the program's own come first.
// NOLINTBEGIN(cert-dcl50-cpp, cppcoreguidelines-pro-type-vararg): their signatures are given
extern "C" {

int open(const char *path, int flags, ...)
{
    va_list words;
    va_start(words, flags);
    const unsigned mode = modeFrom(flags, words);
    va_end(words);
    return openFile(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list words;
    va_start(words, flags);
    const unsigned mode = modeFrom(flags, words);
    va_end(words);
    return openFile(AT_FDCWD, path, flags, mode);
}

int close(int file)
{
    if (isWatched(file))
        active->watched.at(static_cast<std::size_t>(file)) = false;
    return static_cast<int>(::syscall(SYS_close, file));
}

ssize_t read(int file, void *bytes, size_t size)
{
    if (isWatched(file) && fails())
        return -1;
    return ::syscall(SYS_read, file, bytes, size);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    if (isWatched(file) && fails()) {
        const int error = errno;
        if (active->fault.shortWrites && size > 1)
            std::ignore = ::syscall(SYS_write, file, bytes, size / 2);
        errno = error;
        return -1;
    }
    return ::syscall(SYS_write, file, bytes, size);
}

// SQLite's.
ssize_t pread64(int file, void *bytes, size_t size, off64_t at)
{
    if (isWatched(file) && fails())
        return -1;
    return ::syscall(SYS_pread64, file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    if (isWatched(file) && fails()) {
        const int error = errno;
        if (active->fault.shortWrites && size > 1)
            std::ignore = ::syscall(SYS_pwrite64, file, bytes, size / 2, at);
        errno = error;
        return -1;
    }
    return ::syscall(SYS_pwrite64, file, bytes, size, at);
}

int link(const char *from, const char *to) noexcept
{
    return isBelow(from) && fails() ? -1 : static_cast<int>(::syscall(SYS_link, from, to));
}

int unlink(const char *path) noexcept
{
    return isBelow(path) && fails() ? -1 : static_cast<int>(::syscall(SYS_unlink, path));
}

int fsync(int file)
{
    return isWatched(file) && fails() ? -1 : static_cast<int>(::syscall(SYS_fsync, file));
}

int fdatasync(int file)
{
    return isWatched(file) && fails() ? -1 : static_cast<int>(::syscall(SYS_fdatasync, file));
}

int ftruncate64(int file, off64_t size) noexcept
{
    return isWatched(file) && fails() ? -1 : static_cast<int>(::syscall(SYS_ftruncate, file, size));
}

int rename(const char *from, const char *to) noexcept
{
    return isBelow(from) && fails() ? -1 : static_cast<int>(::syscall(SYS_rename, from, to));
}

int renameat2(int fromDirectory, const char *from, int toDirectory, const char *to, unsigned flags) noexcept
{
    return isBelow(from) && fails()
               ? -1
               : static_cast<int>(::syscall(SYS_renameat2, fromDirectory, from, toDirectory, to, flags));
}
}
// NOLINTEND(cert-dcl50-cpp, cppcoreguidelines-pro-type-vararg)

namespace turnus::tests {

FailingFiles::FailingFiles(const QStringList &directories)
{
    active = new State;
    for (const QString &directory : directories)
        active->directories.push_back(directory.toStdString());
}

FailingFiles::~FailingFiles()
{
    delete std::exchange(active, nullptr);
}

void FailingFiles::set(const Fault &fault)
{
    active->fault = fault;
    active->calls = 0;
}

int FailingFiles::calls()
{
    return active->calls;
}

} // namespace turnus::tests
