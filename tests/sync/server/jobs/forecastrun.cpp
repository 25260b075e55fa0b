#include "tests/sync/server/jobs/forecastrun.h"

#include "sync/server/jobs/forecast_command.h"

#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace turnus::tests {

Run runForecast(const QStringList &args)
{
    Run result;
    QTextStream out(&result.out);
    QTextStream err(&result.err);
    result.code = jobs::runForecastCommand(args, out, err);
    return result;
}

bool put(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

} // namespace turnus::tests
