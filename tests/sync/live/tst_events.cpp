#include "sync/server/http/server.h"
#include "sync/server/service/accountservice.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"
#include "tests/sync/server/support/httpclient.h"

#include <QDir>
#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using server::HttpLimits;

namespace {

/// A server's process over a company that may be served by others too.
class Process
{
public:
    Process(Company &company, const QString &location, HttpLimits limits = {})
        : m_directory(*server::DataDirectory::open(
              company.directory(), location.isEmpty() ? QDir(company.directory()).filePath(u"server.db"_s) : location))
    {
        server::ListenOptions options;
        options.workers = 2;
        options.passwordCost = server::PasswordCost::least();
        options.limits = limits;
        m_http = std::make_unique<server::HttpServer>(*m_directory, company.clock, options, server::LogSink());
        if (const Status started = m_http->start(); !started)
            qFatal("%s", qPrintable(started.error().toString()));
        m_thread = std::thread([this] { m_http->run(); });
    }
    ~Process() { stop(); }
    void stop()
    {
        if (!m_thread.joinable())
            return;
        m_http->stop();
        m_thread.join();
    }
    [[nodiscard]] quint16 port() const { return m_http->port(); }

private:
    std::unique_ptr<server::DataDirectory> m_directory;
    std::unique_ptr<server::HttpServer> m_http;
    std::thread m_thread;
};

/// A signed-in device with its stream open.
class Listening
{
public:
    Listening(const Process &process, const QByteArray &login) : client(process.port())
    {
        if (client.signIn(login, Company::password).status != 200)
            qFatal("%s cannot sign in", login.constData());
        answer = client.request("GET", "/v1/events");
    }

    HttpClient client;
    HttpAnswer answer;
};

QByteArray head(Company &company, qint64 channel)
{
    return '[' + QByteArray::number(channel) + ',' +
           QByteArray::number(company.integer(u"SELECT head FROM channel WHERE id = %1"_s.arg(channel)));
}

} // namespace

class TestEvents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void strangersHearNothing();
    void aStreamBeginsWithTheHeadsOfTheOwnChannels();
    void newsComeAfterACommitAndOnlyOfOwnChannels();
    void aSilentStreamHasAHeartbeat();
    void aDeviceHasOneStream();
    void streamsAreLimited();
    void whoMovesToAnotherTeamHearsOfIt();
    void aNewRoleHearsItsOwnChannels();
    void aRevokedDeviceIsTold();
    void aStoppingServerEndsStreams();
};

void TestEvents::strangersHearNothing()
{
    const QString location = freshLocation();
    Company company(location);
    const Process process(company, location);
    HttpClient client(process.port());
    QCOMPARE(client.request("GET", "/v1/events").status, 401);
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    QCOMPARE(client.request("POST", "/v1/events").status, 405);
}

void TestEvents::aStreamBeginsWithTheHeadsOfTheOwnChannels()
{
    const QString location = freshLocation();
    Company company(location);
    const Process process(company, location);
    Listening jana(process, "jana");
    QCOMPARE(jana.answer.status, 200);
    QCOMPARE(jana.answer.headers.value("content-type"), QByteArray("text/event-stream"));
    QVERIFY(jana.client.hears("event: news\ndata: [[1,"));
    QVERIFY(jana.client.hears(head(company, Company::nord) + "],[20,"));
}

void TestEvents::newsComeAfterACommitAndOnlyOfOwnChannels()
{
    const QString location = freshLocation();
    Company company(location);
    // On PostgreSQL two processes serve one company: each hears of what the other commits.
    const Process first(company, location);
    std::optional<Process> second;
    QFETCH_GLOBAL(bool, postgres);
    if (postgres)
        second.emplace(company, location);
    Listening jana(first, "jana");
    Listening karl(second ? *second : first, "karl");
    QVERIFY(jana.client.hears("\n\n"));
    QVERIFY(karl.client.hears("\n\n"));
    // Written by a connection of neither process, as by a command beside the server.
    company.update("customer", Company::southCustomer, {{"note", u"for karl"_s}});
    QVERIFY(karl.client.hears("event: news\ndata: [" + head(company, Company::south) + "]]\n\n"));
    company.update("customer", Company::customer, {{"note", u"for jana"_s}});
    // The first that jana hears is of her own territory: nothing of the other's came before.
    QVERIFY(jana.client.hears("event: news\ndata: [" + head(company, Company::nord) + "]]\n\n"));
}

void TestEvents::aSilentStreamHasAHeartbeat()
{
    const QString location = freshLocation();
    Company company(location);
    HttpLimits limits;
    limits.heartbeat = std::chrono::milliseconds(20);
    const Process process(company, location, limits);
    Listening jana(process, "jana");
    QVERIFY(jana.client.hears("\n\n:\n\n:\n\n"));
}

void TestEvents::aDeviceHasOneStream()
{
    const QString location = freshLocation();
    Company company(location);
    const Process process(company, location);
    Listening jana(process, "jana");
    HttpClient again(process.port());
    again.token = jana.client.token;
    QCOMPARE(again.request("GET", "/v1/events").status, 200);
    QVERIFY(jana.client.isClosedByServer());
    QVERIFY(again.hears("event: news"));
}

void TestEvents::streamsAreLimited()
{
    const QString location = freshLocation();
    Company company(location);
    HttpLimits limits;
    limits.streams = 1;
    const Process process(company, location, limits);
    Listening jana(process, "jana");
    QCOMPARE(jana.answer.status, 200);
    const Listening karl(process, "karl");
    QCOMPARE(karl.answer.status, 503);
    QVERIFY(karl.answer.headers.contains("retry-after"));
}

void TestEvents::whoMovesToAnotherTeamHearsOfIt()
{
    const QString location = freshLocation();
    Company company(location);
    const Process process(company, location);
    Listening jana(process, "jana");
    QVERIFY(jana.client.hears("\n\n"));
    const qint64 south = company.integer(u"SELECT team_id FROM staff WHERE id = 101"_s);
    company.update("staff", Company::jana, {{"team_id", south}});
    QVERIFY(jana.client.hears(head(company, Company::south)));
    company.update("customer", Company::customer, {{"note", u"not hers any more"_s}});
    company.update("customer", Company::southCustomer, {{"note", u"hers now"_s}});
    QVERIFY(jana.client.hears("event: news\ndata: [" + head(company, Company::south) + "]]\n\n"));
}

void TestEvents::aNewRoleHearsItsOwnChannels()
{
    const QString location = freshLocation();
    Company company(location);
    const Process process(company, location);
    Listening sales(process, "sales");
    QVERIFY(sales.client.hears("\n\n"));
    // A technician without a team hears of no territory; the stream was opened by one who hears of all.
    company.update("staff", 104, {{"role", u"technician"_s}});
    QVERIFY(sales.client.hears(head(company, 1)));
    company.update("customer", Company::customer, {{"note", u"not for him"_s}});
    company.update("segment", 70, {{"care", u"for everybody"_s}});
    QVERIFY(sales.client.hears("event: news\ndata: [" + head(company, 1) + "]]\n\n"));
}

void TestEvents::aRevokedDeviceIsTold()
{
    const QString location = freshLocation();
    Company company(location);
    const Process process(company, location);
    Listening jana(process, "jana");
    QVERIFY(jana.client.hears("\n\n"));
    QVERIFY(server::AccountService(company.clock).setLocked(company.connection(), u"jana"_s, true));
    QVERIFY(jana.client.hears("event: ended\n"));
    QVERIFY(jana.client.isClosedByServer());
}

void TestEvents::aStoppingServerEndsStreams()
{
    const QString location = freshLocation();
    Company company(location);
    Process process(company, location);
    Listening jana(process, "jana");
    QVERIFY(jana.client.hears("\n\n"));
    process.stop();
    QVERIFY(jana.client.isClosedByServer());
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
