#include "app/turnus-server/commands.h"

using namespace Qt::StringLiterals;

namespace turnus::app {

Result<jobs::Options> parse(const QStringList &args, const QStringList &valued, const QStringList &flags, int words)
{
    TURNUS_ASSIGN(options, jobs::Options::parse(args, valued + QStringList{u"data"_s, u"database"_s}, flags));
    if (options.words().size() != words)
        return fail(Domain::Input, u"usage", u"%1 words expected, %2 given"_s.arg(words).arg(options.words().size()));
    return options;
}

Result<Company> openToRead(const jobs::Options &options)
{
    TURNUS_ASSIGN(directory, jobs::findCompany(options));
    directory->database().setMayHaveMoved(true);
    return openCompany(std::move(directory));
}

int report(const Error &error, QTextStream &err)
{
    if (error.code == "usage"_L1) {
        err << "turnus-server: " << error.detail << " (see turnus-server COMMAND --help)\n";
        return 2;
    }
    err << "turnus-server: " << error.toString() << "\n";
    return 1;
}

} // namespace turnus::app
