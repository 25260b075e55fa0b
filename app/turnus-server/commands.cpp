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

Result<Company> openCompany(const jobs::Options &options)
{
    Company company;
    TURNUS_ASSIGN(directory,
                  server::DataDirectory::open(options.value(u"data"_s, server::DataDirectory::standardPath()),
                                              options.value(u"database"_s)));
    if (!directory->exists()) {
        return fail(Domain::Input, u"no-company",
                    directory->path() + u": no company here; make one with turnus-server init"_s);
    }
    TURNUS_ASSIGN(connection, server::Connection::open(directory->database()));
    company.directory = std::move(directory);
    company.connection = std::move(connection);
    return company;
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
