#pragma once

#include "core/schedule/position.h"

#include <QObject>
#include <memory>

class QGeoPositionInfoSource;

namespace turnus::app {

/// The platform's receiver, by Qt Positioning; one fix at a time, and the receiver rests in between.
class GeoPositions final : public QObject, public schedule::PositionSource
{
    Q_OBJECT
public:
    explicit GeoPositions(QObject *parent = nullptr);
    ~GeoPositions() override;

    [[nodiscard]] std::optional<schedule::GeoPoint> last() const override { return m_last; }
    void request(Answer answer) override;
    void cancel() override { m_answer = {}; }

private:
    void finish(std::optional<schedule::GeoPoint> here);

    std::unique_ptr<QGeoPositionInfoSource> m_source;
    Answer m_answer;
    std::optional<schedule::GeoPoint> m_last;
};

/// Always the same place: for demonstrations on a desk.
class FixedPosition final : public schedule::PositionSource
{
public:
    explicit FixedPosition(schedule::GeoPoint here) : m_here(here) {}

    [[nodiscard]] std::optional<schedule::GeoPoint> last() const override { return m_here; }
    void request(Answer answer) override { answer(m_here); }
    void cancel() override {}
    void moveTo(schedule::GeoPoint here) { m_here = here; }

private:
    schedule::GeoPoint m_here;
};

} // namespace turnus::app
