#include "qml/bonus/bonusviewmodel.h"
#include "tests/core/bonus/bonusbooks.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::bonus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestBonusViewModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void tellsTheSums();
    void listsPostingsNewestFirst();
    void aReversalHasItsOwnRow();
    void anOpenedRowTellsFormulaRuleAndEvidence();
    void aNewPostingChangesOneRow();
    void aLineIsRecalculatedStepByStep();
    void theHistoryMixesFateAndPostings();
    void withoutABookItIsEmpty();
};

namespace {

struct Fixture
{
    TestDatabase database;
    BonusBooks books{database};
    BonusViewModel model{database.connection(), database.notifier, database.clock, BonusBooks::technician};
};

QVariant valueOf(const QAbstractItemModel *model, int row, int role)
{
    return model->index(row, 0).data(role);
}

QStringList textsOf(const QAbstractItemModel *model, int role)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(valueOf(model, row, role).toString());
    return texts;
}

int rowOf(BonusViewModel &model, BonusEntryId id)
{
    return model.entries()->rowOf(id.value);
}

} // namespace

void TestBonusViewModel::tellsTheSums()
{
    Fixture f;
    QCOMPARE(f.model.month(), u"October 2026"_s);
    QCOMPARE(f.model.reservedCents(), 14'300);
    QCOMPARE(f.model.reservedCount(), 2);
    QCOMPARE(f.model.approvedCents(), 1'600);
    QCOMPARE(f.model.paidCents(), 11'300);
    QCOMPARE(f.model.paidCaption(), u"in September"_s);
    QVERIFY(!f.model.isEmpty() && f.model.error().isEmpty());
}

void TestBonusViewModel::listsPostingsNewestFirst()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model.entries());
    QCOMPARE(f.model.entries()->rowCount(), 7);
    QCOMPARE(textsOf(f.model.entries(), LedgerModel::Title).mid(0, 3),
             (QStringList{u"Reversal Mühle GR 75"_s, u"Referral Mühle GR 75"_s, u"Purchase BK 620"_s}));
    QCOMPARE(textsOf(f.model.entries(), LedgerModel::Month).mid(0, 3),
             (QStringList{u"October 2026"_s, u"October 2026"_s, u"September 2026"_s}));
    const int row = rowOf(f.model, BonusBooks::purchase);
    QCOMPARE(valueOf(f.model.entries(), row, LedgerModel::Detail), u"Pension Mustertal"_s);
    QCOMPARE(valueOf(f.model.entries(), row, LedgerModel::StatusRole), int(LedgerEntry::Noted));
    QCOMPARE(valueOf(f.model.entries(), row, LedgerModel::Cents), 11'900);
}

void TestBonusViewModel::aReversalHasItsOwnRow()
{
    Fixture f;
    QCOMPARE(valueOf(f.model.entries(), 0, LedgerModel::Cents), -2'400);
    QCOMPARE(valueOf(f.model.entries(), 0, LedgerModel::StatusRole), int(LedgerEntry::Reversed));
    QCOMPARE(valueOf(f.model.entries(), 0, LedgerModel::Detail), u"Auftrag zurückgenommen"_s);
    QCOMPARE(valueOf(f.model.entries(), rowOf(f.model, BonusBooks::withdrawn), LedgerModel::StatusRole),
             int(LedgerEntry::Released));
}

void TestBonusViewModel::anOpenedRowTellsFormulaRuleAndEvidence()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model.entries());
    QSignalSpy spy(f.model.entries(), &QAbstractItemModel::dataChanged);
    f.model.toggle(BonusBooks::referred.value);
    QCOMPARE(spy.size(), 1);
    int row = rowOf(f.model, BonusBooks::referred);
    QVERIFY(valueOf(f.model.entries(), row, LedgerModel::Expanded).toBool());
    QCOMPARE(valueOf(f.model.entries(), row, LedgerModel::Lines).toStringList(),
             (QStringList{u"Flat amount €24 · your share 100%"_s, u"Rule 2.1, version 3"_s}));
    QVERIFY(valueOf(f.model.entries(), row, LedgerModel::Evidence).toString().contains(u"due note, brochure shown"_s));
    QCOMPARE(valueOf(f.model.entries(), row, LedgerModel::Waiting), u"With R. Vorlage since 2 Oct"_s);
    f.model.toggle(BonusBooks::purchase.value);
    QCOMPARE(spy.size(), 3); // one closed, one opened
    row = rowOf(f.model, BonusBooks::purchase);
    QCOMPARE(valueOf(f.model.entries(), row, LedgerModel::Lines).toStringList(),
             (QStringList{u"€11,900 × 1% · your share 100%"_s, u"Rule 4.2, version 7 · at most €150"_s}));
    f.model.toggle(BonusBooks::purchase.value);
    QVERIFY(!valueOf(f.model.entries(), row, LedgerModel::Expanded).toBool());
}

void TestBonusViewModel::aNewPostingChangesOneRow()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model.entries());
    QSignalSpy changed(f.model.entries(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(f.model.entries(), &QAbstractItemModel::modelReset);
    f.books.post(BonusBooks::referred, "approved");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), rowOf(f.model, BonusBooks::referred));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(f.model.approvedCents(), 4'000);
    f.books.post(BonusBooks::purchase, "declined", "Kein Auftrag");
    QTRY_COMPARE(f.model.reservedCount(), 0);
    f.model.toggle(BonusBooks::purchase.value);
    QCOMPARE(valueOf(f.model.entries(), rowOf(f.model, BonusBooks::purchase), LedgerModel::Waiting),
             u"Declined by R. Vorlage: Kein Auftrag"_s);
}

void TestBonusViewModel::aLineIsRecalculatedStepByStep()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model.calculation());
    f.model.show(BonusBooks::purchase.value);
    QCOMPARE(textsOf(f.model.calculation(), CalculationModel::Label),
             (QStringList{u"Order, net"_s, u"1%, at most €150"_s, u"Share of J. Muster"_s, u"Bonus"_s}));
    QCOMPARE(textsOf(f.model.calculation(), CalculationModel::Value),
             (QStringList{u"€11,900.00"_s, u"€119.00"_s, u"100%"_s, u"€119.00"_s}));
    QVERIFY(f.model.shownMatches());
    f.database.execute("UPDATE bonus_rule SET basis_points = 101 WHERE id = 400");
    f.model.show(BonusBooks::purchase.value);
    QVERIFY(!f.model.shownMatches());
    QVERIFY(f.model.shownVerdict().contains(u"€119.00"_s));
    f.database.execute("UPDATE bonus_entry SET base_cents = NULL WHERE id = 500");
    f.model.retranslate();
    QCOMPARE(f.model.calculation()->rowCount(), 0);
    QCOMPARE(f.model.shownVerdict(), u"The amount it is computed from is not known here."_s);
}

void TestBonusViewModel::theHistoryMixesFateAndPostings()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model.history());
    f.model.show(BonusBooks::purchase.value);
    QCOMPARE(textsOf(f.model.history(), HistoryModel::Title),
             (QStringList{u"Referral"_s, u"With sales"_s, u"Offer made"_s, u"Order placed"_s, u"Bonus noted"_s,
                          u"Review"_s}));
    QVERIFY(!valueOf(f.model.history(), 5, HistoryModel::Done).toBool());
    QCOMPARE(valueOf(f.model.history(), 3, HistoryModel::Reason), u"Auftrag A-2291"_s);
    f.model.show(BonusBooks::withdrawn.value);
    QCOMPARE(
        textsOf(f.model.history(), HistoryModel::Title),
        (QStringList{u"Referral"_s, u"Bonus noted"_s, u"With sales"_s, u"Approved"_s, u"Not bought"_s, u"Reversed"_s}));
    QVERIFY(valueOf(f.model.history(), 4, HistoryModel::Bad).toBool());
}

void TestBonusViewModel::withoutABookItIsEmpty()
{
    TestDatabase database;
    BonusViewModel model(database.connection(), database.notifier, database.clock, BonusBooks::technician);
    QVERIFY(model.isEmpty());
    QCOMPARE(model.paidCaption(), u"nothing yet"_s);
    model.show(1);
    model.toggle(1);
    QCOMPARE(model.shownTitle(), QString());
}

QTEST_GUILESS_MAIN(TestBonusViewModel)
#include "tst_bonusviewmodel.moc"
