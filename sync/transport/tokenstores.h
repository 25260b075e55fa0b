#pragma once

#include "sync/client/transport.h"

#include <memory>

namespace turnus::transport {

/// In a file that only its user can read: for machines without a key store.
class FileTokenStore final : public client::TokenStore
{
public:
    explicit FileTokenStore(QString path) : m_path(std::move(path)) {}

    Result<QByteArray> load() override;
    Status save(const QByteArray &tokens) override;
    Status clear() override;
    [[nodiscard]] bool isKeyStore() const override { return false; }

private:
    QString m_path;
};

/// In the platform's key store, by QtKeychain.
class KeychainTokenStore final : public client::TokenStore
{
public:
    /// `account` tells several installed databases of one person apart.
    explicit KeychainTokenStore(QString account) : m_account(std::move(account)) {}

    Result<QByteArray> load() override;
    Status save(const QByteArray &tokens) override;
    Status clear() override;
    [[nodiscard]] bool isKeyStore() const override { return true; }

private:
    QString m_account;
};

/// The key store when the machine has one that answers, else the file DIR/tokens.
std::unique_ptr<client::TokenStore> openTokenStore(const QString &directory);

} // namespace turnus::transport
