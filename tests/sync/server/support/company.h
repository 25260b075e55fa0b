#pragma once

#include "sync/protocol/codec.h"
#include "sync/server/service/sessionservice.h"
#include "sync/server/service/syncservice.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/rowstore.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>
#include <functional>
#include <map>

namespace turnus::tests {

/// One row by column names; what is not named is NULL.
using Fields = std::map<std::string_view, server::Value>;

[[nodiscard]] server::Value text(const char *word);
/// A meter reading of the company's grinder.
[[nodiscard]] Fields reading(double value);

/// A server's database with the least company in it: territories Nord (50) and Süd (51), each with a team, a
/// technician (jana 100, karl 101), a supervisor (rolf 102 leads Nord, petra 103 Süd), one customer with site and
/// grinder; sales (104), dispatcher (105), admin (106); one bonus rule of 25 € for referrals and 2 % (at most 80 €) for
/// orders. Everybody's password is `password`.
class Company
{
public:
    /// `location` as for Database::at; empty: an SQLite file of its own.
    explicit Company(const QString &location = {});

    [[nodiscard]] server::Connection &connection() { return *m_connection; }
    [[nodiscard]] server::Database &database() { return *m_database; }
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    void insert(const char *table, qint64 id, qint64 channel, const Fields &fields);
    void update(const char *table, qint64 id, const Fields &fields);
    /// The customer, and all that is his.
    void moveCustomer(qint64 channel);
    /// First column of the first row; a failing statement ends the test.
    [[nodiscard]] server::Value value(const QString &sql);
    [[nodiscard]] qint64 integer(const QString &sql) { return server::integerOf(value(sql)); }

    /// What `verify` finds, but for the file that the company never had.
    [[nodiscard]] QStringList faults();

    FakeClock clock;

    static constexpr const char *password = "demo-turnus";
    static constexpr qint64 nord = 10; ///< territory channels
    static constexpr qint64 south = 11;
    static constexpr qint64 janasChannel = 20; ///< person channels, in the order of staff ids
    static constexpr qint64 jana = 100;
    static constexpr qint64 customer = 200;
    static constexpr qint64 site = 201;
    static constexpr qint64 grinder = 202;
    static constexpr qint64 southCustomer = 210;
    static constexpr qint64 southSite = 211;
    static constexpr qint64 southGrinder = 212;
    static constexpr qint64 appointment = 203;

private:
    using Put = std::function<void(const char *table, qint64 id, qint64 channel, const Fields &fields)>;
    static void layOutBooks(const Put &put);
    void layOutCustomers(const Put &put) const;

    QTemporaryDir m_directory;
    std::unique_ptr<server::Database> m_database;
    std::unique_ptr<server::Connection> m_connection;
};

/// A handheld as the server sees it: signs in, collects operations, sends them, reads the answer.
class Handheld
{
public:
    Handheld(Company &company, const std::string &login, std::optional<qint64> replica = {});

    struct Answer
    {
        protocol::AnswerControl control;
        std::vector<protocol::Batch> batches;
        bool more = false;
        std::size_t bytes = 0;

        [[nodiscard]] const protocol::Receipt *receipt(qint64 sequence) const;
        [[nodiscard]] bool applied(qint64 sequence) const;
        /// Rows of a table in batches of a kind.
        [[nodiscard]] std::vector<qint64> ids(const char *table, protocol::BatchKind kind) const;
    };

    [[nodiscard]] qint64 mint() { return idRangeStart(principal.replica) + ++m_counter; }
    /// Records an operation; returns its sequence number.
    qint64 insert(const char *table, qint64 id, const Fields &fields);
    qint64 update(const char *table, qint64 id, const Fields &olds, const Fields &news);
    /// Sends all that was recorded and forgets it (unless `keep`), moves the cursors.
    Answer sync(bool keep = false);
    [[nodiscard]] Result<std::string> trySync();
    [[nodiscard]] const protocol::SyncRequest &request() const { return m_request; }
    void forgetOperations() { m_request.operations.clear(); }
    void resetCursors() { m_request.cursors.clear(); }
    void setReceipted(qint64 sequence) { m_request.receipted = sequence; }
    void setSequence(qint64 sequence) { m_request.lastSequence = sequence; }

    /// The facts of a visit at the company's grinder, up to a referral.
    struct Visit
    {
        qint64 visit, dueNote, referral, referralSequence;
    };
    Visit visitWithReferral(const QString &forecastStatus, bool finding);

    server::Principal principal;

private:
    Company &m_company;
    server::SyncService m_service;
    protocol::SyncRequest m_request;
    qint64 m_counter = 0;
};

} // namespace turnus::tests
