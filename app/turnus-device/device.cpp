#include "app/turnus-device/device.h"

#include "core/storage/place.h"
#include "core/storage/wipe.h"
#include "core/support/lockfile.h"
#include "sync/transport/httptransport.h"
#include "sync/transport/tokenstores.h"

using namespace Qt::StringLiterals;

namespace turnus::device {

Device::Device(QString directory, std::unique_ptr<QLockFile> lock, std::unique_ptr<storage::Connection> connection)
    : m_directory(std::move(directory)), m_lock(std::move(lock)), m_connection(std::move(connection)),
      m_transport(std::make_unique<transport::HttpTransport>()), m_tokens(transport::openTokenStore(m_directory)),
      m_account(*m_connection, *m_transport, *m_tokens)
{
}

Result<std::unique_ptr<Device>> Device::open(const QString &directory)
{
    TURNUS_TRY(storage::makePlace(directory));
    auto lock = std::make_unique<QLockFile>(directory + u"/turnus.lock"_s);
    if (!takeLock(*lock))
        return fail(Domain::Storage, u"in-use", u"%1: another Turnus program has it open"_s.arg(directory));
    if (storage::isMarkedForWipe(directory))
        TURNUS_TRY(storage::wipe(directory));
    static const SystemClock clock;
    TURNUS_ASSIGN(connection, storage::Connection::open({.path = directory + u"/turnus.db"_s}, clock));
    return std::unique_ptr<Device>(new Device(directory, std::move(lock), std::move(connection)));
}

} // namespace turnus::device
