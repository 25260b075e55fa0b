#include "sync/server/store/erasedlist.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

ErasedList::ErasedList(const QString &directory) : m_path(QDir(directory).filePath(u"erasures"_s)) {}

Result<QList<ErasedList::Entry>> ErasedList::entries(const QString &company) const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<Entry>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Storage, u"io", m_path + u": "_s + file.errorString());
    QList<Entry> entries;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        bool isNumber = false;
        const qint64 customer = words.value(1).toLongLong(&isNumber);
        const QDateTime at = QDateTime::fromString(words.constFirst(), Qt::ISODateWithMs);
        if (words.size() == 4 && isNumber && at.isValid() && words.at(3) == company)
            entries.append({instantFrom(at.toMSecsSinceEpoch()), customer, words.at(2)});
    }
    return entries;
}

Status ErasedList::append(const QString &company, const Entry &entry) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return fail(Domain::Storage, u"io", m_path + u": "_s + file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QString at = QDateTime::fromMSecsSinceEpoch(toInteger(entry.at), Qt::UTC).toString(Qt::ISODateWithMs);
    // Begins a line of its own even after one that a kill cut short.
    const QByteArray line = u"\n%1 %2 %3 %4\n"_s.arg(at).arg(entry.customer).arg(entry.reason, company).toUtf8();
    if (file.write(line) != line.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return fail(Domain::Storage, u"io", m_path + u": "_s + file.errorString());
    return {};
}

Status ErasedList::complete(const QString &company, const QList<Entry> &erasures) const
{
    TURNUS_ASSIGN(listed, entries(company));
    for (const Entry &entry : erasures) {
        if (std::ranges::find(listed, entry.customer, &Entry::customer) == listed.end())
            TURNUS_TRY(append(company, entry));
    }
    return {};
}

} // namespace turnus::server
