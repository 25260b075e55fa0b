#include "sync/client/syncservice.h"

#include "sync/client/syncworker.h"

namespace turnus::client {

SyncService::SyncService(Options options)
{
    qRegisterMetaType<SyncState>();
    qRegisterMetaType<turnus::Error>();
    qRegisterMetaType<turnus::Instant>();
    m_worker = std::make_unique<Worker>(*this, std::move(options));
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker.get(), &Worker::open);
    connect(&m_thread, &QThread::finished, m_worker.get(), &Worker::close, Qt::DirectConnection);
}

SyncService::~SyncService()
{
    m_worker->abort();
    m_thread.quit();
    m_thread.wait();
}

void SyncService::start()
{
    m_thread.start();
}

void SyncService::syncNow()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->syncNow(); });
}

void SyncService::setOnline(bool online)
{
    if (!online)
        m_worker->abort();
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), online] { worker->setOnline(online); });
}

void SyncService::signIn(const Account::Credentials &credentials)
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), credentials] { worker->signIn(credentials); });
}

void SyncService::signOut()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->signOut(); });
}

} // namespace turnus::client
