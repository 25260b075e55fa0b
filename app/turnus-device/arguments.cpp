#include "app/turnus-device/arguments.h"

using namespace Qt::StringLiterals;

namespace turnus::device {

Result<Arguments> Arguments::parse(const QStringList &words, const QStringList &valued, const QStringList &flags)
{
    Arguments parsed;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!words[i].startsWith(u"--"_s)) {
            parsed.m_words.append(words[i]);
            continue;
        }
        const QString name = words[i].mid(2).section(u'=', 0, 0);
        if (flags.contains(name)) {
            parsed.m_options[name] = QString();
        } else if (!valued.contains(name)) {
            return fail(Domain::Input, u"usage", u"there is no option --%1 here"_s.arg(name));
        } else if (words[i].contains(u'=')) {
            parsed.m_options[name] = words[i].section(u'=', 1);
        } else if (i + 1 < words.size()) {
            parsed.m_options[name] = words[++i];
        } else {
            return fail(Domain::Input, u"usage", u"option --%1 needs a value"_s.arg(name));
        }
    }
    return parsed;
}

Result<QString> Arguments::word(qsizetype index, const QString &name) const
{
    if (index >= m_words.size())
        return fail(Domain::Input, u"usage", u"%1 is missing"_s.arg(name));
    return m_words[index];
}

Result<qint64> Arguments::integer(qsizetype index, const QString &name) const
{
    TURNUS_ASSIGN(text, word(index, name));
    bool valid = false;
    const qint64 value = text.toLongLong(&valid);
    if (!valid)
        return fail(Domain::Input, u"usage", u"%1: %2 is no whole number"_s.arg(name, text));
    return value;
}

Result<double> Arguments::number(qsizetype index, const QString &name) const
{
    TURNUS_ASSIGN(text, word(index, name));
    bool valid = false;
    const double value = text.toDouble(&valid);
    if (!valid)
        return fail(Domain::Input, u"usage", u"%1: %2 is no number"_s.arg(name, text));
    return value;
}

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? otherwise : found->second;
}

Result<std::optional<qint64>> Arguments::maybeInteger(const QString &option) const
{
    if (!has(option))
        return std::nullopt;
    bool valid = false;
    const qint64 number = value(option).toLongLong(&valid);
    if (!valid)
        return fail(Domain::Input, u"usage", u"--%1: %2 is no whole number"_s.arg(option, value(option)));
    return number;
}

} // namespace turnus::device
