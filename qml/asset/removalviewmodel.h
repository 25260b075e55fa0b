#pragma once

#include "core/installedbase/removals.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}

namespace turnus::asset {

/// That a unit failed, was replaced or went to a competitor: what is recorded, and the form that records or corrects
/// it.
class RemovalViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("AssetViewModel.removal, DueNoteViewModel.removal")
    Q_PROPERTY(bool gone READ isGone NOTIFY changed)
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(double successorId READ successorId NOTIFY changed)
    Q_PROPERTY(QString successorText READ successorText NOTIFY changed)
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY changed)
    Q_PROPERTY(int reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(int dayChoice READ dayChoice WRITE setDayChoice NOTIFY changed)
    Q_PROPERTY(QString dayText READ dayText WRITE setDayText NOTIFY changed)
    Q_PROPERTY(int goodChoice READ goodChoice WRITE setGoodChoice NOTIFY changed)
    Q_PROPERTY(QString goodText READ goodText WRITE setGoodText NOTIFY changed)
    Q_PROPERTY(QString lastSeen READ lastSeen NOTIFY changed)
    Q_PROPERTY(QStringList successors READ successors NOTIFY changed)
    Q_PROPERTY(int successor READ successor WRITE setSuccessor NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    enum Reason { Failed, Condition, Competitor, Left, Kept };
    Q_ENUM(Reason)
    enum Choice { First, Second, Another };
    Q_ENUM(Choice)

    RemovalViewModel(storage::Connection &connection, const Clock &clock, AssetId asset, VisitId visit,
                     QObject *parent = nullptr);
    /// Another unit, at another visit; reads what is recorded of it.
    void setUnit(AssetId asset, VisitId visit);
    void refresh();

    [[nodiscard]] bool isGone() const { return m_recorded.has_value(); }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] double successorId() const;
    [[nodiscard]] QString successorText() const;
    /// What to choose from, in the order of Reason; "still here" only where it is said to be gone.
    [[nodiscard]] QStringList reasons() const;
    /// As Reason; -1 none yet.
    [[nodiscard]] int reason() const { return m_reason; }
    void setReason(int reason);
    /// Today, yesterday, or the day in dayText.
    [[nodiscard]] int dayChoice() const { return m_dayChoice; }
    void setDayChoice(int choice);
    [[nodiscard]] QString dayText() const { return m_dayText; }
    void setDayText(const QString &text);
    /// Of a failure: the day is known, it still worked on lastSeen, or until the day in goodText.
    [[nodiscard]] int goodChoice() const { return m_goodChoice; }
    void setGoodChoice(int choice);
    [[nodiscard]] QString goodText() const { return m_goodText; }
    void setGoodText(const QString &text);
    /// When somebody last saw it at work; empty when nobody did.
    [[nodiscard]] QString lastSeen() const;
    /// What may stand there now: "nothing yet", then the units.
    [[nodiscard]] QStringList successors() const;
    /// A place among the units; -1 none.
    [[nodiscard]] int successor() const { return m_successor; }
    void setSuccessor(int successor);
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note);
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QString error() const { return m_error; }

    /// Fills the form with what is recorded, or empties it.
    Q_INVOKABLE void begin();
    Q_INVOKABLE bool save();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::optional<Day> chosenDay() const;
    [[nodiscard]] std::optional<Day> chosenGood() const;

    installedbase::Removals m_removals;
    const Clock &m_clock;
    AssetId m_asset;
    VisitId m_visit;
    std::optional<installedbase::RecordedRemoval> m_recorded;
    std::vector<installedbase::SuccessorChoice> m_choices;
    std::optional<Day> m_lastSeen;
    int m_reason = -1;
    int m_dayChoice = First;
    QString m_dayText;
    int m_goodChoice = First;
    QString m_goodText;
    int m_successor = -1;
    QString m_note;
    QString m_error;
};

} // namespace turnus::asset
