// Photos whose rows the server has, and whose bytes wait on the handheld for a reason of their own.
#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "sync/client/contentuploader.h"
#include "sync/client/syncrun.h"
#include "sync/transport/httptransport.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/live/photo.h"
#include "tests/sync/server/http/running.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

/// A server, and a handheld that several people sign in on.
class World
{
public:
    World()
    {
        auto opened = storage::Connection::open({.path = m_directory.filePath(u"turnus.db"_s)}, running.company.clock);
        connection = std::move(opened.value());
        account = std::make_unique<client::Account>(*connection, m_transport, m_tokens);
        QDir().mkpath(files());
    }
    template <class T>
    static void must(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().toString()));
    }
    void signIn(const QString &login)
    {
        must(account->signIn({QUrl(u"http://127.0.0.1:%1"_s.arg(running.http->port())), login,
                              QString::fromLatin1(Company::password), u"test"_s}));
        sync();
    }
    void sync() { must(client::SyncRun(*connection, *account).run()); }
    /// Its row is at the server; returns its name.
    QString takePhoto(const QByteArray &bytes)
    {
        const QString name = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QFile file(files() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        const qint64 person = storage::DeviceState(*connection).integer(storage::DeviceState::staffId).value_or(0);
        must(connection->write([&](storage::Writer &writer) -> Status {
            TURNUS_ASSIGN(visit, writer.next());
            writer.insertRow("visit", visit, Company::nord,
                             {{"customer_id", Company::customer},
                              {"site_id", Company::site},
                              {"technician_id", person},
                              {"kind", u"repair"_s},
                              {"status", u"completed"_s},
                              {"started", writer.now()}});
            return addPhoto(*connection, writer, visit, name, bytes.size());
        }));
        sync();
        return name;
    }
    client::ContentUploader::Outcome send()
    {
        auto outcome =
            client::ContentUploader(*connection, *account, files()).sendWaiting(std::numeric_limits<qint64>::max());
        must(outcome);
        return *outcome;
    }
    [[nodiscard]] bool isAtServer(const QString &name) { return running.directory->content().has(name); }
    [[nodiscard]] bool isReadable(const QString &name)
    {
        return account->send({.path = u"/v1/attachments/"_s + name}).has_value();
    }
    [[nodiscard]] QString files() const { return m_directory.filePath(u"files"_s); }

    Running running;
    std::unique_ptr<storage::Connection> connection;
    std::unique_ptr<client::Account> account;

private:
    QTemporaryDir m_directory;
    transport::HttpTransport m_transport;
    MemoryTokenStore m_tokens;
};

} // namespace

class TestWaitingPhotos : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aColleaguesWaitForHimAndHoldUpNoOther();
    void whatCannotBeReadHoldsUpNoOther();
    void aDatabaseThatWasSetBackFindsThemAgain();
};

void TestWaitingPhotos::aColleaguesWaitForHimAndHoldUpNoOther()
{
    World world;
    world.signIn(u"jana"_s);
    const QString janas = world.takePhoto("Jana's photo");
    world.signIn(u"rolf"_s);
    const QString rolfs = world.takePhoto("Rolf's photo");
    const auto sent = world.send();
    QCOMPARE(sent.sent, 1);
    QCOMPARE(sent.others, 1);
    QVERIFY(!sent.failure);
    QVERIFY(world.isReadable(rolfs));
    QVERIFY(!world.isAtServer(janas));
    world.signIn(u"jana"_s);
    QCOMPARE(world.send().sent, 1);
    QVERIFY(world.isReadable(janas));
    QCOMPARE(world.send().others, 0);
}

void TestWaitingPhotos::whatCannotBeReadHoldsUpNoOther()
{
    World world;
    world.signIn(u"jana"_s);
    // The order of those that were taken at the same time.
    const auto [unreadable, readable] = std::minmax({world.takePhoto("one"), world.takePhoto("another")});
    const QString path = world.files() + u'/' + unreadable;
    QVERIFY(QFile::remove(path) && QDir().mkdir(path));
    const auto sent = world.send();
    QCOMPARE(sent.sent, 1);
    QVERIFY(world.isReadable(readable));
    QVERIFY(sent.failure);
    QCOMPARE(sent.failure->code, u"io"_s);
    QVERIFY(sent.failure->detail.contains(unreadable));
}

void TestWaitingPhotos::aDatabaseThatWasSetBackFindsThemAgain()
{
    World world;
    world.signIn(u"jana"_s);
    const QString lost = world.takePhoto("never sent");
    const QString held = world.takePhoto("sent");
    const QString gone = world.takePhoto("sent, and not here any more");
    QVERIFY(QFile::rename(world.files() + u'/' + lost, world.files() + u"/aside"_s));
    world.connection->execute("UPDATE content_file SET present = 0 WHERE sha256 = ?", lost);
    QCOMPARE(world.send().sent, 2);
    QVERIFY(QFile::rename(world.files() + u"/aside"_s, world.files() + u'/' + lost));
    QVERIFY(QFile::remove(world.files() + u'/' + gone));
    // Of the rows that come again from the server an older database knows no file.
    world.connection->execute("DELETE FROM content_file");
    QCOMPARE(world.send().sent, 2);
    QVERIFY(world.isReadable(lost));
    auto known = world.connection->query("SELECT count(*), sum(held) FROM content_file");
    QVERIFY(known.step());
    QCOMPARE(known.integer(0), 2);
    QCOMPARE(known.integer(1), 2);
}

QTEST_GUILESS_MAIN(TestWaitingPhotos)
#include "tst_waitingphotos.moc"
