#include "core/schedule/kinds.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::schedule {

namespace {

constexpr std::array kindNames{"maintenance"_L1, "repair"_L1,       "emergency"_L1,    "pick_up"_L1,
                               "delivery"_L1,    "installation"_L1, "courtesy_call"_L1};
constexpr std::array statusNames{"planned"_L1, "under_way"_L1, "done"_L1, "cancelled"_L1};

template <class Names>
int indexIn(const Names &names, const QString &name)
{
    const auto found = std::ranges::find_if(names, [&](QLatin1StringView known) { return name == known; });
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

} // namespace

QString nameOf(Kind kind)
{
    return kindNames.at(static_cast<size_t>(kind));
}

Kind kindFrom(const QString &name)
{
    return static_cast<Kind>(indexIn(kindNames, name));
}

QString KindWords::of(Kind kind)
{
    switch (kind) {
    case Kind::Maintenance:
        return tr("Maintenance");
    case Kind::Repair:
        return tr("Repair");
    case Kind::Emergency:
        return tr("Emergency");
    case Kind::PickUp:
        return tr("Pick-up");
    case Kind::Delivery:
        return tr("Delivery");
    case Kind::Installation:
        return tr("Installation");
    case Kind::CourtesyCall:
        return tr("Courtesy call");
    }
    return {};
}

QString KindWords::of(const QString &name)
{
    const Kind kind = kindFrom(name);
    return nameOf(kind) == name ? of(kind) : name;
}

QString nameOf(AppointmentStatus status)
{
    return statusNames.at(static_cast<size_t>(status));
}

AppointmentStatus statusFrom(const QString &name)
{
    return static_cast<AppointmentStatus>(indexIn(statusNames, name));
}

} // namespace turnus::schedule
