#include "core/schedule/geo.h"

#include <QTest>

using namespace turnus::schedule;

namespace {

constexpr GeoPoint hamburg{53.5511, 9.9937};
constexpr GeoPoint munich{48.1371, 11.5754};

} // namespace

class TestGeo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void distanceAgreesWithTheGlobe();
    void distanceOfNearbyDoorsIsMetreExact();
    void bearingTurnsClockwiseFromNorth();
    void compassPointsMeetAtNorth();
    void oppositeSidesOfTheDateLineAreNear();
    void driveTakesLongerInTown();
};

void TestGeo::distanceAgreesWithTheGlobe()
{
    QVERIFY(qAbs(distanceMetres(hamburg, munich) - 612'300) < 1'000);
    QCOMPARE(distanceMetres(hamburg, hamburg), 0.0);
    QVERIFY(qAbs(distanceMetres({90, 0}, {-90, 0}) - 20'015'115) < 100);
}

void TestGeo::distanceOfNearbyDoorsIsMetreExact()
{
    // one thousandth of a degree of latitude is 111.2 m
    QVERIFY(qAbs(distanceMetres(hamburg, {hamburg.latitude + 0.001, hamburg.longitude}) - 111.2) < 0.1);
}

void TestGeo::bearingTurnsClockwiseFromNorth()
{
    QVERIFY(qAbs(bearingDegrees({0, 0}, {1, 0}) - 0) < 1e-9);
    QVERIFY(qAbs(bearingDegrees({0, 0}, {0, 1}) - 90) < 1e-9);
    QVERIFY(qAbs(bearingDegrees({0, 0}, {-1, 0}) - 180) < 1e-9);
    QVERIFY(qAbs(bearingDegrees({0, 0}, {0, -1}) - 270) < 1e-9);
}

void TestGeo::compassPointsMeetAtNorth()
{
    QCOMPARE(compassPoint(359), 0);
    QCOMPARE(compassPoint(22), 0);
    QCOMPARE(compassPoint(23), 1);
    QCOMPARE(compassPoint(180), 4);
    QCOMPARE(compassPoint(337.4), 7);
    QCOMPARE(compassPoint(337.6), 0);
}

void TestGeo::oppositeSidesOfTheDateLineAreNear()
{
    QVERIFY(distanceMetres({0, 179.9995}, {0, -179.9995}) < 120);
}

void TestGeo::driveTakesLongerInTown()
{
    QCOMPARE(driveMinutes(10), 1);
    const int town = driveMinutes(4'200);
    QVERIFY(town >= 8 && town <= 14);
    QVERIFY(driveMinutes(42'000) < town * 10);
}

QTEST_APPLESS_MAIN(TestGeo)
#include "tst_geo.moc"
