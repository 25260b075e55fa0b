#include "core/storage/devicestate.h"

namespace turnus::storage {

Value DeviceState::value(const char *key) const
{
    Statement row = m_connection.query("SELECT value FROM device WHERE key = ?", QString::fromLatin1(key));
    return row.step() ? row.value(0) : Value();
}

std::optional<qint64> DeviceState::integer(const char *key) const
{
    const Value stored = value(key);
    const auto *number = std::get_if<qint64>(&stored.data());
    return number ? std::optional(*number) : std::nullopt;
}

QString DeviceState::text(const char *key) const
{
    const Value stored = value(key);
    const auto *words = std::get_if<QString>(&stored.data());
    return words ? *words : QString();
}

void DeviceState::set(const char *key, const Value &value)
{
    m_connection.execute("INSERT INTO device (key, value) VALUES (?, ?) "
                         "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                         QString::fromLatin1(key), value);
}

void DeviceState::adoptReplica(qint64 number)
{
    if (integer(replica) == number)
        return;
    set(replica, number);
    set(nextId, idRangeStart(number) + 1);
}

} // namespace turnus::storage
