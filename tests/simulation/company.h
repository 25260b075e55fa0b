#pragma once

#include "core/support/clock.h"

#include <QByteArray>
#include <array>
#include <map>

namespace turnus::simulation {

/// The company of every schedule: territories Nord (50) and Süd (51), two technicians in the north, one in the south,
/// a supervisor of both, a dispatcher, a few customers with sites, machines and appointments, bonus rules for referrals
/// and orders.
namespace company {
constexpr qint64 north = 10; ///< territory channels
constexpr qint64 south = 11;
constexpr qint64 northTeam = 60;
constexpr qint64 southTeam = 61;
constexpr std::array<qint64, 3> technicians{100, 101, 102};
constexpr qint64 supervisor = 110;
constexpr qint64 dispatcher = 111;
constexpr int customers =
    6; ///< ids firstCustomer + 10 * n; site + 1, machines + 2 and + 3, contact + 4, appointment + 5
constexpr qint64 firstCustomer = 200;
constexpr qint64 machine = 301; ///< product
} // namespace company

constexpr const char *serverFile = "server.db";
constexpr const char *deviceFile = "device.db";

/// Databases that every schedule starts from, made once in the process by the product's own code.
struct Images
{
    QByteArray server;                   ///< nobody has ever synced
    QByteArray device;                   ///< migrated, nobody signed in
    QByteArray syncedServer;             ///< every person of `synced` has signed in and has all rows
    std::map<qint64, QByteArray> synced; ///< by staff id
    std::map<qint64, QString> sessions;  ///< of those, as their key stores hold them

    static const Images &get();
};

} // namespace turnus::simulation
