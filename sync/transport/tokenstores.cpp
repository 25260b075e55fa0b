#include "sync/transport/tokenstores.h"

#include "sync/transport/limits.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSaveFile>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace turnus::transport {

namespace {

const QString service = u"Turnus"_s;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// Runs the job and waits; a key store that does not answer in time is none.
Status run(QKeychain::Job &job)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    QEventLoop loop;
    bool finished = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        finished = true;
        loop.quit();
    });
    QTimer::singleShot(limits::keyStoreTimeout, &loop, &QEventLoop::quit);
    job.start();
    if (!finished)
        loop.exec();
    if (!finished)
        return fail(Domain::Access, u"key-store", u"the key store does not answer"_s);
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return fail(Domain::Access, u"key-store", job.errorString());
    return {};
}

} // namespace

Result<QByteArray> FileTokenStore::load()
{
    QFile file(m_path);
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return fail(Domain::Storage, u"cannot-open", u"%1: %2"_s.arg(m_path, file.errorString()));
    return file.readAll();
}

Status FileTokenStore::save(const QByteArray &tokens)
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(tokens) != tokens.size() ||
        !file.commit())
        return fail(Domain::Storage, u"io", u"%1: %2"_s.arg(m_path, file.errorString()));
    return {};
}

Status FileTokenStore::clear()
{
    if (QFile::exists(m_path) && !QFile::remove(m_path))
        return fail(Domain::Storage, u"io", u"%1: cannot be removed"_s.arg(m_path));
    return {};
}

Result<QByteArray> KeychainTokenStore::load()
{
    QKeychain::ReadPasswordJob job(service);
    job.setKey(m_account);
    TURNUS_TRY(run(job));
    return job.binaryData();
}

Status KeychainTokenStore::save(const QByteArray &tokens)
{
    QKeychain::WritePasswordJob job(service);
    job.setKey(m_account);
    job.setBinaryData(tokens);
    return run(job);
}

Status KeychainTokenStore::clear()
{
    QKeychain::DeletePasswordJob job(service);
    job.setKey(m_account);
    return run(job);
}

std::unique_ptr<client::TokenStore> openTokenStore(const QString &directory)
{
    const QString file = directory + u"/tokens"_s;
    if (!QFile::exists(file)) {
        auto store = std::make_unique<KeychainTokenStore>(QDir(directory).absolutePath());
        if (store->load())
            return store;
    }
    return std::make_unique<FileTokenStore>(file);
}

} // namespace turnus::transport
