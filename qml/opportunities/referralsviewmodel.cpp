#include "qml/opportunities/referralsviewmodel.h"

#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/opportunities/words.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace turnus::opportunities {

namespace {

int toneOf(const QString &stage)
{
    if (stage == u"won")
        return Ok;
    return stage == u"lost" || stage == u"declined" ? Neutral : Info;
}

QString arrow(const sales::Referral &referral)
{
    if (referral.proposedProduct.isEmpty())
        return referral.assetProduct;
    return referral.assetProduct + u" → "_s + referral.proposedProduct;
}

} // namespace

const ReferralModel::Roles &ReferralModel::roles() const
{
    static const Roles all{{Title, "title", &ReferralRow::title},       {IdRole, "referralId", &ReferralRow::id},
                           {Detail, "detail", &ReferralRow::detail},    {Stage, "stage", &ReferralRow::stage},
                           {Tone, "tone", &ReferralRow::tone},          {Changed, "changed", &ReferralRow::changed},
                           {Sync, "syncState", &ReferralRow::syncState}};
    return all;
}

const StepModel::Roles &StepModel::roles() const
{
    static const Roles all{{Title, "title", &StepRow::title},
                           {Detail, "detail", &StepRow::detail},
                           {DayRole, "day", &StepRow::day},
                           {Last, "last", &StepRow::last}};
    return all;
}

ReferralsViewModel::ReferralsViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                       const Clock &clock, StaffId technician, ReferralId first, QObject *parent)
    : QObject(parent), m_store(connection), m_clock(clock), m_technician(technician), m_shown(first),
      m_startsOpen(!first.isNull())
{
    reload();
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (changes.touches("referral"_L1) || changes.touches("referral_event"_L1) || changes.touches("outbox"_L1) ||
            changes.touches("receipt"_L1))
            reload();
    });
}

void ReferralsViewModel::reload()
{
    const auto referrals = m_store.ofTechnician(m_technician);
    m_error = referrals ? QString() : referrals.error().code;
    if (referrals) {
        QList<ReferralRow> rows;
        for (const sales::Referral &referral : *referrals) {
            const bool sent = referral.sync == sales::SyncState::Confirmed;
            rows.append({.id = referral.id.value,
                         .title = referral.customerName,
                         .detail = arrow(referral),
                         .stage = Words::stage(referral.stage),
                         .tone = toneOf(referral.stage),
                         .changed = Words::shortDay(referral.changed),
                         .syncState = sent ? -1 : int(referral.sync)});
        }
        m_rows.setRows(rows);
    }
    if (m_shown) {
        const Status status = readSteps();
        if (!status)
            m_error = status.error().code;
    }
    Q_EMIT changed();
}

Status ReferralsViewModel::readSteps()
{
    TURNUS_ASSIGN(referral, m_store.referral(m_shown));
    TURNUS_ASSIGN(steps, m_store.timeline(m_shown));
    m_shownTitle = referral.customerName;
    QStringList detail{arrow(referral), Words::interest(referral.interest), referral.note};
    detail.removeAll(QString());
    m_shownDetail = detail.join(u" · "_s);
    QList<StepRow> rows;
    for (const sales::ReferralStep &step : steps) {
        QStringList words{step.byName, step.reason};
        words.removeAll(QString());
        rows.append({.number = static_cast<int>(rows.size()),
                     .title = Words::stage(step.stage),
                     .detail = words.join(u" · "_s),
                     .day = Words::shortDay(step.at),
                     .last = rows.size() + 1 == qsizetype(steps.size())});
    }
    m_steps.setRows(rows);
    Q_EMIT shownChanged();
    return {};
}

void ReferralsViewModel::show(qint64 referral)
{
    m_shown = ReferralId{referral};
    const Status status = readSteps();
    if (!status)
        m_error = status.error().code;
    Q_EMIT changed();
}

void ReferralsViewModel::retranslate()
{
    reload();
}

} // namespace turnus::opportunities
