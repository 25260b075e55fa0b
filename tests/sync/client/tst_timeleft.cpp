#include "sync/client/engine.h"
#include "sync/client/timeleft.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace std::chrono_literals;
using client::Progress;

class TestTimeLeft : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isUnknownUntilSomethingCameForASecond();
    void followsHowFastItCame();
    void whatWasThereBeforeACutCountsForNothing();
    void isNothingAtTheEnd();

private:
    static Progress at(std::size_t bytes, std::size_t inAll = 1'000'000)
    {
        return {.bytes = bytes, .bytesInAll = inAll};
    }
};

void TestTimeLeft::isUnknownUntilSomethingCameForASecond()
{
    FakeClock clock;
    client::TimeLeft left(clock);
    QVERIFY(!left.after(at(0, 0)));
    QVERIFY(!left.after(at(0)));
    clock.advance(500ms);
    QVERIFY(!left.after(at(1'000)));
    clock.advance(5s);
    client::TimeLeft standing(clock);
    QVERIFY(!standing.after(at(1'000)));
    clock.advance(5s);
    QVERIFY(!standing.after(at(1'000)));
}

void TestTimeLeft::followsHowFastItCame()
{
    FakeClock clock;
    client::TimeLeft left(clock);
    QVERIFY(!left.after(at(0)));
    clock.advance(2s);
    QVERIFY(left.after(at(100'000)) == 18s);
    clock.advance(2s);
    QVERIFY(left.after(at(400'000)) == 6s);
}

void TestTimeLeft::whatWasThereBeforeACutCountsForNothing()
{
    FakeClock clock;
    client::TimeLeft left(clock);
    QVERIFY(!left.after(at(500'000)));
    clock.advance(2s);
    QVERIFY(left.after(at(600'000)) == 8s);
}

void TestTimeLeft::isNothingAtTheEnd()
{
    FakeClock clock;
    client::TimeLeft left(clock);
    QVERIFY(!left.after(at(0)));
    clock.advance(2s);
    QVERIFY(left.after(at(1'000'200)) == 0s);
}

QTEST_GUILESS_MAIN(TestTimeLeft)
#include "tst_timeleft.moc"
