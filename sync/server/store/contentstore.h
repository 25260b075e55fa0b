#pragma once

#include "core/support/result.h"

#include <QDir>

namespace turnus::server {

/// Files named by their SHA-256 in one directory. A file is complete and right once it has its name.
class ContentStore
{
public:
    explicit ContentStore(const QString &directory) : m_directory(directory) {}

    struct Stored
    {
        QString sha256;
        qint64 size = 0;
    };
    /// Copies a file in, synced to disk before it is named.
    [[nodiscard]] Result<Stored> put(const QString &file) const;
    /// Takes a file that lies whole on the same disk, by its name alone; "hash" when its bytes are others.
    [[nodiscard]] Status adopt(const QString &file, const QString &sha256) const;
    [[nodiscard]] QString path(const QString &sha256) const { return m_directory.filePath(sha256); }
    [[nodiscard]] bool has(const QString &sha256) const;
    /// All files here.
    [[nodiscard]] QStringList names() const;
    /// Nothing is wrong when there is no such file.
    [[nodiscard]] Status remove(const QString &sha256) const;
    /// Reads the file again and compares.
    [[nodiscard]] Status check(const QString &sha256) const;
    /// 64 lower-case hexadecimal digits; everything else is no name of a file here.
    [[nodiscard]] static bool isName(QStringView sha256);

private:
    QDir m_directory;
};

} // namespace turnus::server
