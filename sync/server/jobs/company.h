#pragma once

#include "sync/server/jobs/options.h"
#include "sync/server/store/datadirectory.h"

namespace turnus::jobs {

/// Where --data and --database, or else $TURNUS_DATABASE, say that a company is; it need not be there.
[[nodiscard]] Result<std::unique_ptr<server::DataDirectory>> findCompany(const Options &options);
/// The company that --data and --database name.
struct Company
{
    std::unique_ptr<server::DataDirectory> directory;
    /// What keeps all others off (store/backup.h), if anything: let go when the connection is closed, and before the
    /// database that it is of is gone.
    std::unique_ptr<server::Connection> hold;
    std::unique_ptr<server::Connection> connection;
};
[[nodiscard]] Result<Company> openCompany(const Options &options);
[[nodiscard]] Result<Company> openCompany(std::unique_ptr<server::DataDirectory> directory);
/// The same, whatever older schema it has: nothing is brought up to date.
[[nodiscard]] Result<Company> openCompanyAsItIs(std::unique_ptr<server::DataDirectory> directory);
/// The same, and no server has it open meanwhile. "in-use".
[[nodiscard]] Result<Company> openCompanyAlone(std::unique_ptr<server::DataDirectory> directory);

} // namespace turnus::jobs
