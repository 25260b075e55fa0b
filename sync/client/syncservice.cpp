#include "sync/client/syncservice.h"

#include "sync/client/syncworker.h"

namespace turnus::client {

SyncService::SyncService(Options options)
{
    m_worker = std::make_unique<SyncWorker>(*this, std::move(options));
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker.get(), &SyncWorker::open);
    connect(&m_thread, &QThread::finished, m_worker.get(), &SyncWorker::close, Qt::DirectConnection);
}

SyncService::~SyncService()
{
    m_worker->abort();
    m_thread.quit();
    m_thread.wait();
    static_cast<void>(m_threadOver.load(std::memory_order_acquire));
}

void SyncService::start()
{
    connect(
        &m_thread, &QThread::finished, this, [this] { m_threadOver.store(true, std::memory_order_release); },
        Qt::DirectConnection);
    m_thread.start();
}

void SyncService::post(std::function<void()> event)
{
    m_events.push(std::move(event));
    QMetaObject::invokeMethod(this, "drain", Qt::QueuedConnection);
}

void SyncService::command(std::function<void()> task)
{
    m_worker->inbox.push(std::move(task));
    QMetaObject::invokeMethod(m_worker.get(), "drain", Qt::QueuedConnection);
}

void SyncService::syncNow()
{
    command([this] { m_worker->syncNow(); });
}

void SyncService::setOnline(bool online)
{
    if (!online)
        m_worker->abort();
    command([this, online] { m_worker->setOnline(online); });
}

void SyncService::signIn(const Account::Credentials &credentials)
{
    command([this, credentials] { m_worker->signIn(credentials); });
}

void SyncService::signOut()
{
    command([this] { m_worker->signOut(); });
}

void SyncService::fetchReceipt(Day day)
{
    command([this, day] { m_worker->fetchReceipt(day); });
}

} // namespace turnus::client
