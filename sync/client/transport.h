#pragma once

#include "core/support/result.h"

#include <QUrl>
#include <functional>
#include <string>
#include <string_view>

namespace turnus::client {

struct HttpRequest
{
    enum class Method { Get, Post, Delete };

    Method method = Method::Get;
    QString path; ///< "/v1/sync"
    std::string body;
    QByteArray contentType;
    std::string bearer; ///< access token; empty for none
    qint64 from = 0;    ///< first byte wanted of a file (Range)
};

struct HttpAnswer
{
    int status = 0;
    std::string body; ///< what the sink did not take
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

/// Carries one HTTP request at a time and waits for its answer. Errors are Domain::Network ("offline", "timeout",
/// "cut", "tls" …); an answer of any status is no error. Used on one thread, but `abort` from any.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual Result<HttpAnswer> send(const QUrl &server, const HttpRequest &request,
                                                  const Sink &sink = {}) = 0;
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
