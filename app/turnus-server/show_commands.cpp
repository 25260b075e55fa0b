#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/service/referralservice.h"
#include "sync/server/store/overview.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

constexpr int standardLimit = 20;
constexpr int largestLimit = 100'000;

bool isInstant(const QString &column)
{
    static const QStringList instants{u"started"_s, u"ended"_s,   u"created"_s,   u"reserved"_s,
                                      u"at"_s,      u"mine_at"_s, u"theirs_at"_s, u"settled_at"_s};
    return instants.contains(column);
}

QJsonValue jsonOf(const QString &column, const server::Value &value)
{
    if (server::isNull(value))
        return {};
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (isInstant(column))
        return QDateTime::fromMSecsSinceEpoch(server::integerOf(value), Qt::UTC).toString(Qt::ISODate);
    return server::integerOf(value);
}

QByteArray jsonOf(const server::Listing &listing)
{
    QJsonArray rows;
    for (const QList<server::Value> &values : listing.rows) {
        QJsonObject row;
        for (int i = 0; i < values.size(); ++i)
            row.insert(listing.columns.at(i), jsonOf(listing.columns.at(i), values.at(i)));
        rows.append(row);
    }
    return QJsonDocument(rows).toJson(QJsonDocument::Indented);
}

} // namespace

int runShow(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {u"login"_s, u"newest"_s}, {u"json"_s}, 1));
        TURNUS_ASSIGN(limit, options.number(u"newest"_s, standardLimit));
        if (limit < 1 || limit > largestLimit)
            return fail(Domain::Input, u"usage", u"--newest: 1 to %1"_s.arg(largestLimit));
        const QString topic = options.words().first();
        if (!server::Overview::topics().contains(topic)) {
            return fail(Domain::Input, u"usage", u"show what? "_s + server::Overview::topics().join(u", "_s));
        }
        TURNUS_ASSIGN(company, openToRead(options));
        server::Listing listing;
        TURNUS_TRY(company.connection->read([&]() -> Status {
            listing =
                server::Overview(*company.connection).list(topic, options.value(u"login"_s), static_cast<int>(limit));
            return {};
        }));
        out << QString::fromUtf8(jsonOf(listing));
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

int runReferral(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {u"by"_s, u"reason"_s, u"amount"_s}, {}, 3));
        if (options.words().first() != "stage"_L1)
            return fail(Domain::Input, u"usage", u"referral stage ID STAGE"_s);
        TURNUS_ASSIGN(by, options.required(u"by"_s));
        bool ok = false;
        const ReferralId id{options.words().at(1).toLongLong(&ok)};
        if (!ok)
            return fail(Domain::Input, u"usage", u"\"%1\" is no id"_s.arg(options.words().at(1)));
        std::optional<Money> amount;
        if (options.has(u"amount"_s)) {
            amount = Money{options.value(u"amount"_s).toLongLong(&ok)};
            if (!ok)
                return fail(Domain::Input, u"usage", u"--amount: cents as a whole number"_s);
        }
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        TURNUS_TRY(server::ReferralService(clock).move(*company.connection, id, options.words().at(2), by,
                                                       options.value(u"reason"_s), amount));
        out << "referral " << id.value << ": " << options.words().at(2) << "\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
