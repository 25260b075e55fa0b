#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace turnus::tests {

/// How a command ended, and what it said.
struct Run
{
    int code = 0;
    QString out;
    QString err;
};

/// `turnus-server forecast` with these words, in this process.
Run runForecast(const QStringList &args);

/// Writes a table into the folder, in the place of one of that name; false when it cannot.
bool put(const QTemporaryDir &folder, const QString &name, const QByteArray &text);

/// What a file holds; none when it is not there.
QStringList linesOf(const QString &path);

} // namespace turnus::tests
