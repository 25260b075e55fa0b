#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/integration/apitokens.h"

using namespace Qt::StringLiterals;

namespace turnus::app {

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
            out << token.name << "\t" << (token.revoked ? "revoked" : "valid") << "\t"
                << QDateTime::fromMSecsSinceEpoch(toInteger(token.created), Qt::UTC).toString(Qt::ISODate) << "\n";
        }
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
