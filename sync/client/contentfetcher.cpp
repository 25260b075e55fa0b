#include "sync/client/contentfetcher.h"

#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/limits.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

constexpr int partialStatus = 206;

Error fileError(const QFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return {Domain::Storage, full ? u"full"_s : u"io"_s, u"%1: %2"_s.arg(file.fileName(), file.errorString())};
}

Result<QString> hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(fileError(file));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return tl::unexpected(fileError(file));
    return QString::fromLatin1(hash.result().toHex());
}

bool isSha256(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

} // namespace

QString ContentFetcher::pathOf(const QString &sha256) const
{
    return m_directory + u'/' + sha256;
}

Result<std::vector<ContentFetcher::File>> ContentFetcher::wanted()
{
    const Instant now = m_connection.clock().now();
    return m_connection.read([&] {
        std::vector<File> files;
        // What the next visits need comes first: brochures of the units there and of their successors.
        auto rows = m_connection.query(
            "WITH soon (product_id, starts) AS (SELECT t.product_id, a.starts FROM appointment a JOIN asset t ON "
            "t.site_id = a.site_id WHERE a.starts BETWEEN ?1 AND ?2 AND a.status IN ('planned', 'under_way')), "
            "needed (sha256, starts) AS (SELECT b.sha256, min(s.starts) FROM soon s JOIN product p ON p.id = "
            "s.product_id JOIN brochure b ON b.product_id IN (p.id, p.successor_id) GROUP BY b.sha256) "
            "SELECT f.sha256, f.size FROM content_file f LEFT JOIN needed n ON n.sha256 = f.sha256 WHERE f.present = 0 "
            "ORDER BY n.starts IS NULL, n.starts, f.size, f.sha256",
            now - limits::visitsSoon, now + limits::visitsSoon);
        while (rows.step())
            files.push_back({rows.text(0), rows.integer(1)});
        return files;
    });
}

Result<ContentFetcher::Outcome> ContentFetcher::fetchMissing(qint64 mostBytes)
{
    TURNUS_ASSIGN(files, wanted());
    if (!files.empty() && !QDir().mkpath(m_directory))
        return fail(Domain::Storage, u"cannot-open", m_directory);
    Outcome outcome;
    for (const File &file : files) {
        if (!isSha256(file.sha256)) {
            ++outcome.missing;
            continue;
        }
        if (file.size > mostBytes) {
            ++outcome.deferred;
            continue;
        }
        const Status fetched = fetch(file);
        if (fetched)
            ++outcome.fetched;
        else if (fetched.error().domain == Domain::Content)
            ++outcome.missing;
        else
            return tl::unexpected(fetched.error());
    }
    return outcome;
}

Status ContentFetcher::fetch(const File &file)
{
    if (QFile::exists(pathOf(file.sha256)))
        return accept(file, pathOf(file.sha256));
    const QString part = pathOf(file.sha256) + u".part"_s;
    TURNUS_TRY(download(file, part));
    return accept(file, part);
}

Status ContentFetcher::download(const File &file, const QString &part)
{
    QFile out(part);
    if (!out.open(QIODevice::ReadWrite | QIODevice::Append))
        return tl::unexpected(fileError(out));
    if (file.size > 0 && out.size() > file.size && !out.resize(0))
        return tl::unexpected(fileError(out));
    if (file.size > 0 && out.size() == file.size)
        return {};
    const qint64 from = out.size();
    bool first = true;
    Status written;
    const auto sink = [&](int status, std::string_view bytes) -> Status {
        // A server that ignores the range sends the file from its start.
        if (std::exchange(first, false) && from > 0 && status != partialStatus && !out.resize(0))
            return written = tl::unexpected(fileError(out));
        if (out.write(bytes.data(), qsizetype(bytes.size())) != qsizetype(bytes.size()))
            return written = tl::unexpected(fileError(out));
        return {};
    };
    HttpRequest request{.path = u"/v1/attachments/"_s + file.sha256, .from = from};
    // The ETag of a file is its name: whoever has other bytes for it sends them from their start.
    if (from > 0)
        request.headers.emplace_back("If-Range", '"' + file.sha256.toLatin1() + '"');
    const auto answer = m_account.send(std::move(request), sink);
    TURNUS_TRY(written);
    if (!out.flush() || ::fsync(out.handle()) != 0)
        return tl::unexpected(fileError(out));
    if (answer)
        return {};
    // A range beyond the end: what is here is not the beginning of that file.
    if (answer.error().domain == Domain::Content && !out.resize(0))
        return tl::unexpected(fileError(out));
    return tl::unexpected(answer.error());
}

Status ContentFetcher::accept(const File &file, const QString &part)
{
    TURNUS_ASSIGN(hash, hashOf(part));
    if (hash != file.sha256) {
        QFile::remove(part);
        return fail(Domain::Content, u"hash-mismatch", u"%1 has the hash %2"_s.arg(file.sha256, hash));
    }
    const QString path = pathOf(file.sha256);
    const qint64 size = QFile(part).size();
    if (part != path && !QFile::rename(part, path))
        return fail(Domain::Storage, u"io", u"%1: cannot be renamed"_s.arg(part));
    return m_connection.write([&](storage::Writer &) -> Status {
        m_connection.execute("UPDATE content_file SET present = 1, held = 1, size = ? WHERE sha256 = ?", size,
                             file.sha256);
        return {};
    });
}

} // namespace turnus::client
