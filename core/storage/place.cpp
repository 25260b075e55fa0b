#include "core/storage/place.h"

#include <QDir>
#include <QFile>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace turnus::storage {

Status makePlace(const QString &directory)
{
    ::umask(S_IRWXG | S_IRWXO);
    const auto owner = QFile::ReadOwner | QFile::WriteOwner;
    if (!QDir().mkpath(directory) || !QFile::setPermissions(directory, owner | QFile::ExeOwner))
        return fail(Domain::Storage, u"cannot-open", u"%1: cannot be made one's own"_s.arg(directory));
    // Of earlier versions.
    for (const QFileInfo &file : QDir(directory).entryInfoList({u"turnus.db*"_s}, QDir::Files))
        QFile::setPermissions(file.filePath(), owner);
    return {};
}

} // namespace turnus::storage
