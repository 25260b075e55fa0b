#pragma once

#include "qml/outbox/outboxmodels.h"
#include "qml/shell/syncface.h"
#include "sync/client/teamconflicts.h"

#include <QObject>

namespace turnus {
class Clock;
namespace storage {
class ChangeNotifier;
}
} // namespace turnus

namespace turnus::team {

/// Fields that handhelds of the supervisor's territories and the server disagree on, and the choice between the values.
class ConflictsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(turnus::outbox::ConflictModel *conflicts READ conflicts CONSTANT)

public:
    ConflictsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                       shell::SyncFace &sync, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return m_conflicts.rowCount(); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] outbox::ConflictModel *conflicts() { return &m_conflicts; }

    /// answer as ConflictCard.Answer: mine is the technician's value.
    Q_INVOKABLE void choose(qint64 conflict, int answer);

    void retranslate() { reload(); }

Q_SIGNALS:
    void changed();

private:
    void reload();

    client::TeamConflicts m_book;
    const Clock &m_clock;
    shell::SyncFace &m_sync;
    QString m_error;
    std::vector<client::TeamConflict> m_shown; ///< what the list shows, until it is read anew
    outbox::ConflictModel m_conflicts;
};

} // namespace turnus::team
