#pragma once

#include "core/support/rowmodel.h"
#include "qml/shell/syncface.h"
#include "sync/client/shiftreceipts.h"

#include <QCoreApplication>
#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
class Connection;
} // namespace turnus::storage

namespace turnus::outbox {

/// What people read of a receipt.
class ReceiptWords
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)
public:
    /// "Shift receipt Mon, 13 Oct"
    static QString title(Day day);
    /// "5 visits, 52 entries, 12 photos and reports, all confirmed"
    static QString summary(const client::DayProof &proof);
    /// Who signed, and when; or why that cannot be relied on.
    static QString signature(const client::DayProof &proof);
    static QString visitTitle(const client::VisitProof &visit);
    static QString visitDetail(const client::VisitProof &visit);
    static QString files(int held, int files);
};

struct ProofRow
{
    qint64 visit = 0;
    QString title;
    QString detail;
    bool confirmed = false;

    [[nodiscard]] qint64 key() const { return visit; }
    bool operator==(const ProofRow &) const = default;
};

class ProofModel : public RowModel<ProofRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReceiptViewModel.visits")

public:
    enum Role { Title = Qt::UserRole + 1, Detail, Confirmed };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// The server's signed statement of a day: what it holds of it, what is missing, and the file for others. One day is
/// shown; the days that have one can be leafed through.
class ReceiptViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(bool there READ isThere NOTIFY changed)
    Q_PROPERTY(bool genuine READ isGenuine NOTIFY changed)
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QString signature READ signature NOTIFY changed)
    Q_PROPERTY(QString key READ key NOTIFY changed)
    Q_PROPERTY(QString extras READ extras NOTIFY changed)
    Q_PROPERTY(bool hasEarlier READ hasEarlier NOTIFY changed)
    Q_PROPERTY(bool hasLater READ hasLater NOTIFY changed)
    Q_PROPERTY(bool syncing READ isSyncing NOTIFY changed)
    Q_PROPERTY(QString blocked READ blocked NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed)
    Q_PROPERTY(turnus::outbox::ProofModel *visits READ visits CONSTANT)

public:
    /// `documents`: where the file for others is written.
    ReceiptViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                     shell::SyncFace &sync, QString documents, QObject *parent = nullptr);

    [[nodiscard]] bool isThere() const { return m_proof.has_value(); }
    [[nodiscard]] bool isGenuine() const { return m_proof && m_proof->signature == client::Signature::Good; }
    [[nodiscard]] bool isWhole() const { return m_proof && m_proof->isWhole(); }
    [[nodiscard]] QString title() const { return ReceiptWords::title(m_day); }
    [[nodiscard]] QString summary() const { return m_proof ? ReceiptWords::summary(*m_proof) : QString(); }
    [[nodiscard]] QString signature() const { return m_proof ? ReceiptWords::signature(*m_proof) : QString(); }
    [[nodiscard]] QString key() const { return m_proof ? m_proof->key : QString(); }
    /// Referrals and bonus entries of the day; empty for none.
    [[nodiscard]] QString extras() const;
    [[nodiscard]] bool hasEarlier() const;
    [[nodiscard]] bool hasLater() const;
    [[nodiscard]] bool isSyncing() const { return m_sync.state() == shell::SyncFace::State::Syncing; }
    /// Why asking now makes no sense; empty when it does.
    [[nodiscard]] QString blocked() const;
    /// What went wrong the last time; empty for nothing.
    [[nodiscard]] QString failure() const;
    [[nodiscard]] ProofModel *visits() { return &m_visits; }

    Q_INVOKABLE void earlier();
    Q_INVOKABLE void later();
    /// Asks the server for this day's, anew.
    Q_INVOKABLE void fetch();
    /// Writes the file for others; answers by exported() or by `failure`.
    Q_INVOKABLE void exportFile();
    void retranslate() { reload(); }

Q_SIGNALS:
    void changed();
    void exported(const QString &file);

private:
    void reload();

    client::ShiftReceipts m_receipts;
    const Clock &m_clock;
    shell::SyncFace &m_sync;
    QString m_documents;
    Day m_day;
    std::vector<Day> m_days;
    std::optional<client::DayProof> m_proof;
    ProofModel m_visits;
    QString m_failure;
};

} // namespace turnus::outbox
