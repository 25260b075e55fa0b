#include "sync/client/contentuploader.h"

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "sync/client/limits.h"
#include "sync/client/makers.h"
#include "sync/client/recovery.h"

#include <QCryptographicHash>
#include <QFile>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

const QString stuck = u"upload-stuck"_s;

bool isCode(const Error &error, QLatin1StringView code)
{
    return error.domain == Domain::Content && error.code == code;
}

/// What another try can mend: the server stands elsewhere or has trouble of its own, or bytes were lost on the way.
bool isPassing(const Error &error)
{
    constexpr std::array final{"too-large"_L1,  "length"_L1,    "missing"_L1, "damaged"_L1,
                               "unreadable"_L1, "disk-full"_L1, "quota"_L1};
    return error.domain == Domain::Content &&
           std::ranges::none_of(final, [&](QLatin1StringView code) { return error.code == code; });
}

/// Of the next one it says nothing.
bool isOfThisFile(const Error &error)
{
    return error.domain == Domain::Storage || error.code == stuck;
}

/// A file that is there may be read another time; one that is gone will not.
tl::unexpected<Error> readError(const QFile &file)
{
    const QString detail = u"%1: %2"_s.arg(file.fileName(), file.errorString());
    return file.exists() ? fail(Domain::Storage, u"io", detail) : fail(Domain::Content, u"unreadable", detail);
}

Status checkHere(const QString &path, const QString &sha256)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return readError(file);
    if (QString::fromLatin1(hash.result().toHex()) != sha256)
        return fail(Domain::Content, u"damaged", u"%1: the bytes are not those that were stored"_s.arg(path));
    return {};
}

Result<qint64> offsetIn(const HttpAnswer &answer)
{
    const auto found = answer.headers.find("upload-offset");
    bool ok = false;
    const qint64 offset = found == answer.headers.end() ? 0 : QByteArray::fromStdString(found->second).toLongLong(&ok);
    if (!ok || offset < 0)
        return fail(Domain::Protocol, u"header", u"an answer without Upload-Offset"_s);
    return offset;
}

} // namespace

/// A database that was set back gets its attachments from the server again, but knows no more of their files, which
/// were perhaps never sent. Asked for each, the server says what it lacks.
Status ContentUploader::adoptFound()
{
    TURNUS_ASSIGN(found, m_connection.read([&] {
        std::vector<std::pair<QString, qint64>> files;
        for (const qint64 replica : Recovery(m_connection.handle()).ownReplicas()) {
            auto rows = m_connection.query("SELECT sha256, size FROM attachment WHERE id BETWEEN ? AND ? AND sha256 "
                                           "NOT IN (SELECT sha256 FROM content_file)",
                                           idRangeStart(replica), idRangeStart(replica + 1) - 1);
            while (rows.step()) {
                if (QFile::exists(m_directory + u'/' + rows.text(0)))
                    files.emplace_back(rows.text(0), rows.integer(1));
            }
        }
        return files;
    }));
    if (found.empty())
        return {};
    return m_connection.write([&](storage::Writer &) -> Status {
        for (const auto &[sha256, size] : found)
            m_connection.execute("INSERT OR IGNORE INTO content_file (sha256, size, present) VALUES (?, ?, 1)", sha256,
                                 size);
        return {};
    });
}

Result<std::vector<ContentUploader::File>> ContentUploader::waiting()
{
    return m_connection.read([&] {
        std::vector<File> files;
        const std::string own = Makers(m_connection.handle()).isOwnRow("a.id");
        auto rows = m_connection.query("SELECT a.sha256, max(a.size), max(" + own +
                                       ") FROM content_file f JOIN attachment a ON a.sha256 = f.sha256 "
                                       "WHERE f.present = 1 AND f.held = 0 AND f.refused IS NULL AND "
                                       "NOT EXISTS (SELECT 1 FROM outbox o WHERE o.row = a.id) "
                                       "GROUP BY a.sha256 ORDER BY min(a.kind <> 'report'), min(a.at), a.sha256");
        while (rows.step())
            files.push_back({rows.text(0), rows.integer(1), rows.flag(2)});
        return files;
    });
}

Result<ContentUploader::Outcome> ContentUploader::sendWaiting(qint64 mostBytes)
{
    TURNUS_TRY(adoptFound());
    TURNUS_ASSIGN(files, waiting());
    Outcome outcome;
    for (const File &file : files) {
        if (!file.own || file.size > mostBytes) {
            ++(file.own ? outcome.deferred : outcome.others);
            continue;
        }
        const Status sent = send(file);
        if (!sent && isOfThisFile(sent.error())) {
            if (!outcome.failure)
                outcome.failure = sent.error();
            continue;
        }
        TURNUS_TRY(settle(file, sent));
        ++(sent ? outcome.sent : outcome.refused);
    }
    return outcome;
}

Status ContentUploader::settle(const File &file, const Status &sent)
{
    if (!sent && (isCode(sent.error(), "disk-full"_L1) || isCode(sent.error(), "quota"_L1)))
        return fail(Domain::Content, u"server-full", sent.error().detail);
    if (!sent && sent.error().domain != Domain::Content)
        return sent;
    return m_connection.write([&](storage::Writer &) -> Status {
        if (sent)
            m_connection.execute("UPDATE content_file SET held = 1 WHERE sha256 = ?", file.sha256);
        else
            m_connection.execute("UPDATE content_file SET refused = ? WHERE sha256 = ?", sent.error().code,
                                 file.sha256);
        return {};
    });
}

Status ContentUploader::send(const File &file)
{
    TURNUS_TRY(checkHere(m_directory + u'/' + file.sha256, file.sha256));
    Status last;
    for (int turn = 0; turn < limits::uploadTries; ++turn) {
        auto offset = begin(file);
        const bool isBegun = offset.has_value();
        while (offset && *offset < file.size)
            offset = sendPiece(file, *offset);
        if (offset)
            return {};
        last = tl::unexpected(offset.error());
        // A server that cannot find what it has just begun has trouble of its own.
        if (!isPassing(offset.error()) && !(isBegun && isCode(offset.error(), "missing"_L1)))
            return last;
    }
    // Passing, but not today: the next run tries again.
    return fail(Domain::Network, stuck, last.error().toString());
}

Result<qint64> ContentUploader::begin(const File &file)
{
    TURNUS_ASSIGN(answer,
                  m_account.send({.method = HttpRequest::Method::Post,
                                  .path = u"/v1/uploads"_s,
                                  .headers = {{"Tus-Resumable", "1.0.0"},
                                              {"Upload-Length", QByteArray::number(file.size)},
                                              {"Upload-Metadata", "sha256 " + file.sha256.toLatin1().toBase64()}}}));
    return offsetIn(answer);
}

Result<qint64> ContentUploader::sendPiece(const File &file, qint64 offset)
{
    QFile in(m_directory + u'/' + file.sha256);
    if (!in.open(QIODevice::ReadOnly) || !in.seek(offset))
        return readError(in);
    const QByteArray piece = in.read(limits::uploadPieceBytes);
    if (piece.isEmpty())
        return readError(in);
    TURNUS_ASSIGN(answer, m_account.send({.method = HttpRequest::Method::Patch,
                                          .path = u"/v1/uploads/"_s + file.sha256,
                                          .body = piece.toStdString(),
                                          .contentType = "application/offset+octet-stream",
                                          .headers = {{"Tus-Resumable", "1.0.0"},
                                                      {"Upload-Offset", QByteArray::number(offset)}}}));
    TURNUS_ASSIGN(reached, offsetIn(answer));
    if (reached <= offset)
        return fail(Domain::Content, u"offset", u"the server does not get on from %1"_s.arg(offset));
    return reached;
}

} // namespace turnus::client
