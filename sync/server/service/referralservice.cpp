#include "sync/server/service/referralservice.h"

#include "core/support/limits.h"
#include "sync/server/service/authorisation.h"
#include "sync/server/service/bonusservice.h"
#include "sync/server/service/values.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

Status ReferralService::move(Connection &connection, ReferralId referral, const QString &stage, const QString &login,
                             const QString &reason, std::optional<Money> amount)
{
    const protocol::Table &table = *protocol::findTable("referral");
    const int stageColumn = protocol::columnIndex(table, "stage");
    const int amountColumn = protocol::columnIndex(table, "amount_cents");
    TURNUS_TRY(checkValue(table, table.columns[static_cast<std::size_t>(stageColumn)], stage));
    if (amount && (*amount < Money{} || amount->cents > turnus::limits::mostCents))
        return fail(Domain::Input, u"amount", u"expected 0 to %1 cents"_s.arg(turnus::limits::mostCents));
    return connection.write([&]() -> Status {
        const auto account = AccountStore(connection).find(login);
        const auto role = account ? roleFrom(account->role) : std::nullopt;
        if (!role || account->disabled)
            return fail(Domain::Access, u"login", u"\"%1\" is no account"_s.arg(login));
        TURNUS_TRY(Authorisation::mayUse(*role, Endpoint::MoveReferral));
        const Authorisation access =
            Authorisation::of(connection, {{}, login, {}, account->staff, account->staffName, *role, 0});
        ChangeLog log(connection, m_clock.now());
        RowStore rows(connection, log);
        rows.lock(table, referral.value);
        auto row = rows.find(table, referral.value);
        if (!row || !access.mayRead(row->channel))
            return fail(Domain::Input, u"row-missing", u"referral %1"_s.arg(referral.value));
        if (amount) {
            row->values[amountColumn] = amount->cents;
            rows.update(table, *row, quint64{1} << amountColumn, {0, account->staff.value});
        }
        TURNUS_TRY(
            BonusService(connection, log).moveReferral(*row, stage, account->staff, reason, {0, account->staff.value}));
        log.flush();
        return {};
    });
}

} // namespace turnus::server
