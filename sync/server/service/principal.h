#pragma once

#include "core/support/ids.h"

#include <QString>
#include <optional>

namespace turnus::server {

/// Integration is no person: the company's other systems, which come with a token of their own.
enum class Role { Technician, Supervisor, Sales, Dispatcher, Admin, Integration };

/// The words of staff.role.
[[nodiscard]] inline std::optional<Role> roleFrom(const QString &word)
{
    using namespace Qt::StringLiterals;
    if (word == "technician"_L1)
        return Role::Technician;
    if (word == "supervisor"_L1)
        return Role::Supervisor;
    if (word == "sales"_L1)
        return Role::Sales;
    if (word == "dispatcher"_L1)
        return Role::Dispatcher;
    if (word == "admin"_L1)
        return Role::Admin;
    return {};
}

/// Who speaks: an account, and the installed database it speaks from.
struct Principal
{
    QString session;
    QString login;
    QString device;
    StaffId staff;
    QString name;
    Role role = Role::Technician;
    qint64 replica = 0;
    bool isFirstUse = false; ///< of an access token that a refresh brought
};

} // namespace turnus::server
