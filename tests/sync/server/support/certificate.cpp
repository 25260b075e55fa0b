#include "tests/sync/server/support/certificate.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace turnus::tests {

void makeCertificate(const QString &certificate, const QString &key)
{
    const int code = QProcess::execute(
        u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                       u"-nodes"_s, u"-keyout"_s, key, u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-batch"_s});
    if (code != 0)
        qFatal("openssl makes no certificate");
}

} // namespace turnus::tests
