#pragma once

#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/account.h"

#include <QLockFile>
#include <memory>

namespace turnus::device {

/// The handheld's directory as a program without a screen uses it: locked, its database open.
class Device
{
public:
    /// Error "in-use" when another program has the directory open.
    static Result<std::unique_ptr<Device>> open(const QString &directory);

    [[nodiscard]] storage::Connection &connection() { return *m_connection; }
    [[nodiscard]] QString contentDirectory() const { return m_directory + QStringLiteral("/content"); }
    [[nodiscard]] QString directory() const { return m_directory; }
    [[nodiscard]] const Clock &clock() const { return m_connection->clock(); }
    [[nodiscard]] client::Transport &transport() { return *m_transport; }
    [[nodiscard]] client::TokenStore &tokens() { return *m_tokens; }
    [[nodiscard]] client::Account &account() { return m_account; }

private:
    Device(QString directory, std::unique_ptr<QLockFile> lock, std::unique_ptr<storage::Connection> connection);

    QString m_directory;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<storage::Connection> m_connection;
    std::unique_ptr<client::Transport> m_transport;
    std::unique_ptr<client::TokenStore> m_tokens;
    client::Account m_account;
};

} // namespace turnus::device
