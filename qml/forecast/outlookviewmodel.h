#pragma once

#include "core/installedbase/fleetoutlook.h"
#include "core/installedbase/forecasthistory.h"
#include "qml/forecast/outlookmodels.h"

#include <QTimer>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
} // namespace turnus::storage

namespace turnus::outlook {

/// What is coming in the territories on this device: units due by month, product and territory with their interval, how
/// earlier forecasts came true, and products that fail much earlier than the manufacturer says. Counts in slices
/// between frames; a choice of product or territory only adds up anew.
class OutlookViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(QString choice READ choice NOTIFY changed)
    Q_PROPERTY(double mostInAMonth READ mostInAMonth NOTIFY changed)
    Q_PROPERTY(QString calibration READ calibration NOTIFY changed)
    Q_PROPERTY(QString calibrationDetail READ calibrationDetail NOTIFY changed)
    Q_PROPERTY(int unitCount READ unitCount NOTIFY changed)
    Q_PROPERTY(turnus::outlook::MonthModel *months READ months CONSTANT)
    Q_PROPERTY(turnus::outlook::ShareModel *products READ products CONSTANT)
    Q_PROPERTY(turnus::outlook::ShareModel *territories READ territories CONSTANT)
    Q_PROPERTY(turnus::outlook::ScoreModel *scores READ scores CONSTANT)
    Q_PROPERTY(turnus::outlook::ShareModel *early READ early CONSTANT)

public:
    OutlookViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                     QObject *parent = nullptr);

    /// False until every unit was counted once.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QString error() const { return m_error; }
    /// "49 units within 12 months"
    [[nodiscard]] QString headline() const;
    /// "8 of 10 times between 38 and 61, of 1,208 units"
    [[nodiscard]] QString detail() const;
    /// The product and territory chosen; empty for all.
    [[nodiscard]] QString choice() const;
    [[nodiscard]] double mostInAMonth() const { return m_most; }
    [[nodiscard]] QString calibration() const;
    [[nodiscard]] QString calibrationDetail() const;
    [[nodiscard]] int unitCount() const;
    [[nodiscard]] MonthModel *months() { return &m_months; }
    [[nodiscard]] ShareModel *products() { return &m_products; }
    [[nodiscard]] ShareModel *territories() { return &m_territories; }
    [[nodiscard]] ScoreModel *scores() { return &m_scores; }
    /// Products that fail much earlier than expected, worst first.
    [[nodiscard]] ShareModel *early() { return &m_early; }

    /// Of one product or territory only; the same again takes it back.
    Q_INVOKABLE void chooseProduct(double product);
    Q_INVOKABLE void chooseTerritory(double channel);
    Q_INVOKABLE void showAll();
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    using Group = installedbase::OutlookGroup;
    /// Within the next twelve months.
    struct Year
    {
        installedbase::ExpectedCount due;
        int units = 0;
        int unknown = 0;
    };

    void restart();
    void countOn();
    void finish();
    void fill();
    void fillMonths();
    void fillShares(ShareModel &model, qint64 (*keyOf)(const Group &), const std::map<qint64, QString> &names,
                    qint64 chosen);
    void fillScores();
    void fillEarly();
    [[nodiscard]] bool isChosen(const Group &group) const;
    [[nodiscard]] Year yearOf(bool (OutlookViewModel::*counts)(const Group &) const) const;
    [[nodiscard]] static Year yearOf(const Group &group);

    installedbase::FleetOutlook m_outlook;
    installedbase::ForecastHistory m_history;
    const Clock &m_clock;
    QTimer m_slices;
    QTimer m_soon;
    bool m_ready = false;
    QString m_error;
    std::vector<Group> m_groups;
    std::map<qint64, QString> m_productNames;
    std::map<qint64, QString> m_territoryNames;
    std::vector<installedbase::ForecastCalibration> m_calibrations;
    qint64 m_product = 0;
    qint64 m_channel = 0;
    double m_most = 1;
    MonthModel m_months;
    ShareModel m_products;
    ShareModel m_territories;
    ScoreModel m_scores;
    ShareModel m_early;
};

} // namespace turnus::outlook
