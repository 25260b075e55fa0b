#include "assets/demo/demo.h"

#include "assets/demo/company.h"

#include <QDir>
#include <QFile>

namespace turnus::demo {

using namespace Qt::StringLiterals;

namespace {

Status copyFiles(const QString &directory, const QString &folder)
{
    const QDir from(u":/assets/demo/"_s + folder);
    const QDir to(QDir(directory).filePath(folder));
    if (!to.mkpath(u"."_s))
        return fail(Domain::Storage, u"write", to.path());
    const QStringList names = from.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(Domain::Content, u"file-missing", folder);
    for (const QString &name : names) {
        QFile source(from.filePath(name));
        QFile target(to.filePath(name));
        if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
            return fail(Domain::Storage, u"write", target.fileName() + u": "_s + target.errorString());
        const QByteArray bytes = source.readAll();
        if (target.write(bytes) != bytes.size() || !target.flush())
            return fail(Domain::Storage, u"write", target.fileName() + u": "_s + target.errorString());
    }
    return {};
}

} // namespace

Status writeCompany(const QString &directory, quint64 seed, Day today)
{
    if (!QDir().mkpath(directory))
        return fail(Domain::Storage, u"write", directory);
    TURNUS_TRY(copyFiles(directory, u"brochures"_s));
    TURNUS_TRY(copyFiles(directory, u"pictures"_s));
    Company company;
    company.today = today;
    company.random = Random(seed);
    writeCatalogue(company.files, today);
    writeBrochures(company.files, today);
    writePeople(company);
    makeStory(company);
    makeCustomers(company);
    makeFleet(company);
    writeHistory(company);
    writeSales(company);
    writeAppointments(company);
    writeComplaints(company);
    for (const CsvFile *file : company.files.all())
        TURNUS_TRY(file->save(directory));
    return {};
}

} // namespace turnus::demo
