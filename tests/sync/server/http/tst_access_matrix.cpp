#include "sync/server/http/routes.h"
#include "sync/server/integration/apitokens.h"
#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/httpclient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

/// Who asks. What is asked for belongs to territory Nord, whose technician is jana and whose supervisor is rolf.
struct Caller
{
    char letter;
    const char *login;
    const char *who;
};
constexpr Caller callers[] = {
    {'t', "jana", "technician"},      {'T', "karl", "technician of another territory"},
    {'s', "rolf", "supervisor"},      {'S', "petra", "supervisor of another territory"},
    {'a', "sales", "sales"},          {'d', "dispatch", "dispatcher"},
    {'x', "admin", "administrator"},  {'n', nullptr, "nobody"},
    {'p', nullptr, "integration"},    {'q', nullptr, "revoked integration"},
    {'e', "jana", "expired token"},   {'r', "jana", "revoked device"},
    {'g', nullptr, "invented token"}, {'l', "karl", "locked account"},
};
/// Those without a good token.
const QByteArray strangers("nergql");

/// What the caller asks, and what he is to hear.
struct Expectation
{
    QByteArray operation; ///< "METHOD /path" as in the document
    QByteArray may;       ///< letters of those who are served
    int served = 200;
    int refused = 403;  ///< what the other roles hear
    QByteArray foreign; ///< letters of those who may use it, but not on what is Nord's
    int foreignHears = 404;
    bool open = false; ///< needs no token
    std::function<QByteArray(const HttpClient &)> body;
    QByteArray id; ///< what stands for {key}
    QByteArray type = "application/json";
};

/// Another one each time, for after some tries he is locked out.
QByteArray strangersSignIn(const HttpClient &)
{
    static int last = 0;
    return R"({"login":"unknown)" + QByteArray::number(++last) + R"(","password":"wrongwrong","device":"x"})";
}

QByteArray emptySync(const HttpClient &client)
{
    protocol::SyncRequest request;
    request.replica = client.replica;
    return QByteArray::fromStdString(protocol::encodeRequest(request));
}

const QByteArray photo("photo");
const QByteArray northernFile = QCryptographicHash::hash(photo, QCryptographicHash::Sha256).toHex();

/// The one statement of who may use what. A row is needed for every operation of sync/protocol/openapi.yaml.
QList<Expectation> expectations()
{
    const QByteArray everybody("tTsSadx");
    const QByteArray open = everybody + 'p';
    const QByteArray erp("xp");
    const auto fixed = [](const QByteArray &body) { return [body](const HttpClient &) { return body; }; };
    QList<Expectation> rows{
        {"POST /v1/session", everybody, 401, 401, {}, 0, true, strangersSignIn},
        {"DELETE /v1/session", everybody, 204, 403, {}, 0, false, {}},
        {"POST /v1/session/refresh", open, 401, 401, {}, 0, true, fixed(R"({"refreshToken":"x"})")},
        {"POST /v1/sync", everybody, 200, 403, {}, 0, false, emptySync, {}, "application/vnd.turnus.sync"},
        {"GET /v2/{brief}", everybody, 200, 403, {}, 0, false, {}},
        {"GET /v1/events", everybody, 200, 403, {}, 0, false, {}},
        {"GET /v1/attachments/{sha256}", "tsad", 200, 403, "TSx", 404, false, {}},
        {"GET /v1/receipt-keys", everybody, 200, 403, {}, 0, false, {}},
        {"GET /v1/receipts/{staff}/{day}", "ts", 200, 403, {}, 0, false, {}},
        {"OPTIONS /v1/uploads", open, 204, 403, {}, 0, true, {}},
        {"POST /v1/uploads", "ts", 201, 403, "TS", 404, false, {}},
        {"HEAD /v1/uploads/{sha256}", "ts", 200, 403, "TS", 404, false, {}},
        {"PATCH /v1/uploads/{sha256}", "ts", 204, 403, "TS", 404, false, {}, {}, "application/offset+octet-stream"},
        {"DELETE /v1/uploads/{sha256}", "ts", 204, 403, "TS", 404, false, {}},
        {"GET /healthz", open, 200, 403, {}, 0, true, {}},
        {"GET /readyz", open, 200, 403, {}, 0, true, {}},
        {"POST /v1/referrals/{id}/stage", "a", 200, 403, {}, 0, false, fixed(R"({"stage":"declined"})"), "962"},
        {"POST /v1/erasures",
         "x",
         200,
         403,
         {},
         0,
         false,
         fixed(R"({"customer":"id:200","reason":"request","dryRun":true})")},
        {"POST /v1/calendar", everybody, 201, 403, {}, 0, false, {}},
        {"DELETE /v1/calendar", everybody, 204, 403, {}, 0, false, {}},
        // Whoever has the secret may; nobody here has.
        {"GET /v1/calendar/{secret}.ics", open, 404, 404, {}, 0, true, {}},
        // From this machine; tst_server_http asks from elsewhere.
        {"GET /metrics", open, 200, 403, {}, 0, true, {}},
        {"POST /v1/erp/batch",
         erp,
         200,
         403,
         {},
         0,
         false,
         fixed(R"({"records":[{"type":"customers","key":"id:200","fields":{}}]})")},
    };
    const std::pair<const char *, const char *> types[] = {
        {"customers", "200"}, {"contacts", "960"}, {"sites", "201"},       {"products", "301"},
        {"prices", "310"},    {"assets", "202"},   {"appointments", "203"}};
    for (const auto &[type, id] : types) {
        // A row of the company's own is addressed without a key by its number.
        const QByteArray path = QByteArray("/v1/erp/") + type + "/{key}";
        const QByteArray may = path.contains("appointments") ? erp + 'd' : erp;
        rows.append({"GET " + path, may, 200, 403, {}, 0, false, {}, id});
        rows.append({"PUT " + path, may, 200, 403, {}, 0, false, fixed("{}"), id});
    }
    return rows;
}

/// "METHOD /path" of every operation in the document; those that need no token in `open`.
QStringList documented(QStringList *open = nullptr)
{
    QFile file(QStringLiteral(TURNUS_OPENAPI));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", TURNUS_OPENAPI);
    static const QRegularExpression path(u"^  (/\\S*):$"_s);
    static const QRegularExpression method(u"^    (get|put|post|patch|delete|head|options):$"_s);
    QStringList operations;
    QString current;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("components:"_L1))
            break;
        if (const auto found = path.match(line); found.hasMatch())
            current = found.captured(1);
        else if (const auto verb = method.match(line); verb.hasMatch())
            operations.append(verb.captured(1).toUpper() + u' ' + current);
        else if (line == "      security: []"_L1 && open)
            open->append(operations.last());
    }
    return operations;
}

/// A row of Nord names the file.
void putNorthernFile(Running &running)
{
    std::ignore = running.store(photo);
    running.company.insert("visit", 950, Company::nord,
                           {{"customer_id", Company::customer},
                            {"site_id", Company::site},
                            {"technician_id", Company::jana},
                            {"kind", u"repair"_s},
                            {"status", u"completed"_s},
                            {"started", 5LL}});
    // Each caller finds it new.
    running.company.insert("referral", 962, Company::nord,
                           {{"customer_id", Company::customer},
                            {"site_id", Company::site},
                            {"asset_id", Company::grinder},
                            {"visit_id", 950LL},
                            {"technician_id", Company::jana},
                            {"interest", u"hot"_s},
                            {"repair_shown", 0LL},
                            {"stage", u"new"_s},
                            {"created", 5LL}});
    running.company.insert("contact", 960, Company::nord, {{"customer_id", Company::customer}, {"name", u"Erika"_s}});
    running.company.insert("attachment", 951, Company::nord,
                           {{"visit_id", 950LL},
                            {"sha256", QString::fromLatin1(northernFile)},
                            {"size", 5LL},
                            {"media_type", u"image/jpeg"_s},
                            {"kind", u"photo"_s},
                            {"at", 5LL}});
}

QByteArray brief(const HttpClient &client)
{
    const protocol::SyncRequest request{.replica = client.replica, .receipted = 0, .cursors = {{1, 0, {}}}};
    return QByteArray::fromStdString(*protocol::encodeBrief(request));
}

QByteArray targetOf(const Expectation &row, const HttpClient &client)
{
    QByteArray target = row.operation.mid(row.operation.indexOf(' ') + 1);
    return target.replace("{sha256}", northernFile)
        .replace("{key}", "id:" + row.id)
        .replace("{id}", row.id)
        .replace("{brief}", brief(client))
        .replace("{secret}", "x")
        .replace("{staff}", QByteArray::number(Company::jana))
        .replace("{day}", "2026-10-14");
}

void execute(Company &company, const QString &sql)
{
    if (!company.connection().write([&]() -> Status {
            server::run(company.connection(), sql);
            return {};
        }))
        qFatal("%s", qPrintable(sql));
}

/// A fresh device of the caller, in his state.
std::unique_ptr<HttpClient> clientOf(Running &running, const Caller &caller)
{
    auto client = std::make_unique<HttpClient>(running.http->port());
    if (caller.letter == 'g')
        client->token = "invented";
    if (caller.letter == 'p' || caller.letter == 'q') {
        server::ApiTokens tokens(running.company.clock);
        server::Connection &connection = running.company.connection();
        client->token = tokens.add(connection, QString(QLatin1Char(caller.letter)))->toLatin1();
        if (caller.letter == 'q' && !tokens.revoke(connection, u"q"_s))
            qFatal("cannot revoke");
    }
    if (!caller.login)
        return client;
    if (client->signIn(caller.login, Company::password).status != 200)
        qFatal("%s cannot sign in", caller.login);
    execute(running.company, u"UPDATE referral SET stage = 'new'"_s);
    const QString own = u" WHERE replica = %1"_s.arg(client->replica);
    if (caller.letter == 'e')
        execute(running.company, u"UPDATE session SET access_until = 1"_s + own);
    if (caller.letter == 'r')
        execute(running.company, u"UPDATE session SET revoked = 1"_s + own);
    if (caller.letter == 'l')
        execute(running.company, u"UPDATE account SET disabled = 1 WHERE login = 'karl'"_s);
    return client;
}

int expected(const Expectation &row, char letter)
{
    if (strangers.contains(letter) && !row.open)
        return 401;
    if (row.may.contains(letter) || strangers.contains(letter))
        return row.served;
    return row.foreign.contains(letter) ? row.foreignHears : row.refused;
}

} // namespace

class TestAccessMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationHasARow();
    void everyRouteIsDocumented();
    void openOperationsAreThoseOfTheDocument();
    void everybodyHearsWhatIsStated_data();
    void everybodyHearsWhatIsStated();
    void routesAreMatchedBySegments_data();
    void routesAreMatchedBySegments();
};

void TestAccessMatrix::everyOperationHasARow()
{
    QStringList rows;
    for (const Expectation &row : expectations())
        rows.append(QString::fromLatin1(row.operation));
    for (const QString &operation : documented())
        QVERIFY2(rows.removeAll(operation) == 1, qPrintable(operation + u": no row in the matrix"_s));
    QVERIFY2(rows.isEmpty(), qPrintable(rows.join(u", "_s) + u": not in the document"_s));
}

void TestAccessMatrix::everyRouteIsDocumented()
{
    QStringList operations = documented();
    QVERIFY(operations.size() >= 7);
    for (const server::Route &route : server::routes()) {
        const QString operation = server::named(route.method) + u' ' + server::named(route.path);
        QVERIFY2(operations.removeAll(operation) == 1, qPrintable(operation + u": not in openapi.yaml"_s));
    }
    QVERIFY2(operations.isEmpty(), qPrintable(operations.join(u", "_s) + u": documented, but no route"_s));
}

void TestAccessMatrix::openOperationsAreThoseOfTheDocument()
{
    QStringList open;
    std::ignore = documented(&open);
    for (const server::Route &route : server::routes()) {
        const QString operation = server::named(route.method) + u' ' + server::named(route.path);
        QVERIFY2(server::Authorisation::isOpen(route.endpoint) == open.contains(operation), qPrintable(operation));
    }
}

void TestAccessMatrix::everybodyHearsWhatIsStated_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Expectation &row : expectations())
        QTest::newRow(row.operation) << index++;
}

void TestAccessMatrix::everybodyHearsWhatIsStated()
{
    QFETCH(int, index);
    const Expectation row = expectations().at(index);
    server::HttpLimits limits;
    limits.signInBurst = 1'000;
    Running running(limits);
    putNorthernFile(running);
    for (const Caller &caller : callers) {
        const auto client = clientOf(running, caller);
        const QByteArray body = row.body ? row.body(*client) : QByteArray();
        const HttpAnswer answer =
            client->request(row.operation.left(row.operation.indexOf(' ')), targetOf(row, *client), body,
                            {{"Content-Type", row.type},
                             {"Tus-Resumable", "1.0.0"},
                             {"Upload-Length", QByteArray::number(photo.size())},
                             {"Upload-Metadata", "sha256 " + northernFile.toBase64()},
                             {"Upload-Offset", "0"}});
        const QByteArray heard = row.operation + " by " + caller.who + ": " + QByteArray::number(answer.status) + ' ' +
                                 answer.body.left(200);
        QVERIFY2(answer.status == expected(row, caller.letter), heard.constData());
        // Who is refused learns nothing but that.
        const bool hasBody = !row.operation.startsWith("HEAD");
        if (hasBody && (answer.status == 401 || answer.status == 403))
            QVERIFY2(protocol::decodeError(answer.body.toStdString()), heard.constData());
    }
}

void TestAccessMatrix::routesAreMatchedBySegments_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("arguments");
    QTest::newRow("plain") << QByteArray("POST") << QByteArray("/v1/sync") << QByteArray("/v1/sync") << QByteArray();
    QTest::newRow("query") << QByteArray("GET") << QByteArray("/healthz?x=/v1/sync") << QByteArray("/healthz")
                           << QByteArray();
    QTest::newRow("other method") << QByteArray("PUT") << QByteArray("/v1/sync") << QByteArray() << QByteArray();
    QTest::newRow("argument") << QByteArray("GET") << QByteArray("/v1/attachments/ab%2Fc")
                              << QByteArray("/v1/attachments/{sha256}") << QByteArray("ab%2Fc");
    QTest::newRow("no argument") << QByteArray("GET") << QByteArray("/v1/attachments/") << QByteArray() << QByteArray();
    QTest::newRow("segment more") << QByteArray("GET") << QByteArray("/v1/attachments/a/b") << QByteArray()
                                  << QByteArray();
    QTest::newRow("slash behind") << QByteArray("POST") << QByteArray("/v1/sync/") << QByteArray() << QByteArray();
    QTest::newRow("slashes") << QByteArray("POST") << QByteArray("//v1/sync") << QByteArray() << QByteArray();
    QTest::newRow("nothing") << QByteArray("GET") << QByteArray() << QByteArray() << QByteArray();
}

void TestAccessMatrix::routesAreMatchedBySegments()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    const server::Route *route = server::findRoute(method.toStdString(), target.toStdString());
    QCOMPARE(route ? QByteArray(route->path.data(), static_cast<qsizetype>(route->path.size())) : QByteArray(), path);
    if (!route)
        return;
    QByteArrayList arguments;
    for (const std::string_view argument : server::argumentsOf(*route, std::string_view(target.constData())))
        arguments.append(QByteArray(argument.data(), static_cast<qsizetype>(argument.size())));
    QTEST(arguments.join(' '), "arguments");
}

QTEST_GUILESS_MAIN(TestAccessMatrix)
#include "tst_access_matrix.moc"
