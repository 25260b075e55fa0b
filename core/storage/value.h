#pragma once

#include "core/support/ids.h"
#include "core/support/money.h"
#include "core/support/time.h"

#include <QByteArray>
#include <QString>
#include <optional>
#include <variant>

namespace turnus::storage {

/// A value of one SQLite column. Converts from the core's types, so that a row can be written down as
/// `{{"asset_id", assetId}, {"at", now}, {"value", 214380.0}}`.
class Value
{
public:
    using Data = std::variant<std::monostate, qint64, double, QString, QByteArray>;

    Value() = default;
    Value(std::nullopt_t) {}
    Value(qint64 v) : m_data(v) {}
    Value(int v) : m_data(qint64{v}) {}
    Value(bool v) : m_data(qint64{v}) {}
    Value(const char *) = delete; ///< would be a truth value
    Value(double v) : m_data(v) {}
    Value(QString v) : m_data(std::move(v)) {}
    Value(QByteArray v) : m_data(std::move(v)) {}
    Value(Money v) : m_data(v.cents) {}
    Value(Instant v) : m_data(toInteger(v)) {}
    Value(Day v) : m_data(toInteger(v)) {}
    /// A null id is NULL.
    template <class Tag>
    Value(Id<Tag> v)
    {
        if (v)
            m_data = v.value;
    }
    template <class T>
    Value(const std::optional<T> &v)
    {
        if (v)
            *this = Value(*v);
    }

    [[nodiscard]] const Data &data() const { return m_data; }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool operator==(const Value &) const = default;

private:
    Data m_data;
};

struct Field
{
    const char *name;
    Value value;
};

} // namespace turnus::storage
