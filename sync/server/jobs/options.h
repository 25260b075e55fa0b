#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

#include <QMap>
#include <QStringList>

namespace turnus::jobs {

/// `--name value` pairs and `--flag`s of a command line; anything unknown is an error.
class Options
{
public:
    static Result<Options> parse(const QStringList &args, const QStringList &valued, const QStringList &flags);
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString &name, const QString &otherwise = {}) const
    {
        return m_values.value(name, otherwise);
    }
    [[nodiscard]] Result<QString> required(const QString &name) const;
    /// A day from 1900 to 2200: forecasts reach two centuries further.
    [[nodiscard]] Result<Day> day(const QString &name, Day otherwise) const;
    [[nodiscard]] Result<double> number(const QString &name, double otherwise) const;
    [[nodiscard]] const QStringList &words() const { return m_words; }

private:
    QMap<QString, QString> m_values;
    QStringList m_words;
};

} // namespace turnus::jobs
