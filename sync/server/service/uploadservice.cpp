#include "sync/server/service/uploadservice.h"

#include "sync/server/service/authorisation.h"
#include "sync/server/service/contentaccess.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/proofstore.h"
#include "sync/server/store/rowstore.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace turnus::server {

Result<qint64> UploadService::sizeOf(Connection &connection, const Principal &principal, const QString &sha256)
{
    qint64 size = -1;
    TURNUS_TRY(connection.read([&]() -> Status {
        const Authorisation access = Authorisation::of(connection, principal);
        for (const RowStore::AttachedFile &file : RowStore::attachedFiles(connection, sha256)) {
            // A visit's photos follow it, also when its customer moved before they were sent.
            if (access.mayRead(file.channel) || file.technician == principal.staff)
                size = file.size;
        }
        return {};
    }));
    if (size < 0)
        return fail(Domain::Content, u"missing", u"no row names the file %1; send the records first"_s.arg(sha256));
    return size;
}

Status UploadService::refuseTooMuch(Connection &connection, const Principal &principal, const QString &sha256,
                                    qint64 length) const
{
    if (length > m_limits.fileBytes)
        return fail(Domain::Content, u"too-large", u"at most %1 bytes a file"_s.arg(m_limits.fileBytes));
    int ofDevice = 0;
    qint64 toBeWritten = length;
    QHash<QString, qint64> coming{{sha256, length}};
    for (const Upload &upload : m_uploads.all()) {
        // Who has not proved that he has a file sends it whole, also when another device has brought it meanwhile.
        if (upload.replica == principal.replica) {
            TURNUS_ASSIGN(held, holds(connection, principal, upload.sha256));
            if (held)
                continue;
            ++ofDevice;
        }
        toBeWritten += upload.length - upload.offset;
        if (!m_content.has(upload.sha256))
            coming.insert(upload.sha256, upload.length);
    }
    if (ofDevice >= m_limits.unfinishedPerDevice)
        return fail(Domain::Content, u"quota", u"too many unfinished uploads of this device"_s);
    if (m_uploads.bytesAvailable() - toBeWritten < m_limits.reserveBytes)
        return fail(Domain::Content, u"disk-full", u"the server's disk is full"_s);
    if (m_limits.quotaBytes == 0)
        return {};
    TURNUS_ASSIGN(fits, fitsQuota(connection, std::accumulate(coming.cbegin(), coming.cend(), qint64{0})));
    if (!fits)
        return fail(Domain::Content, u"quota",
                    u"the company's %1 bytes for files are used up"_s.arg(m_limits.quotaBytes));
    return {};
}

Result<bool> UploadService::fitsQuota(Connection &connection, qint64 coming) const
{
    bool fits = false;
    QHash<QString, qint64> sizes;
    TURNUS_TRY(connection.read([&]() -> Status {
        // Rows name what is here, what is on its way and what may never come: which it is matters only beyond that.
        fits = RowStore::attachedBytes(connection) <= m_limits.quotaBytes;
        if (!fits)
            sizes = RowStore::attachedSizes(connection);
        return {};
    }));
    return fits || bytesHeld(sizes) + coming <= m_limits.quotaBytes;
}

qint64 UploadService::bytesHeld(const QHash<QString, qint64> &sizes) const
{
    const std::scoped_lock lock(m_heldMutex);
    qint64 held = 0;
    for (auto file = sizes.cbegin(); file != sizes.cend(); ++file) {
        if (!m_held.contains(file.key())) {
            if (!m_content.has(file.key()))
                continue;
            m_held.insert(file.key());
        }
        held += file.value();
    }
    return held;
}

void UploadService::forgetHeld(const QString &sha256) const
{
    const std::scoped_lock lock(m_heldMutex);
    m_held.remove(sha256);
}

Status UploadService::refuseFullDisk() const
{
    const qint64 left = m_uploads.bytesAvailable();
    if (left < m_limits.leastBytes)
        return fail(Domain::Storage, u"full", u"%1 bytes are left on the disk"_s.arg(left));
    return {};
}

Result<Upload> UploadService::create(Connection &connection, const Principal &principal, const QString &sha256,
                                     qint64 length) const
{
    TURNUS_ASSIGN(size, sizeOf(connection, principal, sha256));
    TURNUS_ASSIGN(held, holds(connection, principal, sha256));
    if (held)
        return Upload{sha256, size, size, {}};
    if (length != size)
        return fail(Domain::Content, u"length", u"the row says %1 bytes"_s.arg(size));
    m_uploads.dropExpired(m_clock.now());
    if (!m_uploads.find(principal.replica, sha256))
        TURNUS_TRY(refuseTooMuch(connection, principal, sha256, length));
    TURNUS_ASSIGN(upload, m_uploads.create(principal.replica, sha256, length));
    return settled(connection, principal, upload);
}

Result<bool> UploadService::holds(Connection &connection, const Principal &principal, const QString &sha256) const
{
    if (!m_content.has(sha256)) {
        forgetHeld(sha256);
        return false;
    }
    bool isProved = false;
    TURNUS_TRY(connection.read([&]() -> Status {
        isProved = ProofStore(connection).has(sha256, principal.login);
        return {};
    }));
    if (isProved)
        return true;
    // Whoever may fetch the bytes need not send them.
    if (!mayRead(connection, principal, sha256))
        return false;
    TURNUS_TRY(proved(connection, principal, {sha256, 0, 0, {}}));
    return true;
}

Result<Upload> UploadService::proved(Connection &connection, const Principal &principal, const Upload &upload)
{
    if (upload.offset < upload.length)
        return upload;
    TURNUS_TRY(connection.write([&]() -> Status {
        ProofStore(connection).add(upload.sha256, principal.login);
        return {};
    }));
    return upload;
}

Result<Upload> UploadService::settled(Connection &connection, const Principal &principal, const Upload &upload) const
{
    if (upload.offset < upload.length)
        return upload;
    TURNUS_ASSIGN(whole, m_uploads.append(principal.replica, upload.sha256, upload.offset, {}, m_content));
    return proved(connection, principal, whole);
}

Result<Upload> UploadService::find(Connection &connection, const Principal &principal, const QString &sha256) const
{
    TURNUS_ASSIGN(size, sizeOf(connection, principal, sha256));
    TURNUS_ASSIGN(held, holds(connection, principal, sha256));
    if (held)
        return Upload{sha256, size, size, {}};
    const auto upload = m_uploads.find(principal.replica, sha256);
    if (!upload)
        return fail(Domain::Content, u"missing", u"no upload of "_s + sha256);
    return settled(connection, principal, *upload);
}

Result<Upload> UploadService::append(Connection &connection, const Principal &principal, const QString &sha256,
                                     qint64 offset, std::string_view bytes) const
{
    TURNUS_ASSIGN(size, sizeOf(connection, principal, sha256));
    TURNUS_ASSIGN(held, holds(connection, principal, sha256));
    if (held)
        return Upload{sha256, size, size, {}};
    TURNUS_ASSIGN(appended, m_uploads.append(principal.replica, sha256, offset, bytes, m_content));
    if (appended.offset < appended.length)
        return appended;
    TURNUS_ASSIGN(upload, proved(connection, principal, appended));
    // Its customer may have been erased meanwhile. A row that grants nobody the file yet names it all the same.
    bool named = true;
    TURNUS_TRY(connection.read([&]() -> Status {
        named = !RowStore::attachedFiles(connection, sha256).isEmpty() ||
                !RowStore::channelsOfFile(connection, sha256).isEmpty();
        return {};
    }));
    if (!named) {
        TURNUS_TRY(m_content.remove(sha256));
        forgetHeld(sha256);
        return fail(Domain::Content, u"missing", u"no row names the file %1 any more"_s.arg(sha256));
    }
    return upload;
}

Status UploadService::remove(Connection &connection, const Principal &principal, const QString &sha256) const
{
    TURNUS_TRY(find(connection, principal, sha256));
    m_uploads.remove(principal.replica, sha256);
    return {};
}

} // namespace turnus::server
