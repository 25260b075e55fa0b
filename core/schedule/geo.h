#pragma once

namespace turnus::schedule {

/// A place on the globe, WGS 84, degrees.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;

    bool operator==(const GeoPoint &) const = default;
};

/// Great-circle distance in metres (haversine, mean radius of the earth).
double distanceMetres(GeoPoint from, GeoPoint to);
/// The direction to start in, degrees clockwise from north, 0 to below 360.
double bearingDegrees(GeoPoint from, GeoPoint to);
/// The nearest of eight points of the compass to a bearing: 0 north, 1 north-east … 7 north-west.
int compassPoint(double bearing);
/// A first guess of the drive: roads are longer than the bee-line, and slow in town.
int driveMinutes(double metres);

} // namespace turnus::schedule
