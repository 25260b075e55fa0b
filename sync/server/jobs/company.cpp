#include "sync/server/jobs/company.h"

#include "sync/server/store/backup.h"

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

namespace {

Result<Company> open(Company company)
{
    if (!company.directory->exists()) {
        return fail(Domain::Input, u"no-company",
                    company.directory->path() + u": no company here; make one with turnus-server init"_s);
    }
    TURNUS_ASSIGN(connection, server::Connection::open(company.directory->database()));
    company.connection = std::move(connection);
    return company;
}

} // namespace

Result<Company> openCompany(std::unique_ptr<server::DataDirectory> directory)
{
    return open({std::move(directory), {}, {}});
}

Result<Company> openCompanyAlone(std::unique_ptr<server::DataDirectory> directory)
{
    TURNUS_TRY(directory->lock());
    Company company{std::move(directory), {}, {}};
    server::Database &database = company.directory->database();
    if (database.engine() == server::Engine::PostgreSql) {
        TURNUS_ASSIGN(hold, server::holdPostgres(database));
        company.hold = std::move(hold);
        database.setHeld(true);
    }
    return open(std::move(company));
}

} // namespace turnus::jobs
