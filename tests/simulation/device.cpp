#include "tests/simulation/device.h"

#include "core/storage/devicestate.h"
#include "sync/client/makers.h"
#include "tests/simulation/company.h"

namespace turnus::simulation {

SimulatedDevice::SimulatedDevice(std::uint64_t seed, const Clock &truth, int index_, qint64 staff_)
    : index(index_), staff(staff_), clock(truth), disk(seed)
{
    disk.now = [this] { return toInteger(clock.now()); };
}

Status SimulatedDevice::open()
{
    TURNUS_ASSIGN(opened,
                  storage::Connection::open({.path = QString::fromLatin1(deviceFile), .vfs = disk.name()}, clock));
    m_connection = std::move(opened);
    return {};
}

void SimulatedDevice::kill(bool powerCut)
{
    Faults kept;
    kept.losesSyncs = disk.faults.losesSyncs;
    if (!disk.faults.failAtCall || !disk.faults.lasting) // closing must not tidy up what a kill leaves
        disk.faults = {.failAtCall = disk.calls() + 1, .lasting = true};
    engine.reset();
    m_connection.reset();
    disk.faults = kept;
    if (powerCut)
        disk.powerCut();
    else
        disk.processKilled();
}

void SimulatedDevice::close()
{
    engine.reset();
    m_connection.reset();
}

client::Engine SimulatedDevice::makeEngine()
{
    client::Engine made(*m_connection);
    made.sliceRows = sliceRows;
    return made;
}

Status SimulatedDevice::signIn(SimulatedServer &server)
{
    using storage::DeviceState;
    TURNUS_ASSIGN(known, m_connection->read([&] { return DeviceState(*m_connection).integer(DeviceState::replica); }));
    TURNUS_ASSIGN(certificate,
                  m_connection->read([&] { return DeviceState(*m_connection).text(DeviceState::certificate); }));
    TURNUS_ASSIGN(answer, server.signIn(staff, name(), known, certificate));
    Status entered = m_connection->write([&](storage::Writer &writer) -> Status {
        TURNUS_TRY(client::handOver(*m_connection, writer, {answer.replica, answer.certificate, staff}));
        DeviceState state(*m_connection);
        state.set(DeviceState::role, answer.role);
        state.set(DeviceState::login, answer.login);
        return {};
    });
    if (entered)
        session = answer.session;
    return entered;
}

} // namespace turnus::simulation
