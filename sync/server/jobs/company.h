#pragma once

#include "sync/server/jobs/options.h"
#include "sync/server/store/datadirectory.h"

namespace turnus::jobs {

/// The company that --data and --database name.
struct Company
{
    std::unique_ptr<server::DataDirectory> directory;
    std::unique_ptr<server::Connection> connection;
};
[[nodiscard]] Result<Company> openCompany(const Options &options);

} // namespace turnus::jobs
