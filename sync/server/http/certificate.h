#pragma once

#include "core/support/result.h"

#include <boost/asio/ssl/context.hpp>
#include <memory>

namespace turnus::server {

/// By what new connections speak TLS 1.2 and 1.3: certificate chain and key, PEM. Error "certificate" names the file.
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>> readCertificate(const QString &certificateFile,
                                                                                 const QString &keyFile);

} // namespace turnus::server
