#include "sync/server/http/workers.h"
#include "tests/sync/server/support/company.h"

#include <QTest>
#include <future>

using namespace turnus;
using namespace turnus::tests;

/// Threads for the store's work.
class TestWorkers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsQueuedIsDoneBeforeTheyStop();
    void oneAfterTheOtherIsDone();
};

void TestWorkers::whatIsQueuedIsDoneBeforeTheyStop()
{
    constexpr std::size_t threads = 3;
    constexpr std::size_t queue = 8;
    Company company;
    server::Workers workers(company.database(), queue);
    QVERIFY(workers.start(threads));
    std::promise<void> go;
    const std::shared_future<void> gone = go.get_future().share();
    std::array<std::promise<void>, threads> busy;
    for (std::promise<void> &one : busy) {
        QVERIFY(workers.post([&, gone](server::Connection &) {
            one.set_value();
            gone.wait();
        }));
    }
    for (std::promise<void> &one : busy)
        one.get_future().wait();
    std::atomic<std::size_t> done = 0;
    for (std::size_t i = 0; i < queue; ++i)
        QVERIFY(workers.post([&](server::Connection &) { ++done; }));
    QCOMPARE(workers.waiting(), queue);
    QVERIFY(!workers.post([](server::Connection &) {}));
    go.set_value();
    workers.stop();
    QCOMPARE(done, queue);
    QVERIFY(!workers.post([](server::Connection &) {}));
}

void TestWorkers::oneAfterTheOtherIsDone()
{
    Company company;
    server::Workers workers(company.database(), 1);
    QVERIFY(workers.start(2));
    for (qint64 i = 0; i < 500; ++i) {
        std::promise<qint64> seen;
        // The queue may still hold the one before, whose thread has not taken it out of the way yet.
        while (!workers.post([&](server::Connection &connection) {
            qint64 number = 0;
            if (connection.read([&]() -> Status {
                    number = server::integerOf(server::one(connection, QStringLiteral("SELECT ?"), i));
                    return {};
                }))
                seen.set_value(number);
        }))
            std::this_thread::yield();
        QCOMPARE(seen.get_future().get(), i);
    }
}

QTEST_GUILESS_MAIN(TestWorkers)
#include "tst_workers.moc"
