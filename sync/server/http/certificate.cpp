#include "sync/server/http/certificate.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

using boost::asio::ssl::context;
using boost::system::error_code;

Result<std::shared_ptr<context>> readCertificate(const QString &certificateFile, const QString &keyFile)
{
    auto tls = std::make_shared<context>(context::tls_server);
    error_code error;
    tls->set_options(context::default_workarounds | context::no_tlsv1 | context::no_tlsv1_1 | context::no_compression |
                         context::no_sslv2 | context::no_sslv3,
                     error);
    // An idle connection keeps no buffers.
    SSL_CTX_set_mode(tls->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(tls->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    tls->use_certificate_chain_file(certificateFile.toStdString(), error);
    if (error.failed())
        return fail(Domain::Input, u"certificate", certificateFile + u": "_s + QString::fromStdString(error.message()));
    tls->use_private_key_file(keyFile.toStdString(), context::pem, error);
    if (error.failed() || SSL_CTX_check_private_key(tls->native_handle()) != 1)
        return fail(Domain::Input, u"certificate", keyFile + u": not the certificate's key in PEM"_s);
    return tls;
}

} // namespace turnus::server
