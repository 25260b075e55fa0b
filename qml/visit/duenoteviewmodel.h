#pragma once

#include "core/installedbase/assetforecasts.h"
#include "qml/asset/evidenceviewmodel.h"
#include "qml/asset/removalviewmodel.h"
#include "qml/care/opencomplaint.h"
#include "qml/visit/visitcontext.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace turnus::visitpage {

/// The ten-second due note: what the forecast says and why, and what the technician makes of it.
class DueNoteViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("VisitViewModel.dueNote")
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(bool near READ isNear NOTIFY changed)
    Q_PROPERTY(int status READ status NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString confidence READ confidence NOTIFY changed)
    Q_PROPERTY(turnus::asset::ReasonModel *reasons READ reasons CONSTANT)
    Q_PROPERTY(turnus::asset::EvidenceViewModel *facts READ facts CONSTANT)
    Q_PROPERTY(turnus::asset::RemovalViewModel *removal READ removal CONSTANT)
    Q_PROPERTY(turnus::carepage::OpenComplaint complaint READ complaint NOTIFY changed)
    Q_PROPERTY(bool asked READ isAsked NOTIFY changed)
    Q_PROPERTY(qreal p10 READ p10 NOTIFY changed)
    Q_PROPERTY(qreal p50 READ p50 NOTIFY changed)
    Q_PROPERTY(qreal p90 READ p90 NOTIFY changed)
    Q_PROPERTY(QString p50Text READ p50Text NOTIFY changed)
    Q_PROPERTY(int verdict READ verdict WRITE setVerdict NOTIFY changed)
    Q_PROPERTY(int horizon READ horizon WRITE setHorizon NOTIFY changed)
    Q_PROPERTY(int signs READ signs WRITE setSigns NOTIFY changed)
    Q_PROPERTY(int informed READ informed WRITE setInformed NOTIFY changed)
    Q_PROPERTY(QString gradeSign READ gradeSign NOTIFY changed)
    Q_PROPERTY(QString evidence READ evidence NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(bool recorded READ isRecorded NOTIFY changed)
    Q_PROPERTY(QString recordedText READ recordedText NOTIFY changed)
    Q_PROPERTY(bool referred READ isReferred NOTIFY changed)

public:
    enum Sign { Grade = 1, RepairCost = 2, PartsEnd = 4, Other = 8 };
    Q_ENUM(Sign)

    explicit DueNoteViewModel(const VisitContext &context, QObject *parent = nullptr);
    void update(const visit::VisitFacts &facts);
    /// Computes the forecast from what is known now; for when the step is looked at.
    void load();

    [[nodiscard]] bool isKnown() const { return m_forecast.has_value(); }
    /// The due window is near.
    [[nodiscard]] bool isNear() const { return m_forecast && m_forecast->status != forecast::DueStatus::NotDue; }
    /// The note is asked for without being looked for: not twice, and not while a complaint is open.
    [[nodiscard]] bool isAsked() const { return isNear() && !isRecorded() && !m_complaint.open; }
    [[nodiscard]] int status() const { return m_forecast ? static_cast<int>(m_forecast->status) : 0; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString confidence() const;
    [[nodiscard]] asset::ReasonModel *reasons() { return &m_reasons; }
    /// What is behind the reason that was asked for.
    [[nodiscard]] asset::EvidenceViewModel *facts() { return &m_evidence; }
    /// That the unit is gone; then there is no forecast and no note.
    [[nodiscard]] asset::RemovalViewModel *removal() { return &m_removal; }
    /// While one is open, a note can be written, but the customer is told nothing and nothing follows from it.
    [[nodiscard]] carepage::OpenComplaint complaint() const { return m_complaint; }
    /// Months from today.
    [[nodiscard]] qreal p10() const { return m_forecast ? monthsTo(m_forecast->p10) : 0; }
    [[nodiscard]] qreal p50() const { return m_forecast ? monthsTo(m_forecast->p50) : 0; }
    [[nodiscard]] qreal p90() const { return m_forecast ? monthsTo(m_forecast->p90) : 0; }
    [[nodiscard]] QString p50Text() const;
    /// 0 keep, 1 repair, 2 replace; -1 none yet.
    [[nodiscard]] int verdict() const { return m_verdict; }
    void setVerdict(int verdict);
    /// 3, 6, 9 months; 0 later; -1 none yet.
    [[nodiscard]] int horizon() const { return m_horizon; }
    void setHorizon(int horizon);
    [[nodiscard]] int signs() const { return m_signs; }
    void setSigns(int signs);
    /// 1 yes, 0 not yet, -1 none yet.
    [[nodiscard]] int informed() const { return m_informed; }
    void setInformed(int informed);
    [[nodiscard]] QString gradeSign() const;
    /// "Linked with 1 finding and 3 photos."
    [[nodiscard]] QString evidence() const;
    [[nodiscard]] QString missing() const;
    [[nodiscard]] bool isRecorded() const { return m_recorded.has_value(); }
    [[nodiscard]] QString recordedText() const;
    [[nodiscard]] bool isReferred() const { return m_facts.referrals > 0; }

    Q_INVOKABLE bool save();
    /// Fills `facts` with those behind a reason.
    Q_INVOKABLE void showEvidence(int row);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] double monthsTo(Day day) const;
    void keep();
    void readDraft();

    const VisitContext &m_context;
    installedbase::AssetForecasts m_forecasts;
    visit::VisitFacts m_facts;
    std::optional<forecast::Forecast> m_forecast;
    asset::ReasonModel m_reasons;
    asset::EvidenceViewModel m_evidence;
    asset::RemovalViewModel m_removal;
    carepage::OpenComplaint m_complaint;
    std::optional<visit::DueNote> m_recorded;
    bool m_loaded = false;
    int m_verdict = -1;
    int m_horizon = -1;
    int m_signs = 0;
    int m_informed = -1;
};

} // namespace turnus::visitpage
