#include "core/schedule/geo.h"

#include "core/schedule/limits.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace turnus::schedule {

namespace {

constexpr double earthRadiusMetres = 6'371'008.8;

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

double half(double angle)
{
    const double sine = std::sin(angle / 2);
    return sine * sine;
}

} // namespace

double distanceMetres(GeoPoint from, GeoPoint to)
{
    const double a = half(radians(to.latitude - from.latitude)) + std::cos(radians(from.latitude)) *
                                                                      std::cos(radians(to.latitude)) *
                                                                      half(radians(to.longitude - from.longitude));
    return 2 * earthRadiusMetres * std::asin(std::min(1.0, std::sqrt(a)));
}

double bearingDegrees(GeoPoint from, GeoPoint to)
{
    const double across = radians(to.longitude - from.longitude);
    const double start = radians(from.latitude);
    const double end = radians(to.latitude);
    const double y = std::sin(across) * std::cos(end);
    const double x = std::cos(start) * std::sin(end) - std::sin(start) * std::cos(end) * std::cos(across);
    const double degrees = std::atan2(y, x) * 180 / std::numbers::pi;
    return degrees < 0 ? std::fmod(degrees + 360, 360) : degrees;
}

int compassPoint(double bearing)
{
    return static_cast<int>(std::lround(bearing / 45)) % 8;
}

int driveMinutes(double metres)
{
    const double road = metres * limits::roadFactor;
    const double town = std::min(road, limits::townMetres);
    const double minutes = town / limits::townMetresPerMinute + (road - town) / limits::roadMetresPerMinute;
    return std::max(1, static_cast<int>(std::lround(minutes)));
}

} // namespace turnus::schedule
