#pragma once

#include <QString>

namespace turnus::server {

class Connection;

/// Whose handhelds have sent a file's bytes, or could have read them. A handheld's row grants the file it names only
/// then: whoever knows a hash alone gets nothing by writing it down.
class ProofStore
{
public:
    explicit ProofStore(Connection &connection) : m_connection(connection) {}

    /// The condition in SQL under which the row `f`, whose column `hash` names a file, grants it: the company's own
    /// row, or one by a person who has proved that he has the bytes.
    [[nodiscard]] static QString granted(const QString &hash);
    [[nodiscard]] bool has(const QString &sha256, const QString &login);
    void add(const QString &sha256, const QString &login);

private:
    Connection &m_connection;
};

} // namespace turnus::server
