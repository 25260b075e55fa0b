#include "sync/server/http/requestlog.h"

#include <QDateTime>
#include <boost/json.hpp>

namespace turnus::server {

std::string logLine(Instant now, const std::string &method, const std::string &route, const HttpResponse &response,
                    std::chrono::microseconds took, std::size_t bytesIn, std::size_t bytesOut)
{
    boost::json::object line{
        {"time", QDateTime::fromMSecsSinceEpoch(toInteger(now), Qt::UTC).toString(Qt::ISODateWithMs).toStdString()},
        {"method", method},
        {"route", route.empty() ? "-" : route},
        {"status", response.status},
        {"ms", static_cast<double>(took.count()) / 1'000.0},
        {"in", bytesIn},
        {"out", bytesOut}};
    if (response.replica > 0)
        line["replica"] = response.replica;
    if (!response.code.empty())
        line["code"] = response.code;
    if (!response.detail.empty())
        line["detail"] = response.detail;
    return boost::json::serialize(line);
}

} // namespace turnus::server
