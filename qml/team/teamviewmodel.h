#pragma once

#include "qml/team/reviewviewmodel.h"
#include "sync/client/teamconflicts.h"

namespace turnus::team {

/// A supervisor's team: each technician's month by name, and the bonuses that wait for a decision, oldest first. Holds
/// the one under review for layouts that show both.
class TeamViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString heading READ heading NOTIFY changed)
    Q_PROPERTY(int openCount READ openCount NOTIFY changed)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY changed)
    Q_PROPERTY(int memberCount READ memberCount NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(turnus::team::MemberModel *members READ members CONSTANT)
    Q_PROPERTY(turnus::team::QueueModel *queue READ queue CONSTANT)
    Q_PROPERTY(turnus::team::ReviewViewModel *review READ review CONSTANT)

public:
    TeamViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                  StaffId supervisor, const QString &contentDirectory, QObject *parent = nullptr);

    /// "Team Nord · October 2026"
    [[nodiscard]] QString heading() const;
    [[nodiscard]] int openCount() const { return m_queue.rowCount(); }
    /// Fields that devices of the territories and the server disagree on.
    [[nodiscard]] int conflictCount() const { return m_conflictCount; }
    [[nodiscard]] int memberCount() const { return m_members.rowCount(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] MemberModel *members() { return &m_members; }
    [[nodiscard]] QueueModel *queue() { return &m_queue; }
    [[nodiscard]] ReviewViewModel *review() { return &m_reviewed; }

    /// Reviews one line of the queue.
    Q_INVOKABLE void select(qint64 line);

    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void reload();
    void fillMembers();
    void fillQueue();
    [[nodiscard]] QString sinceWords(Instant booked) const;

    bonus::ReviewStore m_review;
    client::TeamConflicts m_conflicts;
    int m_conflictCount = 0;
    const Clock &m_clock;
    StaffId m_supervisor;
    std::vector<bonus::TeamMember> m_team;
    QString m_error;
    qint64 m_selected = 0;
    int m_selectedRow = 0;
    MemberModel m_members;
    QueueModel m_queue;
    ReviewViewModel m_reviewed;
};

} // namespace turnus::team
