#pragma once

#include "core/storage/connection.h"
#include "sync/client/engine.h"
#include "tests/simulation/simulateddisk.h"
#include "tests/sync/server/support/company.h"

#include <optional>

namespace turnus::tests {

/// A handheld's engine on a disk in memory, joined to the real service without a network; survives kills.
class Handset
{
public:
    Handset(Company &company, const std::string &login, std::uint64_t seed = 1);

    /// Rounds until nothing is left. `cutAfter`: the bytes of the first answer that arrive.
    Result<client::Round> sync(std::optional<std::size_t> cutAfter = {}, bool check = false);
    /// The process ends at once; what reached the disk stays. The next one opens the database.
    void kill();
    [[nodiscard]] QByteArray databaseFile();
    /// An older copy of its file takes the database's place.
    void setBack(const QByteArray &file);
    [[nodiscard]] qint64 integer(const char *sql);
    /// Runs SQL behind the application's back.
    void damage(const char *sql);
    void edit(const char *table, qint64 id, std::initializer_list<storage::Field> fields);
    /// `parent` in `parentTable` decides the new row's channel.
    qint64 insert(const char *table, const char *parentTable, qint64 parent,
                  std::initializer_list<storage::Field> fields);
    qint64 insertContact(qint64 customer, const QString &name);
    /// Of Jana at the company's grinder.
    qint64 recordVisit(const QString &status);
    /// As client::Account does: with the number that the database has and, unless the app knows of none, its
    /// certificate.
    void signIn();
    /// Another person on the same handheld.
    void signInAs(const std::string &login);
    [[nodiscard]] const server::Principal &principal() const { return m_principal; }
    /// All synced rows as text, one line each.
    [[nodiscard]] QStringList rows();
    /// Names of all indexes and triggers, and what the search holds.
    [[nodiscard]] QStringList schema();

    simulation::SimulatedDisk disk;
    std::unique_ptr<storage::Connection> connection;
    bool knowsCertificates = true;
    std::vector<std::size_t> framesEnd;     ///< where in the last answer each position block ended
    std::size_t lastDown = 0;               ///< bytes of the last answer
    std::vector<client::Progress> progress; ///< what the last sync told

private:
    void open();
    [[nodiscard]] Status feed(client::Engine &engine, std::string_view answer);

    Company &m_company;
    std::string m_login;
    server::Principal m_principal;
};

/// The server's rows of a person's channels, as Handset::rows has them.
[[nodiscard]] QStringList serverRows(Company &company, const QList<qint64> &channels);

} // namespace turnus::tests
