#include "core/support/result.h"

using namespace Qt::StringLiterals;

namespace turnus {

QString nameOf(Domain domain)
{
    switch (domain) {
    case Domain::Storage:
        return u"storage"_s;
    case Domain::Input:
        return u"input"_s;
    case Domain::Network:
        return u"network"_s;
    case Domain::Protocol:
        return u"protocol"_s;
    case Domain::Access:
        return u"access"_s;
    case Domain::Content:
        return u"content"_s;
    }
    Q_UNREACHABLE();
}

bool Error::isPermanent() const
{
    switch (domain) {
    case Domain::Network:
        return false;
    case Domain::Storage:
        return code != "busy"_L1 && code != "full"_L1 && code != "io"_L1;
    default:
        return true;
    }
}

QString Error::toString() const
{
    const QString head = nameOf(domain) + u'/' + code;
    return detail.isEmpty() ? head : head + u": "_s + detail;
}

tl::unexpected<Error> fail(Domain domain, QStringView code, QString detail)
{
    return tl::unexpected(Error{domain, code.toString(), std::move(detail)});
}

} // namespace turnus
