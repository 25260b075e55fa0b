#pragma once

#include "sync/protocol/tables.h"

#include <QHash>
#include <QList>
#include <QString>
#include <optional>

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
    explicit ChannelStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] QList<Channel> all();
    [[nodiscard]] std::optional<qint64> find(protocol::ChannelKind kind, qint64 subject);
    /// The channel of a territory or a person, made when it is new, renamed when its subject was.
    [[nodiscard]] qint64 ensure(protocol::ChannelKind kind, qint64 subject, const QString &name);
    /// Whether persons, teams or territories changed in the company channel after `head`.
    [[nodiscard]] bool membersMovedSince(qint64 head);

private:
    Connection &m_connection;
};

} // namespace turnus::server
