#include "sync/server/jobs/options.h"

#include "sync/server/jobs/csv.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

Result<Options> Options::parse(const QStringList &args, const QStringList &valued, const QStringList &flags)
{
    Options options;
    for (qsizetype i = 0; i < args.size(); ++i) {
        if (!args[i].startsWith(u"--"_s)) {
            options.m_words << args[i];
            continue;
        }
        const QString name = args[i].mid(2).section(u'=', 0, 0);
        if (flags.contains(name)) {
            options.m_values.insert(name, {});
        } else if (!valued.contains(name)) {
            return fail(Domain::Input, u"usage", u"unknown option --%1"_s.arg(name));
        } else if (args[i].contains(u'=')) {
            options.m_values.insert(name, args[i].section(u'=', 1));
        } else if (i + 1 < args.size()) {
            options.m_values.insert(name, args[++i]);
        } else {
            return fail(Domain::Input, u"usage", u"--%1 needs a value"_s.arg(name));
        }
    }
    return options;
}

Result<QString> Options::required(const QString &name) const
{
    if (!has(name))
        return fail(Domain::Input, u"usage", u"--%1 is needed"_s.arg(name));
    return value(name);
}

Result<Day> Options::day(const QString &name, Day otherwise) const
{
    if (!has(name))
        return otherwise;
    const auto parsed = parseIsoDay(value(name).toStdString());
    if (!parsed)
        return fail(Domain::Input, u"usage", u"--%1: \"%2\" is not a date (YYYY-MM-DD)"_s.arg(name, value(name)));
    const std::chrono::year year = std::chrono::year_month_day(dayFrom(*parsed)).year();
    if (year < std::chrono::year{1900} || year > std::chrono::year{2200})
        return fail(Domain::Input, u"usage", u"--%1: %2 is not from 1900 to 2200"_s.arg(name, value(name)));
    return dayFrom(*parsed);
}

Result<double> Options::number(const QString &name, double otherwise) const
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const double number = value(name).toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return fail(Domain::Input, u"usage", u"--%1: \"%2\" is not a number"_s.arg(name, value(name)));
    return number;
}

} // namespace turnus::jobs
