#include "sync/server/store/value.h"

#include <QMetaType>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace turnus::server {

Value wordsOf(const Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return QString::number(*integer);
    if (const auto *real = std::get_if<double>(&value))
        return QString::number(*real);
    return std::holds_alternative<QString>(value) ? value : Value();
}

QVariant toVariant(const Value &value)
{
    switch (value.index()) {
    case 1:
        return QVariant(std::get<qint64>(value));
    case 2:
        return QVariant(std::get<double>(value));
    case 3: {
        // A null QString would be bound as NULL, and a Value holds a text or nothing.
        const QString &text = std::get<QString>(value);
        return QVariant(text.isNull() ? QString(""_L1) : text);
    }
    case 4: {
        const QByteArray &bytes = std::get<QByteArray>(value);
        return QVariant(bytes.isNull() ? QByteArray("") : bytes);
    }
    default:
        return {};
    }
}

Value fromVariant(const QVariant &variant)
{
    if (variant.isNull())
        return {};
    switch (variant.typeId()) {
    case QMetaType::QByteArray:
        return variant.toByteArray();
    case QMetaType::Double:
    case QMetaType::Float:
        return variant.toDouble();
    case QMetaType::QString:
        return variant.toString();
    default:
        return variant.toLongLong();
    }
}

QString toTagged(const Value &value)
{
    switch (value.index()) {
    case 1:
        return u"i:"_s + QString::number(std::get<qint64>(value));
    case 2:
        return u"r:"_s + QString::number(std::get<double>(value), 'g', 17);
    case 3:
        return u"t:"_s + std::get<QString>(value);
    case 4:
        return u"b:"_s + QString::fromLatin1(std::get<QByteArray>(value).toBase64());
    default:
        return {};
    }
}

Value fromTagged(const QString &text)
{
    if (text.size() < 2)
        return {};
    const QString rest = text.mid(2);
    switch (text.at(0).unicode()) {
    case u'i':
        return rest.toLongLong();
    case u'r':
        return rest.toDouble();
    case u't':
        return rest;
    case u'b':
        return QByteArray::fromBase64(rest.toLatin1());
    default:
        return {};
    }
}

} // namespace turnus::server
