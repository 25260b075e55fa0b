#pragma once

#include "tests/sync/server/support/cluster.h"

#include <QTest>

namespace turnus::tests {

/// For initTestCase_data(): every test of the class runs on both engines.
inline void addEngines()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgresql") << true;
}

/// A fresh place for a company on the engine of the running test; empty for an SQLite file of its own.
inline QString freshLocation()
{
    QFETCH_GLOBAL(bool, postgres);
    return postgres ? Cluster::instance().freshLocation() : QString();
}

} // namespace turnus::tests
