#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/certificate.h"
#include "tests/sync/server/support/httpclient.h"

#include <QSslSocket>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace turnus::tests;

namespace {

std::unique_ptr<QSslSocket> connectTo(quint16 port)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, port);
    if (!socket->waitForEncrypted(patienceMs))
        qFatal("no TLS: %s", qPrintable(socket->errorString()));
    return socket;
}

/// What a new connection is shown.
QSslCertificate shownAt(quint16 port)
{
    return connectTo(port)->peerCertificate();
}

/// What the server says to a hangup.
QByteArray hangUp(QProcess &server)
{
    server.setReadChannel(QProcess::StandardError);
    ::kill(static_cast<pid_t>(server.processId()), SIGHUP);
    while (!server.canReadLine() && server.waitForReadyRead(patienceMs)) {
    }
    return server.readLine();
}

} // namespace

/// Certificates are renewed every few weeks; nobody is to be disconnected for it.
class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRenewedOneIsReadOnSighup();
    void withoutOneAHangupChangesNothing();
};

void TestCertificates::aRenewedOneIsReadOnSighup()
{
    ProcessWorld world;
    world.makeCompany();
    const QString certificate = world.path(u"tls.crt"_s);
    const QString key = world.path(u"tls.key"_s);
    makeCertificate(certificate, key);
    world.serve({u"--tls-cert"_s, certificate, u"--tls-key"_s, key});
    const QSslCertificate first = shownAt(world.port());
    HttpClient before(world.port(), connectTo(world.port()));
    QCOMPARE(before.request("GET", "/readyz").status, 200);

    makeCertificate(certificate, key);
    QCOMPARE(hangUp(world.process()), QByteArray("certificate: read again\n"));
    const QSslCertificate second = shownAt(world.port());
    QVERIFY(second != first);
    QCOMPARE(before.request("GET", "/readyz").status, 200);

    world.write(u"tls.key"_s, "none");
    const QByteArray said = hangUp(world.process());
    QVERIFY2(said.startsWith("certificate: " + key.toUtf8()) && said.endsWith("the one before stays in use\n"),
             said.constData());
    QCOMPARE(shownAt(world.port()), second);
    QVERIFY(world.stop());
}

void TestCertificates::withoutOneAHangupChangesNothing()
{
    ProcessWorld world;
    world.makeCompany();
    world.serve();
    QCOMPARE(hangUp(world.process()), QByteArray("certificate: none to read again\n"));
    QCOMPARE(HttpClient(world.port()).request("GET", "/readyz").status, 200);
    QVERIFY(world.stop());
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
