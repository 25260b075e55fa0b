#pragma once

#include "core/support/result.h"

#include <QString>
#include <string_view>
#include <vector>

struct sqlite3;

namespace turnus::storage {
class Connection;
class Writer;
} // namespace turnus::storage

namespace turnus::client {

/// Whose the work is on a handheld that several people sign in on. The server takes work only from who did it: what a
/// colleague did, and a restored server lacks, lies in quarantine until he signs in here. Inside Connection::read and
/// Connection::write.
class Makers
{
public:
    explicit Makers(sqlite3 *database) : m_database(database) {}

    /// SQL: an operation that does not wait for another person.
    static constexpr std::string_view isOwnWork = "NOT (state = 2 AND reason GLOB 'maker:*')";
    [[nodiscard]] static bool waitsForItsMaker(const QString &reason);
    /// The reason with the person's name in place of his number.
    [[nodiscard]] QString named(const QString &reason);

    /// Whether anything waits to be sent that another person would stand in the way of.
    [[nodiscard]] bool hasUnsentWork();
    /// Of what is sent again after a restore: leaves to others what they made or edited.
    void leaveToOthers();
    /// Whatever is still here of the person who was signed in until now waits for him; also what was refused, with why.
    void leaveAllTo(qint64 person);
    /// Queues what waited for this person; what was refused before is refused again.
    void release(qint64 person);

private:
    struct Former
    {
        qint64 replica;
        qint64 person;
        qint64 after; ///< the last operation before the first under that number
        qint64 lastOperation;
    };
    [[nodiscard]] std::vector<Former> former();
    [[nodiscard]] qint64 person();
    void leave(qint64 sequence, qint64 person);

    sqlite3 *m_database;
};

struct Person
{
    qint64 replica = 0; ///< as which the server knows this database now
    QString certificate;
    qint64 staff = 0;
};
/// Who signed in goes on in this database, perhaps another person than before.
Status handOver(storage::Connection &connection, storage::Writer &writer, const Person &to);

} // namespace turnus::client
