#include "qml/team/evidencewords.h"
#include "qml/team/teamviewmodel.h"
#include "tests/core/bonus/bonusbooks.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::team;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestTeamViewModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void talliesStandByName();
    void theOldestBonusIsReviewedFirst();
    void theEvidenceIsPutIntoWords();
    void approvingMovesOnToTheNext();
    void decliningNeedsAReasonThatIsKeptAsADraft();
    void anotherDevicesDecisionTakesTheLineAway();
    void aLargeBonusAsksForASecondLook();
    void forecastReasonsAreSentences_data();
    void forecastReasonsAreSentences();
    void withoutATeamItIsEmpty();
};

namespace {

struct Fixture
{
    explicit Fixture()
    {
        books.signInSupervisor();
        model = std::make_unique<TeamViewModel>(database.connection(), database.notifier, database.clock,
                                                BonusBooks::supervisor, u"/content"_s);
    }
    TestDatabase database;
    BonusBooks books{database};
    std::unique_ptr<TeamViewModel> model;
};

QStringList textsOf(const QAbstractItemModel *model, int role)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, 0).data(role).toString());
    return texts;
}

} // namespace

void TestTeamViewModel::talliesStandByName()
{
    const Fixture f;
    const QAbstractItemModelTester tester(f.model->members());
    QCOMPARE(f.model->heading(), u"Team Nord · October 2026"_s);
    QCOMPARE(textsOf(f.model->members(), MemberModel::Name),
             (QStringList{u"A. Exempel"_s, u"J. Muster"_s, u"K. Probe"_s, u"S. Beispiel"_s, u"T. Platzhalter"_s}));
    const QModelIndex jana = f.model->members()->index(1);
    QCOMPARE(jana.data(MemberModel::ApprovedCents), 1'600);
    QCOMPARE(jana.data(MemberModel::ReservedCents), 14'300);
    QCOMPARE(jana.data(MemberModel::ApprovedShare).toDouble() + jana.data(MemberModel::ReservedShare).toDouble(), 1.0);
}

void TestTeamViewModel::theOldestBonusIsReviewedFirst()
{
    const Fixture f;
    const QAbstractItemModelTester tester(f.model->queue());
    QCOMPARE(f.model->openCount(), 4);
    QCOMPARE(textsOf(f.model->queue(), QueueModel::Who),
             (QStringList{u"J. Muster · Pension Mustertal"_s, u"J. Muster · Hotel Musterhof"_s,
                          u"S. Beispiel · Kiosk Vorlage"_s, u"A. Exempel · Praxis Platzhalter"_s}));
    QCOMPARE(f.model->review()->title(), u"Purchase BK 620, Pension Mustertal"_s);
    QVERIFY(f.model->queue()->index(0).data(QueueModel::Selected).toBool());
    f.model->select(BonusBooks::referred.value);
    QCOMPARE(f.model->review()->title(), u"Referral Mühle GR 75, Hotel Musterhof"_s);
    QVERIFY(f.model->queue()->index(1).data(QueueModel::Selected).toBool());
    QVERIFY(!f.model->queue()->index(0).data(QueueModel::Selected).toBool());
}

void TestTeamViewModel::theEvidenceIsPutIntoWords()
{
    const Fixture f;
    const QAbstractItemModelTester evidence(f.model->review()->evidence());
    const QAbstractItemModelTester photos(f.model->review()->photos());
    f.model->select(BonusBooks::referred.value);
    const QStringList texts = textsOf(f.model->review()->evidence(), EvidenceModel::Text) +
                              textsOf(f.model->review()->context(), EvidenceModel::Text);
    QVERIFY(texts.contains(u"Finding: Mahlscheiben abgenutzt (Mahlwerk), grade 4"_s));
    QVERIFY(texts.contains(u"Condition grades since 2023: 2 · 3 · 4 · 4 · 4"_s));
    QVERIFY(texts.contains(u"Forecast at the visit: due, most likely Oct 2026"_s));
    QVERIFY(texts.contains(u"The repair was shown too"_s));
    QVERIFY(texts.contains(u"Mühlen der Reihe GR: 3 page(s) shown, 2:26 min"_s));
    QVERIFY(texts.contains(u"Consent to contact: by phone"_s));
    QVERIFY(texts.contains(u"No contact wanted: by e-mail"_s));
    QVERIFY(texts.contains(u"Maintenance on 2 Oct"_s));
    QVERIFY(
        textsOf(f.model->review()->context(), EvidenceModel::Detail).contains(u"Wünscht Vergleich mit Leihgerät"_s));
    QCOMPARE(f.model->review()->photoCount(), 3);
    QCOMPARE(f.model->review()->photos()->index(0).data(PhotoModel::Source).toUrl(), QUrl(u"file:///content/f1"_s));
    QVERIFY(f.model->review()->photos()->index(2).data(PhotoModel::Source).toUrl().isEmpty());
    QCOMPARE(f.model->review()->calculation()->rowCount(), 3);
    QVERIFY(f.model->review()->matches());
}

void TestTeamViewModel::approvingMovesOnToTheNext()
{
    Fixture f;
    const QAbstractItemModelTester tester(f.model->queue());
    QSignalSpy removed(f.model->queue(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy decided(f.model->review(), &ReviewViewModel::decided);
    QVERIFY(f.model->review()->approve());
    QCOMPARE(decided.size(), 1);
    QCOMPARE(decided[0][0].toString(), u"Approved: Purchase BK 620, Pension Mustertal"_s);
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(f.model->openCount(), 3);
    QCOMPARE(f.model->review()->title(), u"Referral Mühle GR 75, Hotel Musterhof"_s);
    QCOMPARE(f.database.integer("SELECT count(*) FROM outbox WHERE tbl = 'bonus_decision'"), 1);
}

void TestTeamViewModel::decliningNeedsAReasonThatIsKeptAsADraft()
{
    Fixture f;
    ReviewViewModel *review = f.model->review();
    QVERIFY(!review->decline());
    QVERIFY(!review->error().isEmpty());
    review->setReason(u"Kein Auftrag gefunden"_s);
    QVERIFY(review->error().isEmpty());
    ReviewViewModel again(f.database.connection(), f.database.notifier, f.database.clock, BonusBooks::supervisor, {});
    again.show(BonusBooks::purchase); // as after a kill
    QCOMPARE(again.reason(), u"Kein Auftrag gefunden"_s);
    QVERIFY(again.decline());
    QTRY_VERIFY(!again.isOpen());
    QVERIFY(again.decision().contains(u"R. Vorlage"_s));
    QCOMPARE(f.database.integer("SELECT count(*) FROM bonus_decision WHERE reason = 'Kein Auftrag gefunden'"), 1);
    QCOMPARE(f.database.integer("SELECT count(*) FROM draft"), 0);
    QVERIFY(!again.approve());
    QCOMPARE(again.error(), u"Somebody has already decided this."_s);
}

void TestTeamViewModel::anotherDevicesDecisionTakesTheLineAway()
{
    Fixture f;
    f.model->select(BonusBooks::referred.value);
    f.books.post(BonusBooks::referred, "approved");
    QTRY_COMPARE(f.model->openCount(), 3);
    QCOMPARE(f.model->review()->title(), u"Referral Mühle GR 75, Kiosk Vorlage"_s);
}

void TestTeamViewModel::aLargeBonusAsksForASecondLook()
{
    const Fixture f;
    QVERIFY(f.model->review()->fourEyes().contains(u"€100"_s));
    f.model->select(BonusBooks::referred.value);
    QVERIFY(f.model->review()->fourEyes().isEmpty());
}

void TestTeamViewModel::forecastReasonsAreSentences_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::newRow("condition") << u"condition months=6.0 grade=4 count=3"_s << u"Grade 4 at 3 visit(s) in a row"_s;
    QTest::newRow("repairs") << u"repairs months=4.0 count=2 value=2.00 usual=0.70 cents=61000"_s
                             << u"2 repair(s), €610.00"_s;
    QTest::newRow("usage") << u"usage months=1.2 value=90.00 usual=80.00"_s << u"90 a day, usual are 80"_s;
    QTest::newRow("age") << u"age months=0.0 value=90.00 usual=84.00"_s << u"7.5 years old, usual are 7.0"_s;
    QTest::newRow("parts") << u"spare_parts months=2.0 day=2027-03-31"_s << u"Spare parts until Mar 2027"_s;
    QTest::newRow("plain words") << u"Note 4 bei drei Besuchen"_s << u"Note 4 bei drei Besuchen"_s;
}

void TestTeamViewModel::forecastReasonsAreSentences()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    QCOMPARE(EvidenceWords::reason(line), words);
}

void TestTeamViewModel::withoutATeamItIsEmpty()
{
    TestDatabase database;
    TeamViewModel model(database.connection(), database.notifier, database.clock, BonusBooks::technician, {});
    QCOMPARE(model.memberCount(), 0);
    QCOMPARE(model.openCount(), 0);
    QVERIFY(model.error().isEmpty());
    QVERIFY(!model.review()->approve());
}

QTEST_GUILESS_MAIN(TestTeamViewModel)
#include "tst_teamviewmodel.moc"
