#pragma once

#include "core/support/ids.h"
#include "sync/protocol/tables.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace turnus::server {

class Connection;

/// The whole company's channel has a fixed number.
constexpr qint64 companyChannel = 1;

struct Channel
{
    qint64 id = 0;
    protocol::ChannelKind kind = protocol::ChannelKind::Company;
    qint64 subject = 0;
    QString name;
    qint64 head = 0;
};

class ChannelStore
{
public:
    /// The subject of the territory channel of those who are erased: no territory has that number. Nobody reads it,
    /// also not who reads all territories.
    static constexpr qint64 erasedSubject = 0;

    explicit ChannelStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] QList<Channel> all();
    /// How far all channels are: only that, for it is asked after every commit.
    [[nodiscard]] std::vector<std::pair<qint64, qint64>> heads();
    // What people read, each by its key and not by a look through all: the company's channel and their own, and
    // their team's territory, the territories and technicians that they lead, or all territories.
    [[nodiscard]] QList<Channel> ofAnybody(StaffId staff);
    [[nodiscard]] QList<Channel> ofTechnician(StaffId staff);
    [[nodiscard]] QList<Channel> ofLeader(StaffId staff);
    [[nodiscard]] QList<Channel> ofOffice(StaffId staff);
    /// The technicians of the teams that the person leads.
    [[nodiscard]] QSet<qint64> ledBy(StaffId leader);
    [[nodiscard]] std::optional<qint64> find(protocol::ChannelKind kind, qint64 subject);
    /// The channel of a territory or a person, made when it is new, renamed when its subject was.
    [[nodiscard]] qint64 ensure(protocol::ChannelKind kind, qint64 subject, const QString &name);
    /// Whether persons, teams or territories changed in the company channel after `head`.
    [[nodiscard]] bool membersMovedSince(qint64 head);

private:
    template <class... Args>
    QList<Channel> select(const QString &sql, const Args &...args);

    Connection &m_connection;
};

} // namespace turnus::server
