#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/service/restore.h"

#include <QDateTime>
#include <QDir>
#include <QRandomGenerator>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

Status restore(const jobs::Options &options, QTextStream &out)
{
    TURNUS_ASSIGN(directory, jobs::findCompany(options));
    const QString file = QDir::current().absoluteFilePath(options.words().first());
    // Never 0, and not one that an earlier restore of the same backup had.
    const qint64 generation = 1 + QRandomGenerator::system()->bounded(std::numeric_limits<qint64>::max() - 1);
    TURNUS_ASSIGN(report, server::Restore(*directory, generation, SystemClock().now()).run(file));
    const server::Verification &found = report.verification;
    for (const QString &note : found.notes)
        out << "note  " << note << "\n";
    out << "restored " << file << " to " << directory->database().name() << ", as of "
        << QDateTime::fromMSecsSinceEpoch(toInteger(report.to), Qt::UTC).toString(Qt::ISODate) << "\n"
        << found.rows << " rows, " << found.changes << " changes, " << found.postings << " bonus postings, "
        << found.files << " files: sound\n";
    if (!report.moved.isEmpty()) {
        out << "note  when this was backed up, the company had been moved to " << report.moved
            << "; it is here now: serve it from one place only\n";
    }
    if (!report.before.isEmpty())
        out << "what was there before is in " << report.before << "; remove it when it is not needed any more\n";
    out << "start the server: handhelds bring what they recorded since\n";
    return {};
}

} // namespace

int runRestore(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto options = parse(args, {}, {}, 1);
    const Status done = options ? restore(*options, out) : tl::unexpected(options.error());
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
