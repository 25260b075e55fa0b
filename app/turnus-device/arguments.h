#pragma once

#include "core/support/result.h"

#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace turnus::device {

/// The words of a command line: what stands by itself, and options. Which options take a value is said by the command.
class Arguments
{
public:
    /// `valued`: names of options that take a value, `flags`: those that take none; both without "--".
    static Result<Arguments> parse(const QStringList &words, const QStringList &valued, const QStringList &flags);

    [[nodiscard]] qsizetype count() const { return m_words.size(); }
    /// Error "usage" when there are fewer words.
    [[nodiscard]] Result<QString> word(qsizetype index, const QString &name) const;
    [[nodiscard]] Result<qint64> integer(qsizetype index, const QString &name) const;
    [[nodiscard]] Result<double> number(qsizetype index, const QString &name) const;
    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &otherwise = {}) const;
    [[nodiscard]] Result<std::optional<qint64>> maybeInteger(const QString &option) const;

private:
    QStringList m_words;
    std::map<QString, QString> m_options;
};

} // namespace turnus::device
