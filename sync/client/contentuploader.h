#pragma once

#include "sync/client/account.h"

namespace turnus::client {

/// Sends the files that this handheld's attachment rows name, once the server has the rows: reports first, then
/// photos, the oldest first. A transfer that was cut goes on at the byte where it stopped; a file counts as held when
/// the server has found its hash right.
class ContentUploader
{
public:
    ContentUploader(storage::Connection &connection, Account &account, QString directory)
        : m_connection(connection), m_account(account), m_directory(std::move(directory))
    {
    }

    struct Outcome
    {
        int sent = 0;
        int refused = 0;  ///< the server will not have them, or their bytes here are damaged
        int deferred = 0; ///< larger than `mostBytes`
        int others = 0;   ///< a colleague took them on this handheld: the server takes their bytes from him alone
        std::optional<Error> failure; ///< the first of what kept single files from being sent this time
    };
    /// An error of the network, or a server that is full ("server-full"), ends it; call again. What is wrong with one
    /// file holds up no other.
    Result<Outcome> sendWaiting(qint64 mostBytes);

private:
    struct File
    {
        QString sha256;
        qint64 size;
        bool own;
    };
    Status adoptFound();
    Result<std::vector<File>> waiting();
    Status send(const File &file);
    /// The server's offset; the length when it holds the file.
    Result<qint64> begin(const File &file);
    Result<qint64> sendPiece(const File &file, qint64 offset);
    Status settle(const File &file, const Status &sent);

    storage::Connection &m_connection;
    Account &m_account;
    QString m_directory;
};

} // namespace turnus::client
