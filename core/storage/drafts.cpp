#include "core/storage/drafts.h"

#include "core/support/clock.h"

namespace turnus::storage {

Result<QString> Drafts::text(const QString &key) const
{
    return m_connection.read([&] {
        Statement row = m_connection.query("SELECT value FROM draft WHERE key = ?", key);
        return row.step() ? row.text(0) : QString();
    });
}

Status Drafts::set(const QString &key, const QString &text)
{
    return m_connection.write([&](Writer &writer) -> Status {
        m_connection.execute("INSERT INTO draft (key, value, at) VALUES (?, ?, ?) "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at",
                             key, text, writer.now());
        return {};
    });
}

Status Drafts::setAbout(CustomerId customer, const QString &key, const QString &text)
{
    return m_connection.write([&](Writer &writer) -> Status {
        m_connection.execute("INSERT INTO draft (key, value, at) SELECT ?, ?, ? FROM customer WHERE id = ? "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at",
                             key, text, writer.now(), customer);
        return {};
    });
}

Status Drafts::remove(const QString &key)
{
    return m_connection.write([&](Writer &) -> Status {
        m_connection.execute("DELETE FROM draft WHERE key = ?", key);
        return {};
    });
}

Status Drafts::removeAll(const QString &prefix)
{
    return m_connection.write([&](Writer &) -> Status {
        m_connection.execute("DELETE FROM draft WHERE substr(key, 1, ?) = ?", prefix.size(), prefix);
        return {};
    });
}

} // namespace turnus::storage
