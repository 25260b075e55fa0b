#include "core/forecast/forecast.h"

#include "core/forecast/forecaster.h"

using namespace Qt::StringLiterals;

namespace turnus::forecast {

Status Settings::validate() const
{
    const auto refuse = [](QStringView what) {
        return fail(Domain::Input, u"forecast-settings", u"%1 is out of range"_s.arg(what));
    };
    const auto within = [](days value, int least, int most) { return value >= days{least} && value <= days{most}; };
    if (!within(visitInterval, 1, 3'660))
        return refuse(u"the visit interval (1 to 3660 days)");
    if (!within(planAhead, 0, 3'660))
        return refuse(u"the time to plan ahead (0 to 3660 days)");
    if (!(dueProbability >= 0.01 && dueProbability <= overdueProbability && overdueProbability <= 0.99))
        return refuse(u"the probability of due (from 0.01) or overdue (from that of due to 0.99)");
    if (!(breakdownShare >= 0 && breakdownShare <= 100))
        return refuse(u"the extra cost of a breakdown (0 to 100 prices)");
    if (!within(talkUntil, 0, 3'660) || !within(talkBefore, 0, 3'660) || talkBefore < talkUntil)
        return refuse(u"the time to talk (0 to 3660 days, its end not before its beginning)");
    return {};
}

Forecast forecast(const AssetHistory &history, const ProductLife &product, Day today, const Settings &settings)
{
    return Forecaster(product, settings).forecast(history, today);
}

} // namespace turnus::forecast
