#pragma once

#include "core/bonus/ledgerstore.h"
#include "core/bonus/reviewstore.h"
#include "qml/bonus/history.h"
#include "qml/bonus/ledgermodel.h"

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::bonus {

/// A technician's own bonus: what is noted, approved, paid; each line with its formula, evidence, calculation and fate.
class BonusViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString person READ person NOTIFY changed)
    Q_PROPERTY(QString month READ month NOTIFY changed)
    Q_PROPERTY(double reservedCents READ reservedCents NOTIFY changed)
    Q_PROPERTY(int reservedCount READ reservedCount NOTIFY changed)
    Q_PROPERTY(double approvedCents READ approvedCents NOTIFY changed)
    Q_PROPERTY(int approvedCount READ approvedCount NOTIFY changed)
    Q_PROPERTY(double paidCents READ paidCents NOTIFY changed)
    Q_PROPERTY(QString paidCaption READ paidCaption NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(turnus::bonus::LedgerModel *entries READ entries CONSTANT)
    Q_PROPERTY(QString shownTitle READ shownTitle NOTIFY shownChanged)
    Q_PROPERTY(QString shownDetail READ shownDetail NOTIFY shownChanged)
    Q_PROPERTY(QString shownRule READ shownRule NOTIFY shownChanged)
    Q_PROPERTY(bool shownMatches READ shownMatches NOTIFY shownChanged)
    Q_PROPERTY(QString shownVerdict READ shownVerdict NOTIFY shownChanged)
    Q_PROPERTY(turnus::bonus::CalculationModel *calculation READ calculation CONSTANT)
    Q_PROPERTY(turnus::bonus::HistoryModel *history READ history CONSTANT)

public:
    BonusViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                   StaffId technician, QObject *parent = nullptr);

    /// Whose book it is; empty for one's own.
    [[nodiscard]] QString person() const { return m_theirs ? m_person : QString(); }
    /// It is shown to somebody else: the page says whose it is.
    void nameTheirs();
    [[nodiscard]] QString month() const;
    [[nodiscard]] double reservedCents() const { return static_cast<double>(m_tally.reserved.amount.cents); }
    [[nodiscard]] int reservedCount() const { return m_tally.reserved.count; }
    [[nodiscard]] double approvedCents() const { return static_cast<double>(m_tally.approved.amount.cents); }
    [[nodiscard]] int approvedCount() const { return m_tally.approved.count; }
    [[nodiscard]] double paidCents() const { return static_cast<double>(m_tally.paid.amount.cents); }
    [[nodiscard]] QString paidCaption() const;
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] LedgerModel *entries() { return &m_entries; }

    /// Opens a row of the ledger, or closes it when it was the open one.
    Q_INVOKABLE void toggle(qint64 entry);
    /// Fills `shown…`, `calculation` and `history` for a line.
    Q_INVOKABLE void show(qint64 line);

    [[nodiscard]] QString shownTitle() const { return m_shown.title; }
    [[nodiscard]] QString shownDetail() const { return m_shown.detail; }
    [[nodiscard]] QString shownRule() const { return m_shown.rule; }
    [[nodiscard]] bool shownMatches() const { return m_shown.matches; }
    [[nodiscard]] QString shownVerdict() const { return m_shown.verdict; }
    [[nodiscard]] CalculationModel *calculation() { return &m_calculation; }
    [[nodiscard]] HistoryModel *history() { return &m_history; }

    /// Makes all words again, after a change of language.
    void retranslate();

Q_SIGNALS:
    void changed();
    void shownChanged();

private:
    struct Shown
    {
        qint64 line = 0;
        QString title;
        QString detail;
        QString rule;
        QString verdict;
        bool matches = false;
    };
    void reload();
    void fillEntries();
    [[nodiscard]] LedgerEntry entryOf(const Line &line) const;
    void expand(LedgerEntry &entry, const Line &line);
    [[nodiscard]] QString evidenceWords(const Line &line);
    [[nodiscard]] QString waitingWords(const Line &line) const;
    [[nodiscard]] const Line *find(qint64 line) const;

    LedgerStore m_ledger;
    ReviewStore m_review;
    const Clock &m_clock;
    StaffId m_technician;
    QString m_leader;
    QString m_person;
    bool m_theirs = false;
    std::vector<Line> m_lines;
    Tally m_tally;
    QString m_error;
    qint64 m_expanded = 0;
    Shown m_shown;
    LedgerModel m_entries;
    CalculationModel m_calculation;
    HistoryModel m_history;
};

} // namespace turnus::bonus
