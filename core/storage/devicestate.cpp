#include "core/storage/devicestate.h"

using namespace Qt::StringLiterals;

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

void DeviceState::adoptReplica(qint64 number, const QString &proof)
{
    const auto before = integer(replica);
    if (before != number || (!proof.isEmpty() && proof != text(certificate)))
        set(certificate, proof);
    if (before == number)
        return;
    if (before) {
        set(formerReplicas, u"%1 %2"_s.arg(text(formerReplicas)).arg(*before).trimmed());
        Statement last = m_connection.query("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'");
        const qint64 operation = last.step() ? last.integer(0) : 0;
        const QString known = text(makers);
        set(makers, u"%1 %2:%3:%4:%5"_s.arg(known)
                        .arg(*before)
                        .arg(integer(staffId).value_or(0))
                        .arg(integer(replicaSince).value_or(0))
                        .arg(operation)
                        .trimmed());
    }
    // Nothing is settled under the new number.
    set(receipted, qint64{0});
    m_connection.execute("INSERT INTO device (key, value) VALUES (?1, coalesce((SELECT seq FROM sqlite_sequence WHERE "
                         "name = 'outbox'), 0)) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                         QString::fromLatin1(replicaSince));
    set(replica, number);
    set(nextId, idRangeStart(number) + 1);
}

} // namespace turnus::storage
