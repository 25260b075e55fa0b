#include "sync/server/store/channelstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

// UNION, for one may stand in two parts; by number, for that is all that a compound SELECT is ordered by.
const auto channelColumns = u"SELECT c.id, c.kind, c.subject_id, c.name, c.head FROM channel c "_s;
const auto readByAnybody =
    channelColumns + u"WHERE c.kind = 1 UNION "_s + channelColumns + u"WHERE c.kind = 3 AND c.subject_id = ? "_s;
const auto inChannelOrder = u"ORDER BY 2, 1"_s;

} // namespace

template <class... Args>
QList<Channel> ChannelStore::select(const QString &sql, const Args &...args)
{
    QList<Channel> channels;
    Statement row(m_connection, sql, args...);
    while (row.next())
        channels.append({row.integer(0), static_cast<protocol::ChannelKind>(row.integer(1)), row.integer(2),
                         row.text(3), row.integer(4)});
    return channels;
}

QList<Channel> ChannelStore::all()
{
    return select(channelColumns + inChannelOrder);
}

std::vector<std::pair<qint64, qint64>> ChannelStore::heads()
{
    std::vector<std::pair<qint64, qint64>> all;
    Statement row(m_connection, u"SELECT id, head FROM channel"_s);
    while (row.next())
        all.emplace_back(row.integer(0), row.integer(1));
    return all;
}

QList<Channel> ChannelStore::ofAnybody(StaffId staff)
{
    static const QString sql = readByAnybody + inChannelOrder;
    return select(sql, staff.value);
}

QList<Channel> ChannelStore::ofTechnician(StaffId staff)
{
    static const QString sql = readByAnybody + u"UNION "_s + channelColumns +
                               u"WHERE c.kind = 2 AND c.subject_id IN (SELECT t.territory_id FROM staff s JOIN team t "
                               "ON t.id = s.team_id WHERE s.id = ?) "_s +
                               inChannelOrder;
    return select(sql, staff.value, staff.value);
}

QList<Channel> ChannelStore::ofLeader(StaffId staff)
{
    static const QString sql = readByAnybody + u"UNION "_s + channelColumns +
                               u"WHERE c.kind = 2 AND c.subject_id IN (SELECT territory_id FROM team WHERE leader_id = "
                               "?) UNION "_s +
                               channelColumns +
                               u"WHERE c.kind = 3 AND c.subject_id IN (SELECT s.id FROM staff s JOIN team t ON t.id = "
                               "s.team_id WHERE t.leader_id = ? AND s.role = 'technician') "_s +
                               inChannelOrder;
    return select(sql, staff.value, staff.value, staff.value);
}

QList<Channel> ChannelStore::ofOffice(StaffId staff)
{
    static const QString sql =
        readByAnybody + u"UNION "_s + channelColumns + u"WHERE c.kind = 2 AND c.subject_id <> ? "_s + inChannelOrder;
    return select(sql, staff.value, erasedSubject);
}

QSet<qint64> ChannelStore::ledBy(StaffId leader)
{
    QSet<qint64> technicians;
    Statement row(m_connection,
                  u"SELECT s.id FROM staff s JOIN team t ON t.id = s.team_id WHERE t.leader_id = ? AND "
                  "s.role = 'technician'"_s,
                  leader.value);
    while (row.next())
        technicians.insert(row.integer(0));
    return technicians;
}

std::optional<qint64> ChannelStore::find(protocol::ChannelKind kind, qint64 subject)
{
    const Value id = one(m_connection, u"SELECT id FROM channel WHERE kind = ? AND subject_id = ?"_s,
                         static_cast<qint64>(kind), subject);
    return isNull(id) ? std::nullopt : std::optional(integerOf(id));
}

bool ChannelStore::membersMovedSince(qint64 head)
{
    return !isNull(one(m_connection,
                       u"SELECT seq FROM change WHERE channel = ? AND seq > ? AND tbl IN (?, ?, ?) LIMIT 1"_s,
                       companyChannel, head, qint64{protocol::findTable("staff")->number},
                       qint64{protocol::findTable("team")->number}, qint64{protocol::findTable("territory")->number}));
}

qint64 ChannelStore::ensure(protocol::ChannelKind kind, qint64 subject, const QString &name)
{
    if (const auto found = find(kind, subject)) {
        run(m_connection, u"UPDATE channel SET name = ? WHERE id = ? AND name <> ?"_s, name, *found, name);
        return *found;
    }
    const qint64 id = Meta(m_connection).takeIds();
    run(m_connection, u"INSERT INTO channel (id, kind, subject_id, name) VALUES (?, ?, ?, ?)"_s, id,
        static_cast<qint64>(kind), subject, name);
    return id;
}

} // namespace turnus::server
