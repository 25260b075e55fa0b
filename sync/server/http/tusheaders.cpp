#include "sync/server/http/tusheaders.h"

#include <QCryptographicHash>
#include <QList>

using namespace Qt::StringLiterals;

namespace turnus::server {

Result<qint64> wholeNumber(const std::string &text, const char *header)
{
    bool ok = false;
    const qint64 value = QByteArray::fromStdString(text).toLongLong(&ok);
    if (!ok || value < 0)
        return fail(Domain::Protocol, u"header", QLatin1StringView(header) + u": a whole number is expected"_s);
    return value;
}

QByteArray metadataValue(const std::string &header, const QByteArray &key)
{
    for (const QByteArray &pair : QByteArray::fromStdString(header).split(',')) {
        const QByteArrayList words = pair.trimmed().split(' ');
        if (words.first() == key)
            return QByteArray::fromBase64(words.value(1));
    }
    return {};
}

Status checkPiece(const std::string &checksum, std::string_view bytes)
{
    if (checksum.empty())
        return {};
    const QByteArrayList words = QByteArray::fromStdString(checksum).split(' ');
    const bool sha1 = words.first() == "sha1"; // tus 1.0 demands it
    if (words.size() != 2 || (!sha1 && words.first() != "sha256"))
        return fail(Domain::Protocol, u"header", u"Upload-Checksum: sha1 or sha256, and its base64, are expected"_s);
    const QByteArrayView body(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const auto algorithm = sha1 ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
    if (QCryptographicHash::hash(body.toByteArray(), algorithm) != QByteArray::fromBase64(words.at(1)))
        return fail(Domain::Content, u"checksum", u"the piece arrived with other bytes"_s);
    return {};
}

} // namespace turnus::server
