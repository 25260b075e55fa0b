#pragma once

#include "core/schedule/dayplan.h"
#include "core/schedule/position.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/shell/readiness.h"
#include "qml/today/todaymodels.h"

#include <QTimer>

namespace turnus::today {

/// The technician's day: what comes next and why, and the plan. Follows the database, the position while it is watched
/// and the day.
class TodayViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the page registry")
    Q_PROPERTY(QString dayText READ dayText NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)
    Q_PROPERTY(turnus::today::StopModel *stops READ stops CONSTANT)
    Q_PROPERTY(turnus::today::WhyModel *whys READ whys CONSTANT)
    Q_PROPERTY(bool hasStops READ hasStops NOTIFY changed)
    Q_PROPERTY(bool hasNext READ hasNext NOTIFY changed)
    Q_PROPERTY(bool emergency READ isEmergency NOTIFY changed)
    Q_PROPERTY(bool underWay READ isUnderWay NOTIFY changed)
    Q_PROPERTY(bool onSite READ isOnSite NOTIFY changed)
    Q_PROPERTY(QString nextTime READ nextTime NOTIFY changed)
    Q_PROPERTY(QString nextName READ nextName NOTIFY changed)
    Q_PROPERTY(QString nextAddress READ nextAddress NOTIFY changed)
    Q_PROPERTY(QString nextPhone READ nextPhone NOTIFY changed)
    Q_PROPERTY(QString nextDistance READ nextDistance NOTIFY changed)
    Q_PROPERTY(qreal nextBearing READ nextBearing NOTIFY changed)
    Q_PROPERTY(QString promiseText READ promiseText NOTIFY changed)
    Q_PROPERTY(turnus::shell::Readiness *readiness READ readiness CONSTANT)
    Q_PROPERTY(turnus::shell::Readiness *ahead READ ahead CONSTANT)
    Q_PROPERTY(QString aheadText READ aheadText NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    TodayViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                   schedule::PositionSource &position, StaffId technician, const QString &contentDirectory,
                   const QString &language, QObject *parent = nullptr);
    ~TodayViewModel() override;

    [[nodiscard]] QString dayText() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] StopModel *stops() { return &m_stops; }
    [[nodiscard]] WhyModel *whys() { return &m_whys; }
    [[nodiscard]] bool hasStops() const { return !m_plan.empty(); }
    [[nodiscard]] bool hasNext() const { return m_next >= 0; }
    [[nodiscard]] bool isEmergency() const { return next().kind == schedule::Kind::Emergency; }
    [[nodiscard]] bool isUnderWay() const { return next().status == schedule::AppointmentStatus::UnderWay; }
    /// The visit was begun.
    [[nodiscard]] bool isOnSite() const { return !next().visit.isNull(); }
    [[nodiscard]] QString nextTime() const;
    [[nodiscard]] QString nextName() const { return next().customerName; }
    [[nodiscard]] QString nextAddress() const;
    [[nodiscard]] QString nextPhone() const { return next().phone; }
    /// "4,2 km NO · 9 min"; empty without a position.
    [[nodiscard]] QString nextDistance() const { return distanceText(next(), true); }
    /// Degrees from north; -1 when unknown.
    [[nodiscard]] qreal nextBearing() const;
    [[nodiscard]] QString promiseText() const { return m_promise; }
    /// Of the next stop.
    [[nodiscard]] shell::Readiness *readiness() { return &m_readiness; }
    /// Of all open stops of today and the next days together.
    [[nodiscard]] shell::Readiness *ahead() { return &m_ahead; }
    /// "Next 3 days: 12 visits"; empty when there are none.
    [[nodiscard]] QString aheadText() const;
    void setLanguage(const QString &language);
    [[nodiscard]] QString error() const { return m_error; }

    /// Sets off for the next stop (an emergency is taken over by it). Answers the appointment to open, 0 on failure.
    Q_INVOKABLE qint64 start();
    Q_INVOKABLE [[nodiscard]] qint64 appointmentAt(int row) const;
    /// Position is asked for while the page shows, and only then.
    Q_INVOKABLE void setWatching(bool watching);
    /// Reads everything anew, also after a change of language.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const schedule::Stop &next() const;
    [[nodiscard]] StopRow rowOf(const schedule::Stop &stop, bool isNext) const;
    [[nodiscard]] QString distanceText(const schedule::Stop &stop, bool full) const;
    void readWhys();
    void readAhead();
    void askPosition();

    storage::Connection &m_connection;
    const Clock &m_clock;
    schedule::PositionSource &m_position;
    StaffId m_technician;
    StopModel m_stops;
    WhyModel m_whys;
    std::vector<schedule::Stop> m_plan;
    int m_next = -1;
    shell::Readiness m_readiness;
    shell::Readiness m_ahead;
    int m_aheadVisits = 0;
    QString m_promise;
    std::optional<schedule::GeoPoint> m_here;
    QTimer m_again;
    QString m_error;
};

} // namespace turnus::today
