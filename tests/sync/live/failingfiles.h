#pragma once

#include <QStringList>

namespace turnus::tests {

/// Counts the calls that this process makes on files below some directories (open, read, write, sync, truncate, rename,
/// link, unlink) and lets one of them fail. One at a time, on one thread.
class FailingFiles
{
public:
    struct Fault
    {
        int atCall = 0; ///< counted from 1; 0: none
        bool full = false;
        bool shortWrites = false; ///< half of what a failing write should write is written
        bool lasting = false;     ///< all later calls fail too, as if the process had ended there
    };

    explicit FailingFiles(const QStringList &directories);
    ~FailingFiles();
    FailingFiles(const FailingFiles &) = delete;
    FailingFiles &operator=(const FailingFiles &) = delete;

    /// Begins to count anew.
    static void set(const Fault &fault);
    [[nodiscard]] static int calls();
};

} // namespace turnus::tests
