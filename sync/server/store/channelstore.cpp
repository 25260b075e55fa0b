#include "sync/server/store/channelstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

QList<Channel> ChannelStore::all()
{
    QList<Channel> channels;
    Statement row(m_connection, u"SELECT id, kind, subject_id, name, head FROM channel ORDER BY kind, id"_s);
    while (row.next())
        channels.append({row.integer(0), static_cast<protocol::ChannelKind>(row.integer(1)), row.integer(2),
                         row.text(3), row.integer(4)});
    return channels;
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
