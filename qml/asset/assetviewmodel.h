#pragma once

#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/forecasthistory.h"
#include "core/installedbase/installedbase.h"
#include "core/installedbase/timeline.h"
#include "qml/asset/eventmodel.h"
#include "qml/asset/evidenceviewmodel.h"
#include "qml/asset/forecastface.h"
#include "qml/asset/pastforecastmodel.h"
#include "qml/asset/reasonmodel.h"
#include "qml/asset/removalviewmodel.h"
#include "qml/asset/worthface.h"
#include "qml/care/opencomplaint.h"

#include <QUrl>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
class ChangeSet;
} // namespace turnus::storage

namespace turnus::asset {

/// One installed unit: how it is used, when it will be due and why, its contract and its history.
class AssetViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(double assetId READ assetId CONSTANT)
    Q_PROPERTY(double visitId READ visitId CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString serial READ serial NOTIFY changed)
    Q_PROPERTY(QString installed READ installed NOTIFY changed)
    Q_PROPERTY(QString reading READ reading NOTIFY changed)
    Q_PROPERTY(QString usage READ usage NOTIFY changed)
    Q_PROPERTY(double usedShare READ usedShare NOTIFY changed)
    Q_PROPERTY(QUrl picture READ picture NOTIFY changed)
    Q_PROPERTY(turnus::asset::ForecastFace forecast READ forecast NOTIFY changed)
    Q_PROPERTY(turnus::asset::ReasonModel *reasons READ reasons CONSTANT)
    Q_PROPERTY(turnus::asset::WorthFace worth READ worth NOTIFY changed)
    Q_PROPERTY(turnus::asset::PastForecastModel *past READ past CONSTANT)
    Q_PROPERTY(QString pastTitle READ pastTitle NOTIFY changed)
    Q_PROPERTY(QString pastDetail READ pastDetail NOTIFY changed)
    Q_PROPERTY(QString calibration READ calibration NOTIFY changed)
    Q_PROPERTY(QString contractTitle READ contractTitle NOTIFY changed)
    Q_PROPERTY(QString contractDetail READ contractDetail NOTIFY changed)
    Q_PROPERTY(QString historyTitle READ historyTitle NOTIFY changed)
    Q_PROPERTY(QString historyDetail READ historyDetail NOTIFY changed)
    Q_PROPERTY(turnus::asset::EventModel *events READ events CONSTANT)
    Q_PROPERTY(turnus::asset::EvidenceViewModel *evidence READ evidence CONSTANT)
    Q_PROPERTY(turnus::asset::RemovalViewModel *removal READ removal CONSTANT)
    Q_PROPERTY(turnus::carepage::OpenComplaint complaint READ complaint NOTIFY changed)
    Q_PROPERTY(double customerId READ customerId NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    AssetViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                   const QString &contentDirectory, AssetId asset, VisitId visit, QObject *parent = nullptr);

    [[nodiscard]] double assetId() const { return double(m_id.value); }
    [[nodiscard]] double visitId() const { return double(m_visit.value); }
    [[nodiscard]] QString title() const { return m_asset.product.name; }
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString serial() const;
    [[nodiscard]] QString installed() const;
    [[nodiscard]] QString reading() const;
    [[nodiscard]] QString usage() const;
    [[nodiscard]] double usedShare() const { return m_forecast.usedLifeShare; }
    [[nodiscard]] QUrl picture() const;
    [[nodiscard]] ForecastFace forecast() const { return m_face; }
    [[nodiscard]] ReasonModel *reasons() { return &m_reasons; }
    [[nodiscard]] WorthFace worth() const { return m_worth; }
    [[nodiscard]] PastForecastModel *past() { return &m_past; }
    /// The newest of what was said before; empty when nothing was.
    [[nodiscard]] QString pastTitle() const;
    [[nodiscard]] QString pastDetail() const;
    /// "Of 212 earlier forecasts for this product, 81% fell into their range."
    [[nodiscard]] QString calibration() const { return m_calibration; }
    [[nodiscard]] QString contractTitle() const;
    [[nodiscard]] QString contractDetail() const;
    [[nodiscard]] QString historyTitle() const;
    [[nodiscard]] QString historyDetail() const;
    [[nodiscard]] EventModel *events() { return &m_events; }
    [[nodiscard]] EvidenceViewModel *evidence() { return &m_evidence; }
    /// That the unit is gone, and how to say so.
    [[nodiscard]] RemovalViewModel *removal() { return &m_removal; }
    /// While one is open, the page recommends nothing.
    [[nodiscard]] carepage::OpenComplaint complaint() const { return m_complaint; }
    [[nodiscard]] double customerId() const { return double(m_asset.customer.value); }
    [[nodiscard]] QString error() const { return m_error; }

    /// Fills `evidence` with the facts behind a reason.
    Q_INVOKABLE void showEvidence(int row);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void follow(const storage::ChangeSet &changes);
    void reload();
    Status read();
    Status readForecast();

    storage::Connection &m_connection;
    installedbase::InstalledBase m_base;
    installedbase::AssetForecasts m_forecasts;
    installedbase::AssetTimeline m_timeline;
    installedbase::ForecastHistory m_forecastHistory;
    const Clock &m_clock;
    QString m_contentDirectory;
    AssetId m_id;
    VisitId m_visit;
    installedbase::Asset m_asset;
    forecast::Forecast m_forecast;
    ForecastFace m_face;
    WorthFace m_worth;
    QString m_calibration;
    carepage::OpenComplaint m_complaint;
    installedbase::HistoryTotals m_totals;
    std::optional<installedbase::HistoryEvent> m_lastRepair;
    QString m_error;
    ReasonModel m_reasons;
    PastForecastModel m_past;
    EventModel m_events;
    EvidenceViewModel m_evidence;
    RemovalViewModel m_removal;
};

} // namespace turnus::asset
