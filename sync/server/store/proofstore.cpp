#include "sync/server/store/proofstore.h"

#include "core/support/ids.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

QString ProofStore::granted(const QString &hash)
{
    return u"(f.id < %1 OR EXISTS (SELECT 1 FROM file_proof p JOIN replica r ON r.login = p.login WHERE "
           "p.sha256 = f.%2 AND r.number = f.id >> %3))"_s.arg(qint64{1} << idCounterBits)
               .arg(hash)
               .arg(idCounterBits);
}

bool ProofStore::has(const QString &sha256, const QString &login)
{
    return !isNull(one(m_connection, u"SELECT login FROM file_proof WHERE sha256 = ? AND login = ?"_s, sha256, login));
}

void ProofStore::add(const QString &sha256, const QString &login)
{
    run(m_connection, u"INSERT INTO file_proof (sha256, login) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, sha256, login);
}

} // namespace turnus::server
