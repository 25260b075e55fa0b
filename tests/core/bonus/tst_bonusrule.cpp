#include "core/bonus/rules/rule.h"

#include <QTest>
#include <limits>

using namespace turnus;
using namespace turnus::bonus;
using namespace Qt::StringLiterals;

class TestBonusRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPercentageIsRoundedToTheCent_data();
    void aPercentageIsRoundedToTheCent();
    void theCapCutsBeforeTheSplit();
    void flatAndPercentageAddUp();
    void anUnknownPriceGivesAnErrorNotZero();
    void aShareOfAnyAmountStaysAmongTheNumbers();
    void anAmountBeyondAllOffersGivesNothing();
    void sharesAddUpToTheCent_data();
    void sharesAddUpToTheCent();
    void refusesSharesThatAreNotAWhole();
    void theCategorysNewestRuleInForceCounts();
    void adviceNeedsEvidence_data();
    void adviceNeedsEvidence();
    void wordsGoThereAndBack();
};

namespace {

const Day today = dayFrom(20'000);

Rule percentRule(int points, std::optional<Money> cap = {})
{
    Rule rule;
    rule.number = u"4.2"_s;
    rule.basisPoints = points;
    rule.cap = cap;
    return rule;
}

} // namespace

void TestBonusRule::aPercentageIsRoundedToTheCent_data()
{
    QTest::addColumn<qint64>("base");
    QTest::addColumn<int>("points");
    QTest::addColumn<qint64>("amount");
    QTest::newRow("the picture's order") << qint64{1'190'000} << 100 << qint64{11'900};
    QTest::newRow("half a cent goes up") << qint64{150} << 100 << qint64{2};
    QTest::newRow("below half goes down") << qint64{149} << 100 << qint64{1};
    QTest::newRow("quarter percent") << qint64{240'001} << 25 << qint64{600};
    QTest::newRow("nothing of nothing") << qint64{0} << 100 << qint64{0};
}

void TestBonusRule::aPercentageIsRoundedToTheCent()
{
    QFETCH(qint64, base);
    QFETCH(int, points);
    QFETCH(qint64, amount);
    const auto result = computeBonus(percentRule(points), {.day = today}, Money{base});
    QVERIFY(result);
    QCOMPARE(result->amount.cents, amount);
    QCOMPARE(result->steps.front(), (Step{StepKind::Percent, Money{base}, points, Money{amount}}));
    QCOMPARE(result->steps.back(), (Step{StepKind::Bonus, {}, 0, Money{amount}}));
}

void TestBonusRule::theCapCutsBeforeTheSplit()
{
    const auto result = computeBonus(percentRule(100, Money{15'000}),
                                     {.day = today, .shares = {6'000, 4'000}, .mine = 0}, Money{2'000'000});
    QVERIFY(result);
    QCOMPARE(result->amount.cents, 9'000);
    const std::vector<Step> expected{{StepKind::Percent, Money{2'000'000}, 100, Money{20'000}},
                                     {StepKind::Cap, Money{20'000}, 0, Money{15'000}},
                                     {StepKind::Share, Money{15'000}, 6'000, Money{9'000}},
                                     {StepKind::Bonus, {}, 0, Money{9'000}}};
    QVERIFY(result->steps == expected);
    const auto below = computeBonus(percentRule(100, Money{15'000}), {.day = today}, Money{1'500'000});
    QVERIFY(below);
    QCOMPARE(below->steps.size(), std::size_t{3}); // the cap is not mentioned when it did not cut
}

void TestBonusRule::flatAndPercentageAddUp()
{
    Rule rule = percentRule(50);
    rule.flat = Money{2'000};
    const auto result = computeBonus(rule, {.day = today}, Money{100'000});
    QVERIFY(result);
    QCOMPARE(result->amount.cents, 2'500);
    QCOMPARE(result->steps[2], (Step{StepKind::Sum, {}, 0, Money{2'500}}));
    QCOMPARE(computeBonus(Rule{}, {.day = today}, Money{1}).error().code, u"rule-empty"_s);
}

void TestBonusRule::aShareOfAnyAmountStaysAmongTheNumbers()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QCOMPARE(Money{qint64{1} << 62}.basisPoints(100).cents, 46'116'860'184'273'879);
    QCOMPARE(Money{most}.basisPoints(10'000).cents, most);
    QCOMPARE(Money{most}.basisPoints(20'000).cents, most);
    QCOMPARE(Money{-most}.basisPoints(20'000).cents, std::numeric_limits<qint64>::min());
    QCOMPARE(Money{-150}.basisPoints(100).cents, -2);
}

void TestBonusRule::anAmountBeyondAllOffersGivesNothing()
{
    QVERIFY(computeBonus(percentRule(100), {.day = today}, Money{1'000'000'000'000}));
    const auto result = computeBonus(percentRule(100), {.day = today}, Money{qint64{1} << 62});
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"base-too-large"_s);
}

void TestBonusRule::anUnknownPriceGivesAnErrorNotZero()
{
    QCOMPARE(computeBonus(percentRule(100), {.day = today}, std::nullopt).error().code, u"base-unknown"_s);
    QCOMPARE(computeBonus(percentRule(100), {.day = today}, Money{-1}).error().code, u"base-negative"_s);
    Rule flat;
    flat.flat = Money{2'500};
    QCOMPARE(computeBonus(flat, {.day = today}, std::nullopt)->amount.cents, 2'500);
}

void TestBonusRule::sharesAddUpToTheCent_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<QList<int>>("shares");
    QTest::addColumn<QList<qint64>>("parts");
    QTest::newRow("thirds") << qint64{100} << QList<int>{3'333, 3'333, 3'334} << QList<qint64>{33, 33, 34};
    QTest::newRow("one cent") << qint64{1} << QList<int>{5'000, 5'000} << QList<qint64>{1, 0};
    QTest::newRow("withdrawal") << qint64{-101} << QList<int>{6'000, 4'000} << QList<qint64>{-61, -40};
    QTest::newRow("whole") << qint64{11'900} << QList<int>{10'000} << QList<qint64>{11'900};
    QTest::newRow("nothing for one") << qint64{7} << QList<int>{0, 10'000} << QList<qint64>{0, 7};
}

void TestBonusRule::sharesAddUpToTheCent()
{
    QFETCH(qint64, total);
    QFETCH(QList<int>, shares);
    QFETCH(QList<qint64>, parts);
    const auto result = split(Money{total}, std::span<const int>(shares.data(), std::size_t(shares.size())));
    QVERIFY(result);
    QList<qint64> cents;
    for (const Money part : *result)
        cents.append(part.cents);
    QCOMPARE(cents, parts);
}

void TestBonusRule::refusesSharesThatAreNotAWhole()
{
    for (const std::vector<int> &shares : {std::vector<int>{}, {6'000, 3'999}, {11'000, -1'000}})
        QCOMPARE(split(Money{100}, shares).error().code, u"shares-not-whole"_s);
    QCOMPARE(computeBonus(percentRule(100), {.day = today, .mine = 1}, Money{100}).error().code, u"shares-not-whole"_s);
}

void TestBonusRule::theCategorysNewestRuleInForceCounts()
{
    std::vector<Rule> rules(5, percentRule(100));
    for (std::size_t i = 0; i < rules.size(); ++i)
        rules[i].id = BonusRuleId{qint64(i) + 1};
    rules[0].version = 9;
    rules[1].category = u"grinder"_s;
    rules[2].category = u"grinder"_s;
    rules[2].version = 2;
    rules[2].validFrom = today;
    rules[3].category = u"grinder"_s;
    rules[3].version = 3;
    rules[3].validUntil = today - days{1};
    rules[4].event = EventKind::Order;
    rules[4].version = 20;
    const auto chosen = [&](const Event &event) { return ruleFor(rules, event)->id.value; };
    QCOMPARE(chosen({.day = today, .category = u"grinder"_s}), 3);
    QCOMPARE(chosen({.day = today - days{1}, .category = u"grinder"_s}), 4);
    QCOMPARE(chosen({.day = today, .category = u"brewer"_s}), 1);
    QCOMPARE(chosen({.kind = EventKind::Order, .day = today}), 5);
    QVERIFY(!ruleFor(rules, {.kind = EventKind::Contract, .day = today}));
}

void TestBonusRule::adviceNeedsEvidence_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("findings");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("due") << u"due"_s << 0 << QString();
    QTest::newRow("plan") << u"plan"_s << 0 << QString();
    QTest::newRow("not due") << u"not_due"_s << 0 << u"not-due-without-finding"_s;
    QTest::newRow("not due, but broken") << u"not_due"_s << 1 << QString();
    QTest::newRow("never looked at") << QString() << 0 << u"no-evidence"_s;
    QTest::newRow("found something") << QString() << 2 << QString();
}

void TestBonusRule::adviceNeedsEvidence()
{
    QFETCH(QString, status);
    QFETCH(int, findings);
    QFETCH(QString, refusal);
    QCOMPARE(refusalOf({status, findings}).value_or(QString()), refusal);
}

void TestBonusRule::wordsGoThereAndBack()
{
    for (const auto kind : {EventKind::Referral, EventKind::Order, EventKind::Contract})
        QVERIFY(eventKindFrom(nameOf(kind)) == kind);
    for (const auto kind :
         {EntryKind::Reserved, EntryKind::Approved, EntryKind::Declined, EntryKind::Reversed, EntryKind::Paid})
        QVERIFY(entryKindFrom(nameOf(kind)) == kind);
    QVERIFY(!entryKindFrom(u"given"));
    QVERIFY(!eventKindFrom(u""));
}

QTEST_APPLESS_MAIN(TestBonusRule)
#include "tst_bonusrule.moc"
