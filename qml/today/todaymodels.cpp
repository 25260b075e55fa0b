#include "qml/today/todaymodels.h"

namespace turnus::today {

const StopModel::Roles &StopModel::roles() const
{
    static const Roles all{{Title, "title", &StopRow::title},
                           {Time, "time", &StopRow::time},
                           {Subtitle, "subtitle", &StopRow::subtitle},
                           {IconName, "iconName", &StopRow::iconName},
                           {StopStatus, "status", &StopRow::status},
                           {Detail, "detail", &StopRow::detail},
                           {SyncState, "syncState", &StopRow::syncState}};
    return all;
}

const WhyModel::Roles &WhyModel::roles() const
{
    static const Roles all{
        {Text, "text", &WhyRow::text}, {IconName, "iconName", &WhyRow::iconName}, {Due, "due", &WhyRow::due}};
    return all;
}

} // namespace turnus::today
