#pragma once

#include <QByteArray>
#include <QString>
#include <variant>

class QVariant;

namespace turnus::server {

/// A value of one column, as both engines hold it: nothing, integer, real, text, bytes.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

[[nodiscard]] inline bool isNull(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}
/// 0 when the value is no integer.
[[nodiscard]] inline qint64 integerOf(const Value &value)
{
    const auto *integer = std::get_if<qint64>(&value);
    return integer ? *integer : 0;
}
/// Empty when the value is no text.
[[nodiscard]] inline QString textOf(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

/// As people read it; nothing stays nothing, and so do bytes.
[[nodiscard]] Value wordsOf(const Value &value);

[[nodiscard]] QVariant toVariant(const Value &value);
[[nodiscard]] Value fromVariant(const QVariant &variant);

/// Text form that keeps the type: "i:42", "r:0.5", "t:text", "b:base64"; a null QString for nothing.
[[nodiscard]] QString toTagged(const Value &value);
[[nodiscard]] Value fromTagged(const QString &text);

} // namespace turnus::server
