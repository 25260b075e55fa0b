#pragma once

#include "sync/client/engine.h"
#include "tests/support/testdatabase.h"
#include "tests/sync/client/fakeserver.h"
#include "tests/sync/client/verifysync.h"

/// In a test: the World's two sides agree.
#define COMPARE_BOTH(world) QCOMPARE((world).difference(), QString())

namespace turnus::tests {

/// One handheld and one server that hold the same company; what passes between them can be cut or lost.
class World
{
public:
    World();

    /// One whole run: rounds until nothing is left.
    Result<client::Round> sync();
    /// One round whose answer is cut after `bytes`; true when it went through all the same.
    bool syncCut(std::size_t bytes);
    /// One round whose answer gets lost.
    void syncLost();
    /// What differs between the handheld and the server, row for row; empty when they agree.
    QString difference();
    qint64 addReading(double value);
    /// With a finding.
    qint64 addVisit();
    void edit(const char *table, qint64 id, std::initializer_list<storage::Field> fields);
    [[nodiscard]] QString text(const char *sql);

    TestDatabase device;
    FakeServer server;
};

} // namespace turnus::tests
