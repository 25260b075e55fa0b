#pragma once

#include "sync/server/http/message.h"
#include "sync/server/service/uploadservice.h"

namespace turnus::server {

/// Uploads by the tus protocol 1.0 (creation, checksum, termination, expiration) as HTTP says them.
class Tus
{
public:
    explicit Tus(const UploadService &uploads) : m_uploads(uploads) {}

    /// What this server can; for whoever asks.
    [[nodiscard]] HttpResponse options() const;
    [[nodiscard]] Result<HttpResponse> create(Connection &connection, const HttpRequest &request,
                                              const Principal &principal) const;
    /// HEAD, PATCH and DELETE of one upload.
    [[nodiscard]] Result<HttpResponse> answer(Connection &connection, const HttpRequest &request,
                                              const Principal &principal, const QString &sha256) const;

private:
    [[nodiscard]] Result<HttpResponse> append(Connection &connection, const HttpRequest &request,
                                              const Principal &principal, const QString &sha256) const;

    const UploadService &m_uploads;
};

/// Bodies of PATCH: more is sent in several.
constexpr std::size_t uploadPieceBytes = 4 * 1024 * 1024;

} // namespace turnus::server
