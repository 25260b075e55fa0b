#include "assets/demo/calendar.h"
#include "assets/demo/company.h"
#include "tests/assets/demo/table.h"

#include <QDateTime>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto todayText = "2026-11-23";

QString company()
{
    return demoCompany(1, QLatin1String(todayText));
}

QDate today()
{
    return QDate::fromString(QLatin1String(todayText), Qt::ISODate);
}

DemoTable table(const QString &name)
{
    return readDemoTable(company(), name);
}

double ageInMonths(const QString &installed)
{
    return static_cast<double>(QDate::fromString(installed, Qt::ISODate).daysTo(today())) / 30.44;
}

} // namespace

class TestCompany : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheSizeOfTheCharter()
    {
        const DemoTable staff = table(u"staff"_s);
        QMap<QString, int> roles;
        for (int i = 0; i < staff.size(); ++i)
            ++roles[staff.at(i, u"role"_s)];
        QCOMPARE(roles.value(u"technician"_s), 12);
        QCOMPARE(roles.value(u"supervisor"_s), 2);
        QCOMPARE(table(u"team"_s).size(), 3);
        QCOMPARE(table(u"segment"_s).size(), 3);
        QCOMPARE(table(u"product"_s).size(), 25);
        QCOMPARE(table(u"customer"_s).size(), 2000);
        QCOMPARE(table(u"asset"_s).size(), 8000);
        QVERIFY(table(u"visit"_s).size() > 18'000);
        QVERIFY(turnus::demo::towns().size() >= 150);
    }

    void sitesLieNearTheirTownAndInTheirCountry()
    {
        const QMap<QString, QRectF> boxes{{u"DE"_s, QRectF(5.8, 47.2, 9.3, 7.9)},
                                          {u"AT"_s, QRectF(9.4, 46.3, 7.8, 2.8)},
                                          {u"CH"_s, QRectF(5.9, 45.8, 4.7, 2.1)}};
        const QMap<QString, QString> postal{
            {u"DE"_s, u"^[0-9]{5}$"_s}, {u"AT"_s, u"^[1-9][0-9]{3}$"_s}, {u"CH"_s, u"^[1-9][0-9]{3}$"_s}};
        QMap<QString, const turnus::demo::Town *> towns;
        for (const turnus::demo::Town &town : turnus::demo::towns())
            towns.insert(QString::fromUtf8(town.country) + QString::fromUtf8(town.name), &town);
        const DemoTable sites = table(u"site"_s);
        QSet<QString> used;
        for (int i = 0; i < sites.size(); ++i) {
            const QString country = sites.at(i, u"country"_s);
            const double latitude = sites.at(i, u"latitude"_s).toDouble();
            const double longitude = sites.at(i, u"longitude"_s).toDouble();
            QVERIFY(boxes.value(country).contains(longitude, latitude));
            QVERIFY(QRegularExpression(postal.value(country)).match(sites.at(i, u"postal_code"_s)).hasMatch());
            const turnus::demo::Town *town = towns.value(country + sites.at(i, u"city"_s));
            QVERIFY2(town, qPrintable(sites.at(i, u"city"_s)));
            QVERIFY(turnus::demo::distanceKm(latitude, longitude, town->latitude, town->longitude) < 5.5);
            used.insert(country + sites.at(i, u"city"_s));
        }
        QVERIFY2(used.size() >= 150, qPrintable(QString::number(used.size())));
    }

    void everyTechnicianHasAppointmentsTodayOnAnyWeekday_data()
    {
        QTest::addColumn<QDate>("day");
        for (int i = 0; i < 7; ++i)
            QTest::newRow(qPrintable(QDate(2026, 11, 23).addDays(i).toString(u"dddd"_s)))
                << QDate(2026, 11, 23).addDays(i);
        QTest::newRow("Christmas") << QDate(2026, 12, 25);
        QTest::newRow("summer time") << QDate(2027, 3, 28);
    }

    void everyTechnicianHasAppointmentsTodayOnAnyWeekday()
    {
        QFETCH(QDate, day);
        const QString directory = demoCompany(1, day.toString(Qt::ISODate));
        const DemoTable appointments = readDemoTable(directory, u"appointment"_s);
        const DemoTable staff = readDemoTable(directory, u"staff"_s);
        QMap<QString, QList<std::pair<QDateTime, QDateTime>>> days;
        QMap<QString, int> emergencies;
        for (int i = 0; i < appointments.size(); ++i) {
            const QDateTime starts = QDateTime::fromString(appointments.at(i, u"starts"_s), Qt::ISODate);
            if (starts.date() != day)
                continue;
            const QString technician = appointments.at(i, u"technician"_s);
            const QDateTime ends = QDateTime::fromString(appointments.at(i, u"ends"_s), Qt::ISODate);
            QVERIFY(ends > starts);
            if (!days[technician].isEmpty())
                QVERIFY(days[technician].last().second <= starts);
            days[technician].append({starts, ends});
            if (appointments.at(i, u"kind"_s) == u"emergency")
                ++emergencies[staff.of(technician, u"team"_s)];
        }
        QCOMPARE(days.size(), 12);
        for (const auto &stops : std::as_const(days))
            QVERIFY(stops.size() >= 4 && stops.size() <= 6);
        QCOMPARE(emergencies, (QMap<QString, int>{{u"team-nord"_s, 1}, {u"team-mitte"_s, 1}, {u"team-sued"_s, 1}}));
    }

    void daysAheadAreFullAndWithinReach()
    {
        const DemoTable appointments = table(u"appointment"_s);
        const DemoTable sites = table(u"site"_s);
        QMap<std::pair<QString, QString>, QStringList> days;
        for (int i = 0; i < appointments.size(); ++i)
            days[{appointments.at(i, u"technician"_s), appointments.at(i, u"starts"_s).left(10)}].append(
                appointments.at(i, u"site"_s));
        int far = 0;
        for (const QStringList &stops : std::as_const(days)) {
            QVERIFY(stops.size() >= 4 && stops.size() <= 6);
            for (qsizetype i = 1; i < stops.size(); ++i) {
                const double way = turnus::demo::distanceKm(sites.of(stops.at(i - 1), u"latitude"_s).toDouble(),
                                                            sites.of(stops.at(i - 1), u"longitude"_s).toDouble(),
                                                            sites.of(stops.at(i), u"latitude"_s).toDouble(),
                                                            sites.of(stops.at(i), u"longitude"_s).toDouble());
                far += way > 100 ? 1 : 0;
            }
        }
        // Six weeks without weekends and holidays, for twelve technicians.
        QVERIFY(days.size() >= 12 * 29);
        QVERIFY2(far < appointments.size() / 50, qPrintable(QString::number(far)));
    }

    void everySuccessorHasAPriceOfToday()
    {
        const DemoTable products = table(u"product"_s);
        const DemoTable prices = table(u"price"_s);
        QMap<QString, QString> newest;
        for (int i = 0; i < prices.size(); ++i) {
            if (QDate::fromString(prices.at(i, u"valid_from"_s), Qt::ISODate) <= today() &&
                prices.at(i, u"amount_cents"_s).toInt() > 0)
                newest[prices.at(i, u"product"_s)] =
                    qMax(newest[prices.at(i, u"product"_s)], prices.at(i, u"valid_from"_s));
        }
        QCOMPARE(newest.size(), products.size());
        for (int i = 0; i < products.size(); ++i) {
            const QString successor = products.at(i, u"successor"_s);
            if (successor.isEmpty())
                continue;
            QCOMPARE(newest.value(successor), u"2026-10-01"_s);
            QCOMPARE(products.of(successor, u"category"_s), products.at(i, u"category"_s));
        }
    }

    void someAssetsAreDueAndMostAreNot()
    {
        const DemoTable assets = table(u"asset"_s);
        const DemoTable products = table(u"product"_s);
        int active = 0;
        int old = 0;
        for (int i = 0; i < assets.size(); ++i) {
            if (assets.at(i, u"status"_s) != u"active")
                continue;
            ++active;
            const double life = products.of(assets.at(i, u"product"_s), u"nominal_life_months"_s).toDouble();
            old += ageInMonths(assets.at(i, u"installed"_s)) > life ? 1 : 0;
        }
        QVERIFY(active > 6000);
        QVERIFY2(old > active / 20 && old < active / 5, qPrintable(QString::number(old)));
    }

    void onlyOneProductRunsOutOfPartsSoon()
    {
        const DemoTable products = table(u"product"_s);
        QStringList soon;
        for (int i = 0; i < products.size(); ++i) {
            const QString until = products.at(i, u"spare_parts_until"_s);
            if (!until.isEmpty() && QDate::fromString(until, Qt::ISODate) < today().addMonths(18))
                soon.append(products.rows.at(i).first());
        }
        QCOMPARE(soon, QStringList{u"m60"_s});
    }

    void whatNobodyReadsAMeterOfHasNoUsualUse()
    {
        const DemoTable readings = table(u"meter_reading"_s);
        const DemoTable assets = table(u"asset"_s);
        const DemoTable products = table(u"product"_s);
        QSet<QString> read;
        for (int i = 0; i < readings.size(); ++i)
            read.insert(assets.of(readings.at(i, u"asset"_s), u"product"_s));
        for (int i = 0; i < products.size(); ++i)
            QCOMPARE(products.at(i, u"nominal_usage_per_day"_s).toDouble() > 0,
                     read.contains(products.rows.at(i).first()));
    }

    void gradesFollowWear()
    {
        const DemoTable assets = table(u"asset"_s);
        const DemoTable products = table(u"product"_s);
        const DemoTable grades = table(u"condition_grade"_s);
        double sums[2] = {0, 0};
        int counts[2] = {0, 0};
        for (int i = 0; i < grades.size(); ++i) {
            const int asset = assets.byKey.value(grades.at(i, u"asset"_s));
            const double life = products.of(assets.at(asset, u"product"_s), u"nominal_life_months"_s).toDouble();
            const QDate installed = QDate::fromString(assets.at(asset, u"installed"_s), Qt::ISODate);
            const QDate day = QDate::fromString(grades.at(i, u"at"_s).left(10), Qt::ISODate);
            const double share = static_cast<double>(installed.daysTo(day)) / 30.44 / life;
            if (share > 0.3 && share < 0.9)
                continue;
            sums[share > 0.5 ? 1 : 0] += grades.at(i, u"grade"_s).toInt();
            ++counts[share > 0.5 ? 1 : 0];
        }
        QVERIFY(sums[0] / counts[0] < 1.6);
        QVERIFY(sums[1] / counts[1] > 2.8);
    }

    void metersRunForwardSaveForErrorsAndExchanges()
    {
        const DemoTable readings = table(u"meter_reading"_s);
        QMap<QString, double> last;
        int back = 0;
        int exchanged = 0;
        for (int i = 0; i < readings.size(); ++i) {
            const QString asset = readings.at(i, u"asset"_s);
            const double value = readings.at(i, u"value"_s).toDouble();
            back += last.contains(asset) && value < last.value(asset) ? 1 : 0;
            exchanged += readings.at(i, u"meter_exchanged"_s).toInt();
            last[asset] = value;
        }
        QVERIFY(back > 20 && back < readings.size() / 100);
        QVERIFY(exchanged > 20 && exchanged < readings.size() / 200);
    }

    void nothingRecordedLiesInTheFuture()
    {
        const QString midnight = QLatin1String(todayText);
        for (const QString &name : {u"visit"_s, u"meter_reading"_s, u"condition_grade"_s, u"repair"_s, u"bonus_entry"_s,
                                    u"bonus_decision"_s, u"referral_event"_s, u"consent"_s}) {
            const DemoTable rows = table(name);
            const QString column = name == u"visit" ? u"started"_s : u"at"_s;
            for (int i = 0; i < rows.size(); ++i)
                QVERIFY2(rows.at(i, column) < midnight, qPrintable(name + u' ' + rows.rows.at(i).first()));
        }
    }

    void janasHotelHasAGrinderThatIsDue()
    {
        const DemoTable appointments = table(u"appointment"_s);
        const DemoTable assets = table(u"asset"_s);
        QStringList kinds;
        QString grinder;
        for (int i = 0; i < appointments.size(); ++i) {
            if (appointments.at(i, u"technician"_s) != u"jana.muster" ||
                !appointments.at(i, u"starts"_s).startsWith(QLatin1String(todayText)))
                continue;
            kinds.append(appointments.at(i, u"kind"_s));
            if (appointments.at(i, u"customer"_s) == u"K10003")
                grinder = appointments.at(i, u"asset"_s);
        }
        QCOMPARE(kinds, QStringList({u"maintenance"_s, u"maintenance"_s, u"maintenance"_s, u"repair"_s, u"pick_up"_s}));
        QCOMPARE(assets.of(grinder, u"product"_s), u"m60"_s);
        QVERIFY(ageInMonths(assets.of(grinder, u"installed"_s)) > 72 * 1.3);
        const DemoTable grades = table(u"condition_grade"_s);
        QStringList history;
        for (int i = 0; i < grades.size(); ++i)
            if (grades.at(i, u"asset"_s) == grinder)
                history.append(grades.at(i, u"grade"_s));
        QCOMPARE(history.mid(history.size() - 2), QStringList({u"4"_s, u"4"_s}));
        const DemoTable brochures = table(u"brochure"_s);
        QStringList languages;
        for (int i = 0; i < brochures.size(); ++i)
            if (brochures.at(i, u"product"_s) == table(u"product"_s).of(u"m60"_s, u"successor"_s))
                languages.append(brochures.at(i, u"language"_s));
        QCOMPARE(languages, QStringList({u"de"_s, u"en"_s}));
    }

    void theLedgerHasLinesInEveryState()
    {
        const DemoTable entries = table(u"bonus_entry"_s);
        QMap<QString, QMap<QString, int>> states;
        QMap<QString, QString> stateOf;
        for (int i = 0; i < entries.size(); ++i) {
            const QString line = entries.at(i, u"entry"_s);
            const QString kind = entries.at(i, u"kind"_s);
            QCOMPARE(line.isEmpty(), kind == u"reserved");
            if (!line.isEmpty())
                QCOMPARE(entries.of(line, u"kind"_s), u"reserved"_s);
            stateOf[line.isEmpty() ? entries.rows.at(i).first() : line] = kind;
        }
        for (auto it = stateOf.cbegin(); it != stateOf.cend(); ++it)
            ++states[entries.of(it.key(), u"technician"_s)][it.value()];
        QCOMPARE(states.size(), 12);
        for (const auto &counts : std::as_const(states)) {
            QVERIFY(counts.value(u"reserved"_s) >= 1);
            QVERIFY(counts.value(u"paid"_s) >= 3);
            QVERIFY(counts.value(u"declined"_s) >= 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestCompany)
#include "tst_company.moc"
