#pragma once

#include "sync/server/http/server.h"
#include "tests/sync/server/support/company.h"

#include <QDir>
#include <mutex>
#include <thread>

namespace turnus::tests {

/// A server in this process, on a thread of its own, over the company of tests/…/company.h.
class Running
{
public:
    explicit Running(server::HttpLimits limits = {}, const QString &certificate = {}, const QString &key = {},
                     const server::TrustedProxies &proxies = {}, server::UploadLimits uploads = {})
    {
        directory = *server::DataDirectory::open(company.directory(),
                                                 QDir(company.directory()).filePath(QStringLiteral("server.db")));
        server::ListenOptions options;
        options.workers = 2;
        options.passwordCost = server::PasswordCost::least();
        options.limits = limits;
        options.certificateFile = certificate;
        options.keyFile = key;
        options.proxies = proxies;
        options.uploads = uploads;
        http =
            std::make_unique<server::HttpServer>(*directory, company.clock, options, [this](const std::string &line) {
                const std::lock_guard lock(m_mutex);
                m_lines.append(QByteArray::fromStdString(line));
            });
        if (const Status started = http->start(); !started)
            qFatal("%s", qPrintable(started.error().toString()));
        m_thread = std::thread([this] { http->run(); });
    }
    ~Running() { stop(); }

    void stop()
    {
        if (!m_thread.joinable())
            return;
        http->stop();
        m_thread.join();
    }
    [[nodiscard]] QByteArray log()
    {
        const std::lock_guard lock(m_mutex);
        return m_lines.join('\n');
    }
    [[nodiscard]] QString store(const QByteArray &bytes) const
    {
        const QString path = QDir(company.directory()).filePath(QStringLiteral("file"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        file.write(bytes);
        file.close();
        return directory->content().put(path)->sha256;
    }

    Company company;
    std::unique_ptr<server::DataDirectory> directory;
    std::unique_ptr<server::HttpServer> http;

private:
    std::mutex m_mutex;
    QByteArrayList m_lines;
    std::thread m_thread;
};

} // namespace turnus::tests
