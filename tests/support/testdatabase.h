#pragma once

#include "core/storage/connection.h"
#include "tests/support/fakeclock.h"

#include <QTemporaryDir>

namespace turnus::tests {

/// A signed-in handheld's database in a real file, with the least company in it: one territory channel (10),
/// technician 100 with the person channel 20, one customer with a site and one asset of a coffee grinder.
class TestDatabase
{
public:
    TestDatabase();

    [[nodiscard]] storage::Connection &connection() { return *m_connection; }
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("turnus.db")); }
    /// Closes and opens the file again, as after a kill.
    void reopen();
    /// Runs SQL that must succeed; for laying out reference rows that only the server makes.
    void execute(const char *sql);
    /// The first column of the first row; 0 when there is none.
    [[nodiscard]] qint64 integer(const char *sql);

    FakeClock clock;
    storage::ChangeNotifier notifier;

    static constexpr qint64 companyChannel = 1;
    static constexpr qint64 territoryChannel = 10;
    static constexpr qint64 personChannel = 20;
    static constexpr StaffId technician{100};
    static constexpr CustomerId customer{200};
    static constexpr SiteId site{201};
    static constexpr AssetId grinder{202};
    static constexpr ProductId grinderProduct{300};

private:
    QTemporaryDir m_directory;
    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace turnus::tests
