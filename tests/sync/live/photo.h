#pragma once

#include "core/storage/connection.h"
#include "tests/sync/server/support/company.h"

namespace turnus::tests {

/// The row of a photo of the visit, whose bytes lie on the handheld under the name of their hash and are not sent yet.
inline Status addPhoto(storage::Connection &connection, storage::Writer &writer, qint64 visit, const QString &name,
                       qint64 size)
{
    using namespace Qt::StringLiterals;
    TURNUS_ASSIGN(id, writer.next());
    writer.insertRow("attachment", id, Company::nord,
                     {{"visit_id", visit},
                      {"sha256", name},
                      {"size", size},
                      {"media_type", u"image/jpeg"_s},
                      {"kind", u"photo"_s},
                      {"at", writer.now()}});
    connection.execute("INSERT INTO content_file (sha256, size, present) VALUES (?, ?, 1)", name, size);
    return {};
}

} // namespace turnus::tests
