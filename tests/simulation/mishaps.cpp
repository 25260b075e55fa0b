#include "sync/server/service/bonusservice.h"
#include "sync/server/service/values.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/rowstore.h"
#include "tests/simulation/company.h"
#include "tests/simulation/edits.h"
#include "tests/simulation/world.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

const std::string writeAheadLog = std::string(deviceFile) + "-wal";

} // namespace

void World::edit(SimulatedDevice &device)
{
    if (!device.isUp() || device.session.isEmpty())
        return;
    Person person(device.connection(), m_journal, m_random, device.index, device.staff);
    note(device, person.act());
    (void)survives(device);
}

void World::armKill(SimulatedDevice &device)
{
    if (device.isUp() && !device.disk.faults.failAtCall) {
        device.disk.faults.failAtCall = device.disk.calls() + m_random.between(1, 90);
        device.disk.faults.lasting = true;
    }
}

void World::armError(SimulatedDisk &disk)
{
    if (disk.faults.failAtCall)
        return;
    disk.faults.failAtCall = disk.calls() + m_random.between(1, 90);
    disk.faults.lasting = false;
    disk.faults.fullInsteadOfError = m_random.chance(50);
    disk.faults.shortWrites = m_random.chance(50);
}

void World::fillDisk(SimulatedDevice &device)
{
    device.disk.faults.capacity = device.disk.used() + m_random.below(20'000);
    note(device, u"disk is nearly full"_s);
    after(milliseconds{m_random.between(60'000, 900'000)}, [this, &device] {
        device.disk.faults.capacity = 0;
        note(device, u"disk has room again"_s);
    });
}

/// Only what was written counts, as with a copy of a running machine's disk.
void World::copyDisk(SimulatedDevice &device)
{
    m_copies[device.index] = {device.disk.content(deviceFile), device.disk.content(writeAheadLog), m_journal.lastNumber,
                              device.session};
    note(device, u"disk is copied"_s);
}

void World::setBack(SimulatedDevice &device)
{
    const auto copy = m_copies.find(device.index);
    if (copy == m_copies.end() || !m_server->isUp() || copy->second.session != device.session)
        return;
    note(device, u"is set back to its copy"_s);
    forgetUnsent(device, copy->second.lastEdit);
    if (device.isUp())
        device.kill(false);
    device.disk.clear();
    device.disk.setContent(deviceFile, copy->second.file);
    if (!copy->second.log.isEmpty())
        device.disk.setContent(writeAheadLog, copy->second.log);
    reopen(device);
}

void World::replace(SimulatedDevice &device)
{
    if (!m_server->isUp())
        return;
    note(device, u"is replaced by a new one"_s);
    forgetUnsent(device, 0);
    if (device.isUp())
        device.kill(false);
    device.disk.clear();
    device.disk.setContent(deviceFile, Images::get().device);
    device.session.clear();
    reopen(device);
}

/// What a device has after `after` and the server has not goes with the device, and nobody promised otherwise.
void World::forgetUnsent(const SimulatedDevice &device, int after)
{
    for (Edit &edit : m_journal.edits) {
        if (edit.device == device.index && edit.number > after && edit.certain)
            edit.certain = edit.isInsert && isOnServer(edit);
    }
}

void World::setClockWrong()
{
    constexpr int most = 400 * 24 * 60;
    if (m_random.chance(20)) {
        m_serverClock.skew = std::chrono::minutes{m_random.between(-120, 120)};
        note(u"server's clock is wrong by %1 minutes"_s.arg(m_serverClock.skew.count() / 60'000));
        return;
    }
    SimulatedDevice &device = *m_random.pick(m_devices);
    device.clock.skew = std::chrono::minutes{m_random.between(-most, most)};
    note(device, u"clock is wrong by %1 minutes"_s.arg(device.clock.skew.count() / 60'000));
}

void World::crash(SimulatedDevice &device)
{
    const bool power = m_weather.powerCuts && m_random.chance(50);
    note(device, power ? u"loses its power"_s : u"is killed"_s);
    if (power && device.disk.faults.losesSyncs && m_server->isUp())
        forgetUnsent(device, 0);
    device.kill(power);
    after(milliseconds{m_random.between(1'000, 120'000)}, [this, &device] { reopen(device); });
}

void World::reopen(SimulatedDevice &device)
{
    if (device.isUp())
        return;
    const Status opened = device.open();
    if (!survives(device))
        return;
    if (opened) {
        note(device, u"starts"_s);
        return;
    }
    note(device, u"does not start: "_s + opened.error().code);
    const bool lies = device.disk.faults.losesSyncs;
    const bool spoilt = opened.error().code == "damaged"_L1 || opened.error().code == "not-turnus"_L1;
    if (spoilt && lies && m_server->isUp()) {
        replace(device);
        return;
    }
    if (spoilt && !lies)
        m_verdict.violations.append(u"%1 is damaged: %2"_s.arg(device.name(), opened.error().detail));
    after(std::chrono::minutes{1}, [this, &device] { reopen(device); });
}

bool World::survives(SimulatedDevice &device)
{
    Faults &faults = device.disk.faults;
    if (!faults.failAtCall || device.disk.calls() < faults.failAtCall)
        return true;
    if (faults.lasting) {
        crash(device);
        return false;
    }
    note(device, u"disk has failed once"_s);
    faults.failAtCall = 0;
    return true;
}

bool World::serverSurvives()
{
    Faults &faults = m_server->disk.faults;
    const bool fired = faults.failAtCall && m_server->disk.calls() >= faults.failAtCall;
    if (fired && faults.lasting) {
        crashServer();
        return false;
    }
    if (fired)
        note(u"server's disk has failed once"_s);
    faults = {};
    return true;
}

void World::crashServer()
{
    const bool power = m_weather.powerCuts && m_random.chance(50);
    note(power ? u"server loses its power"_s : u"server is killed"_s);
    m_server->kill(power);
    after(milliseconds{m_random.between(500, 60'000)}, [this] {
        const Status opened = m_server->open();
        note(u"server starts%1"_s.arg(opened ? QString() : u" not: "_s + opened.error().toString()));
        if (!opened)
            m_verdict.violations.append(u"the server does not start: "_s + opened.error().toString());
    });
}

Status World::onServer(const std::function<Status(server::ChangeLog &, server::RowStore &)> &work)
{
    if (!m_server->isUp())
        return fail(Domain::Network, u"down");
    return m_server->connection().write([&]() -> Status {
        server::ChangeLog log(m_server->connection(), m_serverClock.now());
        server::RowStore rows(m_server->connection(), log);
        TURNUS_TRY(work(log, rows));
        log.flush();
        return {};
    });
}

void World::officeEdit()
{
    struct Target
    {
        const char *table;
        qint64 offset;
        const char *column;
    };
    static constexpr std::array targets{Target{"customer", 0, "phone"},       Target{"customer", 0, "note"},
                                        Target{"customer", 0, "email"},       Target{"site", 1, "access_note"},
                                        Target{"appointment", 5, "note"},     Target{"asset", 2, "place"},
                                        Target{"customer", 0, "external_key"}};
    const Target &target = m_random.pick(targets);
    const protocol::Table &table = *protocol::findTable(target.table);
    const qint64 customer = company::firstCustomer + 10 * m_random.below(company::customers);
    const qint64 id = customer + target.offset;
    if (m_journal.erased.contains(customer))
        return;
    Edit edit{.number = m_journal.lastNumber + 1, .device = Edit::office, .table = &table, .row = {id, 0}};
    edit.customer = customer;
    edit.column = target.column;
    const Status done = onServer([&](server::ChangeLog &, server::RowStore &rows) -> Status {
        auto row = rows.find(table, id);
        const int column = protocol::columnIndex(table, target.column);
        edit.old = row->values.at(column).index() == 3
                       ? protocol::Value(server::textOf(row->values.at(column)).toStdString())
                       : protocol::Value();
        edit.now = "office " + std::to_string(edit.number);
        row->values[column] = QString::fromStdString(std::get<std::string>(edit.now));
        rows.update(table, *row, quint64{1} << column);
        return {};
    });
    if (!done)
        return;
    ++m_journal.lastNumber;
    note(u"office edits %1 %2 #%3"_s.arg(QLatin1StringView(target.table)).arg(id).arg(edit.number));
    m_journal.add({edit}, true);
}

void World::moveCustomer()
{
    const qint64 customer = company::firstCustomer + 10 * m_random.below(company::customers);
    const qint64 channel = m_random.chance(50) ? company::north : company::south;
    if (m_journal.erased.contains(customer))
        return;
    const Status done = onServer([&](server::ChangeLog &, server::RowStore &rows) -> Status {
        rows.moveCustomer(customer, channel);
        return {};
    });
    if (done)
        note(u"customer %1 moves to channel %2"_s.arg(customer).arg(channel));
}

void World::moveTechnician()
{
    const qint64 staff = m_random.pick(company::technicians);
    const qint64 team = m_random.chance(50) ? company::northTeam : company::southTeam;
    const Status done = onServer([&](server::ChangeLog &, server::RowStore &rows) -> Status {
        const protocol::Table &table = *protocol::findTable("staff");
        auto row = rows.find(table, staff);
        const int column = protocol::columnIndex(table, "team_id");
        row->values[column] = team;
        rows.update(table, *row, quint64{1} << column);
        return {};
    });
    if (done)
        note(u"technician %1 goes to team %2"_s.arg(staff).arg(team));
}

/// Sales at work on an accepted referral.
void World::moveReferral()
{
    qint64 moved = 0;
    const bool won = m_random.chance(70);
    const qint64 amount = 10'000LL * m_random.between(1, 90);
    const Status done = onServer([&](server::ChangeLog &log, server::RowStore &rows) -> Status {
        const protocol::Table &table = *protocol::findTable("referral");
        const server::Value id =
            server::one(m_server->connection(), u"SELECT min(id) FROM referral WHERE stage = 'accepted'"_s);
        auto row = server::isNull(id) ? std::nullopt : rows.find(table, server::integerOf(id));
        if (!row)
            return {};
        const int column = protocol::columnIndex(table, "amount_cents");
        row->values[column] = amount;
        rows.update(table, *row, quint64{1} << column);
        TURNUS_TRY(server::BonusService(m_server->connection(), log)
                       .moveReferral(*row, won ? u"won"_s : u"lost"_s, StaffId{}, u"sales"_s));
        moved = row->id;
        return {};
    });
    if (done && moved)
        note(u"sales: a referral is %1 at %2"_s.arg(won ? u"won"_s : u"lost"_s).arg(amount));
}

} // namespace turnus::simulation
