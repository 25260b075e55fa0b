#pragma once

#include "core/support/clock.h"
#include "sync/server/http/limits.h"
#include "sync/server/http/proxies.h"
#include "sync/server/service/password.h"
#include "sync/server/service/uploadservice.h"
#include "sync/server/store/datadirectory.h"

#include <functional>
#include <memory>

namespace turnus::server {

/// Called with a line, on the network's thread.
using LogSink = std::function<void(const std::string &line)>;

struct ListenOptions
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    QString certificateFile; ///< PEM chain; with it the server speaks TLS 1.2 and 1.3 only
    QString keyFile;
    int workers = 4;
    PasswordCost passwordCost;
    HttpLimits limits;
    UploadLimits uploads;
    TrustedProxies proxies;
    LogSink notice; ///< hears what a signal did, and that the database's log grows
};

/// Serves one company over HTTP on one thread for the network and several for the store.
class HttpServer
{
public:
    /// `log` takes the request log.
    HttpServer(DataDirectory &directory, const Clock &clock, ListenOptions options, LogSink log);
    ~HttpServer();

    /// Listens and opens the store. Errors: "address", "tls-needed" (another address than loopback without a
    /// certificate), "certificate", or the store's.
    [[nodiscard]] Status start();
    /// Whether that address could be listened at; "port-taken", or "address".
    [[nodiscard]] static Status tryListen(const QString &address, quint16 port);
    [[nodiscard]] quint16 port() const;
    /// http or https.
    [[nodiscard]] QString url() const;
    /// From here on SIGTERM and SIGINT end run(), also one that has not begun, and SIGHUP reads certificate and key
    /// again, for new connections.
    void heedSignals();
    /// Serves until stop() or a signal; returns when the requests under way are answered.
    void run();
    /// From any thread.
    void stop();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace turnus::server
