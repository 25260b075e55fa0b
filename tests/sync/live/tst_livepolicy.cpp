#include "sync/client/limits.h"
#include "sync/client/livepolicy.h"
#include "sync/protocol/events.h"

#include <QTest>
#include <algorithm>
#include <map>
#include <random>

using namespace turnus;
using namespace turnus::client;
using namespace std::chrono_literals;

class TestLivePolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void urgentNewsIsFetchedAtOnce();
    void companyNewsIsSpread();
    void quietHandheldsAskMoreAndMoreRarely();
    void aStreamSparesThePolls();
    void handheldsDoNotComeBackAtOnceAfterAnOutage();
    void handheldsDoNotReopenTheirStreamsAtOnce();
    void eventsAreReadCutAnywhere();
    void anEventWithoutAnEndIsRefused();
};

void TestLivePolicy::urgentNewsIsFetchedAtOnce()
{
    QCOMPARE(LivePolicy::afterNews(true, 0.9), 0ms);
}

void TestLivePolicy::companyNewsIsSpread()
{
    QCOMPARE(LivePolicy::afterNews(false, 0), 0ms);
    QCOMPARE(LivePolicy::afterNews(false, 1), limits::companyNewsSpread);
}

void TestLivePolicy::quietHandheldsAskMoreAndMoreRarely()
{
    LivePolicy policy;
    QCOMPARE(policy.afterSuccess(false, true, 0.5), std::chrono::milliseconds(limits::pollInterval));
    auto last = 0ms;
    for (int run = 0; run < 10; ++run) {
        const auto wait = policy.afterSuccess(false, false, 0.5);
        QVERIFY(wait >= last);
        last = wait;
    }
    QCOMPARE(last, std::chrono::milliseconds(limits::quietPollInterval));
    QCOMPARE(policy.afterSuccess(false, true, 0.5), std::chrono::milliseconds(limits::pollInterval));
}

void TestLivePolicy::aStreamSparesThePolls()
{
    LivePolicy policy;
    QCOMPARE(policy.afterSuccess(true, true, 0.5), std::chrono::milliseconds(limits::quietPollInterval));
}

void TestLivePolicy::handheldsDoNotComeBackAtOnceAfterAnOutage()
{
    // A thousand handhelds lose the server in the same second; it is back after an hour.
    std::mt19937 random(11);
    std::uniform_real_distribution<double> unit(0, 1);
    constexpr auto outage = 3'600'000ms;
    std::map<long long, int> perSecond;
    for (int handheld = 0; handheld < 1'000; ++handheld) {
        LivePolicy policy;
        auto now = 0ms;
        while (now < outage)
            now += policy.afterFailure(unit(random));
        ++perSecond[(now - outage) / 1s];
    }
    const int most = std::ranges::max_element(perSecond, {}, &std::pair<const long long, int>::second)->second;
    QVERIFY2(most <= 25, qPrintable(QString::number(most)));
    // Nobody stays away for longer than the longest wait.
    QVERIFY(std::chrono::seconds(perSecond.rbegin()->first) <= limits::lastBackoff);
}

void TestLivePolicy::handheldsDoNotReopenTheirStreamsAtOnce()
{
    std::mt19937 random(12);
    std::uniform_real_distribution<double> unit(0, 1);
    std::map<long long, int> perSecond;
    for (int handheld = 0; handheld < 1'000; ++handheld)
        ++perSecond[LivePolicy().afterStreamEnd(unit(random)) / 1s];
    const int most = std::ranges::max_element(perSecond, {}, &std::pair<const long long, int>::second)->second;
    QVERIFY2(most <= 150, qPrintable(QString::number(most)));
    LivePolicy policy;
    auto last = policy.afterStreamEnd(1);
    for (int i = 0; i < 20; ++i)
        last = policy.afterStreamEnd(1);
    QCOMPARE(last, std::chrono::milliseconds(limits::lastBackoff));
    policy.streamOpened();
    QCOMPARE(policy.afterStreamEnd(1), limits::firstReopen);
}

void TestLivePolicy::eventsAreReadCutAnywhere()
{
    const std::vector<protocol::Head> heads{{1, 345}, {4'294'967'296, 7}};
    const std::string bytes =
        protocol::encodeNews(heads) + protocol::encodeHeartbeat() + "retry: 5\r\n\r\n" + protocol::encodeEnded();
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        protocol::EventReader reader;
        std::vector<protocol::ServerEvent> events;
        for (const auto &part : {bytes.substr(0, cut), bytes.substr(cut)}) {
            QVERIFY(reader.feed(part));
            while (const auto event = reader.next())
                events.push_back(*event);
        }
        QCOMPARE(events.size(), std::size_t{2});
        QCOMPARE(events[0].name, std::string("news"));
        QCOMPARE(*protocol::decodeNews(events[0].data), heads);
        QCOMPARE(events[1].name, std::string("ended"));
    }
    QVERIFY(!protocol::decodeNews("[[0,1]]"));
    QVERIFY(!protocol::decodeNews("{}"));
}

void TestLivePolicy::anEventWithoutAnEndIsRefused()
{
    protocol::EventReader reader;
    QVERIFY(!reader.feed(std::string(200'000, 'x')));
}

QTEST_GUILESS_MAIN(TestLivePolicy)
#include "tst_livepolicy.moc"
