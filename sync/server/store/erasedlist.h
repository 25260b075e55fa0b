#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

#include <QList>
#include <QString>

namespace turnus::server {

/// The file `erasures` beside the database: one line for each customer that was erased, without a word of who he was.
/// It is no part of a backup, so that an older one, put back in its place, can be told apart from what came after. Each
/// line names its company, for ids of rows mean others in another company that is made here later.
class ErasedList
{
public:
    explicit ErasedList(const QString &directory);

    struct Entry
    {
        Instant at;
        qint64 customer = 0;
        QString reason;
    };
    /// The company's, in the order in which they were written; a line that was cut short is left out.
    [[nodiscard]] Result<QList<Entry>> entries(const QString &company) const;
    /// On the disk when this returns.
    [[nodiscard]] Status append(const QString &company, const Entry &entry) const;
    /// Appends those of the company's erasures that the list lacks, because a process ended before it had written them.
    [[nodiscard]] Status complete(const QString &company, const QList<Entry> &erasures) const;

private:
    QString m_path;
};

} // namespace turnus::server
