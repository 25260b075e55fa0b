#pragma once

#include <QFile>
#include <QLockFile>

namespace turnus {

/// Takes a lock whose staleness does not hang on time. A process that was killed between making the lock file and
/// writing into it leaves it empty; QLockFile alone would respect that for ever.
inline bool takeLock(QLockFile &lock)
{
    constexpr int writtenWithinMs = 1'500;
    const auto isSomebodys = [&lock] {
        qint64 process = 0;
        QString host;
        QString program;
        return lock.getLockInfo(&process, &host, &program);
    };
    lock.setStaleLockTime(0);
    if (lock.tryLock(0))
        return true;
    if (isSomebodys())
        return false;
    if (lock.tryLock(writtenWithinMs))
        return true;
    return !isSomebodys() && QFile::remove(lock.fileName()) && lock.tryLock(0);
}

} // namespace turnus
