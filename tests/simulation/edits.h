#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "tests/simulation/journal.h"
#include "tests/simulation/random.h"

namespace turnus::simulation {

/// What the person at one device does: one saved step of a random kind, through the same door as the product's
/// stores (storage::Writer). What was recorded goes to the journal.
class Person
{
public:
    Person(storage::Connection &connection, Journal &journal, Random &random, int device, qint64 staff)
        : m_connection(connection), m_journal(journal), m_random(random), m_device(device), m_staff(staff)
    {
    }

    /// Words for the trace; "nothing to do" when no row fits.
    QString act();

private:
    using Fields = std::vector<storage::Field>;
    using Action = Status (Person::*)();

    Status read();
    Status beginVisit();
    Status recordFacts();
    Status editOwnVisit();
    Status advise();
    Status editCustomer();
    Status editSeveral();
    Status editAppointment();
    Status addContact();
    Status editContact();
    Status complain();
    Status settleComplaint();
    Status overstep();
    Status decide();

    QString settle();
    QString retryRefused();
    QString record(const char *name, Action action);
    qint64 any(const char *sql);
    Result<qint64> insert(const char *table, const char *parentTable, qint64 parent, Fields fields);
    void update(const char *table, qint64 row, const char *column, const storage::Value &value);
    QString token(const char *what);
    RowKey keyOf(const protocol::Table &table, qint64 row);
    qint64 customerOf(std::string table, qint64 row);

    storage::Connection &m_connection;
    Journal &m_journal;
    Random &m_random;
    int m_device;
    qint64 m_staff;
    storage::Writer *m_writer = nullptr;
    std::vector<Edit> m_made;
};

/// Values of the device's store as the protocol's.
protocol::Value toProtocol(const storage::Value &value);

} // namespace turnus::simulation
