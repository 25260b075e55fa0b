#include "tests/simulation/oracle.h"
#include "tests/simulation/world.h"

using namespace Qt::StringLiterals;

namespace turnus::simulation {

namespace {

constexpr milliseconds patience{30'000};

} // namespace

milliseconds World::travelTime()
{
    if (m_weather.delays && m_random.chance(25))
        return milliseconds{m_random.between(1'000, 90'000)};
    return milliseconds{m_random.between(5, 250)};
}

bool World::isWaiting(const SimulatedDevice &device, int run) const
{
    return device.isUp() && device.engine && device.run == run;
}

void World::beginSync(SimulatedDevice &device)
{
    if (!device.isUp() || device.engine)
        return;
    if (device.session.isEmpty()) {
        if (!m_server->isUp())
            return;
        const Status signedIn = device.signIn(*m_server);
        note(device, u"signs in%1"_s.arg(signedIn ? QString() : u": "_s + signedIn.error().code));
        if (!survives(device) || !signedIn)
            return;
    }
    device.engine.emplace(device.makeEngine());
    if (m_pieces.chance(25))
        device.engine->askForCheck();
    const Status loaded = device.engine->finishLoad();
    if (!survives(device))
        return;
    if (!loaded)
        return endRun(device, u"first load not finished: "_s + loaded.error().code);
    sendRequest(device);
}

void World::sendRequest(SimulatedDevice &device)
{
    const int run = ++device.run;
    ++m_verdict.rounds;
    auto body = device.engine->begin();
    if (!survives(device))
        return;
    if (!body) {
        endRun(device, u"no request: "_s + body.error().code);
        return;
    }
    const Asked asked{device.engine->brief(), std::move(*body)};
    note(device, u"request %1, %2 bytes"_s.arg(run).arg(asked.brief.value_or(asked.body).size()));
    const QString session = device.session;
    const auto deliver = [this, &device, run, session, asked] { reachServer(device, run, session, asked); };
    if (m_weather.drops && m_random.chance(15))
        note(device, u"request %1 is lost"_s.arg(run));
    else
        after(travelTime(), deliver);
    if (m_weather.doubles && m_random.chance(20)) {
        note(device, u"request %1 is doubled"_s.arg(run));
        after(travelTime() + travelTime(), deliver);
    }
    after(patience, [this, &device, run] {
        if (isWaiting(device, run))
            endRun(device, u"request %1 has timed out"_s.arg(run));
    });
}

void World::reachServer(SimulatedDevice &device, int run, const QString &session, const Asked &asked)
{
    if (!m_server->isUp()) {
        note(device, u"request %1 finds no server"_s.arg(run));
        if (isWaiting(device, run))
            endRun(device, u"offline"_s);
        return;
    }
    if (m_weather.serverKills && m_random.chance(12))
        m_server->disk.faults = {.failAtCall = m_server->disk.calls() + m_random.between(1, 120), .lasting = true};
    else if (m_weather.ioErrors && m_random.chance(12))
        armError(m_server->disk);
    Gateway::Answered answered = asked.brief ? m_gateway->answerBrief(device.index, session, *asked.brief, m_random)
                                             : m_gateway->answer(device.index, session, asked.body, m_random);
    const bool lives = serverSurvives();
    if (!lives && !answered.sentBeforeTheEnd)
        return;
    if (!answered.body)
        return failRequest(device, run, session, asked, answered.body.error());
    if (m_weather.drops && m_random.chance(15)) {
        note(device, u"answer %1 is lost"_s.arg(run));
        return;
    }
    if (answered.nothingNew)
        sendNothingNew(device, run);
    else
        sendAnswer(device, run, std::move(*answered.body));
}

void World::failRequest(SimulatedDevice &device, int run, const QString &session, const Asked &asked,
                        const Error &error)
{
    note(device, u"request %1 is answered by %2"_s.arg(run).arg(error.toString()));
    if (!isWaiting(device, run))
        return;
    if (asked.brief && error.code == "no-such-endpoint"_L1) {
        after(travelTime() + travelTime(), [this, &device, run, session, asked] {
            reachServer(device, run, session, {{}, asked.body});
        });
        return;
    }
    if (error.domain != Domain::Storage)
        m_verdict.violations.append(u"%1 is refused as a whole: %2"_s.arg(device.name(), error.toString()));
    endRun(device, u"server error"_s);
}

void World::sendNothingNew(SimulatedDevice &device, int run)
{
    after(travelTime(), [this, &device, run] {
        if (!isWaiting(device, run) || device.answered == run)
            return;
        device.answered = run;
        const auto round = device.engine->finishUnchanged();
        if (!survives(device))
            return;
        if (!round)
            return endRun(device, u"answer %1 not taken: %2"_s.arg(run).arg(round.error().toString()));
        note(device, u"round %1 done: nothing new"_s.arg(run));
        device.engine.reset();
    });
}

void World::sendAnswer(SimulatedDevice &device, int run, std::string answer)
{
    const bool cut = m_weather.cuts && m_random.chance(25);
    note(device, u"answer %1, %2 bytes"_s.arg(run).arg(answer.size()));
    if (cut)
        answer.resize(static_cast<std::size_t>(m_random.below(static_cast<int>(answer.size()))));
    auto kept = std::make_shared<std::string>(std::move(answer));
    after(travelTime(), [this, &device, run, kept, cut] { feed(device, run, kept, 0, cut); });
}

void World::feed(SimulatedDevice &device, int run, const std::shared_ptr<std::string> &answer, std::size_t from,
                 bool cut)
{
    if (!isWaiting(device, run) || (from == 0 && device.answered == run))
        return;
    device.answered = run; // the answer to a doubled request finds no connection
    const std::size_t left = answer->size() - from;
    const bool all = left < 2 || m_random.chance(60);
    const std::size_t now = all ? left : static_cast<std::size_t>(m_random.below(static_cast<int>(left)));
    const Status fed = device.engine->feed(std::string_view(*answer).substr(from, now));
    if (!survives(device))
        return;
    if (!fed) {
        endRun(device, u"answer %1 not taken: %2"_s.arg(run).arg(fed.error().toString()));
        return;
    }
    if (!all) {
        after(travelTime(),
              [this, &device, run, answer, next = from + now, cut] { feed(device, run, answer, next, cut); });
        return;
    }
    if (cut) {
        endRun(device, u"answer %1 is cut after %2 bytes"_s.arg(run).arg(answer->size()));
        return;
    }
    auto round = device.engine->finish();
    if (!survives(device))
        return;
    if (!round) {
        endRun(device, u"answer %1 not whole: %2"_s.arg(run).arg(round.error().code));
        return;
    }
    note(device, u"round %1 done: %2 operations out, %3 rows in, %4 settled"_s.arg(run)
                     .arg(round->operationsOut)
                     .arg(round->rowsIn)
                     .arg(round->settled));
    noteRepair(device, *round);
    if (round->more)
        sendRequest(device);
    else
        device.engine.reset();
}

/// Nothing that happens here, but for a disk that lies, may make a device differ from the server.
void World::noteRepair(SimulatedDevice &device, const client::Round &round)
{
    for (const qint64 channel : round.repaired) {
        note(device, u"differs in channel %1"_s.arg(channel));
        Oracle oracle(*m_server, m_journal);
        oracle.agreement(device);
        for (const QString &words : oracle.violations())
            note(words);
        if (!m_weather.lyingDisks)
            m_verdict.violations.append(u"%1 had to repair channel %2"_s.arg(device.name()).arg(channel));
    }
    for (const qint64 channel : round.stillDiffering)
        m_verdict.violations.append(u"%1 cannot repair channel %2"_s.arg(device.name()).arg(channel));
}

/// What came whole before the end counts, as in client::SyncRun.
void World::endRun(SimulatedDevice &device, const QString &why)
{
    note(device, why);
    (void)device.engine->finish();
    if (survives(device))
        device.engine.reset();
}

} // namespace turnus::simulation
