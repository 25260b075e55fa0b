#pragma once

#include "core/storage/connection.h"
#include "sync/client/syncrun.h"
#include "tests/simulation/simulateddisk.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/server/support/company.h"

namespace turnus::tests {

/// Calls the real server's services without HTTP. What goes wrong on the way is set for the next sync.
class DirectTransport final : public client::Transport
{
public:
    explicit DirectTransport(Company &company);

    Result<client::HttpAnswer> send(const QUrl &server, const client::HttpRequest &request,
                                    const client::Sink &sink) override;
    void abort() override {}
    [[nodiscard]] client::Traffic traffic() const override { return m_traffic; }

    enum class Fault { None, RequestLost, AnswerLost, AnswerCut, RequestDoubled };
    Fault fault = Fault::None;
    std::size_t cutAfter = 0;

private:
    Result<client::HttpAnswer> sync(const client::HttpRequest &request, const client::Sink &sink);

    Company &m_company;
    server::SessionService m_sessions;
    server::SyncService m_service;
    client::Traffic m_traffic;
};

/// A handheld with the real engine on a disk in memory, signed in to a company.
class RealDevice
{
public:
    RealDevice(Company &company, const QString &login, std::uint64_t seed = 1);

    Result<client::RunReport> sync() { return client::SyncRun(*connection, account).run(); }
    [[nodiscard]] qint64 integer(const char *sql);
    [[nodiscard]] QString text(const char *sql);
    void edit(const char *table, qint64 id, std::initializer_list<storage::Field> fields);
    /// Inserts a row below its parent; returns its id.
    qint64 insert(const char *table, const char *parent, qint64 parentId, std::initializer_list<storage::Field> fields);
    qint64 addReading(double value);
    /// All synced rows as text, one line each.
    [[nodiscard]] QStringList dump();

    Company &company;
    simulation::SimulatedDisk disk;
    std::unique_ptr<storage::Connection> connection;
    DirectTransport transport;
    MemoryTokenStore tokens;
    client::Account account;
};

} // namespace turnus::tests
