#include "sync/server/jobs/company.h"

#include "sync/server/store/backup.h"
#include "sync/server/store/migrations.h"

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

Status refuseMissing(const server::DataDirectory &directory)
{
    if (directory.exists())
        return {};
    return fail(Domain::Input, u"no-company",
                directory.path() + u": no company here; make one with turnus-server init"_s);
}

Result<Company> open(Company company)
{
    TURNUS_TRY(refuseMissing(*company.directory));
    TURNUS_ASSIGN(connection, server::Connection::open(company.directory->database()));
    company.connection = std::move(connection);
    return company;
}

} // namespace

Result<Company> openCompany(std::unique_ptr<server::DataDirectory> directory)
{
    return open({std::move(directory), {}, {}});
}

Result<Company> openCompanyAsItIs(std::unique_ptr<server::DataDirectory> directory)
{
    TURNUS_TRY(refuseMissing(*directory));
    TURNUS_ASSIGN(connection, server::Connection::openAsItIs(directory->database()));
    TURNUS_TRY(server::migrations::check(*connection));
    return Company{std::move(directory), {}, std::move(connection)};
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
