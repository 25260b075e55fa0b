#pragma once

#include "core/support/result.h"

#include <QUrl>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace turnus::client {

struct HttpRequest
{
    enum class Method { Get, Post, Patch, Delete };

    Method method = Method::Get;
    QString path; ///< "/v1/sync", with its query
    std::string body;
    QByteArray contentType;
    std::string bearer; ///< access token; empty for none
    qint64 from = 0;    ///< first byte wanted of a file (Range)
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    bool terse = false; ///< with the fewest and shortest headers that will do
};

struct HttpAnswer
{
    int status = 0;
    std::string body;                           ///< what the sink did not take
    std::map<std::string, std::string> headers; ///< names in lower case
};

/// What went over the wire since the transport was made, as far as it can see (without TCP and TLS).
struct Traffic
{
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;
    int roundTrips = 0;
};

/// Takes the body of a successful answer as it comes in, with its HTTP status; an error ends the transfer.
using Sink = std::function<Status(int status, std::string_view bytes)>;

/// An answer without an end, as it comes in. Destroying it ends it.
class Stream
{
public:
    virtual ~Stream() = default;
};

/// Called from the event loop of the transport's thread; `ended` at most once, with the HTTP status or 0.
struct StreamHandlers
{
    std::function<void(std::string_view bytes)> bytes;
    std::function<void(int status)> ended;
};

/// Carries one HTTP request at a time and waits for its answer. Errors are Domain::Network ("offline", "timeout",
/// "cut", "tls" …); an answer of any status is no error. Used on one thread, but `abort` from any.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual Result<HttpAnswer> send(const QUrl &server, const HttpRequest &request,
                                                  const Sink &sink = {}) = 0;
    /// Opens an answer without an end beside the other requests; nothing when this transport cannot.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): who overrides it keeps the handlers
    [[nodiscard]] virtual std::unique_ptr<Stream> open(const QUrl &, const HttpRequest &, StreamHandlers) { return {}; }
    /// Ends the transfer under way with "aborted".
    virtual void abort() = 0;
    [[nodiscard]] virtual Traffic traffic() const = 0;
};

/// Keeps the tokens of the signed-in person where other users of the machine cannot read them.
class TokenStore
{
public:
    virtual ~TokenStore() = default;
    /// Empty when there are none.
    [[nodiscard]] virtual Result<QByteArray> load() = 0;
    [[nodiscard]] virtual Status save(const QByteArray &tokens) = 0;
    [[nodiscard]] virtual Status clear() = 0;
    /// False when the machine has no key store and a file has to do: say so to the person.
    [[nodiscard]] virtual bool isKeyStore() const = 0;
};

} // namespace turnus::client
