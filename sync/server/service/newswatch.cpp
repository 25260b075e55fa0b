#include "sync/server/service/newswatch.h"

#include "sync/server/service/authorisation.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/sessionstore.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

/// The clocks of several server processes differ by less.
constexpr std::chrono::hours clockMargin{1};

} // namespace

News NewsWatch::look(Connection &connection)
{
    News news;
    // What fails is looked at again after the next commit or a few seconds.
    std::ignore = connection.read([&]() -> Status {
        ChannelStore store(connection);
        for (const auto &[channel, head] : store.heads()) {
            news.heads.push_back({channel, head});
            if (channel != companyChannel)
                continue;
            news.membersMoved = m_companyHead >= 0 && head != m_companyHead && store.membersMovedSince(m_companyHead);
            m_companyHead = head;
        }
        const auto revoked = SessionStore(connection).revokedSince(m_revoked - clockMargin);
        news.ended = revoked.sessions;
        m_revoked = std::max(m_revoked, revoked.newest);
        return {};
    });
    return news;
}

Result<std::vector<protocol::Head>> headsFor(Connection &connection, StaffId staff)
{
    std::vector<protocol::Head> heads;
    TURNUS_TRY(connection.read([&]() -> Status {
        Principal principal;
        principal.staff = staff;
        const auto role = roleFrom(AccountStore(connection).roleOf(staff));
        if (!role)
            return fail(Domain::Access, u"role", u"this person has no role"_s);
        principal.role = *role;
        const Authorisation allowed = Authorisation::of(connection, principal);
        for (const Channel &channel : allowed.channels())
            heads.push_back({channel.id, channel.head});
        return {};
    }));
    return heads;
}

} // namespace turnus::server
