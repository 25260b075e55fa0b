#include "sync/server/store/signingkeystore.h"

#include "sync/server/store/connection.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

QByteArray blob(const std::string &bytes)
{
    return QByteArray::fromStdString(bytes);
}

} // namespace

std::optional<protocol::SigningKey> SigningKeyStore::current()
{
    Statement row(m_connection, u"SELECT seed, public_key FROM signing_key WHERE seed IS NOT NULL"_s);
    if (!row.next())
        return {};
    return protocol::SigningKey{row.bytes(0).toStdString(), row.bytes(1).toStdString()};
}

QString SigningKeyStore::company()
{
    return textOf(one(m_connection, u"SELECT id FROM company"_s));
}

protocol::KeyList SigningKeyStore::list()
{
    protocol::KeyList list{.company = company().toStdString(), .keys = {}};
    Statement row(m_connection,
                  u"SELECT public_key, created, retired, endorsed_by, endorsement FROM signing_key ORDER BY "
                  "CASE WHEN retired IS NULL THEN 0 ELSE 1 END, retired DESC, id"_s);
    while (row.next()) {
        protocol::PublicKey key{.key = row.bytes(0).toStdString(), .created = row.integer(1)};
        if (!row.isNull(2))
            key.retired = row.integer(2);
        key.endorsedBy = row.text(3).toStdString();
        key.endorsement = row.bytes(4).toStdString();
        list.keys.push_back(std::move(key));
    }
    return list;
}

void SigningKeyStore::ensure(Instant now)
{
    // One after the other, when two servers come to it at the same time.
    run(m_connection, u"UPDATE meta SET value = value WHERE key = 'next_id'"_s);
    if (current())
        return;
    run(m_connection, u"INSERT INTO company (id) VALUES (?)"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    add(protocol::newSigningKey(), nullptr, now);
}

void SigningKeyStore::rotate(Instant now)
{
    ensure(now);
    const auto before = current();
    run(m_connection, u"UPDATE signing_key SET seed = NULL, retired = ? WHERE seed IS NOT NULL"_s, toInteger(now));
    add(protocol::newSigningKey(), &*before, now);
}

void SigningKeyStore::add(const protocol::SigningKey &key, const protocol::SigningKey *before, Instant now)
{
    const Value none;
    run(m_connection,
        u"INSERT INTO signing_key (id, public_key, seed, created, endorsed_by, endorsement) VALUES (?, ?, ?, ?, ?, ?)"_s,
        QString::fromStdString(protocol::keyIdOf(key.publicKey)), blob(key.publicKey), blob(key.seed), toInteger(now),
        before ? Value(QString::fromStdString(protocol::keyIdOf(before->publicKey))) : none,
        before ? Value(blob(protocol::endorse(*before, key.publicKey))) : none);
}

Result<QString> companyOf(Connection &connection)
{
    QString company;
    TURNUS_TRY(connection.read([&]() -> Status {
        company = SigningKeyStore(connection).company();
        return {};
    }));
    return company;
}

} // namespace turnus::server
