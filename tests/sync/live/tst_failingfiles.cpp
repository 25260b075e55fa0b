#include "core/storage/connection.h"
#include "core/storage/writer.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/contentuploader.h"
#include "sync/client/syncrun.h"
#include "sync/server/http/api.h"
#include "sync/server/store/datadirectory.h"
#include "tests/simulation/simulateddisk.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/live/failingfiles.h"
#include "tests/sync/live/photo.h"
#include "tests/sync/server/support/company.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

constexpr auto anySize = std::numeric_limits<qint64>::max();

/// Calls the server's endpoints without sockets. Each request, each answer and each piece of a file is a call that can
/// be made to fail.
class ApiTransport final : public client::Transport
{
public:
    ApiTransport(Company &company, const server::DataDirectory &directory)
        : m_company(company), m_api(company.clock, directory.content(), directory.uploads(),
                                    server::PasswordCost::least(), {.reserveBytes = 0})
    {
    }

    Result<client::HttpAnswer> send(const QUrl &, const client::HttpRequest &request, const client::Sink &sink) override
    {
        if (fails())
            return fail(Domain::Network, u"offline");
        const server::HttpResponse response = m_api.handle(m_company.connection(), messageOf(request));
        if (fails())
            return fail(Domain::Network, u"cut");
        client::HttpAnswer answer{static_cast<int>(response.status), {}, {}};
        for (const auto &[name, value] : response.headers)
            answer.headers.emplace(QByteArray::fromStdString(name).toLower().toStdString(), value);
        if (response.file)
            TURNUS_TRY(pass(*response.file, answer.status, sink));
        else if (sink && answer.status / 100 == 2)
            TURNUS_TRY(sink(answer.status, response.body));
        else
            answer.body = response.body;
        return answer;
    }
    void abort() override {}
    [[nodiscard]] client::Traffic traffic() const override { return {}; }

    void failAt(int call, bool lasting)
    {
        m_failAt = call;
        m_lasting = lasting;
        m_calls = 0;
    }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    bool fails()
    {
        ++m_calls;
        return m_failAt && (m_calls == m_failAt || (m_lasting && m_calls > m_failAt));
    }

    static server::HttpRequest messageOf(const client::HttpRequest &request)
    {
        server::HttpRequest message;
        switch (request.method) {
        case client::HttpRequest::Method::Get:
            message.method = "GET";
            break;
        case client::HttpRequest::Method::Post:
            message.method = "POST";
            break;
        default:
            message.method = "PATCH";
            break;
        }
        message.target = request.path.toStdString();
        if (!request.bearer.empty())
            message.authorization = "Bearer " + request.bearer;
        message.contentType = request.contentType.toStdString();
        if (request.from > 0)
            message.range = "bytes=" + std::to_string(request.from) + "-";
        message.body = request.body;
        for (const auto &[name, value] : request.headers) {
            std::string &member = name == "If-Range"        ? message.ifRange
                                  : name == "Tus-Resumable" ? message.tus.resumable
                                  : name == "Upload-Offset" ? message.tus.offset
                                  : name == "Upload-Length" ? message.tus.length
                                                            : message.tus.metadata;
            member = value.toStdString();
        }
        return message;
    }

    Status pass(const server::FileSlice &slice, int status, const client::Sink &sink)
    {
        QFile file(QString::fromStdString(slice.path));
        if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(slice.offset))
            return fail(Domain::Network, u"cut");
        for (qint64 left = slice.length; left > 0;) {
            const QByteArray piece = file.read(std::min(left, pieceBytes));
            if (piece.isEmpty() || fails())
                return fail(Domain::Network, u"cut");
            TURNUS_TRY(sink(status, std::string_view(piece.data(), std::size_t(piece.size()))));
            left -= piece.size();
        }
        return {};
    }

    static constexpr qint64 pieceBytes = 40'000;
    Company &m_company;
    server::Api m_api;
    int m_calls = 0;
    int m_failAt = 0;
    bool m_lasting = false;
};

enum class Place { DeviceFiles, ServerFiles, DeviceDatabase, Network };

/// A handheld and the server of its company, both with files.
class World
{
public:
    World()
        : directory(*server::DataDirectory::open(company.directory(), company.directory() + u"/server.db"_s)),
          transport(company, *directory)
    {
        auto opened = storage::Connection::open({.path = u"turnus.db"_s, .vfs = disk.name()}, company.clock);
        must(opened);
        connection = std::move(*opened);
        account = std::make_unique<client::Account>(*connection, transport, tokens);
        must(account->signIn(
            {QUrl(u"http://localhost"_s), u"jana"_s, QString::fromLatin1(Company::password), u"Test"_s}));
        sync();
        must(connection->write([&](storage::Writer &writer) -> Status {
            TURNUS_ASSIGN(id, writer.next());
            visit = id;
            writer.insertRow("visit", id, Company::nord,
                             {{"customer_id", Company::customer},
                              {"site_id", Company::site},
                              {"technician_id", Company::jana},
                              {"kind", u"repair"_s},
                              {"status", u"completed"_s},
                              {"started", writer.now()}});
            return {};
        }));
        for (const QString &path : {files(), directory->content().path({}), directory->uploads()})
            QDir().mkpath(path);
    }

    template <typename Outcome>
    static void must(const Outcome &outcome)
    {
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().toString()));
    }
    void sync() { must(client::SyncRun(*connection, *account).run()); }
    [[nodiscard]] QString files() const { return company.directory() + u"/device"_s; }
    [[nodiscard]] QByteArray randomBytes(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(m_random.generate()); });
        return bytes;
    }
    static void store(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(path));
    }
    static QString nameOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    /// A photo of the visit, stored here and its row already at the server.
    QString takePhoto(const QByteArray &bytes)
    {
        const QString name = nameOf(bytes);
        store(files() + u'/' + name, bytes);
        must(connection->write([&](storage::Writer &writer) -> Status {
            return addPhoto(*connection, writer, visit, name, bytes.size());
        }));
        sync();
        return name;
    }
    /// A brochure of the company, known here by its row.
    QString publish(const QByteArray &bytes)
    {
        static qint64 id = 5'000;
        const QString path = company.directory() + u"/brochure"_s;
        store(path, bytes);
        const auto stored = directory->content().put(path);
        must(stored);
        company.insert("brochure", ++id, 1,
                       {{"title", u"GR 80"_s},
                        {"language", u"de"_s},
                        {"sha256", stored->sha256},
                        {"size", stored->size},
                        {"pages", 2LL},
                        {"version", 1LL},
                        {"valid_from", 1LL}});
        sync();
        return stored->sha256;
    }
    [[nodiscard]] QString state(const QString &name)
    {
        auto row = connection->query("SELECT present, held, refused FROM content_file WHERE sha256 = ?", name);
        return row.step() ? u"%1 %2 %3"_s.arg(row.integer(0)).arg(row.integer(1)).arg(row.text(2)) : QString();
    }

    /// Arms the n-th call of a place; the second says how many there were.
    void arm(Place place, int call, const FailingFiles::Fault &how)
    {
        FailingFiles::set({});
        disk.resetCalls();
        transport.failAt(0, false);
        FailingFiles::Fault fault = how;
        fault.atCall = call;
        if (place == Place::DeviceDatabase) {
            disk.faults = {.failAtCall = call,
                           .lasting = how.lasting,
                           .fullInsteadOfError = how.full,
                           .shortWrites = how.shortWrites};
        } else if (place == Place::Network) {
            transport.failAt(call, how.lasting);
        } else {
            FailingFiles::set(fault);
        }
    }
    int disarm(Place place)
    {
        const int calls = place == Place::DeviceDatabase ? static_cast<int>(disk.calls())
                          : place == Place::Network      ? transport.calls()
                                                         : FailingFiles::calls();
        disk.faults = {};
        transport.failAt(0, false);
        FailingFiles::set({});
        return calls;
    }

    Company company;
    std::unique_ptr<server::DataDirectory> directory;
    ApiTransport transport;
    simulation::SimulatedDisk disk{1};
    MemoryTokenStore tokens;
    std::unique_ptr<storage::Connection> connection;
    std::unique_ptr<client::Account> account;
    qint64 visit = 0;

private:
    QRandomGenerator m_random{5};
};

} // namespace

/// Fails the first, the second, the third … call that the way of a file makes, until it passes without meeting the
/// fault; after each, the next try brings the file whole.
class TestFailingFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCallOfAnUpload_data() { places(); }
    void everyCallOfAnUpload();
    void everyCallOfADownload_data() { places(); }
    void everyCallOfADownload();

private:
    static void places();
};

void TestFailingFiles::places()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<bool>("full");
    QTest::addColumn<bool>("shortWrites");
    QTest::addColumn<bool>("lasting");
    const std::array names{"device's files", "server's files", "device's database", "network"};
    for (int place = 0; place < 4; ++place) {
        const char *name = names.at(static_cast<std::size_t>(place));
        QTest::addRow("%s, error", name) << place << false << false << false;
        QTest::addRow("%s, nothing more", name) << place << false << false << true;
        if (place == static_cast<int>(Place::Network))
            continue;
        QTest::addRow("%s, full", name) << place << true << false << false;
        QTest::addRow("%s, short write", name) << place << true << true << false;
    }
}

void TestFailingFiles::everyCallOfAnUpload()
{
    QFETCH(const int, place);
    QFETCH(const bool, full);
    QFETCH(const bool, shortWrites);
    QFETCH(const bool, lasting);
    const auto where = static_cast<Place>(place);
    World world;
    const FailingFiles watch(where == Place::DeviceFiles
                                 ? QStringList{world.files()}
                                 : QStringList{world.directory->content().path({}), world.directory->uploads()});
    int call = 1;
    for (bool met = true; met; ++call) {
        const QString photo = world.takePhoto(world.randomBytes(1'100'000)); // two pieces
        client::ContentUploader uploader(*world.connection, *world.account, world.files());
        world.arm(where, call, {0, full, shortWrites, lasting});
        (void)uploader.sendWaiting(anySize);
        met = world.disarm(where) >= call;
        const auto sent = uploader.sendWaiting(anySize);
        QVERIFY2(sent, sent ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(sent.error().toString())));
        QVERIFY2(world.state(photo) == u"1 1 "_s, qPrintable(u"call %1: %2"_s.arg(call).arg(world.state(photo))));
        const Status whole = world.directory->content().check(photo);
        QVERIFY2(whole, whole ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(whole.error().toString())));
        QCOMPARE(QDir(world.directory->uploads()).entryList(QDir::Files), QStringList());
        QVERIFY(QFile::remove(world.directory->content().path(photo)));
        QVERIFY(QFile::remove(world.files() + u'/' + photo));
    }
    QVERIFY(call > 3);
    qInfo("%d calls", call - 2);
}

void TestFailingFiles::everyCallOfADownload()
{
    QFETCH(const int, place);
    QFETCH(const bool, full);
    QFETCH(const bool, shortWrites);
    QFETCH(const bool, lasting);
    const auto where = static_cast<Place>(place);
    World world;
    const FailingFiles watch(where == Place::DeviceFiles ? QStringList{world.files()}
                                                         : QStringList{world.directory->content().path({})});
    int call = 1;
    for (bool met = true; met; ++call) {
        const QByteArray bytes = world.randomBytes(110'000); // three pieces
        const QString brochure = world.publish(bytes);
        client::ContentFetcher fetcher(*world.connection, *world.account, world.files());
        world.arm(where, call, {0, full, shortWrites, lasting});
        (void)fetcher.fetchMissing(anySize);
        met = world.disarm(where) >= call;
        const auto fetched = fetcher.fetchMissing(anySize);
        QVERIFY2(fetched, fetched ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(fetched.error().toString())));
        QVERIFY2(world.state(brochure) == u"1 1 "_s, qPrintable(u"call %1: %2"_s.arg(call).arg(world.state(brochure))));
        QFile file(world.files() + u'/' + brochure);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll() == bytes);
        QCOMPARE(QDir(world.files()).entryList({u"*.part"_s}, QDir::Files), QStringList());
    }
    QVERIFY(call > 3);
    qInfo("%d calls", call - 2);
}

QTEST_GUILESS_MAIN(TestFailingFiles)
#include "tst_failingfiles.moc"
