#pragma once

#include "core/bonus/rules/rule.h"
#include "sync/server/store/contentstore.h"

#include <QHash>
#include <QStringList>

namespace turnus::protocol {
struct Table;
}

namespace turnus::server {

class Connection;

struct Verification
{
    QStringList faults; ///< what is wrong, each with where
    QStringList notes;  ///< what is not wrong, but worth knowing
    qint64 rows = 0;
    qint64 changes = 0;
    qint64 postings = 0;
    qint64 files = 0;
    qint64 lostFiles = 0; ///< that were held before and are nowhere now
    [[nodiscard]] bool isSound() const { return faults.isEmpty(); }
};

/// Reads the whole company and checks what must always hold: references, channels, the change logs, every cent of the
/// ledger, the files.
class Verifier
{
public:
    /// `beside`: where files that `content` lacks, or has damaged, may lie. Lost ones are no fault then: it is a
    /// backup's company, to which handhelds bring them again.
    Verifier(Connection &connection, const ContentStore &content, const ContentStore *beside = nullptr)
        : m_connection(connection), m_content(content), m_beside(beside)
    {
    }

    [[nodiscard]] Result<Verification> run();

private:
    void checkEngine();
    void checkReferences(const protocol::Table &table);
    void checkChannels(const protocol::Table &table);
    void checkLogs();
    void checkSums();
    void checkLedger();
    void noteDoubleBonuses();
    void checkAmounts();
    void checkMoney();
    void checkFiles();
    /// What is known of a file that rows name: it may be on its way, was here before, or is the company's own and must
    /// be here.
    enum class Wanted { Awaited, Held, Own };
    [[nodiscard]] QHash<QString, Wanted> wantedFiles();
    void lose(const QString &sha256);
    /// Adds a fault when the statement counts anything.
    void none(const QString &what, const QString &sql);

    Connection &m_connection;
    const ContentStore &m_content;
    const ContentStore *m_beside;
    Verification m_result;
};

} // namespace turnus::server
