#include "app/turnus/positions.h"

#include <QGeoPositionInfoSource>
#include <chrono>

namespace turnus::app {

namespace {

// A receiver that was off may take so long to its first fix.
constexpr std::chrono::milliseconds fixTimeout{20'000};

} // namespace

GeoPositions::GeoPositions(QObject *parent)
    : QObject(parent), m_source(QGeoPositionInfoSource::createDefaultSource(nullptr))
{
    if (!m_source)
        return;
    connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, [this](const QGeoPositionInfo &fix) {
        const QGeoCoordinate at = fix.coordinate();
        if (at.isValid())
            finish(schedule::GeoPoint{at.latitude(), at.longitude()});
    });
    connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this, [this](QGeoPositionInfoSource::Error error) {
        if (error != QGeoPositionInfoSource::NoError)
            finish(std::nullopt);
    });
}

GeoPositions::~GeoPositions() = default;

void GeoPositions::request(Answer answer)
{
    m_answer = std::move(answer);
    if (m_source)
        m_source->requestUpdate(static_cast<int>(fixTimeout.count()));
    else
        finish(std::nullopt);
}

void GeoPositions::finish(std::optional<schedule::GeoPoint> here)
{
    if (here)
        m_last = here;
    if (const Answer answer = std::exchange(m_answer, {}))
        answer(here);
}

} // namespace turnus::app
