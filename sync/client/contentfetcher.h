#pragma once

#include "sync/client/account.h"

#include <limits>

namespace turnus::client {

/// Brings the files that rows refer to: brochures and product pictures, into DIR/<sha256>. A transfer that was cut
/// goes on where it stopped; a file counts only when its hash is right.
class ContentFetcher
{
public:
    ContentFetcher(storage::Connection &connection, Account &account, QString directory)
        : m_connection(connection), m_account(account), m_directory(std::move(directory))
    {
    }

    struct Outcome
    {
        int fetched = 0;
        int deferred = 0; ///< larger than `mostBytes`
        int missing = 0;  ///< still not here: the server has not got them, or their bytes were wrong
    };
    /// All that are missing: those that the next visits need first, then the smallest. An error of the network ends it;
    /// call again.
    Result<Outcome> fetchMissing(qint64 mostBytes = std::numeric_limits<qint64>::max());

private:
    struct File
    {
        QString sha256;
        qint64 size;
    };
    Result<std::vector<File>> wanted();
    Status fetch(const File &file);
    Status download(const File &file, const QString &part);
    Status accept(const File &file, const QString &part);
    [[nodiscard]] QString pathOf(const QString &sha256) const;

    storage::Connection &m_connection;
    Account &m_account;
    QString m_directory;
};

} // namespace turnus::client
