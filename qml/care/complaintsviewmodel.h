#pragma once

#include "core/care/complaints.h"
#include "core/storage/drafts.h"
#include "qml/care/complaintmodel.h"

#include <QStringList>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::carepage {

/// What one customer complains of: what is open, what was settled lately, and the two forms that take and settle one.
/// What is half typed survives a kill.
class ComplaintsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CustomerViewModel.complaints")
    Q_PROPERTY(turnus::carepage::ComplaintModel *open READ open CONSTANT)
    Q_PROPERTY(turnus::carepage::ComplaintModel *settled READ settled CONSTANT)
    Q_PROPERTY(QStringList units READ units NOTIFY changed)
    Q_PROPERTY(int unit READ unit WRITE setUnit NOTIFY changed)
    Q_PROPERTY(QString what READ what WRITE setWhat NOTIFY changed)
    Q_PROPERTY(QString missing READ missing NOTIFY changed)
    Q_PROPERTY(QString settlement READ settlement WRITE setSettlement NOTIFY changed)
    Q_PROPERTY(QString settlementMissing READ settlementMissing NOTIFY changed)
    Q_PROPERTY(QString settling READ settling NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    ComplaintsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                        CustomerId customer, VisitId visit, QObject *parent = nullptr);

    [[nodiscard]] ComplaintModel *open() { return &m_open; }
    [[nodiscard]] ComplaintModel *settled() { return &m_settled; }
    /// "No unit in particular", then the units that stand there.
    [[nodiscard]] QStringList units() const;
    /// A place in units().
    [[nodiscard]] int unit() const;
    void setUnit(int unit);
    [[nodiscard]] QString what() const { return m_what; }
    void setWhat(const QString &what);
    /// What take() still needs, in words; empty when nothing.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QString settlement() const { return m_settlement; }
    void setSettlement(const QString &settlement);
    [[nodiscard]] QString settlementMissing() const;
    /// What the complaint that is being settled is about.
    [[nodiscard]] QString settling() const;
    [[nodiscard]] QString error() const { return m_error; }

    /// For the form: an error from before is none of its own.
    Q_INVOKABLE void beginTaking();
    Q_INVOKABLE bool take();
    /// Which of `open` settle() is about.
    Q_INVOKABLE void beginSettling(int row);
    Q_INVOKABLE bool settle();
    void retranslate() { reload(); }

Q_SIGNALS:
    void changed();

private:
    void reload();
    Status read();
    [[nodiscard]] QString draftKey(const QString &name) const;
    void keep(const QString &name, const QString &text);
    /// Tells the page; false after a failure.
    bool finish(const Status &status);

    care::Complaints m_store;
    storage::Drafts m_drafts;
    const Clock &m_clock;
    CustomerId m_customer;
    VisitId m_visit;
    ComplaintModel m_open;
    ComplaintModel m_settled;
    std::vector<care::ComplaintUnit> m_units;
    /// None when it is about no unit in particular.
    AssetId m_unit;
    QString m_what;
    ComplaintId m_settling;
    QString m_settlement;
    QString m_error;
};

} // namespace turnus::carepage
