#include "tests/simulation/server.h"

#include "sync/server/service/replicanumbers.h"
#include "sync/server/store/sessionstore.h"
#include "tests/simulation/company.h"

using namespace Qt::StringLiterals;

namespace turnus::simulation {

using namespace turnus::server;

SimulatedServer::SimulatedServer(std::uint64_t seed, const Clock &clock, const QByteArray &image,
                                 const server::Pieces &pieces)
    : disk(seed), m_clock(clock), m_service(clock, pieces)
{
    disk.now = [this] { return toInteger(m_clock.now()); };
    if (!image.isEmpty())
        disk.setContent(serverFile, image);
}

Status SimulatedServer::open()
{
    const QString location = u"file:%1?vfs=%2"_s.arg(QLatin1StringView(serverFile), disk.name());
    TURNUS_ASSIGN(database, Database::at(location));
    auto connection = Connection::open(*database);
    if (!connection)
        return tl::unexpected(connection.error());
    m_database = std::move(database);
    m_connection = std::move(*connection);
    return {};
}

void SimulatedServer::kill(bool powerCut)
{
    if (!disk.faults.failAtCall) // closing must not tidy up what a kill leaves
        disk.faults = {.failAtCall = disk.calls() + 1, .lasting = true};
    m_connection.reset();
    m_database.reset();
    disk.faults = {};
    if (powerCut)
        disk.powerCut();
    else
        disk.processKilled();
}

Result<SimulatedServer::SignedIn> SimulatedServer::signIn(qint64 staff, const QString &device,
                                                          std::optional<qint64> replica, const QString &certificate)
{
    SignedIn result;
    TURNUS_TRY(m_connection->write([&]() -> Status {
        SessionStore sessions(*m_connection);
        result.login = u"staff%1"_s.arg(staff);
        result.role = textOf(one(*m_connection, u"SELECT role FROM staff WHERE id = ?"_s, staff));
        ReplicaNumbers numbers(*m_connection, m_clock.now());
        const std::string shown = predating.contains(staff) ? std::string() : certificate.toStdString();
        result.replica = numbers.numberFor(replica, shown, result.login, device);
        result.certificate = QString::fromStdString(numbers.certificateOf(result.replica, result.login));
        const qint64 count = integerOf(one(*m_connection, u"SELECT count(*) FROM session"_s));
        result.session = u"session-%1"_s.arg(count + 1);
        sessions.create({result.session, result.login, result.replica, device, instantFrom(0), false},
                        result.session.toLatin1(), m_clock.now());
        return {};
    }));
    return result;
}

Result<Principal> SimulatedServer::principalOf(const QString &session)
{
    Principal principal;
    TURNUS_TRY(m_connection->read([&]() -> Status {
        const auto row = SessionStore(*m_connection).byId(session);
        if (!row)
            return fail(Domain::Access, u"token", session);
        const qint64 staff = row->login.mid(5).toLongLong();
        Statement person(*m_connection, u"SELECT name, role FROM staff WHERE id = ?"_s, staff);
        if (!person.next())
            return fail(Domain::Access, u"revoked", session);
        principal = {session,     row->login, row->device, StaffId{staff}, person.text(0), *roleFrom(person.text(1)),
                     row->replica};
        return {};
    }));
    return principal;
}

Result<std::string> SimulatedServer::sync(const QString &session, std::string_view body)
{
    TURNUS_ASSIGN(principal, principalOf(session));
    TURNUS_ASSIGN(request, protocol::decodeRequest(body));
    if (predating.contains(principal.staff.value))
        request.certificate.clear();
    return m_service.sync(*m_connection, principal, request);
}

Result<std::optional<std::string>> SimulatedServer::syncInBrief(const QString &session, std::string_view brief)
{
    TURNUS_ASSIGN(principal, principalOf(session));
    TURNUS_ASSIGN(request, protocol::decodeBrief(brief));
    TURNUS_ASSIGN(current, m_service.isCurrent(*m_connection, principal, request));
    if (current)
        return std::nullopt;
    TURNUS_ASSIGN(answer, m_service.sync(*m_connection, principal, request));
    return std::optional(std::move(answer));
}

} // namespace turnus::simulation
