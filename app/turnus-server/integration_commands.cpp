#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/integration/apitokens.h"
#include "sync/server/integration/calendars.h"
#include "sync/server/integration/webhooks.h"

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

constexpr int failuresShown = 1'000;

QString timeOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toInteger(instant), Qt::UTC).toString(Qt::ISODate);
}

Status listWebhooks(server::Webhooks &webhooks, server::Connection &connection, QTextStream &out)
{
    TURNUS_ASSIGN(all, webhooks.list(connection));
    for (const server::Webhook &webhook : std::as_const(all)) {
        out << webhook.id << "\t" << (webhook.disabled ? u"disabled: "_s + webhook.disabledReason : u"active"_s) << "\t"
            << (webhook.types.isEmpty() ? u"all"_s : webhook.types.join(u',')) << "\t" << webhook.url << "\n";
    }
    return {};
}

Status listFailures(server::Webhooks &webhooks, server::Connection &connection, QTextStream &out)
{
    TURNUS_ASSIGN(all, webhooks.failures(connection, failuresShown));
    for (const server::Delivery &delivery : std::as_const(all)) {
        const bool over = delivery.state == server::Delivery::State::GivenUp;
        out << server::webhookId(delivery) << "\t" << delivery.type << "\t" << delivery.subject << "\twebhook "
            << delivery.webhook.id << "\t" << delivery.tries << " tries\t"
            << (over ? u"given up"_s : u"next "_s + timeOf(delivery.due)) << "\t" << delivery.error << "\n";
    }
    return {};
}

} // namespace

int runToken(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        const QString verb = args.value(0);
        if (verb != "list"_L1 && verb != "add"_L1 && verb != "revoke"_L1)
            return fail(Domain::Input, u"usage", u"token list, add or revoke"_s);
        TURNUS_ASSIGN(options, parse(args, {}, {}, verb == "list"_L1 ? 1 : 2));
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        server::ApiTokens tokens(clock);
        const QString name = options.words().value(1);
        if (verb == "revoke"_L1)
            return tokens.revoke(*company.connection, name);
        if (verb == "add"_L1) {
            TURNUS_ASSIGN(secret, tokens.add(*company.connection, name));
            out << secret << "\n";
            return {};
        }
        TURNUS_ASSIGN(all, tokens.list(*company.connection));
        for (const server::ApiToken &token : std::as_const(all)) {
            out << token.name << "\t" << (token.revoked ? "revoked" : "valid") << "\t" << timeOf(token.created) << "\n";
        }
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

int runWebhook(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        const QString verb = args.value(0);
        static const QStringList verbs{u"list"_s, u"add"_s, u"remove"_s, u"failures"_s, u"retry"_s};
        if (!verbs.contains(verb))
            return fail(Domain::Input, u"usage", u"webhook "_s + verbs.join(u", "_s));
        const bool one = verb == "add"_L1 || verb == "remove"_L1;
        TURNUS_ASSIGN(options, parse(args, {u"types"_s}, {u"allow-private"_s}, one ? 2 : 1));
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        server::Webhooks webhooks(clock);
        server::Connection &connection = *company.connection;
        if (verb == "list"_L1)
            return listWebhooks(webhooks, connection, out);
        if (verb == "failures"_L1)
            return listFailures(webhooks, connection, out);
        if (verb == "remove"_L1)
            return webhooks.remove(connection, options.words().at(1).toLongLong());
        if (verb == "retry"_L1) {
            TURNUS_ASSIGN(count, webhooks.retry(connection));
            out << count << " deliveries are tried again\n";
            return {};
        }
        const QStringList types = options.value(u"types"_s).split(u',', Qt::SkipEmptyParts);
        TURNUS_ASSIGN(added, webhooks.add(connection, options.words().at(1), types, options.has(u"allow-private"_s)));
        out << "id: " << added.id << "\nsecret: " << added.secret << "\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

int runCalendar(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        const QString verb = args.value(0);
        if (verb != "add"_L1 && verb != "revoke"_L1)
            return fail(Domain::Input, u"usage", u"calendar add or revoke"_s);
        TURNUS_ASSIGN(options, parse(args, {}, {u"names"_s}, 2));
        TURNUS_ASSIGN(company, openCompany(options));
        const SystemClock clock;
        server::Calendars calendars(clock);
        const QString staff = options.words().at(1);
        if (verb == "add"_L1) {
            TURNUS_ASSIGN(secret, calendars.add(*company.connection, staff, options.has(u"names"_s)));
            out << "/v1/calendar/" << secret << ".ics\n";
            return {};
        }
        TURNUS_ASSIGN(count, calendars.revoke(*company.connection, staff));
        out << count << " addresses revoked\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
