#include "sync/protocol/codec.h"
#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/httpclient.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QUrl>
#include <thread>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::Batch;
using protocol::BatchKind;

namespace {

const QByteArray syncType("application/vnd.turnus.sync");

Ended callServer(const QStringList &words)
{
    return call("turnus-server", words);
}

/// Contacts of the first customer, with names by number.
Batch contacts(qint64 replica, qint64 customer, qint64 firstSequence, int count)
{
    Batch batch = Batch::over(BatchKind::Inserts, *protocol::findTable("contact"));
    for (qint64 sequence = firstSequence; sequence < firstSequence + count; ++sequence) {
        batch.ids.push_back((replica << 32) + sequence);
        batch.sequences.push_back(sequence);
        batch.times.push_back(1);
        batch.values[0].addInteger(customer);
        batch.values[1].addBytes("C" + std::to_string(sequence));
        for (std::size_t i = 2; i < batch.values.size(); ++i)
            batch.values[i].addNull();
    }
    return batch;
}

QByteArray bodyOf(const protocol::SyncRequest &request)
{
    return QByteArray::fromStdString(protocol::encodeRequest(request));
}

std::vector<protocol::AnswerPart> partsOf(const QByteArray &body)
{
    protocol::AnswerReader reader;
    reader.feed(body.toStdString());
    std::vector<protocol::AnswerPart> parts;
    for (;;) {
        auto part = reader.next();
        if (!part || !*part)
            return parts;
        parts.push_back(std::move(**part));
    }
}

qint64 customerIn(const QByteArray &body)
{
    for (const auto &part : partsOf(body)) {
        if (const auto *frame = std::get_if<protocol::Frame>(&part)) {
            for (const Batch &batch : *frame) {
                if (batch.table->name == "customer")
                    return batch.ids.front();
            }
        }
    }
    return 0;
}

} // namespace

class TestServerProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsComplete();
    void wrongUsageIsRefused();
    void companyIsMadeOnce();
    void secondServerIsRefused();
    void commandsWorkWhileTheServerRuns();
    void aMovedCompanyIsServedFromOnePlaceOnly();
    void stopsOnSigterm();
    void doctorSaysWhatIsWrongAndWhatToDo();
    void nothingIsLostOrDoubledByKills();
};

void TestServerProcess::helpIsComplete()
{
    const Ended all = callServer({u"--help"_s});
    QCOMPARE(all.code, 0);
    for (const char *command : {"init", "serve", "doctor", "load-devices", "migrate-store", "user", "import", "export",
                                "backup", "restore", "verify", "show", "referral", "forecast"}) {
        QVERIFY2(all.out.contains(QByteArray("\n  ") + command), command);
        if (qstrcmp(command, "forecast") == 0)
            continue; // explains itself
        const Ended one = callServer({QString::fromLatin1(command), u"--help"_s});
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.startsWith(QByteArray("turnus-server ") + command));
        QVERIFY(one.out.contains("--data DIR"));
    }
}

void TestServerProcess::wrongUsageIsRefused()
{
    const ProcessWorld world;
    QCOMPARE(callServer({}).code, 2);
    QCOMPARE(callServer({u"dance"_s}).code, 2);
    for (const QStringList &args : {QStringList{u"import"_s},
                                    {u"serve"_s, u"--listen"_s, u"here"_s},
                                    {u"init"_s, u"--dmeo"_s},
                                    {u"show"_s, u"secrets"_s},
                                    {u"user"_s, u"frob"_s, u"x"_s},
                                    {u"referral"_s, u"stage"_s, u"x"_s, u"won"_s, u"--by"_s, u"y"_s}})
        QCOMPARE(world.server(args).code, 2);
    const Ended none = world.server({u"verify"_s});
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.contains("input/no-company"));
    QVERIFY(!QFile::exists(world.path(u"server/turnus-server.db"_s)));
}

void TestServerProcess::companyIsMadeOnce()
{
    const ProcessWorld world;
    world.makeCompany();
    QVERIFY(world.server({u"init"_s}).err.contains("input/company-exists"));
    QVERIFY(world.server({u"verify"_s}).out.contains("sound"));
    QCOMPARE(QFile::permissions(world.path(u"server/turnus-server.db"_s)) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
    world.write(u"csv/customer.csv"_s, "key,territory,name,segment\nD,N,Neu,G\nE,N,Falsch,nix\n");
    const Ended bad = world.server({u"import"_s, world.path(u"csv"_s)});
    QCOMPARE(bad.code, 1);
    QVERIFY2(bad.err.contains("customer.csv: line 3, column 4 (segment)"), bad.err.constData());
    QCOMPARE(world.server({u"export"_s, world.path(u"out"_s)}).code, 0);
    QFile customers(world.path(u"out/customer.csv"_s));
    QVERIFY(customers.open(QIODevice::ReadOnly));
    QCOMPARE(customers.readAll().count('\n'), 2);
    QCOMPARE(world.server({u"init"_s, u"--force"_s}).code, 0);
    QVERIFY(world.server({u"user"_s, u"list"_s}).out.isEmpty());
}

void TestServerProcess::secondServerIsRefused()
{
    ProcessWorld world;
    world.makeCompany();
    world.serve();
    const Ended second = world.server({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains("storage/in-use") &&
                 second.err.contains(QByteArray::number(world.process().processId())),
             second.err.constData());
    QVERIFY(world.server({u"init"_s, u"--force"_s}).err.contains("storage/in-use"));
    // A killed server's lock holds nobody up.
    world.kill();
    world.serve();
}

void TestServerProcess::commandsWorkWhileTheServerRuns()
{
    ProcessWorld world;
    world.makeCompany();
    world.serve();
    QCOMPARE(
        world.server({u"user"_s, u"add"_s, u"office"_s, u"--name"_s, u"Olga"_s, u"--role"_s, u"sales"_s}, "password\n")
            .code,
        0);
    HttpClient client(world.port());
    QCOMPARE(client.signIn("office", "password").status, 200);
    QCOMPARE(world.server({u"user"_s, u"lock"_s, u"office"_s}).code, 0);
    QCOMPARE(client.request("POST", "/v1/sync", "x", {{"Content-Type", syncType}}).status, 401);
    QVERIFY(world.server({u"user"_s, u"list"_s}).out.contains("office\tsales\tlocked\tOlga"));
    const QString copy = world.path(u"copy.db"_s);
    QCOMPARE(world.server({u"backup"_s, copy}).code, 0);
    QVERIFY(world.server({u"backup"_s, copy}).err.contains("input/file-exists"));
    QVERIFY(QDir().mkdir(world.path(u"other"_s)));
    const Ended verified = callServer({u"verify"_s, u"--data"_s, world.path(u"other"_s), u"--database"_s, copy});
    QVERIFY2(verified.code == 0 && verified.out.contains("sound"), verified.err.constData());
    QVERIFY(QJsonDocument::fromJson(world.server({u"show"_s, u"visits"_s}).out).isArray());
}

void TestServerProcess::aMovedCompanyIsServedFromOnePlaceOnly()
{
    ProcessWorld world;
    world.makeCompany();
    const QString copy = world.path(u"copy.db"_s);
    const QString target = world.path(u"target.db"_s);
    QCOMPARE(world.server({u"backup"_s, copy}).code, 0);
    QCOMPARE(world.server({u"migrate-store"_s, u"--to"_s, target}).code, 0);
    const QString other = world.path(u"other.db"_s);
    for (const QStringList &words : {QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s},
                                     {u"import"_s, world.path(u"csv"_s)},
                                     {u"user"_s, u"list"_s},
                                     {u"forecast"_s, u"run"_s},
                                     {u"migrate-store"_s, u"--to"_s, other},
                                     {u"restore"_s, copy}}) {
        const Ended refused = world.server(words);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("input/moved") && refused.err.contains(target.toUtf8()), refused.err.constData());
    }
    const Ended doctor = world.server({u"doctor"_s, u"--listen"_s, u"127.0.0.1:0"_s});
    QVERIFY2(doctor.code == 1 && doctor.out.contains("moved to " + target.toUtf8()), doctor.out.constData());
    done(world.server({u"verify"_s}));
    done(world.server({u"export"_s, world.path(u"out"_s)}));
    done(world.server({u"backup"_s, world.path(u"later.db"_s)}));
    done(callServer({u"verify"_s, u"--data"_s, world.path(u"server"_s), u"--database"_s, target}));

    // What is restored elsewhere is there, and says what had become of it.
    const QStringList elsewhere{u"--data"_s, world.path(u"elsewhere"_s)};
    QVERIFY(QDir().mkdir(world.path(u"elsewhere"_s)));
    const Ended restored = done(callServer(QStringList{u"restore"_s, world.path(u"later.db"_s)} + elsewhere));
    QVERIFY2(restored.out.contains("moved to " + target.toUtf8()), restored.out.constData());
    done(callServer(QStringList{u"user"_s, u"list"_s} + elsewhere));

    const Ended undone = done(world.server({u"migrate-store"_s, u"--undo"_s}));
    QVERIFY2(undone.out.contains(target.toUtf8()), undone.out.constData());
    QVERIFY(world.server({u"migrate-store"_s, u"--undo"_s}).err.contains("input/not-moved"));
    world.serve();
}

void TestServerProcess::stopsOnSigterm()
{
    ProcessWorld world;
    world.makeCompany();
    world.serve();
    HttpClient client(world.port());
    QCOMPARE(client.request("GET", "/readyz").status, 200);
    QVERIFY(world.stop());
    QVERIFY(client.isClosedByServer());
}

void TestServerProcess::doctorSaysWhatIsWrongAndWhatToDo()
{
    ProcessWorld world;
    const QString free = u"127.0.0.1:0"_s;
    const Ended none = world.server({u"doctor"_s, u"--listen"_s, free});
    QCOMPARE(none.code, 1);
    QVERIFY2(none.out.contains("not there") && none.out.contains("turnus-server init"), none.out.constData());
    world.makeCompany();
    const Ended many = world.server({u"serve"_s, u"--listen"_s, free, u"--per-address"_s, u"many"_s});
    QVERIFY2(many.code == 2 && many.err.contains("--per-address"), many.err.constData());
    const Ended well = world.server({u"doctor"_s, u"--listen"_s, free});
    QVERIFY2(well.code == 0 && well.out.contains("pages are sound") && well.out.contains(": free"),
             well.out.constData());
    QFile::setPermissions(world.path(u"server"_s), QFile::Permissions(0x7777));
    QVERIFY(world.server({u"doctor"_s, u"--listen"_s, free}).out.contains("chmod 700"));
    // Another address needs TLS; files that are none are named.
    const Ended open = world.server({u"doctor"_s, u"--listen"_s, u"0.0.0.0:0"_s});
    QVERIFY(open.code == 1 && open.out.contains("--tls-cert and --tls-key"));
    const Ended bad = world.server(
        {u"doctor"_s, u"--listen"_s, free, u"--tls-cert"_s, u"/dev/null"_s, u"--tls-key"_s, u"/dev/null"_s});
    QVERIFY2(bad.code == 1 && bad.out.contains("/dev/null cannot be read"), bad.out.constData());
    const QString taken = QUrl(world.serve()).authority();
    const Ended served = world.server({u"doctor"_s, u"--listen"_s, taken});
    QVERIFY2(served.code == 0 && served.out.contains("while a server serves this company"), served.out.constData());
    const Ended foreign = callServer({u"doctor"_s, u"--listen"_s, taken, u"--data"_s, world.path(u"other"_s)});
    QCOMPARE(foreign.code, 1);
    world.kill();
    QFile database(world.path(u"server/turnus-server.db"_s));
    QVERIFY(database.open(QIODevice::ReadWrite) && database.seek(100) && database.write(QByteArray(60'000, 'x')) > 0);
    database.close();
    const Ended damaged = world.server({u"doctor"_s, u"--listen"_s, free});
    QVERIFY2(damaged.code == 1 && damaged.out.contains("restore the latest backup"), damaged.out.constData());
}

void TestServerProcess::nothingIsLostOrDoubledByKills()
{
    constexpr int rounds = 12;
    constexpr int perPush = 400;
    ProcessWorld world;
    world.makeCompany();
    QRandomGenerator random(7); // a failing schedule is replayed by its seed
    protocol::SyncRequest request;
    qint64 customer = 0;
    qint64 acknowledged = 0;
    for (int round = 0; round < rounds; ++round) {
        world.serve();
        HttpClient client(world.port());
        if (round == 0) {
            QCOMPARE(client.signIn("jana", "demo-turnus").status, 200);
            request.replica = client.replica;
            customer =
                customerIn(client.request("POST", "/v1/sync", bodyOf(request), {{"Content-Type", syncType}}).body);
            QVERIFY(customer > 0);
        } else {
            const std::string body =
                protocol::encode(protocol::SessionRequest{"jana", "demo-turnus", "test", request.replica});
            const auto answer = protocol::decodeSessionAnswer(
                client.request("POST", "/v1/session", QByteArray::fromStdString(body)).body.toStdString());
            QVERIFY(answer);
            QCOMPARE(answer->replica, request.replica);
            client.token = QByteArray::fromStdString(answer->accessToken);
        }
        // All that is not acknowledged is sent again, with some more.
        request.lastSequence = acknowledged + perPush + round;
        request.operations = {contacts(request.replica, customer, acknowledged + 1,
                                       static_cast<int>(request.lastSequence - acknowledged))};
        const QByteArray body = bodyOf(request);
        client.send("POST /v1/sync HTTP/1.1\r\nAuthorization: Bearer " + client.token + "\r\nContent-Type: " +
                    syncType + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        // From before the transaction begins to after the answer has left.
        const bool waits = round % 3 == 2;
        if (!waits) {
            std::this_thread::sleep_for(std::chrono::microseconds(random.bounded(60'000)));
            world.kill();
        }
        const HttpAnswer answer = client.receive();
        for (const auto &part : partsOf(answer.body)) {
            if (const auto *control = std::get_if<protocol::AnswerControl>(&part)) {
                QVERIFY(control->receipts.empty());
                for (const protocol::SequenceRange &range : control->applied)
                    acknowledged = std::max(acknowledged, range.last);
            }
        }
        QVERIFY(!waits || acknowledged == request.lastSequence);
        world.kill();
        const Ended verified = world.server({u"verify"_s});
        QVERIFY2(verified.code == 0, verified.out.constData());
    }
    QCOMPARE(world.server({u"export"_s, world.path(u"out"_s)}).code, 0);
    QFile file(world.path(u"out/contact.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QSet<QByteArray> names;
    int rows = 0;
    file.readLine();
    while (!file.atEnd()) {
        names.insert(file.readLine().split(',').at(2));
        ++rows;
    }
    QCOMPARE(names.size(), rows);
    QVERIFY(rows >= acknowledged);
    QVERIFY(acknowledged >= rounds / 3 * perPush);
    for (qint64 sequence = 1; sequence <= acknowledged; ++sequence)
        QVERIFY(names.contains("C" + QByteArray::number(sequence)));
}

QTEST_GUILESS_MAIN(TestServerProcess)
#include "tst_server_process.moc"
