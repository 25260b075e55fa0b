#pragma once

#include <QtGlobal>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Requests and answers as plain values: the routes know nothing of sockets.
namespace turnus::server {

struct EventGrant;

struct HttpRequest
{
    std::string method;
    std::string target;
    std::string authorization;
    std::string contentType;
    std::string range;
    std::string ifRange;
    std::string ifNoneMatch;
    std::string body;
    bool forwarded = false; ///< a proxy stands between: where it comes from says nothing
    /// X-Forwarded-For and Forwarded, for those who trust the proxy.
    std::string forwardedFor;
    std::string forwardedBy;
    /// The headers of an upload.
    struct
    {
        std::string resumable;
        std::string offset;
        std::string length;
        std::string metadata;
        std::string checksum;
    } tus;
};

/// Bytes of a file that follow the header of an answer.
struct FileSlice
{
    std::string path;
    qint64 offset = 0;
    qint64 length = 0;
};

struct HttpResponse
{
    unsigned status = 200;
    std::string contentType;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::optional<FileSlice> file;
    bool bare = false; ///< nothing but the status: no headers that an answer without content can do without

    // For the log.
    std::string code;   ///< of the error, empty for a success
    std::string detail; ///< of an error of the server's own
    qint64 replica = 0;

    std::shared_ptr<EventGrant> events; ///< the connection becomes a stream of events
};

} // namespace turnus::server
