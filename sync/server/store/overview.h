#pragma once

#include "sync/server/store/value.h"

#include <QList>
#include <QStringList>

namespace turnus::server {

class Connection;

/// What the company holds, as plain lists for people and scripts; newest first.
struct Listing
{
    QStringList columns;
    QList<QList<Value>> rows;
};

class Overview
{
public:
    explicit Overview(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] static QStringList topics();
    /// Empty columns for a topic that there is not. `login`: of one technician only.
    [[nodiscard]] Listing list(const QString &topic, const QString &login, int limit);

private:
    Connection &m_connection;
};

} // namespace turnus::server
