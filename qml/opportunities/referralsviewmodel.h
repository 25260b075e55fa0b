#pragma once

#include "core/sales/referrals.h"
#include "core/support/rowmodel.h"

#include <QtQml/qqmlregistration.h>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::opportunities {

/// One referral of the technician.
struct ReferralRow
{
    qint64 id = 0;
    QString title;
    QString detail;
    QString stage;
    /// Badge.Neutral, Ok, Due, Danger, Info of Turnus.Controls.
    int tone = 0;
    QString changed;
    int syncState = -1;

    [[nodiscard]] qint64 key() const { return id; }
    bool operator==(const ReferralRow &) const = default;
};

class ReferralModel : public RowModel<ReferralRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReferralsViewModel.referrals")

public:
    enum Role { IdRole = Qt::UserRole + 1, Title, Detail, Stage, Tone, Changed, Sync };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// One step of a referral's fate.
struct StepRow
{
    int number = 0;
    QString title;
    QString detail;
    QString day;
    bool last = false;

    [[nodiscard]] int key() const { return number; }
    bool operator==(const StepRow &) const = default;
};

class StepModel : public RowModel<StepRow>
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ReferralsViewModel.steps")

public:
    enum Role { Title = Qt::UserRole + 1, Detail, DayRole, Last };

    using RowModel::RowModel;
    [[nodiscard]] const Roles &roles() const override;
};

/// What became of the referrals that a technician made, with who did what when.
class ReferralsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(turnus::opportunities::ReferralModel *referrals READ referrals CONSTANT)
    Q_PROPERTY(turnus::opportunities::StepModel *steps READ steps CONSTANT)
    Q_PROPERTY(QString shownTitle READ shownTitle NOTIFY shownChanged)
    Q_PROPERTY(QString shownDetail READ shownDetail NOTIFY shownChanged)
    Q_PROPERTY(bool startsOpen READ startsOpen CONSTANT)
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    /// `first` is shown at once; null: none.
    ReferralsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier, const Clock &clock,
                       StaffId technician, ReferralId first, QObject *parent = nullptr);

    [[nodiscard]] ReferralModel *referrals() { return &m_rows; }
    [[nodiscard]] StepModel *steps() { return &m_steps; }
    [[nodiscard]] QString shownTitle() const { return m_shownTitle; }
    [[nodiscard]] QString shownDetail() const { return m_shownDetail; }
    [[nodiscard]] bool startsOpen() const { return m_startsOpen; }
    [[nodiscard]] QString error() const { return m_error; }

    Q_INVOKABLE void show(qint64 referral);
    void retranslate();

Q_SIGNALS:
    void changed();
    void shownChanged();

private:
    void reload();
    Status readSteps();

    sales::Referrals m_store;
    const Clock &m_clock;
    StaffId m_technician;
    ReferralId m_shown;
    bool m_startsOpen = false;
    QString m_shownTitle;
    QString m_shownDetail;
    QString m_error;
    ReferralModel m_rows;
    StepModel m_steps;
};

} // namespace turnus::opportunities
