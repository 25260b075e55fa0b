#pragma once

#include "core/schedule/position.h"
#include "core/storage/changes.h"
#include "qml/shell/readiness.h"
#include "qml/visit/duenoteviewmodel.h"
#include "qml/visit/findingsviewmodel.h"
#include "qml/visit/partsviewmodel.h"
#include "qml/visit/readingsviewmodel.h"
#include "qml/visit/reportviewmodel.h"
#include "qml/visit/stepmodels.h"

#include <QTimer>

namespace turnus::visitpage {

/// One visit from the drive to the signature. Opened with an appointment or a visit; shows again after a kill what it
/// showed before, because the facts, the open step and half-typed values are all in the database.
class VisitViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the page registry")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(bool arrived READ isArrived NOTIFY changed)
    Q_PROPERTY(bool completed READ isCompleted NOTIFY changed)
    Q_PROPERTY(bool driving READ isDriving NOTIFY changed)
    Q_PROPERTY(bool searching READ isSearching NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString accessNote READ accessNote NOTIFY changed)
    Q_PROPERTY(QString distanceText READ distanceText NOTIFY changed)
    Q_PROPERTY(QString arrivalText READ arrivalText NOTIFY changed)
    Q_PROPERTY(QString arrivalDetail READ arrivalDetail NOTIFY changed)
    Q_PROPERTY(int arrivalMinute READ arrivalMinute NOTIFY changed)
    Q_PROPERTY(QString onSiteText READ onSiteText NOTIFY changed)
    Q_PROPERTY(turnus::visitpage::StepModel *steps READ steps CONSTANT)
    Q_PROPERTY(int stepCount READ stepCount NOTIFY changed)
    Q_PROPERTY(int stepsDone READ stepsDone NOTIFY changed)
    Q_PROPERTY(int currentStep READ currentStep NOTIFY changed)
    Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY changed)
    Q_PROPERTY(int openStep READ openStep WRITE setOpenStep NOTIFY openStepChanged)
    Q_PROPERTY(QString openTitle READ openTitle NOTIFY openStepChanged)
    Q_PROPERTY(QString openSubtitle READ openSubtitle NOTIFY openStepChanged)
    Q_PROPERTY(QString nextTitle READ nextTitle NOTIFY openStepChanged)
    Q_PROPERTY(int syncState READ syncState NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    Q_PROPERTY(qreal visitId READ visitId NOTIFY changed)
    Q_PROPERTY(qreal assetId READ assetId NOTIFY changed)
    Q_PROPERTY(qreal customerId READ customerId NOTIFY changed)
    Q_PROPERTY(turnus::shell::Readiness *readiness READ readiness CONSTANT)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(turnus::visitpage::ChecklistModel *checklist READ checklist NOTIFY arrivedChanged)
    Q_PROPERTY(turnus::visitpage::ReadingsViewModel *readings READ readings NOTIFY arrivedChanged)
    Q_PROPERTY(turnus::visitpage::PartsViewModel *parts READ parts NOTIFY arrivedChanged)
    Q_PROPERTY(turnus::visitpage::FindingsViewModel *findings READ findings NOTIFY arrivedChanged)
    Q_PROPERTY(turnus::visitpage::DueNoteViewModel *dueNote READ dueNote NOTIFY arrivedChanged)
    Q_PROPERTY(turnus::visitpage::ReportViewModel *report READ report NOTIFY arrivedChanged)

public:
    enum Step { None = -1, Checklist, Readings, Parts, Photos, Findings, Recommendation, Signature };
    Q_ENUM(Step)

    struct Needs
    {
        storage::Connection &connection;
        storage::ChangeNotifier &notifier;
        const Clock &clock;
        schedule::PositionSource &position;
        QString contentDirectory;
        QString pictureDirectory;
        QString language; ///< of the brochures
        Renderer renderer;
    };
    /// `id` is an appointment's or a visit's: ids are unique over all tables.
    VisitViewModel(const Needs &needs, qint64 id, QObject *parent = nullptr);
    ~VisitViewModel() override;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] bool isArrived() const { return !m_context.visit.isNull(); }
    [[nodiscard]] bool isCompleted() const { return m_facts.visit.completed; }
    /// He set off; only then being near is arriving.
    [[nodiscard]] bool isDriving() const { return m_stop.status == schedule::AppointmentStatus::UnderWay; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString accessNote() const { return m_stop.accessNote; }
    [[nodiscard]] QString distanceText() const { return m_distance; }
    [[nodiscard]] QString arrivalText() const;
    [[nodiscard]] QString arrivalDetail() const;
    /// Minutes since midnight.
    [[nodiscard]] int arrivalMinute() const;
    [[nodiscard]] QString onSiteText() const;
    [[nodiscard]] StepModel *steps() { return &m_steps; }
    [[nodiscard]] int stepCount() const { return m_steps.rowCount(); }
    [[nodiscard]] int stepsDone() const { return m_progress.done; }
    /// The first step that is not done, as a row; -1 when all are.
    [[nodiscard]] int currentStep() const { return m_progress.current; }
    [[nodiscard]] QString currentTitle() const;
    /// The step that is open, as Step; None for the list.
    [[nodiscard]] int openStep() const { return m_open; }
    void setOpenStep(int step);
    [[nodiscard]] QString openTitle() const;
    [[nodiscard]] QString openSubtitle() const;
    /// The step after the open one; empty at the last.
    [[nodiscard]] QString nextTitle() const;
    [[nodiscard]] int syncState() const;
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] qreal visitId() const { return static_cast<qreal>(m_context.visit.value); }
    [[nodiscard]] qreal assetId() const { return static_cast<qreal>(m_facts.visit.asset.value); }
    [[nodiscard]] qreal customerId() const { return static_cast<qreal>(m_facts.visit.customer.value); }
    /// Of the visit that is not begun yet.
    [[nodiscard]] shell::Readiness *readiness() { return &m_readiness; }
    void setLanguage(const QString &language);
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] ChecklistModel *checklist() const { return m_checklist.get(); }
    [[nodiscard]] ReadingsViewModel *readings() const { return m_readings.get(); }
    [[nodiscard]] PartsViewModel *parts() const { return m_partsModel.get(); }
    [[nodiscard]] FindingsViewModel *findings() const { return m_findings.get(); }
    [[nodiscard]] DueNoteViewModel *dueNote() const { return m_dueNote.get(); }
    [[nodiscard]] ReportViewModel *report() const { return m_report.get(); }

    Q_INVOKABLE void startDriving();
    /// Takes one fix; near the site it is the arrival of who set off.
    Q_INVOKABLE void lookForArrival();
    Q_INVOKABLE void arriveByHand();
    Q_INVOKABLE bool correctArrival(int minuteOfDay);
    /// Opens the step in this row of `steps`.
    Q_INVOKABLE void openRow(int row);
    /// Opens the first step that is not done.
    Q_INVOKABLE void openCurrent();
    /// Passes the open step and goes to the next one, or back to the list at the end.
    Q_INVOKABLE void next();
    Q_INVOKABLE void closeStep() { setOpenStep(None); }
    Q_INVOKABLE void dismissError() { setError({}); }
    /// Reads everything anew.
    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void changed();
    void openStepChanged();
    void arrivedChanged();
    void errorChanged();

private:
    void begin(VisitId visit);
    void arrive(visit::Arrival how, std::optional<int> metres);
    void showStop();
    void showSteps();
    void setError(const QString &error);
    [[nodiscard]] int rowOf(int step) const;

    Needs m_needs;
    VisitContext m_context;
    AppointmentId m_appointment;
    schedule::Stop m_stop;
    shell::Readiness m_readiness;
    visit::VisitFacts m_facts;
    visit::Progress m_progress;
    StepModel m_steps;
    int m_open = None;
    bool m_searching = false;
    QString m_distance;
    QString m_error;
    QTimer m_minute;
    std::unique_ptr<ChecklistModel> m_checklist;
    std::unique_ptr<ReadingsViewModel> m_readings;
    std::unique_ptr<PartsViewModel> m_partsModel;
    std::unique_ptr<FindingsViewModel> m_findings;
    std::unique_ptr<DueNoteViewModel> m_dueNote;
    std::unique_ptr<ReportViewModel> m_report;
};

} // namespace turnus::visitpage
