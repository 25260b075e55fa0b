#include "sync/client/outboxbook.h"
#include "sync/client/teamconflicts.h"
#include "tests/sync/server/support/engines.h"
#include "tests/sync/thread/realdevice.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using client::OutboxBook;
using client::TeamConflicts;
using server::textOf;
using Choice = OutboxBook::Choice;

namespace {

/// jana and rolf, who leads her, both synced; jana has met a conflict on the customer's phone that the office changed.
struct Disagreement
{
    explicit Disagreement(const QString &location)
        : company(location), jana(company, u"jana"_s), rolf(company, u"rolf"_s, 2)
    {
        must(jana);
        must(rolf);
        company.update("customer", Company::customer, {{"phone", server::Value(u"office"_s)}});
        company.clock.advance(std::chrono::minutes{1});
        jana.edit("customer", Company::customer, {{"phone", u"jana"_s}});
        must(jana);
        must(rolf);
    }
    static void must(RealDevice &device)
    {
        const auto done = device.sync();
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    [[nodiscard]] QString phone() { return textOf(company.value(u"SELECT phone FROM customer WHERE id = 200"_s)); }
    /// As Rolf's list shows it.
    [[nodiscard]] client::TeamConflict shown()
    {
        const auto open = TeamConflicts(*rolf.connection).open();
        return open && open->size() == 1 ? open->front() : client::TeamConflict();
    }
    [[nodiscard]] qint64 onlyConflict() { return shown().id; }
    [[nodiscard]] qint64 janasConflicts() { return jana.integer("SELECT count(*) FROM conflict"); }

    Company company;
    RealDevice jana;
    RealDevice rolf;
};

} // namespace

class TestTeamConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void supervisorSeesBothValues();
    void nobodySeesAnotherTerritorys();
    void supervisorsChoiceHolds_data();
    void supervisorsChoiceHolds();
    void technicianWhoChoosesFirstWins();
    void supervisorWhoChoosesFirstWins();
    void nobodyOverwritesWhatHeHasNotSeen();
    void whatTheListShowedIsWhatCounts();
    void whatIsOlderThanItsRecordIsShownAnew();
    void technicianIsAskedByTheRecordsValue();
    void choiceObeysTheRules();
    void onlyASupervisorOfTheTerritoryChooses();
};

void TestTeamConflicts::supervisorSeesBothValues()
{
    Disagreement d(freshLocation());
    const auto open = TeamConflicts(*d.rolf.connection).open();
    QVERIFY(open);
    QCOMPARE(open->size(), 1U);
    QCOMPARE(open->front().field, u"phone"_s);
    QCOMPARE(open->front().mine, u"jana"_s);
    QCOMPARE(open->front().theirs, u"office"_s);
    QVERIFY(!open->front().mineBy.isEmpty());
    QVERIFY(open->front().canKeepBoth);
    QCOMPARE(d.company.faults(), QStringList());
}

void TestTeamConflicts::nobodySeesAnotherTerritorys()
{
    Disagreement d(freshLocation());
    RealDevice petra(d.company, u"petra"_s, 3);
    QVERIFY(petra.sync());
    QVERIFY(TeamConflicts(*petra.connection).open().value().empty());
    QCOMPARE(petra.integer("SELECT count(*) FROM open_conflict"), 0);
}

void TestTeamConflicts::supervisorsChoiceHolds_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("note");
    QTest::newRow("mine") << 0 << u"jana"_s << QString();
    QTest::newRow("theirs") << 1 << u"office"_s << QString();
    QTest::newRow("both") << 2 << u"office"_s << u"Telefon: jana"_s;
}

void TestTeamConflicts::supervisorsChoiceHolds()
{
    QFETCH(int, choice);
    QFETCH(QString, phone);
    QFETCH(QString, note);
    Disagreement d(freshLocation());
    QCOMPARE(d.janasConflicts(), 1);
    QVERIFY(TeamConflicts(*d.rolf.connection)
                .choose(d.shown(),
                        choice == 0   ? Choice::Mine
                        : choice == 1 ? Choice::Theirs
                                      : Choice::Both,
                        u"Telefon"_s));
    QCOMPARE(d.onlyConflict(), 0); // offline, and at once
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), phone);
    QCOMPARE(textOf(d.company.value(u"SELECT note FROM customer WHERE id = 200"_s)), note);
    QCOMPARE(d.rolf.integer("SELECT count(*) FROM outbox"), 0);
    Disagreement::must(d.jana);
    QCOMPARE(d.janasConflicts(), 0);
    QCOMPARE(d.jana.text("SELECT phone FROM customer WHERE id = 200"), phone);
    QCOMPARE(d.company.integer(u"SELECT settled_by FROM conflict"_s), 102);
    QCOMPARE(textOf(d.company.value(u"SELECT choice FROM conflict"_s)), choice == 0   ? u"mine"_s
                                                                        : choice == 1 ? u"theirs"_s
                                                                                      : u"both"_s);
}

void TestTeamConflicts::technicianWhoChoosesFirstWins()
{
    Disagreement d(freshLocation());
    OutboxBook book(*d.jana.connection);
    QVERIFY(book.resolve(book.conflicts().value().front().id, Choice::Mine, u"Telefon"_s));
    QVERIFY(TeamConflicts(*d.rolf.connection).choose(d.shown(), Choice::Theirs, u"Telefon"_s));
    Disagreement::must(d.jana);
    QCOMPARE(d.phone(), u"jana"_s);
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), u"jana"_s);
    const auto held = OutboxBook(*d.rolf.connection).quarantined();
    QCOMPARE(held.value().size(), 1U);
    QVERIFY2(held->front().reason.startsWith("settled: "_L1), qPrintable(held->front().reason));
    QCOMPARE(textOf(d.company.value(u"SELECT choice FROM conflict"_s)), u"mine"_s);
    QVERIFY(OutboxBook(*d.rolf.connection).discard(held->front().sequence, d.company.directory()));
    QCOMPARE(d.rolf.integer("SELECT count(*) FROM open_conflict"), 0);
}

void TestTeamConflicts::supervisorWhoChoosesFirstWins()
{
    Disagreement d(freshLocation());
    QVERIFY(TeamConflicts(*d.rolf.connection).choose(d.shown(), Choice::Theirs, u"Telefon"_s));
    Disagreement::must(d.rolf);
    OutboxBook book(*d.jana.connection);
    QVERIFY(book.resolve(book.conflicts().value().front().id, Choice::Mine, u"Telefon"_s));
    // The first answer is lost: asked again, it is the same.
    d.jana.transport.fault = DirectTransport::Fault::AnswerLost;
    QVERIFY(!d.jana.sync());
    Disagreement::must(d.jana);
    QCOMPARE(d.phone(), u"office"_s);
    QCOMPARE(d.jana.text("SELECT phone FROM customer WHERE id = 200"), u"office"_s);
    QCOMPARE(d.janasConflicts(), 0);
    QCOMPARE(d.jana.integer("SELECT count(*) FROM outbox"), 0);
    // What she writes after she has seen the choice is an edit like any other.
    d.jana.edit("customer", Company::customer, {{"phone", u"jana"_s}});
    Disagreement::must(d.jana);
    QCOMPARE(d.phone(), u"jana"_s);
}

void TestTeamConflicts::nobodyOverwritesWhatHeHasNotSeen()
{
    Disagreement d(freshLocation());
    TeamConflicts conflicts(*d.rolf.connection);
    QVERIFY(conflicts.choose(d.shown(), Choice::Mine, u"Telefon"_s));
    QCOMPARE(conflicts.open().value().size(), 0U);
    d.company.update("customer", Company::customer, {{"phone", server::Value(u"third"_s)}});
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), u"third"_s);
    OutboxBook book(*d.rolf.connection);
    QVERIFY2(book.quarantined().value().front().reason.startsWith("changed"_L1), "another reason");
    // He is asked again, by what the record holds now, and the first choice gives way.
    QCOMPARE(conflicts.open().value().front().theirs, u"third"_s);
    QVERIFY(conflicts.choose(d.shown(), Choice::Mine, u"Telefon"_s));
    QCOMPARE(book.quarantined().value().size(), 0U);
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), u"jana"_s);
    QCOMPARE(d.rolf.integer("SELECT count(*) FROM open_conflict"), 0);
    QCOMPARE(d.rolf.integer("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(d.company.faults(), QStringList());
}

void TestTeamConflicts::whatTheListShowedIsWhatCounts()
{
    Disagreement d(freshLocation());
    TeamConflicts conflicts(*d.rolf.connection);
    const client::TeamConflict shown = d.shown();
    d.company.update("customer", Company::customer, {{"phone", server::Value(u"third"_s)}});
    Disagreement::must(d.rolf); // in the database already, on the screen not yet
    QCOMPARE(d.shown().theirs, u"third"_s);
    QVERIFY(conflicts.choose(shown, Choice::Mine, u"Telefon"_s));
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), u"third"_s);
    QCOMPARE(d.shown().theirs, u"third"_s); // and he is asked again
}

/// As conflicts are that were met before they followed their records.
void TestTeamConflicts::whatIsOlderThanItsRecordIsShownAnew()
{
    Disagreement d(freshLocation());
    QVERIFY(d.company.connection().write([&]() -> Status {
        server::run(d.company.connection(), u"UPDATE customer SET phone = 'third' WHERE id = 200"_s);
        return {};
    }));
    TeamConflicts conflicts(*d.rolf.connection);
    QCOMPARE(conflicts.open().value().front().theirs, u"office"_s);
    QVERIFY(conflicts.choose(d.shown(), Choice::Mine, u"Telefon"_s));
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), u"third"_s);
    QCOMPARE(conflicts.open().value().front().theirs, u"third"_s);
    QVERIFY(conflicts.choose(d.shown(), Choice::Mine, u"Telefon"_s));
    Disagreement::must(d.rolf);
    QCOMPARE(d.phone(), u"jana"_s);
}

void TestTeamConflicts::technicianIsAskedByTheRecordsValue()
{
    Disagreement d(freshLocation());
    d.company.update("customer", Company::customer, {{"phone", server::Value(u"third"_s)}});
    Disagreement::must(d.jana);
    QCOMPARE(OutboxBook(*d.jana.connection).conflicts().value().front().theirs, u"third"_s);
}

/// What would be refused of an edit is refused of a choice: here a unit at the site of another customer.
void TestTeamConflicts::choiceObeysTheRules()
{
    Disagreement d(freshLocation());
    constexpr qint64 other = 960;
    constexpr qint64 cellar = 961;
    constexpr qint64 roof = 962;
    d.company.insert("customer", other, Company::nord, {{"name", server::Value(u"Nachbar"_s)}, {"segment_id", 70LL}});
    for (const qint64 site : {cellar, roof}) {
        d.company.insert("site", site, Company::nord,
                         {{"customer_id", Company::customer},
                          {"name", text("Anbau")},
                          {"street", text("Musterstraße 12")},
                          {"postal_code", text("20095")},
                          {"city", text("Hamburg")},
                          {"country", text("DE")}});
    }
    Disagreement::must(d.jana);
    d.company.update("asset", Company::grinder, {{"site_id", roof}});
    d.jana.edit("asset", Company::grinder, {{"site_id", cellar}});
    Disagreement::must(d.jana);
    d.company.update("site", cellar, {{"customer_id", other}});
    Disagreement::must(d.rolf);
    TeamConflicts conflicts(*d.rolf.connection);
    const auto open = conflicts.open();
    const auto sites = std::ranges::find(*open, u"site_id"_s, &client::TeamConflict::field);
    QVERIFY(sites != open->end());
    QVERIFY(conflicts.choose(*sites, Choice::Mine, u"Standort"_s));
    Disagreement::must(d.rolf);
    QCOMPARE(d.company.integer(u"SELECT site_id FROM asset WHERE id = 202"_s), roof);
    const auto held = OutboxBook(*d.rolf.connection).quarantined();
    QCOMPARE(held.value().size(), 1U);
    QVERIFY2(held->front().reason.startsWith("foreign-customer"_L1), qPrintable(held->front().reason));
}

void TestTeamConflicts::onlyASupervisorOfTheTerritoryChooses()
{
    Disagreement d(freshLocation());
    const qint64 conflict = d.onlyConflict();
    for (const char *login : {"jana", "petra", "sales"}) {
        Handheld other(d.company, std::string(login));
        other.sync();
        const qint64 seq = other.insert("conflict_choice", other.mint(),
                                        {{"customer_id", Company::customer},
                                         {"conflict", conflict},
                                         {"choice", server::Value(u"mine"_s)},
                                         {"staff_id", other.principal.staff.value},
                                         {"at", 5LL}});
        const auto answer = other.sync();
        QVERIFY(answer.receipt(seq));
        QCOMPARE(answer.receipt(seq)->outcome, protocol::Outcome::Refused);
    }
    QCOMPARE(d.phone(), u"office"_s);
}

QTEST_GUILESS_MAIN(TestTeamConflicts)
#include "tst_teamconflicts.moc"
