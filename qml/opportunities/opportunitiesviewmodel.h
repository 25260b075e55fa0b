#pragma once

#include "core/sales/opportunities.h"
#include "core/schedule/position.h"
#include "qml/opportunities/opportunitymodel.h"

#include <QTimer>
#include <QVariantList>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::opportunities {

/// Where a replacement is coming: sorted by the forecast, today's stops first, then what is with sales, then the rest;
/// by list and by nearness.
class OpportunitiesViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(turnus::opportunities::OpportunityModel *rows READ rows CONSTANT)
    Q_PROPERTY(turnus::opportunities::OpportunityModel *near READ near CONSTANT)
    Q_PROPERTY(bool nearOnly READ isNearOnly WRITE setNearOnly NOTIFY changed)
    Q_PROPERTY(bool soonOnly READ isSoonOnly WRITE setSoonOnly NOTIFY changed)
    Q_PROPERTY(bool evidenceOnly READ isEvidenceOnly WRITE setEvidenceOnly NOTIFY changed)
    Q_PROPERTY(bool placed READ isPlaced NOTIFY changed)
    Q_PROPERTY(QString origin READ origin NOTIFY changed)
    Q_PROPERTY(QVariantList route READ route NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    OpportunitiesViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                           const schedule::PositionSource &position, StaffId technician, QObject *parent = nullptr);

    [[nodiscard]] OpportunityModel *rows() { return &m_rows; }
    /// The nearest of them, in the order of their numbers on the ring.
    [[nodiscard]] OpportunityModel *near() { return &m_near; }
    /// Within 10 km.
    [[nodiscard]] bool isNearOnly() const { return m_nearOnly; }
    void setNearOnly(bool on);
    /// Due within 12 months.
    [[nodiscard]] bool isSoonOnly() const { return m_soonOnly; }
    void setSoonOnly(bool on);
    [[nodiscard]] bool isEvidenceOnly() const { return m_evidenceOnly; }
    void setEvidenceOnly(bool on);
    /// There is a place to measure distances from.
    [[nodiscard]] bool isPlaced() const { return m_from.has_value(); }
    [[nodiscard]] QString origin() const;
    /// Today's stops as points (km, bearing).
    [[nodiscard]] QVariantList route() const { return m_route; }
    /// Before the filters.
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] QString error() const { return m_error; }
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void reload();
    void locate();
    void fill();
    [[nodiscard]] Status read();
    [[nodiscard]] sales::OpportunityFilter filter() const;
    [[nodiscard]] OpportunityRow rowOf(const sales::Opportunity &found) const;
    void describe(OpportunityRow &row, const sales::Opportunity &found) const;
    void describeLead(OpportunityRow &row, const sales::Opportunity::Lead &lead) const;
    void fillNear(const QList<OpportunityRow> &rows);

    sales::Opportunities m_store;
    const Clock &m_clock;
    const schedule::PositionSource &m_position;
    StaffId m_technician;
    std::vector<sales::Opportunity> m_found;
    std::vector<sales::TodaysStop> m_stops;
    int m_total = 0;
    std::optional<schedule::GeoPoint> m_from;
    bool m_fromPosition = false;
    bool m_nearOnly = false;
    bool m_soonOnly = false;
    bool m_evidenceOnly = false;
    QVariantList m_route;
    QString m_error;
    QTimer m_soon;
    OpportunityModel m_rows;
    OpportunityModel m_near;
};

} // namespace turnus::opportunities
