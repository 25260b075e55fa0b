#pragma once

#include "tests/sync/server/support/company.h"

namespace turnus::tests {

/// A copy of the company's SQLite file, and the company as it was then, marked as `turnus-server restore` marks it.
class Backup
{
public:
    explicit Backup(Company &company);
    void restore(qint64 generation);

private:
    Company &m_company;
    QString m_file;
};

} // namespace turnus::tests
