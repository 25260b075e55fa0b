#pragma once

#include "qml/outbox/outboxmodels.h"
#include "qml/outbox/receiptviewmodel.h"
#include "qml/shell/syncface.h"
#include "sync/client/outboxbook.h"

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
class Connection;
} // namespace turnus::storage

namespace turnus::outbox {

/// What this device has recorded and how far it is on its way to the server; what was refused; where a person chooses.
class OutboxViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(int here READ here NOTIFY changed)
    Q_PROPERTY(int sent READ sent NOTIFY changed)
    Q_PROPERTY(int confirmed READ confirmed NOTIFY changed)
    Q_PROPERTY(int subjectCount READ subjectCount NOTIFY changed)
    Q_PROPERTY(int heldCount READ heldCount NOTIFY changed)
    Q_PROPERTY(QString files READ files NOTIFY changed)
    Q_PROPERTY(QString filesTitle READ filesTitle NOTIFY changed)
    Q_PROPERTY(QString filesWaiting READ filesWaiting NOTIFY changed)
    Q_PROPERTY(bool filesHeldBack READ areFilesHeldBack NOTIFY changed)
    Q_PROPERTY(QString outgoing READ outgoing NOTIFY changed)
    Q_PROPERTY(QString receiptTitle READ receiptTitle NOTIFY changed)
    Q_PROPERTY(QString receiptText READ receiptText NOTIFY changed)
    Q_PROPERTY(bool receiptWhole READ isReceiptWhole NOTIFY changed)
    Q_PROPERTY(QString situation READ situation NOTIFY changed)
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(QString setBack READ setBack NOTIFY changed)
    Q_PROPERTY(bool syncing READ isSyncing NOTIFY changed)
    Q_PROPERTY(bool offline READ isOffline NOTIFY changed)
    Q_PROPERTY(bool online READ isOnline WRITE setOnline NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(turnus::outbox::SubjectModel *subjects READ subjects CONSTANT)
    Q_PROPERTY(turnus::outbox::HeldModel *held READ held CONSTANT)
    Q_PROPERTY(turnus::outbox::ConflictModel *conflicts READ conflicts CONSTANT)

public:
    /// What is discarded is written as text into `discarded` first.
    OutboxViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                    shell::SyncFace &sync, QString discarded, QObject *parent = nullptr);

    [[nodiscard]] int here() const { return m_counts.here; }
    [[nodiscard]] int sent() const { return m_counts.sent; }
    /// By the server, today.
    [[nodiscard]] int confirmed() const { return m_counts.confirmedToday; }
    [[nodiscard]] int subjectCount() const { return m_subjects.rowCount(); }
    [[nodiscard]] int heldCount() const { return m_held.rowCount(); }
    /// How many photos and reports of unfinished visits the server holds; empty when it holds all.
    [[nodiscard]] QString files() const;
    [[nodiscard]] QString filesTitle() const;
    /// "1 here only", "1 set aside".
    [[nodiscard]] QString filesWaiting() const;
    [[nodiscard]] bool areFilesHeldBack() const { return m_counts.filesRefused > 0; }
    /// "7.4 MB, oldest 10:24"
    [[nodiscard]] QString outgoing() const;
    /// Of the latest day that the server has signed for; empty when there is none.
    [[nodiscard]] QString receiptTitle() const { return m_receipt ? ReceiptWords::title(m_receipt->day) : QString(); }
    [[nodiscard]] QString receiptText() const;
    [[nodiscard]] bool isReceiptWhole() const { return m_receipt && m_receipt->isWhole(); }
    /// One line: network and what it means.
    [[nodiscard]] QString situation() const;
    /// Why trying now makes no sense; empty when it does.
    [[nodiscard]] QString blocked() const;
    /// What went wrong the last time, in words; empty for nothing.
    [[nodiscard]] QString failure() const;
    /// That the server was restored from a backup, and what this device does about it; empty otherwise.
    [[nodiscard]] QString setBack() const;
    [[nodiscard]] bool isSyncing() const { return m_sync.state() == shell::SyncFace::State::Syncing; }
    [[nodiscard]] bool isOffline() const { return m_sync.state() == shell::SyncFace::State::Offline; }
    [[nodiscard]] bool isOnline() const { return m_sync.isOnline(); }
    void setOnline(bool online) { m_sync.setOnline(online); }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] SubjectModel *subjects() { return &m_subjects; }
    [[nodiscard]] HeldModel *held() { return &m_held; }
    [[nodiscard]] ConflictModel *conflicts() { return &m_conflicts; }

    Q_INVOKABLE void tryNow() { m_sync.syncNow(); }
    Q_INVOKABLE void retry(qint64 sequence);
    Q_INVOKABLE void save(qint64 sequence);
    Q_INVOKABLE void discard(qint64 sequence);
    /// answer as ConflictCard.Answer: mine, theirs, both.
    Q_INVOKABLE void resolve(qint64 conflict, int answer);

    void retranslate() { reload(); }

Q_SIGNALS:
    void changed();
    void errorChanged();
    /// A refused edit was written to this file.
    void saved(const QString &file);
    /// A discarded edit was written to this file.
    void discarded(const QString &file);

private:
    void reload();
    void fillSubjects();
    void fillHeld();
    void fillConflicts();
    void fillReceipt();
    void setError(const QString &error);

    storage::Connection &m_connection;
    client::OutboxBook m_book;
    const Clock &m_clock;
    shell::SyncFace &m_sync;
    QString m_directory;
    client::OutboxCounts m_counts;
    std::optional<client::DayProof> m_receipt;
    QString m_oldest;
    QString m_error;
    SubjectModel m_subjects;
    HeldModel m_held;
    ConflictModel m_conflicts;
};

} // namespace turnus::outbox
