#pragma once

#include <QFile>
#include <QLockFile>

namespace turnus {

/// Takes a lock whose staleness does not hang on time. What a program that was killed a moment ago held may be let go
/// of a moment later, so a lock that is held is waited for. A process that was killed between making the lock file and
/// writing into it leaves it empty; QLockFile alone would respect that for ever.
inline bool takeLock(QLockFile &lock)
{
    constexpr int settledWithinMs = 1'500;
    lock.setStaleLockTime(0);
    if (lock.tryLock(settledWithinMs))
        return true;
    qint64 process = 0;
    QString host;
    QString program;
    const bool isSomebodys = lock.getLockInfo(&process, &host, &program);
    return !isSomebodys && QFile::remove(lock.fileName()) && lock.tryLock(0);
}

} // namespace turnus
