// Files come down from the real server over HTTP, and go on where they stopped.
#include "core/storage/connection.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/syncrun.h"
#include "sync/transport/httptransport.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/server/http/running.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

constexpr qsizetype fileBytes = 600'000;
constexpr qsizetype cutAt = 400'000;

/// A server with one brochure, and a handheld whose tables have come.
class World
{
public:
    World()
    {
        for (qsizetype i = 0; i < fileBytes; ++i)
            bytes.append(static_cast<char>(i * 31 + i / 251));
        name = running.store(bytes);
        running.company.insert("brochure", 900, 1,
                               {{"title", u"GR 75"_s},
                                {"language", u"de"_s},
                                {"sha256", name},
                                {"size", qint64{fileBytes}},
                                {"pages", 4LL},
                                {"version", 1LL},
                                {"valid_from", 1LL}});
        auto opened = storage::Connection::open({.path = m_directory.filePath(u"turnus.db"_s)}, running.company.clock);
        connection = std::move(opened.value());
        account = std::make_unique<client::Account>(*connection, transport, m_tokens);
        must(account->signIn({QUrl(u"http://127.0.0.1:%1"_s.arg(running.http->port())), u"jana"_s,
                              QString::fromLatin1(Company::password), u"test"_s}));
        must(client::SyncRun(*connection, *account).run());
    }
    template <class T>
    static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
    }
    /// What an earlier download left behind.
    void leavePart(const QByteArray &part) const
    {
        QDir().mkpath(files());
        QFile file(files() + u'/' + name + u".part"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(part) != part.size())
            qFatal("cannot write");
    }
    [[nodiscard]] QString files() const { return m_directory.filePath(u"files"_s); }
    [[nodiscard]] QByteArray fetched() const
    {
        QFile file(files() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    client::ContentFetcher::Outcome fetch()
    {
        const qint64 before = transport.traffic().bytesDown;
        auto outcome = client::ContentFetcher(*connection, *account, files()).fetchMissing();
        must(outcome);
        bytesDown = transport.traffic().bytesDown - before;
        return *outcome;
    }

    Running running;
    QByteArray bytes;
    QString name;
    transport::HttpTransport transport;
    std::unique_ptr<storage::Connection> connection;
    std::unique_ptr<client::Account> account;
    qint64 bytesDown = 0;

private:
    QTemporaryDir m_directory;
    MemoryTokenStore m_tokens;
};

} // namespace

class TestDownloads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCutDownloadGoesOnWhereItStopped();
    void whatWasDamagedHereComesWhole();
    void aRangeOfAnotherVersionIsSentWhole();
};

void TestDownloads::aCutDownloadGoesOnWhereItStopped()
{
    World world;
    world.leavePart(world.bytes.left(cutAt));
    QCOMPARE(world.fetch().fetched, 1);
    QCOMPARE(world.fetched(), world.bytes);
    QVERIFY(world.bytesDown >= fileBytes - cutAt);
    QVERIFY2(world.bytesDown < fileBytes - cutAt + 2'000, QByteArray::number(world.bytesDown));
}

void TestDownloads::whatWasDamagedHereComesWhole()
{
    World world;
    world.leavePart(QByteArray(cutAt, 'x'));
    QCOMPARE(world.fetch().fetched, 0);
    QCOMPARE(world.fetched(), QByteArray());
    QCOMPARE(world.fetch().fetched, 1);
    QCOMPARE(world.fetched(), world.bytes);
    QVERIFY(world.bytesDown >= fileBytes);
}

void TestDownloads::aRangeOfAnotherVersionIsSentWhole()
{
    World world;
    for (const bool same : {true, false}) {
        const QByteArray etag = '"' + (same ? world.name.toLatin1() : QByteArray(64, '0')) + '"';
        std::size_t received = 0;
        int told = 0;
        const auto answer = world.account->send(
            {.path = u"/v1/attachments/"_s + world.name, .from = cutAt, .headers = {{"If-Range", etag}}},
            [&](int status, std::string_view piece) -> Status {
                told = status;
                received += piece.size();
                return {};
            });
        QVERIFY(answer);
        QCOMPARE(told, same ? 206 : 200);
        QCOMPARE(received, std::size_t(same ? fileBytes - cutAt : fileBytes));
    }
}

QTEST_GUILESS_MAIN(TestDownloads)
#include "tst_downloads.moc"
