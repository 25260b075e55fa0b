#include "tests/sync/thread/realdevice.h"

#include "sync/client/sql.h"

using namespace Qt::StringLiterals;

namespace turnus::tests {

DirectTransport::DirectTransport(Company &company)
    : m_company(company), m_sessions(company.clock, server::PasswordCost::least()), m_service(company.clock)
{
}

Result<client::HttpAnswer> DirectTransport::sync(const client::HttpRequest &request, const client::Sink &sink)
{
    const Fault now = std::exchange(fault, Fault::None);
    if (now == Fault::RequestLost)
        return fail(Domain::Network, u"offline");
    TURNUS_ASSIGN(principal,
                  m_sessions.authenticate(m_company.connection(),
                                          QByteArrayView(request.bearer.data(), qsizetype(request.bearer.size()))));
    const bool isBrief = request.method == client::HttpRequest::Method::Get;
    TURNUS_ASSIGN(message, isBrief ? protocol::decodeBrief(request.path.section(u'/', -1).toStdString())
                                   : protocol::decodeRequest(request.body));
    if (isBrief) {
        TURNUS_ASSIGN(current, m_service.isCurrent(m_company.connection(), principal, message));
        if (current)
            return client::HttpAnswer{204, {}};
    }
    auto answer = m_service.sync(m_company.connection(), principal, message);
    if (answer && now == Fault::RequestDoubled)
        answer = m_service.sync(m_company.connection(), principal, message);
    if (!answer)
        return client::HttpAnswer{400, protocol::encode(answer.error())};
    if (now == Fault::AnswerLost)
        return fail(Domain::Network, u"cut");
    std::string_view bytes = *answer;
    if (now == Fault::AnswerCut)
        bytes = bytes.substr(0, std::min(cutAfter, bytes.size() - 1));
    m_traffic.bytesUp += qint64(request.body.size());
    m_traffic.bytesDown += qint64(bytes.size());
    constexpr std::size_t piece = 16'384;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        TURNUS_TRY(sink(200, bytes.substr(at, piece)));
    if (now == Fault::AnswerCut)
        return fail(Domain::Network, u"cut");
    return client::HttpAnswer{200, {}};
}

Result<client::HttpAnswer> DirectTransport::send(const QUrl &, const client::HttpRequest &request,
                                                 const client::Sink &sink)
{
    ++m_traffic.roundTrips;
    if (request.path == "/v1/sync"_L1 || request.path.startsWith("/v2/"_L1))
        return sync(request, sink);
    const auto answer = [&]() -> Result<protocol::SessionAnswer> {
        if (request.path == "/v1/session"_L1) {
            TURNUS_ASSIGN(asked, protocol::decodeSessionRequest(request.body));
            return m_sessions.signIn(m_company.connection(), asked);
        }
        TURNUS_ASSIGN(asked, protocol::decodeRefreshRequest(request.body));
        return m_sessions.refresh(m_company.connection(), asked);
    }();
    if (!answer)
        return client::HttpAnswer{401, protocol::encode(answer.error())};
    return client::HttpAnswer{200, protocol::encode(*answer)};
}

RealDevice::RealDevice(Company &where, const QString &login, std::uint64_t seed)
    : company(where), disk(seed), connection([&] {
          auto opened = storage::Connection::open({.path = u"turnus.db"_s, .vfs = disk.name()}, where.clock);
          if (!opened)
              qFatal("%s", qPrintable(opened.error().toString()));
          return std::move(*opened);
      }()),
      transport(where), account(*connection, transport, tokens)
{
    const Status signedIn =
        account.signIn({QUrl(u"http://localhost"_s), login, QString::fromLatin1(Company::password), u"Test"_s});
    if (!signedIn)
        qFatal("%s", qPrintable(signedIn.error().toString()));
}

qint64 RealDevice::integer(const char *sql)
{
    client::Sql row(connection->handle(), sql);
    return row.step() ? row.integer(0) : 0;
}

QString RealDevice::text(const char *sql)
{
    client::Sql row(connection->handle(), sql);
    return row.step() ? QString::fromStdString(std::string(row.bytes(0))) : QString();
}

void RealDevice::edit(const char *table, qint64 id, std::initializer_list<storage::Field> fields)
{
    const Status written = connection->write([&](storage::Writer &writer) -> Status {
        writer.updateRow(table, id, fields);
        return {};
    });
    if (!written)
        qFatal("%s", qPrintable(written.error().toString()));
}

qint64 RealDevice::insert(const char *table, const char *parent, qint64 parentId,
                          std::initializer_list<storage::Field> fields)
{
    const auto made = connection->write([&](storage::Writer &writer) -> Result<qint64> {
        TURNUS_ASSIGN(id, writer.next());
        writer.insertRow(table, id, writer.channelOf(parent, parentId), fields);
        return id;
    });
    if (!made)
        qFatal("%s", qPrintable(made.error().toString()));
    return *made;
}

qint64 RealDevice::addReading(double value)
{
    return insert("meter_reading", "asset", Company::grinder,
                  {{"asset_id", Company::grinder},
                   {"at", connection->clock().now()},
                   {"value", value},
                   {"meter_exchanged", false},
                   {"implausible_confirmed", false}});
}

QStringList RealDevice::dump()
{
    QStringList lines;
    for (const protocol::Table &table : protocol::tables()) {
        std::string text = "SELECT id || '|' || channel";
        for (const protocol::Column &column : table.columns)
            text.append(" || '|' || quote(").append(column.name).append(")");
        client::Sql rows(connection->handle(), text + " FROM " + std::string(table.name) + " ORDER BY id");
        while (rows.step())
            lines.append(QString::fromStdString(std::string(table.name) + '|' + std::string(rows.bytes(0))));
    }
    return lines;
}

} // namespace turnus::tests
