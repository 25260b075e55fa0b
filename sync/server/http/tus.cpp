#include "sync/server/http/tus.h"

#include "sync/server/http/tusheaders.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr std::string_view tusVersion = "1.0.0";
constexpr std::string_view uploadsPath = "/v1/uploads/";
constexpr std::string_view pieceType = "application/offset+octet-stream";

Status checkVersion(const HttpRequest &request)
{
    if (request.tus.resumable == tusVersion)
        return {};
    return fail(Domain::Protocol, u"tus-version", u"Tus-Resumable: 1.0.0 is expected"_s);
}

HttpResponse described(unsigned status, const Upload &upload)
{
    HttpResponse response;
    response.status = status;
    response.headers = {{"Tus-Resumable", std::string(tusVersion)},
                        {"Upload-Offset", std::to_string(upload.offset)},
                        {"Upload-Length", std::to_string(upload.length)}};
    if (upload.offset < upload.length) {
        const QDateTime expires = QDateTime::fromMSecsSinceEpoch(toInteger(upload.expires), Qt::UTC);
        response.headers.emplace_back(
            "Upload-Expires", QLocale::c().toString(expires, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toStdString());
    }
    return response;
}

} // namespace

HttpResponse Tus::options() const
{
    HttpResponse response;
    response.status = 204;
    response.headers = {{"Tus-Resumable", std::string(tusVersion)},
                        {"Tus-Version", std::string(tusVersion)},
                        {"Tus-Extension", "creation,checksum,termination,expiration"},
                        {"Tus-Checksum-Algorithm", "sha1,sha256"},
                        {"Tus-Max-Size", std::to_string(m_uploads.limits().fileBytes)}};
    return response;
}

Result<HttpResponse> Tus::create(Connection &connection, const HttpRequest &request, const Principal &principal) const
{
    TURNUS_TRY(checkVersion(request));
    TURNUS_ASSIGN(length, wholeNumber(request.tus.length, "Upload-Length"));
    const QString sha256 = QString::fromLatin1(metadataValue(request.tus.metadata, "sha256"));
    if (!ContentStore::isName(sha256))
        return fail(Domain::Protocol, u"header", u"Upload-Metadata: sha256 and the base64 of its 64 digits"_s);
    TURNUS_ASSIGN(upload, m_uploads.create(connection, principal, sha256, length));
    HttpResponse response = described(201, upload);
    response.headers.emplace_back("Location", std::string(uploadsPath) + sha256.toStdString());
    return response;
}

Result<HttpResponse> Tus::append(Connection &connection, const HttpRequest &request, const Principal &principal,
                                 const QString &sha256) const
{
    if (request.contentType != pieceType)
        return fail(Domain::Protocol, u"content-type", u"application/offset+octet-stream is expected"_s);
    TURNUS_ASSIGN(offset, wholeNumber(request.tus.offset, "Upload-Offset"));
    TURNUS_TRY(checkPiece(request.tus.checksum, request.body));
    TURNUS_ASSIGN(upload, m_uploads.append(connection, principal, sha256, offset, request.body));
    return described(204, upload);
}

Result<HttpResponse> Tus::answer(Connection &connection, const HttpRequest &request, const Principal &principal,
                                 const QString &sha256) const
{
    TURNUS_TRY(checkVersion(request));
    if (!ContentStore::isName(sha256))
        return fail(Domain::Input, u"sha256", u"64 lower-case hexadecimal digits are expected"_s);
    if (request.method == "PATCH")
        return append(connection, request, principal, sha256);
    if (request.method == "HEAD") {
        TURNUS_ASSIGN(upload, m_uploads.find(connection, principal, sha256));
        return described(200, upload);
    }
    TURNUS_TRY(m_uploads.remove(connection, principal, sha256));
    HttpResponse response;
    response.status = 204;
    response.headers = {{"Tus-Resumable", std::string(tusVersion)}};
    return response;
}

} // namespace turnus::server
