#include "sync/server/service/referralservice.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::Outcome;
using server::textOf;
using server::Value;

namespace {

/// Letters of the roles, in the matrix' order.
const QList<std::pair<QChar, std::string>> everybody{
    {u't', "jana"}, {u's', "rolf"}, {u'a', "sales"}, {u'd', "dispatch"}, {u'x', "admin"}};

} // namespace

class TestServerRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void rolesReadTheirChannelsOnly_data();
    void rolesReadTheirChannelsOnly();
    void rolesInsertTheirTablesOnly();
    void rolesUpdateTheirFieldsOnly_data();
    void rolesUpdateTheirFieldsOnly();
    void nobodySignsForAnother();
    void referralReservesByTheRule();
    void adviceWithoutEvidenceEarnsNothing();
    void oneAssetEarnsOnceAtATime();
    void supervisorApproves();
    void supervisorDeclinesWithAReason();
    void lineIsDecidedOnce();
    void onlyTheOwnSupervisorDecides();
    void orderEarnsPercentUpToTheCap_data();
    void orderEarnsPercentUpToTheCap();
    void stagesFollowEachOther();
    void valuesOutOfRangeAreRefused_data();
    void valuesOutOfRangeAreRefused();
    void amountsAreOfThisWorld();
    void whatIsACustomersStaysHis();
    void nothingEndsBeforeItStarts();
};

void TestServerRights::rolesReadTheirChannelsOnly_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QList<qint64>>("channels");
    QTest::newRow("technician") << u"jana"_s << QList<qint64>{1, 10, 20};
    QTest::newRow("other technician") << u"karl"_s << QList<qint64>{1, 11, 21};
    QTest::newRow("supervisor") << u"rolf"_s << QList<qint64>{1, 10, 20, 22};
    QTest::newRow("other supervisor") << u"petra"_s << QList<qint64>{1, 11, 21, 23};
    QTest::newRow("sales") << u"sales"_s << QList<qint64>{1, 10, 11, 24};
    QTest::newRow("dispatcher") << u"dispatch"_s << QList<qint64>{1, 10, 11, 25};
    QTest::newRow("admin") << u"admin"_s << QList<qint64>{1, 26};
}

void TestServerRights::rolesReadTheirChannelsOnly()
{
    QFETCH(QString, login);
    Company company(freshLocation());
    Handheld device(company, login.toStdString());
    const auto answer = device.sync();
    QList<qint64> channels;
    for (const protocol::ChannelInfo &channel : answer.control.channels)
        channels.append(channel.id);
    QTEST(channels, "channels");
    for (const protocol::Batch &batch : answer.batches) {
        for (const qint64 channel : batch.channels)
            QVERIFY(channels.contains(channel));
    }
}

void TestServerRights::rolesInsertTheirTablesOnly()
{
    // Who may insert what. A table that is not named may be inserted by nobody.
    const QMap<QString, QString> expected{
        {u"contact"_s, u"tsad"_s},       {u"asset"_s, u"tsd"_s},           {u"appointment"_s, u"tsd"_s},
        {u"visit"_s, u"ts"_s},           {u"checklist_answer"_s, u"ts"_s}, {u"meter_reading"_s, u"ts"_s},
        {u"condition_grade"_s, u"ts"_s}, {u"finding"_s, u"ts"_s},          {u"part_use"_s, u"ts"_s},
        {u"repair"_s, u"ts"_s},          {u"attachment"_s, u"ts"_s},       {u"due_note"_s, u"ts"_s},
        {u"page_view"_s, u"ts"_s},       {u"consent"_s, u"tsa"_s},         {u"referral"_s, u"ts"_s},
        {u"signature"_s, u"ts"_s},       {u"bonus_decision"_s, u"s"_s},    {u"conflict_choice"_s, u"s"_s},
        {u"asset_removal"_s, u"tsd"_s},  {u"complaint"_s, u"tsad"_s}};
    Company company(freshLocation());
    for (const auto &[letter, login] : everybody) {
        const Handheld device(company, login);
        std::optional<server::Authorisation> access;
        QVERIFY(company.connection().read([&]() -> Status {
            access = server::Authorisation::of(company.connection(), device.principal);
            return {};
        }));
        for (const protocol::Table &table : protocol::tables()) {
            server::Row row{1, access->channels().constFirst().id,
                            QList<Value>(static_cast<qsizetype>(table.columns.size()))};
            if (table.name == "referral")
                row.values[protocol::columnIndex(table, "stage")] = text("new");
            const bool may = access->mayInsert(table, row).has_value();
            const bool should = expected.value(server::named(table.name)).contains(letter);
            QVERIFY2(may == should, qPrintable(server::named(table.name) + u' ' + letter));
            row.channel = 4'711;
            QVERIFY(!access->mayInsert(table, row));
        }
    }
}

void TestServerRights::rolesUpdateTheirFieldsOnly_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("who");
    QTest::newRow("customer note") << u"customer"_s << u"note"_s << u"tsad"_s;
    QTest::newRow("customer number") << u"customer"_s << u"external_key"_s << u""_s;
    QTest::newRow("site") << u"site"_s << u"access_note"_s << u"tsd"_s;
    QTest::newRow("site's customer") << u"site"_s << u"customer_id"_s << u""_s;
    QTest::newRow("asset place") << u"asset"_s << u"place"_s << u"tsd"_s;
    QTest::newRow("warranty") << u"asset"_s << u"warranty_end"_s << u""_s;
    QTest::newRow("appointment status") << u"appointment"_s << u"status"_s << u"tsd"_s;
    QTest::newRow("appointment time") << u"appointment"_s << u"starts"_s << u"sd"_s;
    QTest::newRow("appointment's technician") << u"appointment"_s << u"technician_id"_s << u"sd"_s;
    QTest::newRow("price") << u"price"_s << u"amount_cents"_s << u""_s;
    QTest::newRow("role") << u"staff"_s << u"role"_s << u""_s;
    QTest::newRow("bonus rule") << u"bonus_rule"_s << u"flat_cents"_s << u""_s;
}

void TestServerRights::rolesUpdateTheirFieldsOnly()
{
    QFETCH(QString, table);
    QFETCH(QString, column);
    QFETCH(QString, who);
    Company company(freshLocation());
    const protocol::Table &described = *protocol::findTable(table.toStdString());
    const qint64 id = company.integer(u"SELECT min(id) FROM "_s + table);
    for (const auto &[letter, login] : everybody) {
        const Handheld device(company, login);
        bool may = false;
        QVERIFY(company.connection().read([&]() -> Status {
            server::ChangeLog log(company.connection(), company.clock.now());
            const auto row = server::RowStore(company.connection(), log).find(described, id);
            const quint64 mask = quint64{1} << protocol::columnIndex(described, column.toStdString());
            may = server::Authorisation::of(company.connection(), device.principal)
                      .mayUpdate(described, *row, mask)
                      .has_value();
            return {};
        }));
        QVERIFY2(may == who.contains(letter), qPrintable(QString(letter)));
    }
}

void TestServerRights::nobodySignsForAnother()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const qint64 now = toInteger(company.clock.now());
    const qint64 visit = jana.insert("visit", jana.mint(),
                                     {{"customer_id", Company::customer},
                                      {"site_id", Company::site},
                                      {"technician_id", 101LL},
                                      {"kind", text("repair")},
                                      {"status", text("under_way")},
                                      {"started", now}});
    const qint64 entry = jana.insert("bonus_entry", jana.mint(),
                                     {{"technician_id", Company::jana},
                                      {"rule_id", 330LL},
                                      {"kind", text("approved")},
                                      {"amount_cents", 100'000LL},
                                      {"at", now}});
    const auto ids = jana.visitWithReferral(u"due"_s, false);
    const qint64 stage = jana.update("referral", ids.referral, {{"stage", text("new")}}, {{"stage", text("accepted")}});
    const auto answer = jana.sync();
    QVERIFY(answer.receipt(visit)->reason.starts_with("foreign-person"));
    QVERIFY(answer.receipt(entry)->reason.starts_with("role"));
    QVERIFY(answer.receipt(stage)->reason.starts_with("role"));
    QCOMPARE(company.integer(u"SELECT max(amount_cents) FROM bonus_entry"_s), 2'500);
}

void TestServerRights::referralReservesByTheRule()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.sync();
    const auto ids = jana.visitWithReferral(u"due"_s, false);
    const auto answer = jana.sync();
    QVERIFY(answer.applied(ids.referralSequence));
    // The posting comes in the same answer.
    QCOMPARE(answer.ids("bonus_entry", protocol::BatchKind::Rows).size(), 1U);
    QCOMPARE(company.integer(u"SELECT amount_cents FROM bonus_entry"_s), 2'500);
    QCOMPARE(company.integer(u"SELECT rule_id FROM bonus_entry"_s), 330);
    QCOMPARE(company.integer(u"SELECT channel FROM bonus_entry"_s), Company::janasChannel);
    QCOMPARE(company.integer(u"SELECT referral_id FROM bonus_entry"_s), ids.referral);
    QCOMPARE(textOf(company.value(u"SELECT kind FROM bonus_entry"_s)), u"reserved"_s);
}

void TestServerRights::adviceWithoutEvidenceEarnsNothing()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.visitWithReferral(u"not_due"_s, false);
    jana.sync();
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_entry"_s), 0);
    QCOMPARE(textOf(company.value(u"SELECT reason FROM referral_event"_s)), u"not-due-without-finding"_s);
    jana.visitWithReferral(u"not_due"_s, true);
    jana.sync();
    QCOMPARE(company.integer(u"SELECT amount_cents FROM bonus_entry"_s), 2'500);
}

void TestServerRights::oneAssetEarnsOnceAtATime()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    jana.visitWithReferral(u"due"_s, false);
    jana.visitWithReferral(u"overdue"_s, true);
    jana.sync();
    QCOMPARE(company.integer(u"SELECT count(*) FROM referral"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_entry"_s), 1);
    QCOMPARE(textOf(company.value(u"SELECT reason FROM referral_event"_s)), u"already-referred"_s);
}

namespace {

/// Jana's referral with its reserved line, and a supervisor who decides on it.
struct Decision
{
    explicit Decision(Company &company, const char *login = "rolf") : jana(company, "jana"), supervisor(company, login)
    {
        supervisor.sync();
        ids = jana.visitWithReferral(u"due"_s, false);
        jana.sync();
        line = company.integer(u"SELECT id FROM bonus_entry"_s);
    }
    qint64 decide(const char *decision, const Value &reason = {})
    {
        return supervisor.insert("bonus_decision", supervisor.mint(),
                                 {{"entry_id", line},
                                  {"decision", text(decision)},
                                  {"reason", reason},
                                  {"staff_id", supervisor.principal.staff.value},
                                  {"at", 5LL}});
    }

    Handheld jana;
    Handheld supervisor;
    Handheld::Visit ids{};
    qint64 line = 0;
};

} // namespace

void TestServerRights::supervisorApproves()
{
    Company company(freshLocation());
    Decision decision(company);
    const qint64 seq = decision.decide("approve");
    QVERIFY(decision.supervisor.sync().applied(seq));
    const QString approved = u" FROM bonus_entry WHERE kind = 'approved'"_s;
    QCOMPARE(company.integer(u"SELECT amount_cents"_s + approved), 2'500);
    QCOMPARE(company.integer(u"SELECT entry_id"_s + approved), decision.line);
    QCOMPARE(company.integer(u"SELECT staff_id"_s + approved), 102);
    QCOMPARE(textOf(company.value(u"SELECT stage FROM referral"_s)), u"accepted"_s);
    QCOMPARE(company.integer(u"SELECT staff_id FROM referral_event WHERE stage = 'accepted'"_s), 102);
    const auto told = decision.jana.sync();
    QCOMPARE(told.ids("bonus_entry", protocol::BatchKind::Rows).size(), 1U);
    QCOMPARE(told.ids("referral", protocol::BatchKind::Fields), std::vector<qint64>{decision.ids.referral});
    QCOMPARE(told.ids("referral_event", protocol::BatchKind::Rows).size(), 1U);
}

void TestServerRights::supervisorDeclinesWithAReason()
{
    Company company(freshLocation());
    Decision decision(company);
    const qint64 without = decision.decide("decline");
    const qint64 with = decision.decide("decline", text("Gerät ist neu"));
    const auto answer = decision.supervisor.sync();
    QVERIFY(answer.receipt(without)->reason.starts_with("reason-missing"));
    QVERIFY(answer.applied(with));
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_decision"_s), 1);
    QCOMPARE(company.integer(u"SELECT CAST(sum(amount_cents) AS BIGINT) FROM bonus_entry"_s), 0);
    QCOMPARE(textOf(company.value(u"SELECT stage FROM referral"_s)), u"declined"_s);
    QCOMPARE(textOf(company.value(u"SELECT reason FROM referral_event WHERE stage = 'declined'"_s)),
             u"Gerät ist neu"_s);
}

void TestServerRights::lineIsDecidedOnce()
{
    Company company(freshLocation());
    Decision decision(company);
    const qint64 first = decision.decide("approve");
    const qint64 second = decision.decide("approve");
    const qint64 third = decision.decide("decline", text("doch nicht"));
    const auto answer = decision.supervisor.sync(true);
    QVERIFY(answer.applied(first));
    QVERIFY(answer.receipt(second)->reason.starts_with("already-decided"));
    QVERIFY(answer.receipt(third)->reason.starts_with("already-decided"));
    std::ignore = decision.supervisor.sync(true);
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_entry"_s), 2);
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_decision"_s), 1);
}

void TestServerRights::onlyTheOwnSupervisorDecides()
{
    Company company(freshLocation());
    for (const char *login : {"petra", "jana", "sales", "admin"}) {
        Decision decision(company, login);
        const qint64 seq = decision.decide("approve");
        QCOMPARE(decision.supervisor.sync().receipt(seq)->outcome, Outcome::Refused);
    }
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_decision"_s), 0);
    QCOMPARE(company.integer(u"SELECT count(*) FROM bonus_entry WHERE kind <> 'reserved'"_s), 0);
}

void TestServerRights::orderEarnsPercentUpToTheCap_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<qint64>("bonus");
    QTest::newRow("to the cent") << qint64{123'456} << qint64{2'469};
    QTest::newRow("half a cent up") << qint64{25} << qint64{1};
    QTest::newRow("below half") << qint64{24} << qint64{0};
    QTest::newRow("at the cap") << qint64{400'000} << qint64{8'000};
    QTest::newRow("beyond the cap") << qint64{9'999'999} << qint64{8'000};
}

void TestServerRights::orderEarnsPercentUpToTheCap()
{
    QFETCH(qint64, amount);
    QFETCH(qint64, bonus);
    Company company(freshLocation());
    Decision decision(company);
    decision.decide("approve");
    decision.supervisor.sync();
    server::ReferralService referrals(company.clock);
    const ReferralId id{decision.ids.referral};
    QVERIFY(referrals.move(company.connection(), id, u"offered"_s, u"sales"_s, {}, Money{amount}));
    QVERIFY(referrals.move(company.connection(), id, u"won"_s, u"sales"_s, u"unterschrieben"_s, {}));
    QCOMPARE(company.integer(u"SELECT amount_cents FROM bonus_entry WHERE rule_id = 331"_s), bonus);
    QCOMPARE(company.integer(u"SELECT base_cents FROM bonus_entry WHERE rule_id = 331"_s), amount);
    QCOMPARE(textOf(company.value(u"SELECT kind FROM bonus_entry WHERE rule_id = 331"_s)), u"reserved"_s);
}

void TestServerRights::stagesFollowEachOther()
{
    Company company(freshLocation());
    Decision decision(company);
    server::ReferralService referrals(company.clock);
    const ReferralId id{decision.ids.referral};
    const auto move = [&](const QString &stage, const QString &login) {
        const Status done = referrals.move(company.connection(), id, stage, login, {}, {});
        return done ? QString() : done.error().code;
    };
    QCOMPARE(move(u"won"_s, u"sales"_s), u"stage"_s);
    QCOMPARE(move(u"accepted"_s, u"jana"_s), u"role"_s);
    QCOMPARE(move(u"accepted"_s, u"nobody"_s), u"login"_s);
    // Who approves the bonus does not also say that the order was won.
    QCOMPARE(move(u"accepted"_s, u"rolf"_s), u"role"_s);
    QCOMPARE(move(u"sold"_s, u"sales"_s), u"value-unknown"_s);
    QCOMPARE(move(u"accepted"_s, u"sales"_s), QString());
    QCOMPARE(move(u"accepted"_s, u"sales"_s), u"stage"_s);
    QCOMPARE(move(u"lost"_s, u"sales"_s), QString());
    QCOMPARE(company.integer(u"SELECT count(*) FROM referral_event"_s), 2);
}

void TestServerRights::valuesOutOfRangeAreRefused_data()
{
    QTest::addColumn<QString>("sha256");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("code");
    const QString hash(64, u'a');
    QTest::newRow("a file") << hash << qint64{1} << QString();
    QTest::newRow("largest file") << hash << qint64{256} * 1024 * 1024 << QString();
    QTest::newRow("too large a file") << hash << qint64{256} * 1024 * 1024 + 1 << u"value-range"_s;
    QTest::newRow("beyond all disks") << hash << (qint64{1} << 62) << u"value-range"_s;
    QTest::newRow("nothing") << hash << qint64{0} << u"value-range"_s;
    QTest::newRow("less than nothing") << hash << qint64{-5} << u"value-range"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << qint64{1} << u"value-sha256"_s;
    QTest::newRow("capitals") << hash.toUpper() << qint64{1} << u"value-sha256"_s;
    QTest::newRow("no digits") << QString(64, u'x') << qint64{1} << u"value-sha256"_s;
    QTest::newRow("no name") << u""_s << qint64{1} << u"value-sha256"_s;
}

void TestServerRights::valuesOutOfRangeAreRefused()
{
    QFETCH(QString, sha256);
    QFETCH(qint64, size);
    QFETCH(QString, code);
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const auto ids = jana.visitWithReferral(u"due"_s, false);
    const qint64 sequence = jana.insert("attachment", jana.mint(),
                                        {{"visit_id", ids.visit},
                                         {"sha256", sha256},
                                         {"size", size},
                                         {"media_type", text("image/png")},
                                         {"kind", text("photo")},
                                         {"at", 5LL}});
    const auto answer = jana.sync();
    QCOMPARE(answer.applied(sequence), code.isEmpty());
    if (!code.isEmpty())
        QVERIFY(answer.receipt(sequence)->reason.starts_with(code.toStdString()));
}

void TestServerRights::amountsAreOfThisWorld()
{
    Company company(freshLocation());
    Handheld jana(company, "jana");
    const auto ids = jana.visitWithReferral(u"due"_s, false);
    const auto repair = [&](qint64 cents) {
        return jana.insert("repair", jana.mint(),
                           {{"asset_id", Company::grinder},
                            {"visit_id", ids.visit},
                            {"at", 5LL},
                            {"description", text("Mahlscheiben")},
                            {"cost_cents", cents}});
    };
    const qint64 dear = repair(1'000'000'000'000);
    const QList<qint64> wrong{repair(-1), repair(1'000'000'000'001), repair(qint64{1} << 62)};
    const auto answer = jana.sync();
    QVERIFY(answer.applied(dear));
    for (const qint64 sequence : wrong)
        QVERIFY(answer.receipt(sequence)->reason.starts_with("value-range"));
    server::ReferralService referrals(company.clock);
    for (const qint64 cents : {qint64{-1}, qint64{1'000'000'000'001}, qint64{1} << 62}) {
        const Status moved =
            referrals.move(company.connection(), ReferralId{ids.referral}, u"accepted"_s, u"sales"_s, {}, Money{cents});
        QVERIFY(!moved && moved.error().code == "amount"_L1);
    }
}

void TestServerRights::whatIsACustomersStaysHis()
{
    Company company(freshLocation());
    company.insert("customer", 220, Company::nord, {{"name", text("Nachbar")}, {"segment_id", 70LL}});
    Handheld jana(company, "jana");
    const auto visit = [&](qint64 customer, const Value &asset, const Value &appointment) {
        return jana.insert("visit", jana.mint(),
                           {{"customer_id", customer},
                            {"site_id", Company::site},
                            {"asset_id", asset},
                            {"appointment_id", appointment},
                            {"technician_id", Company::jana},
                            {"kind", text("repair")},
                            {"status", text("under_way")},
                            {"started", toInteger(company.clock.now())}});
    };
    const qint64 right = visit(Company::customer, Company::grinder, Company::appointment);
    const qint64 wrong = visit(220, {}, {});
    const qint64 asset = jana.mint();
    const qint64 moved = jana.update("appointment", Company::appointment, {{"site_id", Company::site}},
                                     {{"site_id", Company::southSite}});
    const qint64 foreign = jana.insert("asset", asset,
                                       {{"customer_id", 220LL},
                                        {"site_id", Company::site},
                                        {"product_id", 301LL},
                                        {"serial", text("X")},
                                        {"installed", 1LL},
                                        {"installed_year_only", 0LL},
                                        {"observed_from", 1LL},
                                        {"status", text("active")}});
    const auto answer = jana.sync();
    QVERIFY(answer.applied(right));
    for (const qint64 sequence : {wrong, foreign})
        QCOMPARE(answer.receipt(sequence)->reason.substr(0, 16), std::string("foreign-customer"));
    QVERIFY(answer.receipt(moved)->reason.starts_with("reference"));
    QCOMPARE(company.integer(u"SELECT count(*) FROM visit"_s), 1);
}

void TestServerRights::nothingEndsBeforeItStarts()
{
    Company company(freshLocation());
    Handheld dispatcher(company, "dispatch");
    const qint64 now = toInteger(company.clock.now());
    const auto plan = [&](qint64 starts, qint64 ends) {
        return dispatcher.insert("appointment", dispatcher.mint(),
                                 {{"customer_id", Company::customer},
                                  {"site_id", Company::site},
                                  {"kind", text("repair")},
                                  {"starts", starts},
                                  {"ends", ends},
                                  {"status", text("planned")}});
    };
    const qint64 right = plan(now, now + 1);
    const qint64 before = plan(now, now - 1);
    const qint64 never = plan(now, 253'400'000'000'000); // in the year 9999
    const auto answer = dispatcher.sync();
    QVERIFY(answer.applied(right));
    QVERIFY(answer.receipt(before)->reason.starts_with("period"));
    QVERIFY(answer.receipt(never)->reason.starts_with("value-range"));
}

QTEST_GUILESS_MAIN(TestServerRights)
#include "tst_server_rights.moc"
