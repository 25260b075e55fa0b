#include "sync/server/service/uploadservice.h"
#include "sync/server/store/rowstore.h"
#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/httpclient.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

namespace {

const QByteArray tus("Tus-Resumable");

QByteArray nameOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// A row of Nord, by jana, that names a file of these bytes.
void nameFile(Company &company, const QByteArray &bytes, qint64 size = -1)
{
    static qint64 id = 5'000;
    id += 2;
    company.insert("visit", id, Company::nord,
                   {{"customer_id", Company::customer},
                    {"site_id", Company::site},
                    {"technician_id", Company::jana},
                    {"kind", u"repair"_s},
                    {"status", u"completed"_s},
                    {"started", 5LL}});
    company.insert("attachment", id + 1, Company::nord,
                   {{"visit_id", id},
                    {"sha256", QString::fromLatin1(nameOf(bytes))},
                    {"size", size < 0 ? qint64{bytes.size()} : size},
                    {"media_type", u"image/jpeg"_s},
                    {"kind", u"photo"_s},
                    {"at", 5LL}});
}

qint64 recordVisit(Handheld &device, qint64 customer, qint64 site, qint64 technician)
{
    const qint64 visit = device.mint();
    device.insert("visit", visit,
                  {{"customer_id", customer},
                   {"site_id", site},
                   {"technician_id", technician},
                   {"kind", u"repair"_s},
                   {"status", u"completed"_s},
                   {"started", 5LL}});
    return visit;
}

qint64 insertPhoto(Handheld &device, qint64 visit, const QByteArray &bytes)
{
    return device.insert("attachment", device.mint(),
                         {{"visit_id", visit},
                          {"sha256", QString::fromLatin1(nameOf(bytes))},
                          {"size", qint64{bytes.size()}},
                          {"media_type", u"image/jpeg"_s},
                          {"kind", u"photo"_s},
                          {"at", 5LL}});
}

class Sender
{
public:
    Sender(const Running &running, const QByteArray &login) : client(running.http->port())
    {
        if (client.signIn(login, Company::password).status != 200)
            qFatal("%s cannot sign in", login.constData());
    }
    HttpAnswer begin(const QByteArray &name, qint64 length)
    {
        return client.request("POST", "/v1/uploads", {},
                              {{tus, "1.0.0"},
                               {"Upload-Length", QByteArray::number(length)},
                               {"Upload-Metadata", "sha256 " + name.toBase64()}});
    }
    HttpAnswer piece(const QByteArray &name, qint64 offset, const QByteArray &bytes, const QByteArray &checksum = {})
    {
        QMap<QByteArray, QByteArray> headers{{tus, "1.0.0"},
                                             {"Upload-Offset", QByteArray::number(offset)},
                                             {"Content-Type", "application/offset+octet-stream"}};
        if (!checksum.isEmpty())
            headers.insert("Upload-Checksum", (checksum.size() == 20 ? "sha1 " : "sha256 ") + checksum.toBase64());
        return client.request("PATCH", "/v1/uploads/" + name, bytes, headers);
    }
    HttpAnswer ask(const QByteArray &name, const QByteArray &method = "HEAD")
    {
        return client.request(method, "/v1/uploads/" + name, {}, {{tus, "1.0.0"}});
    }

    HttpClient client;
};

QByteArray codeIn(const HttpAnswer &answer)
{
    const auto error = protocol::decodeError(answer.body.toStdString());
    return error ? error->code.toLatin1() : QByteArray();
}

} // namespace

class TestUploads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileGoesUpInPieces();
    void anUploadGoesOnAtAnyByte();
    void whatACutPieceBroughtIsKept();
    void aWholePartOfAKilledServerIsTakenIn();
    void wrongBytesDoNotCount();
    void onlyNamedFilesOfTheOwnTerritoryAreTaken();
    void aHashAloneGrantsNothing();
    void aFileThatARowNamesStaysThoughItGrantsNothingYet();
    void aFileThatTheServerHoldsIsNotSentAgain();
    void anUploadIsGivenUp();
    void unfinishedUploadsExpire();
    void quotaAndFullDiskAreTold();
    void aQuotaCountsWhatIsHeld();
    void oneFileFromTwoDevicesCountsOnce();
    void whatAnotherDeviceBroughtIsNotUnfinished();
    void whatIsHereIsCountedWithoutTheDisk();
    void headersAreChecked();
};

void TestUploads::aFileGoesUpInPieces()
{
    Running running;
    const QByteArray bytes(300'000, 'p');
    nameFile(running.company, bytes);
    Sender jana(running, "jana");
    const QByteArray name = nameOf(bytes);
    const HttpAnswer begun = jana.begin(name, bytes.size());
    QCOMPARE(begun.status, 201);
    QCOMPARE(begun.headers.value("location"), "/v1/uploads/" + name);
    QCOMPARE(begun.headers.value("upload-offset"), QByteArray("0"));
    QVERIFY(begun.headers.value("upload-expires").endsWith("GMT"));
    const QByteArray first = bytes.left(100'000);
    QCOMPARE(jana.piece(name, 0, first, QCryptographicHash::hash(first, QCryptographicHash::Sha256)).status, 204);
    QVERIFY(!running.directory->content().has(QString::fromLatin1(name)));
    QCOMPARE(jana.client.request("GET", "/v1/attachments/" + name).status, 404);
    const QByteArray rest = bytes.mid(100'000);
    const HttpAnswer last = jana.piece(name, 100'000, rest, QCryptographicHash::hash(rest, QCryptographicHash::Sha1));
    QCOMPARE(last.status, 204);
    QCOMPARE(last.headers.value("upload-offset"), QByteArray("300000"));
    QCOMPARE(jana.client.request("GET", "/v1/attachments/" + name).body, bytes);
    QCOMPARE(jana.ask(name).headers.value("upload-offset"), QByteArray("300000"));
}

void TestUploads::anUploadGoesOnAtAnyByte()
{
    Running running;
    QByteArray bytes;
    for (int i = 0; i < 200; ++i)
        bytes += static_cast<char>(i);
    nameFile(running.company, bytes);
    Sender jana(running, "jana");
    const QByteArray name = nameOf(bytes);
    QCOMPARE(jana.begin(name, bytes.size()).status, 201);
    for (int at = 0; at < bytes.size(); at += 7) {
        QCOMPARE(jana.begin(name, bytes.size()).headers.value("upload-offset").toInt(), at);
        // A piece from elsewhere is refused, and where it stands is told.
        QCOMPARE(jana.piece(name, at + 1, "x").status, 409);
        QCOMPARE(jana.piece(name, at, bytes.mid(at, 7)).status, 204);
    }
    QVERIFY(running.directory->content().check(QString::fromLatin1(name)));
}

void TestUploads::whatACutPieceBroughtIsKept()
{
    Running running;
    const QByteArray bytes(50'000, 'q');
    nameFile(running.company, bytes);
    const QByteArray name = nameOf(bytes);
    Sender jana(running, "jana");
    QCOMPARE(jana.begin(name, bytes.size()).status, 201);
    {
        HttpClient cut(running.http->port());
        cut.send("PATCH /v1/uploads/" + name + " HTTP/1.1\r\nAuthorization: Bearer " + jana.client.token +
                 "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
                 "Content-Length: 50000\r\n\r\n" +
                 bytes.left(12'345));
    }
    QTRY_COMPARE_WITH_TIMEOUT(jana.ask(name).headers.value("upload-offset"), QByteArray("12345"), 30'000);
    QCOMPARE(jana.piece(name, 12'345, bytes.mid(12'345)).status, 204);
    QVERIFY(running.directory->content().check(QString::fromLatin1(name)));
}

void TestUploads::aWholePartOfAKilledServerIsTakenIn()
{
    Running running;
    Sender jana(running, "jana");
    // Killed after the last byte was written, before the file got its name; once with the right bytes, once not.
    const QByteArray right("whole and right");
    const QByteArray wrong("whole but wrong");
    for (const QByteArray &bytes : {right, wrong}) {
        nameFile(running.company, bytes);
        const QByteArray name = nameOf(bytes);
        QCOMPARE(jana.begin(name, bytes.size()).status, 201);
        QFile part(running.directory->uploads() +
                   u"/%1-%2.%3"_s.arg(jana.client.replica).arg(QString::fromLatin1(name)).arg(bytes.size()));
        QVERIFY(part.exists() && part.open(QIODevice::WriteOnly));
        QCOMPARE(part.write(bytes == right ? bytes : bytes.toUpper()), bytes.size());
        part.close();
    }
    QCOMPARE(jana.begin(nameOf(right), right.size()).headers.value("upload-offset"), QByteArray::number(right.size()));
    QVERIFY(running.directory->content().check(QString::fromLatin1(nameOf(right))));
    QCOMPARE(jana.begin(nameOf(wrong), wrong.size()).status, 460);
    QVERIFY(!running.directory->content().has(QString::fromLatin1(nameOf(wrong))));
    QCOMPARE(jana.begin(nameOf(wrong), wrong.size()).headers.value("upload-offset"), QByteArray("0"));
}

void TestUploads::wrongBytesDoNotCount()
{
    Running running;
    const QByteArray bytes("the right bytes");
    nameFile(running.company, bytes);
    const QByteArray name = nameOf(bytes);
    Sender jana(running, "jana");
    QCOMPARE(jana.begin(name, bytes.size()).status, 201);
    for (const int hashBytes : {32, 20}) {
        const HttpAnswer piece = jana.piece(name, 0, "the", QByteArray(hashBytes, 'x'));
        QCOMPARE(piece.status, 460);
        QCOMPARE(codeIn(piece), QByteArray("checksum"));
    }
    const HttpAnswer whole = jana.piece(name, 0, "the wrong bytes");
    QCOMPARE(whole.status, 460);
    QCOMPARE(codeIn(whole), QByteArray("hash"));
    QCOMPARE(jana.ask(name).status, 404);
    QVERIFY(!running.directory->content().has(QString::fromLatin1(name)));
    QCOMPARE(jana.begin(name, bytes.size()).headers.value("upload-offset"), QByteArray("0"));
    QCOMPARE(jana.piece(name, 0, bytes).status, 204);
}

void TestUploads::onlyNamedFilesOfTheOwnTerritoryAreTaken()
{
    Running running;
    const QByteArray bytes("jana's photo");
    const QByteArray name = nameOf(bytes);
    Sender jana(running, "jana");
    QCOMPARE(jana.begin(name, bytes.size()).status, 404);
    nameFile(running.company, bytes);
    Sender karl(running, "karl");
    QCOMPARE(karl.begin(name, bytes.size()).status, 404);
    QCOMPARE(karl.piece(name, 0, bytes).status, 404);
    Sender admin(running, "admin");
    QCOMPARE(admin.begin(name, bytes.size()).status, 403);
    // Devices do not write into each other's uploads.
    QCOMPARE(jana.begin(name, bytes.size()).status, 201);
    QCOMPARE(jana.piece(name, 0, "jana").status, 204);
    Sender rolf(running, "rolf");
    QCOMPARE(rolf.begin(name, bytes.size()).headers.value("upload-offset"), QByteArray("0"));
    QCOMPARE(jana.ask(name).headers.value("upload-offset"), QByteArray("4"));
}

void TestUploads::aHashAloneGrantsNothing()
{
    Running running;
    const QByteArray bytes("a photo of Nord's");
    const QByteArray name = nameOf(bytes);
    nameFile(running.company, bytes);
    std::ignore = running.store(bytes);
    // Karl of Süd has heard the hash and writes it down as a photo and a report of his own.
    Handheld device(running.company, "karl");
    const qint64 visit = recordVisit(device, Company::southCustomer, Company::southSite, 101);
    const qint64 photo = insertPhoto(device, visit, bytes);
    const qint64 report = device.insert(
        "signature", device.mint(),
        {{"visit_id", visit}, {"signer", u"Karl"_s}, {"report_sha256", QString::fromLatin1(name)}, {"at", 5LL}});
    const auto pushed = device.sync();
    QVERIFY(pushed.applied(photo) && pushed.applied(report));
    Sender karl(running, "karl");
    const auto statusOfFile = [&] { return karl.client.request("GET", "/v1/attachments/" + name).status; };
    QCOMPARE(statusOfFile(), 404);
    QCOMPARE(karl.ask(name).status, 404);
    QCOMPARE(karl.begin(name, bytes.size()).headers.value("upload-offset"), QByteArray("0"));
    QCOMPARE(karl.piece(name, 0, QByteArray(bytes.size(), '?')).status, 460);
    QCOMPARE(statusOfFile(), 404);
    // Who may read it anyway need not send it.
    Sender rolf(running, "rolf");
    QCOMPARE(rolf.begin(name, bytes.size()).headers.value("upload-offset"), QByteArray::number(bytes.size()));
    QCOMPARE(statusOfFile(), 404);
    // He who has the bytes has the file.
    QCOMPARE(karl.begin(name, bytes.size()).headers.value("upload-offset"), QByteArray("0"));
    QCOMPARE(karl.piece(name, 0, bytes).status, 204);
    QCOMPARE(statusOfFile(), 200);
    QCOMPARE(karl.ask(name).status, 200);
}

void TestUploads::aFileThatARowNamesStaysThoughItGrantsNothingYet()
{
    Running running;
    const QByteArray bytes("jana's photo");
    const QByteArray name = nameOf(bytes);
    Handheld device(running.company, "jana");
    const qint64 visit = recordVisit(device, Company::customer, Company::site, Company::jana);
    const qint64 photo = insertPhoto(device, visit, bytes);
    QVERIFY(device.sync().applied(photo));
    // A colleague sends it from the handheld that both use.
    Sender rolf(running, "rolf");
    QCOMPARE(rolf.begin(name, bytes.size()).status, 201);
    QCOMPARE(rolf.piece(name, 0, bytes).status, 204);
    QVERIFY(running.directory->content().has(QString::fromLatin1(name)));
    Sender jana(running, "jana");
    QCOMPARE(jana.begin(name, bytes.size()).headers.value("upload-offset"), QByteArray("0"));
    QCOMPARE(jana.piece(name, 0, bytes).status, 204);
    QCOMPARE(jana.client.request("GET", "/v1/attachments/" + name).body, bytes);
}

void TestUploads::aFileThatTheServerHoldsIsNotSentAgain()
{
    Running running;
    const QByteArray bytes("twice the same photo");
    nameFile(running.company, bytes);
    std::ignore = running.store(bytes);
    Sender jana(running, "jana");
    QCOMPARE(jana.begin(nameOf(bytes), bytes.size()).headers.value("upload-offset"), QByteArray::number(bytes.size()));
}

void TestUploads::anUploadIsGivenUp()
{
    Running running;
    const QByteArray bytes("not after all");
    nameFile(running.company, bytes);
    const QByteArray name = nameOf(bytes);
    Sender jana(running, "jana");
    QCOMPARE(jana.begin(name, bytes.size()).status, 201);
    QCOMPARE(jana.piece(name, 0, "not").status, 204);
    QCOMPARE(jana.ask(name, "DELETE").status, 204);
    QCOMPARE(jana.ask(name).status, 404);
    QCOMPARE(jana.ask(name, "DELETE").status, 404);
}

void TestUploads::unfinishedUploadsExpire()
{
    const QTemporaryDir directory;
    const server::UploadStore store(directory.path());
    const QString name = QString::fromLatin1(nameOf("x"));
    QVERIFY(store.create(7, name, 10));
    const auto upload = store.find(7, name);
    QVERIFY(upload);
    store.dropExpired(upload->expires - milliseconds(1));
    QVERIFY(store.find(7, name));
    store.dropExpired(upload->expires + milliseconds(1));
    QVERIFY(!store.find(7, name));
}

void TestUploads::quotaAndFullDiskAreTold()
{
    Company company;
    const QByteArray bytes("photo");
    const QString name = QString::fromLatin1(nameOf(bytes));
    nameFile(company, bytes);
    const server::ContentStore content(company.directory() + u"/content"_s);
    server::Principal jana;
    jana.staff = StaffId{Company::jana};
    jana.role = server::Role::Technician;
    jana.replica = 7;
    const auto codeWith = [&](server::UploadLimits limits) {
        const server::UploadService uploads(company.clock, content, company.directory() + u"/uploads"_s, limits);
        const auto begun = uploads.create(company.connection(), jana, name, bytes.size());
        return begun ? QString() : begun.error().code;
    };
    QCOMPARE(codeWith({.fileBytes = 4}), u"too-large"_s);
    QCOMPARE(codeWith({.quotaBytes = 4}), u"quota"_s);
    QCOMPARE(codeWith({.reserveBytes = std::numeric_limits<qint64>::max() / 2}), u"disk-full"_s);
    QCOMPARE(codeWith({.unfinishedPerDevice = 0}), u"quota"_s);
    QCOMPARE(codeWith({.quotaBytes = 5}), QString());
    // A server whose disk is full says that it is not ready.
    Running full({}, {}, {}, {}, {.leastBytes = std::numeric_limits<qint64>::max()});
    HttpClient client(full.http->port());
    QCOMPARE(client.request("GET", "/readyz").status, 503);
    QCOMPARE(client.request("GET", "/healthz").status, 200);
}

void TestUploads::aQuotaCountsWhatIsHeld()
{
    Running running({}, {}, {}, {}, {.quotaBytes = 9});
    Sender jana(running, "jana");
    const QByteArray photo("photo");
    nameFile(running.company, photo);
    nameFile(running.company, photo);
    // One that may never come.
    nameFile(running.company, "lost with its handheld", 1'000);
    QCOMPARE(jana.begin(nameOf(photo), photo.size()).status, 201);
    QCOMPARE(jana.piece(nameOf(photo), 0, photo).status, 204);
    nameFile(running.company, "here");
    nameFile(running.company, "there");
    QCOMPARE(codeIn(jana.begin(nameOf("there"), 5)), QByteArray("quota"));
    QCOMPARE(jana.begin(nameOf("here"), 4).status, 201);
    // What is on its way counts, too.
    nameFile(running.company, "x");
    QCOMPARE(codeIn(jana.begin(nameOf("x"), 1)), QByteArray("quota"));
}

void TestUploads::oneFileFromTwoDevicesCountsOnce()
{
    Running running({}, {}, {}, {}, {.quotaBytes = 9});
    Sender jana(running, "jana");
    Sender again(running, "jana"); // with another handheld
    nameFile(running.company, "lost with its handheld", 1'000);
    nameFile(running.company, "photo");
    QCOMPARE(jana.begin(nameOf("photo"), 5).status, 201);
    QCOMPARE(again.begin(nameOf("photo"), 5).status, 201);
    nameFile(running.company, "here");
    QCOMPARE(jana.begin(nameOf("here"), 4).status, 201);
    nameFile(running.company, "x");
    QCOMPARE(codeIn(jana.begin(nameOf("x"), 1)), QByteArray("quota"));
}

void TestUploads::whatAnotherDeviceBroughtIsNotUnfinished()
{
    Running running({}, {}, {}, {}, {.quotaBytes = 9, .unfinishedPerDevice = 1});
    Sender jana(running, "jana");
    Sender again(running, "jana");
    nameFile(running.company, "lost with its handheld", 1'000);
    nameFile(running.company, "photo");
    nameFile(running.company, "here");
    QCOMPARE(jana.begin(nameOf("photo"), 5).status, 201);
    QCOMPARE(codeIn(jana.begin(nameOf("here"), 4)), QByteArray("quota"));
    QCOMPARE(again.begin(nameOf("photo"), 5).status, 201);
    QCOMPARE(again.piece(nameOf("photo"), 0, "photo").status, 204);
    QCOMPARE(jana.begin(nameOf("here"), 4).status, 201);
}

void TestUploads::whatIsHereIsCountedWithoutTheDisk()
{
    Company company;
    const QString directory = company.directory() + u"/content"_s;
    const server::ContentStore content(directory);
    const QString photo = company.directory() + u"/photo"_s;
    QFile file(photo);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("photo") == 5);
    file.close();
    nameFile(company, "photo");
    QVERIFY(content.put(photo));
    nameFile(company, "lost with its handheld", 1'000);
    nameFile(company, "there");
    server::Principal jana;
    jana.staff = StaffId{Company::jana};
    jana.role = server::Role::Technician;
    jana.replica = 7;
    const auto codeOf = [&](const server::UploadService &uploads) {
        const auto begun = uploads.create(company.connection(), jana, QString::fromLatin1(nameOf("there")), qint64{5});
        return begun ? QString() : begun.error().code;
    };
    const server::UploadLimits limits{.quotaBytes = 9};
    const server::UploadService uploads(company.clock, content, company.directory() + u"/uploads"_s, limits);
    QCOMPARE(codeOf(uploads), u"quota"_s);
    // Were the disk asked again, it would not be there.
    QVERIFY(QFile::rename(directory, directory + u".aside"_s));
    QCOMPARE(codeOf(uploads), u"quota"_s);
    QVERIFY(QFile::rename(directory + u".aside"_s, directory));
    // Another process finds what is here by itself, also after a crash.
    const server::UploadService fresh(company.clock, content, company.directory() + u"/uploads"_s, limits);
    QCOMPARE(codeOf(fresh), u"quota"_s);
    // Erased with its rows, it takes nothing any more.
    QVERIFY(company.connection().write([&]() -> Status {
        server::run(company.connection(), u"DELETE FROM attachment WHERE sha256 = ?"_s,
                    QString::fromLatin1(nameOf("photo")));
        return {};
    }));
    QCOMPARE(codeOf(uploads), QString());
}

void TestUploads::headersAreChecked()
{
    Running running;
    const QByteArray bytes("photo");
    const QByteArray name = nameOf(bytes);
    nameFile(running.company, bytes);
    Sender jana(running, "jana");
    HttpClient &client = jana.client;
    QCOMPARE(client.request("OPTIONS", "/v1/uploads").headers.value("tus-extension"),
             QByteArray("creation,checksum,termination,expiration"));
    QCOMPARE(client.request("POST", "/v1/uploads").status, 412);
    QCOMPARE(client.request("POST", "/v1/uploads", {}, {{tus, "1.0.0"}}).status, 400);
    QCOMPARE(client.request("POST", "/v1/uploads", {}, {{tus, "1.0.0"}, {"Upload-Length", "-5"}}).status, 400);
    QCOMPARE(jana.begin("../../../etc/passwd", 5).status, 400);
    QCOMPARE(jana.begin(name, 6).status, 400);
    QCOMPARE(jana.begin(name, bytes.size()).status, 201);
    QCOMPARE(client.request("PATCH", "/v1/uploads/" + name, bytes, {{tus, "1.0.0"}, {"Upload-Offset", "0"}}).status,
             415);
    QCOMPARE(jana.piece(name, 0, "more than the five").status, 409);
    QCOMPARE(jana.piece(QByteArray(64, 'z'), 0, bytes).status, 400);
    QCOMPARE(jana.ask(name).headers.value("upload-offset"), QByteArray("0"));
}

QTEST_GUILESS_MAIN(TestUploads)
#include "tst_uploads.moc"
