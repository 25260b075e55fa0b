#pragma once

#include "core/support/clock.h"
#include "core/support/ids.h"
#include "core/support/result.h"
#include "sync/protocol/tables.h"
#include "sync/server/store/contentstore.h"
#include "sync/server/store/erasedlist.h"
#include "sync/server/store/uploadstore.h"

#include <QList>
#include <span>

namespace turnus::server {

class ChangeLog;
class Connection;
class ErasureStore;

/// What becomes of a customer's rows of one table.
struct ErasureRule
{
    std::string_view table;
    bool remove = false;                          ///< else they are kept without a reference to a person …
    std::span<const std::string_view> blank = {}; ///< … and these columns are emptied
};
/// For every table whose rows may hang on a customer, children before what they hang on.
[[nodiscard]] std::span<const ErasureRule> erasureRules();
/// Words that say why a customer was erased.
[[nodiscard]] std::span<const std::string_view> erasureReasons();

/// What an erasure took away, or would.
struct ErasureReport
{
    struct Table
    {
        QString name;
        qint64 removed = 0;
        qint64 blanked = 0; ///< kept without a reference to a person
    };
    qint64 customer = 0;
    QList<Table> tables;
    qint64 files = 0;
    qint64 operations = 0; ///< refused or merged ones whose content was kept
    qint64 conflicts = 0;
    qint64 keys = 0;
    qint64 events = 0; ///< for other systems
    /// False: bytes of it may lie in the database file until `serve` starts again or something else is erased.
    bool scrubbed = true;
};

/// Erases customers: no name, address, free text, photo, report or signature of theirs is left, in whatever form. What
/// the money and the forecasts rest on stays without a reference to them, in a channel that nobody reads.
class Erasure
{
public:
    /// The list of erasures lies beside the directory of uploads.
    Erasure(const Clock &clock, const ContentStore &content, const QString &uploads);

    /// Errors: "row-missing", "reason", "already-erased". `dryRun`: changes nothing.
    [[nodiscard]] Result<ErasureReport> erase(Connection &connection, qint64 customer, const QString &reason,
                                              StaffId by, bool dryRun) const;
    /// Customers on the list whom this database has unerased, or does not know: it is older than their erasure.
    [[nodiscard]] Result<QList<ErasedList::Entry>> undone(Connection &connection) const;
    /// Erases them again, and finishes what an end of the process left undone; how many there were.
    [[nodiscard]] Result<int> again(Connection &connection) const;

private:
    [[nodiscard]] Status apply(Connection &connection, qint64 customer, const QString &reason, StaffId by,
                               ErasureReport &report) const;
    void applyToMissing(Connection &connection, const ErasedList::Entry &entry) const;
    /// Removes the files, brings the list up to date and rewrites the database.
    [[nodiscard]] Result<bool> finish(Connection &connection) const;
    [[nodiscard]] Status completeList(Connection &connection) const;

    const Clock &m_clock;
    ContentStore m_content;
    UploadStore m_uploads;
    ErasedList m_list;
};

} // namespace turnus::server
