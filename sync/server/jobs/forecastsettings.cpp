#include "sync/server/jobs/forecastsettings.h"

#include "sync/server/jobs/company.h"
#include "sync/server/store/changelog.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/forecaststore.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/rowstore.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

using server::Row;
using server::Value;

double realOf(const Value &value)
{
    const auto *real = std::get_if<double>(&value);
    return real ? *real : double(server::integerOf(value));
}

/// In the order of the columns.
QList<Value> valuesOf(const CompanySettings &known)
{
    const forecast::Settings &s = known.settings;
    return {known.version,
            qint64{s.visitInterval.count()},
            qint64{s.planAhead.count()},
            s.dueProbability,
            s.overdueProbability,
            s.breakdownShare,
            qint64{s.talkBefore.count()},
            qint64{s.talkUntil.count()}};
}

Status change(const Options &options, forecast::Settings &settings)
{
    const auto share = [&](const QString &name, double &to) -> Status {
        TURNUS_ASSIGN(number, options.number(name, to));
        to = number;
        return {};
    };
    const auto span = [&](const QString &name, days &to) -> Status {
        TURNUS_ASSIGN(number, options.number(name, double(to.count())));
        if (number != std::floor(number) || std::abs(number) > 1e6)
            return fail(Domain::Input, u"usage", u"--%1 is a number of days"_s.arg(name));
        to = days{int(number)};
        return {};
    };
    TURNUS_TRY(share(u"due"_s, settings.dueProbability));
    TURNUS_TRY(share(u"overdue"_s, settings.overdueProbability));
    TURNUS_TRY(share(u"breakdown"_s, settings.breakdownShare));
    TURNUS_TRY(span(u"interval"_s, settings.visitInterval));
    TURNUS_TRY(span(u"plan-ahead"_s, settings.planAhead));
    TURNUS_TRY(span(u"talk-before"_s, settings.talkBefore));
    return span(u"talk-until"_s, settings.talkUntil);
}

void print(const CompanySettings &known, QTextStream &out)
{
    const forecast::Settings &s = known.settings;
    out << "version " << known.version << (known.version == 0 ? " (the defaults)" : "") << "\n"
        << "due         " << s.dueProbability << " within a visit interval\n"
        << "overdue     " << s.overdueProbability << " within a visit interval\n"
        << "breakdown   " << s.breakdownShare << " of the price on top\n"
        << "interval    " << s.visitInterval.count() << " days between visits\n"
        << "plan-ahead  " << s.planAhead.count() << " days further\n"
        << "talk-before " << s.talkBefore.count() << " days before it is due\n"
        << "talk-until  " << s.talkUntil.count() << " days before it is due\n";
}

Status showOrChange(const QStringList &args, QTextStream &out)
{
    const QStringList changes{u"due"_s,        u"overdue"_s,     u"breakdown"_s, u"interval"_s,
                              u"plan-ahead"_s, u"talk-before"_s, u"talk-until"_s};
    TURNUS_ASSIGN(options, Options::parse(args, changes + QStringList{u"data"_s, u"database"_s}, {}));
    if (!options.words().isEmpty())
        return fail(Domain::Input, u"usage", u"\"%1\" is not expected"_s.arg(options.words().front()));
    TURNUS_ASSIGN(company, openCompany(options));
    server::Connection &connection = *company.connection;
    CompanySettings known;
    const auto read = [&]() -> Status {
        known = companySettings(connection);
        return {};
    };
    TURNUS_TRY(connection.read(read));
    forecast::Settings wanted = known.settings;
    TURNUS_TRY(change(options, wanted));
    if (std::ranges::any_of(changes, [&](const QString &name) { return options.has(name); })) {
        TURNUS_TRY(setCompanySettings(connection, SystemClock(), wanted));
        TURNUS_TRY(connection.read(read));
    }
    print(known, out);
    return {};
}

} // namespace

CompanySettings companySettings(server::Connection &connection)
{
    CompanySettings known;
    const std::optional<Row> row = server::ForecastStore(connection).settings();
    if (!row)
        return known;
    const QList<Value> &v = row->values;
    const auto span = [&](int column) { return days{int(server::integerOf(v.at(column)))}; };
    known.version = server::integerOf(v.at(0));
    known.settings.visitInterval = span(1);
    known.settings.planAhead = span(2);
    known.settings.dueProbability = realOf(v.at(3));
    known.settings.overdueProbability = realOf(v.at(4));
    known.settings.breakdownShare = realOf(v.at(5));
    known.settings.talkBefore = span(6);
    known.settings.talkUntil = span(7);
    if (!known.settings.validate()) // imported so: devices take the defaults too
        known.settings = {};
    return known;
}

Status setCompanySettings(server::Connection &connection, const Clock &clock, const forecast::Settings &settings)
{
    TURNUS_TRY(settings.validate());
    return connection.write([&]() -> Status {
        const protocol::Table &table = *protocol::findTable("forecast_setting");
        server::ChangeLog log(connection, clock.now());
        server::RowStore rows(connection, log);
        const std::optional<Row> before = server::ForecastStore(connection).settings();
        CompanySettings next{settings, before ? server::integerOf(before->values.at(0)) + 1 : 1};
        Row row{before ? before->id : server::Meta(connection).takeIds(), server::companyChannel, valuesOf(next)};
        if (before)
            rows.update(table, row, (quint64{1} << table.columns.size()) - 1);
        else
            rows.insert(table, row);
        log.flush();
        return {};
    });
}

int runForecastSettings(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const Status done = showOrChange(args, out);
    if (done)
        return 0;
    err << done.error().toString() << "\n";
    return done.error().code == u"usage"_s ? 2 : 1;
}

} // namespace turnus::jobs
