#include "sync/server/service/authorisation.h"

#include "sync/server/store/connection.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

/// Roles as a set of bits.
using Roles = unsigned;
constexpr Roles only(Role role)
{
    return 1U << static_cast<unsigned>(role);
}
constexpr Roles technician = only(Role::Technician);
constexpr Roles supervisor = only(Role::Supervisor);
constexpr Roles sales = only(Role::Sales);
constexpr Roles dispatcher = only(Role::Dispatcher);
constexpr Roles admin = only(Role::Admin);
constexpr Roles integration = only(Role::Integration);
constexpr Roles onSite = technician | supervisor;
constexpr Roles office = supervisor | sales | dispatcher;
constexpr Roles everybody = onSite | office | admin;
constexpr Roles nobody = 0;

/// Who may insert rows of a table and change fields of its rows; `planned` are the fields whose policy is ServerWins:
/// they belong to the office.
struct Right
{
    std::string_view table;
    Roles insert;
    Roles update;
    Roles planned;
};

constexpr std::array rights{
    Right{"customer", nobody, onSite | office, nobody},
    Right{"contact", onSite | office, onSite | office, nobody},
    Right{"site", nobody, onSite | dispatcher, nobody},
    Right{"asset", onSite | dispatcher, onSite | dispatcher, nobody},
    Right{"appointment", onSite | dispatcher, onSite | dispatcher, supervisor | dispatcher},
    Right{"visit", onSite, onSite, nobody},
    Right{"checklist_answer", onSite, nobody, nobody},
    Right{"meter_reading", onSite, nobody, nobody},
    Right{"condition_grade", onSite, nobody, nobody},
    Right{"finding", onSite, nobody, nobody},
    Right{"part_use", onSite, nobody, nobody},
    Right{"repair", onSite, nobody, nobody},
    Right{"attachment", onSite, nobody, nobody},
    Right{"due_note", onSite, nobody, nobody},
    Right{"asset_removal", onSite | dispatcher, nobody, nobody},
    Right{"page_view", onSite, nobody, nobody},
    Right{"consent", onSite | sales, nobody, nobody},
    Right{"referral", onSite, onSite | sales, sales},
    Right{"complaint", onSite | office, onSite | office, nobody},
    Right{"signature", onSite, nobody, nobody},
    Right{"bonus_decision", supervisor, nobody, nobody},
    Right{"conflict_choice", supervisor, nobody, nobody},
};

constexpr Right rightOf(const Table &table)
{
    for (const Right &right : rights) {
        if (right.table == table.name)
            return right;
    }
    return {table.name, nobody, nobody, nobody};
}

tl::unexpected<Error> forbid(QStringView code, const QString &detail)
{
    return fail(Domain::Access, code, detail);
}

qint64 valueOf(const Table &table, const Row &row, std::string_view column)
{
    const int index = columnIndex(table, column);
    return index < 0 ? 0 : integerOf(row.values.at(index));
}

QList<Channel> subscriptionsOf(ChannelStore store, const Principal &principal)
{
    switch (principal.role) {
    case Role::Technician:
        return store.ofTechnician(principal.staff);
    case Role::Supervisor:
        return store.ofLeader(principal.staff);
    case Role::Sales:
    case Role::Dispatcher:
        return store.ofOffice(principal.staff);
    case Role::Admin:
    case Role::Integration:
        break;
    }
    return store.ofAnybody(principal.staff);
}

} // namespace

bool Authorisation::isOpen(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Health:
    case Endpoint::Ready:
    case Endpoint::Metrics: // to this machine; others are looked at as administrators
    case Endpoint::SignIn:
    case Endpoint::Refresh:
    case Endpoint::UploadOptions:
    case Endpoint::ReadCalendar:
        return true;
    default:
        return false;
    }
}

Status Authorisation::mayUse(Role role, Endpoint endpoint)
{
    Roles allowed = nobody;
    switch (endpoint) {
    case Endpoint::Health:
    case Endpoint::Ready:
    case Endpoint::SignIn:
    case Endpoint::Refresh:
    case Endpoint::ReadCalendar:
    case Endpoint::AddCalendar:
    case Endpoint::RevokeCalendars:
    case Endpoint::SignOut:
    case Endpoint::Sync:
    case Endpoint::Events:
    case Endpoint::UploadOptions:
    case Endpoint::Attachment:
    case Endpoint::ReceiptKeys:
        allowed = everybody;
        break;
    case Endpoint::Metrics:
    case Endpoint::Erase:
        allowed = only(Role::Admin);
        break;
    case Endpoint::Upload:
    case Endpoint::Receipt:
        allowed = onSite;
        break;
    case Endpoint::MoveReferral:
        // Supervisors approve the bonus that follows: four eyes.
        allowed = sales;
        break;
    case Endpoint::ReadRecord:
    case Endpoint::WriteRecord:
    case Endpoint::WriteRecords:
        allowed = admin | integration;
        break;
    case Endpoint::ReadPlan:
    case Endpoint::WritePlan:
        allowed = dispatcher | admin | integration;
        break;
    }
    if (allowed & only(role))
        return {};
    return forbid(u"role", u"not open to this role"_s);
}

Authorisation Authorisation::of(Connection &connection, const Principal &principal)
{
    Authorisation result;
    result.m_principal = principal;
    ChannelStore store(connection);
    if (principal.role == Role::Supervisor)
        result.m_members = store.ledBy(principal.staff);
    result.m_channels = subscriptionsOf(store, principal);
    for (const Channel &channel : std::as_const(result.m_channels))
        result.m_readable.insert(channel.id);
    return result;
}

bool Authorisation::isOwnVisit(const Row &visit) const
{
    return valueOf(*findTable("visit"), visit, "technician_id") == m_principal.staff.value;
}

Status Authorisation::mayInsert(const Table &table, const Row &row, bool onOwnVisit) const
{
    const QString name = named(table.name);
    const Roles self = only(m_principal.role);
    if (!table.fromDevice || !(rightOf(table).insert & self))
        return forbid(u"role", name + u": not open to this role"_s);
    if (!mayRead(row.channel) && !onOwnVisit)
        return forbid(u"foreign-channel", name + u": belongs to a channel that is not yours"_s);
    // What is signed with a person is signed by oneself; only the office plans for others.
    const bool plansForOthers = table.name == "appointment" && (rightOf(table).planned & self);
    for (const std::string_view person : {"technician_id", "staff_id"}) {
        const qint64 value = valueOf(table, row, person);
        if (value != 0 && value != m_principal.staff.value && !plansForOthers)
            return forbid(u"foreign-person", name + u'.' + named(person) + u": not yourself"_s);
    }
    if (table.name == "referral" && textOf(row.values.at(columnIndex(table, "stage"))) != "new"_L1)
        return forbid(u"role", u"referral.stage: a referral begins as new"_s);
    if (table.name == "referral" && !isNull(row.values.at(columnIndex(table, "amount_cents"))))
        return forbid(u"role", u"referral.amount_cents: belongs to sales"_s);
    return {};
}

Status Authorisation::mayUpdate(const Table &table, const Row &row, quint64 mask) const
{
    const QString name = named(table.name);
    const Roles self = only(m_principal.role);
    const Right right = rightOf(table);
    if (table.kind != RowKind::Shared || !(right.update & self))
        return forbid(u"role", name + u": not open to this role"_s);
    if (!mayRead(row.channel) && !(table.name == "visit" && isOwnVisit(row)))
        return fail(Domain::Input, u"row-missing", u"%1 %2"_s.arg(name).arg(row.id));
    const bool owned = table.name == "visit" || table.name == "referral";
    if (owned && m_principal.role == Role::Technician &&
        valueOf(table, row, "technician_id") != m_principal.staff.value)
        return forbid(u"foreign-person", u"%1 %2: a colleague's"_s.arg(name).arg(row.id));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns[i];
        if (!(mask & (quint64{1} << i)))
            continue;
        if (isFixed(table, column))
            return forbid(u"fixed-field", name + u'.' + named(column.name) + u": never changes"_s);
        if (column.merge == Merge::ServerWins && !(right.planned & self))
            return forbid(u"role", name + u'.' + named(column.name) + u": belongs to the office"_s);
    }
    return {};
}

Status Authorisation::mayDecideFor(StaffId person) const
{
    if (m_principal.role != Role::Supervisor || !leads(person))
        return forbid(u"foreign-person", u"only the team's supervisor decides on a bonus line"_s);
    return {};
}

Status Authorisation::mayReadReceiptOf(StaffId person) const
{
    if (person != m_principal.staff && !leads(person))
        return forbid(u"foreign-person", u"neither yourself nor of your team"_s);
    return {};
}

} // namespace turnus::server
