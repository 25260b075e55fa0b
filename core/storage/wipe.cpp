#include "core/storage/wipe.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace turnus::storage {

namespace {

const QString mark = u"wipe"_s;

} // namespace

Status markForWipe(const QString &directory)
{
    QFile file(QDir(directory).filePath(mark));
    if (!file.open(QIODevice::WriteOnly) || !file.flush())
        return fail(Domain::Storage, u"io", u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

bool isMarkedForWipe(const QString &directory)
{
    return QFile::exists(QDir(directory).filePath(mark));
}

Status wipe(const QString &directory)
{
    TURNUS_TRY(markForWipe(directory));
    const QDir dir(directory);
    for (const QFileInfo &entry :
         dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        const QString name = entry.fileName();
        if (name == mark || name == u"lock" || name == u"turnus.lock")
            continue;
        const bool tree = entry.isDir() && !entry.isSymLink();
        const bool gone = tree ? QDir(entry.filePath()).removeRecursively() : QFile::remove(entry.filePath());
        if (!gone)
            return fail(Domain::Storage, u"io", u"%1: cannot be removed"_s.arg(entry.filePath()));
    }
    if (!QFile::remove(dir.filePath(mark)))
        return fail(Domain::Storage, u"io", u"%1: cannot be removed"_s.arg(dir.filePath(mark)));
    return {};
}

} // namespace turnus::storage
