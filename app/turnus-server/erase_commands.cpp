#include "app/turnus-server/commands.h"
#include "core/support/clock.h"
#include "sync/server/service/erasure.h"
#include "sync/server/store/keystore.h"
#include "sync/server/store/signingkeystore.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

server::Erasure erasureFor(const Company &company, const Clock &clock)
{
    return {clock, company.directory->content(), company.directory->uploads()};
}

void print(const server::ErasureReport &report, bool dryRun, QTextStream &out)
{
    const QString removed = dryRun ? u"would be removed"_s : u"removed"_s;
    const QString blanked = dryRun ? u"would be kept without a person"_s : u"kept without a person"_s;
    for (const auto &table : report.tables) {
        if (table.removed > 0)
            out << table.name << ": " << table.removed << ' ' << removed << "\n";
        else
            out << table.name << ": " << table.blanked << ' ' << blanked << "\n";
    }
    for (const auto &[words, count] :
         {std::pair(u"files"_s, report.files), std::pair(u"operations' contents"_s, report.operations),
          std::pair(u"conflicts"_s, report.conflicts), std::pair(u"keys"_s, report.keys),
          std::pair(u"events"_s, report.events)}) {
        if (count > 0)
            out << words << ": " << count << ' ' << removed << "\n";
    }
}

Status eraseCustomer(const jobs::Options &options, const Company &company, QTextStream &out)
{
    TURNUS_ASSIGN(reason, options.required(u"reason"_s));
    const QString key = options.words().at(1);
    std::optional<qint64> customer;
    TURNUS_TRY(company.connection->read([&]() -> Status {
        customer = server::KeyStore(*company.connection).find(*protocol::findTable("customer"), key);
        return {};
    }));
    if (!customer)
        return fail(Domain::Input, u"no-customer", u"no customer has the key \"%1\""_s.arg(key));
    const SystemClock clock;
    const bool dryRun = options.has(u"dry-run"_s);
    TURNUS_ASSIGN(report, erasureFor(company, clock).erase(*company.connection, *customer, reason, {}, dryRun));
    print(report, dryRun, out);
    if (dryRun) {
        out << "nothing was changed\n";
        return {};
    }
    out << "customer " << report.customer << " is erased; devices follow at their next contact\n";
    if (!report.scrubbed)
        out << "the database is in use: its file is rewritten by turnus-server erase again, or when serve starts\n";
    return {};
}

Status listErasures(const Company &company, QTextStream &out)
{
    TURNUS_ASSIGN(name, server::companyOf(*company.connection));
    TURNUS_ASSIGN(entries, server::ErasedList(company.directory->path()).entries(name));
    for (const auto &entry : std::as_const(entries)) {
        out << QDateTime::fromMSecsSinceEpoch(toInteger(entry.at), Qt::UTC).toString(Qt::ISODate) << "  customer "
            << entry.customer << "  " << entry.reason << "\n";
    }
    return {};
}

} // namespace

int runErase(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        const int words = args.value(0) == "customer"_L1 ? 2 : 1;
        TURNUS_ASSIGN(options, parse(args, {u"reason"_s}, {u"dry-run"_s}, words));
        TURNUS_ASSIGN(company, openCompany(options));
        const QString what = options.words().constFirst();
        if (what == "customer"_L1)
            return eraseCustomer(options, company, out);
        if (what == "list"_L1)
            return listErasures(company, out);
        if (what != "again"_L1)
            return fail(Domain::Input, u"usage", u"erase customer, list or again"_s);
        const SystemClock clock;
        TURNUS_ASSIGN(count, erasureFor(company, clock).again(*company.connection));
        out << count << " customers erased again\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
