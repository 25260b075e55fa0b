// Loaded before a program's libraries (LD_PRELOAD): kills it right before the call number $TURNUS_KILLED_AT of those
// that give a file a name, take one away or sync it.

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

void count()
{
    static int calls = 0;
    static const char *const at = std::getenv("TURNUS_KILLED_AT");
    if (at && ++calls == std::atoi(at))
        ::raise(SIGKILL);
}

} // namespace

extern "C" {

int rename(const char *from, const char *to) noexcept
{
    count();
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int renameat2(int fromDirectory, const char *from, int toDirectory, const char *to, unsigned flags) noexcept
{
    count();
    return static_cast<int>(::syscall(SYS_renameat2, fromDirectory, from, toDirectory, to, flags));
}

int link(const char *from, const char *to) noexcept
{
    count();
    return static_cast<int>(::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int unlink(const char *path) noexcept
{
    count();
    return static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int fsync(int file)
{
    count();
    return static_cast<int>(::syscall(SYS_fsync, file));
}

int fdatasync(int file)
{
    count();
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}
}
