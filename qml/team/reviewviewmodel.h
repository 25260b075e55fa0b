#pragma once

#include "core/bonus/ledgerstore.h"
#include "core/bonus/reviewstore.h"
#include "core/storage/drafts.h"
#include "qml/bonus/history.h"
#include "qml/team/teammodels.h"

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::team {

/// One bonus under review: what it rests on, how it is computed, its history, and the decision.
class ReviewViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(double line READ line NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(double cents READ cents NOTIFY changed)
    Q_PROPERTY(QString rule READ rule NOTIFY changed)
    Q_PROPERTY(bool matches READ matches NOTIFY changed)
    Q_PROPERTY(QString mismatch READ mismatch NOTIFY changed)
    Q_PROPERTY(QString fourEyes READ fourEyes NOTIFY changed)
    Q_PROPERTY(QString decision READ decision NOTIFY changed)
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool hasEvidence READ hasEvidence NOTIFY changed)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY reasonChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(turnus::team::EvidenceModel *evidence READ evidence CONSTANT)
    Q_PROPERTY(turnus::team::EvidenceModel *context READ context CONSTANT)
    Q_PROPERTY(turnus::team::PhotoModel *photos READ photos CONSTANT)
    Q_PROPERTY(int photoCount READ photoCount NOTIFY changed)
    Q_PROPERTY(turnus::bonus::CalculationModel *calculation READ calculation CONSTANT)
    Q_PROPERTY(turnus::bonus::HistoryModel *history READ history CONSTANT)

public:
    ReviewViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                    StaffId reviewer, QString contentDirectory, QObject *parent = nullptr);

    /// Shows a line; a null id shows none.
    void show(BonusEntryId line);

    [[nodiscard]] double line() const { return m_line ? static_cast<double>(m_line->id.value) : 0; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] double cents() const { return m_line ? static_cast<double>(m_line->amount.cents) : 0; }
    [[nodiscard]] QString rule() const { return m_rule; }
    [[nodiscard]] bool matches() const { return m_mismatch.isEmpty(); }
    [[nodiscard]] QString mismatch() const { return m_mismatch; }
    /// Large amounts deserve a second look; empty below.
    [[nodiscard]] QString fourEyes() const;
    /// What was decided and whether the server knows; empty while open.
    [[nodiscard]] QString decision() const;
    [[nodiscard]] bool isOpen() const { return m_line && m_line->isOpen(); }
    [[nodiscard]] bool hasEvidence() const { return m_evidence.rowCount() > 0; }
    /// Why it is declined; kept as a draft while it is typed.
    [[nodiscard]] QString reason() const { return m_reason; }
    void setReason(const QString &reason);
    [[nodiscard]] QString error() const { return m_error; }
    /// What it rests on, and what is missing.
    [[nodiscard]] EvidenceModel *evidence() { return &m_evidence; }
    /// What is good to know besides: visit, device, interest.
    [[nodiscard]] EvidenceModel *context() { return &m_context; }
    [[nodiscard]] PhotoModel *photos() { return &m_photos; }
    [[nodiscard]] int photoCount() const { return m_photos.rowCount(); }
    [[nodiscard]] bonus::CalculationModel *calculation() { return &m_calculation; }
    [[nodiscard]] bonus::HistoryModel *history() { return &m_history; }

    Q_INVOKABLE bool approve() { return decide(true); }
    /// With `reason`, which must say something.
    Q_INVOKABLE bool decline() { return decide(false); }

    void retranslate() { reload(); }

Q_SIGNALS:
    void changed();
    void reasonChanged();
    void errorChanged();
    /// Recorded on this device; `words` for the snackbar.
    void decided(const QString &words);

private:
    bool decide(bool approve);
    void reload();
    void fillEvidence();
    void setError(const QString &error);
    [[nodiscard]] QString draftKey() const;

    bonus::LedgerStore m_ledger;
    bonus::ReviewStore m_review;
    storage::Drafts m_drafts;
    const Clock &m_clock;
    StaffId m_reviewer;
    QString m_contentDirectory;
    BonusEntryId m_id;
    std::optional<bonus::Line> m_line;
    QString m_title;
    QString m_subtitle;
    QString m_rule;
    QString m_mismatch;
    QString m_reason;
    QString m_error;
    EvidenceModel m_evidence;
    EvidenceModel m_context;
    PhotoModel m_photos;
    bonus::CalculationModel m_calculation;
    bonus::HistoryModel m_history;
};

} // namespace turnus::team
