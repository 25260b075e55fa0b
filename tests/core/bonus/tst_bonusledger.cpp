#include "core/bonus/ledgerstore.h"
#include "core/bonus/reviewstore.h"
#include "tests/core/bonus/bonusbooks.h"

#include <QTest>

using namespace turnus;
using namespace turnus::bonus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestBonusLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLinesStateIsItsNewestPosting();
    void theTallyCountsReservedApprovedAndPaid();
    void aReversalIsACounterPosting();
    void everyLineIsExplainedToTheCent();
    void anAmountThatDoesNotFollowIsSaidSo();
    void theReferralsFateIsTold();
    void aSupervisorSeesHisTeamsByName();
    void theEvidenceIsComplete();
    void aDecisionIsAFactWithItsOperation();
    void aDecidedLineIsNotOpenUntilTheServerAnswers();
    void refusesWrongDecisions();

private:
    static Line lineOf(TestDatabase &database, BonusEntryId id)
    {
        return LedgerStore(database.connection()).line(id).value().value();
    }
};

namespace {

constexpr Day october = dayFrom(20'727); // 2026-10-01

}

void TestBonusLedger::aLinesStateIsItsNewestPosting()
{
    TestDatabase database;
    BonusBooks books(database);
    const auto lines = LedgerStore(database.connection()).linesOf(BonusBooks::technician);
    QVERIFY(lines);
    QCOMPARE(lines->size(), std::size_t{6});
    QVERIFY(std::ranges::is_sorted(*lines, std::ranges::greater{}, &Line::changed));
    QVERIFY(lineOf(database, BonusBooks::purchase).isOpen());
    QCOMPARE(lineOf(database, BonusBooks::contract).state(), EntryKind::Approved);
    QCOMPARE(lineOf(database, BonusBooks::withdrawn).state(), EntryKind::Reversed);
    const Line purchase = lineOf(database, BonusBooks::purchase);
    QCOMPARE(purchase.customer, u"Pension Mustertal"_s);
    QCOMPARE(purchase.product, u"BK 620"_s);
    QCOMPARE(purchase.referralStage, u"won"_s);
    QCOMPARE(purchase.base, std::optional(Money{1'190'000}));
    QVERIFY(!LedgerStore(database.connection()).line(BonusEntryId{9'999}).value());
}

void TestBonusLedger::theTallyCountsReservedApprovedAndPaid()
{
    TestDatabase database;
    BonusBooks books(database);
    const auto lines = LedgerStore(database.connection()).linesOf(BonusBooks::technician);
    const Tally tally = tallyOf(*lines, october);
    QCOMPARE(tally.reserved, (Sum{Money{14'300}, 2}));
    QCOMPARE(tally.approved, (Sum{Money{1'600}, 2})); // 40.00 less the 24.00 withdrawn
    QCOMPARE(tally.paid, (Sum{Money{11'300}, 2}));
    QVERIFY(tally.paidMonth == dayFrom(20'697)); // September
    const Tally before = tallyOf(*lines, dayFrom(20'697 - 31));
    QCOMPARE(before.approved, (Sum{Money{2'400}, 1})); // 31 August; what was paid later is not counted twice
    QVERIFY(!before.paidMonth);
}

void TestBonusLedger::aReversalIsACounterPosting()
{
    TestDatabase database;
    BonusBooks books(database);
    books.post(BonusBooks::purchase, "reversed", "Bestellung widerrufen");
    const auto lines = LedgerStore(database.connection()).linesOf(BonusBooks::technician);
    const Tally tally = tallyOf(*lines, october);
    QCOMPARE(tally.reserved, (Sum{Money{2'400}, 1}));
    QCOMPARE(tally.approved, (Sum{Money{1'600}, 2})); // it had never been approved: nothing to take back
    const Line line = lineOf(database, BonusBooks::purchase);
    QCOMPARE(line.posting(EntryKind::Reversed)->reason, u"Bestellung widerrufen"_s);
    QVERIFY(!line.posting(EntryKind::Paid));
}

void TestBonusLedger::everyLineIsExplainedToTheCent()
{
    TestDatabase database;
    BonusBooks books(database);
    LedgerStore ledger(database.connection());
    const auto lines = ledger.linesOf(BonusBooks::technician).value();
    for (const Line &line : lines) {
        const auto explained = explain(line, ledger.rule(line.rule).value());
        QVERIFY(explained);
        QVERIFY(explained->matches);
        QCOMPARE(explained->computation.amount, line.amount);
    }
    QCOMPARE(ledger.rule(BonusRuleId{9'999}).error().code, u"not-here"_s);
}

void TestBonusLedger::anAmountThatDoesNotFollowIsSaidSo()
{
    TestDatabase database;
    BonusBooks books(database);
    LedgerStore ledger(database.connection());
    Line line = lineOf(database, BonusBooks::purchase);
    const Rule rule = ledger.rule(line.rule).value();
    line.amount.cents += 1;
    QVERIFY(!explain(line, rule)->matches);
    line.base = {};
    QCOMPARE(explain(line, rule).error().code, u"base-unknown"_s);
}

void TestBonusLedger::theReferralsFateIsTold()
{
    TestDatabase database;
    BonusBooks books(database);
    const auto fate = LedgerStore(database.connection()).fateOf(ReferralId{704});
    QVERIFY(fate);
    QCOMPARE(fate->size(), std::size_t{3});
    QCOMPARE(fate->front().stage, u"referred"_s);
    QCOMPARE(fate->front().byName, u"Jana Muster"_s);
    QCOMPARE(fate->back().stage, u"lost"_s);
    QCOMPARE(fate->back().reason, u"Kunde bleibt bei Reparatur"_s);
}

void TestBonusLedger::aSupervisorSeesHisTeamsByName()
{
    TestDatabase database;
    BonusBooks books(database);
    ReviewStore review(database.connection());
    const auto members = review.membersLedBy(BonusBooks::supervisor);
    QVERIFY(members);
    QStringList names;
    for (const TeamMember &member : *members)
        names.append(member.name);
    QCOMPARE(names, (QStringList{u"Anton Exempel"_s, u"Jana Muster"_s, u"Kira Probe"_s, u"Simon Beispiel"_s,
                                 u"Tom Platzhalter"_s}));
    QVERIFY(members->back().lines.empty());
    QVERIFY(review.membersLedBy(BonusBooks::colleague)->empty());
}

void TestBonusLedger::theEvidenceIsComplete()
{
    TestDatabase database;
    BonusBooks books(database);
    ReviewStore review(database.connection());
    const auto found = review.evidenceOf(lineOf(database, BonusBooks::referred));
    QVERIFY(found && *found);
    const Evidence &evidence = **found;
    QCOMPARE(evidence.visit, VisitId{601});
    QCOMPARE(evidence.arrival, u"position"_s);
    QCOMPARE(evidence.serial, u"GR6-20718"_s);
    QCOMPARE(evidence.price, std::optional(Money{240'000}));
    QVERIFY(evidence.repairShown);
    QVERIFY(evidence.dueNote);
    QCOMPARE(evidence.dueNote->forecastStatus, u"due"_s);
    QVERIFY(evidence.dueNote->reasons.contains(u"Note 4"_s));
    QCOMPARE(evidence.findings.size(), std::size_t{1});
    QCOMPARE(evidence.findings[0].grade, 4);
    QCOMPARE(evidence.grades.size(), std::size_t{5});
    QCOMPARE(evidence.brochures.size(), std::size_t{1});
    QCOMPARE(evidence.brochures[0].pages, 3);
    QCOMPARE(evidence.brochures[0].shown, milliseconds{146'000});
    QCOMPARE(evidence.consents.size(), std::size_t{2});
    QCOMPARE(evidence.photos.size(), std::size_t{3});
    QVERIFY(evidence.photos[0].present && !evidence.photos[2].present);
    QVERIFY(!review.evidenceOf(lineOf(database, BonusBooks::contract)).value());
}

void TestBonusLedger::aDecisionIsAFactWithItsOperation()
{
    TestDatabase database;
    BonusBooks books(database);
    ReviewStore review(database.connection());
    QVERIFY(review.decide(BonusBooks::purchase, true, {}, BonusBooks::supervisor));
    QVERIFY(review.decide(BonusEntryId{512}, false, u"  Kein Befund "_s, BonusBooks::supervisor));
    database.reopen();
    QCOMPARE(database.integer("SELECT count(*) FROM outbox o JOIN bonus_decision d ON d.id = o.row "
                              "WHERE o.tbl = 'bonus_decision' AND o.kind = 1"),
             2);
    QCOMPARE(database.integer("SELECT channel FROM bonus_decision WHERE entry_id = 500 AND decision = 'approve' "
                              "AND staff_id = 101 AND reason IS NULL"),
             20);
    QCOMPARE(database.integer("SELECT channel FROM bonus_decision WHERE entry_id = 512 AND reason = 'Kein Befund'"),
             23);
}

void TestBonusLedger::aDecidedLineIsNotOpenUntilTheServerAnswers()
{
    TestDatabase database;
    BonusBooks books(database);
    QVERIFY(ReviewStore(database.connection()).decide(BonusBooks::purchase, true, {}, BonusBooks::supervisor));
    const Line decided = lineOf(database, BonusBooks::purchase);
    QCOMPARE(decided.state(), EntryKind::Reserved);
    QVERIFY(!decided.isOpen());
    QVERIFY(decided.pending && decided.pending->approved);
    QCOMPARE(decided.pending->byName, u"Rolf Vorlage"_s);
    books.post(BonusBooks::purchase, "approved");
    const Line posted = lineOf(database, BonusBooks::purchase);
    QCOMPARE(posted.state(), EntryKind::Approved);
    QVERIFY(!posted.pending);
}

void TestBonusLedger::refusesWrongDecisions()
{
    TestDatabase database;
    BonusBooks books(database);
    ReviewStore review(database.connection());
    const auto codeOf = [&](BonusEntryId line, bool approve, const QString &reason, StaffId by) {
        const Status status = review.decide(line, approve, reason, by);
        return status ? QString() : status.error().code;
    };
    QCOMPARE(codeOf(BonusBooks::purchase, false, u"  "_s, BonusBooks::supervisor), u"reason-missing"_s);
    QCOMPARE(codeOf(BonusBooks::purchase, false, QString(5'000, u'x'), BonusBooks::supervisor), u"reason-too-long"_s);
    QCOMPARE(codeOf(BonusBooks::contract, true, {}, BonusBooks::supervisor), u"already-decided"_s);
    QCOMPARE(codeOf(BonusBooks::purchase, true, {}, BonusBooks::technician), u"own-bonus"_s);
    QCOMPARE(codeOf(BonusEntryId{9'999}, true, {}, BonusBooks::supervisor), u"line-missing"_s);
    QCOMPARE(codeOf(BonusBooks::purchase, true, {}, BonusBooks::supervisor), QString());
    QCOMPARE(codeOf(BonusBooks::purchase, true, {}, BonusBooks::supervisor), u"already-decided"_s);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 1);
}

QTEST_GUILESS_MAIN(TestBonusLedger)
#include "tst_bonusledger.moc"
