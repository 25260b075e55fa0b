#include "sync/server/jobs/company.h"

using namespace Qt::StringLiterals;

namespace turnus::jobs {

Result<std::unique_ptr<server::DataDirectory>> findCompany(const Options &options)
{
    return server::DataDirectory::open(options.value(u"data"_s, server::DataDirectory::standardPath()),
                                       options.value(u"database"_s, qEnvironmentVariable("TURNUS_DATABASE")));
}

Result<Company> openCompany(const Options &options)
{
    TURNUS_ASSIGN(directory, findCompany(options));
    return openCompany(std::move(directory));
}

Result<Company> openCompany(std::unique_ptr<server::DataDirectory> directory)
{
    if (!directory->exists()) {
        return fail(Domain::Input, u"no-company",
                    directory->path() + u": no company here; make one with turnus-server init"_s);
    }
    TURNUS_ASSIGN(connection, server::Connection::open(directory->database()));
    return Company{std::move(directory), std::move(connection)};
}

} // namespace turnus::jobs
