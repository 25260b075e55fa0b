#pragma once

#include "sync/server/service/principal.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/rowstore.h"

#include "core/support/result.h"

#include <QSet>

namespace turnus::server {

class Connection;

/// What may be asked of the server over the network or the command line on somebody's behalf.
enum class Endpoint {
    Health,
    Ready,
    Metrics,
    SignIn,
    Refresh,
    SignOut,
    Sync,
    Events,
    Attachment,
    ReceiptKeys,
    Receipt,
    UploadOptions,
    Upload,
    MoveReferral,
    ReadRecord,
    WriteRecord,
    WriteRecords,
    ReadPlan,
    WritePlan,
    ReadCalendar,
    AddCalendar,
    RevokeCalendars,
    Erase
};

/// The one place that says who may do what. Loaded once for a request or push; all checks are made on it.
class Authorisation
{
public:
    /// Needs no access token: whoever can reach the server may.
    [[nodiscard]] static bool isOpen(Endpoint endpoint);
    [[nodiscard]] static Status mayUse(Role role, Endpoint endpoint);

    /// Reads the subscriptions of a person; inside a transaction.
    [[nodiscard]] static Authorisation of(Connection &connection, const Principal &principal);

    [[nodiscard]] const Principal &principal() const { return m_principal; }
    /// The channels that the person may read, company first.
    [[nodiscard]] const QList<Channel> &channels() const { return m_channels; }
    [[nodiscard]] bool mayRead(qint64 channel) const { return m_readable.contains(channel); }

    /// A visit that the person himself began stays his until it is done, wherever its customer moves meanwhile.
    [[nodiscard]] bool isOwnVisit(const Row &visit) const;
    /// `row.channel` is the channel computed by the server. `onOwnVisit`: what is recorded on such a visit may be
    /// written where its customer is now.
    [[nodiscard]] Status mayInsert(const protocol::Table &table, const Row &row, bool onOwnVisit = false) const;
    /// `mask`: the columns that the operation would change on `row`, as the server has it.
    [[nodiscard]] Status mayUpdate(const protocol::Table &table, const Row &row, quint64 mask) const;
    /// Deciding on a bonus line of `technician`.
    [[nodiscard]] Status mayDecideFor(StaffId technician) const;
    /// What the server holds of somebody's day: one's own, and that of the team that one leads.
    [[nodiscard]] Status mayReadReceiptOf(StaffId person) const;

private:
    [[nodiscard]] bool leads(StaffId staff) const { return m_members.contains(staff.value); }

    Principal m_principal;
    QList<Channel> m_channels;
    QSet<qint64> m_readable;
    QSet<qint64> m_members; ///< technicians of the teams that the person leads
};

} // namespace turnus::server
